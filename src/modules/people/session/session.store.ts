import * as z from 'zod'
import { exec, many, maybe, sql, value, type Tx } from '#platform/db/sql.ts'

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

/** The key of what her browser keeps for logging out at the provider. */
export function findLogoutKey(tx: Tx, sessionId: string): Promise<Buffer | null> {
  return value(
    tx,
    z.instanceof(Buffer).nullable(),
    sql`select (select logout_key from people.live_session where id = ${sessionId})`,
  )
}

const LiveSession = z.object({
  id: z.string(),
  device: z.string(),
  startedAt: z.date(),
  lastUsedAt: z.date(),
})
export type LiveSession = z.output<typeof LiveSession>

/** The sessions of who acts that hold now, the last used first. */
export function listMySessions(tx: Tx): Promise<LiveSession[]> {
  return many(
    tx,
    LiveSession,
    sql`select id, device, started_at as "startedAt", last_used_at as "lastUsedAt" from people.live_session
        order by last_used_at desc, id`,
  )
}

/** Deletes sessions that began thirty days ago, and logins that were never finished. @param day `YYYY-MM-DD` */
export async function forgetLogins(tx: Tx, day: string): Promise<void> {
  await exec(tx, sql`select people.forget_logins(${day}::date)`)
}
