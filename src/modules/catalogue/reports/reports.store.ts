import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { many, sql, type Reader, type Sql } from '#platform/db/sql.ts'
import { ARCHIVE_DAYS } from '../work-desk/waiting.store.ts'
import {
  ALL_AGES,
  LOCAL,
  NO_GROUP,
  ownerLevels,
  reaches,
  reportBands,
  type Choice,
  type CountedReport,
} from './report.schema.ts'

/** @param place code of any area */
export type ReportScope = { place: string; choice: Choice; today: string }

/**
 * Services that are for the place or for a municipality in it (docs/decisions.md, 1), each with how far it reaches there: by the
 * widest of its areas that reach the place, and, where that is a municipality, by whether it is for others too. Then those of them
 * that are chosen, as `chosen (id, reach)`. Of the areas of ten thousand services some hundred sets are different: how far one
 * reaches is reckoned once for each set.
 * @param more columns of `chosen` after these, made of `service` and its `document`, each after a comma
 */
const chosen = ({ place, choice, today }: ReportScope, more: Sql = sql``): Sql => sql`
  near as materialized (
    select distinct covering.area_code, known.kind
    from areas.closure inside
    join areas.known_area place on place.code = inside.descendant_code
    cross join lateral areas.covering(place.code) covering
    join areas.known_area known on known.code = covering.area_code
    where inside.ancestor_code = ${place} and (place.code = ${place} or place.kind = 'municipality')
  ),
  home as materialized (
    select lies.descendant_code as area_code, lies.ancestor_code as municipality
    from areas.closure lies join areas.known_area place on place.code = lies.ancestor_code
    where place.kind = 'municipality'
  ),
  reached as materialized (
    select covered.coverage_key,
      case when bool_or(near.kind = 'country') then 'land'
        when bool_or(near.kind in ('region', 'county')) then 'fylke'
        when min(coalesce(home.municipality, area.code)) = max(coalesce(home.municipality, area.code)) then 'en'
        else 'flere' end as reach
    from catalogue.coverage_count covered
    cross join lateral unnest(covered.areas) area (code)
    left join near on near.area_code = area.code
    left join home on home.area_code = area.code
    group by covered.coverage_key
    having bool_or(near.area_code is not null)
  ),
  chosen as materialized (
    select service.id, reached.reach${more}
    from reached
    join catalogue.search_document document on document.coverage_key = reached.coverage_key
    join catalogue.service on service.id = document.service_id
    where ${isChosen(choice, today)} and (${choice.rekkevidde ?? null}::text is null or reached.reach = any (${reachesOf(choice)}::text[]))
  )`

const reachesOf = ({ rekkevidde }: Choice): string[] =>
  rekkevidde === LOCAL ? ['en', 'flere'] : rekkevidde ? [rekkevidde] : []

/** Of `service` and its `document`. Each choice may be missing: one text for all, which is planned once. */
function isChosen(c: Choice, today: string): Sql {
  const band = reportBands.find(one => one.code === c.alder) ?? null
  return sql`(${c.niva ?? null}::text is null or document.level = ${c.niva ?? null})
    and (${c.rom ?? null}::text is null or document.room_code = ${c.rom ?? null})
    and (${c.eierniva ?? null}::text is null or document.owner_level = ${c.eierniva ?? null})
    and (${c.eier ?? null}::uuid is null or document.owner_id = ${c.eier ?? null}::uuid)
    and (${c.malgruppe ?? null}::text is null or ${c.malgruppe ?? null} = any (${groups}))
    and (${band?.from ?? null}::numeric is null or (document.meant_for <> 'services'
      and document.age_from < ${band?.to ?? null}::numeric and document.age_to > ${band?.from ?? null}::numeric))
    and (${c.bekreftet ?? null}::text is null or ${c.bekreftet ?? null} = any (${confirmedStates(today)}))
    and (${c.medvirkning ?? null}::text is null or ${c.medvirkning ?? null} = ${answer(sql`service.user_participation`)})
    and (${c.evaluert ?? null}::text is null or ${c.evaluert ?? null} = ${answer(sql`service.evaluated`)})`
}

const answer = (column: Sql): Sql =>
  sql`case ${column} when true then 'ja' when false then 'nei' else 'ukjent' end`

const groups: Sql = sql`(case when cardinality(document.target_groups) = 0 then array[${NO_GROUP}] else document.target_groups end)`

/** A service may be in several. To publish says that it is true, so only a later day is a confirmation. */
const confirmedStates = (today: string): Sql => sql`array[
  case when service.confirm_by < ${today}::date then 'nei' else 'ja' end,
  case when service.confirm_by < ${today}::date - ${ARCHIVE_DAYS}::integer then 'lenge' end,
  case when service.confirmed_on <= (service.first_published_at at time zone 'Europe/Oslo')::date then 'aldri' end]`

/** The rows of a report that a service is in. */
function keysOf(report: CountedReport, today: string): Sql {
  switch (report) {
    case 'oversikt':
      return sql`unnest(array[
        case when service.user_participation then 'medvirkning' end,
        case when service.evaluated then 'evaluert' end] || ${confirmedStates(today)})`
    case 'medvirkning':
      return answer(sql`service.user_participation`)
    case 'evaluering':
      return answer(sql`service.evaluated`)
    case 'bekreftelse':
      return sql`unnest(${confirmedStates(today)})`
    case 'rom':
      return sql`document.room_code`
    case 'eierniva':
      return sql`document.owner_level`
    case 'eier':
      return sql`document.owner_id::text`
    case 'malgruppe':
      return sql`unnest(${groups})`
    case 'alder':
      return sql`band.code from ${bands} where document.meant_for <> 'services'
        and document.age_from < band.below and document.age_to > band.since`
  }
}

const bands: Sql = sql`unnest(${reportBands.map(band => band.code)}::text[], ${reportBands.map(band => band.from)}::numeric[],
  ${reportBands.map(band => band.to)}::numeric[]) band (code, since, below)`

const Counted = z.object({
  /** Null: all that are chosen, each once. */
  key: z.string().nullable(),
  reach: z.enum(reaches),
  services: z.number(),
})
export type Counted = z.output<typeof Counted>

/** How many of the chosen services are in each row of a report, by how far they reach; and how many there are in all. */
export function countServices(tx: Reader, report: CountedReport, scope: ReportScope): Promise<Counted[]> {
  return many(
    tx,
    Counted,
    sql`with ${chosen(scope, sql`, array(select ${keysOf(report, scope.today)}) as keys`)}
        select one.key, chosen.reach, count(*) as services
        from chosen cross join lateral unnest(chosen.keys) one (key)
        where one.key is not null
        group by one.key, chosen.reach
        union all
        select null, chosen.reach, count(*) from chosen group by chosen.reach`,
  )
}

const Owner = z.object({ id: z.string(), name: StoredTextSchema, level: z.enum(ownerLevels) })
export type Owner = z.output<typeof Owner>

/** Organisations by id, for names. */
export function listOwners(tx: Reader, ids: readonly string[]): Promise<Owner[]> {
  return many(
    tx,
    Owner,
    sql`select id, name, level from organizations.named_organization where id = any (${[...ids]}::uuid[])`,
  )
}

/**
 * Sets of areas with the municipalities that services of them are local in: named by them, or by a district in them, and neither by
 * their county, a region nor the country, as `local (coverage_key, municipality)`.
 */
const localCoverage: Sql = sql`
  covered as materialized (
    select coverage_key, unnest(areas) as code from catalogue.coverage_count
  ),
  named as materialized (
    select distinct covered.coverage_key, place.code as municipality
    from covered
    join areas.closure lies on lies.descendant_code = covered.code
    join areas.known_area place on place.code = lies.ancestor_code and place.kind = 'municipality'
  ),
  -- Few are named both by a municipality and by what lies above it: all that must be looked at.
  wide as materialized (
    select distinct covered.coverage_key, below.descendant_code as municipality
    from covered
    join areas.known_area known on known.code = covered.code and known.kind in ('country', 'region', 'county')
    join areas.closure below on below.ancestor_code = known.code
    where covered.coverage_key in (select coverage_key from named)
  ),
  local as materialized (
    select coverage_key, municipality from named except select coverage_key, municipality from wide
  )`

const Local = z.object({ municipality: z.string(), band: z.string(), services: z.number() })
export type Local = z.output<typeof Local>

/**
 * For each municipality, its local services by band of age: those that are for it by name, or
 * for a district in it, and neither for its county, a region nor the country. One that several municipalities share counts in each.
 * @param scope its place is left out: all municipalities are counted, to be put beside each other
 */
export function countLocal(tx: Reader, { choice, today }: Omit<ReportScope, 'place'>): Promise<Local[]> {
  return many(
    tx,
    Local,
    sql`with ${localCoverage},
        counted as materialized (
          select document.coverage_key, band.code as band, count(*) as services
          from catalogue.search_document document
          join catalogue.service on service.id = document.service_id
          join ${bands} on document.meant_for <> 'services' and document.age_from < band.below and document.age_to > band.since
          where ${isChosen(choice, today)}
          group by document.coverage_key, band.code
        )
        select local.municipality, counted.band, sum(counted.services)::bigint as services
        from local join counted on counted.coverage_key = local.coverage_key
        group by local.municipality, counted.band`,
  )
}

const LocalInRoom = z.object({ municipality: z.string(), room: z.string(), services: z.number() })
export type LocalInRoom = z.output<typeof LocalInRoom>

/** For each municipality, its local services for somebody under 25 years, by room. */
export function countLocalByRoom(tx: Reader): Promise<LocalInRoom[]> {
  const { from, to } = reportBands.find(band => band.code === ALL_AGES)!
  return many(
    tx,
    LocalInRoom,
    sql`with ${localCoverage}
        select local.municipality, document.room_code as room, count(*) as services
        from local join catalogue.search_document document on document.coverage_key = local.coverage_key
        where document.meant_for <> 'services' and document.age_from < ${to}::numeric and document.age_to > ${from}::numeric
        group by 1, 2`,
  )
}

const ListedService = z.object({
  id: z.string(),
  slug: z.string(),
  name: StoredTextSchema,
  owner_name: StoredTextSchema,
  owner_level: z.enum(ownerLevels),
  level: z.string(),
  room_code: z.string(),
  age_from: z.number().nullable(),
  age_to: z.number().nullable(),
  meant_for: z.enum(['residents', 'services', 'both']),
  target_groups: z.array(z.string()),
  reach: z.enum(reaches),
  medvirkning: z.enum(['ja', 'nei', 'ukjent']),
  evaluert: z.enum(['ja', 'nei', 'ukjent']),
  confirmed_on: z.string(),
  confirm_by: z.string(),
})
export type ListedService = z.output<typeof ListedService>
export { ListedService as ListedServiceSchema }

/** The chosen services by name. @param limit null: all, which are read little by little */
export function listedServices(scope: ReportScope, page: { limit: number; offset: number } | null): Sql {
  return sql`with ${chosen(scope)}
    select service.id, service.slug, document.name, owner.name as owner_name, document.owner_level, document.level,
      document.room_code, service.age_from, service.age_to, document.meant_for, document.target_groups, chosen.reach,
      ${answer(sql`service.user_participation`)} as medvirkning, ${answer(sql`service.evaluated`)} as evaluert,
      service.confirmed_on, service.confirm_by
    from chosen
    join catalogue.service on service.id = chosen.id
    join catalogue.search_document document on document.service_id = chosen.id
    join organizations.named_organization owner on owner.id = document.owner_id
    order by lower(coalesce(document.name->>'nb', document.name->>'nn', '')) collate "C", service.id
    limit ${page?.limit ?? null}::integer offset ${page?.offset ?? 0}::integer`
}

export function listServices(
  tx: Reader,
  scope: ReportScope,
  page: { limit: number; offset: number },
): Promise<ListedService[]> {
  return many(tx, ListedService, listedServices(scope, page))
}

/** Codes of the areas of some organisations, the smallest first; for where a report begins. */
export async function listOwnAreas(tx: Reader, organizationIds: readonly string[]): Promise<string[]> {
  const rows = await many(
    tx,
    z.object({ area_code: z.string() }),
    sql`select distinct organization.area_code,
          array_position('{municipality,county,region,country}', known.kind) as size
        from organizations.named_organization organization
        join areas.known_area known on known.code = organization.area_code
        where organization.id = any (${[...organizationIds]}::uuid[])
        order by size, organization.area_code`,
  )
  return rows.map(row => row.area_code)
}
