import { countryMap, countyMap, type GeoArea, type Geography, type Population } from '#modules/areas/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { Choices } from '#ui/choices/choices.tsx'
import { AreaMap, SpriteMap } from '#ui/map/map.tsx'
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

type CountyPageProps = {
  area: GeoArea
  name: string
  overview: Overview
  population: Population | null
  geography: Geography
  pyramidPath: string
}

/** A county: first the way home to one's municipality, then what covers all of the county. */
export function CountyPage({ area, name, overview, population, geography, pyramidPath }: CountyPageProps) {
  const { t, text, link, language } = useLocale()
  const part = { overview, within: { dekker: area.code } }
  const map = countyMap(area.code)
  return (
    <>
      <div class="page-head">
        <h1 class="page-title">{name}</h1>
        <p class="lead">{t(messages.countyLead, { total: overview.total, place: name })}</p>
      </div>
      <div class="cols">
        <AreaLinks
          title={t(messages.chooseMunicipality)}
          areas={geography.municipalitiesOf(area.code)}
          geography={geography}
        />
        {map && map.shapes.length > 1 && (
          <AreaMap
            title={text(messages.mapOf, { place: name })}
            viewBox={map.viewBox}
            shapes={map.shapes.map(shape => ({
              d: shape.d,
              kind: 'link' as const,
              href: link(urls.municipality.href({ code: shape.code })),
              label: geography.localName(geography.need(shape.code), language),
            }))}
          />
        )}
      </div>
      <WhoChoices {...part} />
      <div class="cols section">
        <div class="overview-main">
          {overview.latest.length > 0 && (
            <Briefs
              id="hele"
              title={t(messages.wholeCounty, { place: name })}
              briefs={overview.latest}
              kommune={null}
            />
          )}
          <ThemeList {...part} />
        </div>
        <aside>
          <LevelDoor {...part} pyramidPath={pyramidPath} />
        </aside>
      </div>
      <p class="section">
        <ButtonLink href={link(searchPath(part.within))}>
          {t(messages.seeAll, { n: overview.total + overview.for_employees })}
        </ButtonLink>
      </p>
      {population && <PopulationBars name={name} population={population} />}
    </>
  )
}

type CountryPageProps = {
  overview: Overview
  population: Population | null
  geography: Geography
  mapHref: string
}

/** The country: its counties by name and on a map, and what is for everybody. */
export function CountryPage({ overview, population, geography, mapHref }: CountryPageProps) {
  const { t, text, link, language } = useLocale()
  const part = { overview, within: { dekker: geography.country().code } as const }
  const counties = geography.counties().map(area => ({
    code: area.code,
    href: link(urls.county.href({ code: area.code })),
    label: geography.localName(area, language),
  }))
  return (
    <>
      <div class="page-head">
        <h1 class="page-title">{t(messages.countryTitle)}</h1>
        <p class="lead">{t(messages.countryLead, { total: overview.total })}</p>
      </div>
      <div class="cols">
        <section class="stack stack-close" aria-labelledby="fylker">
          <h2 id="fylker">{t(messages.chooseCounty)}</h2>
          <Choices items={counties} />
        </section>
        <SpriteMap
          label={text(messages.mapOfNorway)}
          viewBox={countryMap().viewBox}
          sprite={mapHref}
          parts={counties.map(county => ({ id: `c${county.code}`, href: county.href, label: county.label }))}
        />
      </div>
      <WhoChoices {...part} />
      <div class="cols section">
        <div class="overview-main">
          <Briefs id="hele" title={t(messages.wholeCountry)} briefs={overview.latest} kommune={null} />
          <ThemeList {...part} />
        </div>
        <aside>
          <LevelDoor {...part} />
        </aside>
      </div>
      <p class="section">
        <ButtonLink href={link(searchPath(part.within))}>
          {t(messages.seeAll, { n: overview.total + overview.for_employees })}
        </ButtonLink>
      </p>
      {population && <PopulationBars name={text(messages.norway)} population={population} />}
    </>
  )
}
