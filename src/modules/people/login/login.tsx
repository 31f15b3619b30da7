import { randomBytes } from 'node:crypto'
import type { IdentityProvider } from '#platform/auth/identity-provider.ts'
import { hashOfToken, newToken, SESSION_COOKIE } from '#platform/auth/session-token.ts'
import type { Tx } from '#platform/db/sql.ts'
import type { Cookie } from '#platform/http/cookies.ts'
import { elsewhere, notFound, page, redirect, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { localPath, type Language } from '#platform/i18n/language.ts'
import { pageLocaleOf } from '#platform/i18n/locale.tsx'
import { messages } from '../messages.ts'
import { deviceInWords } from '../session/device.ts'
import { LOGOUT_COOKIE, LOGOUT_PATH, sealLogout } from '../session/provider-logout.ts'
import { endSessionOf } from '../session/session.ts'
import { loginPath, urls } from '../urls.ts'
import { failureTitles, LoginFailed, type Failure } from './failed.view.tsx'
import { whoWords, type AnswerQuery, type Kind, type LoginQuery, type WhoParams } from './login.schema.ts'
import { insertLoginAttempt, logPersonIn, takeLoginAttempt } from './login.store.ts'
import { LoginPage } from './login.view.tsx'

/** What logging in takes from the house. */
export type LoginParts = {
  /** The provider for citizens or for employees; null: there is none here. */
  provider(kind: Kind): IdentityProvider | null
  /** A transaction in which nobody acts yet. Never open while a provider is asked. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Takes a line about a login that did not succeed: a kind of fault, nothing of a person. */
  note(line: string): void
  /** Persons of the demonstration log in, at providers of our own. */
  demo: boolean
}

/** Binds an attempt to the browser it was begun in. */
const BROWSER_COOKIE = '__Host-nettungen-innlogging'
const TEN_MINUTES = 600

/** Where one chooses how to log in. */
export function showLogin(
  { input, language }: Context<'GET', undefined, typeof LoginQuery, undefined>,
  parts: LoginParts,
): Result {
  const locale = pageLocaleOf(language)
  const title = locale.text(messages.loginTitle)
  const ways = Object.entries(whoWords)
    .filter(([, kind]) => parts.provider(kind) !== null)
    .map(([hvem, kind]) => ({
      kind,
      href: locale.link(urls.startLogin.href({ hvem }, { til: input.query.til })),
    }))
  return page(
    { title, path: urls.logIn.href(), indexed: false },
    <LoginPage title={title} ways={ways} demo={parts.demo} />,
  )
}

/** Sends a browser to a provider, and remembers what its answer must fit. */
export async function startLogin(
  { input, language, baseUrl, cookie }: Context<'GET', typeof WhoParams, typeof LoginQuery, undefined>,
  parts: LoginParts,
): Promise<Result> {
  const { hvem } = input.params
  const kind = whoWords[hvem]
  const returnTo = input.query.til ?? localPath(language, kind === 'citizen' ? urls.myPage.href() : '/arbeid')
  const provider = parts.provider(kind)
  if (!provider) return notFound()

  const attempt = { state: newToken(), nonce: newToken(), verifier: newToken() }
  const begun = await provider.begin(attempt, { redirectUri: answerUri(baseUrl, hvem), language })
  if (begun.kind === 'unreachable') {
    parts.note(`Login (${kind}): the provider cannot be reached: ${begun.why}`)
    return failed('unreachable', returnTo, language)
  }
  // Several windows of one browser may log in at a time.
  const known = cookie(BROWSER_COOKIE)
  const browser = known && hashOfToken(known) ? known : newToken()
  await parts.transaction(tx =>
    insertLoginAttempt(tx, {
      stateHash: hashOfToken(attempt.state)!,
      browserHash: hashOfToken(browser)!,
      provider: kind,
      nonce: attempt.nonce,
      verifier: attempt.verifier,
      returnTo,
      language,
    }),
  )
  return elsewhere(begun.url, [{ name: BROWSER_COOKIE, value: browser, maxAge: TEN_MINUTES }])
}

/** The browser comes back from a provider: the answer is held against the attempt, and she gets a session. */
export async function finishLogin(
  { input, baseUrl, cookie, userAgent }: Context<'GET', typeof WhoParams, typeof AnswerQuery, undefined>,
  parts: LoginParts,
): Promise<Result> {
  const { hvem } = input.params
  const { state, error } = input.query
  const kind = whoWords[hvem]
  const provider = parts.provider(kind)
  const stateHash = hashOfToken(state ?? '')
  const browserHash = hashOfToken(cookie(BROWSER_COOKIE) ?? '')
  const attempt =
    provider && state && stateHash && browserHash
      ? await parts.transaction(tx => takeLoginAttempt(tx, stateHash, browserHash))
      : null
  if (!provider || !state || !attempt) return failed('interrupted', null, 'nb')
  const { returnTo, language } = attempt
  if (attempt.provider !== kind) {
    parts.note(`Login (${kind}): an answer to a question to the other provider`)
    return failed('refused', returnTo, language)
  }
  if (error === 'access_denied' || error === 'login_required') return failed('cancelled', returnTo, language)

  const found = await provider.finish({ ...attempt, state }, answerOf(baseUrl, hvem, input.query))
  if (found.kind !== 'known') {
    parts.note(`Login (${kind}): ${found.kind}: ${found.why}`)
    return failed(found.why === 'acr' ? 'tooWeak' : found.kind, returnTo, language)
  }
  const key = randomBytes(32)
  const sealed = found.logout && sealLogout(found.logout, key)
  const token = newToken()
  await parts.transaction(async tx => {
    // Who was logged in in this browser is so no longer.
    await endSessionOf(tx, cookie(SESSION_COOKIE), 'new-login')
    await logPersonIn(tx, {
      issuer: provider.keptAs,
      subject: found.subject,
      kind,
      name: found.name,
      email: found.email,
      language,
      tokenHash: hashOfToken(token)!,
      device: deviceInWords(userAgent),
      logoutKey: sealed ? key : null,
    })
  })
  const cookies: Cookie[] = [
    { name: SESSION_COOKIE, value: token },
    { name: BROWSER_COOKIE, value: null },
    { name: LOGOUT_COOKIE, value: sealed, path: LOGOUT_PATH },
  ]
  return redirect(returnTo, 303, cookies)
}

function answerUri(baseUrl: string, hvem: keyof typeof whoWords): string {
  return baseUrl + urls.answer.href({ hvem })
}

/** The address her browser came back to, as far as it is of use. */
function answerOf(
  baseUrl: string,
  hvem: keyof typeof whoWords,
  query: Record<string, string | undefined>,
): URL {
  const address = new URL(answerUri(baseUrl, hvem))
  for (const [name, value] of Object.entries(query)) if (value) address.searchParams.set(name, value)
  return address
}

function failed(failure: Failure, returnTo: string | null, language: Language): Result {
  const locale = pageLocaleOf(language)
  const title = locale.text(failureTitles[failure])
  return {
    kind: 'page',
    status: failure === 'unreachable' ? 503 : 400,
    head: { title, path: urls.logIn.href(), indexed: false },
    body: <LoginFailed title={title} failure={failure} again={locale.link(loginPath(returnTo))} />,
    language,
  }
}
