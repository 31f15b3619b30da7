import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { one, sql, type Reader } from '#platform/db/sql.ts'

const Counts = z.record(z.string(), z.number())

const Brief = z.object({
  id: z.string(),
  slug: z.string(),
  name: StoredTextSchema,
  summary: StoredTextSchema,
  level: z.enum(['all', 'more', 'help']),
  age_from: z.number(),
  age_to: z.number(),
  access_kinds: z.array(z.string()),
  owner_name: StoredTextSchema,
  confirmed_on: z.string(),
})
export type Brief = z.output<typeof Brief>

export const Overview = z.object({
  /** Services for residents. */
  total: z.number(),
  /** Services for employees and other services only. */
  for_employees: z.number(),
  by_age: Counts,
  by_audience: Counts,
  by_theme: Counts,
  by_level: Counts,
  by_owner_level: Counts,
  /** Services that are easy to begin with. */
  begin_with: z.array(Brief),
  latest: z.array(Brief),
})
export type Overview = z.output<typeof Overview>

const Row = z.object({
  /** Counts of services that cover the same areas, by filter and code; each service is in one of them. */
  counts: z.array(z.record(z.string(), Counts)),
  /** The first services of each area that reaches the place. */
  first: z.array(z.object({ distance: z.number(), begin_with: z.array(Brief), latest: z.array(Brief) })),
})

/**
 * What there is in a place, in figures and a few examples. Counts are those that a search with the same choice gives.
 * @param place a municipality (all that covers it, also in part), a county or 'NO' (what covers all of it)
 */
export async function findOverview(tx: Reader, place: string): Promise<Overview> {
  const { counts, first } = await one(
    tx,
    Row,
    sql`select
        (select coalesce(jsonb_agg(counts), '[]') from catalogue.coverage_count
          where areas && (select array_agg(area_code) from areas.covering(${place}))) as counts,
        (select coalesce(jsonb_agg(jsonb_build_object('distance', c.distance, 'begin_with', begin_with, 'latest', latest)), '[]')
          from areas.covering(${place}) c join catalogue.area_first using (area_code)) as first`,
  )
  const all = sumOf(counts, 'all')
  return {
    total: all['residents'] ?? 0,
    for_employees: all['employees'] ?? 0,
    by_age: sumOf(counts, 'alder'),
    by_audience: sumOf(counts, 'hvem'),
    by_theme: sumOf(counts, 'tema'),
    by_level: sumOf(counts, 'niva'),
    by_owner_level: sumOf(counts, 'owner_level'),
    begin_with: firstOf(
      first.filter(area => area.distance === 0).flatMap(area => area.begin_with),
      easiestFirst,
      5,
    ),
    latest: firstOf(
      first.toSorted((one, other) => one.distance - other.distance).flatMap(area => area.latest),
      (one, other) => inOrder(other.confirmed_on, one.confirmed_on),
      4,
    ),
  }
}

function sumOf(counts: Record<string, Record<string, number>>[], filter: string): Record<string, number> {
  const sum: Record<string, number> = {}
  for (const set of counts) {
    for (const [code, count] of Object.entries(set[filter] ?? {})) sum[code] = (sum[code] ?? 0) + count
  }
  return sum
}

/** The first of lists that are each in order. A service that covers several of the areas is in several lists. */
function firstOf(services: Brief[], order: (one: Brief, other: Brief) => number, count: number): Brief[] {
  const once = new Map(services.map(service => [service.id, service]))
  return [...once.values()].toSorted(order).slice(0, count)
}

const levelOrder = ['all', 'more', 'help']

/** Services for everyone before stronger ones, those one just comes to before those one calls, fresh before stale. */
function easiestFirst(one: Brief, other: Brief): number {
  const dropIn = (service: Brief) => service.access_kinds.includes('drop-in')
  return (
    levelOrder.indexOf(one.level) - levelOrder.indexOf(other.level) ||
    Number(dropIn(other)) - Number(dropIn(one)) ||
    inOrder(other.confirmed_on, one.confirmed_on) ||
    inOrder(one.name.nb ?? '', other.name.nb ?? '')
  )
}

function inOrder(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
