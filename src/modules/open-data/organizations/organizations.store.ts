import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import type { Snapshot } from '#platform/db/snapshot.ts'
import { many, maybe, sql, value, type Reader, type Sql } from '#platform/db/sql.ts'

const OrganizationRow = z.object({
  id: z.string(),
  name: StoredTextSchema,
  description: StoredTextSchema.nullable(),
  organization_number: z.string().nullable(),
  website: z.string().nullable(),
  phone: z.string().nullable(),
})
export type OrganizationRow = z.output<typeof OrganizationRow>

/** An organisation with the services that it owns, by name. */
const FullRow = OrganizationRow.extend({ services: z.array(z.object({ id: z.string(), name: z.string() })) })
export type FullOrganizationRow = z.output<typeof FullRow>

/** Which organisations: words of their name, and words that one of their services has. */
export type OrganizationFilter = {
  search: string | null
  words: { vocabulary: string; codes: string[] | null }[]
  rooms: string[] | null
}

export async function listOrganizations(
  tx: Reader,
  filter: OrganizationFilter,
  page: { limit: number; offset: number },
): Promise<OrganizationRow[]> {
  return many(
    tx,
    OrganizationRow,
    sql`${those(filter)} order by o.id limit ${page.limit} offset ${page.offset}`,
  )
}

export async function listFullOrganizations(
  tx: Reader,
  filter: OrganizationFilter,
  page: { limit: number; offset: number },
): Promise<FullOrganizationRow[]> {
  return many(
    tx,
    FullRow,
    sql`${those(filter, services)} order by o.id limit ${page.limit} offset ${page.offset}`,
  )
}

export async function countOrganizations(tx: Reader, filter: OrganizationFilter): Promise<number> {
  return value(tx, z.number(), sql`select count(*) from (${those(filter)}) those`)
}

export async function findOrganization(tx: Reader, id: string): Promise<FullOrganizationRow | null> {
  return maybe(tx, FullRow, sql`${those(EVERY, services)} and o.id = ${id}`)
}

export function streamOrganizations(
  snapshot: Snapshot,
  filter: OrganizationFilter,
): AsyncGenerator<OrganizationRow[]> {
  return snapshot.batches(OrganizationRow, sql`${those(filter)} order by o.id`)
}

export function streamFullOrganizations(
  snapshot: Snapshot,
  filter: OrganizationFilter,
): AsyncGenerator<FullOrganizationRow[]> {
  // Each may have some thousand services.
  return snapshot.batches(FullRow, sql`${those(filter, services)} order by o.id`, 10)
}

const services = sql`, (
  select coalesce(json_agg(json_build_object('id', s.id, 'name', t.name) order by s.id), '[]')
  from catalogue.listed_service s join catalogue.published_text t on t.service_id = s.id and t.language = 'nb'
  where s.owner_id = o.id) as services`

const EVERY: OrganizationFilter = { search: null, words: [], rooms: null }

/** Organisations that have a part in a published service: others are nobody's business yet. */
function those({ search, words, rooms }: OrganizationFilter, further: Sql = sql``): Sql {
  const named = search === null ? sql`` : sql` and position(lower(${search}) in lower(o.name::text)) > 0`
  const having = words.map(
    ({ vocabulary, codes }) => sql`s.id in (select service_id from catalogue.published_term
      where vocabulary = ${vocabulary} and (${codes}::text[] is null or code = any(${codes}::text[])))`,
  )
  const room = rooms === null ? [] : [sql`s.room_code = any(${rooms}::text[])`]
  const conditions = [...having, ...room].map(condition => sql` and ${condition}`)
  const owning =
    conditions.length === 0
      ? sql``
      : sql` and exists (select from catalogue.listed_service s where s.owner_id = o.id${concat(conditions)})`
  return sql`select o.id, o.name, o.description, o.organization_number, o.website, o.phone${further}
    from organizations.named_organization o
    where exists (select from catalogue.published_part part where part.organization_id = o.id)${named}${owning}`
}

function concat(parts: Sql[]): Sql {
  return parts.reduce((all, part) => sql`${all}${part}`, sql``)
}
