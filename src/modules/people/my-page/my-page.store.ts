import * as z from 'zod'
import { one, sql, type Tx } from '#platform/db/sql.ts'

const Me = z.object({
  name: z.string(),
  email: z.string().nullable(),
  since: z.date(),
  sessions: z.number(),
})
export type Me = z.output<typeof Me>

/** All that is kept of who acts, but for her sessions, of which only how many hold now. */
export function findMe(tx: Tx, personId: string): Promise<Me> {
  return one(
    tx,
    Me,
    sql`select name, email, created_at as since, (select count(*) from people.live_session) as sessions
        from people.person where id = ${personId}`,
  )
}
