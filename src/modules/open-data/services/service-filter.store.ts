import { join, sql, type Sql } from '#platform/db/sql.ts'
import type { ServiceFilter } from './service-filter.ts'

/**
 * The condition for a service (`s`, of catalogue.listed_service) to be meant. Words that were searched for are not in it: see
 * relevance.ts.
 */
export function isMeant(filter: ServiceFilter): Sql {
  const conditions = [
    ...(filter.area === null ? [] : [covers(filter.area)]),
    ...(filter.age === null ? [] : [isForAge(filter.age)]),
    ...(filter.rooms === null ? [] : [sql`s.room_code = any(${filter.rooms}::text[])`]),
    ...(filter.organizations === null ? [] : [sql`s.owner_id = any(${filter.organizations}::uuid[])`]),
    ...(filter.modifiedAfter === null ? [] : [sql`s.updated_at >= ${filter.modifiedAfter}::timestamptz`]),
    ...filter.words.map(hasWord),
    ...(filter.minimumAge === null ? [] : [sql`s.minimum_age >= ${filter.minimumAge}::numeric`]),
    ...(filter.maximumAge === null ? [] : [sql`s.maximum_age <= ${filter.maximumAge}::numeric`]),
    ...(filter.hours === null ? [] : [isOpen(filter.hours)]),
  ]
  return conditions.length === 0 ? sql`true` : join(conditions, ' and ')
}

/** docs/decisions.md, 1 */
function covers(area: string): Sql {
  return sql`s.id in (select coverage.service_id
    from areas.covering(${area}) c join catalogue.published_coverage coverage on coverage.area_code = c.area_code)`
}

/** An age is a resident's; what is for employees only is for no age. */
function isForAge(years: number): Sql {
  return sql`(s.meant_for <> 'services' and coalesce(s.age_from, 0) < ${(years + 1) * 12}::numeric
    and coalesce(s.age_to, 1500) > ${years * 12}::numeric)`
}

function hasWord({ vocabulary, codes }: ServiceFilter['words'][number]): Sql {
  const code = codes === null ? sql`` : sql` and term.code = any(${codes}::text[])`
  return sql`s.id in (select term.service_id from catalogue.published_term term
    where term.vocabulary = ${vocabulary}${code})`
}

function isOpen({ day, from, to }: NonNullable<ServiceFilter['hours']>): Sql {
  return sql`s.id in (select h.service_id from catalogue.published_schedule h where not h.closed
    and (${day}::text is null or h.always or ${day}::text = any(h.days))
    and (${from}::time is null or coalesce(h.opens, '00:00') >= ${from}::time)
    and (${to}::time is null or coalesce(h.closes, '24:00') <= ${to}::time))`
}
