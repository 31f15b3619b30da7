import type { Reader } from '#platform/db/sql.ts'
import { pickText, type Language, type LocalText } from '#platform/i18n/language.ts'
import type { Area, AreaKind, RegionKind } from '../area/area.schema.ts'
import { coveringCodes, type AreaGraph, type Cover } from '../covers.ts'
import { listAreasWithEdges, listSuccessions, type AreaWithEdges } from './geography.store.ts'

/** An area as pages need it: with its names in languages and its edges. */
export type GeoArea = Area & {
  /**
   * Names by language of the interface; `nb` always. A municipality has `se` only where it has a North Sámi
   * name.
   */
  names: LocalText
  /** Codes of what it lies in directly. */
  parents: readonly string[]
}

/**
 * All areas in memory, so that pages need no query for names, breadcrumbs and neighbours. Reference data:
 * never changes while the server runs.
 */
export type Geography = AreaGraph & {
  /** Undefined when there is no such area; then see successorsOf. */
  get(code: string): GeoArea | undefined
  /** @throws when there is no such area: for codes that come from our own tables */
  need(code: string): GeoArea
  country(): GeoArea
  /** By name. */
  counties(): readonly GeoArea[]
  /** The municipalities of a county, by name; empty for other codes. */
  municipalitiesOf(countyCode: string): readonly GeoArea[]
  /** All municipalities, by name. */
  municipalities(): readonly GeoArea[]
  /** The districts of a municipality, by code. */
  districtsOf(municipalityCode: string): readonly GeoArea[]
  /** The county that a municipality or district lies in, or the county itself. */
  countyOf(code: string): GeoArea | undefined
  /** The municipality that a district lies in, or the municipality itself. */
  municipalityOf(code: string): GeoArea | undefined
  /** What it lies in, nearest first, without regions: municipality, county, country. */
  ancestorsOf(code: string): readonly GeoArea[]
  /** Municipalities with a common land border, by name. */
  neighboursOf(code: string): readonly GeoArea[]
  /** What came after an old code, by name (docs/decisions.md, 8); empty for codes in use and for unknown ones. */
  successorsOf(oldCode: string): readonly GeoArea[]
  /** The regions it lies wholly in, by their kind. */
  regionKindsOf(code: string): Partial<Record<RegionKind, GeoArea>>
  /**
   * Areas by which a service can cover the place, wholly or in part (docs/decisions.md, 1): what areas.covering
   * gives.
   */
  coveringCodes(code: string): ReadonlyMap<string, Cover>
  /** The name in a language of the interface; where there is none, the Norwegian one. */
  localName(area: GeoArea, language: Language): string
}

/** Reads the geography. It is kept by who asks: reference data does not change while the server runs. */
export async function loadGeography(tx: Reader): Promise<Geography> {
  const rows = await listAreasWithEdges(tx)
  const successions = await listSuccessions(tx)
  return makeGeography(
    rows,
    Map.groupBy(successions, row => row.oldCode),
  )
}

function makeGeography(rows: AreaWithEdges[], successions: Map<string, { newCode: string }[]>): Geography {
  const areas = new Map<string, GeoArea>(rows.map(row => [row.code, row]))
  const neighbours = new Map(rows.map(row => [row.code, row.neighbours]))
  const children = childrenByParent(rows)
  const covering = new Map<string, ReadonlyMap<string, Cover>>()

  const need = (code: string): GeoArea => {
    const area = areas.get(code)
    if (!area) throw new Error(`There is no area ${code}`)
    return area
  }
  const childrenOf = (code: string): readonly string[] => children.get(code) ?? []
  const graph: AreaGraph = {
    kindOf: code => areas.get(code)?.kind,
    parentsOf: code => areas.get(code)?.parents ?? [],
    childrenOf,
  }
  const childrenOfKind = (code: string, kind: AreaKind): GeoArea[] =>
    childrenOf(code)
      .map(need)
      .filter(area => area.kind === kind)
  const above = (code: string, kind: AreaKind): GeoArea | undefined => {
    for (let area = areas.get(code); area; area = treeParent(area, need)) if (area.kind === kind) return area
    return undefined
  }
  const coveringOf = (code: string): ReadonlyMap<string, Cover> => {
    let found = covering.get(code)
    if (!found) covering.set(code, (found = coveringCodes(graph, code)))
    return found
  }

  const all = [...areas.values()]
  const country = all.find(area => area.kind === 'country')
  const counties = byName(all.filter(area => area.kind === 'county'))
  const municipalities = byName(all.filter(area => area.kind === 'municipality'))
  const municipalitiesByCounty = new Map(
    counties.map(county => [county.code, byName(childrenOfKind(county.code, 'municipality'))]),
  )
  return {
    ...graph,
    get: code => areas.get(code),
    need,
    country() {
      if (!country) throw new Error('The areas are not loaded')
      return country
    },
    counties: () => counties,
    municipalitiesOf: code => municipalitiesByCounty.get(code) ?? [],
    municipalities: () => municipalities,
    districtsOf: code => childrenOfKind(code, 'district'),
    countyOf: code => above(code, 'county'),
    municipalityOf: code => above(code, 'municipality'),
    ancestorsOf(code) {
      const found: GeoArea[] = []
      for (let area = areas.get(code); area;) {
        area = treeParent(area, need)
        if (area) found.push(area)
      }
      return found
    },
    neighboursOf: code => byName((neighbours.get(code) ?? []).map(need)),
    successorsOf: code => byName((successions.get(code) ?? []).map(row => need(row.newCode))),
    regionKindsOf(code) {
      const found: Partial<Record<RegionKind, GeoArea>> = {}
      for (const [other, cover] of coveringOf(code)) {
        const area = need(other)
        if (cover === 'whole' && area.regionKind) found[area.regionKind] = area
      }
      return found
    },
    coveringCodes: coveringOf,
    localName: (area, language) => pickText(area.names, language)?.text ?? area.name,
  }
}

function childrenByParent(rows: AreaWithEdges[]): Map<string, string[]> {
  const children = new Map<string, string[]>()
  for (const row of rows) {
    for (const parent of row.parents) children.set(parent, [...(children.get(parent) ?? []), row.code])
  }
  return children
}

/**
 * The parent in the tree of country, counties, municipalities and districts, which every area but the country
 * has.
 */
function treeParent(area: GeoArea, need: (code: string) => GeoArea): GeoArea | undefined {
  return area.parents.map(need).find(parent => parent.kind !== 'region')
}

const collator = new Intl.Collator('nb-NO')

function byName(areas: GeoArea[]): GeoArea[] {
  return areas.sort((a, b) => collator.compare(a.distinctName, b.distinctName))
}
