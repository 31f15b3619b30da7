import { useLocale } from '#platform/i18n/locale.tsx'
import { LineChart } from '../chart/line-chart.view.tsx'
import type { GoalFields } from './goal.schema.ts'
import { goalLines } from './goal-lines.ts'
import type { FigureRow } from './goal.store.ts'
import { messages } from './messages.ts'
import type { GoalState } from './rules.ts'
import { goalStateNames } from './words.ts'

/** Drawn, since not every font has them. */
const signs: Record<GoalState, string> = {
  reached: 'M2 8 l4 4 l8 -9',
  'on-the-way': 'M1 8 H14 M9 3 l5 5 l-5 5',
  behind: 'M8 2 V10 M8 13 V14',
  unknown: 'M3 8 H13',
}

/** How a goal stands: a sign and a word, never a colour alone. */
export function GoalMark({ state }: { state: GoalState }) {
  const { t } = useLocale()
  return (
    <span class="goal-mark" data-state={state}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={signs[state]} />
      </svg>{' '}
      {t(goalStateNames[state])}
    </span>
  )
}

/** The figures as a line, and the straight line to the target. Nothing with less than two points to draw. */
export function GoalChart({ fields, figures }: { fields: GoalFields; figures: readonly FigureRow[] }) {
  const { text } = useLocale()
  const { points, path } = goalLines(fields, figures)
  const years = [...points, ...path].map(({ x }) => x)
  if (years.length < 2) return null
  return (
    <LineChart
      label={text(messages.chartLabel, {
        title: fields.indicator || fields.title,
        from: String(Math.min(...years)),
        to: String(Math.max(...years)),
      })}
      unit={fields.measured_in}
      lines={[
        ...(points.length > 0
          ? [{ name: text(messages.figures), look: 'plain' as const, points, hasMarks: true }]
          : []),
        ...(path.length > 0
          ? [{ name: text(messages.pathToTarget), look: 'dashed' as const, points: path }]
          : []),
      ]}
    />
  )
}
