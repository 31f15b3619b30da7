import type { Actor, HeldRole } from '#platform/auth/actor.ts'
import { hashOfToken, SESSION_COOKIE } from '#platform/auth/session-token.ts'
import { actAs } from '#platform/db/database.ts'
import type { Tx } from '#platform/db/sql.ts'
import { redirect, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { localPath } from '#platform/i18n/language.ts'
import type { LogOutForm } from './session.schema.ts'
import { endMySessions, openSession } from './session.store.ts'

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

/** Ends the session, also one that has ended, and goes to the front page. */
export async function logOut({
  tx,
  input,
  cookie,
}: Context<'POST', undefined, undefined, typeof LogOutForm>): Promise<Result> {
  const hash = hashOfToken(cookie(SESSION_COOKIE) ?? '')
  const session = hash && (await openSession(tx, hash))
  if (session) {
    await actAs(tx, session.personId)
    await endMySessions(tx, 'logged-out', session.sessionId)
  }
  return redirect(localPath(input.body.sprak, '/'), 303, [{ name: SESSION_COOKIE, value: null }])
}
