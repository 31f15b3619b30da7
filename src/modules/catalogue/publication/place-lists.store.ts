import { exec, join, sql, type Sql, type Tx } from '#platform/db/sql.ts'
import { ageBands } from '../vocabulary/vocabulary.ts'

/** Services kept of each room in each area. A page shows five, and leaves out itself and those in its chain. */
const OF_A_ROOM = 9

/** Services kept of each area for the front of a place. */
const OF_AN_AREA = 6

/** What a change of services touches. */
export type Touched = { areas: string[]; coverageKeys: string[] }

/**
 * Writes anew what places show of their services: counts, the first of each room, the first of all. It holds a lock until the
 * transaction ends, since two that publish at once would each write a list without the other's service.
 * @param touched areas and sets of areas of the services that changed, before and after; null: all
 */
export async function writePlaceLists(tx: Tx, touched: Touched | null): Promise<void> {
  await writeCounts(tx, touched?.coverageKeys ?? null)
  await writeAreaRooms(tx, touched?.areas ?? null)
  await writeAreaFirst(tx, touched?.areas ?? null)
}

/** To be taken before what changes is read. */
export async function lockPlaceLists(tx: Tx): Promise<void> {
  await exec(tx, sql`select pg_advisory_xact_lock(hashtext('catalogue.place-lists'))`)
}

/** Filters, by their names in a search's address, and where their codes stand. */
const termColumns: [string, Sql][] = [
  ['hvem', sql`audiences`],
  ['malgruppe', sql`target_groups`],
  ['risiko', sql`risk_groups`],
  ['diagnose', sql`diagnosis_groups`],
  ['tema', sql`themes`],
  ['tilgang', sql`access_kinds`],
]

async function writeCounts(tx: Tx, keys: string[] | null): Promise<void> {
  const counted = (filter: string, code: Sql, from: Sql = sql``, where: Sql = sql`true`) =>
    sql`select coverage_key, ${filter}::text as filter, ${code}::text as code, count(*) as count
        from d ${from} where ${where} group by coverage_key, ${code}`
  const bands = join(
    ageBands.list.map(band => sql`(${band.code}::text, ${band.from}::numeric, ${band.to}::numeric)`),
  )
  const forResidents = sql`meant_for <> 'services'`
  await exec(
    tx,
    sql`delete from catalogue.coverage_count where ${keys}::text[] is null or coverage_key = any(${keys}::text[])`,
  )
  await exec(
    tx,
    sql`with d as materialized (
        select service_id, coverage_key, level, room_code, meant_for, age_from, age_to, audiences, target_groups, risk_groups,
          diagnosis_groups, access_kinds, themes, owner_level
        from catalogue.search_document where ${keys}::text[] is null or coverage_key = any(${keys}::text[])
      ),
      c as (
        ${join(
          [
            counted('all', sql`case when meant_for = 'services' then 'employees' else 'residents' end`),
            counted(
              'alder',
              sql`band.code`,
              sql`join (values ${bands}) band (code, low, high) on d.age_from < band.high and d.age_to > band.low`,
              forResidents,
            ),
            counted('niva', sql`level`),
            counted('rom', sql`room_code`),
            ...termColumns.map(([filter, column]) =>
              counted(filter, sql`term`, sql`cross join unnest(${column}) term`),
            ),
            counted('owner_level', sql`owner_level`, sql``, forResidents),
          ],
          ' union all ',
        )}
      ),
      by_filter as (
        select coverage_key, filter, jsonb_object_agg(code, count) as codes from c group by coverage_key, filter
      ),
      one as (select distinct on (coverage_key) coverage_key, service_id from d)
      insert into catalogue.coverage_count (coverage_key, areas, counts)
      select coverage_key,
        (select array_agg(area_code order by area_code collate "C") from catalogue.service_area a where a.service_id = one.service_id),
        jsonb_object_agg(filter, codes)
      from by_filter join one using (coverage_key) group by coverage_key, service_id`,
  )
}

async function writeAreaRooms(tx: Tx, areas: string[] | null): Promise<void> {
  await exec(
    tx,
    sql`delete from catalogue.area_room where ${areas}::text[] is null or area_code = any(${areas}::text[])`,
  )
  await exec(
    tx,
    sql`insert into catalogue.area_room (area_code, room_code, for_employees, services)
        select area_code, room_code, for_employees,
          json_agg(json_build_object('id', id, 'slug', slug, 'name', name, 'level', level,
            'areas', (select array_agg(area_code) from catalogue.service_area own where own.service_id = id)) order by slug, id)
        from (
          select a.area_code, s.room_code, s.meant_for = 'services' as for_employees, s.id, s.slug, d.name, d.level,
            row_number() over (partition by a.area_code, s.room_code, s.meant_for = 'services' order by s.slug, s.id) as place
          from catalogue.service_area a
          join catalogue.service s on s.id = a.service_id
          join catalogue.search_document d on d.service_id = s.id
          where ${areas}::text[] is null or a.area_code = any(${areas}::text[])
        ) listed
        where place <= ${OF_A_ROOM}
        group by area_code, room_code, for_employees`,
  )
}

async function writeAreaFirst(tx: Tx, areas: string[] | null): Promise<void> {
  const first = (place: Sql) =>
    sql`coalesce(jsonb_agg(brief order by ${place}) filter (where ${place} <= ${OF_AN_AREA}), '[]')`
  await exec(
    tx,
    sql`delete from catalogue.area_first where ${areas}::text[] is null or area_code = any(${areas}::text[])`,
  )
  await exec(
    tx,
    sql`insert into catalogue.area_first (area_code, begin_with, latest)
        select area_code, ${first(sql`easy`)}, ${first(sql`late`)}
        from (
          select ranked.*, jsonb_build_object('id', ranked.id, 'slug', slug, 'name', ranked.name, 'summary', summary, 'level', ranked.level,
            'age_from', age_from, 'age_to', age_to, 'access_kinds', access_kinds, 'owner_name', owner.name,
            'confirmed_on', confirmed_on) as brief
          from (
            select a.area_code, s.id, s.slug, d.name, d.summary, d.level, d.age_from, d.age_to, d.access_kinds, d.owner_id, d.confirmed_on,
              case when d.help_at_once is null and d.access_kinds && '{drop-in,contact}' then
                row_number() over (partition by a.area_code, d.help_at_once is null and d.access_kinds && '{drop-in,contact}'
                  order by array_position('{all,more,help}', d.level), not ('drop-in' = any(d.access_kinds)),
                    d.confirmed_on desc, d.name->>'nb' collate "C", s.id) end as easy,
              row_number() over (partition by a.area_code order by d.confirmed_on desc, d.name->>'nb' collate "C", s.id) as late
            from catalogue.service_area a
            join catalogue.service s on s.id = a.service_id
            join catalogue.search_document d on d.service_id = s.id
            where s.meant_for <> 'services' and (${areas}::text[] is null or a.area_code = any(${areas}::text[]))
          ) ranked
          join organizations.named_organization owner on owner.id = ranked.owner_id
          where easy <= ${OF_AN_AREA} or late <= ${OF_AN_AREA}
        ) listed
        group by area_code`,
  )
}
