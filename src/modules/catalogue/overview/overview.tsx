import { findPopulation, type GeoArea, type Geography } from '#modules/areas/index.ts'
import { pageLocaleOf } from '#platform/i18n/locale.tsx'
import type { Language } from '#platform/i18n/language.ts'
import { notFound, notFoundPage, page, redirect, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { crumbsAbove } from '../listing/crumbs.ts'
import { placeAsTyped } from '../listing/place-field.ts'
import { listHelpLines } from '../listing/help-lines.store.ts'
import { messages } from '../messages.ts'
import type { CatalogueParts } from '../parts.ts'
import { urls } from '../urls.ts'
import { ChooseSuccessor } from './choose-successor.view.tsx'
import { CountryPage, CountyPage } from './county.view.tsx'
import { MunicipalityPage } from './municipality.view.tsx'
import type { AreaParams } from './overview.schema.ts'
import { findOverview } from './overview.store.ts'

type AreaContext = Context<'GET', typeof AreaParams, undefined, undefined>

/** What there is in a municipality. An old number leads to its successor, or to a choice of them. */
export async function showMunicipality(
  { tx, input, language, baseUrl }: AreaContext,
  parts: CatalogueParts,
): Promise<Result> {
  const { code } = input.params
  const area = parts.geography.get(code)
  if (area?.kind !== 'municipality') return missingPlace(code, parts.geography, language)
  const [overview, population, helpLines] = await Promise.all([
    findOverview(tx, code),
    findPopulation(tx, code),
    listHelpLines(tx, code),
  ])
  const { text } = pageLocaleOf(language)
  const name = parts.geography.localName(area, language)
  const path = urls.municipality.href({ code })
  return page(
    {
      title: name,
      description: text(messages.municipalityDescription, { place: name }),
      path,
      crumbs: crumbsAbove(area, parts.geography, language),
      municipality: { code, name },
      data: [placeData(area, name, baseUrl + path)],
      scripts: ['suggest'],
    },
    <MunicipalityPage
      area={area}
      name={name}
      placeField={placeAsTyped(area, parts.search)}
      overview={overview}
      population={population}
      helpLines={helpLines}
      geography={parts.geography}
      pyramidPath={parts.pyramidPath(code)}
    />,
  )
}

/** A county: its municipalities, and what covers all of it. */
export async function showCounty(
  { tx, input, language }: AreaContext,
  parts: CatalogueParts,
): Promise<Result> {
  const { code } = input.params
  const area = parts.geography.get(code)
  if (area?.kind !== 'county') return notFound()
  const [overview, population] = await Promise.all([findOverview(tx, code), findPopulation(tx, code)])
  const { text } = pageLocaleOf(language)
  const name = parts.geography.localName(area, language)
  return page(
    {
      title: name,
      description: text(messages.countyDescription, { place: name }),
      path: urls.county.href({ code }),
      crumbs: crumbsAbove(area, parts.geography, language),
    },
    <CountyPage
      area={area}
      name={name}
      overview={overview}
      population={population}
      geography={parts.geography}
      pyramidPath={parts.pyramidPath(code)}
    />,
  )
}

/** The country: its counties, and what covers all of it. */
export async function showCountry(
  { tx, language }: Context<'GET', undefined, undefined, undefined>,
  parts: CatalogueParts,
): Promise<Result> {
  const code = parts.geography.country().code
  const [overview, population] = await Promise.all([findOverview(tx, code), findPopulation(tx, code)])
  const { text } = pageLocaleOf(language)
  return page(
    { title: text(messages.countryTitle), path: urls.country.href() },
    <CountryPage
      overview={overview}
      population={population}
      geography={parts.geography}
      mapHref={parts.countryMapHref}
    />,
  )
}

const toMunicipality = (code: string) => urls.municipality.href({ code })

/**
 * To a number no longer in use (docs/decisions.md, 8): its one successor, a choice of several, or not found.
 * @param pathOf the same page of another municipality
 */
export function missingPlace(
  code: string,
  geography: Geography,
  language: Language,
  pathOf: (code: string) => string = toMunicipality,
): Result {
  const successors = geography.successorsOf(code)
  if (successors.length === 0) return notFound()
  if (successors.length === 1) return redirect(pathOf(successors[0]!.code), 301)
  const title = pageLocaleOf(language).text(messages.formerTitle, { name: code })
  return notFoundPage(
    { title, path: pathOf(code) },
    <ChooseSuccessor title={title} successors={successors} geography={geography} pathOf={pathOf} />,
  )
}

/** The municipality for search engines, in schema.org's words. */
function placeData(area: GeoArea, name: string, address: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'AdministrativeArea',
    name,
    identifier: area.code,
    url: address,
    ...(area.latitude !== null && {
      geo: { '@type': 'GeoCoordinates', latitude: area.latitude, longitude: area.longitude },
    }),
  }
}
