import type { GeoArea, Geography, Population } from '#modules/areas/index.ts'
import type { Locale } from '#platform/i18n/locale.tsx'
import { messages } from './messages.ts'
import { listPath, type Cell, type ReportTable } from './report-table.ts'
import { bandPopulations, reachNames } from './report-words.ts'
import { LOCAL, reportBands, type Choice, type Reach } from './report.schema.ts'
import type { Counted, Local } from './reports.store.ts'

/** An area that figures are put beside, or its neighbours together, with the inhabitants in the newest year. */
export type Compared = { area: GeoArea; neighbours?: readonly GeoArea[]; population: Population | null }

/** The inhabitants of several areas together. Null: there are none, or of one of them nothing is known. */
export function populationOfAll(all: readonly (Population | null)[]): Population | null {
  const [first, ...others] = all
  if (!first) return null
  return others.reduce<Population | null>((sum, one) => {
    if (!sum || !one) return null
    const added = { ...sum }
    for (const part of Object.keys(sum) as (keyof Population)[])
      if (part !== 'year') added[part] = sum[part] + one[part]
    return added
  }, first)
}

/** What the figures of a place are put beside: its county and the country, where these are others. */
export function comparedWith(geography: Geography, area: GeoArea): GeoArea[] {
  const county = area.kind === 'municipality' ? geography.countyOf(area.code) : undefined
  return [area, county, geography.country()].filter(
    (other, index, all): other is GeoArea => other !== undefined && all.indexOf(other) === index,
  )
}

/** Codes of the municipalities that lie in an area, or the municipality itself. */
export function municipalitiesIn(geography: Geography, area: GeoArea): ReadonlySet<string> {
  return new Set(
    geography
      .municipalities()
      .map(({ code }) => code)
      .filter(code => geography.coveringCodes(code).get(area.code) === 'whole'),
  )
}

/** Inhabitants in a band of age. */
export function inhabitantsOf(population: Population, band: string): number {
  return bandPopulations[band]!.reduce((sum, part) => sum + population[part], 0)
}

/**
 * Local services for each thousand of the age, as the municipalities of the area have them on average: a service that two of them share
 * counts twice, since it is there for the children of both. Null when nobody lives there.
 */
export function perThousand(
  local: readonly Local[],
  municipalities: ReadonlySet<string>,
  population: Population | null,
  band: string,
): number | null {
  const inhabitants = population ? inhabitantsOf(population, band) : 0
  if (inhabitants === 0) return null
  const services = local
    .filter(row => row.band === band && municipalities.has(row.municipality))
    .reduce((sum, row) => sum + row.services, 0)
  return (1000 * services) / inhabitants
}

type Figures = {
  place: string
  choice: Choice
  counted: readonly Counted[]
  local: readonly Local[]
  compared: readonly Compared[]
}

/** By band of age: inhabitants, local services, how many for each thousand here, with the neighbours and elsewhere; and, by themselves, those that reach further. */
export function perThousandTable(
  { place, choice, counted, local, compared }: Figures,
  geography: Geography,
  locale: Locale,
): ReportTable {
  const { text } = locale
  const places = compared.map(({ area, neighbours, population }) => ({
    population,
    inside: neighbours ? new Set(neighbours.map(({ code }) => code)) : municipalitiesIn(geography, area),
    label: neighbours
      ? text(messages.perThousandAround)
      : area.code === place
        ? text(messages.perThousandHere)
        : text(messages.perThousandIn, { place: geography.localName(area, locale.language) }),
  }))
  const population = compared[0]?.population ?? null
  const count = (band: string, among: readonly Reach[], chosen: keyof typeof reachNames): Cell => {
    const n = counted
      .filter(row => row.key === band && among.includes(row.reach))
      .reduce((sum, row) => sum + row.services, 0)
    return n === 0 ? { n } : { n, path: listPath(place, { ...choice, alder: band, rekkevidde: chosen }) }
  }
  const besides = ['fylke', 'land'] as const
  return {
    columns: [
      { label: text(messages.age) },
      { label: text(messages.children), numeric: true },
      { label: text(messages.localServices), numeric: true },
      ...places.map(({ label }) => ({ label, numeric: true })),
      ...besides.map(reach => ({
        label: text(messages.besides, { reach: text(reachNames[reach]).toLowerCase() }),
        numeric: true,
      })),
    ],
    rows: reportBands.map(({ code, name }) => [
      { local: name },
      { n: population && inhabitantsOf(population, code) },
      count(code, ['en', 'flere'], LOCAL),
      ...places.map(({ inside, population: there }) => ({
        n: perThousand(local, inside, there, code),
        decimals: 2,
      })),
      ...besides.map(reach => count(code, [reach], reach)),
    ]),
  }
}
