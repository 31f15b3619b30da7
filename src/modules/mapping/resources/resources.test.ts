import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod'
import { exec, sql, value } from '#platform/db/sql.ts'
import { testApp } from '#test/app.ts'
import { getPage, loginAs } from '#test/client.ts'
import { giveRole } from '#test/roles.ts'
import { idIn, roundScene } from '#test/round-scene.ts'
import { byYear, readNumber } from './rules.ts'

// What goes into services: written by those who write the service, summed exactly, and never public.

const app = await testApp()
const kari = await loginAs(app, 'redaktor-nes')
const serviceOf = (key: string, offset = 0) =>
  app.db.asOwner(tx =>
    value(
      tx,
      z.string(),
      sql`select service.id from catalogue.service join organizations.organization owner on owner.id = service.owner_id
          where owner.key = ${key} order by service.slug limit 1 offset ${offset}`,
    ),
  )
const [service, second] = [await serviceOf('nes-kommune'), await serviceOf('nes-kommune', 1)]
await app.db.asOwner(tx => exec(tx, sql`delete from mapping.resource`))
const path = (id: string) => `/arbeid/ressurser/${id}`
const rows = () => app.db.asOwner(tx => value(tx, z.number(), sql`select count(*) from mapping.resource`))

test('numbers are read as people write them, with no more decimals than there may be', () => {
  const read: [string, number, number | null][] = [
    ['2,25', 2, 2.25],
    ['2.25', 2, 2.25],
    ['2,255', 2, Number.NaN],
    ['', 2, null],
    ['1 250 000', 0, 1_250_000],
    ['1.250.000 kr', 0, 1_250_000],
    ['1\u00a0250\u00a0000', 0, 1_250_000],
    ['900,50', 0, Number.NaN],
    ['-3', 2, Number.NaN],
    ['tre', 2, Number.NaN],
    ['1e9', 0, Number.NaN],
  ]
  for (const [typed, decimals, wanted] of read) assert.equal(readNumber(typed, decimals), wanted, typed)
})

test('sums of hundredths are exact', () => {
  const lines = Array.from({ length: 10 }, (_, n) => ({
    year: 2026,
    level: n % 2 ? 'all' : 'help',
    room: 'x',
    services: 1,
    fullTimeEquivalents: 0.1,
    budgetNok: 3,
  }))
  const [year] = byYear(lines, ['all', 'help'])
  assert.equal(year?.sum.fullTimeEquivalents, 1)
  assert.equal(year?.levels['all']?.fullTimeEquivalents, 0.5)
  assert.equal(year?.sum.budgetNok, 30)
})

test('figures are kept by year, the same again changes nothing, and wrong ones come back as they were typed', async () => {
  const form = { ar: '2026', arsverk: '2,25', budsjett: '2 100 000', sist: '' }
  assert.equal((await kari.post(path(service), form)).status, 303)
  assert.equal((await kari.post(path(service), form)).status, 303)
  assert.equal(await rows(), 1)
  const wrong = await kari.post(path(service), { ...form, ar: '2025', arsverk: 'to', budsjett: '5' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /Skriv årsverk som et tall/)
  assert.match(wrong.html, /id="arsverk-2025"[^>]*value="to"|value="to"[^>]*id="arsverk-2025"/)
  // Somebody else has written meanwhile.
  const clash = await kari.post(path(service), { ...form, arsverk: '3' })
  assert.equal(clash.status, 422)
  assert.match(clash.html, /Noen andre lagret disse tallene imens: 2,25 årsverk/)
  assert.equal(await rows(), 1)
})

test('sums stand by level, room and year, on the page and in the file; taking figures back takes them out', async () => {
  await kari.post(path(second), { ar: '2026', arsverk: '0,50', budsjett: '', sist: '' })
  const page = await kari.get('/arbeid/ressurser')
  assert.match(page.html, /2 av \d+ tilbud har tall/)
  assert.match(page.html, /2,75/)
  assert.match(page.html, /<svg[^>]*role="img"/)
  const file = await app.server.inject({ url: '/arbeid/ressurser/csv', headers: kari.headers })
  assert.match(file.body, /2026;[^\r]*2,25;2100000/)
  const ofServices = /href="(\/arbeid\/ressurser\/csv\?[^"]*del=tilbud)"/.exec(page.html)![1]!
  const services = (await kari.get(ofServices.replaceAll('&amp;', '&'))).html.split('\r\n').slice(1, -1)
  assert.equal(services.filter(line => /^2026;[^;]+;[^;]*;2,25;2100000$/.test(line)).length, 1)
  assert.equal(services.filter(line => /^2026;[^;]+;[^;]*;0,50;$/.test(line)).length, 1)
  assert.ok(services.length > 2, 'those without figures too')
  const shown = await kari.get(path(second))
  const sist = /value="2026"\/?><input[^>]*name="sist" value="(\d+)"/.exec(shown.html)![1]!
  assert.equal((await kari.post(path(second), { ar: '2026', arsverk: '', budsjett: '', sist })).status, 303)
  assert.match((await kari.get('/arbeid/ressurser')).html, /1 av \d+ tilbud har tall/)
})

test('nothing of it is public, nor seen by others', async () => {
  const ola = await loginAs(app, 'redaktor-nannestad')
  const tove = await loginAs(app, 'leder-nes')
  assert.equal((await ola.get(path(service))).status, 404)
  assert.equal((await tove.get(path(service))).status, 200)
  assert.equal((await tove.post(path(service), { ar: '2026', arsverk: '9' })).status, 404)
  assert.doesNotMatch((await ola.get('/arbeid/ressurser')).html, /2,25/)
  const { rows: found } = await app.db.publicReader.query({
    text: 'select slug from catalogue.service where id = $1',
    values: [service],
  })
  const open = await getPage(app, `/tilbud/${service}/${String(found[0]!['slug'])}`)
  const api = await app.server.inject({ url: `/api/hsds/services/${service}` })
  for (const body of [open.html, api.body]) assert.doesNotMatch(body, /2100000|2\s100\s000|full_time/)
  await assert.rejects(app.db.publicReader.query({ text: 'select from mapping.resource' }))
})

test('who works in a unit is told that sums are of that unit only', async () => {
  const teacher = await loginAs(app, 'larer-nes')
  const unit = await app.db.asOwner(async tx => {
    await giveRole(tx, teacher.personId, { role: 'editor', organization: 'nes-kommune', unit: 'nes-skolene' })
    return value(
      tx,
      z.number(),
      sql`select count(*) from catalogue.draft where unit_id = (select id from organizations.unit where key = 'nes-skolene')`,
    )
  })
  assert.ok(unit > 0)
  assert.match((await teacher.get('/arbeid/ressurser')).html, /Summene er bare for enhetene du arbeider i/)
  assert.doesNotMatch((await kari.get('/arbeid/ressurser')).html, /Summene er bare/)
})

test('what is frozen of a round are the sums of its own organisation, also when who closes it works for another too', async () => {
  const { ingrid, clinic, open } = await roundScene(app)
  const abroad = await serviceOf('nes-rode-kors')
  await app.db.asOwner(async tx => {
    await giveRole(tx, ingrid.personId, { role: 'editor', organization: 'nes-rode-kors' })
    await exec(tx, sql`delete from mapping.resource`)
    await exec(
      tx,
      sql`insert into mapping.resource (service_id, year, full_time_equivalents, budget_nok)
          values (${service}, 2026, 2, 1000), (${abroad}, 2026, 40, 900000)`,
    )
  })
  assert.equal((await ingrid.get(path(abroad))).status, 200, 'she sees it herself')
  const opened = await open([clinic])
  const round = idIn(opened.to)
  assert.equal((await ingrid.post(`/arbeid/kartlegging/${round}/avslutning`, {})).status, 303)
  const sums = await app.db.asOwner(tx =>
    value(tx, z.unknown(), sql`select content->'resources' from mapping.snapshot where round_id = ${round}`),
  )
  assert.partialDeepStrictEqual(sums, [{ year: 2026, services: 1, fullTimeEquivalents: 2, budgetNok: 1000 }])
})
