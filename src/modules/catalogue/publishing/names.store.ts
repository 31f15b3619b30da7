import * as z from 'zod'
import { many, sql, type Reader } from '#platform/db/sql.ts'
import type { Names } from './persons.ts'

/** Names of those who work where who acts works; of others none. */
export async function listNames(tx: Reader, ids: string[]): Promise<Names> {
  if (ids.length === 0) return new Map()
  const rows = await many(
    tx,
    z.object({ id: z.string(), name: z.string() }),
    sql`select id, name from catalogue.colleague where id = any(${ids}::uuid[])`,
  )
  return new Map(rows.map(row => [row.id, row.name]))
}
