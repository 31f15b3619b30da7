import { pickText, type Language, type LocalText } from '#platform/i18n/language.ts'
import { localeOf, useLocale, type Locale } from '#platform/i18n/locale.tsx'
import { messages } from '../messages.ts'
import type { PyramidRoom } from '../rules.ts'
import { dutyWords, gapWords, ownerNames, ownersIn } from '../words.ts'
import type { PyramidLevel } from './levels.ts'
import { layOut, type PlacedBrick } from './layout.ts'
import { OwnerShape } from './owner-mark.view.tsx'

type DrawingProps = {
  label: string
  /** From the bottom. */
  levels: readonly PyramidLevel[]
  hrefOf: (room: PyramidRoom) => string
}

/** The pyramid: a band for each level, widest at the bottom, and each room a brick in it that leads to the room. */
export function Drawing({ label, levels, hrefOf }: DrawingProps) {
  const locale = drawnLocale(useLocale().language)
  const fromTop = levels.toReversed()
  const nameOf = (room: PyramidRoom) => shortName(room, locale.language).text
  const placed = layOut(
    fromTop.map(({ rooms }) => rooms),
    nameOf,
  )
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no HTML element groups links inside a drawing
    <svg
      class="pyramid-drawing"
      viewBox={`0 -4 ${placed.width} ${Math.ceil(placed.height) + 6}`}
      role="group"
      aria-label={label}
      lang={langOf(locale)}
    >
      {placed.bands.map((band, index) => {
        const { level, services } = fromTop[index]!
        return (
          <g key={level.code} class={`band band-${level.code}`}>
            <polygon class="band-ground" points={band.outline} />
            <text class="band-name" x={placed.width / 2} y={band.labelY}>
              {locale.text(messages.bandLabel, {
                level: locale.localText(level.short),
                services: locale.text(messages.services, { n: services }),
              })}
            </text>
            {band.bricks.map(brick => (
              <Brick key={brick.item.code} brick={brick} href={hrefOf(brick.item)} locale={locale} />
            ))}
          </g>
        )
      })}
    </svg>
  )
}

/**
 * Inside a drawing no element can say its language but its own: texts go there without marks, and where bokmål stands in for
 * Sámi, as for nearly all of them, the drawing says so.
 */
const drawnLocale = (language: Language): Locale => localeOf(language)
const langOf = ({ language }: Locale): Language | undefined => (language === 'se' ? 'nb' : undefined)

/** What a brick is called, and in which language that is. */
function shortName(room: PyramidRoom, language: Language): { text: string; language: Language } {
  const inThis: LocalText = room.short && !(language === 'se' && room.name.se) ? room.short : room.name
  return pickText(inThis, language)!
}

function langOfName(room: PyramidRoom, language: Language): Language | undefined {
  return language === 'se' && shortName(room, language).language === 'se' ? 'se' : undefined
}

const NAME_LINE = 17

type BrickProps = { brick: PlacedBrick<PyramidRoom>; href: string; locale: Locale }

function Brick({ brick, href, locale }: BrickProps) {
  const { item: room, x, y, width, height, lines } = brick
  const middle = x + width / 2
  const gap = gapWords(room)
  const duty = dutyWords(room)
  // Two lines of a name stand in the middle of what is above the figures; three begin at the top.
  const first = y + (lines.length > 2 ? 18 : lines.length === 2 ? 24 : 32)
  return (
    // Its name is the title's: the figures and shapes by themselves say nothing to who hears them.
    <a href={href}>
      <title>{inWords(locale, room)}</title>
      <g aria-hidden="true">
        <rect
          class={`brick brick-${room.isElsewhere ? 'elsewhere' : room.state} fill-${shadeOf(room.services)}`}
          x={x}
          y={y}
          width={width}
          height={height}
          rx="8"
        />
        <text class="brick-name" lang={langOfName(room, locale.language)}>
          {lines.map((line, index) => (
            <tspan key={index} x={middle} y={first + index * (lines.length > 2 ? 15 : NAME_LINE)}>
              {line}
            </tspan>
          ))}
        </text>
        <text class={gap ? 'brick-gap' : 'brick-count'} x={middle} y={y + 65}>
          {gap ? locale.text(gap) : locale.text(messages.services, { n: room.services })}
        </text>
        <Owners room={room} middle={middle} y={y + 72} />
        {duty && (
          <g class="brick-law">
            <circle cx={x + width - 9} cy={y + 3} r="9" />
            <text x={x + width - 9} y={y + 7.5}>
              §
            </text>
          </g>
        )}
      </g>
    </a>
  )
}

/** A shape, its number, and what is between two of them. */
const widthOf = (services: number) => 20 + 7 * String(services).length

function Owners({ room, middle, y }: { room: PyramidRoom; middle: number; y: number }) {
  const owners = ownersIn(room)
  let x = middle + 3 - owners.reduce((sum, { services }) => sum + widthOf(services), 0) / 2
  return (
    <g class="brick-owners">
      {owners.map(({ group, services }) => {
        const at = Math.round(x)
        x += widthOf(services)
        return (
          <g key={group}>
            <OwnerShape group={group} x={at} y={y} />
            <text x={at + 12} y={y + 9}>
              {services}
            </text>
          </g>
        )
      })}
    </g>
  )
}

/** How strongly a brick is filled, 0 to 4: by number of services. */
export function shadeOf(services: number): number {
  if (services === 0) return 0
  if (services < 3) return 1
  if (services < 6) return 2
  return services < 12 ? 3 : 4
}

/** A room in one line, for who hears it: `Barnevern: 4 tilbud, Lovpålagt for kommunen, Kommune: 3, Stat og region: 1`. */
export function inWords(locale: Locale, room: PyramidRoom): string {
  const { text, localText } = locale
  const gap = gapWords(room)
  const duty = dutyWords(room)
  const parts = [
    room.services > 0 && text(messages.services, { n: room.services }),
    gap && text(gap),
    duty && text(duty),
    ...ownersIn(room).map(({ group, services }) =>
      text(messages.ownerCount, { owner: text(ownerNames[group]), n: services }),
    ),
  ].filter(part => part !== false && part !== null)
  // What is seen comes first, and the whole name where that is another.
  const seen = shortName(room, locale.language).text.replaceAll('\u00AD', '')
  const whole = localText(room.name)
  return `${seen === whole ? whole : `${seen} (${whole})`}: ${parts.join(', ')}`
}

/** The three bands by themselves, for a narrow screen: each leads to its level in the list. */
export function SmallDrawing({ label, levels }: { label: string; levels: readonly PyramidLevel[] }) {
  const locale = drawnLocale(useLocale().language)
  const { text, localText } = locale
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no HTML element groups links inside a drawing
    <svg class="pyramid-small" viewBox="0 0 340 216" role="group" aria-label={label} lang={langOf(locale)}>
      {levels.toReversed().map(({ level, services }, index) => {
        const { points, y } = smallBands[index]!
        const figures = text(messages.services, { n: services })
        return (
          <a key={level.code} class={`band band-${level.code}`} href={`#niva-${level.code}`}>
            <polygon class="band-ground" points={points} />
            <text class="band-name" x="170" y={y}>
              {localText(level.short)}
            </text>{' '}
            <text class="brick-count" x="170" y={y + 20}>
              {figures}
            </text>
          </a>
        )
      })}
    </svg>
  )
}

/** From the top. */
const smallBands = [
  { points: '92,2 248,2 272,68 68,68', y: 30 },
  { points: '66,74 274,74 298,140 42,140', y: 102 },
  { points: '40,146 300,146 324,212 16,212', y: 174 },
]
