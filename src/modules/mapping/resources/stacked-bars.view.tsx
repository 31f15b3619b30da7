/** One level of the pyramid, with the name of its colour. */
export type StackPart = { code: string; name: string; value: number }

type StackedBarsProps = {
  /** What is drawn, in words; the same stands in a table beside it. */
  label: string
  bars: readonly { name: string; text: string; parts: readonly StackPart[] }[]
}

const [width, left, right, height, gap] = [640, 60, 120, 30, 14]

/** Bars of which each is the sum of its parts, told apart by colour, pattern of edges and order; the first part is to the left. */
export function StackedBars({ label, bars }: StackedBarsProps) {
  const greatest = Math.max(...bars.map(bar => sumOf(bar.parts)), 0)
  const scale = greatest > 0 ? (width - left - right) / greatest : 0
  const total = bars.length * (height + gap)
  return (
    <div class="mapping-chart">
      <svg viewBox={`0 0 ${width} ${total}`} role="img" aria-label={label}>
        {bars.map((bar, at) => {
          const top = at * (height + gap)
          let x = left
          return (
            <g key={bar.name}>
              <text x={0} y={top + height / 2 + 5}>
                {bar.name}
              </text>
              {bar.parts.map(part => {
                const from = x
                x += part.value * scale
                return (
                  <rect
                    key={part.code}
                    class={`mapping-part band-${part.code}`}
                    x={round(from)}
                    y={top}
                    width={round(part.value * scale)}
                    height={height}
                  />
                )
              })}
              <text x={round(x) + 8} y={top + height / 2 + 5}>
                {bar.text}
              </text>
            </g>
          )
        })}
      </svg>
      <ul class="plain-list row mapping-legend">
        {(bars[0]?.parts ?? []).map(part => (
          <li key={part.code}>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <rect class={`mapping-part band-${part.code}`} width="16" height="16" />
            </svg>{' '}
            {part.name}
          </li>
        ))}
      </ul>
    </div>
  )
}

const sumOf = (parts: readonly StackPart[]) => parts.reduce((sum, { value }) => sum + value, 0)
const round = (value: number) => Math.round(value * 10) / 10
