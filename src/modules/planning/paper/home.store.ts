import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { many, sql, type Tx } from '#platform/db/sql.ts'
import type { PaperKind } from './paper.schema.ts'

const Home = z.object({ id: z.string(), name: StoredTextSchema, area: z.string().nullable() })
/** An organisation with plans. `area` is its own place. */
export type Home = z.output<typeof Home>

/** Organisations in which who acts may write plans, by name. */
export function listHomes(tx: Tx): Promise<Home[]> {
  return many(
    tx,
    Home,
    sql`select organization.id, organization.name, organization.area_code as area
        from organizations.named_organization organization
        where organization.id = any ((select organizations.reach('{coordinator}'))::uuid[])
        order by organization.name ->> 'nb' collate "und-x-icu"`,
  )
}

/** Organisations by their ids, in any order. */
export function listOrganizations(tx: Tx, ids: readonly string[]): Promise<Home[]> {
  return many(
    tx,
    Home,
    sql`select organization.id, organization.name, organization.area_code as area
        from organizations.named_organization organization where organization.id = any (${[...ids]}::uuid[])`,
  )
}

/** Organisations that have papers of a kind which who acts may see, by name. */
export function listOrganizationsWith(tx: Tx, kind: PaperKind): Promise<Home[]> {
  return many(
    tx,
    Home,
    sql`select organization.id, organization.name, organization.area_code as area
        from organizations.named_organization organization
        where organization.id in (select paper.organization_id from planning.paper where paper.kind = ${kind})
        order by organization.name ->> 'nb' collate "und-x-icu"`,
  )
}

const Unit = z.object({ id: z.string(), name: StoredTextSchema, is_closed: z.boolean() })
export type Unit = z.output<typeof Unit>

/** Units of an organisation by name, also those that are closed: what was written keeps them. */
export function listUnits(tx: Tx, organizationId: string): Promise<Unit[]> {
  return many(
    tx,
    Unit,
    sql`select unit.id, coalesce(unit.name, '{}') as name,
          exists (select from organizations.closed_unit where closed_unit.unit_id = unit.id) as is_closed
        from organizations.named_unit unit
        where unit.organization_id = ${organizationId} order by unit.name ->> 'nb' collate "und-x-icu"`,
  )
}
