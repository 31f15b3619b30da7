import type { Geography } from '#modules/areas/index.ts'
import { searchPath } from '#modules/catalogue/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { LevelMark } from '#ui/level/level.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { AsTable } from '#ui/table/as-table.tsx'
import { messages } from '../messages.ts'
import type { PyramidPlace } from '../place.ts'
import { gapsOf, ownerGroups, type PyramidRoom } from '../rules.ts'
import { urls } from '../urls.ts'
import { dutyWords, gapWords, ownerNames, ownersIn } from '../words.ts'
import { Drawing, shadeOf, SmallDrawing } from './drawing.view.tsx'
import { OwnerMark } from './owner-mark.view.tsx'
import { MunicipalityLinks } from '../places/municipality-links.view.tsx'
import { inLevels, type PyramidLevel } from './levels.ts'
import { roomLines } from './rooms-file.ts'

type PyramidPageProps = {
  title: string
  place: PyramidPlace
  name: string
  /** By level from the bottom, and by their order. */
  rooms: readonly PyramidRoom[]
  geography: Geography
}

/** The whole of a place in one picture, and the same as a list. */
export function PyramidPage({ title, place, name, rooms, geography }: PyramidPageProps) {
  const { t, text, link } = useLocale()
  const byLevel = inLevels(rooms)
  const hrefOf = (room: PyramidRoom) => link(urls.room.href({ code: place.code, room: room.code }))
  return (
    <>
      <div class="page-head pyramid-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.lead)}</p>
        {place.kind === 'county' && <p>{t(messages.countyLead, { place: name })}</p>}
      </div>
      <div class="pyramid-pictures">
        <Drawing label={text(messages.drawing, { place: name })} levels={byLevel} hrefOf={hrefOf} />
        <SmallDrawing label={text(messages.drawing, { place: name })} levels={byLevel} />
        <Legend />
      </div>
      <div>
        <Notice kind="info">{text(messages.registeredOnly)}</Notice>
        {byLevel.map(level => (
          <LevelRooms key={level.level.code} {...level} hrefOf={hrefOf} />
        ))}
        <GapList rooms={rooms} hrefOf={hrefOf} />
        <AsTable caption={text(messages.rooms)} lines={locale => roomLines(rooms, locale)} />
        <p class="section row no-print">
          <ButtonLink
            href={link(
              searchPath(place.kind === 'county' ? { dekker: place.code } : { kommune: place.code }),
            )}
          >
            {t(messages.toSearch, { place: name })}
          </ButtonLink>
          <ButtonLink kind="quiet" href={link(urls.chain.href({ code: place.code }))}>
            {t(messages.toChain)}
          </ButtonLink>
          <ButtonLink kind="quiet" href={link(urls.table.href({ code: place.code }))}>
            {t(messages.asCsv)}
          </ButtonLink>
        </p>
        {place.kind === 'county' && <Municipalities county={place.code} geography={geography} />}
      </div>
    </>
  )
}

/** What shapes, lines and shades mean. */
export function Legend() {
  const { t } = useLocale()
  return (
    <section class="pyramid-legend" aria-labelledby="tegn">
      <h2 id="tegn" class="visually-hidden">
        {t(messages.legend)}
      </h2>
      <ul class="plain-list">
        {ownerGroups.map(group => (
          <li key={group}>
            <OwnerMark group={group} />
            {t(ownerNames[group])}
          </li>
        ))}
        <li>
          <LawSign />
          {t(messages.legendStatutory)}
        </li>
        <li class="legend-wide">
          <svg class="legend-brick" viewBox="0 0 26 18" aria-hidden="true">
            <rect class="brick brick-empty" x="1.5" y="1.5" width="23" height="15" rx="4" />
          </svg>
          {t(messages.legendEmpty)}
        </li>
        <li class="legend-wide">{t(messages.legendFill)}</li>
      </ul>
    </section>
  )
}

/** The sign of a room that law demands; the words stand beside it. */
function LawSign() {
  return (
    <span class="law-sign" aria-hidden="true">
      §
    </span>
  )
}

type LinkedRooms = { hrefOf: (room: PyramidRoom) => string }

/** One level: its bricks as rows. `filledOnly`: those with nothing in them are named together below. */
export function LevelRooms({
  level,
  rooms,
  services,
  hrefOf,
  filledOnly = false,
}: PyramidLevel & LinkedRooms & { filledOnly?: boolean }) {
  const { t, text, local } = useLocale()
  const rows = filledOnly ? rooms.filter(room => room.services > 0) : rooms
  const others = rooms.filter(room => !rows.includes(room))
  const id = `niva-${level.code}`
  return (
    <section class={`section level-rooms band-${level.code}`} aria-labelledby={id}>
      <h2 id={id} class="level-title">
        <LevelMark level={level.code} />
        {local(level.name)}
      </h2>
      <p>{local(level.explanation)}</p>
      <p class="quiet">
        {t(messages.levelFigures, {
          services: text(messages.services, { n: services }),
          filled: rooms.filter(room => room.services > 0).length,
          rooms: rooms.length,
        })}
      </p>
      {rows.length > 0 && (
        <ul class="plain-list room-rows">
          {rows.map(room => (
            <RoomRow key={room.code} room={room} href={hrefOf(room)} />
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <p class="quiet rooms-without">
          {t(messages.roomsWithout)} {others.map((room, index) => [index > 0 && ', ', local(room.name)])}
        </p>
      )}
    </section>
  )
}

function RoomRow({ room, href }: { room: PyramidRoom; href: string }) {
  const { t, local } = useLocale()
  const gap = gapWords(room)
  const duty = dutyWords(room)
  return (
    <li
      class={`room-row row-${room.isElsewhere ? 'elsewhere' : room.state} row-fill-${shadeOf(room.services)}`}
    >
      <h3 class="room-name">
        <a href={href}>{local(room.name)}</a>
      </h3>
      <p class="room-count">
        {room.services > 0 && t(messages.services, { n: room.services })}
        {gap && <strong class="room-gap">{t(gap)}</strong>}
      </p>
      {duty && (
        <p class="room-duty">
          <LawSign />
          {t(duty)}
        </p>
      )}
      {room.services > 0 && (
        <ul class="plain-list room-owners">
          {ownersIn(room).map(({ group, services }) => (
            <li key={group}>
              <OwnerMark group={group} />
              {t(ownerNames[group])} {services}
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

/** What is missing, by kind: first what law demands. */
function GapList({ rooms, hrefOf }: { rooms: readonly PyramidRoom[] } & LinkedRooms) {
  const { t, local } = useLocale()
  const gaps = gapsOf(rooms)
  const kinds = [
    { title: messages.gapsMissing, rooms: gaps.missing },
    { title: messages.gapsVoluntary, rooms: gaps.voluntary },
    { title: messages.gapsOthers, rooms: gaps.others },
    { title: messages.gapsEmpty, rooms: gaps.empty },
  ].filter(kind => kind.rooms.length > 0)
  return (
    <section class="section" aria-labelledby="hull">
      <h2 id="hull">{t(messages.gaps)}</h2>
      {kinds.length === 0 && <p>{t(messages.gapsNone)}</p>}
      {kinds.map(kind => (
        <div key={kind.title.nb} class="gap-kind">
          <h3>
            {t(kind.title)} <span class="quiet">({kind.rooms.length})</span>
          </h3>
          <ul class="plain-list link-list">
            {kind.rooms.map(({ room, part }) => (
              <li key={part?.entry.code ?? room.code}>
                <a href={hrefOf(room)}>{local(room.kind === 'own' && part ? part.entry.name : room.name)}</a>
                {room.kind === 'own' && part && <> ({local(room.name)})</>}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function Municipalities({ county, geography }: { county: string; geography: Geography }) {
  const { t } = useLocale()
  return (
    <section class="section no-print" aria-labelledby="kommuner">
      <h2 id="kommuner">{t(messages.municipalities)}</h2>
      <MunicipalityLinks county={county} geography={geography} />
    </section>
  )
}
