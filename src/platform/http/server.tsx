import { randomUUID } from 'node:crypto'
import formbody from '@fastify/formbody'
import rateLimit from '@fastify/rate-limit'
import Fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { z } from 'zod'
import type { Clock } from '../clock.ts'
import { openToAnyOrigin, queryOf } from './any-origin.ts'
import type { Database } from '../db/database.ts'
import { isConnectionLost } from '../db/trouble.ts'
import { languagePrefix, languages, localPath, type Language } from '../i18n/language.ts'
import { LocaleProvider, localeOf } from '../i18n/locale.tsx'
import type { Assets } from './assets.ts'
import { bestEncoding } from './compress.ts'
import { isFromOurPages } from './cross-site.ts'
import { addHealth, type Health } from './health.ts'
import { countingSettings, limitFor, limitsPerMinute, type Limit } from './limits.ts'
import { learnMethods } from './methods.ts'
import { measure } from './metrics.ts'
import type { PageCache, StoredAnswer } from './page-cache.ts'
import { misfits, problemBody, problemType, troubleProblems, type Problem } from './problem.ts'
import type { PageHead, Result } from './result.ts'
import type { Route } from './route.ts'
import { securityHeaders } from './security-headers.ts'
import { send, sendStored } from './send.ts'
import { sendStream } from './send-stream.ts'
import { isVisit } from './visit.ts'

/** Trouble that has a page of its own. */
export type Trouble =
  | 'bad-request'
  | 'not-found'
  | 'cross-site'
  | 'too-many'
  | 'too-large'
  | 'failed'
  | 'unavailable'

export type ServerParts = {
  database: Database
  clock: Clock
  assets: Assets
  baseUrl: string
  trustedProxies: string[]
  logLevel: string
  /** False: as much as anybody likes, for measuring. */
  rateLimits: boolean
  /** Instead of ours, for tests. */
  limitsPerMinute?: Record<Limit, number>
  health: Health
  /** Rendered pages of routes that say `kept`. */
  pages: PageCache
  /** The same for programs: who reads the whole catalogue does not take the place of what people read. */
  answers: PageCache
  /** The whole page around a module's content: the only place that knows every module's links. */
  layout(head: PageHead, body: VNode, language: Language): VNode
  /** The page for a kind of trouble. The id is what a person can give when asking for help. */
  troublePage(trouble: Trouble, requestId: string, language: Language): { head: PageHead; body: VNode }
}

const statusOf: Record<Trouble, number> = {
  'bad-request': 400,
  'not-found': 404,
  'cross-site': 403,
  'too-many': 429,
  'too-large': 413,
  failed: 500,
  unavailable: 503,
}

/** The web server with its routes. Not listening yet. */
export async function makeServer(parts: ServerParts, routes: Route[]): Promise<FastifyInstance> {
  const headers = await securityHeaders(parts.baseUrl)
  const server = Fastify({
    logger: { level: parts.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: parts.trustedProxies.length > 0 ? parts.trustedProxies : false,
    bodyLimit: 64 * 1024,
    requestTimeout: 20_000,
    // A UUID is made of random numbers drawn in advance.
    genReqId: () => randomUUID().slice(-12),
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    frameworkErrors: (error, request, reply) => {
      // An address that cannot be read is answered before any hook.
      void reply.headers(headers)
      void answerTrouble(parts, troubleOf(error), request, reply)
    },
  })
  server.addHook('onRequest', async (_, reply) => void reply.headers(headers))
  if (parts.rateLimits) await server.register(rateLimit, countingSettings())
  server.removeAllContentTypeParsers()
  await server.register(formbody)

  // Before any route: a part of the server that is waited for takes the handlers that are there then.
  const methodsOf = learnMethods(server)
  server.setNotFoundHandler((request, reply) => {
    const methods = methodsOf(request.url)
    if (methods.length === 0 || methods.includes(request.method))
      return answerTrouble(parts, 'not-found', request, reply)
    return answerWrongMethod(parts, methods, request, reply)
  })
  server.setErrorHandler(async (error, request, reply) => {
    const trouble = troubleOf(error as { statusCode?: number; code?: string })
    if (statusOf[trouble] >= 500)
      request.log.error({ err: error, id: request.id, route: request.routeOptions.url })
    await answerTrouble(parts, trouble, request, reply)
  })

  addLog(server)
  addHealth(server, parts.health)
  addAssets(server, parts.assets)
  const [open, own] = [routes.filter(route => route.anyOrigin), routes.filter(route => !route.anyOrigin)]
  for (const route of own) addRoute(server, parts, route)
  await server.register(async scope => {
    openToAnyOrigin(scope, open)
    for (const route of open) addRoute(scope, parts, route)
  })
  return server
}

/** One line for each request, without addresses, queries or anything else that tells of a person. */
function addLog(server: FastifyInstance): void {
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    measure(request.method, route, reply.statusCode, reply.elapsedTime)
    request.log.info({
      id: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    })
  })
}

function addAssets(server: FastifyInstance, assets: Assets): void {
  server.get<{ Params: { file: string } }>('/assets/:file', async (request, reply) => {
    const asset = assets.find(request.params.file)
    if (!asset) return reply.code(404).type('text/plain; charset=utf-8').send('Not found')
    const encoding = bestEncoding(request.headers['accept-encoding'], ['br', 'gzip'])
    if (encoding) void reply.header('content-encoding', encoding)
    return reply
      .type(asset.type)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'accept-encoding')
      .send(encoding === 'br' ? asset.brotli : encoding === 'gzip' ? asset.gzip : asset.body)
  })
}

function addRoute(server: FastifyInstance, parts: ServerParts, route: Route): void {
  const used: readonly Language[] = route.inLanguages ? languages : ['nb']
  for (const language of used) {
    const prefix = languagePrefix[language]
    server.route({
      method: route.method,
      url: route.path === '/' && prefix ? prefix : prefix + route.path,
      config: {
        anyOrigin: route.anyOrigin,
        ...(route.limit && {
          rateLimit: limitFor(route.limit, route.path, parts.limitsPerMinute ?? limitsPerMinute),
        }),
      },
      // A route's own hooks run before the one that counts: what others' pages send is refused without using up what a visitor,
      // or all who share her address, may send.
      onRequest: isChange(route) ? refuseCrossSite(parts) : [],
      handler: (request, reply) => handle(parts, route, language, request, reply),
    })
  }
}

/** Does a request change something? A POST of the open API is a query. */
function isChange(route: Route): boolean {
  return route.method === 'POST' && !route.anyOrigin
}

function refuseCrossSite(parts: ServerParts) {
  const ourOrigin = new URL(parts.baseUrl).origin
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    if (isFromOurPages(request.headers, ourOrigin)) return undefined
    await answerTrouble(parts, 'cross-site', request, reply)
    return reply
  }
}

/** What happens to every request, in this order. The refusal of other sites and rate limits stand before it. */
async function handle(
  parts: ServerParts,
  route: Route,
  language: Language,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  // Sessions and actors take their place here when there is a login.
  const params = parse(route.schemas.params, request.params)
  if (!params.ok) return answerTrouble(parts, 'not-found', request, reply)
  const query = parse(
    route.schemas.query,
    route.anyOrigin ? queryOf(request.query, request.body) : request.query,
  )
  const body = parse(route.schemas.body, request.body)
  if (route.anyOrigin && !query.ok) return answerProblem(misfits(query.error), request, reply)
  if (!query.ok || !body.ok) return answerTrouble(parts, 'bad-request', request, reply)

  const cache = route.anyOrigin ? parts.answers : parts.pages
  const isPersonal = route.personal.some(name => isGiven((query.value as Record<string, unknown>)[name]))
  const keeping =
    route.kept && !isPersonal
      ? { key: pageKey(route, language, params.value, query.value, request), epoch: cache.epoch() }
      : null
  const stored = keeping && cache.get(keeping.key)
  if (stored) return sendStored(stored, request, reply)

  const input = { params: params.value, query: query.value, body: body.value }
  const context = {
    input,
    language,
    clock: parts.clock,
    baseUrl: parts.baseUrl,
    isVisit: isVisit(request.method, request.headers),
    accept: request.headers.accept ?? '*/*',
    publishedEpoch: parts.pages.isTrusted() ? parts.pages.epoch() : null,
  }
  const result = isChange(route)
    ? await parts.database.transaction(null, async tx => route.handle({ ...context, tx }))
    : await route.handle({ ...context, tx: parts.database.publicReader })
  if ('headers' in result && result.headers) void reply.headers(result.headers)
  if (isPersonal) void reply.header('cache-control', 'private, no-store')
  const sent = await answer(parts, result, language, request, reply)
  if (keeping && sent && 'status' in result && result.status === 200) {
    const headers = 'headers' in result ? result.headers : undefined
    const byTheMinute = result.kind === 'page' && (result.head.byTheMinute ?? false)
    cache.set(keeping.key, { ...sent, ...(headers && { headers }) }, keeping.epoch, byTheMinute)
  }
}

/** What decides how a kept page looks: the route with what it understood of the address, the language, the encoding. */
function pageKey(
  route: Route,
  language: Language,
  params: unknown,
  query: unknown,
  request: FastifyRequest,
): string {
  return JSON.stringify([
    route.path,
    language,
    params,
    query,
    bestEncoding(request.headers['accept-encoding']),
  ])
}

/** Has a parameter of a query been filled in? */
function isGiven(value: unknown): boolean {
  return (
    value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
  )
}

type Parsed = { ok: true; value: unknown } | { ok: false; error: z.ZodError }

function parse(schema: z.ZodType | undefined, given: unknown): Parsed {
  if (!schema) return { ok: true, value: {} }
  const parsed = schema.safeParse(given ?? {})
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, error: parsed.error }
}

async function answer(
  parts: ServerParts,
  result: Result,
  language: Language,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<StoredAnswer | null> {
  switch (result.kind) {
    case 'missing':
      await answerTrouble(parts, 'not-found', request, reply)
      return null
    case 'redirect':
      void reply.redirect(localPath(language, result.path), result.status)
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
    case 'problem':
      await answerProblem(result.problem, request, reply)
      return null
    case 'stream':
      await sendStream(parts.database, result, request, reply)
      return null
    case 'page':
      return send(
        request,
        reply,
        result.status,
        'text/html; charset=utf-8',
        renderPage(parts, result.head, result.body, language),
      )
  }
}

function renderPage(parts: ServerParts, head: PageHead, body: VNode, language: Language): string {
  const page = parts.layout(head, body, language)
  return `<!doctype html>${renderToString(<LocaleProvider value={localeOf(language)}>{page}</LocaleProvider>)}`
}

function troubleOf(error: { statusCode?: number; code?: string }): Trouble {
  if (isConnectionLost(error)) return 'unavailable'
  if (error.statusCode === 429) return 'too-many'
  if (error.statusCode === 413) return 'too-large'
  if (error.statusCode === 404) return 'not-found'
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) return 'bad-request'
  return 'failed'
}

async function answerTrouble(
  parts: ServerParts,
  trouble: Trouble,
  request: FastifyRequest,
  reply: FastifyReply,
  status = statusOf[trouble],
): Promise<void> {
  const language = languageOf(request.url)
  if (isForPrograms(request)) {
    return answerProblem({ status, title: trouble, ...troubleProblems[trouble] }, request, reply)
  }
  const { head, body } = parts.troublePage(trouble, request.id, language)
  await send(request, reply, status, 'text/html; charset=utf-8', renderPage(parts, head, body, language))
}

/** The address is there, and does not do what is asked. For people it is as if there were nothing: they come by their browser's own ways. */
async function answerWrongMethod(
  parts: ServerParts,
  methods: string[],
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  void reply.header('allow', methods.join(', '))
  if (!isForPrograms(request)) return answerTrouble(parts, 'not-found', request, reply, 405)
  const detail = `${request.method} does nothing here. Use ${methods.join(' or ')}.`
  await answerProblem({ status: 405, title: 'The method is not allowed here', detail }, request, reply)
}

async function answerProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  await send(request, reply, problem.status, problemType, problemBody(problem, request.id))
}

function isForPrograms(request: FastifyRequest): boolean {
  const { url, config } = request.routeOptions
  return url === undefined ? request.url.startsWith('/api/') : config?.anyOrigin === true
}

/** The language of an address that no route answered. */
function languageOf(address: string): Language {
  return (
    languages.find(l => languagePrefix[l] && new RegExp(`^${languagePrefix[l]}(/|\\?|$)`).test(address)) ??
    'nb'
  )
}
