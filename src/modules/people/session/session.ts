import type { Actor, HeldRole } from '#platform/auth/actor.ts'
import { hashOfToken } from '#platform/auth/session-token.ts'
import { actAs } from '#platform/db/database.ts'
import type { Tx } from '#platform/db/sql.ts'
import { endMySessions, findLogoutKey, openSession, type SessionEnd } from './session.store.ts'

/**
 * Who holds this session token, if it holds still. From then on the transaction acts as she.
 * @param rolesOf reads the roles that she who acts holds now: asked at every request, so a role that ends bites at once
 */
export async function findActor(
  tx: Tx,
  token: string,
  rolesOf: (tx: Tx) => Promise<readonly HeldRole[]>,
): Promise<Actor | null> {
  const hash = hashOfToken(token)
  const session = hash && (await openSession(tx, hash))
  if (!session) return null
  await actAs(tx, session.personId)
  return { ...session, roles: await rolesOf(tx) }
}

/**
 * Ends the session of a token, if it holds still. From then on the transaction acts as she who held it.
 * @returns the key of what her browser keeps for logging out at the provider; null when there is none
 */
export async function endSessionOf(tx: Tx, token: string | null, reason: SessionEnd): Promise<Buffer | null> {
  const hash = hashOfToken(token ?? '')
  const session = hash && (await openSession(tx, hash))
  if (!session) return null
  await actAs(tx, session.personId)
  const key = await findLogoutKey(tx, session.sessionId)
  await endMySessions(tx, reason, session.sessionId)
  return key
}
