import { useLocale } from '#platform/i18n/locale.tsx'
import { Table } from '#ui/table/table.tsx'
import { messages as pyramidMessages } from '../messages.ts'
import type { PyramidPlace } from '../place.ts'
import { inLevels } from '../pyramid/levels.ts'
import type { PyramidRoom } from '../rules.ts'
import { gapWords } from '../words.ts'
import { useHref, type ShownChain } from './shown-chain.ts'
import { choiceInWords } from './choice-in-words.ts'
import { messages } from './messages.ts'

type ComparisonProps = { place: PyramidPlace; first: ShownChain; second: ShownChain }

/** Two choices room by room, by level from the bottom: each number leads to its services. */
export function Comparison({ place, first, second }: ComparisonProps) {
  const locale = useLocale()
  const { t, local, text, number } = locale
  const hrefs = [useHref(place, first.choice), useHref(place, second.choice)] as const
  const others = inLevels(second.chain.rooms)
  const names = [first, second].map(({ choice }) => choiceInWords(choice, locale).join(', '))
  return (
    <section class="section stack" aria-labelledby="rom-for-rom">
      <h2 id="rom-for-rom">{t(messages.compared)}</h2>
      {inLevels(first.chain.rooms).map(({ level, rooms, services }, index) => {
        const beside = others[index]!
        const isBroken = services === 0 || beside.services === 0
        return (
          <div key={level.code} id={`niva-${level.code}`} class={`band-${level.code}`}>
            <Table
              caption={text(messages.inLevel, { level: locale.localText(level.name) })}
              rowHeader
              columns={[
                { label: text(pyramidMessages.columnRoom) },
                { label: names[0]!, numeric: true },
                { label: names[1]!, numeric: true },
                { label: text(messages.difference) },
              ]}
              rows={[
                ...rooms.map((room, at) => {
                  const other = beside.rooms[at]!
                  return [
                    local(room.name),
                    <Count key="1" room={room} href={hrefs[0](room)} />,
                    <Count key="2" room={other} href={hrefs[1](other)} />,
                    room.services > 0 !== other.services > 0 ? t(messages.differs) : '',
                  ]
                }),
                [
                  <strong key="sum">{t(messages.levelSum)}</strong>,
                  <strong key="1">{number(services)}</strong>,
                  <strong key="2">{number(beside.services)}</strong>,
                  isBroken ? t(messages.levelBroken) : '',
                ],
              ]}
            />
          </div>
        )
      })}
    </section>
  )
}

function Count({ room, href }: { room: PyramidRoom; href: string }) {
  const { t, number } = useLocale()
  if (room.services === 0) return <>{t(gapWords(room) ?? pyramidMessages.noneYet)}</>
  return <a href={href}>{number(room.services)}</a>
}
