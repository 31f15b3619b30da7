import { SESSION_COOKIE } from '#platform/auth/session-token.ts'
import { page, redirect, type Result } from '#platform/http/result.ts'
import type { Cookie } from '#platform/http/cookies.ts'
import type { Context } from '#platform/http/route.ts'
import { languages, localPath } from '#platform/i18n/language.ts'
import { pageLocaleOf } from '#platform/i18n/locale.tsx'
import type { LoggedOutQuery } from '../login/login.schema.ts'
import { messages } from '../messages.ts'
import { urls } from '../urls.ts'
import { LoggedOut, LoggingOut } from './logout.view.tsx'
import { LOGOUT_COOKIE, LOGOUT_PATH, logoutAddress, openLogout } from './provider-logout.ts'
import { endSessionOf } from './session.ts'
import type { LogOutForm } from './session.schema.ts'

/** What a browser no longer needs when its session is over. */
export const noSession: Cookie[] = [
  { name: SESSION_COOKIE, value: null },
  { name: LOGOUT_COOKIE, value: null, path: LOGOUT_PATH },
]

/**
 * Ends the session here, and then at the provider: else the next who sits down at a shared machine would be let in without being
 * asked. Her browser goes on by itself from a page of ours, since our policy lets no form lead to another site.
 */
export async function logOut({
  tx,
  input,
  cookie,
  baseUrl,
}: Context<'POST', undefined, undefined, typeof LogOutForm>): Promise<Result> {
  const language = input.body.sprak
  const key = await endSessionOf(tx, cookie(SESSION_COOKIE), 'logged-out')
  const sealed = cookie(LOGOUT_COOKIE)
  const logout = key && sealed ? openLogout(sealed, key) : null
  if (!logout) return redirect(localPath(language, urls.loggedOut.href()), 303, noSession)
  const href = logoutAddress(logout, baseUrl + urls.loggedOut.href(), language)
  const title = pageLocaleOf(language).text(messages.loggedOutTitle)
  return {
    kind: 'page',
    status: 200,
    head: { title, path: urls.loggedOut.href(), indexed: false },
    body: <LoggingOut title={title} href={href} />,
    headers: { refresh: `0;url=${href}` },
    language,
    cookies: noSession,
  }
}

/** She is logged out, and back from the provider, in the language that she left in. */
export function showLoggedOut({
  input,
  language,
}: Context<'GET', undefined, typeof LoggedOutQuery, undefined>): Result {
  const left = languages.find(one => one === input.query.state)
  if (left && left !== language) return redirect(localPath(left, urls.loggedOut.href()))
  const title = pageLocaleOf(language).text(messages.loggedOutTitle)
  return page({ title, path: urls.loggedOut.href(), indexed: false }, <LoggedOut title={title} />)
}
