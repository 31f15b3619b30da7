import type { GeoArea, Geography, Population } from '#modules/areas/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Box } from '#ui/box/box.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { FindForm } from '#ui/find-form/find-form.tsx'
import { PhoneLink } from '#ui/phone/phone.tsx'
import { FoundForm } from '../feedback/found-form.view.tsx'
import type { HelpLine } from '../listing/help-lines.store.ts'
import { helpNumbers } from '../listing/help-numbers.ts'
import { messages } from '../messages.ts'
import { searchPath } from '../search/search-path.ts'
import { urls } from '../urls.ts'
import {
  AreaLinks,
  Briefs,
  LevelDoor,
  PopulationBars,
  ThemeList,
  WhoChoices,
} from './overview-parts.view.tsx'
import type { Overview } from './overview.store.ts'

type MunicipalityPageProps = {
  area: GeoArea
  name: string
  /** The place as the form has it: understood again as it stands. */
  placeField: string
  overview: Overview
  population: Population | null
  helpLines: HelpLine[]
  geography: Geography
  pyramidPath: string
}

/** Everything there is for somebody who lives here, by who and what it is about. Useful with three services and with five hundred. */
export function MunicipalityPage({
  area,
  name,
  placeField,
  overview,
  population,
  helpLines,
  geography,
  pyramidPath,
}: MunicipalityPageProps) {
  const { t, text, link, number } = useLocale()
  const kommune = area.code
  const own = overview.by_owner_level['municipality'] ?? 0
  const part = { overview, within: { kommune } }
  return (
    <>
      <div>
        <div class="page-head">
          <h1 class="page-title">{name}</h1>
          <p class="lead">
            {t(own > 0 ? messages.municipalityLead : messages.municipalityLeadFew, {
              total: number(overview.total),
              own: number(own),
              place: name,
            })}
            {overview.for_employees > 0 && (
              <> {t(messages.leadEmployees, { n: number(overview.for_employees) })}</>
            )}
          </p>
        </div>
        <FindForm
          action={link(urls.place.href())}
          place={{
            name: 'sted',
            label: text(messages.placeLabel),
            hint: text(messages.placeHint),
            value: placeField,
          }}
          need={{
            name: 'q',
            label: text(messages.needLabel),
            hint: text(messages.needHint),
            placeholder: text(messages.needPlaceholder),
          }}
          button={text(messages.find)}
        />
        <WhoChoices {...part} />
      </div>
      <div class="cols section">
        <div class="overview-main">
          {overview.begin_with.length > 0 && (
            <Briefs
              id="begynn"
              title={t(messages.beginWith)}
              briefs={overview.begin_with}
              kommune={kommune}
            />
          )}
          <ThemeList {...part} />
          {overview.latest.length > 0 && (
            <Briefs id="nytt" title={t(messages.latest)} briefs={overview.latest} kommune={kommune} />
          )}
        </div>
        <aside class="stack">
          <WhoToCall name={name} lines={helpLines} kommune={kommune} />
          <LevelDoor {...part} pyramidPath={pyramidPath} />
        </aside>
      </div>
      <div>
        <p class="section">
          <ButtonLink href={link(searchPath({ kommune }))}>
            {t(messages.seeAll, { n: overview.total + overview.for_employees })}
          </ButtonLink>
        </p>
        {population && <PopulationBars name={name} population={population} />}
        <AreaLinks
          title={t(messages.neighbours)}
          areas={geography.neighboursOf(kommune)}
          geography={geography}
        />
        <FoundForm municipality={kommune} />
      </div>
    </>
  )
}

/** What everybody should know, whatever covers the place: police, ambulance, children's alarm telephone, emergency clinic. */
const FIRST = ['112', '113', '116111', '116117']

/** Whom to call: the nearest help of this place, and the national numbers that always hold. */
function WhoToCall({ name, lines, kommune }: { name: string; lines: HelpLine[]; kommune: string }) {
  const { t, local, link, text } = useLocale()
  const near = lines.filter(line => line.distance < 3 && !FIRST.includes(line.number ?? ''))
  const national = helpNumbers.filter(entry => FIRST.includes(entry.number))
  const toService = (line: HelpLine) =>
    link(urls.service.href({ id: line.service_id, slug: line.slug }, { kommune }))
  return (
    <Box title={text(messages.whoToCall, { place: name })} kind="contact">
      <ul class="plain-list call-list">
        {near.map(line => (
          <li key={line.service_id + line.number}>
            <a class="call-name" href={toService(line)}>
              {local(line.name)}
            </a>
            {line.number ? (
              <PhoneLink number={line.number} kind="button" />
            ) : (
              <span class="quiet">{t(messages.numberMissing)}</span>
            )}
            {line.hours && <span class="quiet">{local(line.hours)}</span>}
          </li>
        ))}
        {national.map(entry => (
          <li key={entry.number}>
            <span class="call-name">{local(entry.name)}</span>
            <PhoneLink number={entry.number} kind="button" />
            <span class="quiet">{local(entry.hours)}</span>
          </li>
        ))}
      </ul>
      <p>
        <a href={link(urls.help.href({ kommune }))}>{t(messages.allHelp)}</a>
      </p>
    </Box>
  )
}
