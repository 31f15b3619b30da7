/** No age is more than that, in months. */
const OLDEST = 1500

/**
 * An age as people write it, in months: `13`, `13 år`, `8 måneder`, `6 uker`, `1,5 år`. Null: it cannot be read.
 * @param isLast the last age that is meant: 'to 18' reaches until the nineteenth birthday
 */
export function monthsOf(text: string, isLast: boolean): number | null {
  const found =
    /^(\d{1,4}(?:[.,]\d)?)\s*(år|åring|years?|y|måned(?:er)?|månad(?:er)?|md|mnd|months?|uker?|veker?|weeks?)?\.?$/i.exec(
      text.trim(),
    )
  if (!found) return null
  const number = Number(found[1]!.replace(',', '.'))
  const unit = (found[2] ?? 'år').toLowerCase()
  if (/^(uke|veke|week)/.test(unit)) return rounded(number / 4)
  if (unit.startsWith('m')) return rounded(number)
  return rounded((isLast && Number.isInteger(number) ? number + 1 : number) * 12)
}

/** The other way: `13`, `1,5`, or with its unit when it is not in whole or half years. */
export function ageText(months: number, isLast: boolean): string {
  if (months < 3 && Number.isInteger(months * 4)) return `${months * 4} uker`
  if (months < 24 && !(months % 12 === 0 && (!isLast || months > 0))) return decimal(months, 'måneder')
  if (months % 12 === 0) return String(months / 12 - (isLast ? 1 : 0))
  return decimal(months, 'måneder')
}

function decimal(number: number, unit: string): string {
  return `${String(number).replace('.', ',')} ${unit}`
}

function rounded(months: number): number | null {
  return months > OLDEST ? null : Math.round(months * 10) / 10
}
