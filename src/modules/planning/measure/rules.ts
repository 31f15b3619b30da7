import type { EconomyKind, EconomyRow } from '../paper/paper.schema.ts'
import { economyKinds } from '../paper/paper.schema.ts'

export const measureStates = ['not-started', 'started', 'done', 'stopped'] as const
export type MeasureState = (typeof measureStates)[number]

/** The highest number that a measure has in its plan. */
export const MOST_NUMBER = 999_999

export type Timed = { state: MeasureState; starts_on: string | null; ends_on: string | null }

/** `start`: it should have begun; `end`: it should have been done. */
export type Lateness = 'start' | 'end'

/**
 * Whether a measure is late. Only of a plan that is adopted: what is not decided binds nobody, and what is closed is over. The day
 * itself is not late. What is done or stopped is never late.
 * @param today `YYYY-MM-DD`
 */
export function latenessOf(measure: Timed, plan: string, today: string): Lateness | null {
  if (plan !== 'adopted' || measure.state === 'done' || measure.state === 'stopped') return null
  if (measure.ends_on !== null && measure.ends_on < today) return 'end'
  return measure.state === 'not-started' && measure.starts_on !== null && measure.starts_on < today
    ? 'start'
    : null
}

/** Amounts by kind of money and year, in whole kroner. */
export type EconomySums = {
  years: number[]
  /** Kinds that there are amounts of, in their order. */
  rows: { kind: EconomyKind; byYear: number[]; sum: number }[]
  byYear: number[]
  sum: number
  /** Rows without an amount: they are in no sum. */
  without: number
}

/** What measures cost in each year, by where the money comes from. Rows without an amount are counted, not summed. */
export function sumEconomy(rows: readonly EconomyRow[]): EconomySums {
  const known = rows.flatMap(({ year, kind, amount_nok }) =>
    amount_nok === null ? [] : [{ year, kind, amount: amount_nok }],
  )
  const years = [...new Set(known.map(({ year }) => year))].toSorted((a, b) => a - b)
  const total = (some: typeof known) => some.reduce((sum, { amount }) => sum + amount, 0)
  const inYears = (some: typeof known) => years.map(year => total(some.filter(row => row.year === year)))
  return {
    years,
    rows: economyKinds
      .map(kind => ({ kind, some: known.filter(row => row.kind === kind) }))
      .filter(({ some }) => some.length > 0)
      .map(({ kind, some }) => ({ kind, byYear: inYears(some), sum: total(some) })),
    byYear: inYears(known),
    sum: total(known),
    without: rows.length - known.length,
  }
}
