import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { maybe, sql, type Tx } from '#platform/db/sql.ts'
import type { LocalText } from '#platform/i18n/language.ts'

const Named = z.object({ name: StoredTextSchema })

/** The name of a public service. Null: there is none. */
export async function findServiceName(tx: Tx, id: string): Promise<LocalText | null> {
  const found = await maybe(
    tx,
    Named,
    sql`select name from catalogue.published_service where id::text = ${id}`,
  )
  return found?.name ?? null
}

/** The title of a goal or a saved calculation. Null: there is none, or who acts may not see it. */
export async function findPaperTitle(tx: Tx, kind: 'goal' | 'scenario', id: string): Promise<string | null> {
  const found = await maybe(
    tx,
    z.object({ title: z.string().nullable() }),
    sql`select fields->>'title' as title from planning.paper where kind = ${kind} and id::text = ${id}`,
  )
  return found?.title ?? null
}
