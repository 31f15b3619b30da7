import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import type { Later } from '#platform/gather.ts'
import { metricsText } from '#platform/http/metrics.ts'
import { stableId } from '../demo/demo.ts'
import { testApp } from '#test/app.ts'
import { loginAs } from '#test/client.ts'
import { connectLogins } from '#test/logins.ts'
import { gatherViews } from './gather-views.ts'

/** What the test decides: what day it is, and when what was gathered is written. */
let now = new Date('2026-11-22T12:00:00Z')
const waiting = new Set<() => Promise<void>>()
const later: Later = work => {
  waiting.add(work)
  return () => waiting.delete(work)
}
const written = () => Promise.all([...waiting].map(work => work()))

const app = await testApp({ clock: { now: () => now }, later })
const stopping = await testApp({ clock: { now: () => now } })
const logins = await connectLogins(app.db)

const course = stableId('nes-fodselsforberedende-kurs')
const [{ slug }] = (
  await app.db.publicReader.query({
    text: 'select slug from catalogue.service where id = $1',
    values: [course],
  })
).rows as [{ slug: string }]
const page = `/tilbud/${course}/${slug}`

beforeEach(async () => {
  await written()
  await app.db.asOwner(tx => tx.query({ text: 'delete from catalogue.service_view_day' }))
  now = new Date('2026-11-22T12:00:00Z')
})

type Options = { of?: typeof app; method?: 'GET' | 'HEAD'; headers?: Record<string, string> }
const look = ({ of = app, method = 'GET', headers = {} }: Options = {}, url = page) =>
  of.server.inject({ method, url, headers })

async function counts(of = app): Promise<Record<string, unknown>[]> {
  await written()
  return of.db.rolledBack(
    async tx => (await tx.query({ text: 'select * from catalogue.service_view_day order by day' })).rows,
  )
}

const note = (day: string, views: number, id = course) =>
  app.db.asOwner(tx =>
    tx.query({
      text: 'select catalogue.note_views($1, array[$2]::uuid[], array[$3]::integer[])',
      values: [day, id, views],
    }),
  )

test('a view is counted by service and day, also of a page that was kept or that the browser had; and nothing else of it', async () => {
  const first = await look()
  assert.equal(first.statusCode, 200)
  await look()
  await look({}, `/nn${page}?kommune=3228`)
  const had = await look({ headers: { 'if-none-match': String(first.headers['etag']) } })
  assert.equal(had.statusCode, 304)
  assert.deepEqual(await counts(), [{ service_id: course, day: '2026-11-22', count: 4 }])
  // The day is that of Norway.
  now = new Date('2026-11-22T23:30:00Z')
  await look()
  assert.deepEqual(
    (await counts()).map(({ day, count }) => [day, count]),
    [
      ['2026-11-22', 4],
      ['2026-11-23', 1],
    ],
  )
})

test('what nobody looked at is not counted: programs, pages fetched in case, other addresses, what is not there', async () => {
  await look({ method: 'HEAD' })
  await look({ headers: { 'sec-purpose': 'prefetch;prerender' } })
  await look({ headers: { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' } })
  await look({ headers: { 'user-agent': 'curl/8.5.0' } })
  assert.equal((await look({}, `/tilbud/${course}/gammelt-navn`)).statusCode, 301)
  assert.equal((await look({}, '/tilbud/0190a1b2-0000-7000-8000-000000000001')).statusCode, 404)
  await look({}, '/tilbud?kommune=3228')
  await look({}, `${page}/meld-feil`)
  assert.deepEqual(await counts(), [])
})

test('views are gathered in memory, written together, and when the program stops', async () => {
  await look({ of: stopping })
  const rows = () =>
    stopping.db.rolledBack(
      async tx => (await tx.query({ text: 'select count from catalogue.service_view_day' })).rows,
    )
  assert.deepEqual(await rows(), [])
  await stopping.stop()
  assert.deepEqual(await rows(), [{ count: 1 }])
})

test('there is an end to what is held in memory, and what cannot be written is dropped and counted', async () => {
  const dropped = async () =>
    Number(/^nettungen_views_dropped_total (\d+)/m.exec(await metricsText())?.[1] ?? 0)
  const days: { day: string; counts: ReadonlyMap<string, number> }[] = []
  const gathered = gatherViews(
    async day => void days.push(day),
    () => () => undefined,
  )
  let before = await dropped()
  for (let n = 0; n < 6_000; n++) gathered.note('mye', '2026-11-22')
  for (let n = 0; n < 25_000; n++) gathered.note(`nr ${n}`, '2026-11-22')
  gathered.note('mye', '2026-11-23')
  await gathered.flush()
  assert.deepEqual([days.length, days[0]!.counts.get('mye'), days[0]!.counts.size], [1, 5_000, 20_000])
  assert.equal((await dropped()) - before, 1_000 + 5_001 + 1)
  gathered.note('mye', '2026-11-23')
  await gathered.flush()
  assert.equal(days[1]!.counts.get('mye'), 1)

  before = await dropped()
  const away = gatherViews(
    () => Promise.reject(new Error('away')),
    () => () => undefined,
  )
  for (let n = 0; n < 3; n++) away.note('mye', '2026-11-22')
  await away.flush()
  assert.equal((await dropped()) - before, 3)
})

test('those who work with a service see how often it is viewed, to the nearest five and never fewer; others see nothing', async () => {
  await note('2026-11-21', 3)
  await note('2026-11-20', 42)
  await note('2026-10-15', 4)
  await note('2026-03-01', 111)
  // Today is not over, and a year ago is too long.
  await note('2026-11-22', 1000)
  await note('2025-10-31', 1000)
  const kari = await loginAs(app, 'redaktor-nes')
  for (const path of ['/arbeid/visninger', `/arbeid/tilbud/${course}/visninger`]) {
    const { html, status } = await kari.get(path)
    assert.equal(status, 200, path)
    const text = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    assert.match(text, /Siste 30 dager: 45 30 dager før det: under 5 Siste 365 dager: 160 /, path)
    assert.match(text, /november 2026 45 oktober 2026 under 5 september 2026 0 /)
    assert.match(text, /mars 2026 110 /)
    assert.doesNotMatch(text, /1[ \u00a0]?000/)
  }
  const days = (await kari.get(`/arbeid/tilbud/${course}/visninger`)).html.replace(/<[^>]+>/g, ' ')
  assert.match(days, /21\. november 2026\s+under 5\s+20\. november 2026\s+40\s+19\. november 2026\s+0\s/)
  assert.match((await kari.get('/arbeid')).html, /Siste 30 dager<?[^<]*\(45\)/)
  assert.match((await kari.get(`/arbeid/tilbud/${course}`)).html, /Vist omtrent 45 ganger siste 30 dager/)

  const ola = await loginAs(app, 'redaktor-nannestad')
  assert.equal((await ola.get(`/arbeid/tilbud/${course}/visninger`)).status, 404)
  assert.match((await ola.get('/arbeid/visninger')).html, /Ingen visninger ennå/)
  const teacher = await loginAs(app, 'larer-nes')
  for (const path of ['/arbeid/visninger', `/arbeid/tilbud/${course}/visninger`])
    assert.equal((await teacher.get(path)).status, 404)
  const seen = (person: string) =>
    app.db.database.transaction(person, async tx =>
      Number(
        (await tx.query({ text: 'select count(*) as n from catalogue.service_view_day' })).rows[0]!['n'],
      ),
    )
  assert.deepEqual(
    [await seen(kari.personId), await seen(ola.personId), await seen(teacher.personId)],
    [6, 0, 0],
  )
})

test('the program can add to a count, and neither set one nor take one away; of what is not published there is none', async () => {
  await note('2026-11-21', 5)
  await note('2026-11-21', 2)
  await note('2026-11-21', -4)
  await note('2026-11-21', 9, stableId('demo-utkast-sommerkor'))
  assert.deepEqual(
    (await counts()).map(({ count }) => count),
    [7],
  )
  for (const [login, statement] of [
    ['app', 'update catalogue.service_view_day set count = 1'],
    ['app', 'delete from catalogue.service_view_day'],
    ['app', `insert into catalogue.service_view_day select id, '2026-11-21', 9 from catalogue.service`],
    ['app', `select catalogue.forget_views('2040-01-01')`],
    ['public', `select catalogue.note_views('2026-11-21', '{}', '{}')`],
    ['public', 'select from catalogue.service_view_day'],
    ['worker', `select catalogue.note_views('2026-11-21', '{}', '{}')`],
    ['worker', 'select from catalogue.service_view_day'],
  ] as const)
    await assert.rejects(logins[login].query(statement), { code: '42501' }, `${login}: ${statement}`)
})

test('counts go after 25 months', async () => {
  await note('2024-10-21', 5)
  await note('2024-10-22', 5)
  await note('2026-11-21', 5)
  assert.deepEqual((await app.runJobs({ at: new Date('2026-11-22T06:00:00Z') })).failures, [])
  assert.deepEqual(
    (await counts()).map(({ day }) => day),
    ['2024-10-22', '2026-11-21'],
  )
})
