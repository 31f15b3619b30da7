import * as z from 'zod'
import type { Snapshot } from '#platform/db/snapshot.ts'
import { dangerouslyRawSql, many, maybe, one, sql, value, type Reader, type Sql } from '#platform/db/sql.ts'
import { PublishedPage } from '../hsds/service-page.schema.ts'
import type { ServiceFilter } from './service-filter.ts'
import { isMeant } from './service-filter.store.ts'
import { serviceItem } from './service-item.store.ts'

/** Which services: a filter, and what a search found (null: nothing was searched for). */
export type Meant = { filter: ServiceFilter; found: string[] | null }

/** Where a page begins: after so many services, or, when that is known, after the last of the page before. */
export type PageStart = { limit: number; offset: number; after: string | null }

const ItemsRow = z.object({ items: z.string(), size: z.number(), last: z.string().nullable() })
export type Items = z.output<typeof ItemsRow>

/** A page of services as JSON text, made by the database in one statement and passed on as it is. */
export async function listItems(
  tx: Reader,
  meant: Meant,
  start: PageStart,
  baseUrl: string,
  form: Form,
): Promise<Items> {
  return one(tx, ItemsRow, itemsOf(meant, start, inForm(form), serviceItem(baseUrl)))
}

/** HSDS, or as HSDS-UK has it. */
type Form = 'hsds' | 'oruk'

function inForm(form: Form): Sql {
  if (form === 'hsds') return sql`listed.item`
  return sql`listed.item::jsonb - ${NOT_IN_UK}::text[]`
}

const NOT_IN_UK = ['alternate_name', 'application_process', 'help_level', 'room', 'confirmed_until']

/** Ids of services with the time of their last change, as JSON text. */
export async function listMinimal(tx: Reader, meant: Meant, start: PageStart): Promise<Items> {
  const item = sql`json_build_object('id', s.id,
    'last_modified', to_char(s.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`
  return one(tx, ItemsRow, itemsOf(meant, start, item, sql``))
}

function itemsOf(meant: Meant, start: PageStart, item: Sql, joined: Sql): Sql {
  return sql`with page as materialized (${pageOfIds(meant, start)})
    select coalesce(string_agg((${item})::text, ',' order by page.place), '') as items,
      count(*) as size, (array_agg(page.id order by page.place desc))[1] as last
    from page join catalogue.listed_service s on s.id = page.id ${joined}`
}

/** A page of services with all that is published of them. */
export async function listPages(
  tx: Reader,
  meant: Meant,
  start: PageStart,
): Promise<(PublishedPage & { id: string })[]> {
  return many(
    tx,
    PublishedPage.extend({ id: z.string() }),
    sql`with page as materialized (${pageOfIds(meant, start)})
      select page.id, p.owner_id, p.updated_at, p.page
      from page join catalogue.published_page p on p.service_id = page.id order by page.place`,
  )
}

/** How many are meant. Reads an index of all of them: to be kept. */
export async function countMeant(tx: Reader, { filter, found }: Meant): Promise<number> {
  const among = found === null ? sql`` : sql` and s.id = any(${found}::uuid[])`
  return value(
    tx,
    z.number(),
    sql`select count(*) from catalogue.listed_service s where ${isMeant(filter)}${among}`,
  )
}

export async function findPage(tx: Reader, id: string): Promise<PublishedPage | null> {
  return maybe(
    tx,
    PublishedPage,
    sql`select owner_id, updated_at, page from catalogue.published_page where service_id = ${id}`,
  )
}

/** The id of some service, for an example. */
export async function findAnyId(tx: Reader): Promise<string | null> {
  const row = await maybe(
    tx,
    z.object({ id: z.string() }),
    sql`select id from catalogue.listed_service order by id limit 1`,
  )
  return row?.id ?? null
}

const Item = z.object({ item: z.string() })

/** Items read at once, some 40 kB: a hundred take 15 MB more while all are streamed, and are no faster. */
export const ITEMS_AT_ONCE = 32

/** All that are meant as JSON texts. */
export async function* streamItems(
  snapshot: Snapshot,
  meant: Meant,
  baseUrl: string,
  form: Form,
): AsyncGenerator<string[]> {
  const statement = sql`select (${inForm(form)})::text as item from ${inOrder(meant)} ${serviceItem(baseUrl)}
    ${where(meant)} order by ${order(meant)}`
  for await (const rows of snapshot.batches(Item, statement, ITEMS_AT_ONCE)) yield rows.map(row => row.item)
}

/** Ids of all that are meant, with the time of their last change, as JSON texts. */
export async function* streamMinimal(snapshot: Snapshot, meant: Meant): AsyncGenerator<string[]> {
  const statement = sql`select json_build_object('id', s.id,
      'last_modified', to_char(s.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))::text as item
    from ${inOrder(meant)} ${where(meant)} order by ${order(meant)}`
  for await (const rows of snapshot.batches(Item, statement, 1000)) yield rows.map(row => row.item)
}

/**
 * Pages read at once. Some 150 kB of text: larger pieces are put where memory is only given back by a full collection (measured:
 * a hundred at once take 130 MB more).
 */
const PAGES_AT_ONCE = 16

/** All that are meant, with all that is published of them. */
export function streamPages(snapshot: Snapshot, meant: Meant): AsyncGenerator<PublishedPage[]> {
  return snapshot.batches(
    PublishedPage,
    sql`select p.owner_id, p.updated_at, p.page from ${inOrder(meant)}
      join catalogue.published_page p on p.service_id = s.id ${where(meant)} order by ${order(meant)}`,
    PAGES_AT_ONCE,
  )
}

/**
 * Ids of a page with their places in it. Without a search they are in the order of the ids, which an index has: a page deep
 * in a long list is counted up to in that index, or found by the last id of the page before.
 */
function pageOfIds(meant: Meant, { limit, offset, after }: PageStart): Sql {
  const beyond = after === null ? sql`` : sql` and s.id > ${after}::uuid`
  // A number written out, not a parameter: the plan is made for it. With an unknown one it is made for a tenth of all rows.
  const most = dangerouslyRawSql(String(Math.trunc(limit)))
  const skipped = after === null ? sql`offset ${offset}` : sql``
  return sql`select id, row_number() over () as place from (
      select s.id from ${inOrder(meant)} ${where(meant)}${beyond} order by ${order(meant)} limit ${most} ${skipped}) ids`
}

function inOrder({ found }: Meant): Sql {
  if (found === null) return sql`catalogue.listed_service s`
  return sql`unnest(${found}::uuid[]) with ordinality as found (id, place)
    join catalogue.listed_service s on s.id = found.id`
}

function where({ filter }: Meant): Sql {
  return sql`where ${isMeant(filter)}`
}

function order({ found }: Meant): Sql {
  return found === null ? sql`s.id` : sql`found.place`
}
