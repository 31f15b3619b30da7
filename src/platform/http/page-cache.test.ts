import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makePageCache, type StoredAnswer } from './page-cache.ts'

const answer = (length: number): StoredAnswer => ({
  type: 'text/html',
  etag: 'x',
  body: Buffer.alloc(length),
  encoding: null,
})

function cacheAt(start: number, limit = 1000) {
  const time = { now: start }
  const cache = makePageCache({ now: () => new Date(time.now) }, limit)
  cache.trust(true)
  return { cache, time }
}

test('a page that says what is open now is kept for a minute and no longer', () => {
  const { cache, time } = cacheAt(0)
  cache.set('a', answer(10), cache.epoch(), true)
  time.now = 59_999
  assert.ok(cache.get('a'))
  time.now = 60_000
  assert.equal(cache.get('a'), null)
})

test('other pages are kept until the day ends in Norway', () => {
  const { cache, time } = cacheAt(Date.parse('2026-11-22T08:00:00Z'))
  cache.set('a', answer(10), cache.epoch(), false)
  time.now = Date.parse('2026-11-22T22:59:59Z')
  assert.ok(cache.get('a'))
  time.now = Date.parse('2026-11-22T23:00:00Z')
  assert.equal(cache.get('a'), null)
})

test('nothing that was rendered before a change is kept after it', () => {
  const { cache } = cacheAt(0)
  const before = cache.epoch()
  cache.clear()
  cache.set('a', answer(10), before, false)
  assert.equal(cache.get('a'), null)
})

test('what has long not been asked for goes first when the room is full, and nobody gets what is another’s', () => {
  const { cache } = cacheAt(0, 32 * 100)
  const text = (name: string) => ({ ...answer(0), body: Buffer.from(name.padEnd(40, '.')) })
  // Two to a shelf.
  for (let i = 0; i < 64; i += 1) cache.set(`page ${i}`, text(`page ${i}`), cache.epoch(), false)
  for (let i = 64; i < 164; i += 1) {
    assert.ok(cache.get('page 0'), `after ${i}`)
    cache.set(`page ${i}`, text(`page ${i}`), cache.epoch(), false)
  }
  assert.equal(cache.get('page 1'), null)
  let kept = 0
  for (let i = 163; i >= 0; i -= 1) {
    const body = cache.get(`page ${i}`)?.body.toString()
    if (body === undefined) continue
    assert.equal(body, text(`page ${i}`).body.toString())
    kept += 1
  }
  assert.ok(kept > 40 && kept <= 64, `${kept} are kept`)
})

test('what was taken out stays as it was when others have come in its place', () => {
  const { cache } = cacheAt(0, 32 * 100)
  cache.set('a', { ...answer(0), body: Buffer.from('a'.repeat(90)) }, cache.epoch(), false)
  const { body } = cache.get('a')!
  const late = cache.get('a')!
  for (let i = 0; i < 100; i += 1)
    cache.set(`other ${i}`, { ...answer(0), body: Buffer.from('b'.repeat(90)) }, cache.epoch(), false)
  assert.equal(cache.get('a'), null)
  assert.equal(body.toString(), 'a'.repeat(90))
  assert.throws(() => late.body, /too late/)
})

test('a page that is set again is the new one', () => {
  const { cache } = cacheAt(0)
  cache.set('a', { ...answer(0), body: Buffer.from('old') }, cache.epoch(), false)
  cache.set('a', { ...answer(0), body: Buffer.from('new') }, cache.epoch(), false)
  assert.equal(cache.get('a')?.body.toString(), 'new')
})

test('a page larger than a thirty-second of the room is not kept', () => {
  const { cache } = cacheAt(0)
  cache.set('large', answer(32), cache.epoch(), false)
  assert.equal(cache.get('large'), null)
  cache.set('small', answer(31), cache.epoch(), false)
  assert.ok(cache.get('small'))
})

test('nothing is kept while we would not hear of changes', () => {
  const { cache } = cacheAt(0)
  cache.set('a', answer(10), cache.epoch(), false)
  cache.trust(false)
  assert.equal(cache.get('a'), null)
  cache.set('a', answer(10), cache.epoch(), false)
  assert.equal(cache.get('a'), null)
})
