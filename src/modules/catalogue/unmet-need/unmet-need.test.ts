import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { beforeEach, test } from 'node:test'
import type { Later } from '#platform/gather.ts'
import { metricsText } from '#platform/http/metrics.ts'
import { testApp, type TestApp } from '#test/app.ts'
import type { TestDatabase } from '#test/database.ts'
import { listUnmetNeed, noteUnmetNeed, type UnmetDay } from './unmet-need.store.ts'

/** What the test decides: what day it is, and when what was gathered is written. */
let now = new Date('2026-11-01T12:00:00Z')
const clock = { now: () => now }
const waiting = new Set<() => Promise<void>>()
const later: Later = work => {
  waiting.add(work)
  return () => waiting.delete(work)
}
const written = () => Promise.all([...waiting].map(work => work()))

/** Nothing is published, so nothing has a hit. */
const app = await testApp({ template: 'reference', clock, later })
const withServices = await testApp({ clock, later })
/** With a time of its own, which is not over before its test is. */
const stopping = await testApp({ template: 'reference', clock })

beforeEach(async () => {
  await written()
  for (const { db } of [app, withServices])
    await db.asOwner(tx =>
      tx.query({
        text: `truncate catalogue.unmet_need_day, catalogue.unmet_need_sighting, catalogue.unmet_need_text`,
      }),
    )
  now = new Date('2026-11-01T12:00:00Z')
})

/** Searches as a browser does, and sees that the page came. */
async function search(
  path: string,
  {
    of = app,
    method = 'GET',
    headers = {},
  }: { of?: TestApp; method?: 'GET' | 'HEAD'; headers?: object } = {},
): Promise<string> {
  const answer = await of.server.inject({ method, url: path, headers: { ...headers } })
  assert.equal(answer.statusCode, 200, path)
  return answer.body
}

async function onDays(days: number, path: string): Promise<void> {
  for (let n = 0; n < days; n++) {
    await search(path)
    now = new Date(now.getTime() + 24 * 3_600_000)
  }
  await written()
}

const kept = (of = app, area: string | null = null, from: string | null = null) =>
  of.db.rolledBack(tx => listUnmetNeed(tx, area, from))
const keptTexts = async () => (await kept()).texts.map(({ text }) => text)

async function rowsOf(table: string, db: TestDatabase = app.db): Promise<Record<string, unknown>[]> {
  return db.rolledBack(
    async tx => (await tx.query({ text: `select * from catalogue.unmet_need_${table}` })).rows,
  )
}

test('what is looked for on five days is kept in its words, without the place; what is counted is the place', async () => {
  await onDays(5, '/tilbud?q=Sv%C3%B8mmekurs%20i%20Nes')
  const { counts, texts } = await kept()
  assert.deepEqual(texts, [{ text: 'svømmekurs', days: 5, firstDay: '2026-11-01', lastDay: '2026-11-05' }])
  assert.deepEqual(
    counts,
    ['05', '04', '03', '02', '01'].map(day => ({ day: `2026-11-${day}`, area: '3228', count: 1 })),
  )
  assert.deepEqual(Object.keys((await rowsOf('text'))[0]!).toSorted(), ['digest', 'text'])
})

test('the five days may be of five places, in any spelling of one text and in any language of the page', async () => {
  const paths = [
    '/tilbud?q=sv%C3%B8mmekurs&kommune=3228',
    '/nn/tilbud?q=SV%C3%98MMEKURS&kommune=0301',
    '/en/tilbud?q=sv%C3%B8mmekurs%3F&dekker=32',
    '/se/tilbud?q=%20sv%C3%B8mmekurs',
    '/tilbud?q=sv%C3%B8mmekurs%202150',
  ]
  for (const path of paths) await onDays(1, path)
  assert.deepEqual(await keptTexts(), ['svømmekurs'])
  assert.deepEqual(
    (await kept()).counts.map(({ area }) => area),
    ['3228', 'NO', '32', '0301', '3228'],
  )
})

test('of four days, or of one day many times, nothing is kept but counts and keyed hashes', async () => {
  await onDays(4, '/tilbud?q=sv%C3%B8mmeskole')
  for (let n = 0; n < 6; n++) await search('/tilbud?q=rullestoldans&kommune=3228')
  await written()
  await search('/tilbud?q=rullestoldans&kommune=3228')
  await written()
  assert.deepEqual([await keptTexts(), await rowsOf('text')], [[], []])
  assert.equal((await kept(app, '3228')).counts[0]!.count, 7)
  const sightings = await rowsOf('sighting')
  assert.equal(sightings.length, 5)
  assert.deepEqual(Object.keys(sightings[0]!).toSorted(), ['day', 'digest'])
  // HMAC-SHA-256 by the secret, which the tables hold as its two pads.
  const [key] = (await rowsOf('key')) as { inner_pad: Buffer; outer_pad: Buffer }[]
  const secret = key!.inner_pad.map(byte => byte ^ 0x36)
  assert.ok(key!.outer_pad.equals(Buffer.from(secret.map(byte => byte ^ 0x5c))))
  assert.deepEqual(
    [...secret.subarray(32)],
    Array.from({ length: 32 }, () => 0),
  )
  assert.ok(new Set(secret.subarray(0, 32)).size > 8, 'the secret is made by chance')
  const digest = createHmac('sha256', secret.subarray(0, 32)).update('rullestoldans').digest()
  assert.equal(sightings.filter(sighting => digest.equals(sighting['digest'] as Buffer)).length, 1)
})

test('what is not surely free of numbers, names and addresses is counted, and not even hashed', async () => {
  for (const text of [
    'Kari Nordmann',
    'ring 91234567',
    'Storgata',
    'onkel bonk',
    'Oluwaseun Nes',
    'abdirizak',
  ])
    await search(`/tilbud?q=${encodeURIComponent(text)}`)
  await written()
  assert.deepEqual(await rowsOf('sighting'), [])
  assert.equal(
    (await rowsOf('day')).reduce((sum, row) => sum + Number(row['count']), 0),
    6,
  )
})

test('words near danger or of somebody are counted, and not even hashed, though no danger was heard', async () => {
  for (const text of [
    'sønnen til ordføreren',
    'naboen min selger hasj',
    'min sønn har aids',
    'far i fengsel drap mor',
  ])
    await search(`/tilbud?q=${encodeURIComponent(text)}`)
  await written()
  assert.deepEqual(await rowsOf('sighting'), [])
  assert.equal((await kept()).counts[0]!.count, 4)
})

test('words of danger are counted, and never kept in any form', async () => {
  for (const text of ['pappa slår meg', 'jeg vil dø', 'voldtatt', 'selvmord', 'suicide']) {
    const page = await search(`/tilbud?q=${encodeURIComponent(text)}&kommune=3228`)
    assert.match(page, /href="tel:/, `${text} is heard`)
  }
  await written()
  assert.deepEqual(await rowsOf('sighting'), [])
  assert.deepEqual((await kept()).counts, [{ day: '2026-11-01', area: '3228', count: 5 }])
})

test('only a person’s first look at a search by words that found nothing counts', async () => {
  const q = 'q=sv%C3%B8mmeskole'
  for (const path of [
    '/tilbud',
    '/tilbud?kommune=3228',
    `/tilbud?${q}&tema=rus-og-avhengighet`,
    `/tilbud?${q}&kommune=3228&alder=13-15`,
    `/tilbud/forslag?${q}`,
  ]) {
    await search(path)
  }
  await app.server.inject({ method: 'GET', url: `/tilbud?${q}&side=2` })
  await search(`/tilbud?${q}`, { method: 'HEAD' })
  await search(`/tilbud?${q}`, { headers: { 'sec-purpose': 'prefetch;prerender' } })
  await search(`/tilbud?${q}`, { headers: { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' } })
  await search('/tilbud?q=helsestasjon&kommune=3228', { of: withServices })
  // Hits that have only a part of the word are hits.
  await search('/tilbud?q=rullestoldans&kommune=3228', { of: withServices })
  await written()
  for (const { db } of [app, withServices])
    assert.deepEqual([await rowsOf('day', db), await rowsOf('sighting', db)], [[], []])
  await search('/tilbud?q=kitesurfing&kommune=3228', { of: withServices })
  await written()
  assert.equal((await kept(withServices)).counts.length, 1)
})

test('what was gathered is written when the program stops', async () => {
  const { db } = stopping
  await search('/tilbud?q=sv%C3%B8mmeskole&kommune=3228', { of: stopping })
  assert.deepEqual(await rowsOf('day', db), [])
  await stopping.stop()
  assert.equal((await rowsOf('day', db)).length, 1)
  assert.equal((await rowsOf('sighting', db)).length, 1)
})

test('a search is answered though it cannot be noted; that is dropped, counted, and not tried again', async () => {
  const right = 'execute on function catalogue.note_unmet_need(date, text[], integer[], text[])'
  const dropped = async () =>
    Number(/^nettungen_unmet_need_dropped_total (\d+)/m.exec(await metricsText())?.[1] ?? 0)
  const before = await dropped()
  await app.db.asOwner(tx => tx.query({ text: `revoke ${right} from nettungen_app` }))
  await search('/tilbud?q=sv%C3%B8mmeskole')
  await written()
  await app.db.asOwner(tx => tx.query({ text: `grant ${right} to nettungen_app` }))
  assert.equal((await dropped()) - before, 1)
  await search('/tilbud?q=rullestoldans')
  await written()
  assert.deepEqual((await kept()).counts, [{ day: '2026-11-01', area: 'NO', count: 1 }])
})

const note = (day: string, counts: Record<string, number>, texts: string[]) => {
  const unmet: UnmetDay = { day, counts: new Map(Object.entries(counts)), texts: new Set(texts) }
  return app.db.database.transaction(null, tx => noteUnmetNeed(tx, unmet))
}

test('sightings go after 180 days, texts when fewer than five days are left, counts after two years', async () => {
  for (const day of ['2024-01-01', '2024-01-10', '2024-01-11', '2024-01-12', '2024-01-13'])
    await note(day, { '3228': 2 }, ['svømmeskole'])
  assert.deepEqual(await keptTexts(), ['svømmeskole'])
  await note('2024-06-29', {}, ['rullestoldans'])
  assert.deepEqual(await keptTexts(), ['svømmeskole'], 'the first is 180 days old')
  await note('2024-06-30', {}, [])
  assert.deepEqual([await keptTexts(), (await rowsOf('sighting')).length], [[], 5])
  await note('2025-12-31', {}, [])
  assert.equal((await kept()).counts.length, 5)
  await note('2026-01-01', {}, [])
  assert.equal((await kept()).counts.length, 4)
  assert.deepEqual(await rowsOf('sighting'), [])
})

test('a clock that is far ahead does not make all the rest too old', async () => {
  await note('2026-11-01', { '3228': 1 }, ['svømmeskole'])
  await note('2999-01-01', { '3228': 1 }, [])
  assert.deepEqual([(await kept()).counts.length, (await rowsOf('sighting')).length], [2, 1])
})

test('the database takes no text with a number or an address, no place it does not know, and an end of texts a day', async () => {
  await note('2026-11-01', { '9999': 3, '3228': -1, NO: 1 }, [
    'ring 12',
    'a@b',
    'nav.no',
    'x'.repeat(61),
    'é',
  ])
  assert.deepEqual(await rowsOf('sighting'), [])
  assert.deepEqual((await kept()).counts, [{ day: '2026-11-01', area: 'NO', count: 1 }])
  const letters = (n: number) => n.toString(26).replace(/\d/g, digit => 'qrstuvwxyz'[Number(digit)]!)
  const many = Array.from({ length: 6_000 }, (_, n) => `tekst ${letters(n)}a`)
  await note('2026-11-01', {}, many.slice(0, 3_000))
  await note('2026-11-01', {}, many.slice(3_000))
  assert.equal((await rowsOf('sighting')).length, 5_000)
})

test('several programs that bring a fifth day at once keep the text', async () => {
  const days = ['11', '12', '13', '14', '15'].map(day => `2026-11-${day}`)
  await Promise.all(days.map(day => note(day, { '3228': 1 }, ['svømmeskole'])))
  assert.deepEqual(await keptTexts(), ['svømmeskole'])
  await Promise.all(days.map(day => note(day, { '3228': 1 }, ['svømmeskole'])))
  const { counts, texts } = await kept()
  assert.deepEqual([texts[0]!.days, counts.map(({ count }) => count)], [5, [2, 2, 2, 2, 2]])
})

test('they are listed for a place with what lies in it, and from a day', async () => {
  await note('2026-11-01', { '3228': 1, '32': 2, '0301': 4, NO: 8 }, [])
  await note('2026-11-02', { '3238': 16 }, [])
  const sum = async (area: string | null, from: string | null = null) =>
    (await kept(app, area, from)).counts.reduce((all, { count }) => all + count, 0)
  assert.deepEqual(
    [await sum(null), await sum('NO'), await sum('32'), await sum('3228'), await sum(null, '2026-11-02')],
    [31, 31, 19, 1, 16],
  )
})
