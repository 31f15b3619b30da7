import type { Geography } from '#modules/areas/index.ts'
import {
  DangerNumbers,
  levels,
  searchPath,
  ServiceHits,
  type RoomEntry,
  type RoomOfPlace,
} from '#modules/catalogue/index.ts'
import type { ComponentChild } from 'preact'
import { useLocale } from '#platform/i18n/locale.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { LevelSign } from '#ui/level/level.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { AsTable } from '#ui/table/as-table.tsx'
import { messages } from '../messages.ts'
import type { PyramidPlace } from '../place.ts'
import type { NationalRoom, PyramidRoom } from '../rules.ts'
import { urls } from '../urls.ts'
import { dutyWords, whoNames } from '../words.ts'
import { serviceCells, serviceHead } from './room-file.ts'

type RoomPageProps = {
  title: string
  place: PyramidPlace
  name: string
  room: PyramidRoom
  /** The municipality shows it as a part of this. */
  partOf: PyramidRoom | null
  services: RoomOfPlace
  within: { kommune: string } | { dekker: string }
  geography: Geography
  /** Today in Norway, `YYYY-MM-DD`. */
  today: string
}

/** A room: what one can find here, first; then whose responsibility it is and why. */
export function RoomPage({
  title,
  place,
  name,
  room,
  partOf,
  services,
  within,
  geography,
  today,
}: RoomPageProps) {
  const { t, text, link, local, localText } = useLocale()
  const national = room.parts.map(part => part.entry.code)
  const municipality = place.kind === 'municipality' ? place.code : null
  return (
    <>
      <div>
        <div class="page-head">
          <h1 class="page-title">{title}</h1>
          <DangerNumbers dangers={services.dangers} lines={services.helpLines} municipality={municipality} />
          {room.text && <p class="lead">{local(room.text)}</p>}
          {room.kind === 'own' && <p>{t(messages.ownRoom, { place: name })}</p>}
          {room.kind === 'others' && <p class="lead">{t(messages.othersRoom, { place: name })}</p>}
          <ul class="plain-list row">
            <li>
              <LevelSign level={room.level} label={localText(levels.get(room.level)?.name)} />
            </li>
            <li>{t(dutyWords(room) ?? messages.voluntaryDuty)}</li>
          </ul>
          {partOf && (
            <p>
              {t(messages.shownIn, { place: name })}{' '}
              <a href={link(urls.room.href({ code: place.code, room: partOf.code }))}>{local(partOf.name)}</a>
            </p>
          )}
          {room.parts.map(part => (
            <GapNotice key={part.entry.code} part={part} isOne={room.parts.length === 1} />
          ))}
        </div>
      </div>
      <div class="cols section">
        <section aria-labelledby="tilbud">
          <h2 id="tilbud">
            {services.total > 0 ? t(messages.services, { n: services.total }) : t(messages.roomServices)}
          </h2>
          {services.total === 0 ? (
            <Empty title={text(messages.roomEmpty)} headingLevel={3}>
              <p>{t(messages.roomEmptyText)}</p>
              {national.length > 0 && (
                <p>
                  <a class="more" href={link(searchPath({ rom: national }))}>
                    {t(messages.roomElsewhere)}
                  </a>
                </p>
              )}
            </Empty>
          ) : (
            <ServiceHits {...{ geography, municipality, today }} hits={services.hits} headingLevel={3} />
          )}
          {services.total > 0 && (
            <>
              <AsTable
                caption={text(messages.roomServices)}
                lines={locale => [
                  serviceHead(locale),
                  ...services.hits.map(({ card }) => serviceCells(card, locale)),
                ]}
              />
              <p class="no-print">
                <a class="more" href={link(urls.roomTable.href({ code: place.code, room: room.code }))}>
                  {t(messages.asCsv)}
                </a>
              </p>
            </>
          )}
          {services.total > services.hits.length && (
            <p class="section">
              <ButtonLink href={link(searchPath({ ...within, rom: national }))}>
                {t(messages.seeAll, { n: services.total })}
              </ButtonLink>
            </p>
          )}
        </section>
        {room.parts.length > 0 && (
          <aside class="stack" aria-labelledby="ansvar">
            <Responsibility room={room} />
          </aside>
        )}
      </div>
      <p class="section">
        <a class="more" href={link(urls.pyramid.href({ code: place.code }))}>
          {t(messages.toPyramid, { place: name })}
        </a>
      </p>
    </>
  )
}

const gapTexts = {
  missing: messages.gapMissing,
  voluntary: messages.gapVoluntary,
  others: messages.gapOthers,
}

function GapNotice({ part: { state, entry }, isOne }: { part: NationalRoom; isOne: boolean }) {
  const { text, localText } = useLocale()
  if (state === 'open' || state === 'empty') return null
  const says = text(gapTexts[state], { who: text(whoNames[entry.duty.by!]) })
  return <Notice kind="warning">{isOne ? says : `${localText(entry.name)}: ${says}`}</Notice>
}

/** What law and guidelines say, each with where it is from and how sure it is: of each national room that it is made of. */
function Responsibility({ room }: { room: PyramidRoom }) {
  const { t, local } = useLocale()
  return (
    <>
      <h2 id="ansvar">{t(messages.responsibility)}</h2>
      {room.parts.map(({ entry }) => (
        <Explanation key={entry.code} entry={entry} name={room.parts.length > 1 ? local(entry.name) : null} />
      ))}
    </>
  )
}

function Explanation({ entry, name }: { entry: RoomEntry; name: ComponentChild }) {
  const { t, local, list } = useLocale()
  const years = [...new Set(entry.laws.filter(law => !law.checked).map(law => law.as_of))]
  return (
    <div class="stack">
      {name && <h3>{name}</h3>}
      <div class="stack stack-close">
        <h3>{t(messages.laws)}</h3>
        {entry.laws.length === 0 && <p>{t(messages.noLaw)}</p>}
        {entry.laws.length > 0 && (
          <ul class="plain-list stack stack-close">
            {entry.laws.map((law, index) => (
              <li key={index}>
                {local(law.text)}
                <br />
                <span class="quiet small" lang="nb">
                  {law.section ? `${law.law} ${law.section}` : law.law}
                </span>
              </li>
            ))}
          </ul>
        )}
        {years.length > 0 && <p class="quiet small">{t(messages.unchecked, { year: list(years) })}</p>}
      </div>
      {entry.guidelines.length > 0 && (
        <div class="stack stack-close">
          <h3>{t(messages.guidelines)}</h3>
          <ul class="plain-list">
            {entry.guidelines.map(guideline => (
              <li key={guideline.title}>
                <a class="source-link" href={guideline.url} lang="nb">
                  {guideline.title}
                </a>
                {guideline.publisher && (
                  <span class="quiet small" lang="nb">
                    {' '}
                    {guideline.publisher}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {entry.kostra.length > 0 && (
        <p class="quiet small">{t(messages.kostra, { codes: list(entry.kostra) })}</p>
      )}
    </div>
  )
}
