import type { Message } from '#platform/i18n/messages.ts'
import { localeOf, useLocale } from '#platform/i18n/locale.tsx'
import { messages } from './messages.ts'
import type { Step } from './method-content.ts'
import type { StepState } from './rules.ts'
import { layOutSpiral, type PlacedStep } from './spiral.ts'
import { stepStateNames } from './words.ts'

export type DrawnStep = {
  step: Step
  href: string
  /** Null in the guide: nobody's round. */
  state: StepState | null
}

const LINE = 21

type SpiralProps = {
  label: string
  steps: readonly DrawnStep[]
  /** Words in the middle: how far one has come. */
  middle?: { message: Message; params?: Record<string, string | number> }
}

/** The method as a spiral: each step a circle that leads to it. The same is told as a list or table beside it. */
export function SpiralDrawing({ label, steps, middle }: SpiralProps) {
  // No element of a drawing can say its language but its own: where bokmål stands in for Sámi, the drawing says so.
  const { language } = useLocale()
  const locale = localeOf(language)
  const spiral = layOutSpiral(steps, ({ step }) =>
    drawnName(locale.localText(step.drawn), locale.localText(step.name)),
  )
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no HTML element groups links inside a drawing
    <svg
      class="spiral"
      viewBox={`0 0 ${spiral.width} ${spiral.height}`}
      role="group"
      aria-label={label}
      lang={language === 'se' ? 'nb' : undefined}
    >
      <defs>
        <marker
          id="videre"
          viewBox="0 0 10 10"
          refX="6"
          refY="5"
          markerWidth="4"
          markerHeight="4"
          orient="auto"
        >
          <path class="spiral-tip" d="M0 0L10 5L0 10z" />
        </marker>
      </defs>
      <path class="spiral-way" d={spiral.way} marker-end="url(#videre)" />
      {middle && (
        <text class="spiral-middle" x={spiral.middle.x} y={spiral.middle.y} aria-hidden="true">
          {locale.text(middle.message, middle.params)}
        </text>
      )}
      {spiral.steps.map(({ item, x, y, lines, side }, index) => (
        <a key={item.step.code} href={item.href} class={`spiral-step spiral-${item.state ?? 'guide'}`}>
          <title>
            {locale.text(messages.numbered, { n: index + 1, name: locale.localText(item.step.name) })}
            {item.state && `: ${locale.text(stepStateNames[item.state])}`}
          </title>
          <g aria-hidden="true">
            {/* What a finger hits. */}
            <rect class="spiral-hit" {...hitOf({ x, y, lines, side })} rx="8" />
            <circle class="spiral-dot" cx={x} cy={y} r="20" />
            {item.state === 'done' ? (
              <path class="spiral-tick" d={`M${x - 8} ${y}l6 7l11 -13`} />
            ) : (
              <text class="spiral-number" x={x} y={y + 7}>
                {index + 1}
              </text>
            )}
            <text class={`spiral-name spiral-name-${side}`}>
              {lines.map((line, at) => (
                <tspan key={at} {...placeOf({ x, y, lines, side }, at)}>
                  {line}
                </tspan>
              ))}
            </text>
          </g>
        </a>
      ))}
    </svg>
  )
}

type Placed = Pick<PlacedStep<unknown>, 'x' | 'y' | 'lines' | 'side'>

/** From the middle of a dot to where its name begins. */
const BESIDE = 27

/** Where a line of the name stands. */
function placeOf({ x, y, lines, side }: Placed, line: number): { x: number; y: number } {
  if (side === 'below') return { x, y: y + 40 + line * LINE }
  // Away from the second step, which is near.
  if (side === 'within') return { x: x + 14, y: y + 40 + line * LINE }
  const first = y + 6 - ((lines.length - 1) * LINE) / 2
  return { x: side === 'left' ? x - BESIDE : x + BESIDE, y: first + line * LINE }
}

/** The dot and its name. */
function hitOf({ x, y, lines, side }: Placed): { x: number; y: number; width: number; height: number } {
  if (side === 'below') return { x: x - 62, y: y - 24, width: 124, height: 54 + lines.length * LINE }
  if (side === 'within') return { x: x - 92, y: y - 24, width: 116, height: 54 + lines.length * LINE }
  return { x: side === 'left' ? x - 128 : x - 24, y: y - 34, width: 152, height: 68 }
}

/** A word that is broken at a space gets its hyphen: it is one word in the name. */
const drawnName = (drawn: string, name: string) =>
  drawn === '' || drawn === name ? name : drawn.replace(' ', '- ')
