import { findPopulation, type GeoArea, type Geography, type Population } from '#modules/areas/index.ts'
import type { Reader } from '#platform/db/sql.ts'
import { rooms } from '../vocabulary/vocabulary.ts'
import { inhabitantsOf, municipalitiesIn } from './per-thousand.ts'
import { ALL_AGES, reportBands } from './report.schema.ts'
import { countLocal, countLocalByRoom } from './reports.store.ts'

/** Local services for each thousand of the age. Null: nobody lives there, or there is no such place. */
export type BesideOthers = {
  /** A band of age, or a room. */
  key: string
  here: number | null
  neighbours: number | null
  county: number | null
  country: number | null
}

export type FiguresBesideOthers = {
  bands: BesideOthers[]
  /** For children and young people under 25 years. */
  rooms: BesideOthers[]
  /** Of the inhabitants. Null: none are known. */
  year: number | null
}

type Beside = { inside: ReadonlySet<string>; populations: readonly Population[] }

/**
 * What a municipality has for its own children beside its neighbours, its county and the country: local services for each thousand of
 * the age, one that several share in each of them, as in the report (reports/per-thousand.ts).
 * @param today `YYYY-MM-DD`
 */
export async function besideOthers(
  tx: Reader,
  area: GeoArea,
  geography: Geography,
  today: string,
): Promise<FiguresBesideOthers> {
  const county = geography.countyOf(area.code)
  const next = geography.neighboursOf(area.code)
  const here = await besideOf(tx, [area], geography)
  const neighbours = await besideOf(tx, next, geography)
  const inCounty = await besideOf(tx, county && county.code !== area.code ? [county] : [], geography)
  const inCountry = await besideOf(tx, [geography.country()], geography)
  const local = await countLocal(tx, { choice: {}, today })
  const inRooms = await countLocalByRoom(tx)
  type Rows = readonly { municipality: string; services: number }[]
  const figures = (key: string, band: string, rows: Rows): BesideOthers => ({
    key,
    here: rateOf(here, band, rows),
    neighbours: rateOf(neighbours, band, rows),
    county: rateOf(inCounty, band, rows),
    country: rateOf(inCountry, band, rows),
  })
  return {
    bands: reportBands
      .filter(({ code }) => code !== ALL_AGES)
      .map(({ code }) =>
        figures(
          code,
          code,
          local.filter(row => row.band === code),
        ),
      ),
    rooms: rooms.list.map(({ code }) =>
      figures(
        code,
        ALL_AGES,
        inRooms.filter(row => row.room === code),
      ),
    ),
    year: here.populations[0]?.year ?? null,
  }
}

async function besideOf(tx: Reader, areas: readonly GeoArea[], geography: Geography): Promise<Beside> {
  const populations: Population[] = []
  for (const { code } of areas) {
    const population = await findPopulation(tx, code)
    if (population) populations.push(population)
  }
  return {
    inside: new Set(areas.flatMap(one => [...municipalitiesIn(geography, one)])),
    populations,
  }
}

function rateOf(
  { inside, populations }: Beside,
  band: string,
  rows: readonly { municipality: string; services: number }[],
): number | null {
  const children = populations.reduce((sum, population) => sum + inhabitantsOf(population, band), 0)
  if (children === 0) return null
  const services = rows.reduce((sum, row) => sum + (inside.has(row.municipality) ? row.services : 0), 0)
  return (1000 * services) / children
}
