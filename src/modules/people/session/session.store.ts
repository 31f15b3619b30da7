import { z } from 'zod'
import { exec, maybe, sql, type Tx } from '#platform/db/sql.ts'

const OpenSession = z.object({
  sessionId: z.string(),
  personId: z.string(),
  name: z.string(),
  kind: z.enum(['citizen', 'employee']),
})

/** The session with that hash of its token, and whose it is; null when there is none, or it has ended. Nobody acts yet. */
export async function openSession(tx: Tx, tokenHash: Buffer): Promise<z.output<typeof OpenSession> | null> {
  return maybe(
    tx,
    OpenSession,
    sql`select session_id as "sessionId", person_id as "personId", name, kind from people.open_session(${tokenHash})`,
  )
}

export type SessionEnd = 'logged-out' | 'ended-by-person' | 'new-login'

/** Ends one of the sessions of who acts, or all of them. What has ended already stays as it is. */
export async function endMySessions(tx: Tx, reason: SessionEnd, sessionId: string | null): Promise<void> {
  await exec(tx, sql`select people.end_my_sessions(${reason}, ${sessionId})`)
}
