import { z } from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { join, many, one, sql, type Reader, type Sql } from '#platform/db/sql.ts'
import { ageBands } from '../vocabulary/vocabulary.ts'

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

/**
 * What there is in a place, in figures and a few examples. Counts are those that a search with the same choice gives.
 * @param place a municipality (all that covers it, also in part), a county or 'NO' (what covers all of it)
 */
export async function findOverview(tx: Reader, place: string): Promise<Overview> {
  const counted = (code: Sql, from: Sql, where: Sql = sql`true`) =>
    sql`(select coalesce(jsonb_object_agg(code, count), '{}') from
        (select ${code} as code, count(*) as count from d ${from} where ${where} group by 1) c)`
  const bands = join(
    ageBands.list.map(band => sql`(${band.code}::text, ${band.from}::numeric, ${band.to}::numeric)`),
  )
  const { overview } = await one(
    tx,
    z.object({ overview: Overview }),
    sql`with near as materialized (
        select service_id, min(distance) as distance
        from areas.covering(${place}) join catalogue.service_area using (area_code) group by service_id
      ),
      d as materialized (
        select service_id, near.distance, doc.level, doc.meant_for, doc.age_from, doc.age_to, doc.audiences, doc.themes,
          doc.access_kinds, doc.owner_id, doc.owner_level, doc.help_at_once, doc.confirmed_on, doc.name, doc.summary
        from near join catalogue.search_document doc using (service_id)
      )
      select jsonb_build_object(
        'total', (select count(*) from d where meant_for <> 'services'),
        'for_employees', (select count(*) from d where meant_for = 'services'),
        'by_age', ${counted(
          sql`band.code`,
          sql`join (values ${bands}) band (code, low, high) on d.age_from < band.high and d.age_to > band.low`,
          sql`meant_for <> 'services'`,
        )},
        'by_audience', ${counted(sql`term`, sql`cross join unnest(audiences) term`)},
        'by_theme', ${counted(sql`term`, sql`cross join unnest(themes) term`)},
        'by_level', ${counted(sql`level`, sql``)},
        'by_owner_level', ${counted(sql`owner_level`, sql``, sql`meant_for <> 'services'`)},
        'begin_with', ${briefs(
          sql`meant_for <> 'services' and help_at_once is null and access_kinds && '{drop-in,contact}' and distance = 0`,
          sql`array_position('{all,more,help}', level), not ('drop-in' = any(access_kinds)), confirmed_on desc, name->>'nb'`,
          5,
        )},
        'latest', ${briefs(sql`meant_for <> 'services'`, sql`confirmed_on desc, distance, name->>'nb'`, 4)}
      ) as overview`,
  )
  return overview
}

function briefs(where: Sql, order: Sql, limit: number): Sql {
  return sql`(select coalesce(jsonb_agg(jsonb_build_object(
      'id', brief.service_id, 'slug', service.slug, 'name', brief.name, 'summary', brief.summary, 'level', brief.level,
      'age_from', brief.age_from, 'age_to', brief.age_to, 'access_kinds', brief.access_kinds,
      'owner_name', owner.name, 'confirmed_on', brief.confirmed_on) order by place), '[]')
    from (select d.*, row_number() over (order by ${order}) as place from d where ${where} order by place limit ${limit}) brief
    join catalogue.service on service.id = brief.service_id
    join organizations.named_organization owner on owner.id = brief.owner_id)`
}

const HelpLine = z.object({
  service_id: z.string(),
  slug: z.string(),
  name: StoredTextSchema,
  kind: z.enum(['acute', 'crisis', 'talk']),
  /** Null: the owner has given no number; its page says how to get in touch. */
  number: z.string().nullable(),
  label: StoredTextSchema.nullable(),
  hours: StoredTextSchema.nullable(),
  distance: z.number(),
})
export type HelpLine = z.output<typeof HelpLine>

/** Services for help at once that cover a place, with their numbers: nearest first, in each kind. */
export async function listHelpLines(tx: Reader, place: string): Promise<HelpLine[]> {
  return many(
    tx,
    HelpLine,
    sql`select service.id as service_id, service.slug, d.name, service.help_at_once as kind, phone.number, phone.label, phone.hours,
          min(c.distance) as distance
        from catalogue.service
        join catalogue.search_document d on d.service_id = service.id
        left join catalogue.phone on phone.service_id = service.id and phone.kind = 'voice'
        join catalogue.service_area a on a.service_id = service.id
        join areas.covering(${place}) c on c.area_code = a.area_code
        where service.help_at_once is not null
        group by service.id, d.service_id, phone.id
        order by array_position('{acute,crisis,talk}', service.help_at_once), min(c.distance), d.name->>'nb', phone.position`,
  )
}
