import type { FastifyInstance } from 'fastify'
import type { Route } from './route.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Programs on any site may ask. */
    anyOrigin?: boolean
  }
}

const openHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, link, retry-after, content-location',
  'cross-origin-resource-policy': 'cross-origin',
}

/**
 * Makes a part of the server open to programs on any site: headers for their browsers on every answer, an answer to what
 * browsers ask beforehand, and JSON as a way to send a query. To be called before routes are added to it.
 */
export function openToAnyOrigin(scope: FastifyInstance, routes: readonly Route[]): void {
  scope.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(openHeaders)
    done()
  })
  scope.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      const parsed: unknown = body === '' ? {} : JSON.parse(String(body))
      if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new Error('no object')
      done(null, parsed)
    } catch {
      done(Object.assign(new Error('The body is not a JSON object'), { statusCode: 400 }))
    }
  })
  for (const [path, methods] of methodsByPath(routes)) {
    scope.options(path, { config: { anyOrigin: true } }, (_request, reply) =>
      reply
        .code(204)
        .headers({
          allow: methods.join(', '),
          'access-control-allow-methods': methods.join(', '),
          'access-control-allow-headers': 'content-type, if-none-match',
          'access-control-max-age': '86400',
        })
        .send(),
    )
  }
}

function methodsByPath(routes: readonly Route[]): Map<string, string[]> {
  const byPath = Map.groupBy(routes, route => route.path)
  return new Map([...byPath].map(([path, list]) => [path, [...list.map(route => route.method), 'OPTIONS']]))
}

/**
 * Fields of a query, whether they came in the address or in a body. Empty ones do not count; numbers and true or false of a
 * JSON body are as in an address.
 */
export function queryOf(query: unknown, body: unknown): Record<string, unknown> {
  const fields = Object.entries({ ...(query as object), ...(body as object) })
  return Object.fromEntries(
    fields.flatMap(([name, value]) => {
      const plain = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
      return plain === '' || plain === null ? [] : [[name, plain]]
    }),
  )
}
