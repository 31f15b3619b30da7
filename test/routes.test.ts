import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import * as z from 'zod'
import { allRoutes, loadWorld } from '../src/app.tsx'
import { catalogueRoutes } from '#modules/catalogue/index.ts'
import { mappingRoutes } from '#modules/mapping/index.ts'
import { openDataRoutes } from '#modules/open-data/index.ts'
import { organizationRoutes } from '#modules/organizations/index.ts'
import { peopleRoutes } from '#modules/people/index.ts'
import { planningRoutes } from '#modules/planning/index.ts'
import { pyramidRoutes } from '#modules/pyramid/index.ts'
import { siteRoutes } from '#modules/site/index.ts'
import { isPermission } from '#platform/auth/permission.ts'
import { bundleAssets } from '#platform/http/assets.ts'
import type { Route } from '#platform/http/route.ts'
import { languagePrefix, localPath } from '#platform/i18n/language.ts'
import { testApp, type TestApp } from '#test/app.ts'
import { root } from '#test/import-graph.ts'

const app = await testApp()
const world = await loadWorld(app.db)
const assets = await bundleAssets()
assets.add('fylker.svg', 'image/svg+xml', Buffer.from('<svg/>'))
const routes = allRoutes(world, assets, true)
const gets = routes.filter(route => route.method === 'GET')
/** Those that change something; a POST for programs on any site is a query. */
const posts = routes.filter(route => route.method === 'POST' && !route.anyOrigin)

/** First words of our addresses: Norwegian for people, English for machines. Others rely on them, so they stay. */
const FIRST_WORDS =
  `api apne-data arbeid bli-med demo fylke hjelp kommune lagret logg-inn logg-ut metode min-side norge om personvern pyramide robots.txt sitemap.xml sted takk
  tilbakemelding tilbud tilgjengelighet verdi-av-tidlig-innsats`.split(/\s+/)

const SERVICE = (
  await app.db.publicReader.query({ text: 'select id, slug from catalogue.service order by slug limit 1' })
).rows[0] as { id: string; slug: string }

const MAIL = await app.db.asOwner(async tx => {
  const { rows } = await tx.query({
    text: `insert into platform.mail (recipient, subject, text, kind) values ('a@example.no', 'Hei', 'Hei', 'test') returning id`,
  })
  return (rows[0] as { id: string }).id
})

/** Of what the API lists, the first id, by the path of the list. */
const idsInApi = new Map<string, string>()
for (const route of gets.filter(({ path }) => path.startsWith('/api/') && path.endsWith('/:id'))) {
  const list = route.path.slice(0, -'/:id'.length)
  const answer = await app.server.inject({ method: 'GET', url: list })
  idsInApi.set(list, answer.json<{ contents: { id: string }[] }>().contents[0]!.id)
}

/** An address that a route answers. */
function addressOf(route: Route): string {
  const values: Record<string, string> = {
    id: route.path.startsWith('/demo/post')
      ? MAIL
      : (idsInApi.get(route.path.slice(0, route.path.indexOf('/:'))) ?? SERVICE.id),
    slug: SERVICE.slug,
    key: 'nes-kommune',
    format: 'csv',
    code: route.path.startsWith('/fylke') ? '32' : '3228',
    hvem: 'ansatt',
    step: route.path.startsWith('/metode') ? 'forankring' : 'hva',
    version: '1',
    report: 'rom',
    room: 'barnevern',
    // A part of the API's profile.
    name: 'service.json',
    token: 'x'.repeat(43),
    respondent: SERVICE.id,
    finding: SERVICE.id,
    service: SERVICE.id,
  }
  return route.path.replace(
    /\/:(\w+)\??/g,
    (_, name: string) => `/${values[name] ?? assert.fail(`no value for ${name}`)}`,
  )
}

/** Steps of logging in keep what belongs to each, or refuse what nobody has begun: they have tests of their own. */
const isLoginStep = ({ path }: Route) => path.startsWith('/logg-inn/')

const named = (list: Route[]) => list.map(route => `${route.method} ${route.path}`)

test('every route says who may come in', () => {
  assert.ok(gets.length >= 20 && posts.length >= 2, `saw ${gets.length} and ${posts.length} routes`)
  assert.deepEqual(named(routes.filter(route => !isPermission(route.permission))), [])
  assert.deepEqual(
    named(
      routes.filter(
        ({ path, permission }) => (permission === 'public') === /^\/(arbeid\b|min-side$)/.test(path),
      ),
    ),
    [],
    'behind the login is what begins with /arbeid, and one’s own page, and nothing else',
  )
})

test('addresses are in lower case with hyphens, begin with a known word, and stand for one route', () => {
  const part = /^(:[a-z]+\??|[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?)$/
  // HSDS has names of its own.
  const hsds = /^\/api\/(hsds|oruk)\/[a-z_]+(\/:id)?$/
  const odd = routes.filter(
    ({ path }) =>
      path !== '/' &&
      !hsds.test(path) &&
      !path
        .split('/')
        .slice(1)
        .every(word => part.test(word)),
  )
  assert.deepEqual(named(odd), [])
  assert.deepEqual(
    [...new Set(routes.map(({ path }) => path.split('/')[1]!))].filter(Boolean).toSorted(),
    FIRST_WORDS,
  )
  assert.equal(new Set(named(routes)).size, routes.length)
  const prefixes = Object.values(languagePrefix).filter(Boolean)
  assert.ok(routes.every(({ path }) => !prefixes.includes(`/${path.split('/')[1]}`)))
})

test('every parameter in a path is described, and nothing else is', () => {
  for (const route of routes) {
    const inPath = [...route.path.matchAll(/:(\w+)/g)].map(match => match[1]).toSorted()
    assert.deepEqual(Object.keys(shapeOf(route.schemas.params)).toSorted(), inPath, route.path)
  }
})

test('what is sent is described and counted', () => {
  const limitOf = ({ path, permission }: Route) =>
    permission !== 'public' ? 'work' : path.startsWith('/logg-') ? 'login' : 'form'
  assert.deepEqual(named(posts.filter(route => !route.schemas.body || route.limit !== limitOf(route))), [])
  assert.deepEqual(named(gets.filter(route => route.schemas.body)), [])
})

test('what a person types is kept nowhere on its way, and searches are counted', () => {
  const typedIn = (route: Route) => ['q', 'sted'].filter(name => name in shapeOf(route.schemas.query))
  const asked = gets.filter(route => !route.anyOrigin && typedIn(route).length > 0)
  assert.ok(asked.length >= 5)
  assert.deepEqual(
    named(asked.filter(route => !typedIn(route).every(name => route.personal.includes(name)))),
    [],
  )
  // Help at once is a page like others, and has no limit.
  const searches = asked.filter(route => route.path !== '/hjelp')
  assert.deepEqual(named(searches.filter(route => route.limit !== 'search')), [])
})

test('tables to be taken out are counted, since each is all of a list', () => {
  const files = gets.filter(route => /[/.]csv$/.test(route.path))
  assert.ok(files.length >= 28, `saw ${files.length}`)
  assert.deepEqual(named(files.filter(route => route.limit === null)), [])
})

test('an address is written once, and used by the routes of one module', () => {
  const files = globSync('src/modules/**/*.{ts,tsx}', { cwd: root }).filter(file => !file.includes('.test.'))
  const source = new Map(files.map(file => [file, readFileSync(join(root, file), 'utf8')]))
  const written = [...source].flatMap(([, text]) =>
    [...text.matchAll(/\burl\('([^']*)'\)/g)].map(match => match[1]!),
  )
  assert.deepEqual(written.toSorted(), [...new Set(routes.map(route => route.path))].toSorted())
  const literal = [...source].filter(([, text]) => /\bpath: ['"`]\//.test(text)).map(([file]) => file)
  assert.deepEqual(literal, [])
  const parts = {
    ...world,
    unmetNeeds: null,
    views: null,
    countryMapHref: '/',
    pyramidPath: () => '/',
    resourcesPath: () => '/',
    takeUpHref: () => '/arbeid',
    demo: true,
    vault: null,
    workDesk: [],
  }
  const logins = {
    provider: () => null,
    transaction: () => assert.fail('nobody logs in'),
    note: () => undefined,
    demo: true,
  }
  const byModule = [
    siteRoutes(parts),
    catalogueRoutes(parts),
    pyramidRoutes(parts),
    mappingRoutes(parts),
    planningRoutes(parts),
    openDataRoutes(parts),
    peopleRoutes(logins),
    organizationRoutes(parts),
  ].map(list => new Set(list.map(route => route.path)))
  const owners = (path: string) => byModule.filter(paths => paths.has(path)).length
  assert.deepEqual(
    routes.filter(route => owners(route.path) !== 1).map(route => route.path),
    [],
  )
})

test('reading opens no transaction: it goes by the public login alone', async () => {
  for (const route of gets.filter(route => !isLoginStep(route))) {
    const answer = await app.server.inject({ method: 'GET', url: addressOf(route) })
    assert.ok(answer.statusCode < 400, `${route.path}: ${answer.statusCode}`)
  }
  assert.deepEqual(await connections(app), ['nettungen_public'])
  const answer = await send(
    posts.find(route => route.path === '/tilbakemelding')!,
    { 'sec-fetch-site': 'same-origin' },
    'svar=ja',
  )
  assert.equal(answer.statusCode, 303)
  assert.deepEqual(await connections(app), ['nettungen_app', 'nettungen_public'])
})

test('every address answers HEAD as it answers GET', async () => {
  for (const route of gets.filter(route => !isLoginStep(route))) {
    const [get, head] = await Promise.all(
      (['GET', 'HEAD'] as const).map(method => app.server.inject({ method, url: addressOf(route) })),
    )
    assert.equal(head!.statusCode, get!.statusCode, route.path)
    assert.equal(head!.body, '', route.path)
    for (const name of ['content-type', 'cache-control', 'etag', 'vary', 'location']) {
      assert.equal(head!.headers[name], get!.headers[name], `${route.path}: ${name}`)
    }
  }
})

test('a form is taken from our own pages only', async () => {
  const cases: [headers: Record<string, string>, isOurs: boolean][] = [
    [{}, false],
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ 'sec-fetch-site': 'none' }, false],
    [{ 'sec-fetch-site': 'cross-site', origin: app.baseUrl }, false],
    [{ origin: 'https://example.org' }, false],
    [{ origin: 'null' }, false],
    [{ origin: `${app.baseUrl}.example.org` }, false],
    [{ origin: app.baseUrl.replace('http:', 'https:') }, false],
    [{ referer: `${app.baseUrl}/` }, false],
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ origin: app.baseUrl }, true],
  ]
  for (const route of posts) {
    for (const [headers, isOurs] of cases) {
      const answer = await send(route, headers, '')
      const told = `${route.path} ${JSON.stringify(headers)}: ${answer.statusCode}`
      assert.equal(answer.statusCode === 403, !isOurs, told)
      if (!isOurs) assert.match(answer.body, /<h1[^>]*>Skjemaet ble ikke sendt</, told)
    }
  }
})

test('a form that is no form is refused with a page, and nothing is kept', async () => {
  const before = await countFeedback()
  const bodies: [type: string | null, body: string | Buffer][] = [
    ['application/json', '{"svar":"ja","melding":"x"}'],
    ['application/json', '{'],
    ['text/plain', 'svar=ja&melding=x'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="svar"\r\n\r\nja\r\n--x--\r\n',
    ],
    ['multipart/form-data', ''],
    ['text/html', '<form>'],
    ['application/xml', '<svar>ja</svar>'],
    ['application/octet-stream', Buffer.from([0, 255, 254])],
    ['tull', 'svar=ja'],
    ['application/x-www-form-urlencoded-not', 'svar=ja&melding=x'],
    ['', 'svar=ja'],
    [null, 'svar=ja'],
    [null, ''],
  ]
  for (const route of posts) {
    for (const [type, body] of bodies) {
      const answer = await send(route, { 'sec-fetch-site': 'same-origin' }, body, type)
      const told = `${route.path} as ${type}: ${answer.statusCode}`
      assert.ok(answer.statusCode >= 400 && answer.statusCode < 500, told)
      assert.match(answer.body, /^<!doctype html>[\s\S]*<h1/, told)
    }
  }
  assert.equal(await countFeedback(), before)
})

test('in every language a form has its address', async () => {
  for (const [language, prefix] of Object.entries(languagePrefix)) {
    const path = localPath(language as 'nb', '/tilbakemelding')
    assert.equal(path, `${prefix}/tilbakemelding`)
    const answer = await app.server.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      payload: 'svar=ja',
    })
    assert.equal(answer.statusCode, 303)
    assert.equal(answer.headers.location, `${prefix}/takk`)
  }
})

let sent = 0

/** Sends a body as a browser elsewhere would each time, so that the count of forms from one address is not what answers. */
function send(
  route: Route,
  headers: Record<string, string>,
  payload: string | Buffer,
  type: string | null = FORM,
) {
  sent++
  return app.server.inject({
    method: 'POST',
    url: addressOf(route),
    remoteAddress: `10.1.${sent >> 8}.${sent & 255}`,
    headers: { ...(type !== null && { 'content-type': type }), ...headers },
    payload,
  })
}

const FORM = 'application/x-www-form-urlencoded'

function shapeOf(schema: z.ZodType | undefined): Record<string, z.ZodType> {
  if (!schema) return {}
  assert.ok(schema instanceof z.ZodObject, 'parameters of a path are an object')
  return schema.shape
}

/** Logins with a connection to the database of the test's app, other than the test's own. */
async function connections({ db }: TestApp): Promise<string[]> {
  return db.rolledBack(async tx => {
    const { rows } = await tx.query({
      text: `select distinct usename::text as login from pg_stat_activity
             where datname = current_database() and usename <> current_user
               and application_name <> 'nettungen-listen' order by 1`,
    })
    return (rows as { login: string }[]).map(row => row.login)
  })
}

async function countFeedback(): Promise<number> {
  return app.db.rolledBack(async tx => {
    const { rows } = await tx.query({ text: 'select count(*)::integer as n from catalogue.feedback' })
    return (rows[0] as { n: number }).n
  })
}
