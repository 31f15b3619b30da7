/** Months, from inclusive, to exclusive, as `ServiceDocument` has them. */
export type AgeRange = { from?: number; to?: number }

const WEEKS_IN_MONTH = 4
const OLDEST = 150 * 12

/**
 * An age range as people write it: `10–18 år`, `fra 13 år`, `til og med 5 år`, `under 1 år`, `0–6 uker`, `13+`, `alle`.
 * @returns null when it is none; without ends when it is for all
 */
export function readAge(text: string): AgeRange | null {
  const words = text.toLowerCase().replace(/[–—−]/g, '-').replace(/\s+/g, ' ').replace(/\.$/, '').trim()
  if (/^(alle?|alle aldre|alle aldrar|alle aldersgrupper|uansett alder|all ages|0 ?\+)$/.test(words))
    return {}
  const number = String.raw`(\d{1,4}(?:[.,]\d)?)`
  const unit = String.raw` ?(år|aar|years?|måneder|månader|måned|månad|mnd|mndr|md|uker|veker|uke|veke)?\.?`
  const both = match(
    words,
    `(?:fra )?${number}${unit} ?(?:-|til og med|t\\.?o\\.?m\\.?|til|to|og|opp til) ?${number}${unit}`,
  )
  if (both) {
    const [from, fromUnit, to, toUnit] = both
    return range(months(from!, fromUnit ?? toUnit), after(to!, toUnit ?? fromUnit))
  }
  const upTo = match(words, `(?:fra )?${number}${unit} ?(?:til|og|-) ?(?:under|yngre enn) ${number}${unit}`)
  if (upTo) return range(months(upTo[0]!, upTo[1] ?? upTo[3]), months(upTo[2]!, upTo[3] ?? upTo[1]))
  const under = match(words, `(?:under|yngre enn) ${number}${unit}`)
  if (under) return range(undefined, months(under[0]!, under[1]))
  const last = match(
    words,
    `(?:til og med|t\\.?o\\.?m\\.?|til|inntil|opp til|opptil|up to|-) ?${number}${unit}`,
  )
  if (last) return range(undefined, after(last[0]!, last[1]))
  const over = match(words, `over ${number}${unit}`)
  if (over) return range(after(over[0]!, over[1]), undefined)
  const first =
    match(words, `(?:fra|frå|fylt|from) ${number}${unit}(?: og (?:oppover|eldre))?`) ??
    match(words, `${number} ?\\+${unit}`) ??
    match(words, `${number}${unit} (?:og oppover|og eldre|eller eldre|-)`) ??
    match(words, `${number}${unit} ?(?:\\+|-)`)
  if (first) return range(months(first[0]!, first[1]), undefined)
  const one = match(words, `${number}${unit}`)
  return one ? range(months(one[0]!, one[1]), after(one[0]!, one[1])) : null
}

/** A first age alone: `10`, `10 år`, `18 mnd`. @returns months, or null */
export function readFirstAge(text: string): number | null {
  const age = readAge(text)
  return age?.from ?? (age && age.to === undefined ? 0 : null)
}

/** A last age alone: `18` is to and with 18 years. @returns months, exclusive, or null */
export function readLastAge(text: string): number | null {
  return readAge(text)?.to ?? null
}

/** The age in words that `readAge` understands, the same again. */
export function writeAge({ from, to }: AgeRange): string {
  const isYears = (value: number | undefined) => value === undefined || value % 12 === 0
  if (isYears(from) && isYears(to)) {
    if (from === undefined) return to === undefined ? '' : `til og med ${to / 12 - 1} år`
    return to === undefined ? `fra ${from / 12} år` : `${from / 12}–${to / 12 - 1} år`
  }
  const months = (value: number) => `${String(value).replace('.', ',')} mnd`
  if (from === undefined) return `under ${months(to!)}`
  return to === undefined ? `fra ${months(from)}` : `${months(from)} til under ${months(to)}`
}

function match(words: string, pattern: string): (string | undefined)[] | null {
  return new RegExp(`^${pattern}$`).exec(words)?.slice(1) ?? null
}

function months(value: string, unit: string | undefined): number {
  const number = Number(value.replace(',', '.'))
  if (isMonths(unit)) return rounded(number)
  return rounded(isWeeks(unit) ? number / WEEKS_IN_MONTH : number * 12)
}

/** The end of the last age: of `18 år` the day before the nineteenth birthday, of `3,5 år` and `6 uker` that time. */
function after(value: string, unit: string | undefined): number {
  if (isWeeks(unit)) return months(value, unit)
  if (isMonths(unit) || /[.,]/.test(value)) return months(value, unit)
  return (Number(value) + 1) * 12
}

const isMonths = (unit: string | undefined) => unit !== undefined && unit.startsWith('m')
const isWeeks = (unit: string | undefined) => unit !== undefined && /^(uke|veke)/.test(unit)

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}

function range(from: number | undefined, to: number | undefined): AgeRange | null {
  if ((from ?? 0) > OLDEST || (to ?? 1) > OLDEST || to === 0) return null
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}
