import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { exec, many, maybe, sql, value, type Reader, type Tx } from '#platform/db/sql.ts'
import { noMapping, Mapping } from '../table/mapping.ts'
import type { KnownOrganization } from '../words/import-words.ts'

/** Where an import stands: what is to be done next, or what is being done. */
export const importStates = [
  'sent',
  'being-read',
  'read',
  'under-way',
  'done',
  'cancelled',
  'refused',
] as const

const OrderRow = z.object({
  id: z.string(),
  owner_id: z.string(),
  owner_key: z.string(),
  owner_name: StoredTextSchema,
  owner_area: z.string().nullable(),
  unit_id: z.string().nullable(),
  file_name: z.string(),
  ordered_at: z.date(),
  has_file: z.boolean(),
  state: z.enum(importStates),
  /** The last reading that was asked for. */
  reading_id: z.string().nullable(),
  mapping: Mapping.nullable(),
  records: z.number().nullable(),
  good: z.number().nullable(),
  take: z.enum(['all', 'good']).nullable(),
})
/** An import as who acts may see it. */
export type Order = z.output<typeof OrderRow>

const orders = sql`
  select import_order.id, import_order.owner_id, owner.key as owner_key, owner.name as owner_name,
    owner.area_code as owner_area, import_order.unit_id, import_order.file_name, import_order.ordered_at,
    exists (select from catalogue.import_file where order_id = import_order.id) as has_file,
    case when ending.outcome is not null then ending.outcome
      when start.order_id is not null then 'under-way'
      when finding.reading_id is not null then 'read'
      when reading.id is not null then 'being-read'
      else 'sent' end as state,
    reading.id as reading_id, reading.mapping, finding.records, finding.good, start.take
  from catalogue.import_order
  join organizations.named_organization owner on owner.id = import_order.owner_id
  left join catalogue.import_start start on start.order_id = import_order.id
  left join lateral (
    select * from catalogue.import_reading
    where order_id = import_order.id and (start.reading_id is null or id = start.reading_id)
    order by id desc limit 1) reading on true
  left join catalogue.import_finding finding on finding.reading_id = reading.id
  left join catalogue.import_end ending on ending.order_id = import_order.id`

/** Null: there is none, or who acts may not see it. */
export function findOrder(tx: Reader, id: string): Promise<Order | null> {
  return maybe(tx, OrderRow, sql`${orders} where import_order.id = ${id}`)
}

/** The newest first. */
export function listOrders(tx: Reader, limit: number): Promise<Order[]> {
  return many(tx, OrderRow, sql`${orders} order by import_order.ordered_at desc limit ${limit}`)
}

/**
 * Keeps a file that is to be imported; the same form sent twice keeps one.
 * @returns the id of the order
 * @throws when who acts may not begin drafts there
 */
export async function insertOrder(
  tx: Tx,
  order: {
    ownerId: string
    unitId: string | null
    fileName: string
    content: Uint8Array
    submission: string
    personId: string
  },
): Promise<string> {
  await exec(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`import ${order.submission}`}, 0))`)
  const known = await maybe(
    tx,
    z.object({ id: z.string() }),
    sql`select id from catalogue.import_order where submission = ${order.submission} and owner_id = ${order.ownerId}
          and unit_id is not distinct from ${order.unitId} and file_name = ${order.fileName} and ordered_by = ${order.personId}`,
  )
  if (known) return known.id
  const id = await value(
    tx,
    z.string(),
    sql`insert into catalogue.import_order (owner_id, unit_id, file_name, submission, ordered_by)
        values (${order.ownerId}, ${order.unitId}, ${order.fileName}, ${order.submission}, ${order.personId}) returning id`,
  )
  await exec(
    tx,
    sql`insert into catalogue.import_file (order_id, content) values (${id}, ${Buffer.from(order.content)})`,
  )
  return id
}

/** The file as it was sent; null when it has been taken away. */
export async function findFile(tx: Reader, orderId: string): Promise<Uint8Array | null> {
  const row = await maybe(
    tx,
    z.object({ content: z.instanceof(Uint8Array) }),
    sql`select content from catalogue.import_file where order_id = ${orderId}`,
  )
  return row?.content ?? null
}

/** Asks for the file to be read; the same form sent twice asks once. @returns whether it was asked for now */
export async function insertReading(
  tx: Tx,
  reading: { orderId: string; mapping: Mapping; submission: string; personId: string },
): Promise<boolean> {
  const inserted = await exec(
    tx,
    sql`insert into catalogue.import_reading (order_id, mapping, submission, asked_by)
        select ${reading.orderId}, ${JSON.stringify(reading.mapping)}, ${reading.submission}, ${reading.personId}
        where not exists (select from catalogue.import_reading where submission = ${reading.submission}
          and order_id = ${reading.orderId} and mapping = ${JSON.stringify(reading.mapping)}::jsonb and asked_by = ${reading.personId})`,
  )
  return inserted === 1
}

/** How the last file of an organisation was read, as a beginning for the next. */
export async function findLastMapping(tx: Reader, ownerId: string): Promise<Mapping> {
  const row = await maybe(
    tx,
    z.object({ mapping: Mapping }),
    sql`select reading.mapping from catalogue.import_start start
        join catalogue.import_order on import_order.id = start.order_id
        join catalogue.import_reading reading on reading.id = start.reading_id
        where import_order.owner_id = ${ownerId} order by start.started_at desc limit 1`,
  )
  return row?.mapping ?? noMapping
}

/**
 * Starts the writing of drafts; again does nothing.
 * @returns whether it was started now
 * @throws when not all records are good, and all were wanted; or when it has ended
 */
export async function insertStart(
  tx: Tx,
  start: { orderId: string; readingId: string; take: 'all' | 'good'; personId: string },
): Promise<boolean> {
  const inserted = await exec(
    tx,
    sql`insert into catalogue.import_start (order_id, reading_id, take, started_by)
        select ${start.orderId}, ${start.readingId}, ${start.take}, ${start.personId}
        where not exists (select from catalogue.import_start where order_id = ${start.orderId})`,
  )
  return inserted === 1
}

/** Stops an import where it is; what has become drafts stays. Again does nothing. */
export async function insertCancellation(tx: Tx, orderId: string, personId: string): Promise<void> {
  await exec(
    tx,
    sql`insert into catalogue.import_end (order_id, outcome, ended_by) values (${orderId}, 'cancelled', ${personId})
        on conflict do nothing`,
  )
}

/** Every organisation with its units: whom a record may name. */
export function listKnownOrganizations(tx: Reader): Promise<KnownOrganization[]> {
  return many(
    tx,
    z.object({
      id: z.string(),
      key: z.string(),
      name: StoredTextSchema,
      number: z.string().nullable(),
      units: z.array(z.object({ id: z.string(), key: z.string(), name: StoredTextSchema })),
    }),
    sql`select organization.id, organization.key, organization.name, organization.organization_number as number,
          (select coalesce(jsonb_agg(jsonb_build_object('id', unit.id, 'key', unit.key, 'name', unit.name)), '[]')
            from organizations.named_unit unit where unit.organization_id = organization.id) as units
        from organizations.named_organization organization order by organization.key`,
  )
}
