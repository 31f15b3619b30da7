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

test('the least recently used page goes first when the room is full', () => {
  const { cache } = cacheAt(0)
  for (let i = 0; i < 10; i += 1) cache.set(`page ${i}`, answer(100), cache.epoch(), false)
  assert.ok(cache.get('page 0'))
  cache.set('one more', answer(100), cache.epoch(), false)
  assert.equal(cache.get('page 1'), null)
  assert.ok(cache.get('page 0'))
})

test('a page larger than a tenth of the room is not kept', () => {
  const { cache } = cacheAt(0)
  cache.set('large', answer(101), cache.epoch(), false)
  assert.equal(cache.get('large'), null)
})

test('nothing is kept while we would not hear of changes', () => {
  const { cache } = cacheAt(0)
  cache.set('a', answer(10), cache.epoch(), false)
  cache.trust(false)
  assert.equal(cache.get('a'), null)
  cache.set('a', answer(10), cache.epoch(), false)
  assert.equal(cache.get('a'), null)
})
