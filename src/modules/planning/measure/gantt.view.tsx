import { useLocale } from '#platform/i18n/locale.tsx'
import { ROW, type Gantt } from './gantt.ts'
import type { Measure } from './measure.store.ts'
import { messages } from './messages.ts'
import { measureStates, type MeasureState } from './rules.ts'
import { measureStateNames } from './words.ts'

type DrawnMeasure = Pick<Measure, 'id' | 'state' | 'fields'> & { isLate: boolean }

/** As many letters as fit before the bars. */
const LETTERS = 42

/** Measures as bars over years: a picture of what the table beside it says in words. How each stands is told by its pattern. */
export function GanttDrawing({
  gantt,
  label,
  today,
}: {
  gantt: Gantt<DrawnMeasure>
  label: string
  today: string
}) {
  return (
    <svg class="gantt" viewBox={`0 0 ${gantt.width} ${gantt.height}`} role="img" aria-label={label}>
      {gantt.years.map(({ year, x, width }) => (
        <g key={year}>
          <line class="gantt-line" x1={x} x2={x} y1="24" y2={gantt.height} />
          <text class="gantt-year" x={x + width / 2} y="17">
            {year}
          </text>
        </g>
      ))}
      {gantt.rows.map(({ item, y, bar }) => (
        <g key={item.id}>
          <text class="gantt-name" x="0" y={y + 19}>
            {nameOf(item)}
          </text>
          {bar && (
            <>
              <rect
                class={barClass(item.state, item.isLate)}
                x={bar.x}
                y={y + 5}
                width={bar.width}
                height={ROW - 10}
                rx="4"
              />
              <Sign state={item.state} isLate={item.isLate} x={bar.x + bar.width / 2} y={y + 15} />
            </>
          )}
        </g>
      ))}
      {gantt.todayX !== null && (
        <g>
          <line class="gantt-today" x1={gantt.todayX} x2={gantt.todayX} y1="24" y2={gantt.height} />
          <text class="gantt-today-name" x={Math.min(gantt.todayX, gantt.width - 24)} y={gantt.height - 1}>
            {today}
          </text>
        </g>
      )}
    </svg>
  )
}

function nameOf({ fields }: DrawnMeasure): string {
  const name = fields.number === null ? fields.title : `${fields.number}. ${fields.title}`
  return name.length <= LETTERS ? name : `${name.slice(0, LETTERS - 1).trimEnd()}…`
}

/** What the patterns of the bars mean. */
export function GanttLegend() {
  const { t } = useLocale()
  return (
    <ul class="plain-list gantt-legend">
      {measureStates.map(state => (
        <li key={state}>
          <Sample state={state} isLate={false} />
          {t(measureStateNames[state])}
        </li>
      ))}
      <li>
        <Sample state="not-started" isLate />
        {t(messages.isLate)}
      </li>
    </ul>
  )
}

function Sample({ state, isLate }: { state: MeasureState; isLate: boolean }) {
  return (
    <svg class="gantt gantt-sample" viewBox="0 0 40 22" aria-hidden="true">
      <rect class={barClass(state, isLate)} x="2" y="2" width="36" height="18" rx="4" />
      <Sign state={state} isLate={isLate} x={20} y={11} />
    </svg>
  )
}

const barClass = (state: MeasureState, isLate: boolean) =>
  `gantt-bar gantt-${state}${isLate ? ' gantt-late' : ''}`

/** In the middle of a bar: not by its colour alone. */
function Sign({ state, isLate, x, y }: { state: MeasureState; isLate: boolean; x: number; y: number }) {
  if (state === 'done') return <path class="gantt-done-sign" d={`M${x - 6} ${y} l4 4 l8 -8`} />
  return isLate ? (
    <text class="gantt-sign" x={x} y={y + 5}>
      !
    </text>
  ) : null
}
