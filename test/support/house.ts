import assert from 'node:assert/strict'
import { after } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { h } from 'preact'
import * as z from 'zod'
import { severalOf } from '#platform/http/input.ts'
import { json, page, redirect, text, type Result } from '#platform/http/result.ts'
import { route } from '#platform/http/route.ts'
import { makeServer } from '#platform/http/server.ts'
import { barePartsWith } from './server-parts.ts'

/** A house of a few addresses, without a database: what is looked at here is what is around the answers. */
export async function makeHouse({ rateLimits = false } = {}): Promise<FastifyInstance> {
  const style = Buffer.from('a{}')
  const asset = { type: 'text/css', body: style, brotli: style, gzip: style }
  const unused = () => assert.fail('not used here')
  const parts = barePartsWith({
    assets: { href: unused, add: unused, find: file => (file === 'a.css' ? asset : null) },
    rateLimits,
    limitsPerMinute: { form: 6, search: 30, api: 60, login: 6, work: 60 },
  })
  parts.pages.trust(true)
  const server = await makeServer(parts, [
    route({ method: 'GET', path: '/plain', permission: 'public', handle: () => showPage('plain') }),
    route({ method: 'GET', path: '/kept/:code/:slug?', permission: 'public', kept: true, ...keptParts }),
    route({ method: 'GET', path: '/search', permission: 'public', limit: 'search', ...searchParts }),
    route({ method: 'GET', path: '/sought', permission: 'public', kept: 'when-said', ...soughtParts }),
    route({ method: 'GET', path: '/wait', permission: 'public', ...waitParts }),
    route({ method: 'GET', path: '/words', permission: 'public', ...wordsParts }),
    route({ method: 'GET', path: '/lead', permission: 'public', ...leadParts }),
    route({ method: 'GET', path: '/search/suggestions', permission: 'public', ...suggestionParts }),
    route({ method: 'POST', path: '/form', permission: 'public', limit: 'form', ...formParts }),
    route({ method: 'GET', path: '/fail', permission: 'public', handle: () => fail() }),
    route({ method: 'GET', path: '/api/things', permission: 'public', ...apiParts }),
    route({ method: 'GET', path: '/api/others', permission: 'public', ...apiParts }),
  ])
  after(() => server.close())
  return server
}

const showPage = (title: string) =>
  page({ title, path: '/' }, h('p', null, 'A page that is long. '.repeat(200)))
const keptParts = {
  params: z.object({ code: z.string(), slug: z.string().optional() }),
  handle: () => showPage('kept'),
}
const typed = z.object({ q: z.string().optional(), tema: severalOf(z.string()) })
const searchParts = { query: typed, personal: ['q' as const], handle: () => showPage('search') }
let sought = 0
const soughtParts = {
  query: typed,
  personal: ['q' as const],
  handle: ({ input }: { input: { query: z.output<typeof typed> } }) => {
    sought += 1
    const head = { title: `sought ${input.query.q} ${sought}`, path: '/', keep: input.query.q !== 'kari' }
    const result = page(head, h('p', null, 'A page that is long. '.repeat(200)))
    return { ...result, headers: { 'cache-control': 'public, max-age=300' } } as Result
  },
}
/** `/wait` waits for the first; `/words` tells by the second that it has been asked. */
export const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
const waitParts = { handle: () => first.promise.then(() => text('text/plain', 'waited')) }
const wordsParts = {
  query: z.object({ word: z.string(), times: z.coerce.number() }),
  handle: ({ input }: { input: { query: { word: string; times: number } } }) => {
    second.resolve()
    return text('text/plain', input.query.word.repeat(input.query.times))
  },
}
const formParts = { handle: () => redirect('/plain', 303) }
const leadParts = { query: typed, personal: ['tema' as const], handle: () => redirect('/plain', 302) }
const suggestionParts = {
  query: typed,
  personal: ['q' as const],
  handle: () => json(['a'], { 'cache-control': 'public, max-age=300' }),
}
const apiParts = { inLanguages: false, anyOrigin: true, handle: () => json({ things: [] }) }
function fail(): never {
  throw new Error('a secret of ours')
}
