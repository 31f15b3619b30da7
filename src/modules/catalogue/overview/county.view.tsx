import type { GeoArea, Geography, Population } from '#modules/areas/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { Choices } from '#ui/choices/choices.tsx'
import { SpriteMap } from '#ui/map/map.tsx'
import { countryMap } from '#modules/areas/index.ts'
import { messages } from '../messages.ts'
import { searchPath } from '../search/search-path.ts'
import { urls } from '../urls.ts'
import { AreaLinks, Briefs, PopulationBars } from './municipality.view.tsx'
import type { Overview } from './overview.store.ts'

type CountyPageProps = {
  area: GeoArea
  name: string
  overview: Overview
  population: Population | null
  geography: Geography
}

/** A county: first the way home to one's municipality, then what covers all of the county. */
export function CountyPage({ area, name, overview, population, geography }: CountyPageProps) {
  const { t, link } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{name}</h1>
        <p class="lead">{t(messages.countyLead, { total: overview.total, place: name })}</p>
      </div>
      <AreaLinks
        title={t(messages.chooseMunicipality)}
        areas={geography.municipalitiesOf(area.code)}
        geography={geography}
      />
      {overview.latest.length > 0 && (
        <Briefs
          id="hele"
          title={t(messages.wholeCounty, { place: name })}
          briefs={overview.latest}
          kommune={null}
        />
      )}
      <p class="section">
        <ButtonLink href={link(searchPath({ fylke: area.code }))}>
          {t(messages.seeAll, { n: overview.total + overview.for_employees })}
        </ButtonLink>
      </p>
      {population && <PopulationBars name={name} population={population} />}
    </div>
  )
}

type CountryPageProps = { overview: Overview; geography: Geography; mapHref: string }

/** The country: its counties by name and on a map, and what is for everybody. */
export function CountryPage({ overview, geography, mapHref }: CountryPageProps) {
  const { t, text, link, language } = useLocale()
  const counties = geography.counties().map(area => ({
    code: area.code,
    href: link(urls.county.href({ code: area.code })),
    label: geography.localName(area, language),
  }))
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{t(messages.countryTitle)}</h1>
        <p class="lead">{t(messages.countryLead, { total: overview.total })}</p>
      </div>
      <div class="cols">
        <section class="section" aria-labelledby="fylker">
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
      <Briefs id="hele" title={t(messages.wholeCountry)} briefs={overview.latest} kommune={null} />
      <p class="section">
        <ButtonLink href={link(searchPath({}))}>{t(messages.searchTitle)}</ButtonLink>
      </p>
    </div>
  )
}
