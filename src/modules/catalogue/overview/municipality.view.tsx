import type { ComponentChild } from 'preact'
import type { GeoArea, Geography, Population } from '#modules/areas/index.ts'
import type { LocalText } from '#platform/i18n/language.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Bars } from '#ui/bars/bars.tsx'
import { Box } from '#ui/box/box.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { Choices } from '#ui/choices/choices.tsx'
import { FindForm } from '#ui/find-form/find-form.tsx'
import { Hits } from '#ui/hits/hits.tsx'
import { LevelSign } from '#ui/level/level.tsx'
import { PhoneLink } from '#ui/phone/phone.tsx'
import { FoundForm } from '../feedback/found-form.view.tsx'
import { messages } from '../messages.ts'
import { searchPath } from '../search/search-path.ts'
import { ageInWords } from '../service/age.ts'
import { urls } from '../urls.ts'
import { accessKinds, ageBands, audiences, levels, themes } from '../vocabulary/vocabulary.ts'
import type { Brief, HelpLine, Overview } from './overview.store.ts'

type MunicipalityPageProps = {
  area: GeoArea
  name: string
  overview: Overview
  population: Population | null
  helpLines: HelpLine[]
  geography: Geography
  today: string
}

/** Everything there is for somebody who lives here, by who and what it is about. Useful with three services and with five hundred. */
export function MunicipalityPage({
  area,
  name,
  overview,
  population,
  helpLines,
  geography,
}: MunicipalityPageProps) {
  const { t, text, link, localText, number } = useLocale()
  const kommune = area.code
  const own = overview.by_owner_level['municipality'] ?? 0
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
          </p>
        </div>
        <FindForm
          action={link(urls.place.href())}
          place={{
            name: 'sted',
            label: text(messages.placeLabel),
            hint: text(messages.placeHint),
            value: area.distinctName,
          }}
          need={{
            name: 'q',
            label: text(messages.needLabel),
            hint: text(messages.needHint),
            placeholder: text(messages.needPlaceholder),
          }}
          button={text(messages.find)}
        />
        <section class="section" aria-labelledby="hvem">
          <h2 id="hvem">{t(messages.whoIsIt)}</h2>
          <Choices size="large" items={whoChoices()} />
        </section>
      </div>
      <div class="cols section">
        <div class="stack">
          {overview.begin_with.length > 0 && (
            <Briefs
              id="begynn"
              title={t(messages.beginWith)}
              briefs={overview.begin_with}
              kommune={kommune}
            />
          )}
          <section class="section" aria-labelledby="tema">
            <h2 id="tema">{t(messages.byTheme)}</h2>
            <ul class="plain-list link-list">
              {themeChoices().map(choice => (
                <li key={choice.href}>
                  <a href={choice.href}>{choice.label}</a> <span class="quiet">{choice.count}</span>
                </li>
              ))}
            </ul>
          </section>
          {overview.latest.length > 0 && (
            <Briefs id="nytt" title={t(messages.latest)} briefs={overview.latest} kommune={kommune} />
          )}
        </div>
        <aside class="stack">
          <WhoToCall name={name} lines={helpLines} kommune={kommune} />
          <LevelDoor overview={overview} kommune={kommune} />
        </aside>
      </div>
      <div>
        {population && <PopulationBars name={name} population={population} />}
        <AreaLinks
          title={t(messages.neighbours)}
          areas={geography.neighboursOf(kommune)}
          geography={geography}
        />
        <p class="section">
          <ButtonLink href={link(searchPath({ kommune }))}>
            {t(messages.seeAll, { n: overview.total + overview.for_employees })}
          </ButtonLink>
        </p>
        <FoundForm municipality={kommune} />
      </div>
    </>
  )

  function whoChoices() {
    const bands = ageBands.list
      .filter(band => !band.parent)
      .map(band => ({
        code: band.code,
        name: band.name,
        count: overview.by_age[band.code] ?? 0,
        path: searchPath({ kommune, alder: [band.code] }),
      }))
    const groups = audiences.list
      .filter(term => ['pregnant', 'parents', 'family', 'employees'].includes(term.code))
      .map(term => ({
        code: term.code,
        name: term.name,
        count: overview.by_audience[term.code] ?? 0,
        path: searchPath({ kommune, hvem: [term.code] }),
      }))
    return [...bands, ...groups].filter(choice => choice.count > 0).map(choice => toChoice(choice))
  }

  function themeChoices() {
    return themes.list
      .map(theme => ({
        name: theme.name,
        count: overview.by_theme[theme.code] ?? 0,
        path: searchPath({ kommune, tema: [theme.code] }),
      }))
      .filter(choice => choice.count > 0)
      .map(choice => toChoice(choice))
  }

  function toChoice(choice: { name: LocalText; count: number; path: string }) {
    return {
      href: link(choice.path),
      label: localText(choice.name),
      detail: text(messages.services, { n: choice.count }),
      count: choice.count,
    }
  }
}

type BriefsProps = { id: string; title: ComponentChild; briefs: Brief[]; kommune: string | null }

/** A few services as examples. */
export function Briefs({ id, title, briefs, kommune }: BriefsProps) {
  const locale = useLocale()
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <Hits
        headingLevel={3}
        items={briefs.map(brief => ({
          href: locale.link(urls.service.href({ id: brief.id, slug: brief.slug }, { kommune })),
          name: locale.local(brief.name),
          summary: locale.local(brief.summary),
          level: brief.level,
          levelLabel: locale.localText(levels.get(brief.level)?.short),
          facts: [
            ageInWords(locale, brief.age_from, brief.age_to),
            locale.localText(accessKinds.get(brief.access_kinds[0] ?? '')?.name),
            locale.local(brief.owner_name),
          ].filter(fact => fact !== null && fact !== ''),
        }))}
      />
    </section>
  )
}

/** The nearest numbers for help at once: what covers this place, nearest first in each kind. */
function WhoToCall({ name, lines, kommune }: { name: string; lines: HelpLine[]; kommune: string }) {
  const { t, local, link, text } = useLocale()
  if (lines.length === 0) return null
  const nearest = lines.filter(line => line.distance < 3)
  const shown = [...nearest, ...lines.filter(line => line.distance === 3)].slice(0, 7)
  return (
    <Box title={text(messages.whoToCall, { place: name })} kind="contact">
      <ul class="plain-list call-list">
        {shown.map(line => (
          <li key={line.number + line.service_id}>
            <a
              class="call-name"
              href={link(urls.service.href({ id: line.service_id, slug: line.slug }, { kommune }))}
            >
              {local(line.name)}
            </a>
            <PhoneLink number={line.number} kind="button" />
            {line.hours && <span class="quiet">{local(line.hours)}</span>}
          </li>
        ))}
      </ul>
      <p>
        <a href={link(urls.help.href({ kommune }))}>{t(messages.allHelp)}</a>
      </p>
    </Box>
  )
}

/** The pyramid in small: the three levels, each with its number. */
function LevelDoor({ overview, kommune }: { overview: Overview; kommune: string }) {
  const { t, localText, link, text } = useLocale()
  return (
    <Box title={text(messages.byLevel)}>
      <p>{t(messages.pyramidDoorText)}</p>
      <ul class="plain-list level-door">
        {levels.list.toReversed().map(level => (
          <li key={level.code}>
            <a href={link(searchPath({ kommune, niva: [level.code] }))}>
              <LevelSign level={level.code} label={localText(level.name)} />
              <span class="quiet">{t(messages.services, { n: overview.by_level[level.code] ?? 0 })}</span>
            </a>
          </li>
        ))}
      </ul>
    </Box>
  )
}

/** How many children and young people live here, by age. */
export function PopulationBars({ name, population }: { name: string; population: Population }) {
  const { t, text, number } = useLocale()
  const bands = [
    ['0-5', population.age0To5],
    ['6-12', population.age6To12],
    ['13-19', population.age13To19],
    ['20-24', population.age20To24],
  ] as const
  const { localText } = useLocale()
  return (
    <section class="section" aria-labelledby="folketall">
      <h2 id="folketall">{t(messages.population, { place: name })}</h2>
      <p>
        {t(messages.populationText, {
          total: number(population.total),
          children: number(population.age0To17),
          year: population.year,
        })}
      </p>
      <Bars
        caption={text(messages.population, { place: name })}
        items={bands.map(([code, value]) => ({
          label: localText(ageBands.get(code)?.name),
          value,
          text: number(value),
        }))}
      />
      <p class="quiet">{t(messages.populationSource)}</p>
    </section>
  )
}

type AreaLinksProps = { title: ComponentChild; areas: readonly GeoArea[]; geography: Geography }

/** Municipalities as a list of links. */
export function AreaLinks({ title, areas, geography }: AreaLinksProps) {
  const { link, language } = useLocale()
  if (areas.length === 0) return null
  return (
    <section class="section">
      <h2>{title}</h2>
      <ul class="plain-list link-list">
        {areas.map(area => (
          <li key={area.code}>
            <a href={link(urls.municipality.href({ code: area.code }))}>
              {geography.localName(area, language)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
