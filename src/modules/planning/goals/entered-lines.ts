import { dayInNorway } from '#platform/clock.ts'
import type { Locale } from '#platform/i18n/locale.tsx'
import { whoOf, type Names } from '../paper/words.ts'
import { aimOf } from './goal.schema.ts'
import type { FigureRow, Goal } from './goal.store.ts'
import { messages } from './messages.ts'
import { expectedIn } from './rules.ts'

const decimal = (value: number) => String(value).replace('.', ',')

/**
 * All figures that were ever entered of a goal, by year and the newest of a year first, which is the one that holds. Decimals after a comma,
 * days as `YYYY-MM-DD`.
 * @param rows in the order of their entering
 */
export function enteredLines(
  { fields, figures }: Pick<Goal, 'fields' | 'figures'>,
  rows: readonly FigureRow[],
  names: Names,
  { text }: Locale,
): string[][] {
  const { baseline, target } = aimOf(fields, figures)
  const start = baseline ?? figures.flatMap(({ year, value }) => (value === null ? [] : [{ year, value }]))[0]
  const holding = new Set(figures.map(({ number }) => number))
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
      .map(({ number, year, value, comment, entered_at, entered_by }) => [
        String(year),
        value === null ? '' : decimal(value),
        fields.measured_in,
        start && target ? decimal(Math.round(expectedIn(year, start, target) * 10) / 10) : '',
        comment ?? '',
        text(holding.has(number) ? messages.fileYes : messages.fileNo),
        dayInNorway(entered_at),
        whoOf(entered_by, names),
      ]),
  ]
}
