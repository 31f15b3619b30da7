import { createHmac, randomBytes } from 'node:crypto'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { z } from 'zod'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { languagePrefix, languages, localPath, type Language } from '../i18n/language.ts'
import { LocaleProvider, localeOf } from '../i18n/locale.tsx'
import type { Assets } from './assets.ts'
import { bestEncoding } from './compress.ts'
import { isFromOurPages } from './cross-site.ts'
import { addHealth, type Health } from './health.ts'
import { measure } from './metrics.ts'
import type { PageCache, StoredAnswer } from './page-cache.ts'
import type { PageHead, Result } from './result.ts'
import type { Route } from './route.ts'
import { send, sendStored } from './send.ts'

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
  health: Health
  /** Rendered pages of routes that say `kept`. */
  pages: PageCache
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
  const server = Fastify({
    logger: { level: parts.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: parts.trustedProxies.length > 0 ? parts.trustedProxies : false,
    bodyLimit: 64 * 1024,
    requestTimeout: 20_000,
    genReqId: () => randomBytes(6).toString('hex'),
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    frameworkErrors: (error, request, reply) => {
      // An address that cannot be read is answered before any hook, so before helmet.
      void reply.headers(essentialHeaders(parts.baseUrl))
      void answerTrouble(parts, troubleOf(error), request, reply)
    },
  })
  await server.register(helmet, securityHeaders(parts.baseUrl))
  await server.register(rateLimit, { global: false, keyGenerator: forgetfulKeys() })
  server.removeAllContentTypeParsers()
  await server.register(formbody)

  addLog(server)
  addHealth(server, parts.health)
  addAssets(server, parts.assets)
  for (const route of routes) addRoute(server, parts, route)
  server.setNotFoundHandler((request, reply) => answerTrouble(parts, 'not-found', request, reply))
  server.setErrorHandler(async (error, request, reply) => {
    const trouble = troubleOf(error as { statusCode?: number; code?: string })
    if (statusOf[trouble] >= 500)
      request.log.error({ err: error, id: request.id, route: request.routeOptions.url })
    await answerTrouble(parts, trouble, request, reply)
  })
  return server
}

function securityHeaders(baseUrl: string) {
  const secure = baseUrl.startsWith('https:')
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        manifestSrc: ["'self'"],
        ...(secure && { upgradeInsecureRequests: [] }),
      },
    },
    // Not no-referrer: that makes the Origin of our own forms null.
    referrerPolicy: { policy: 'same-origin' as const },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : (false as const),
    crossOriginEmbedderPolicy: false as const,
  }
}

/** The part of the security headers that a page must not be without. */
function essentialHeaders(baseUrl: string): Record<string, string> {
  const { directives } = securityHeaders(baseUrl).contentSecurityPolicy
  const hyphened = (name: string) => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
  return {
    'content-security-policy': Object.entries(directives)
      .map(([name, values]) => [hyphened(name), ...values].join(' '))
      .join('; '),
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  }
}

/**
 * Counts requests by address without knowing addresses: a keyed hash whose key lives in memory and changes with every
 * start.
 */
function forgetfulKeys(): (request: FastifyRequest) => string {
  const key = randomBytes(32)
  return request => createHmac('sha256', key).update(request.ip).digest('base64url')
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
    const encoding = bestEncoding(request.headers['accept-encoding'])
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
      config: route.perMinute
        ? { rateLimit: { max: route.perMinute, timeWindow: 60_000, groupId: route.path } }
        : {},
      handler: (request, reply) => handle(parts, route, language, request, reply),
    })
  }
}

/** What happens to every request, in this order. Rate limits stand before it. */
async function handle(
  parts: ServerParts,
  route: Route,
  language: Language,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  // Sessions and actors take their place here when there is a login.
  if (route.method === 'POST' && !isFromOurPages(request.headers, new URL(parts.baseUrl).origin)) {
    return answerTrouble(parts, 'cross-site', request, reply)
  }
  const params = parse(route.schemas.params, request.params)
  if (!params.ok) return answerTrouble(parts, 'not-found', request, reply)
  const query = parse(route.schemas.query, request.query)
  const body = parse(route.schemas.body, request.body)
  if (!query.ok || !body.ok) return answerTrouble(parts, 'bad-request', request, reply)

  const keeping = route.kept
    ? { key: pageKey(route, language, params.value, query.value, request), epoch: parts.pages.epoch() }
    : null
  const stored = keeping && parts.pages.get(keeping.key)
  if (stored) return sendStored(stored, request, reply)

  const input = { params: params.value, query: query.value, body: body.value }
  const context = { input, language, clock: parts.clock, baseUrl: parts.baseUrl }
  const result =
    route.method === 'POST'
      ? await parts.database.transaction(null, async tx => route.handle({ ...context, tx }))
      : await route.handle({ ...context, tx: parts.database.publicReader })
  const sent = await answer(parts, result, language, request, reply)
  if (keeping && sent && result.kind === 'page' && result.status === 200)
    parts.pages.set(keeping.key, sent, keeping.epoch)
}

/** What decides how a kept page looks: the route with what it understood of the address, the language, the encoding. */
function pageKey(
  route: Route,
  language: Language,
  params: unknown,
  query: unknown,
  request: FastifyRequest,
): string {
  // The slug is for people: pages say the same whatever it is, so it makes no more of them.
  const { slug: _, ...known } = params as Record<string, unknown>
  return JSON.stringify([
    route.path,
    language,
    known,
    query,
    bestEncoding(request.headers['accept-encoding']),
  ])
}

type Parsed = { ok: true; value: unknown } | { ok: false }

function parse(schema: z.ZodType | undefined, given: unknown): Parsed {
  if (!schema) return { ok: true, value: {} }
  const parsed = schema.safeParse(given ?? {})
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false }
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
      void reply.headers(result.headers ?? {})
      return send(
        request,
        reply,
        result.status,
        'application/json; charset=utf-8',
        JSON.stringify(result.data),
      )
    case 'text':
      void reply.headers(result.headers ?? {})
      return send(request, reply, result.status, result.type, result.text)
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
  if (isDatabaseAway(error)) return 'unavailable'
  if (error.statusCode === 429) return 'too-many'
  if (error.statusCode === 413) return 'too-large'
  if (error.statusCode === 404) return 'not-found'
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) return 'bad-request'
  return 'failed'
}

/** The database cannot be reached or is shutting down (classes 08 and 57 of SQLSTATE), or no connection was free in time. */
function isDatabaseAway(error: { code?: string; message?: string }): boolean {
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE'].includes(error.code ?? '') ||
    /^(08|57P)/.test(error.code ?? '') ||
    /timeout exceeded when trying to connect|Connection terminated/.test(error.message ?? '')
  )
}

async function answerTrouble(
  parts: ServerParts,
  trouble: Trouble,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const language = languageOf(request.url)
  if (request.url.startsWith('/api/')) {
    const problem = { type: 'about:blank', title: trouble, status: statusOf[trouble], instance: request.id }
    await send(request, reply, statusOf[trouble], 'application/problem+json', JSON.stringify(problem))
    return
  }
  const { head, body } = parts.troublePage(trouble, request.id, language)
  await send(
    request,
    reply,
    statusOf[trouble],
    'text/html; charset=utf-8',
    renderPage(parts, head, body, language),
  )
}

/** The language of an address that no route answered. */
function languageOf(address: string): Language {
  return (
    languages.find(l => languagePrefix[l] && new RegExp(`^${languagePrefix[l]}(/|\\?|$)`).test(address)) ??
    'nb'
  )
}
