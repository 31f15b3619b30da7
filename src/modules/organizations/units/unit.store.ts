import * as z from 'zod'
import type { LocalText } from '#platform/i18n/language.ts'
import { exec, maybe, oneAtATime, sql, value, type Tx } from '#platform/db/sql.ts'

export type UnitFields = {
  names: LocalText
  parentId: string | null
  phone: string | null
  website: string | null
}

/** The organisation of a unit. */
export async function findUnitHouse(tx: Tx, id: string): Promise<string | null> {
  const found = await maybe(
    tx,
    z.object({ organizationId: z.string() }),
    sql`select organization_id as "organizationId" from organizations.unit where id = ${id}`,
  )
  return found?.organizationId ?? null
}

/** Those who make units in the same organisation wait for each other, so that no name is given twice. */
export async function waitForUnits(tx: Tx, organizationId: string): Promise<void> {
  await oneAtATime(tx, `organizations.unit ${organizationId}`)
}

/** @returns its id */
export async function insertUnit(tx: Tx, organizationId: string, unit: UnitFields): Promise<string> {
  const id = await value(
    tx,
    z.string(),
    sql`insert into organizations.unit (organization_id, parent_id, phone, website)
        values (${organizationId}, ${unit.parentId}, ${unit.phone}, ${unit.website}) returning id`,
  )
  await writeNames(tx, id, unit.names)
  return id
}

/** @param moves false leaves where it lies, and what only those above it may change, as it is */
export async function updateUnit(tx: Tx, id: string, unit: UnitFields, moves: boolean): Promise<void> {
  if (moves)
    await exec(
      tx,
      sql`update organizations.unit set parent_id = ${unit.parentId}, phone = ${unit.phone}, website = ${unit.website}
          where id = ${id}`,
    )
  await writeNames(tx, id, unit.names)
}

async function writeNames(tx: Tx, id: string, names: LocalText): Promise<void> {
  for (const [language, name] of Object.entries(names))
    await exec(
      tx,
      sql`insert into organizations.unit_text (unit_id, language, name) values (${id}, ${language}, ${name})
          on conflict (unit_id, language) do update set name = excluded.name`,
    )
}

/** Does anything still go on in a unit: an open unit below it, or somebody with a role? */
export function isUnitInUse(tx: Tx, id: string): Promise<boolean> {
  return value(
    tx,
    z.boolean(),
    sql`select exists (
          select from organizations.unit below where below.parent_id = ${id}
            and not exists (select from organizations.unit_closing closed where closed.unit_id = below.id))
        or exists (
          select from organizations.role_grant held where held.unit_id = ${id}
            and (held.valid_to is null or held.valid_to >= organizations.today())
            and not exists (select from organizations.role_end where grant_id = held.id))`,
  )
}

export async function closeUnit(tx: Tx, id: string, by: string): Promise<void> {
  await exec(
    tx,
    sql`insert into organizations.unit_closing (unit_id, closed_by) values (${id}, ${by}) on conflict do nothing`,
  )
}
