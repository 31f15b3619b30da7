import { z } from 'zod'
import type { Snapshot } from '#platform/db/snapshot.ts'
import { problem, stream, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import type { HsdsWorld } from '../hsds/hsds-service.ts'
import type { OpenData } from '../open-data.ts'
import { areaProblem, readFilter, type ServiceFilter } from '../services/service-filter.ts'
import { ownFilters } from '../services/services.schema.ts'
import { streamPages } from '../services/services.store.ts'
import { columns } from './columns.ts'

/** GET /apne-data/tilbud.csv: which services. */
export const CsvQuery = z.object(ownFilters)

/** Says that it is UTF-8 to Excel, which else takes æ, ø and å for something else. Other programs know it too. */
const BYTE_ORDER_MARK = '\uFEFF'

/** Norwegian spreadsheets part columns by semicolons, since the comma is in their numbers. */
const SEPARATOR = ';'

/** The services as a table for spreadsheets: the first line has the keys of the columns. */
export function showCsv(
  { input, baseUrl }: Context<'GET', undefined, typeof CsvQuery, undefined>,
  { world }: OpenData,
): Result {
  const wrong = areaProblem(input.query.area, world.geography)
  if (wrong) return problem(wrong)
  const filter = readFilter(input.query, world.taxonomies)
  return stream('text/csv; charset=utf-8; header=present', s => writeCsv(s, filter, { ...world, baseUrl }), {
    'content-disposition': 'attachment; filename="tilbud.csv"',
  })
}

async function* writeCsv(
  snapshot: Snapshot,
  filter: ServiceFilter,
  world: HsdsWorld,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + lineOf(columns.map(column => column.key))
  for await (const rows of streamPages(snapshot, { filter, found: null }))
    yield rows.map(row => lineOf(columns.map(({ cell }) => textOf(cell(row.page, world, row))))).join('')
}

function textOf(value: string | number | null | undefined | string[]): string {
  if (Array.isArray(value)) return value.join(' | ')
  // A decimal comma, as the programs that read it expect.
  if (typeof value === 'number') return String(value).replace('.', ',')
  return value ?? ''
}

function lineOf(cells: string[]): string {
  return `${cells.map(csvCell).join(SEPARATOR)}\r\n`
}

/**
 * A cell of a table. A text that a spreadsheet would take for a formula gets an apostrophe before it, which shows that it is
 * text: what somebody wrote about a service must not run on the machine of who reads it (OWASP, CSV injection).
 */
export function csvCell(text: string): string {
  const safe = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}
