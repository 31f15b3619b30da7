import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { openSpillFile } from '../spill-file.ts'
import { makePageCache, type StoredAnswer } from './page-cache.ts'

const answer = (length: number): StoredAnswer => ({
  type: 'text/html',
  etag: 'x',
  body: Buffer.alloc(length),
  encoding: null,
})

function cacheAt(start: number, limit = 1000, inFile = 0) {
  const time = { now: start }
  const spill = inFile > 0 ? openSpillFile(inFile, { isSealed: true }) : null
  const cache = makePageCache({ now: () => new Date(time.now) }, limit, spill)
  cache.trust(true)
  return { cache, time, spill }
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

test('what has no room in memory comes back from the file, as long as it has room there', () => {
  const { cache } = cacheAt(0, 32 * 100, 64 * 100)
  const text = (i: number) => `page ${i}`.padEnd(40, '.')
  for (let i = 0; i < 300; i += 1)
    cache.set(`page ${i}`, { ...answer(0), body: Buffer.from(text(i)), etag: `${i}` }, cache.epoch(), false)
  let kept = 0
  for (let i = 299; i >= 0; i -= 1) {
    const found = cache.get(`page ${i}`)
    if (!found) continue
    kept += 1
    assert.equal(found.body.toString(), text(i))
    assert.equal(found.etag, `${i}`)
  }
  // Two to a shelf of a hundred, and the file takes what is used of each.
  assert.ok(kept > 40 + 70 && kept <= 2 * (32 + 64), `${kept} are kept`)
  cache.clear()
  for (let i = 0; i < 300; i += 1) assert.equal(cache.get(`page ${i}`), null)
})

test('of answers that are small no more than some thousand lie in the file, the latest, also where it has room for more', () => {
  const { cache } = cacheAt(0, 32 * 400, 10_000_000)
  const SMALL = 40
  const numbers = Array.from({ length: 50_000 }, (_, i) => i)
  for (const turn of ['before', 'after']) {
    const text = (i: number) => `${turn} ${i}`.padEnd(SMALL, '.')
    for (const i of numbers)
      cache.set(`${i}`, { ...answer(0), body: Buffer.from(text(i)) }, cache.epoch(), false)
    // From the oldest on: what is found comes back to memory, and others go from there.
    const found = numbers.filter(i => cache.get(`${i}`)?.body.toString() === text(i))
    assert.ok(found.length > 19_000 && found.length < 21_000, `${found.length} are found`)
    assert.ok(found[0]! > 29_000, `${found[0]} is the oldest`)
    cache.clear()
  }
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

test('a room is used again when nobody is sent a page from it any more; to slow lines no more than some are left', () => {
  const roomsUsed = (isReleased: boolean) => {
    const { cache } = cacheAt(0, 32 * 100)
    const rooms = new Set<ArrayBufferLike>()
    const bodies: Buffer[] = []
    for (let i = 0; i < 320; i += 1) {
      cache.set(`page ${i}`, { ...answer(0), body: Buffer.alloc(90, i % 250) }, cache.epoch(), false)
      const { body, release } = cache.get(`page ${i}`)!
      bodies.push(body)
      if (body.byteLength === 90 && body.buffer.byteLength === 100) rooms.add(body.buffer)
      if (!isReleased) continue
      release!()
      release!()
    }
    if (!isReleased)
      for (const [i, body] of bodies.entries()) assert.deepEqual(body, Buffer.alloc(90, i % 250))
    return rooms.size
  }
  assert.equal(roomsUsed(true), 32)
  const left = roomsUsed(false)
  assert.ok(left > 32 && left <= 32 + 32 + 8, `${left} rooms`)
})

test('who is lent a page is not written over because another gave it back twice', () => {
  const { cache } = cacheAt(0, 32 * 100)
  cache.set('a', { ...answer(0), body: Buffer.alloc(90, 1) }, cache.epoch(), false)
  const [one, other] = [cache.get('a')!, cache.get('a')!]
  const { body } = other
  assert.equal(one.body.length, 90)
  one.release!()
  one.release!()
  cache.clear()
  for (let i = 0; i < 64; i += 1)
    cache.set(`${i}`, { ...answer(0), body: Buffer.alloc(90, 2) }, cache.epoch(), false)
  assert.deepEqual(body, Buffer.alloc(90, 1))
  assert.deepEqual(cache.get('63')!.body, Buffer.alloc(90, 2))
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

test('a page that was begun before midnight is not kept after it', () => {
  const { cache, time } = cacheAt(Date.parse('2026-11-22T22:59:59Z'))
  const begun = cache.epoch()
  time.now = Date.parse('2026-11-22T23:00:01Z')
  cache.set('a', answer(10), begun, false)
  assert.equal(cache.get('a'), null)
  cache.set('a', answer(10), cache.epoch(), false)
  assert.ok(cache.get('a'))
})

for (const inFile of [0, 100, 2000])
  test(`with ${inFile} bytes in a file: whatever is put, taken and cleared, what is given is what was put last, and holds still`, () => {
    const SHELF = 20
    const key = fc.integer({ min: 0, max: 60 })
    const set = fc.record({
      key,
      length: fc.integer({ min: 0, max: SHELF + 1 }),
      isLate: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.boolean()),
      byTheMinute: fc.boolean(),
    })
    const step = fc.oneof(
      { weight: 40, arbitrary: fc.array(fc.record({ set }), { maxLength: 20 }) },
      { weight: 40, arbitrary: fc.array(fc.record({ get: key }), { maxLength: 20 }) },
      // Another cache shares the file.
      { weight: 8, arbitrary: fc.integer({ min: 1, max: 100 }).map(others => [{ others }]) },
      { weight: 4, arbitrary: fc.constant([{ clear: true }]) },
      { weight: 4, arbitrary: fc.integer({ min: 1, max: 40 }).map(seconds => [{ seconds }]) },
      { weight: 1, arbitrary: fc.constant([{ seconds: 86_400 }]) },
    )
    let hits = 0
    const many = fc.array(step, { minLength: 50, maxLength: 200, size: 'max' })
    fc.assert(
      fc.property(many, steps => {
        const { cache, time, spill } = cacheAt(Date.parse('2026-11-22T08:00:00Z'), 32 * SHELF, inFile)
        const model = new Map<number, { text: string; until: number }>()
        const given: { body: Buffer; text: string }[] = []
        let nth = 0
        const see = (asked: number) => {
          const found = cache.get(String(asked))
          const held = model.get(asked)
          if (!found) return false
          assert.ok(held && time.now < held.until, 'it is there, and holds')
          assert.equal(found.body.toString('latin1'), held.text)
          given.push({ body: found.body, text: held.text })
          return true
        }
        for (const one of steps.flat()) {
          if ('set' in one) {
            const { length, isLate, byTheMinute } = one.set
            const text = String.fromCharCode(33 + (nth++ % 200)).repeat(length)
            const body = Buffer.from(text, 'latin1')
            cache.set(
              String(one.set.key),
              { ...answer(0), body },
              cache.epoch() - Number(isLate),
              byTheMinute,
            )
            if (isLate || length > SHELF) continue
            const endOfDay = Math.ceil((time.now + 3_600_000) / 86_400_000) * 86_400_000 - 3_600_000
            const until = byTheMinute ? Math.min(endOfDay, time.now + 60_000) : endOfDay
            model.set(one.set.key, { text, until })
            assert.ok(see(one.set.key), 'what was just put is there')
          } else if ('get' in one) {
            if (see(one.get)) hits += 1
          } else if ('others' in one) {
            spill?.write(Buffer.alloc(one.others))
          } else if ('clear' in one) {
            cache.clear()
            model.clear()
          } else {
            time.now += one.seconds * 1000
          }
        }
        for (const { body, text } of given) assert.equal(body.toString('latin1'), text)
      }),
      { numRuns: 60 },
    )
    assert.ok(hits > 1000, `${hits} were found`)
  })
