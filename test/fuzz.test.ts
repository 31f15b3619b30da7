import assert from 'node:assert/strict'
import { Agent, request } from 'node:http'
import { after, test } from 'node:test'
import * as fc from 'fast-check'
import { z } from 'zod'
import { allRoutes } from '../src/app.tsx'
import { loadGeography } from '#modules/areas/index.ts'
import { bundleAssets } from '#platform/http/assets.ts'
import type { Route } from '#platform/http/route.ts'
import { languages, localPath } from '#platform/i18n/language.ts'
import { listeningApp } from '#test/app.ts'

const app = await listeningApp()
const agent = new Agent({ keepAlive: true, maxSockets: 4 })
after(() => agent.destroy())

const assets = await bundleAssets()
assets.add('fylker.svg', 'image/svg+xml', Buffer.from('<svg/>'))
const routes = allRoutes(await loadGeography(app.db.publicReader), assets, true)
const gets = routes.filter(route => route.method === 'GET')
const posts = routes.filter(route => route.method === 'POST')
const { rows } = await app.db.publicReader.query({
  text: 'select id from catalogue.service order by id limit 1',
})
const SERVICE = (rows[0] as { id: string }).id

/** An element and an attribute of no page: were they found in one, an input had become part of it. */
const ELEMENT = '<qz7fuzz'
const ATTRIBUTE = 'qz7on="'
const INJECTION = `"'>${ELEMENT} a=1></script></title>${ELEMENT}>' " ${ATTRIBUTE}1" x='`

const attacks: string[] = [
  INJECTION,
  `javascript:alert(1)//${INJECTION}`,
  `{{7*7}}\${7*7}<%= 7 %>${INJECTION}`,
  `'; drop table catalogue.service; --`,
  `' or '1'='1`,
  `1) union select null, null--`,
  `\\`,
  `%`,
  `_%_%`,
  `a & | ! ( ) :* <-> "`,
  `$1 $2 \\x00`,
  '\u0000',
  'a\u0000b',
  '\u0001\u0008\u001b\u007f\u0085',
  '\uFFFD\uFFFE\uFFFF',
  '\u{10FFFF}\u{E000}',
  '\u202E\u200Ftfel ot thgir\u2066',
  '\u200B\u00AD\uFEFF',
  '😀👩‍👩‍👧‍👦🇳🇴',
  'e\u0301'.repeat(50),
  'ﷺ'.repeat(40),
  'İıßſ',
  '３２２８',
  '٣٢٢٨',
  '-1',
  '0',
  '1.5',
  '1e3',
  '99999999999999999999',
  '0x10',
  'NaN',
  'Infinity',
  '3228 ',
  '9999',
  '0000',
  'null',
  'undefined',
  '[object Object]',
  '__proto__',
  'constructor',
  'toString',
  '../../../../etc/passwd',
  '..\\..\\windows',
  'https://example.org/',
  '//example.org',
  '\r\nset-cookie: a=b',
  '\n\n\t',
  'ÆØÅ æøå Čáhput Ŋ',
  'a'.repeat(201),
  'x '.repeat(2_500),
  'å'.repeat(1_700),
  'y'.repeat(10_000),
  SERVICE.toUpperCase(),
  SERVICE.replaceAll('-', ''),
  `{${SERVICE}}`,
  `urn:uuid:${SERVICE}`,
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
]

/** Parts of addresses as they come over the wire, which no browser would make. */
const brokenParts = [
  '%',
  '%zz',
  '%ff',
  '%00',
  '%u0041',
  '%ed%a0%80',
  '%c0%ae%c0%ae',
  '%2e%2e%2f',
  '%0d%0aa:b',
  '\xff\xfe',
  ';a=b',
  '..;/',
  '%25%30%30',
]

const brokenQueries = [
  '?',
  '?&&&===',
  '?q',
  '?q=%',
  '?%=%',
  '?q=%ff%fe',
  '?q=\xe5\xe6',
  '?q[]=1&kommune[]=3228&side[]=1&tilbud[]=a',
  '?q[a]=1&kommune[b][c]=1&alder[0]=0-5&sted[x]=y',
  '?q=a&q=b&kommune=3228&kommune=3238&side=1&side=2&sted=a&sted=b&sorter=navn&sorter=navn&fylke=32&fylke=03',
  '?__proto__=1&__proto__[q]=1&constructor[prototype][q]=1&prototype=2',
  '?hasOwnProperty=1&toString=2&valueOf=3&then=4',
  `?${Array.from({ length: 1_200 }, (_, i) => `k${i}=1`).join('&')}`,
  `?${'tema=&'.repeat(500)}`,
  `?${Array.from({ length: 60 }, (_, i) => `tema=x${i}`).join('&')}`,
  `?${'tilbud=00000000-0000-0000-0000-000000000000&'.repeat(150)}`,
  `?kommune=&fylke=&q=&sted=&side=&sorter=&alder=&tema=&page=&per_page=&area=`,
  `?q=${'%F0%9F%98%80'.repeat(700)}`,
  `?${'a'.repeat(9_000)}`,
  `?q=${'b'.repeat(20_000)}`,
  '#fragment?q=1',
  '??q=1?q=2',
  '?q=1;kommune=3228',
  '?side=0',
  '?side=-1&page=-1&per_page=-1',
  '?side=10001&page=100001&per_page=501',
  '?side=9999999999999999&page=9999999999999999&per_page=99999',
  '?side=1.5&page=1.5',
  '?side=10000',
  '?kommune=3228&fylke=32',
  '?area=\u00d8',
]

type Answer = { status: number; type: string; location: string; body: string }

function get(path: string): Promise<Answer> {
  const { hostname, port } = new URL(app.baseUrl)
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, agent, headers: { accept: 'text/html' } }, answer => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () => {
        const { 'content-type': type = '', location = '' } = answer.headers
        resolve({ status: answer.statusCode ?? 0, type, location, body: Buffer.concat(parts).toString() })
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** Asks, goes where it is sent, and sees to it that every answer on the way is a good one. */
async function probe(path: string, hops = 0): Promise<number> {
  const answer = await get(path)
  const told = `GET ${path.slice(0, 300)} → ${answer.status}`
  assert.ok(
    [200, 301, 302, 303, 400, 404, 414, 431].includes(answer.status),
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
    return probe(answer.location, hops + 1)
  }
  if (answer.type.startsWith('text/html')) seePage(answer.body, told)
  else assert.match(answer.type, /^(application\/(problem\+json|json|xml)|text\/plain)/, told)
  return answer.status
}

function seePage(html: string, told: string): void {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
  assert.match(html, /<h1[ >]/, `${told}: a page without a heading`)
  assert.match(main, /<a [^>]*href="\/|<form[^>]* action="\//, `${told}: a page that leads nowhere`)
  assert.match(html, /href="(\/(nn|se|en))?\/tilbud[?"]/, `${told}: no way to the search`)
  assert.ok(
    !html.includes(ELEMENT) && !html.includes(ATTRIBUTE),
    `${told}: what was typed became part of the page`,
  )
  assert.ok(!/\bat .*\.tsx?:\d+|node_modules|SQLSTATE/.test(html), `${told}: tells of its inside`)
}

async function probeAll(paths: string[]): Promise<void> {
  const waiting = [...paths]
  const statuses = new Map<number, number>()
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
        const status = await probe(path)
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
      }
    }),
  )
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
  return route.path.replace(/:(\w+)\??/g, (_, name: string) => given[name] ?? good[name] ?? '')
}

let turn = 0
/** The same page in one language after the other. */
function inSomeLanguage(route: Route, path: string): string {
  return route.inLanguages ? localPath(languages[turn++ % languages.length]!, path) : path
}

const encoded = (text: string) => encodeURIComponent(text.toWellFormed())

test('nonsense in a path is answered with a page that helps', async () => {
  const paths = gets.flatMap(route =>
    [...route.path.matchAll(/:(\w+)/g)].flatMap(([, name = '']) =>
      [...attacks.map(encoded), ...brokenParts].map(value =>
        inSomeLanguage(route, pathOf(route, { [name]: value })),
      ),
    ),
  )
  assert.ok(paths.length > 300)
  await probeAll([...paths, ...gets.map(route => inSomeLanguage(route, pathOf(route)))])
})

test('nonsense in a query is answered with a page that helps', async () => {
  const paths = gets.flatMap(route => {
    const names = parameterNames(route.schemas.query)
    const values = names.length > 0 ? attacks : attacks.slice(0, 3)
    return values.flatMap((value, index) => {
      // Each value in three of the parameters, and in one that is not known.
      const chosen = [
        names[index % names.length],
        names[(index + 3) % names.length],
        names[(index + 7) % names.length],
        'ukjent',
      ]
      return [...new Set(chosen)]
        .filter(name => name !== undefined)
        .map(name => inSomeLanguage(route, `${pathOf(route)}?${name}=${encoded(value)}`))
    })
  })
  await probeAll(paths)
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
  const route = fc.constantFrom(...gets.filter(({ schemas }) => schemas.query))
  const sent = fc.tuple(route, fc.array(fc.tuple(fc.nat(20), typed), { minLength: 1, maxLength: 4 }))
  await fc.assert(
    fc.asyncProperty(sent, async ([asked, pairs]) => {
      const names = parameterNames(asked.schemas.query)
      const query = pairs.map(([n, text]) => `${names[n % names.length]}=${encoded(text)}`)
      await probe(inSomeLanguage(asked, `${pathOf(asked)}?${query.join('&')}`))
    }),
    { numRuns: 10_000, interruptAfterTimeLimit: 5_000, markInterruptAsFailure: false },
  )
})

const LONG = 'z'.repeat(70_000)

const bodies: (string | Buffer)[] = [
  '',
  '%',
  '&&&===',
  'svar=%ff%fe&melding=%ff%fe',
  'svar=ja&lette_etter=%ed%a0%80&melding=%ed%a0%80',
  'svar=ja&lette_etter=%00&melding=%00',
  'svar=ja&lette_etter=a%00b&melding=a%00b',
  Buffer.from([0x73, 0x76, 0x61, 0x72, 0x3d, 0xff, 0xfe, 0x00]),
  Buffer.from('svar=ja&melding=blåbær', 'latin1'),
  Buffer.from('\uFEFFsvar=ja&melding=x', 'utf16le'),
  'svar=kanskje',
  'svar=ja&svar=nei&melding=a&melding=b',
  'svar[]=ja&melding[]=x',
  'svar[a]=ja&melding[b]=x',
  '__proto__=1&svar=ja&constructor=2',
  'svar=ja&kommune=9999&tilbud=&melding=',
  'svar=ja&kommune=0000',
  'svar=ja&kommune=x',
  'svar=nei&tilbud=00000000-0000-0000-0000-000000000000',
  `svar=nei&tilbud=${SERVICE.toUpperCase()}`,
  'svar=ja&tilbud=x',
  `svar=ja&lette_etter=${'a'.repeat(501)}&melding=${'a'.repeat(1_001)}`,
  `svar=ja&melding=${'a'.repeat(30_000)}`,
  `svar=ja&lette_etter=${LONG}&melding=${LONG}`,
  Array.from({ length: 3_000 }, (_, i) => `k${i}=1`).join('&'),
  ...attacks.map(attack => `svar=ja&lette_etter=${encoded(attack)}&melding=${encoded(attack)}`),
]

test('whatever is sent, a form is kept, or comes back with a page', async () => {
  const statuses = new Set<number>()
  for (const route of posts) {
    for (const [index, payload] of bodies.entries()) {
      const answer = await app.server.inject({
        method: 'POST',
        url: encodeURI(inSomeLanguage(route, pathOf(route))),
        remoteAddress: `10.2.${posts.indexOf(route)}.${index}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
        payload,
      })
      const told = `POST ${route.path} ${String(payload).slice(0, 100)} → ${answer.statusCode}`
      assert.ok(answer.statusCode === 303 || (answer.statusCode >= 400 && answer.statusCode < 500), told)
      if (answer.statusCode !== 303) seePage(answer.body, told)
      statuses.add(answer.statusCode)
    }
  }
  assert.deepEqual([...statuses].toSorted(), [303, 400, 413, 422])
})

/** As a client writes it that does not encode: each character beyond ASCII as its byte in Latin-1. */
function encodeLatin(path: string): string {
  return path.replace(/[^\x21-\xff]/g, encoded)
}
