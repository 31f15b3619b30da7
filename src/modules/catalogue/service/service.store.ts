import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { maybe, sql, type Reader } from '#platform/db/sql.ts'

const Organization = z.object({
  role: z.enum(['owner', 'delivers', 'funds']),
  level: z.string(),
  area_code: z.string().nullable(),
  name: StoredTextSchema,
  website: z.string().nullable(),
  phone: z.string().nullable(),
  unit: StoredTextSchema.nullable(),
})

const Phone = z.object({
  number: z.string(),
  kind: z.enum(['voice', 'sms', 'textphone']),
  label: StoredTextSchema.nullable(),
  hours: StoredTextSchema.nullable(),
})

const Link = z.object({
  kind: z.enum(['website', 'chat', 'apply', 'map']),
  url: z.string(),
  label: StoredTextSchema.nullable(),
})

/** One line of opening hours. Times are `HH:MM:SS`; days `mo` … `su`. */
export const ScheduleRow = z.object({
  always: z.boolean(),
  days: z.array(z.enum(['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'])).nullable(),
  opens: z.string().nullable(),
  closes: z.string().nullable(),
  term: z.enum(['school-year']).nullable(),
  valid_from: z.string().nullable(),
  valid_to: z.string().nullable(),
  exception_date: z.string().nullable(),
  closed: z.boolean(),
  note: StoredTextSchema.nullable(),
})
export type ScheduleRow = z.output<typeof ScheduleRow>

const Place = z.object({
  name: StoredTextSchema,
  area_code: z.string(),
  street: z.string().nullable(),
  postcode: z.string().nullable(),
  city: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  approximate: z.boolean(),
  protected: z.boolean(),
})

const Related = z.object({
  id: z.string(),
  slug: z.string(),
  name: StoredTextSchema,
  level: z.enum(['all', 'more', 'help']),
  areas: z.array(z.string()),
})
export type Related = z.output<typeof Related>

const Text = z.object({
  language: z.enum(['nb', 'nn', 'se', 'en']),
  name: z.string(),
  summary: z.string().nullable(),
  description: z.string().nullable(),
  how_to_get: z.string().nullable(),
  what_happens: z.string().nullable(),
  good_to_know: z.string().nullable(),
  cost: z.string().nullable(),
})

/** All that is published of one service. Ages are months, from inclusive, to exclusive; money whole kroner. */
export const PublishedService = z.object({
  id: z.string(),
  slug: z.string(),
  level: z.enum(['all', 'more', 'help']),
  room_code: z.string(),
  meant_for: z.enum(['residents', 'services', 'both']),
  age_from: z.number().nullable(),
  age_to: z.number().nullable(),
  cost_kind: z.enum(['free', 'fee', 'means-tested', 'unknown']),
  cost_amount_nok: z.number().nullable(),
  interpreter: z.boolean().nullable(),
  user_participation: z.boolean().nullable(),
  evaluated: z.boolean().nullable(),
  help_at_once: z.enum(['acute', 'crisis', 'talk']).nullable(),
  sensitive: z.boolean(),
  confirmed_on: z.string(),
  confirm_by: z.string(),
  updated_at: z.string(),
  texts: z.array(Text).min(1),
  organizations: z.array(Organization),
  areas: z.array(z.string()),
  terms: z.array(z.object({ vocabulary: z.string(), code: z.string() })),
  phones: z.array(Phone),
  links: z.array(Link),
  schedule: z.array(ScheduleRow),
  places: z.array(Place),
  legal_basis: z.array(z.object({ law: z.string(), section: z.string().nullable() })),
  /** Its chain of help: services to try before it, and after. */
  easier: z.array(Related),
  stronger: z.array(Related),
})
export type PublishedService = z.output<typeof PublishedService>

/** A published service with everything about it. Null: there is none, or it is withdrawn. */
export async function findService(tx: Reader, id: string): Promise<PublishedService | null> {
  const row = await maybe(
    tx,
    z.object({ page: z.custom<PublishedService>() }),
    sql`select page from catalogue.page_document where service_id = ${id}`,
  )
  return row?.page ?? null
}

/** Services around this one: easier and stronger along the chain, and the nearest in kind in the place. */
export type Relations = Record<'easier' | 'stronger' | 'same', Related[]>

const PageRow = z.object({
  // Checked against PublishedService when it was written; checking it again at every reading costs as much as the query.
  page: z.custom<PublishedService>(),
  home: z.string().nullable(),
  /** Lists of services in the same room, of each area that reaches the home, nearest first. */
  near: z.array(z.custom<Related[]>()).nullable(),
})
export type ServicePageData = { page: PublishedService; home: string | null } & Relations

/** Services listed as the nearest in kind. */
const SAME = 5

/**
 * All that the page of a service shows, in one round trip. Null: there is no such service.
 * @param from the municipality the reader comes from. It is the page's home when the service covers it; else the home is the
 *   only municipality the service is for, or none. Services in the same room are those that can be used at home, or
 *   everywhere.
 */
export async function findServicePage(
  tx: Reader,
  id: string,
  from: string | null,
): Promise<ServicePageData | null> {
  const found = await maybe(
    tx,
    PageRow,
    sql`with this as materialized (
        select page, room_code, for_employees,
          case when ${from}::text = home_code then home_code
            when exists (select 1 from areas.covering(${from}) c join catalogue.service_area a on a.area_code = c.area_code
              where a.service_id = ${id}) then ${from}::text
            else home_code end as home
        from catalogue.page_document where service_id = ${id}
      )
      select page, home, (
        select ('[' || string_agg(near.services::text, ',' order by c.distance, c.area_code) || ']')::json
        from areas.covering(coalesce(this.home, 'NO')) c
        join catalogue.area_room near on near.area_code = c.area_code
          and near.room_code = this.room_code and near.for_employees = this.for_employees) as near
      from this`,
  )
  if (!found) return null
  const { page, home, near } = found
  const named = new Set([
    id,
    ...page.easier.map(service => service.id),
    ...page.stronger.map(service => service.id),
  ])
  const same: Related[] = []
  for (const service of (near ?? []).flat()) {
    if (same.length === SAME) break
    if (named.has(service.id)) continue
    named.add(service.id)
    same.push(service)
  }
  return { page, home, easier: page.easier, stronger: page.stronger, same }
}
