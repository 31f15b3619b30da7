import { z } from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { maybe, sql, type Reader, type Sql } from '#platform/db/sql.ts'

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
  easier: z.array(Related),
  stronger: z.array(Related),
  same: z.array(Related),
})
export type ServicePageData = z.output<typeof PageRow>

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
  const related = (of: Sql) => sql`coalesce((
      select jsonb_agg(jsonb_build_object('id', s.id, 'slug', s.slug, 'name', d.name, 'level', d.level,
        'areas', (select array_agg(area_code) from catalogue.service_area a where a.service_id = s.id)) order by r.distance, d.name->>'nb')
      from (${of}) r join catalogue.service s on s.id = r.id join catalogue.search_document d on d.service_id = s.id), '[]')`
  const easier = sql`select distinct easier_id as id, 0 as distance from catalogue.service_chain where stronger_id = ${id}`
  const stronger = sql`select distinct stronger_id as id, 0 as distance from catalogue.service_chain where easier_id = ${id}`
  return maybe(
    tx,
    PageRow,
    sql`with this as materialized (
        select page, own.room_code, own.meant_for,
          case when exists (select 1 from areas.covering(${from}) c join catalogue.service_area a on a.area_code = c.area_code
            where a.service_id = ${id}) then ${from}::text else home_code end as home
        from catalogue.page_document join catalogue.service own on own.id = service_id where service_id = ${id}
      ),
      same as materialized (
        select a.service_id as id, min(c.distance) as distance
        from this, areas.covering(coalesce(this.home, 'NO')) c
        join catalogue.service_area a on a.area_code = c.area_code
        join catalogue.service s on s.id = a.service_id
        where a.room_code = this.room_code and s.id <> ${id} and (s.meant_for = 'services') = (this.meant_for = 'services')
          and s.id not in (select easier_id from catalogue.service_chain where stronger_id = ${id}
            union all select stronger_id from catalogue.service_chain where easier_id = ${id})
        group by a.service_id, s.slug
        order by min(c.distance), s.slug
        limit 5
      )
      select this.page, this.home, ${related(easier)} as easier, ${related(stronger)} as stronger,
        ${related(sql`select id, distance from same`)} as same
      from this`,
  )
}
