import * as z from 'zod'
import { many, one, sql, type Reader } from '#platform/db/sql.ts'

const ChangeRow = z.object({
  service_id: z.string(),
  kind: z.enum(['published', 'withdrawn']),
  changed_at: z.date(),
  changed_in: z.string(),
})
export type ChangeRow = z.output<typeof ChangeRow>

/** A place in the order of changes. `id` null: after all of the transaction before. */
export type Position = { transaction: string; id: string | null }

/** Changes after a place, in the order in which they became known; see db/migrations/0006_changes.sql. */
export async function listChanges(tx: Reader, after: Position, limit: number): Promise<ChangeRow[]> {
  return many(
    tx,
    ChangeRow,
    sql`select service_id, kind, changed_at, changed_in::text from catalogue.published_change
        where (changed_in, service_id) > (${after.transaction}::xid8, ${after.id ?? NO_ID}::uuid)
        order by published_change.changed_in, service_id limit ${limit}`,
  )
}

const NO_ID = '00000000-0000-0000-0000-000000000000'

const State = z.object({
  /** Of the PostgreSQL cluster: transactions of another are numbered anew. */
  server: z.string(),
  /** The first transaction that is not settled: changes of it and of later ones may come. */
  unsettled: z.string(),
  next: z.string(),
})

export async function readState(tx: Reader): Promise<z.output<typeof State>> {
  return one(
    tx,
    State,
    sql`select system_identifier::text as server, pg_snapshot_xmin(pg_current_snapshot())::text as unsettled,
        pg_snapshot_xmax(pg_current_snapshot())::text as next
        from pg_control_system()`,
  )
}
