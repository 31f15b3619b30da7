import type { Locale } from '#platform/i18n/locale.tsx'
import type { Message, Params } from '#platform/i18n/messages.ts'
import { fieldMessages } from './messages.ts'
import { gainCategories, startAges, type Assumptions, type GainCategory, type StartAge } from './rules.ts'

/** `source`: stated by a source; `rule`: demanded by the state; `assumed`: by us; `chosen`: neither, but the user's own. */
export type Basis = 'source' | 'rule' | 'assumed' | 'chosen'
export type Unit = 'kroner' | 'percent' | 'years' | 'year'

/** A number of the calculation, as the address and the form have it. */
export type NumberField = {
  /** In the address and in the form; also the id of its control. */
  name: string
  group: 'main' | 'gains' | 'effect' | 'other'
  label: Message
  /** What the label is about, where it has a place for it. */
  about?: { category: GainCategory } | { ages: StartAge }
  unit: Unit
  min: number
  max: number
  standard: number
  basis: Basis
  why: Message
}

export const categoryNames: Record<GainCategory, Message> = {
  'child-protection': fieldMessages.childProtection,
  health: fieldMessages.health,
  education: fieldMessages.education,
  justice: fieldMessages.justice,
  transfers: fieldMessages.transfers,
  tax: fieldMessages.tax,
}

const whys: Record<GainCategory, Message> = {
  'child-protection': fieldMessages.childProtectionWhy,
  health: fieldMessages.healthWhy,
  education: fieldMessages.educationWhy,
  justice: fieldMessages.justiceWhy,
  transfers: fieldMessages.transfersWhy,
  tax: fieldMessages.taxWhy,
}

/** Names of the categories in the address. */
const shortNames: Record<GainCategory, string> = {
  'child-protection': 'barnevern',
  health: 'helse',
  education: 'utdanning',
  justice: 'kriminalomsorg',
  transfers: 'overforinger',
  tax: 'skatt',
}

/**
 * The example of the source, spread over years and categories by us: with these the sums without discounting are the source's four
 * (docs/adr/0038-value-of-early-effort-and-goals.md; the test holds them to it).
 */
const gainStandards: Record<GainCategory, [amount: number, fromAge: number, toAge: number]> = {
  'child-protection': [800_000, 0, 17],
  health: [150_000, 0, 27],
  education: [200_000, 6, 18],
  justice: [50_000, 15, 27],
  transfers: [150_000, 18, 27],
  tax: [130_000, 19, 27],
}
const effectStandards: Record<StartAge, number> = { '3-5': 100, '6-9': 83, '10-12': 73, '13-15': 68 }
const ageStandards: Record<StartAge, number> = { '3-5': 4, '6-9': 7, '10-12': 11, '13-15': 14 }

const FIRST_YEAR = 2000
const LAST_YEAR = 2100
/** Of the oldest that is counted. */
const LAST_AGE = 67

/** Every number there is, in the order of the form. @param year the present one */
export function numberFields(year: number): NumberField[] {
  return [
    ...mainFields(year),
    ...gainCategories.flatMap(gainFields),
    ...startAges.map(effectField),
    ...otherFields(),
  ]
}

function mainFields(year: number): NumberField[] {
  const own = { group: 'main' as const }
  return [
    {
      ...own,
      name: 'kostnad',
      label: fieldMessages.cost,
      unit: 'kroner',
      min: 0,
      max: 10_000_000_000,
      standard: 3_750_000,
      basis: 'source',
      why: fieldMessages.costWhy,
    },
    {
      ...own,
      name: 'varighet',
      label: fieldMessages.costYears,
      unit: 'years',
      min: 1,
      max: 30,
      standard: 5,
      basis: 'source',
      why: fieldMessages.costYearsWhy,
    },
    {
      ...own,
      name: 'start',
      label: fieldMessages.startYear,
      unit: 'year',
      min: FIRST_YEAR,
      max: LAST_YEAR,
      standard: year,
      basis: 'chosen',
      why: fieldMessages.startYearWhy,
    },
    {
      ...own,
      name: 'rente',
      label: fieldMessages.rate,
      unit: 'percent',
      min: 0,
      max: 20,
      standard: 4,
      basis: 'rule',
      why: fieldMessages.rateWhy,
    },
  ]
}

function gainFields(category: GainCategory): NumberField[] {
  const name = shortNames[category]
  const [amount, fromAge, toAge] = gainStandards[category]
  const own = { group: 'gains', about: { category }, basis: 'assumed', why: whys[category] } as const
  return [
    {
      ...own,
      name,
      label: fieldMessages.amount,
      unit: 'kroner',
      min: 0,
      max: 1_000_000_000,
      standard: amount,
    },
    {
      ...own,
      name: `${name}-fra`,
      label: fieldMessages.from,
      unit: 'years',
      min: 0,
      max: LAST_AGE,
      standard: fromAge,
    },
    {
      ...own,
      name: `${name}-til`,
      label: fieldMessages.to,
      unit: 'years',
      min: 0,
      max: LAST_AGE,
      standard: toAge,
    },
  ]
}

function effectField(ages: StartAge): NumberField {
  return {
    name: `virkning-${ages}`,
    group: 'effect',
    label: fieldMessages.effect,
    about: { ages },
    unit: 'percent',
    min: 0,
    max: 100,
    standard: effectStandards[ages],
    basis: 'assumed',
    why: fieldMessages.effectWhy,
  }
}

function otherFields(): NumberField[] {
  const own = { group: 'other', basis: 'assumed' } as const
  return [
    ...startAges.map((ages): NumberField => {
      const [min, max] = ages.split('-').map(Number) as [number, number]
      return {
        ...own,
        name: `alder-${ages}`,
        label: fieldMessages.firstAge,
        about: { ages },
        unit: 'years',
        min,
        max,
        standard: ageStandards[ages],
        why: fieldMessages.firstAgeWhy,
      }
    }),
    {
      ...own,
      name: 'forsinkelse',
      label: fieldMessages.delay,
      unit: 'years',
      min: 0,
      max: 20,
      standard: 1,
      why: fieldMessages.delayWhy,
    },
    {
      ...own,
      name: 'til-alder',
      label: fieldMessages.until,
      unit: 'years',
      min: 16,
      max: LAST_AGE,
      standard: 27,
      basis: 'source',
      why: fieldMessages.untilWhy,
    },
    {
      ...own,
      name: 'lav',
      label: fieldMessages.low,
      unit: 'percent',
      min: 0,
      max: 100,
      standard: 70,
      why: fieldMessages.rangeWhy,
    },
    {
      ...own,
      name: 'hoy',
      label: fieldMessages.high,
      unit: 'percent',
      min: 100,
      max: 500,
      standard: 130,
      why: fieldMessages.rangeWhy,
    },
  ]
}

/** The numbers of the calculation by their names, and the age of start. */
export type Inputs = { startAge: StartAge; numbers: ReadonlyMap<string, number> }

/** What the model is given. @throws when a number is missing: those who read inputs give all of them */
export function assumptionsOf({ startAge, numbers }: Inputs): Assumptions {
  const get = (name: string) => {
    const number = numbers.get(name)
    if (number === undefined) throw new Error(`The calculation lacks ${name}`)
    return number
  }
  const forEachAge = (name: string): Record<StartAge, number> => ({
    '3-5': get(`${name}-3-5`),
    '6-9': get(`${name}-6-9`),
    '10-12': get(`${name}-10-12`),
    '13-15': get(`${name}-13-15`),
  })
  const gain = (category: GainCategory) => {
    const name = shortNames[category]
    return { amount: get(name), fromAge: get(`${name}-fra`), toAge: get(`${name}-til`) }
  }
  return {
    startAge,
    cost: get('kostnad'),
    costYears: get('varighet'),
    startYear: get('start'),
    ratePercent: get('rente'),
    delayYears: get('forsinkelse'),
    untilAge: get('til-alder'),
    firstAge: forEachAge('alder'),
    effectPercent: forEachAge('virkning'),
    gains: {
      'child-protection': gain('child-protection'),
      health: gain('health'),
      education: gain('education'),
      justice: gain('justice'),
      transfers: gain('transfers'),
      tax: gain('tax'),
    },
    lowPercent: get('lav'),
    highPercent: get('hoy'),
  }
}

/** What a number is called. */
export function labelOf({ label, about }: NumberField, { text }: Locale): string {
  return text(label, aboutInWords(about, text))
}

function aboutInWords(about: NumberField['about'], text: Locale['text']): Params {
  if (about === undefined) return {}
  return 'ages' in about
    ? { ages: text(fieldMessages.ages, { ages: inRange(about.ages) }) }
    : { category: text(categoryNames[about.category]) }
}

/** `3–5` */
export const inRange = (ages: StartAge): string => ages.replace('-', '–')

/** A number with its unit: `4 prosent`. */
export function numberInWords(
  { unit }: Pick<NumberField, 'unit'>,
  value: number,
  { text, number }: Locale,
): string {
  if (unit === 'year') return String(value)
  const n = number(value)
  return unit === 'kroner'
    ? text(fieldMessages.kroner, { n })
    : unit === 'percent'
      ? text(fieldMessages.percent, { n })
      : text(fieldMessages.years, { n })
}
