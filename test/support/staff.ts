import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { exec, sql, value, type Tx } from '#platform/db/sql.ts'
import { demoPeople, demoPersonId } from '#modules/people/index.ts'
import type { TestDatabase } from './database.ts'

/** A person of a test with one role. `unit` is a unit's key. */
export type Post = { role: string; organization: string; unit?: string }

/** Employs somebody made up for the test. @returns her id */
export async function employ(db: TestDatabase, name: string, ...posts: Post[]): Promise<string> {
  return db.asOwner(async tx => {
    const id = await value(
      tx,
      z.string(),
      sql`insert into people.person (name) values (${name}) returning id`,
    )
    for (const { role, organization, unit } of posts) {
      const granted = await exec(
        tx,
        sql`insert into organizations.role_grant (person_id, organization_id, unit_id, role)
            select ${id}, organization.id, (select id from organizations.unit where key = ${unit ?? null}), ${role}
            from organizations.organization where key = ${organization}`,
      )
      if (granted !== 1) throw new Error(`There is no ${organization}`)
    }
    return id
  })
}

export function organizationId(tx: Tx, key: string): Promise<string> {
  return value(tx, z.string(), sql`select id from organizations.organization where key = ${key}`)
}

export const newSubmission = (): string => randomUUID()

/** Gives the persons of the demonstration the roles that stand in their file, as far as they have none. */
export async function grantDemoRoles(db: TestDatabase): Promise<void> {
  await db.asOwner(async tx => {
    for (const { key, roles } of demoPeople()) {
      for (const { role, organization, unit } of roles) {
        await exec(
          tx,
          sql`insert into organizations.role_grant (person_id, organization_id, unit_id, role)
              select ${demoPersonId(key)}, organization.id, (select id from organizations.unit where key = ${unit ?? null}), ${role}
              from organizations.organization where key = ${organization}
                and not exists (select from organizations.role_grant where person_id = ${demoPersonId(key)} and role = ${role})`,
        )
      }
    }
  })
}
