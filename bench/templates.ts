import { many, sql, type Tx } from '#platform/db/sql.ts'
import type { Published } from '../src/modules/catalogue/search/entry.ts'
import { listPublished } from '../src/modules/catalogue/search/entry.store.ts'
import * as z from 'zod'

export { readLexicon } from '../src/modules/catalogue/search/search.store.ts'

/** The services of the demo that others are made after, with what search writes of them. By id. */
export async function listEntryTemplates(tx: Tx): Promise<Published[]> {
  const ids = await many(
    tx,
    z.object({ id: z.string() }),
    sql`select id from catalogue.service_record join catalogue.service using (id) where key not like 'bench-%' order by id`,
  )
  const published = await listPublished(
    tx,
    ids.map(row => row.id),
  )
  return published.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}
