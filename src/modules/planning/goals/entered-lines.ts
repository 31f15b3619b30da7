import { dayInNorway } from '#platform/clock.ts'
import type { Locale } from '#platform/i18n/locale.tsx'
import { whoOf, type Names } from '../paper/words.ts'
import { aimOf } from './goal.schema.ts'
import type { FigureRow, Goal } from './goal.store.ts'
import { messages } from './messages.ts'
import { expectedIn } from './rules.ts'

const decimal = (value: number) => String(value).replace('.', ',')

/**
 * All figures that were ever entered of a goal, by year and the newest of a year first: it holds unless it was taken back. Decimals after a comma,
 * days as `YYYY-MM-DD`. What was said of a figure that another has taken the place of, and by whom, is for those who may enter figures:
 * a correction may be of words that were not for all.
 * @param rows in the order of their entering
 */
export function enteredLines(
  { fields, figures, may_enter }: Pick<Goal, 'fields' | 'figures' | 'may_enter'>,
  rows: readonly FigureRow[],
  names: Names,
  { text }: Locale,
): string[][] {
  const { baseline, target } = aimOf(fields, figures)
  const start = baseline ?? figures.flatMap(({ year, value }) => (value === null ? [] : [{ year, value }]))[0]
  const newest = new Set(figures.map(({ number }) => number))
  const head = [
    messages.year,
    messages.figure,
    messages.measuredIn,
    messages.expected,
    messages.comment,
    messages.fileHolds,
    messages.fileDay,
    messages.fileWho,
  ]
  return [
    head.map(label => text(label)),
    ...rows
      .toSorted((a, b) => a.year - b.year || b.number - a.number)
      .map(({ number, year, value, comment, entered_at, entered_by }) => {
        const isNewest = newest.has(number)
        const isTold = isNewest || may_enter
        return [
          String(year),
          value === null ? '' : decimal(value),
          fields.measured_in,
          start && target ? decimal(Math.round(expectedIn(year, start, target) * 10) / 10) : '',
          isTold ? (comment ?? '') : '',
          text(isNewest && value !== null ? messages.fileYes : messages.fileNo),
          dayInNorway(entered_at),
          isTold ? whoOf(entered_by, names) : '',
        ]
      }),
  ]
}
