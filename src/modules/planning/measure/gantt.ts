import type { Timed } from './rules.ts'

/** Where things stand in the drawing of a plan over time. Units are those of the drawing. */
export type Gantt<T> = {
  width: number
  height: number
  years: { year: number; x: number; width: number }[]
  /** A bar for each measure; without one where its start is not known. */
  rows: { item: T; y: number; bar: { x: number; width: number; isOpen: boolean } | null }[]
  /** Where today is. Null: outside. */
  todayX: number | null
}

const GANTT_WIDTH = 960
/** Room for number and title. */
const NAMES = 330
export const ROW = 30
const HEAD = 30
const LEAST_BAR = 6

type Drawn = Pick<Timed, 'starts_on' | 'ends_on'>

/**
 * Lays measures out over the years of a plan and of the measures themselves. What has no end goes on to the end of the drawing.
 * @param today `YYYY-MM-DD`
 * @returns null when there is no year to draw
 */
export function layOutGantt<T extends Drawn>(
  items: readonly T[],
  plan: { from: number | null; to: number | null },
  today: string,
): Gantt<T> | null {
  const years = items.flatMap(({ starts_on, ends_on }) => [yearOf(starts_on), yearOf(ends_on)])
  const known = [...years, plan.from, plan.to].filter(year => year !== null)
  if (items.length === 0 || known.length === 0) return null
  const [first, last] = [Math.min(...known), Math.max(...known)]
  const [from, to] = [dayNumber(`${first}-01-01`), dayNumber(`${last + 1}-01-01`)]
  const xOf = (day: number) => round(NAMES + ((GANTT_WIDTH - NAMES) * (day - from)) / (to - from))
  const now = dayNumber(today)
  return {
    width: GANTT_WIDTH,
    height: HEAD + items.length * ROW + 6,
    years: Array.from({ length: last - first + 1 }, (_, index) => {
      const x = xOf(dayNumber(`${first + index}-01-01`))
      return { year: first + index, x, width: round(xOf(dayNumber(`${first + index + 1}-01-01`)) - x) }
    }),
    rows: items.map((item, index) => ({
      item,
      y: HEAD + index * ROW,
      bar: barOf(item, xOf, to),
    })),
    todayX: now >= from && now < to ? xOf(now) : null,
  }
}

function barOf({ starts_on, ends_on }: Drawn, xOf: (day: number) => number, end: number) {
  if (starts_on === null) return null
  const x = xOf(dayNumber(starts_on))
  // The last day is the measure's own.
  const until = xOf(ends_on === null ? end : dayNumber(ends_on) + 1)
  return { x, width: Math.max(round(until - x), LEAST_BAR), isOpen: ends_on === null }
}

const yearOf = (day: string | null) => (day === null ? null : Number(day.slice(0, 4)))
const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000
const round = (value: number) => Math.round(value * 10) / 10
