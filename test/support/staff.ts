import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { exec, sql, value, type Tx } from '#platform/db/sql.ts'
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
