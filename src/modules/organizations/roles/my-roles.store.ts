import * as z from 'zod'
import type { HeldRole } from '#platform/auth/actor.ts'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { many, sql, type Tx } from '#platform/db/sql.ts'

const MyRole = z.object({ role: z.string(), organizationId: z.string(), unitId: z.string().nullable() })

/** The roles that who acts holds now. */
export function listMyRoles(tx: Tx): Promise<HeldRole[]> {
  return many(
    tx,
    MyRole,
    sql`select role, organization_id as "organizationId", unit_id as "unitId" from organizations.my_roles()`,
  )
}

const MyNamedRole = z.object({
  role: z.string(),
  organization: StoredTextSchema,
  unit: StoredTextSchema.nullable(),
})
export type MyNamedRole = z.output<typeof MyNamedRole>

/** The same with the names of where they are held, the whole organisation before its units. */
export function listMyNamedRoles(tx: Tx): Promise<MyNamedRole[]> {
  return many(
    tx,
    MyNamedRole,
    sql`select mine.role, organization.name as organization, unit.name as unit
        from organizations.my_roles() mine
        join organizations.named_organization organization on organization.id = mine.organization_id
        left join organizations.named_unit unit on unit.id = mine.unit_id
        order by organization.key, unit.key nulls first, mine.role`,
  )
}
