import type { Locale } from '#platform/i18n/locale.tsx'
import type { Unit } from '../paper/home.store.ts'
import type { Goal } from './goal.store.ts'
import { messages } from './messages.ts'
import { directionNames, goalStateNames, levelNames } from './words.ts'

/** Decimals after a comma, as spreadsheets here read them. */
const figure = (value: number | null) => (value === null ? '' : String(value).replace('.', ','))
const plain = (value: number | null) => (value === null ? '' : String(value))

/**
 * Goals with their figures, a line for each year, one without figures for a goal that has none.
 * @param all also those that are not in the file: what a goal belongs under may be one of them
 */
export function figureLines(
  goals: readonly Goal[],
  all: readonly Goal[],
  units: readonly Unit[],
  locale: Locale,
): string[][] {
  const { text, localText } = locale
  const head = [
    messages.goalTitle,
    messages.level,
    messages.parent,
    messages.unit,
    messages.indicator,
    messages.measuredIn,
    messages.direction,
    messages.baseYear,
    messages.baseValue,
    messages.targetYear,
    messages.targetValue,
    messages.state,
    messages.year,
    messages.figure,
    messages.comment,
    messages.source,
  ].map(message => text(message))
  const rows = goals.flatMap(({ fields, standing, figures }) => {
    const before = [
      fields.title,
      text(levelNames[fields.level]),
      all.find(goal => goal.id === fields.parent)?.fields.title ?? '',
      localText(units.find(unit => unit.id === fields.unit)?.name),
      fields.indicator,
      fields.measured_in,
      text(directionNames[fields.direction]),
      plain(fields.base_year),
      figure(fields.base_value),
      plain(fields.target_year),
      figure(fields.target_value),
      text(goalStateNames[standing]),
    ]
    const years = figures.length > 0 ? figures : [null]
    return years.map(one => [
      ...before,
      plain(one?.year ?? null),
      figure(one?.value ?? null),
      one?.comment ?? '',
      fields.source,
    ])
  })
  return [head, ...rows]
}
