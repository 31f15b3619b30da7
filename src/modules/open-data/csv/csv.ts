import * as z from 'zod'
import type { Snapshot } from '#platform/db/snapshot.ts'
import { csvStream } from '#platform/http/csv.ts'
import { problem, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import type { HsdsWorld } from '../hsds/hsds-service.ts'
import type { OpenData } from '../open-data.ts'
import { areaProblem, readFilter, type ServiceFilter } from '../services/service-filter.ts'
import { ownFilters } from '../services/services.schema.ts'
import { streamPages } from '../services/services.store.ts'
import { columns } from './columns.ts'

/** GET /apne-data/tilbud.csv: which services. */
export const CsvQuery = z.object(ownFilters)

/** The services as a table for spreadsheets: the first line has the keys of the columns. */
export function showCsv(
  { input, baseUrl }: Context<'GET', undefined, typeof CsvQuery, undefined>,
  { world }: OpenData,
): Result {
  const wrong = areaProblem(input.query.area, world.geography)
  if (wrong) return problem(wrong)
  const filter = readFilter(input.query, world.taxonomies)
  return csvStream('tilbud.csv', snapshot => batchesOf(snapshot, filter, { ...world, baseUrl }))
}

async function* batchesOf(
  snapshot: Snapshot,
  filter: ServiceFilter,
  world: HsdsWorld,
): AsyncGenerator<string[][]> {
  yield [columns.map(column => column.key)]
  for await (const rows of streamPages(snapshot, { filter, found: null }))
    yield rows.map(row => columns.map(({ cell }) => textOf(cell(row.page, world, row))))
}

function textOf(value: string | number | null | undefined | string[]): string {
  if (Array.isArray(value)) return value.join(' | ')
  // A decimal comma, as the programs that read it expect.
  if (typeof value === 'number') return String(value).replace('.', ',')
  return value ?? ''
}
