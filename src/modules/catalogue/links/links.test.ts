import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import * as z from 'zod'
import { exec, many, sql } from '#platform/db/sql.ts'
import { testApp } from '#test/app.ts'
import { loginAs } from '#test/client.ts'
import { startReceiver } from '#test/receiver.ts'
import { takeTurns } from './turns.ts'
import { begin, location, publish, saveStep, writeService } from '#test/service-forms.ts'

const receiver = await startReceiver()
const PAUSE_MS = 40
/** Names that lead somewhere: to our own receiver, or to what is not the open internet. */
let names = new Map<string, string>()
const app = await testApp({
  outside: {
    resolve: host => Promise.resolve(names.has(host) ? [names.get(host)!] : []),
    isAllowed: address => address === '127.0.0.1',
    ca: receiver.ca,
  },
  pauseMs: PAUSE_MS,
})
const site = `https://mottaker.example:${receiver.port}`
const kari = await loginAs(app, 'redaktor-nes')
// The links of the demonstration lead to the world outside, which is not here.
await app.db.asOwner(tx => exec(tx, sql`delete from catalogue.link`))
const service = await writeService(app, kari, 'Lenkeverksted', 'nes-kommune', 'Nes')
const page = `/arbeid/tilbud/${service}`

const [monday, tuesday, nextWeek] = ['2026-11-23', '2026-11-24', '2026-12-01'].map(
  day => new Date(`${day}T08:00:00Z`),
) as [Date, Date, Date]

beforeEach(async () => {
  receiver.heard = []
  receiver.answer = { status: 200 }
  receiver.answers.clear()
  names = new Map([['mottaker.example', '127.0.0.1']])
  await app.db.asOwner(async tx => {
    await exec(tx, sql`delete from catalogue.link_check`)
    await exec(tx, sql`delete from platform.daily_job`)
  })
})

async function withLinks(...urls: string[]): Promise<void> {
  const rows = urls.flatMap((url, n): [string, string][] => [
    [`lenke-${n + 1}-adresse`, url],
    [`lenke-${n + 1}-slag`, 'website'],
  ])
  assert.equal((await saveStep(kari, service, 'kontakt', Object.fromEntries(rows))).status, 303)
  assert.equal((await publish(kari, service)).status, 303)
  await runJobs()
}

const runJobs = async (at?: Date) => assert.deepEqual((await app.runJobs({ ...(at && { at }) })).failures, [])

const Outcome = z.object({ url: z.string(), outcome: z.string(), is_dead: z.boolean() })
const outcomes = async () =>
  Object.fromEntries(
    (
      await app.db.asOwner(tx =>
        many(tx, Outcome, sql`select url, outcome, is_dead from catalogue.link_check order by url`),
      )
    ).map(row => [row.url.replace(site, ''), row.is_dead ? `dead ${row.outcome}` : row.outcome]),
  )
const asked = () => receiver.heard.map(({ method, path }) => `${method} ${path}`)

test('a link is dead when it has failed on two days, and its editor is told where she works', async () => {
  await withLinks(`${site}/god`, `${site}/borte`)
  receiver.answers.set('/borte', { status: 404 })
  await runJobs(monday)
  assert.deepEqual(await outcomes(), { '/god': 'ok', '/borte': 'http-404' })
  assert.doesNotMatch((await kari.get('/arbeid')).html, /svarer ikke/)
  assert.match((await kari.get(page)).html, /svarte ikke 23\. november 2026/)

  receiver.heard = []
  await runJobs(tuesday)
  assert.deepEqual(asked(), ['HEAD /borte', 'GET /borte'], 'only what failed')
  assert.deepEqual(await outcomes(), { '/god': 'ok', '/borte': 'dead http-404' })
  const desk = await kari.get('/arbeid')
  assert.match(desk.html, /1 lenke svarer ikke/)
  assert.match(desk.html, /href="\/arbeid\/tilbud\?lenker=ja"/)
  assert.match((await kari.get('/arbeid/tilbud?lenker=ja')).html, /Lenkeverksted/)
  assert.match((await kari.get(page)).html, /har ikke svart siden 23\. november 2026/)
  assert.doesNotMatch((await (await loginAs(app, 'redaktor-nannestad')).get('/arbeid')).html, /svarer ikke/)

  // One that answers again is well again; one that was taken out is forgotten.
  receiver.answers.clear()
  await runJobs(nextWeek)
  assert.deepEqual(await outcomes(), { '/god': 'ok', '/borte': 'ok' })
  await withLinks(`${site}/god`)
  await runJobs(new Date('2026-12-02T08:00:00Z'))
  assert.deepEqual(await outcomes(), { '/god': 'ok' })
})

test('a page that has moved is followed, one that asks who we are is there, and what knows no HEAD is asked by GET', async () => {
  await withLinks(`${site}/flyttet`, `${site}/ring`, `${site}/hemmelig`, `${site}/gammel`, `${site}/feil`)
  receiver.answers.set('/flyttet', { status: 301, headers: { location: '/her' } })
  receiver.answers.set('/ring', { status: 302, headers: { location: '/ring' } })
  receiver.answers.set('/hemmelig', { status: 403 })
  receiver.answers.set('HEAD /gammel', { status: 405 })
  receiver.answers.set('/feil', { status: 500 })
  await runJobs(monday)
  assert.deepEqual(await outcomes(), {
    '/flyttet': 'ok',
    '/ring': 'too-many-redirects',
    '/hemmelig': 'ok',
    '/gammel': 'ok',
    '/feil': 'http-500',
  })
  assert.ok(asked().includes('GET /gammel'))
  assert.ok(asked().includes('HEAD /her'))
})

test('a server is asked once in a while, however many links lead to it, and holds up no other', async () => {
  const turn = takeTurns(PAUSE_MS)
  const { signal } = new AbortController()
  const begun = performance.now()
  const waited = ['en.example', 'en.example', 'en.example', 'annet.example'].map(async host => {
    await turn(host, signal)
    return performance.now() - begun
  })
  assert.equal(await Promise.race([waited[1], waited[3]]), await waited[3])
  for (const [n, ms] of (await Promise.all(waited.slice(0, 3))).entries())
    assert.ok(ms >= n * PAUSE_MS - 2, `the turn ${n} came after ${ms} ms`)
})

test('nothing within our own walls is asked, not even where a link is sent on to', async () => {
  names.set('innenfor.example', '10.0.0.5')
  await withLinks(`${site}/ut`, 'https://innenfor.example/', 'https://169.254.169.254/latest', `${site}/inn`)
  receiver.answers.set('/inn', { status: 302, headers: { location: 'http://10.0.0.5/' } })
  await runJobs(monday)
  const found = await outcomes()
  assert.equal(found['/ut'], 'ok')
  for (const url of ['https://innenfor.example/', 'https://169.254.169.254/latest', '/inn'])
    assert.equal(found[url], 'address-not-allowed', url)
})

test('a machine that reaches nothing calls no link dead', async () => {
  await withLinks(`${site}/en`, 'https://annet.example/to')
  names.clear()
  for (const day of [monday, tuesday, nextWeek]) await runJobs(day)
  assert.deepEqual(await outcomes(), {})
  await kari.post(`${page}/lenkesjekk`, {})
  await runJobs()
  assert.deepEqual(await outcomes(), { '/en': 'not-tried', 'https://annet.example/to': 'not-tried' })
  assert.match((await kari.get(page)).html, /når ikke internett nå/)
})

test('an editor has the links of a draft tried before it is public; who may not edit it, not', async () => {
  const draft = await begin(app, kari, 'Nytt med lenke', 'nes-kommune')
  await saveStep(kari, draft, 'kontakt', {
    'lenke-1-adresse': `${site}/skrivefeil`,
    'lenke-1-slag': 'website',
  })
  receiver.answers.set('/skrivefeil', { status: 404 })
  const own = `/arbeid/tilbud/${draft}`
  assert.match((await kari.get(own)).html, /Ikke sjekket ennå/)
  for (const who of ['redaktor-nannestad', 'koordinator-nes', 'leder-nes'])
    assert.equal((await (await loginAs(app, who)).post(`${own}/lenkesjekk`, {})).status, 404, who)
  assert.equal(location(await kari.post(`${own}/lenkesjekk`, {})), `${own}?gjort=lenkesjekk#lenker`)
  await kari.post(`${own}/lenkesjekk`, {})
  await runJobs()
  assert.deepEqual(asked(), ['HEAD /skrivefeil', 'GET /skrivefeil'], 'pressed twice is tried once')
  assert.match((await kari.get(own)).html, /Svarte ikke 22\. november 2026[^<]*siden finnes ikke/)
})
