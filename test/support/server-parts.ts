import assert from 'node:assert/strict'
import { h } from 'preact'
import { makePageCache } from '#platform/http/page-cache.ts'
import type { ServerParts } from '#platform/http/server-parts.ts'

/**
 * What a server is made of where nobody logs in and there is no database, for tests of what stands around the answers.
 * @param own what a test has of its own
 */
export function barePartsWith(own: Partial<ServerParts> = {}): ServerParts {
  const clock = { now: () => new Date() }
  const pages = makePageCache(clock, 1024 * 1024)
  const unused = () => assert.fail('not used here')
  return {
    database: {
      publicReader: { query: unused },
      transaction: (_actor, work) => work({ isTransaction: true, query: unused }),
      openSnapshot: unused,
      end: unused,
    },
    clock,
    assets: { href: unused, add: unused, find: () => null },
    baseUrl: 'http://127.0.0.1:3000',
    trustedProxies: [],
    logLevel: 'silent',
    rateLimits: false,
    health: { notReady: async () => null },
    pages,
    answers: pages,
    findActor: async () => null,
    loginPath: () => '/',
    layout: (head, body) => h('html', null, h('h1', null, head.title), body),
    troublePage: trouble => ({ head: { title: trouble, path: '/' }, body: h('p', null, 'Help') }),
    ...own,
  }
}
