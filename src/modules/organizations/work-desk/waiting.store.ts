import * as z from 'zod'
import { many, sql, type Tx } from '#platform/db/sql.ts'

const Asking = z.object({ id: z.string(), name: z.string(), since: z.string(), total: z.number() })

/** Requests to join that who acts may decide and nobody has, the oldest first, with how many there are. */
export function listUndecided(tx: Tx, limit: number): Promise<z.output<typeof Asking>[]> {
  return many(
    tx,
    Asking,
    sql`select asked.id, asked.name, (asked.asked_at at time zone 'Europe/Oslo')::date as since, count(*) over () as total
        from organizations.join_request asked
        where not exists (select from organizations.join_decision where request_id = asked.id)
        order by asked.asked_at, asked.id limit ${limit}`,
  )
}
