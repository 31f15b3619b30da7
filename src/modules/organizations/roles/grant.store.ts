import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { exec, many, maybe, oneAtATime, sql, value, type Sql, type Tx } from '#platform/db/sql.ts'
import { roles } from '../rules.ts'

const Grant = z.object({
  id: z.string(),
  role: z.enum(roles),
  personId: z.string(),
  /** Null: who asks may not see who it is. */
  person: z.string().nullable(),
  email: z.string().nullable(),
  organizationId: z.string(),
  organization: StoredTextSchema,
  unitId: z.string().nullable(),
  unit: StoredTextSchema.nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  grantedBy: z.string().nullable(),
  endedOn: z.string().nullable(),
  endReason: z.string().nullable(),
  /** Whose role it stands in for. */
  deputyFor: z.string().nullable(),
  principal: z.string().nullable(),
  principalEnded: z.boolean(),
})
export type Grant = z.output<typeof Grant>

const day = (column: Sql): Sql => sql`to_char(${column} at time zone 'Europe/Oslo', 'YYYY-MM-DD')`

const grants = (where: Sql): Sql => sql`
  select given.id, given.role, given.person_id as "personId", holder.name as person, holder.email,
    given.organization_id as "organizationId", organization.name as organization,
    given.unit_id as "unitId", unit.name as unit,
    to_char(given.valid_from, 'YYYY-MM-DD') as "validFrom", to_char(given.valid_to, 'YYYY-MM-DD') as "validTo",
    granter.name as "grantedBy", ${day(sql`ended.ended_at`)} as "endedOn", ended.reason as "endReason",
    given.deputy_for as "deputyFor", stood_for.name as principal,
    (principal_end.grant_id is not null or coalesce(principal.valid_to < organizations.today(), false)) as "principalEnded"
  from organizations.role_grant given
  join organizations.named_organization organization on organization.id = given.organization_id
  left join organizations.named_unit unit on unit.id = given.unit_id
  left join organizations.colleague holder on holder.id = given.person_id
  left join organizations.colleague granter on granter.id = given.granted_by
  left join organizations.role_end ended on ended.grant_id = given.id
  left join organizations.role_grant principal on principal.id = given.deputy_for
  left join organizations.role_end principal_end on principal_end.grant_id = principal.id
  left join organizations.colleague stood_for on stood_for.id = principal.person_id
  where ${where}
  order by holder.name collate "und-x-icu", given.person_id, given.unit_id nulls first, given.role, given.valid_from`

/** The roles in an organisation that who acts may see: by name, also those that are over. */
export function listGrants(tx: Tx, organizationId: string): Promise<Grant[]> {
  return many(tx, Grant, grants(sql`given.organization_id = ${organizationId}`))
}

export function findGrant(tx: Tx, id: string): Promise<Grant | null> {
  return maybe(tx, Grant, grants(sql`given.id = ${id}`))
}

/** Those that stand in for a role, or have done so. */
export function listDeputies(tx: Tx, grantId: string): Promise<Grant[]> {
  return many(tx, Grant, grants(sql`given.deputy_for = ${grantId}`))
}

type NewGrant = Pick<Grant, 'personId' | 'organizationId' | 'unitId' | 'role' | 'validFrom' | 'validTo'> & {
  deputyFor: string | null
}

/**
 * Does the person have just this role already, and it is not over? Two who would give it at once wait for each other: of two the same,
 * one would be left when it is taken back.
 */
export async function holdsAlready(tx: Tx, grant: NewGrant, except: string | null = null): Promise<boolean> {
  await oneAtATime(tx, `organizations.role_grant ${grant.organizationId} ${grant.personId}`)
  return value(
    tx,
    z.boolean(),
    sql`select exists (
          select from organizations.role_grant given
          where given.person_id = ${grant.personId} and given.organization_id = ${grant.organizationId}
            and given.unit_id is not distinct from ${grant.unitId} and given.role = ${grant.role}
            and given.deputy_for is not distinct from ${grant.deputyFor} and given.id is distinct from ${except}
            and (given.valid_to is null or given.valid_to >= organizations.today())
            and not exists (select from organizations.role_end where grant_id = given.id))`,
  )
}

/** @throws when the database refuses: see mayGrant, which tells before */
export async function insertGrant(tx: Tx, grant: NewGrant, by: string): Promise<void> {
  await exec(
    tx,
    sql`insert into organizations.role_grant
          (person_id, organization_id, unit_id, role, deputy_for, valid_from, valid_to, granted_by)
        values (${grant.personId}, ${grant.organizationId}, ${grant.unitId}, ${grant.role}, ${grant.deputyFor},
          ${grant.validFrom}, ${grant.validTo}, ${by})`,
  )
}

/** Would the database take this grant from who acts? Its dates apart. */
export function mayGrant(tx: Tx, grant: NewGrant, by: string): Promise<boolean> {
  return value(
    tx,
    z.boolean(),
    sql`select coalesce(${grant.unitId}::uuid, ${grant.organizationId}::uuid) = any (organizations.reach('{administrator}'))
          and (${grant.personId}::uuid <> ${by}::uuid or ${grant.role} in ('editor', 'publisher'))
          and (${grant.unitId}::uuid is null or exists (
            select from organizations.unit
            where unit.id = ${grant.unitId} and unit.organization_id = ${grant.organizationId}))
          and organizations.grant_fits(${grant.personId}, ${grant.organizationId}, ${grant.unitId}, ${grant.role},
            ${grant.deputyFor})`,
  )
}

/** Is it the role without which the organisation would have no administrator? */
export function isLastAdministrator(tx: Tx, grantId: string): Promise<boolean> {
  return value(tx, z.boolean(), sql`select organizations.is_last_administrator(${grantId})`)
}

/** Ends a role that has been looked at; ended already, nothing happens. */
export async function endGrant(tx: Tx, grant: Grant, by: string, reason: string | null): Promise<void> {
  await exec(
    tx,
    sql`insert into organizations.role_end (grant_id, ended_by, reason) values (${grant.id}, ${by}, ${reason})
        on conflict do nothing`,
  )
}

const Known = z.object({ id: z.string(), name: z.string(), email: z.string().nullable() })

/** Persons who have or had a role in an organisation, as far as who acts may see. */
export function listKnown(tx: Tx, organizationId: string): Promise<z.output<typeof Known>[]> {
  return many(
    tx,
    Known,
    sql`select id, name, email from organizations.colleague
        where id in (select person_id from organizations.role_grant where organization_id = ${organizationId})
        order by name collate "und-x-icu"`,
  )
}
