import * as z from 'zod'
import { many, sql, type Reader } from '#platform/db/sql.ts'

/** Services in one batch: a few megabytes of documents. */
export const BATCH = 500

const FIRST = '00000000-0000-0000-0000-000000000000'

/** Ids of all published services, some at a time and each once, in the order of the ids; however many there are, only those are held. */
export async function* publishedBatches(tx: Reader, size: number): AsyncGenerator<string[]> {
  for (let after = FIRST; ;) {
    const rows = await many(
      tx,
      z.object({ id: z.string() }),
      sql`select id from catalogue.service where id > ${after}::uuid order by id limit ${size}`,
    )
    const last = rows.at(-1)
    if (!last) return
    yield rows.map(row => row.id)
    after = last.id
  }
}
