import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Later } from '#platform/gather.ts'
import { metricsText } from '#platform/http/metrics.ts'
import { gatherUnmetNeeds } from './unmet-need.ts'
import type { UnmetDay } from './unmet-need.store.ts'

const DAY = '2026-11-22'

/** A clock that the test winds: what is to be done later is done when it says so. */
function wound() {
  const waiting = new Set<() => Promise<void>>()
  const later: Later = work => {
    waiting.add(work)
    return () => waiting.delete(work)
  }
  return { later, waiting, ring: () => Promise.all([...waiting].map(work => work())) }
}

/** A database that answers when the test says so. */
function slow() {
  const asked: { day: UnmetDay; answer: () => void; fail: () => void }[] = []
  const write = (day: UnmetDay) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    asked.push({ day, answer: resolve, fail: () => reject(new Error('away')) })
    return promise
  }
  return { asked, write }
}

const plain = ({ day, counts, texts }: UnmetDay) => ({
  day,
  counts: Object.fromEntries(counts),
  texts: [...texts],
})

async function droppedSoFar(): Promise<number> {
  return Number(/^nettungen_unmet_need_dropped_total (\d+)/m.exec(await metricsText())?.[1] ?? 0)
}

test('what comes until it is time is written together: counts by area, each text once, by day', async () => {
  const clock = wound()
  const written: UnmetDay[] = []
  const needs = gatherUnmetNeeds(async day => void written.push(day), clock.later)
  needs.note({ day: DAY, area: '3228', text: 'svømmekurs' })
  needs.note({ day: DAY, area: '3228', text: 'svømmekurs' })
  needs.note({ day: DAY, area: 'NO', text: null })
  needs.note({ day: '2026-11-23', area: '3228', text: 'svømmekurs' })
  assert.deepEqual([clock.waiting.size, written.length], [1, 0])
  await clock.ring()
  assert.deepEqual(written.map(plain), [
    { day: DAY, counts: { '3228': 2, NO: 1 }, texts: ['svømmekurs'] },
    { day: '2026-11-23', counts: { '3228': 1 }, texts: ['svømmekurs'] },
  ])
  assert.equal(clock.waiting.size, 0)
})

test('nothing is written when there is nothing', async () => {
  const needs = gatherUnmetNeeds(() => assert.fail(), wound().later)
  await needs.flush()
})

test('one writing at a time: what comes meanwhile waits for its turn', async () => {
  const { asked, write } = slow()
  const needs = gatherUnmetNeeds(write, wound().later)
  needs.note({ day: DAY, area: '3228', text: null })
  void needs.flush()
  needs.note({ day: DAY, area: '3238', text: null })
  const drained = needs.flush()
  await Promise.resolve()
  assert.equal(asked.length, 1)
  asked[0]!.answer()
  while (asked.length < 2) await Promise.resolve()
  asked[1]!.answer()
  await drained
  assert.deepEqual(
    asked.map(({ day }) => [...day.counts.keys()]),
    [['3228'], ['3238']],
  )
})

test('a day that cannot be written is dropped and counted; the next is written', async () => {
  const before = await droppedSoFar()
  const { asked, write } = slow()
  const needs = gatherUnmetNeeds(write, wound().later)
  needs.note({ day: DAY, area: '3228', text: 'svømmekurs' })
  needs.note({ day: DAY, area: '3228', text: null })
  const first = needs.flush()
  while (asked.length < 1) await Promise.resolve()
  asked[0]!.fail()
  await first
  needs.note({ day: DAY, area: '3238', text: null })
  const second = needs.flush()
  while (asked.length < 2) await Promise.resolve()
  asked[1]!.answer()
  await second
  assert.equal((await droppedSoFar()) - before, 2)
  assert.deepEqual(plain(asked[1]!.day), { day: DAY, counts: { '3238': 1 }, texts: [] })
})

test('between two writings there is an end to texts, and to the searches of one area', async () => {
  const before = await droppedSoFar()
  const written: UnmetDay[] = []
  const needs = gatherUnmetNeeds(async day => void written.push(day), wound().later)
  for (let n = 0; n < 250; n++) needs.note({ day: DAY, area: '3228', text: `nummer ${n}` })
  needs.note({ day: DAY, area: '3228', text: 'nummer 1' })
  for (let n = 0; n < 100; n++) needs.note({ day: DAY, area: '3228', text: null })
  needs.note({ day: DAY, area: '3238', text: null })
  await needs.flush()
  assert.equal(written[0]!.texts.size, 200)
  assert.deepEqual(Object.fromEntries(written[0]!.counts), { '3228': 300, '3238': 1 })
  assert.equal((await droppedSoFar()) - before, 50 + 51)
})

test('a script that goes on all day adds no more texts than a thousand; the next day begins anew', async () => {
  const written: UnmetDay[] = []
  const needs = gatherUnmetNeeds(async day => void written.push(day), wound().later)
  for (let round = 0; round < 8; round++) {
    for (let n = 0; n < 200; n++) needs.note({ day: DAY, area: '3228', text: `nummer ${round} ${n}` })
    await needs.flush()
  }
  assert.equal(
    written.reduce((sum, { texts }) => sum + texts.size, 0),
    1_000,
  )
  needs.note({ day: '2026-11-23', area: '3228', text: 'svømmekurs' })
  await needs.flush()
  assert.deepEqual([...written.at(-1)!.texts], ['svømmekurs'])
})
