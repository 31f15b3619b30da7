import type { FastifyReply, FastifyRequest } from 'fastify'
import type * as z from 'zod'
import type { Actor } from '../auth/actor.ts'
import { mayEnter } from '../auth/permission.ts'
import { SESSION_COOKIE } from '../auth/session-token.ts'
import { today } from '../clock.ts'
import { forgetfulHash } from '../forgetful-hash.ts'
import { localPath, splitLanguage, type Language } from '../i18n/language.ts'
import { queryOf } from './any-origin.ts'
import { bestEncoding } from './compress.ts'
import { cookieOf, setCookieHeader } from './cookies.ts'
import type { StoredAnswer } from './page-cache.ts'
import { misfits, type Problem } from './problem.ts'
import { renderPage } from './render-page.tsx'
import type { Result } from './result.ts'
import { returnPath } from './return-to.ts'
import type { AnyContext, Route } from './route.ts'
import { send, sendStored } from './send.ts'
import { sendStream } from './send-stream.ts'
import type { ServerParts, Trouble } from './server-parts.ts'
import { answerProblem, answerTrouble } from './trouble.ts'
import { readUpload } from './upload.ts'
import { isVisit } from './visit.ts'

/** Does a request change something? A POST of the open API is a query. */
export function isChange(route: Route): boolean {
  return route.method === 'POST' && !route.anyOrigin
}

/** What happens to every request. The refusal of other sites and rate limits stand before it. */
export function handle(
  parts: ServerParts,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { language } = splitLanguage(request.originalUrl)
  return route.permission === 'public'
    ? handleForAll(parts, route, language, request, reply)
    : handleForPerson(parts, route, language, request, reply)
}

/** A route that is open to all: nobody is asked who she is, and a page may be kept for the next. */
async function handleForAll(
  parts: ServerParts,
  route: Route,
  language: Language,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const read = readInput(route, request)
  if ('problem' in read) return answerProblem(read.problem, request, reply)
  if ('trouble' in read) return answerTrouble(parts, read.trouble, request, reply)
  const { input } = read

  const cache = route.anyOrigin ? parts.answers : parts.pages
  const isPersonal = asksPersonally(route, input)
  const keeping = mayKeep(route, isPersonal)
    ? { key: pageKey(route, language, input, isPersonal, request), epoch: cache.epoch() }
    : null
  const stored = keeping && cache.get(keeping.key)
  if (stored) {
    noteSeen(parts, route, input, request)
    return sendStored(stored, request, reply)
  }

  const context = { ...contextOf(parts, language, request), input, actor: null }
  const result = isChange(route)
    ? await parts.database.transaction(null, async tx => route.handle({ ...context, tx }))
    : await route.handle({ ...context, tx: parts.database.publicReader })
  const sent = await answer(parts, result, language, null, isPersonal, request, reply)
  const isShown = sent !== null && 'status' in result && result.status === 200
  if (isShown) noteSeen(parts, route, input, request)
  if (keeping && isShown && (route.kept !== 'when-said' || saysKeep(result))) {
    const headers = {
      ...('headers' in result && result.headers),
      ...(isPersonal && { 'cache-control': HELD_NOWHERE }),
    }
    const byTheMinute = result.kind === 'page' && (result.head.byTheMinute ?? false)
    cache.set(keeping.key, { ...sent, headers }, keeping.epoch, byTheMinute)
  }
}

/** What was typed may be asked for again where the page decides; what a route always keeps tells of nobody. */
function mayKeep({ kept }: Route, isPersonal: boolean): boolean {
  return kept === 'when-said' || (kept && !isPersonal)
}

const saysKeep = (result: Result) => result.kind === 'page' && (result.head.keep ?? false)

const HELD_NOWHERE = 'private, no-store'

function noteSeen({ clock }: ServerParts, route: Route, input: ReadInput, request: FastifyRequest): void {
  if (route.seen && isVisit(request.method, request.headers)) route.seen(input.params, today(clock))
}

/**
 * A route for those who are logged in: session, actor, permission, input and handler in one transaction, which acts as she. What
 * is returned commits, also when it is a refusal; what she may not do looks as if it were not there.
 */
async function handleForPerson(
  parts: ServerParts,
  route: Route,
  language: Language,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  void reply.header('cache-control', HELD_NOWHERE)
  const token = cookieOf(request.headers, SESSION_COOKIE)
  if (token === null) return askToLogIn(parts, route, language, request, reply)

  if (route.upload && request.isMultipart()) {
    // Twenty megabytes are not read for anybody who comes by, nor while a transaction waits.
    const actor = await parts.database.transaction(null, tx => parts.findActor(tx, token))
    if (!actor) return askToLogIn(parts, route, language, request, reply)
    if (!mayEnter(actor, route.permission))
      return answerTrouble(parts, 'not-found', request, reply, { actor })
    request.body = await readUpload(request, route.upload.limitBytes)
  }

  type Outcome = { actor: Actor | null; trouble: Trouble } | { actor: Actor; result: Result }
  const outcome = await parts.database.transaction<Outcome>(null, async tx => {
    const actor = await parts.findActor(tx, token)
    if (!actor) return { actor, trouble: 'logged-out' }
    if (!mayEnter(actor, route.permission)) return { actor, trouble: 'not-found' }
    const read = readInput(route, request)
    if (!('input' in read)) return { actor, trouble: 'trouble' in read ? read.trouble : 'bad-request' }
    const context = { ...contextOf(parts, language, request), input: read.input, actor }
    return { actor, result: await route.handle({ ...context, tx }) }
  })
  if ('result' in outcome) {
    await answer(parts, outcome.result, language, outcome.actor, true, request, reply)
  } else if (outcome.trouble === 'logged-out') {
    await askToLogIn(parts, route, language, request, reply)
  } else {
    await answerTrouble(parts, outcome.trouble, request, reply, { actor: outcome.actor })
  }
}

/** Who asks for a page is sent to log in and then back to it; who sends a form is told, and nothing is kept. */
async function askToLogIn(
  parts: ServerParts,
  route: Route,
  language: Language,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  if (isChange(route)) {
    const loginPath = localPath(language, parts.loginPath(formPage(parts, request)))
    return answerTrouble(parts, 'logged-out', request, reply, { loginPath })
  }
  void reply.redirect(localPath(language, parts.loginPath(returnPath(request.originalUrl) ?? '/')), 303)
}

/** The page that a form was sent from, when it says so: its own address may have nothing to see. */
function formPage(parts: ServerParts, request: FastifyRequest): string {
  const url = URL.parse(request.headers.referer ?? '')
  const from = url?.origin === new URL(parts.baseUrl).origin ? url.pathname + url.search : request.originalUrl
  return returnPath(from) ?? '/'
}

type ReadInput = { params: unknown; query: unknown; body: unknown }
type Read = { input: ReadInput } | { trouble: Trouble } | { problem: Problem }

function readInput(route: Route, request: FastifyRequest): Read {
  const params = parse(route.schemas.params, request.params)
  if (!params.ok) return { trouble: 'not-found' }
  const query = parse(
    route.schemas.query,
    route.anyOrigin ? queryOf(request.query, request.body) : request.query,
  )
  const body = parse(route.schemas.body, request.body)
  if (route.anyOrigin && !query.ok) return { problem: misfits(query.error) }
  if (!query.ok || !body.ok) return { trouble: 'bad-request' }
  return { input: { params: params.value, query: query.value, body: body.value } }
}

type Parsed = { ok: true; value: unknown } | { ok: false; error: z.ZodError }

function parse(schema: z.ZodType | undefined, given: unknown): Parsed {
  if (!schema) return { ok: true, value: {} }
  const parsed = schema.safeParse(given ?? {})
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, error: parsed.error }
}

function contextOf(
  parts: ServerParts,
  language: Language,
  request: FastifyRequest,
): Omit<AnyContext, 'input' | 'tx' | 'actor'> {
  return {
    language,
    clock: parts.clock,
    baseUrl: parts.baseUrl,
    isVisit: isVisit(request.method, request.headers),
    accept: request.headers.accept ?? '*/*',
    userAgent: request.headers['user-agent'] ?? '',
    cookie: name => cookieOf(request.headers, name),
    publishedEpoch: parts.pages.isTrusted() ? parts.pages.epoch() : null,
  }
}

/** Nobody can tell from a key what was asked. */
const hashOfKey = forgetfulHash()

/**
 * What decides how a kept page looks: the route with what it understood of the address, the language, the encoding. With what
 * somebody typed as a hash, so that it does not lie among the keys.
 */
function pageKey(
  route: Route,
  language: Language,
  { params, query }: ReadInput,
  isPersonal: boolean,
  request: FastifyRequest,
): string {
  const parts = [route.path, language, params, query, bestEncoding(request.headers['accept-encoding'])]
  const key = JSON.stringify(parts)
  return isPersonal ? hashOfKey(key) : key
}

/** Does the query hold what a person typed? */
function asksPersonally(route: Route, { query }: ReadInput): boolean {
  return route.personal.some(name => {
    const value = (query as Record<string, unknown>)[name]
    const isEmpty = value === undefined || value === null || value === ''
    return !isEmpty && !(Array.isArray(value) && value.length === 0)
  })
}

async function answer(
  parts: ServerParts,
  result: Result,
  language: Language,
  actor: Actor | null,
  isPrivate: boolean,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<StoredAnswer | null> {
  if ('headers' in result && result.headers) void reply.headers(result.headers)
  const cookies = 'cookies' in result && result.cookies ? result.cookies : []
  for (const cookie of cookies) void reply.header('set-cookie', setCookieHeader(cookie))
  // What sets a cookie is for one browser, too.
  if (isPrivate || cookies.length > 0) void reply.header('cache-control', HELD_NOWHERE)
  switch (result.kind) {
    case 'missing':
      await answerTrouble(parts, 'not-found', request, reply, { actor })
      return null
    case 'used-before':
      await answerTrouble(parts, 'used-before', request, reply, { actor })
      return null
    case 'redirect':
      void reply.redirect(localPath(language, result.path), result.status)
      return null
    case 'elsewhere':
      void reply.redirect(result.url, 303)
      return null
    case 'json':
      return send(
        request,
        reply,
        result.status,
        'application/json; charset=utf-8',
        JSON.stringify(result.data),
      )
    case 'text':
      return send(request, reply, result.status, result.type, result.text)
    case 'file':
      void reply.type(result.type).send(result.bytes)
      return null
    case 'problem':
      await answerProblem(result.problem, request, reply)
      return null
    case 'stream':
      await sendStream(parts, result, request, reply)
      return null
    case 'page': {
      const html = renderPage(parts, result.head, result.body, result.language ?? language, actor)
      return send(request, reply, result.status, 'text/html; charset=utf-8', html)
    }
  }
}
