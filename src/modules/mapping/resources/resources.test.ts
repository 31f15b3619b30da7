import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { exec, sql, value } from '#platform/db/sql.ts'
import { testApp } from '#test/app.ts'
import { getPage, loginAs } from '#test/client.ts'
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
