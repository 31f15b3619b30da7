import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { exec, many, maybe, oneAtATime, sql, type Tx } from '#platform/db/sql.ts'
import type { LocalText } from '#platform/i18n/language.ts'

const Details = z.object({
  id: z.string(),
  name: StoredTextSchema,
  phone: z.string().nullable(),
  website: z.string().nullable(),
})
export type Details = z.output<typeof Details>

/** An organisation that who acts administers as a whole. Null: none of hers. */
export function findDetails(tx: Tx, id: string): Promise<Details | null> {
  return maybe(
    tx,
    Details,
    sql`select id, name, phone, website from organizations.named_organization
        where id = ${id} and id = any (organizations.reach('{administrator}'))`,
  )
}

/** Those who save the same organisation wait for each other. */
export async function waitForDetails(tx: Tx, id: string): Promise<void> {
  await oneAtATime(tx, `organizations.organization ${id}`)
}

/** Which of these names another organisation has, in any language and in capitals or not. */
export async function namesOfOthers(tx: Tx, id: string, names: readonly string[]): Promise<string[]> {
  const rows = await many(
    tx,
    z.object({ name: z.string() }),
    sql`select wanted.name from unnest(${names}::text[]) as wanted (name)
        where exists (select from organizations.organization_text other
            where other.organization_id <> ${id} and lower(other.name) = lower(wanted.name))
          and not exists (select from organizations.organization_text own
            where own.organization_id = ${id} and lower(own.name) = lower(wanted.name))`,
  )
  return rows.map(({ name }) => name)
}

export async function updateDetails(
  tx: Tx,
  id: string,
  details: { names: LocalText; phone: string | null; website: string | null },
): Promise<void> {
  await exec(
    tx,
    sql`update organizations.organization set phone = ${details.phone}, website = ${details.website} where id = ${id}`,
  )
  for (const [language, name] of Object.entries(details.names))
    await exec(
      tx,
      sql`insert into organizations.organization_text (organization_id, language, name) values (${id}, ${language}, ${name})
          on conflict (organization_id, language) do update set name = excluded.name`,
    )
}
