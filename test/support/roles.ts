import * as z from 'zod'
import { exec, sql, value, type Tx } from '#platform/db/sql.ts'

const Id = z.string()

/** Makes a person who has never logged in. @returns her id */
export function makePerson(tx: Tx, name: string): Promise<string> {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@example.no`
  return value(tx, Id, sql`insert into people.person (name, email) values (${name}, ${email}) returning id`)
}

type Given = {
  role: string
  /** Keys. */
  organization: string
  unit?: string
  deputyFor?: string
  from?: string
  to?: string
}

/** Gives a person a role, as the operator does. @returns the id of the grant */
export function giveRole(tx: Tx, person: string, given: Given): Promise<string> {
  return value(
    tx,
    Id,
    sql`insert into organizations.role_grant (person_id, organization_id, unit_id, role, deputy_for, valid_from, valid_to)
        values (${person}, (select id from organizations.organization where key = ${given.organization}),
          (select id from organizations.unit where key = ${given.unit ?? null}), ${given.role}, ${given.deputyFor ?? null},
          coalesce(${given.from ?? null}::date, organizations.today()), ${given.to ?? null})
        returning id`,
  )
}

/** Ends a role, as the operator does. */
export async function endRole(tx: Tx, grant: string): Promise<void> {
  await exec(tx, sql`insert into organizations.role_end (grant_id) values (${grant})`)
}

/** The id of the organisation or unit with a key. */
export function idOf(tx: Tx, kind: 'organization' | 'unit', key: string): Promise<string> {
  return kind === 'unit'
    ? value(tx, Id, sql`select id from organizations.unit where key = ${key}`)
    : value(tx, Id, sql`select id from organizations.organization where key = ${key}`)
}
