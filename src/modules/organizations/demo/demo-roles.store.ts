import { exec, sql, type Tx } from '#platform/db/sql.ts'

type DemoRole = { personId: string; role: string; organization: string; unit: string | null }

/** Grants a role of the demonstration. As the owner. */
export async function grantDemoRole(tx: Tx, given: DemoRole): Promise<void> {
  const rows = await exec(
    tx,
    sql`insert into organizations.role_grant (person_id, organization_id, unit_id, role, valid_from)
        select ${given.personId}, organization.id, unit.id, ${given.role}, date '2026-01-01'
        from organizations.organization
        left join organizations.unit on unit.key = ${given.unit} and unit.organization_id = organization.id
        where organization.key = ${given.organization} and (${given.unit}::text is null or unit.id is not null)`,
  )
  if (rows !== 1)
    throw new Error(`There is no ${given.unit ?? given.organization} for the role ${given.role}`)
}

/** Forgets the roles that came with the demonstration and were not ended, to write them anew. */
export async function forgetDemoRoles(tx: Tx): Promise<void> {
  await exec(
    tx,
    sql`delete from organizations.role_grant
        where granted_by is null and valid_from = date '2026-01-01'
          and not exists (select from organizations.role_end where grant_id = role_grant.id)`,
  )
}

/**
 * Admits the voluntary and private organisations of the demonstration that nobody has admitted, with their own area as territory,
 * by the municipality that has it. As the owner.
 */
export async function admitDemoOrganizations(tx: Tx): Promise<void> {
  await exec(
    tx,
    sql`insert into organizations.admission (made_organization, organization_id, admitted_by_organization)
        select true, organization.id, (
          select municipality.id from organizations.organization municipality
          where municipality.level = 'municipality' and municipality.area_code = organization.area_code
            and municipality.area_code ~ '^[0-9]{4}$'
          order by municipality.key limit 1)
        from organizations.organization
        where organization.level in ('voluntary', 'private') and organization.area_code is not null
          and not exists (select from organizations.admission where organization_id = organization.id)`,
  )
  await exec(
    tx,
    sql`insert into organizations.admission_area (admission_id, area_code)
        select admission.id, organization.area_code
        from organizations.admission join organizations.organization on organization.id = admission.organization_id
        where organization.area_code is not null
          and not exists (select from organizations.admission_area where admission_id = admission.id)`,
  )
}
