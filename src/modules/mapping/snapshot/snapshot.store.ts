import * as z from 'zod'
import { maybe, sql, type Reader } from '#platform/db/sql.ts'
import { Snapshot } from './snapshot.schema.ts'

const Frozen = z.object({ content: Snapshot, hash: z.string() })

/** What was frozen of a round, with its hash in hexadecimal digits. Null: nothing, or it is not for who acts to see. */
export function findSnapshot(tx: Reader, roundId: string): Promise<z.output<typeof Frozen> | null> {
  return maybe(
    tx,
    Frozen,
    sql`select content, encode(hash, 'hex') as hash from mapping.snapshot where round_id = ${roundId}`,
  )
}
