import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { packFacts, swapped } from './facts.ts'
import { lexemeAt, listOf, openPack, startPacking } from './pack.ts'

/** An entry as PostgreSQL gives it: facts, then its lexemes as an array in binary form. */
function entryOf(number: number, lexemes: [key: number, weight: number][]): Uint32Array {
  const bytes = packFacts({
    number,
    level: 'all',
    meantFor: 'residents',
    ownerLevel: 'municipality',
    ageFrom: 0,
    ageTo: 216,
    confirmedOn: '2026-01-01',
    confirmBy: '2026-07-01',
    name: `Tilbud ${number}`,
    areas: ['3228'],
    codes: ['tema:rus'],
  })
  const facts = new Uint32Array(new Uint8Array(bytes).buffer)
  const array =
    lexemes.length === 0
      ? [0, 0, 0]
      : [
          swapped(1),
          0,
          swapped(23),
          swapped(lexemes.length),
          swapped(1),
          ...lexemes.flatMap(([key, weight]) => [swapped(4), swapped((key << 2) | weight)]),
        ]
  return Uint32Array.from([...facts, ...array.map(number => number >>> 0)])
}

test('a pack gives back what was packed: of each lexeme the services that have it and where, and their facts', () => {
  const key = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 2 ** 30 - 1 }))
  const lexemes = fc.uniqueArray(fc.tuple(key, fc.integer({ min: 0, max: 3 })), {
    selector: ([k]) => k,
    maxLength: 12,
  })
  fc.assert(
    fc.property(
      fc.array(lexemes, { maxLength: 300 }),
      fc.integer({ min: 1, max: 90 }),
      (services, atATime) => {
        const packing = startPacking()
        const entries = services.map((own, n) => entryOf(n + 1, own))
        for (let from = 0; from < entries.length; from += atATime)
          packing.add(Uint32Array.from(entries.slice(from, from + atATime).flatMap(entry => [...entry])))
        const pack = openPack(packing.finish())
        assert.equal(pack.services, services.length)
        const expected = new Map<number, string[]>()
        for (const [place, own] of services.entries())
          for (const [k, weight] of own) expected.set(k, [...(expected.get(k) ?? []), `${place}:${weight}`])
        assert.equal(pack.keys.length, expected.size)
        for (const [k, places] of expected) {
          const found = Array.from(listOf(pack, lexemeAt(pack, k)), one => `${one >>> 2}:${one & 3}`)
          assert.deepEqual(found, places)
        }
        for (const [place, entry] of entries.entries()) {
          const length = entry[0]! & 0xffff
          const start = pack.starts[place]!
          assert.deepEqual(pack.facts.slice(start, start + length), entry.slice(0, length))
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('a lexeme that nobody has is in no list', () => {
  const packing = startPacking()
  packing.add(entryOf(1, [[7, 0]]))
  const pack = openPack(packing.finish())
  assert.equal(lexemeAt(pack, 6), -1)
  assert.equal(lexemeAt(pack, 8), -1)
  assert.equal(listOf(pack, -1).length, 0)
  assert.equal(openPack(startPacking().finish()).services, 0)
})
