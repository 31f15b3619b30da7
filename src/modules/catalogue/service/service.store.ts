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
  easier: z.array(Related),
  stronger: z.array(Related),
})
export type PublishedService = z.output<typeof PublishedService>

/** A published service with everything about it, in one round trip. Null: there is none, or it is withdrawn. */
export async function findService(tx: Reader, id: string): Promise<PublishedService | null> {
  const row = await maybe(
    tx,
    z.object({ service: PublishedService }),
    sql`select jsonb_build_object(
        'id', s.id, 'slug', s.slug, 'level', room.level, 'room_code', s.room_code, 'meant_for', s.meant_for,
        'age_from', s.age_from, 'age_to', s.age_to, 'cost_kind', s.cost_kind, 'cost_amount_nok', s.cost_amount_nok,
        'interpreter', s.interpreter, 'user_participation', s.user_participation, 'evaluated', s.evaluated,
        'help_at_once', s.help_at_once, 'sensitive', s.sensitive, 'confirmed_on', s.confirmed_on,
        'confirm_by', s.confirm_by, 'updated_at', s.updated_at,
        'texts', (select jsonb_agg(to_jsonb(t) - 'service_id') from catalogue.service_text t where t.service_id = s.id),
        'organizations', (select coalesce(jsonb_agg(jsonb_build_object('role', o.role, 'level', org.level,
            'area_code', org.area_code, 'name', org.name, 'website', org.website, 'phone', coalesce(unit.phone, org.phone),
            'unit', unit.name) order by o.position), '[]')
          from catalogue.service_organization o
          join organizations.named_organization org on org.id = o.organization_id
          left join organizations.named_unit unit on unit.id = o.unit_id
          where o.service_id = s.id),
        'areas', (select coalesce(jsonb_agg(area_code order by area_code), '[]') from catalogue.service_area a where a.service_id = s.id),
        'terms', (select coalesce(jsonb_agg(jsonb_build_object('vocabulary', vocabulary, 'code', code)), '[]')
          from catalogue.service_term term where term.service_id = s.id),
        'phones', (select coalesce(jsonb_agg(to_jsonb(p) order by p.position), '[]') from catalogue.phone p where p.service_id = s.id),
        'links', (select coalesce(jsonb_agg(to_jsonb(l) order by l.position), '[]') from catalogue.link l where l.service_id = s.id),
        'schedule', (select coalesce(jsonb_agg(to_jsonb(h) order by h.position), '[]') from catalogue.schedule h where h.service_id = s.id),
        'places', (select coalesce(jsonb_agg(to_jsonb(loc) order by sl.position), '[]')
          from catalogue.service_at_location sl join catalogue.location loc on loc.id = sl.location_id where sl.service_id = s.id),
        'legal_basis', (select coalesce(jsonb_agg(to_jsonb(b) order by b.position), '[]') from catalogue.legal_basis b where b.service_id = s.id),
        'easier', (select coalesce(jsonb_agg(jsonb_build_object('id', d.service_id, 'slug', e.slug, 'name', d.name, 'level', d.level,
            'areas', (select array_agg(area_code) from catalogue.service_area a where a.service_id = e.id)) order by d.name->>'nb'), '[]')
          from catalogue.service e join catalogue.search_document d on d.service_id = e.id
          where e.id in (select easier_id from catalogue.service_chain where stronger_id = s.id)),
        'stronger', (select coalesce(jsonb_agg(jsonb_build_object('id', d.service_id, 'slug', e.slug, 'name', d.name, 'level', d.level,
            'areas', (select array_agg(area_code) from catalogue.service_area a where a.service_id = e.id)) order by d.name->>'nb'), '[]')
          from catalogue.service e join catalogue.search_document d on d.service_id = e.id
          where e.id in (select stronger_id from catalogue.service_chain where easier_id = s.id))
      ) as service
      from catalogue.service s join catalogue.room on room.code = s.room_code
      where s.id = ${id}`,
  )
  return row?.service ?? null
}

/** Other services in the same room that can be used in a place: the nearest in kind. */
export async function listAlike(
  tx: Reader,
  service: PublishedService,
  place: string,
  limit = 5,
): Promise<Related[]> {
  return many(
    tx,
    Related,
    sql`select d.service_id as id, s.slug, d.name, d.level,
          (select array_agg(area_code) from catalogue.service_area a where a.service_id = s.id) as areas
        from (select service_id, min(distance) as distance from areas.covering(${place})
              join catalogue.service_area using (area_code) group by service_id) near
        join catalogue.search_document d using (service_id)
        join catalogue.service s on s.id = d.service_id
        where d.room_code = ${service.room_code} and s.id <> ${service.id}
          and (d.meant_for = 'services') = ${service.meant_for === 'services'}
        order by near.distance, d.name->>'nb' limit ${limit}`,
  )
}
