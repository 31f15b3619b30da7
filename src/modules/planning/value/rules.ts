/** How old the children are when the intervention is put in. */
export const startAges = ['3-5', '6-9', '10-12', '13-15'] as const
export type StartAge = (typeof startAges)[number]

/** Where society can save or earn. What the intervention itself costs is the seventh category, and is never among these. */
export const gainCategories = [
  'child-protection',
  'health',
  'education',
  'justice',
  'transfers',
  'tax',
] as const
export type GainCategory = (typeof gainCategories)[number]

/** What is assumed. Money is kroner of the first year; percentages are whole (`4` is 4 %). */
export type Assumptions = {
  startAge: StartAge
  /** What the intervention costs, all its years together. */
  cost: number
  /** It costs the same in each of so many years, from the first. */
  costYears: number
  startYear: number
  /** What a krone is worth less for each year that it comes later. */
  ratePercent: number
  /** Years before the first gain. */
  delayYears: number
  /** The last age that is counted. */
  untilAge: number
  /** How old the children count as in the first year, for each age of start. */
  firstAge: Readonly<Record<StartAge, number>>
  /** How much of the full gain is still to be had when one starts at that age. */
  effectPercent: Readonly<Record<StartAge, number>>
  /** A year's full gain for all children of the intervention together, at the ages when there is any. Both ends count. */
  gains: Readonly<Record<GainCategory, { amount: number; fromAge: number; toAge: number }>>
  /** Low and high, in per cent of the middle gain. */
  lowPercent: number
  highPercent: number
}

/** Low, middle and high. */
export type Range = { low: number; middle: number; high: number }

export type ValueYear = {
  year: number
  /** Of the children, in this year. */
  age: number
  gains: Readonly<Record<GainCategory, number>>
  gain: number
  cost: number
  /** Gain less cost. */
  net: Range
  /** The same, as it is worth in the first year. */
  present: Range
  /** Worth until and with this year. */
  accumulated: Range
}

export type Value = {
  years: ValueYear[]
  /** Years with some gain. */
  gainYears: number
  gains: Readonly<Record<GainCategory, number>>
  gain: number
  cost: number
  /** Gain less cost, as a plain sum. */
  net: Range
  /** The same, as it is worth in the first year. */
  present: Range
  /** From this year on it has saved more than it has cost, in the middle and discounted. Null: never within what is counted. */
  paidBackIn: number | null
}

/**
 * Cost and gain of an intervention, year by year, for the whole group of children it is for.
 *
 * The gain of a year is the sum over categories of the full amount, in the years when the children are of the ages the category counts,
 * times the effect that is left when one starts at that age. It begins `delayYears` after the start and ends with `untilAge`. Cost and
 * gain do not depend on each other: to spend more for the same effect is to save less. Low and high are the gain times their
 * percentage; the cost is known, and is the same in all three. A year `k` after the first counts `1 / (1 + rate)^k`.
 */
export function valueOf(assumed: Assumptions): Value {
  const age = assumed.firstAge[assumed.startAge]
  const length = Math.max(assumed.costYears, assumed.untilAge - age + 1, 1)
  const years: ValueYear[] = []
  let accumulated: Range = none
  for (let index = 0; index < length; index++) {
    const gains = gainsOf(assumed, age + index, index)
    const gain = sum(Object.values(gains))
    const cost = index < assumed.costYears ? assumed.cost / assumed.costYears : 0
    const net = {
      low: (gain * assumed.lowPercent) / 100 - cost,
      middle: gain - cost,
      high: (gain * assumed.highPercent) / 100 - cost,
    }
    const present = eachOf(net, amount => amount / (1 + assumed.ratePercent / 100) ** index)
    accumulated = add(accumulated, present)
    years.push({
      year: assumed.startYear + index,
      age: age + index,
      gains,
      gain,
      cost,
      net,
      present,
      accumulated,
    })
  }
  return {
    years,
    gainYears: years.filter(({ gain }) => gain > 0).length,
    gains: inEach(category => sum(years.map(({ gains }) => gains[category]))),
    gain: sum(years.map(({ gain }) => gain)),
    cost: sum(years.map(({ cost }) => cost)),
    net: years.reduce((total, { net }) => add(total, net), none),
    present: accumulated,
    paidBackIn: paidBackIn(years),
  }
}

/** The same intervention at each of the ages, everything else alike. */
export function valueAtEachAge(assumed: Assumptions): { startAge: StartAge; value: Value }[] {
  return startAges.map(startAge => ({ startAge, value: valueOf({ ...assumed, startAge }) }))
}

function gainsOf(assumed: Assumptions, age: number, index: number): Record<GainCategory, number> {
  const effect = assumed.effectPercent[assumed.startAge] / 100
  return inEach(category => {
    const { amount, fromAge, toAge } = assumed.gains[category]
    const isCounted = index >= assumed.delayYears && age <= assumed.untilAge && age >= fromAge && age <= toAge
    return isCounted ? amount * effect : 0
  })
}

/** It may fall below again while it still costs: then it has not paid back yet. What saves nothing and costs nothing never has. */
function paidBackIn(years: readonly ValueYear[]): number | null {
  const last = years.findLastIndex(({ accumulated }) => accumulated.middle <= 0)
  return years[last + 1]?.year ?? null
}

const none: Range = { low: 0, middle: 0, high: 0 }
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)
const eachOf = ({ low, middle, high }: Range, change: (amount: number) => number): Range => ({
  low: change(low),
  middle: change(middle),
  high: change(high),
})
const add = (a: Range, b: Range): Range => ({
  low: a.low + b.low,
  middle: a.middle + b.middle,
  high: a.high + b.high,
})

function inEach<T>(make: (category: GainCategory) => T): Record<GainCategory, T> {
  return {
    'child-protection': make('child-protection'),
    health: make('health'),
    education: make('education'),
    justice: make('justice'),
    transfers: make('transfers'),
    tax: make('tax'),
  }
}
