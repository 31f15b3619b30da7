import type { ComponentChild } from 'preact'
import type { GeoArea, Geography, Population } from '#modules/areas/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Bars } from '#ui/bars/bars.tsx'
import { Box } from '#ui/box/box.tsx'
import { Choices } from '#ui/choices/choices.tsx'
import { Hits } from '#ui/hits/hits.tsx'
import { LevelSign } from '#ui/level/level.tsx'
import { messages } from '../messages.ts'
import { searchPath } from '../search/search-path.ts'
import type { SearchQuery } from '../search/search.schema.ts'
import { ageInWords } from '../service/age.ts'
import { urls } from '../urls.ts'
import { accessKinds, ageBands, audiences, levels, themes } from '../vocabulary/vocabulary.ts'
import type { Brief, Overview } from './overview.store.ts'

type PartProps = {
  overview: Overview
  /** The place as a search knows it: what the counts are of, and what the links lead to. */
  within: Pick<Partial<SearchQuery>, 'kommune' | 'dekker'>
}

/** Whom it is about: ages, and audiences that are no ages, each with its number. */
export function WhoChoices({ overview, within }: PartProps) {
  const { t, text, link, localText } = useLocale()
  const bands = ageBands.list
    .filter(band => !band.parent)
    .map(band => ({
      name: band.name,
      count: overview.by_age[band.code] ?? 0,
      path: searchPath({ ...within, alder: [band.code] }),
    }))
  const groups = audiences.list
    .filter(term => ['pregnant', 'parents', 'family', 'employees'].includes(term.code))
    .map(term => ({
      name: term.name,
      count: overview.by_audience[term.code] ?? 0,
      path: searchPath({ ...within, hvem: [term.code] }),
    }))
  const choices = [...bands, ...groups].filter(choice => choice.count > 0)
  if (choices.length === 0) return null
  return (
    <section class="section" aria-labelledby="hvem">
      <h2 id="hvem">{t(messages.whoIsIt)}</h2>
      <Choices
        size="large"
        items={choices.map(choice => ({
          href: link(choice.path),
          label: localText(choice.name),
          detail: text(messages.services, { n: choice.count }),
        }))}
      />
    </section>
  )
}

/** What it is about: themes with their numbers. */
export function ThemeList({ overview, within }: PartProps) {
  const { t, link, local, number } = useLocale()
  const found = themes.list.filter(theme => (overview.by_theme[theme.code] ?? 0) > 0)
  if (found.length === 0) return null
  return (
    <section class="section" aria-labelledby="tema">
      <h2 id="tema">{t(messages.byTheme)}</h2>
      <ul class="plain-list link-list">
        {found.map(theme => (
          <li key={theme.code}>
            <a href={link(searchPath({ ...within, tema: [theme.code] }))}>{local(theme.name)}</a>{' '}
            <span class="quiet">{number(overview.by_theme[theme.code] ?? 0)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
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

/** The pyramid in small: the three levels, each with its number. */
export function LevelDoor({ overview, within, pyramidPath }: PartProps & { pyramidPath?: string }) {
  const { t, localText, link, text } = useLocale()
  return (
    <Box title={text(messages.byLevel)}>
      <p>{t(messages.pyramidDoorText)}</p>
      <ul class="plain-list level-door">
        {levels.list.toReversed().map(level => (
          <li key={level.code}>
            <a href={link(searchPath({ ...within, niva: [level.code] }))}>
              <LevelSign level={level.code} label={localText(level.name)} />
              <span class="quiet">{t(messages.services, { n: overview.by_level[level.code] ?? 0 })}</span>
            </a>
          </li>
        ))}
      </ul>
      {overview.for_employees > 0 && <p class="quiet small">{t(messages.countsEmployees)}</p>}
      {pyramidPath && (
        <p>
          <a class="more" href={link(pyramidPath)}>
            {t(messages.wholePyramid)}
          </a>
        </p>
      )}
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
        captionHidden
        items={bands.map(([code, value]) => ({
          label: localText(ageBands.get(code)?.name),
          value,
          text: number(value),
        }))}
      />
      <p class="quiet small">{t(messages.populationSource)}</p>
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
