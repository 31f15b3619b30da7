import assert from 'node:assert/strict'
import { Agent, request } from 'node:http'
import { after, test } from 'node:test'
import * as fc from 'fast-check'
import * as z from 'zod'
import { allRoutes, loadWorld } from '../src/app.tsx'
import { bundleAssets } from '#platform/http/assets.ts'
import type { Route } from '#platform/http/route.ts'
import { languages, localPath } from '#platform/i18n/language.ts'
import { listeningApp } from '#test/app.ts'
import { loginAs } from '#test/client.ts'
import {
  ATTRIBUTE,
  attacks,
  brokenBodies,
  brokenParts,
  brokenQueries,
  ELEMENT,
  encoded,
} from '#test/attacks.ts'

const app = await listeningApp()
const agent = new Agent({ keepAlive: true })
after(() => agent.destroy())

const assets = await bundleAssets()
assets.add('fylker.svg', 'image/svg+xml', Buffer.from('<svg/>'))
const routes = allRoutes(await loadWorld(app.db), assets, true)
const gets = routes.filter(route => route.method === 'GET')
/** Somebody who is logged in: else nobody would look at what is sent behind the login. */
const { cookie } = (await loginAs(app, 'redaktor-nes')).headers
const posts = routes.filter(route => route.method === 'POST' && !route.anyOrigin)
const queries = routes.filter(route => route.method === 'POST' && route.anyOrigin)
const { rows } = await app.db.publicReader.query({
  text: 'select id from catalogue.service order by id limit 1',
})
const SERVICE = (rows[0] as { id: string }).id

type Answer = { status: number; type: string; location: string; policy: string; body: string }

async function get(path: string): Promise<Answer> {
  try {
    return await getOnce(path)
  } catch (error) {
    // A connection that is kept may have been closed after an answer that HTTP itself gave: another is tried.
    if (error === AGAIN) return get(path)
    throw error
  }
}

const AGAIN = new Error('The connection was closed before it was used again')

function getOnce(path: string): Promise<Answer> {
  const { hostname, port } = new URL(app.baseUrl)
  return new Promise((resolve, reject) => {
    const asked = request(
      { hostname, port, path, agent, headers: { accept: 'text/html', cookie } },
      answer => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('error', reject)
        answer.on('end', () => {
          const {
            'content-type': type = '',
            location = '',
            'content-security-policy': policy = '',
          } = answer.headers
          const body = Buffer.concat(parts).toString()
          resolve({ status: answer.statusCode ?? 0, type, location, policy: String(policy), body })
        })
      },
    )
    asked.on('error', error => {
      if (asked.reusedSocket) reject(AGAIN)
      // More than HTTP takes: the answer may be lost with the connection.
      else if (path.length > 14_000) resolve({ status: 431, type: '', location: '', policy: '', body: '' })
      else reject(new Error(`GET ${path.slice(0, 300)}: ${error.message}`))
    })
    asked.end()
  })
}

const FOR_PROGRAMS =
  /^(application\/(xml|json|(problem|ld|schema|merge-patch)\+json|x-ndjson)|text\/(plain|csv|turtle|css))(;|$)/

/** Where we have been sent already. */
const gone = new Set<string>()

/** Asks, goes where it is sent, and sees to it that every answer on the way is a good one. */
async function probe(path: string, hops = 0): Promise<number> {
  const answer = await get(path)
  const told = `GET ${path.slice(0, 300)} → ${answer.status}`
  assert.ok(
    [200, 301, 302, 303, 400, 404, 410, 414, 431].includes(answer.status),
    `${told} ${answer.body.slice(0, 300)}`,
  )
  if (answer.status === 431) return answer.status
  if (answer.status >= 300 && answer.status < 400) {
    assert.match(
      answer.location,
      /^\/(?![/\\])[\x21-\x7e]*$/,
      `${told}: leads to ${answer.location.slice(0, 200)}`,
    )
    assert.ok(hops < 4, `${told}: goes on and on`)
    if (gone.has(answer.location)) return answer.status
    gone.add(answer.location)
    return probe(answer.location, hops + 1)
  }
  if (answer.type.startsWith('text/html')) {
    assert.match(answer.policy, /default-src 'none'.*frame-ancestors 'none'/, `${told}: no policy`)
    seePage(answer.body, told)
  } else assert.match(answer.type, FOR_PROGRAMS, told)
  return answer.status
}

/** Times that an injection was seen in a page, harmless: in words. */
let harmless = 0

function seePage(html: string, told: string): void {
  if (html.includes(ELEMENT.replace('<', '&lt;'))) harmless++
  assert.match(html, /<h1[ >]/, `${told}: a page without a heading`)
  assert.match(html, /href="(\/(nn|se|en))?\/tilbud[?"]/, `${told}: no way to the search`)
  assert.ok(
    !html.includes(ELEMENT) && !html.includes(ATTRIBUTE),
    `${told}: what was typed became part of the page`,
  )
  assert.ok(!/\bat .*\.tsx?:\d+|node_modules|SQLSTATE/.test(html), `${told}: tells of its inside`)
}

/** A slow machine sees a part of the addresses, another each time; the last line of a failure names the one it was. */
const MOST_MS = 5_000

async function probeAll(paths: string[]): Promise<void> {
  const waiting = paths
    .map(path => ({ path, place: Math.random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ path }) => path)
  const statuses = new Map<number, number>()
  const end = Date.now() + MOST_MS
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      while (Date.now() < end) {
        const path = waiting.pop()
        if (path === undefined) return
        const status = await probe(path)
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
      }
    }),
  )
  assert.ok(paths.length - waiting.length >= Math.min(100, paths.length), 'too slow to have seen anything')
  assert.ok(
    (statuses.get(200) ?? 0) > 0 && (statuses.get(400) ?? 0) + (statuses.get(404) ?? 0) > 0,
    'nothing was let in, or nothing refused',
  )
}

const parameterNames = (schema: z.ZodType | undefined) =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape) : []

/** The path of a route with good parameters, but for those given. */
function pathOf(route: Route, given: Record<string, string> = {}): string {
  const good: Record<string, string> = {
    id: SERVICE,
    slug: 'navn',
    code: route.path.startsWith('/fylke') ? '32' : '3228',
  }
  return route.path.replace(/:(\w+)\??/g, (_, name: string) => given[name] ?? good[name] ?? SERVICE)
}

let turn = 0
/** The same page in one language after the other. */
function inSomeLanguage(route: Route, path: string): string {
  return route.inLanguages ? localPath(languages[turn++ % languages.length]!, path) : path
}

test('nonsense in a path is answered with a page that helps', async () => {
  const paths = gets.flatMap(route =>
    [...route.path.matchAll(/:(\w+)/g)].flatMap(([, name = '']) =>
      // Names that follow a code are not looked at: a part of the attacks will do.
      [...attacks.filter((_, index) => name !== 'slug' || index % 4 === 0).map(encoded), ...brokenParts].map(
        value => inSomeLanguage(route, pathOf(route, { [name]: value })),
      ),
    ),
  )
  assert.ok(paths.length > 200)
  await probeAll([...paths, ...gets.map(route => inSomeLanguage(route, pathOf(route)))])
})

test('nonsense in a query is answered with a page that helps', async () => {
  const paths = gets.flatMap(route => {
    const names = parameterNames(route.schemas.query)
    const values = names.length > 0 ? attacks : attacks.slice(0, 3)
    return values.flatMap((value, index) => {
      // What could become part of a page in every parameter, and in one that is not known; the rest in two of them.
      const some = [names[index % names.length], names[(index + 5) % names.length]]
      const chosen = value.includes(ELEMENT) ? [...names, 'ukjent'] : some
      return [...new Set(chosen)]
        .filter(name => name !== undefined)
        .map(name => inSomeLanguage(route, `${pathOf(route)}?${name}=${encoded(value)}`))
    })
  })
  await probeAll(paths)
  assert.ok(harmless > 0, `what was typed was shown ${harmless} times: the test sees no pages that show it`)
})

test('queries that no form makes are answered with a page that helps', async () => {
  await probeAll(
    gets.flatMap(route =>
      brokenQueries.map(query => inSomeLanguage(route, pathOf(route) + encodeLatin(query))),
    ),
  )
})

test('addresses that are none of ours are answered with a page that helps', async () => {
  const odd = [...brokenParts, ...attacks.map(encoded)].flatMap(part => [
    `/${part}`,
    `/tilbud/${part}/${part}/${part}`,
    `/nn/${part}`,
  ])
  await probeAll([
    '/',
    ...odd.map(encodeLatin),
    '//',
    '///tilbud',
    '/tilbud//',
    '/../etc/passwd',
    '/assets/../src/main.ts',
    '/nn/nn',
    '/NN',
    '/TILBUD',
  ])
})

test('whatever is typed, the search and the places answer', async () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc
      .array(fc.constantFrom(...attacks.slice(0, 40), 'hjelp', 'nes', '2150', ' '), { maxLength: 4 })
      .map(parts => parts.join('')),
  )
  const searches = gets.filter(({ schemas }) => schemas.query)
  const sent = fc.tuple(fc.nat(), fc.array(fc.tuple(fc.nat(20), typed), { minLength: 1, maxLength: 4 }))
  await fc.assert(
    fc.asyncProperty(sent, async ([which, pairs]) => {
      const asked = searches[which % searches.length]!
      const names = parameterNames(asked.schemas.query)
      const query = pairs.map(([n, text]) => `${names[n % names.length]}=${encoded(text)}`)
      await probe(inSomeLanguage(asked, `${pathOf(asked)}?${query.join('&')}`))
    }),
    { numRuns: 10_000, interruptAfterTimeLimit: 4_000, markInterruptAsFailure: false },
  )
})

test('whatever is sent, a form is kept, or comes back with a page', async () => {
  const statuses = new Set<number>()
  for (const route of posts) {
    for (const [index, payload] of brokenBodies.entries()) {
      const answer = await app.server.inject({
        method: 'POST',
        url: encodeURI(inSomeLanguage(route, pathOf(route))),
        remoteAddress: `10.2.${posts.indexOf(route)}.${index}`,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'sec-fetch-site': 'same-origin',
          cookie,
        },
        payload,
      })
      const told = `POST ${route.path} ${String(payload).slice(0, 100)} → ${answer.statusCode}`
      assert.notEqual(answer.statusCode, 405, `${told}: it is another’s address`)
      assert.ok(answer.statusCode === 303 || (answer.statusCode >= 400 && answer.statusCode < 500), told)
      if (answer.statusCode !== 303) seePage(answer.body, told)
      statuses.add(answer.statusCode)
    }
  }
  // What is behind a role that she does not hold is as if it were not there; some ask her to log in.
  for (const status of [401, 404]) statuses.delete(status)
  assert.deepEqual([...statuses].toSorted(), [303, 400, 413, 422])
})

test('whatever is sent as a query, programs get an answer, or are told what is wrong', async () => {
  const statuses = new Set<number>()
  for (const route of queries) {
    for (const type of ['application/x-www-form-urlencoded', 'application/json', 'text/plain']) {
      for (const payload of brokenBodies) {
        const headers = { 'content-type': type }
        const answer = await app.server.inject({ method: 'POST', url: pathOf(route), headers, payload })
        const told = `POST ${route.path} as ${type} ${String(payload).slice(0, 100)} → ${answer.statusCode}`
        assert.ok(answer.statusCode === 200 || (answer.statusCode >= 400 && answer.statusCode < 500), told)
        assert.match(String(answer.headers['content-type']), FOR_PROGRAMS, told)
        statuses.add(answer.statusCode)
      }
    }
  }
  assert.ok(statuses.has(200) && statuses.has(400) && statuses.has(413), [...statuses].join())
})

/** As a client writes it that does not encode: each character beyond ASCII as its byte in Latin-1. */
function encodeLatin(path: string): string {
  return path.replace(/[^\x21-\xff]/g, encoded)
}
