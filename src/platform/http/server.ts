import { randomUUID } from 'node:crypto'
import formbody from '@fastify/formbody'
import rateLimit from '@fastify/rate-limit'
import Fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { isPermission } from '../auth/permission.ts'
import { splitLanguage } from '../i18n/language.ts'
import { openToAnyOrigin } from './any-origin.ts'
import type { Assets } from './assets.ts'
import { bestEncoding } from './compress.ts'
import { isFromOurPages } from './cross-site.ts'
import { handle, isChange } from './handle.ts'
import { addHealth } from './health.ts'
import { LONGEST_FORM } from './input.ts'
import { countingSettings, limitFor, limitsPerMinute } from './limits.ts'
import { learnMethods } from './methods.ts'
import { measure } from './metrics.ts'
import type { Route } from './route.ts'
import { securityHeaders } from './security-headers.ts'
import type { ServerParts } from './server-parts.ts'
import { openToUploads } from './upload.ts'
import { answerTrouble, answerWrongMethod, isTranslated, statusOf, troubleOf } from './trouble.ts'

/** The web server with its routes. Not listening yet. @throws when a route does not say who may come in */
export async function makeServer(parts: ServerParts, routes: Route[]): Promise<FastifyInstance> {
  routes.forEach(checkPermission)
  const headers = await securityHeaders(parts.baseUrl)
  const server = Fastify({
    logger: { level: parts.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: parts.trustedProxies.length > 0 ? parts.trustedProxies : false,
    bodyLimit: LONGEST_FORM,
    requestTimeout: 20_000,
    // A UUID is made of random numbers drawn in advance.
    genReqId: () => randomUUID().slice(-12),
    // A page has one route for all its languages: one for each took 5 MB.
    rewriteUrl: ({ url = '/' }) => splitLanguage(url).path,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    frameworkErrors: (error, request, reply) => {
      // An address that cannot be read is answered before any hook.
      void reply.headers(headers)
      void answerTrouble(parts, troubleOf(error), request, reply)
    },
  })
  server.addHook('onRequest', async (_, reply) => void reply.headers(headers))
  server.addHook('onRequest', async (request, reply) => {
    // What is no page has one address.
    const { url, config } = request.routeOptions
    if (url && !config.inLanguages && isTranslated(request))
      await answerTrouble(parts, 'not-found', request, reply)
  })
  if (parts.rateLimits) await server.register(rateLimit, countingSettings())
  server.removeAllContentTypeParsers()
  await server.register(formbody)

  // Before any route: a part of the server that is waited for takes the handlers that are there then.
  const methodsOf = learnMethods(server)
  server.setNotFoundHandler((request, reply) => {
    const methods = methodsOf(request.url, isTranslated(request))
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
  for (const route of own.filter(route => !route.upload)) addRoute(server, parts, route)
  await server.register(async scope => {
    await openToUploads(scope)
    for (const route of own.filter(route => route.upload)) addRoute(scope, parts, route)
  })
  await server.register(async scope => {
    openToAnyOrigin(scope, open)
    for (const route of open) addRoute(scope, parts, route)
  })
  return server
}

function checkPermission(route: Route): void {
  const name = `${route.method} ${route.path}`
  if (!isPermission(route.permission)) throw new Error(`${name} does not say who may come in`)
  if (route.upload && route.permission === 'public') throw new Error(`${name} takes files from anybody`)
  if (route.permission === 'public') return
  if (route.kept) throw new Error(`${name} is for persons: it cannot be kept for everybody`)
  if (route.anyOrigin) throw new Error(`${name} is for persons: programs on other sites cannot ask for it`)
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
  server.route({
    method: route.method,
    url: route.path,
    // A form is a little more than its file.
    ...(route.upload && { bodyLimit: route.upload.limitBytes + 1024 * 1024 }),
    config: {
      anyOrigin: route.anyOrigin,
      inLanguages: route.inLanguages,
      ...(route.limit && {
        rateLimit: limitFor(route.limit, route.path, parts.limitsPerMinute ?? limitsPerMinute),
      }),
    },
    // A route's own hooks run before the one that counts: what others' pages send is refused without using up what a visitor,
    // or all who share her address, may send.
    onRequest: isChange(route) ? refuseCrossSite(parts) : [],
    handler: (request, reply) => handle(parts, route, request, reply),
  })
}

function refuseCrossSite(parts: ServerParts) {
  const ourOrigin = new URL(parts.baseUrl).origin
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    if (isFromOurPages(request.headers, ourOrigin)) return undefined
    await answerTrouble(parts, 'cross-site', request, reply)
    return reply
  }
}
