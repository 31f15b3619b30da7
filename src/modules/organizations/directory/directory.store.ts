import * as z from 'zod'
import { exec, sql, value, type Tx } from '#platform/db/sql.ts'
import type { OrganizationEntry } from './directory.schema.ts'

const Id = z.string()

/**
 * Writes an organisation and its units down, or brings them up to date, by their keys. Parents stand before their units.
 * @returns whether one that was there has changed: what is derived from it must then be written anew
 */
export async function upsertOrganization(tx: Tx, entry: OrganizationEntry): Promise<boolean> {
  const before = await wholeOf(tx, entry.key)
  const id = await value(
    tx,
    Id,
    sql`insert into organizations.organization (key, level, area_code, organization_number, website, phone)
        values (${entry.key}, ${entry.level}, ${entry.area ?? null}, ${entry.organization_number ?? null},
                ${entry.website ?? null}, ${entry.phone ?? null})
        on conflict (key) do update set level = excluded.level, area_code = excluded.area_code,
          organization_number = excluded.organization_number, website = excluded.website, phone = excluded.phone
        returning id`,
  )
  for (const [language, name] of Object.entries(entry.name)) {
    const description = entry.description?.[language as keyof typeof entry.description] ?? null
    await exec(
      tx,
      sql`insert into organizations.organization_text (organization_id, language, name, description)
          values (${id}, ${language}, ${name}, ${description})
          on conflict (organization_id, language) do update set name = excluded.name, description = excluded.description`,
    )
  }
  for (const unit of entry.units) await upsertUnit(tx, id, unit)
  return before !== null && before !== (await wholeOf(tx, entry.key))
}

/** All that others show of an organisation, as text to compare. Null: there is none. */
async function wholeOf(tx: Tx, key: string): Promise<string | null> {
  return value(
    tx,
    z.string().nullable(),
    sql`select (select jsonb_build_array(to_jsonb(o), (select jsonb_agg(to_jsonb(u) order by u.key)
          from organizations.named_unit u where u.organization_id = o.id))::text
        from organizations.named_organization o where o.key = ${key})`,
  )
}

async function upsertUnit(
  tx: Tx,
  organizationId: string,
  unit: OrganizationEntry['units'][number],
): Promise<void> {
  const id = await value(
    tx,
    Id,
    sql`insert into organizations.unit (key, organization_id, parent_id, phone, website)
        values (${unit.key}, ${organizationId},
                (select id from organizations.unit where key = ${unit.parent ?? null}), ${unit.phone ?? null}, ${unit.website ?? null})
        on conflict (key) do update set organization_id = excluded.organization_id, parent_id = excluded.parent_id,
          phone = excluded.phone, website = excluded.website
        returning id`,
  )
  for (const [language, name] of Object.entries(unit.name)) {
    await exec(
      tx,
      sql`insert into organizations.unit_text (unit_id, language, name) values (${id}, ${language}, ${name})
          on conflict (unit_id, language) do update set name = excluded.name`,
    )
  }
}
