import { useLocale } from '#platform/i18n/locale.tsx'
import { layOutChart, type ChartData } from './line-chart.ts'

type LineChartProps = ChartData & {
  /** What the drawing says, for those who do not see it, and where the same stands in words. */
  label: string
  /** Of the numbers at the side. */
  unit: string
}

/** Lines over years, drawn on the server. A table beside it says the same. */
export function LineChart({ lines, band, label, unit }: LineChartProps) {
  const { number } = useLocale()
  const chart = layOutChart({ lines, ...(band && { band }) })
  if (!chart) return null
  return (
    <figure class="line-chart">
      <p class="quiet small" aria-hidden="true">
        {unit}
      </p>
      <svg viewBox={`0 0 ${chart.width} ${chart.height}`} role="img" aria-label={label}>
        {chart.levels.map(({ y, value }) => (
          <g key={value}>
            <line class="chart-level" x1={chart.left} x2={chart.right} y1={y} y2={y} />
            <text class="chart-value" x={chart.left - 8} y={y + 5}>
              {number(value)}
            </text>
          </g>
        ))}
        {chart.places.map(({ x, value }) => (
          <text key={value} class="chart-place" x={x} y={chart.height - 10}>
            {value}
          </text>
        ))}
        {chart.band && <path class="chart-band" d={chart.band} />}
        {chart.zeroY !== null && (
          <line class="chart-zero" x1={chart.left} x2={chart.right} y1={chart.zeroY} y2={chart.zeroY} />
        )}
        {chart.lines.map((line, index) => (
          <g key={index}>
            <path class={`chart-line chart-${line.look}`} d={line.path} />
            {line.marks.map(({ x, y }) => (
              <circle key={x} class="chart-mark" cx={x} cy={y} r="4.5" />
            ))}
          </g>
        ))}
      </svg>
      <figcaption>
        <ul class="plain-list chart-legend">
          {lines.map(({ name, look }) => (
            <li key={name}>
              <svg viewBox="0 0 40 12" aria-hidden="true">
                <path class={`chart-line chart-${look}`} d="M2 6 H38" />
              </svg>
              {name}
            </li>
          ))}
          {band && (
            <li>
              <svg viewBox="0 0 40 12" aria-hidden="true">
                <rect class="chart-band" width="40" height="12" />
              </svg>
              {band.name}
            </li>
          )}
        </ul>
      </figcaption>
    </figure>
  )
}
