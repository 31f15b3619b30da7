import { z } from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { many, maybe, sql, type Reader } from '#platform/db/sql.ts'

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
  kind: z.enum(['website', 'chat', 'apply', 'map', 'email']),
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
    z.object({ page: PublishedService }),
    sql`select page from catalogue.page_document where service_id = ${id}`,
  )
  return row?.page ?? null
}

const RelatedRow = Related.extend({ relation: z.enum(['easier', 'stronger', 'same']) })

/** Services around this one: easier and stronger along the chain, and the nearest in kind in a place. */
export type Relations = Record<'easier' | 'stronger' | 'same', Related[]>

/**
 * What stands around a service: the chain, wherever it can be used, and others in the same room that can be used in a
 * place, nearest first.
 */
export async function findRelations(
  tx: Reader,
  service: PublishedService,
  place: string,
): Promise<Relations> {
  const rows = await many(
    tx,
    RelatedRow,
    sql`with chain as (
        select easier_id as id, 'easier' as relation, 0 as distance from catalogue.service_chain where stronger_id = ${service.id}
        union
        select stronger_id, 'stronger', 0 from catalogue.service_chain where easier_id = ${service.id}
      ),
      near as materialized (
        select a.service_id, min(c.distance) as distance
        from areas.covering(${place}) c join catalogue.service_area a on a.area_code = c.area_code
        group by a.service_id
      ),
      same as (
        select s.id, 'same' as relation, near.distance
        from near join catalogue.service s on s.id = near.service_id
        where s.room_code = ${service.room_code} and s.id <> ${service.id}
          and (s.meant_for = 'services') = ${service.meant_for === 'services'}
          and not exists (select 1 from chain where chain.id = s.id)
        order by near.distance, s.slug
        limit 5
      )
      select related.id, related.relation, s.slug, d.name, d.level,
        (select array_agg(area_code) from catalogue.service_area a where a.service_id = s.id) as areas
      from (select * from chain union all select * from same) related
      join catalogue.service s on s.id = related.id
      join catalogue.search_document d on d.service_id = s.id
      order by related.distance, d.name->>'nb'`,
  )
  const of = (relation: keyof Relations) => rows.filter(row => row.relation === relation)
  return { easier: of('easier'), stronger: of('stronger'), same: of('same') }
}
