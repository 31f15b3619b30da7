import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadGeography, loadKnownPlaces } from '#modules/areas/index.ts'
import {
  ageBands,
  filterChoices,
  loadSearchKnowledge,
  rooms,
  targetGroups,
} from '#modules/catalogue/index.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import { testApp } from '#test/app.ts'
import { getPage, loginAs } from '#test/client.ts'
import { findGap, listNamedGaps } from './index.ts'

const app = await testApp()

const ask = (url: string) => app.server.inject({ method: 'GET', url })

/** The lines of a file, without its head. */
async function linesOf(path: string): Promise<string[][]> {
  const answer = await ask(path)
  assert.equal(answer.statusCode, 200, path)
  const [, ...lines] = answer.body.split('\r\n').filter(line => line !== '')
  return lines.map(line => line.split(';'))
}
const [ROOM, SERVICES] = [4, 7]

/** How many hits a search says it has. */
async function hitsOf(query: string): Promise<number> {
  const { body } = await ask(`/tilbud?${query}`)
  const said = /<h2 id="treff">(.*?)<\/h2>/.exec(body)?.[1] ?? ''
  const numbers = said.replace(/<[^>]+>/g, '').match(/\d+/g)
  return Number(numbers?.at(-1) ?? 0)
}

test('a chain has as many services as the search with the same choice, in all and in each room', async () => {
  const filters = ['malgruppe', 'alder', 'hvem', 'tema', 'risiko', 'diagnose', 'tilgang'] as const
  const queries = filters.flatMap(filter =>
    filterChoices[filter].list.slice(0, 2).map(({ code }) => `${filter}=${code}`),
  )
  queries.push('alder=13-15&alder=16-19&tilgang=drop-in', 'malgruppe=youth&tema=psykisk-helse&alder=13-19')
  let some = 0
  for (const query of queries) {
    const lines = await linesOf(`/pyramide/3228/kjede/csv?${query}`)
    const sum = lines.reduce((total, cells) => total + Number(cells[SERVICES]), 0)
    assert.equal(sum, await hitsOf(`kommune=3228&${query}`), query)
    if (sum > 0) some += 1
  }
  assert.ok(some > 8, `only ${some} of the choices have services`)
  const county = await linesOf('/pyramide/32/kjede/csv?alder=13-19')
  const inCounty = county.reduce((total, cells) => total + Number(cells[SERVICES]), 0)
  assert.equal(inCounty, await hitsOf('dekker=32&alder=13-19'))
  for (const cells of await linesOf('/pyramide/3228/kjede/csv?malgruppe=youth')) {
    if (cells[SERVICES] === '0') continue
    assert.equal(
      Number(cells[SERVICES]),
      await hitsOf(`kommune=3228&malgruppe=youth&rom=${cells[ROOM]}`),
      cells[ROOM],
    )
  }
})

test('a chain says where it is broken: a level without anything, and statutory rooms without', async () => {
  const { html } = await getPage(app, '/pyramide/3228/kjede?malgruppe=youth')
  assert.match(html, /Hvor er kjeden brutt\?/)
  const none = await getPage(app, '/pyramide/1151/kjede?diagnose=compulsion-or-tics&alder=0-5')
  assert.equal(none.status, 200)
  for (const level of ['Tilbud for alle', 'Hjelpetilbud'])
    assert.match(none.html, new RegExp(`Ingenting for disse på nivået: [^<]*`), level)
  // In a county what its municipalities must have is no break: they have it, each for itself.
  const broken = (html: string) => html.split('id="brudd"')[1]!.split('</section>')[0]!
  const demanded = (by: string) => rooms.list.find(({ duty }) => duty.statutory && duty.by === by)!.code
  const county = await getPage(app, '/pyramide/32/kjede?diagnose=compulsion-or-tics&alder=0-5')
  assert.ok(broken(none.html).includes(`/${demanded('municipality')}"`))
  assert.ok(!broken(county.html).includes(`/${demanded('municipality')}"`))
  assert.ok(broken(county.html).includes(`/${demanded('county')}"`))
  const whole = await getPage(app, '/pyramide/3228/kjede')
  assert.doesNotMatch(whole.html, /Hvor er kjeden brutt/, 'of everything nothing is broken')
  const pairs = await app.db.publicReader.query({
    text: `select easier.slug as easier, stronger.slug as stronger from catalogue.service_chain chain
      join catalogue.service easier on easier.id = easier_id join catalogue.service stronger on stronger.id = stronger_id
      join catalogue.search_document one on one.service_id = easier_id join catalogue.search_document two on two.service_id = stronger_id
      where 'youth' = any (one.target_groups) and 'youth' = any (two.target_groups)
        and exists (select from catalogue.service_area a join areas.covering('3228') c on c.area_code = a.area_code where a.service_id = easier_id)
        and exists (select from catalogue.service_area a join areas.covering('3228') c on c.area_code = a.area_code where a.service_id = stronger_id)`,
  })
  for (const { easier, stronger } of pairs.rows as { easier: string; stronger: string }[])
    assert.match(html, new RegExp(`/${easier}"[\\s\\S]*?/${stronger}"`))
})

test('two choices stand side by side, and the address holds all of it', async () => {
  const address = '/pyramide/3228/kjede?malgruppe=youth&alder2=0-5&sammenlign=ja'
  const { html } = await getPage(app, address)
  const [youth, small] = await Promise.all([
    linesOf('/pyramide/3228/kjede/csv?malgruppe=youth'),
    linesOf('/pyramide/3228/kjede/csv?alder=0-5'),
  ])
  const sum = (lines: string[][]) => lines.reduce((total, cells) => total + Number(cells[SERVICES]), 0)
  const told = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  assert.match(
    told,
    new RegExp(`Første utvalg.*${sum(youth)} tilbud i kjeden.*Andre utvalg.*${sum(small)} tilbud i kjeden`),
  )
  const both = await linesOf('/pyramide/3228/kjede/csv?malgruppe=youth&alder2=0-5&sammenlign=ja')
  assert.deepEqual(
    both.map(cells => cells[SERVICES]),
    [...youth, ...small].map(cells => cells[SERVICES]),
  )
  assert.equal((await ask('/pyramide/3228/kjede?malgruppe=finnes-ikke')).statusCode, 400)
  for (const path of [
    '/nn/pyramide/32/kjede?alder=6-12',
    '/en/pyramide/3228/kjede?tilgang=drop-in&tilgang2=referral&sammenlign=ja',
  ])
    assert.equal((await getPage(app, path)).status, 200)
})

test('gaps agree with what one finds by looking at each service that covers the place', async () => {
  type Service = {
    room: string
    meant_for: string
    from: number
    to: number
    groups: string[]
    access: string[]
  }
  const servicesOf = async (code: string) => {
    const { rows } = await app.db.publicReader.query({
      text: `select document.room_code as room, document.meant_for, document.age_from::float as "from", document.age_to::float as "to",
          document.target_groups as groups, document.access_kinds as access
        from catalogue.search_document document where exists (select from catalogue.service_area area
          join areas.covering($1) covering on covering.area_code = area.area_code where area.service_id = document.service_id)`,
      values: [code],
    })
    return rows as Service[]
  }
  const keysOf = (body: string) =>
    body
      .split('\r\n')
      .slice(1)
      .flatMap(line => line.split(';')[1] ?? [])
  const bodies = []
  for (const [person, code] of [
    ['koordinator-nes', '3228'],
    ['regionkoordinator', '3238'],
    ['regionkoordinator', '3242'],
  ] as const) {
    const file = await (await loginAs(app, person)).get(`/arbeid/pyramide/hull/csv?omrade=${code}`)
    assert.equal(file.status, 200)
    bodies.push({ body: file.html, services: await servicesOf(code) })
  }
  for (const { body, services: all } of bodies) {
    const keys = new Set(keysOf(body))
    for (const { code, from, to } of ageBands.list) {
      const isThere = all.some(one => one.meant_for !== 'services' && one.from < to && one.to > from)
      assert.equal(keys.has(`age:${code}`), !isThere, code)
    }
    for (const { code } of targetGroups.list)
      assert.equal(keys.has(`group:${code}`), !all.some(one => one.groups.includes(code)), code)
    for (const [room, inRoom] of Map.groupBy(all, one => one.room)) {
      const byDecision = inRoom.every(one => one.access.length === 1 && one.access[0] === 'decision')
      assert.equal(keys.has(`decision-only:${room}`), byDecision, room)
    }
  }
})

test('what plans keep of a gap is its key and its title; a gap that is not there has none', async () => {
  const geography = await loadGeography(app.db.publicReader)
  const search = await loadSearchKnowledge(
    app.db.publicReader,
    geography,
    await loadKnownPlaces(app.db.publicReader),
  )
  const nes = await loginAs(app, 'koordinator-nes')
  const file = (await nes.get('/arbeid/pyramide/hull/csv')).html.split('\r\n').slice(1)
  const inFile = file.flatMap(line => line.split(';')[1] ?? [])
  const parts = { geography, search, today: '2026-11-22' }
  const locale = localeOf('nb')
  await app.db.database.transaction(nes.personId, async tx => {
    const named = await listNamedGaps(tx, '3228', parts, locale)
    assert.ok(named.length > 3)
    assert.deepEqual(
      named.map(gap => gap.key),
      inFile,
    )
    for (const gap of named) {
      assert.match(gap.title, /\S/)
      assert.doesNotMatch(gap.title, /[{}]/)
    }
    assert.deepEqual(await findGap(tx, '3228', named[0]!.key, parts, locale), named[0])
    assert.equal(await findGap(tx, '3228', 'missing:finnes-ikke', parts, locale), null)
    assert.equal(await findGap(tx, 'NO', named[0]!.key, parts, locale), null, 'the country has no pyramid')
  })
})

test('a coordinator, a leader and an administrator see the gaps of their municipality; others find nothing there', async () => {
  for (const key of ['koordinator-nes', 'leder-nes', 'admin-nes']) {
    const page = await (await loginAs(app, key)).get('/arbeid/pyramide/hull')
    assert.equal(page.status, 200, key)
    assert.match(page.html, /Hva mangler i Nes\?/)
  }
  const nes = await loginAs(app, 'koordinator-nes')
  assert.equal((await nes.get('/arbeid/pyramide/hull?omrade=3238')).status, 404)
  assert.equal((await nes.get('/arbeid/pyramide/hull?omrade=9999')).status, 404)
  assert.equal((await (await loginAs(app, 'redaktor-nes')).get('/arbeid/pyramide/hull')).status, 404)
  const region = await loginAs(app, 'regionkoordinator')
  assert.equal((await region.get('/arbeid/pyramide/hull?omrade=32')).status, 200)
})
