import { z } from 'zod'
import { many, sql, value, type Reader, type Sql } from '#platform/db/sql.ts'

/** A service in a list, in the names and shapes of HSDS 3.2. What is empty is left out. */
const ServiceRow = z.object({ service: z.record(z.string(), z.unknown()) })

/** One page of published services, in a stable order. @param area only those that cover this area */
export async function listServices(
  tx: Reader,
  page: { limit: number; offset: number; area: string | null },
): Promise<Record<string, unknown>[]> {
  const rows = await many(
    tx,
    ServiceRow,
    sql`select ${asHsds()} as service from catalogue.published_service s ${within(page.area)}
        order by s.id limit ${page.limit} offset ${page.offset}`,
  )
  return rows.map(row => row.service)
}

export async function countServices(tx: Reader, area: string | null): Promise<number> {
  return value(tx, z.number(), sql`select count(*) from catalogue.published_service s ${within(area)}`)
}

export async function findServiceById(tx: Reader, id: string): Promise<Record<string, unknown> | null> {
  const rows = await many(
    tx,
    ServiceRow,
    sql`select ${asHsds()} as service from catalogue.published_service s where s.id = ${id}`,
  )
  return rows[0]?.service ?? null
}

function within(area: string | null): Sql {
  if (!area) return sql``
  return sql`where s.id in (select a.service_id from areas.covering(${area}) c join catalogue.published_coverage a using (area_code))`
}

function asHsds(): Sql {
  return sql`jsonb_strip_nulls(jsonb_build_object(
    'id', s.id,
    'name', s.name->>'nb',
    'description', s.summary->>'nb',
    'status', 'active',
    'minimum_age', round(s.age_from / 12, 1),
    'maximum_age', round(s.age_to / 12, 1),
    'assured_date', s.confirmed_on,
    'last_modified', s.updated_at,
    'organization', jsonb_build_object('id', s.owner_id, 'name', s.owner_name->>'nb', 'description', coalesce(s.owner_description->>'nb', s.owner_name->>'nb'))
  ))`
}
