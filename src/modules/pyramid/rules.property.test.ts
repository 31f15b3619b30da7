import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { RoomCount, RoomEntry } from '#modules/catalogue/index.ts'
import { bruteForce, type DrawnService } from '#test/brute-force.ts'
import { arrangeRooms, chosenIn, fillRooms, gapsOf, type PlaceRoom } from './rules.ts'

const owner = fc.constantFrom<RoomCount['owner']>(
  'state',
  'region',
  'county',
  'municipality',
  'voluntary',
  'private',
)
const codes = ['a', 'b', 'c', 'd', 'e', 'f']
const levelOf = (code: string) => (code < 'c' ? 'all' : code < 'e' ? 'more' : 'help')
const duty = fc.oneof(
  fc.constant({ statutory: false }),
  fc.record({
    statutory: fc.constant(true),
    by: fc.constantFrom('municipality' as const, 'county' as const, 'state' as const),
  }),
)
const someRooms = fc
  .array(duty, { minLength: codes.length, maxLength: codes.length })
  .map(duties => duties.map((given, index): RoomEntry => roomWith(codes[index]!, given)))
/** Also in a room that the pyramid does not have. */
const someServices: fc.Arbitrary<DrawnService[]> = fc.array(
  fc.record({
    room: fc.constantFrom(...codes, 'elsewhere'),
    owner,
    deliveredBy: fc.array(owner, { maxLength: 3 }),
    byDecision: fc.boolean(),
  }),
  { maxLength: 30 },
)
/** For each level: how its two national rooms stand there, and whether the place has a room of its own beside them. */
const someLevels = fc.array(
  fc.record({
    joins: fc.boolean(),
    hides: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
    beside: fc.boolean(),
  }),
  { minLength: 3, maxLength: 3 },
)

function roomWith(code: string, given: RoomEntry['duty']): RoomEntry {
  const name = { nb: code, nn: code }
  return {
    code,
    name,
    responsibility: name,
    level: levelOf(code),
    order: 1,
    duty: given,
    sensitive: false,
    laws: [],
    guidelines: [],
    kostra: [],
  }
}

function placeRooms(drawn: readonly { joins: boolean; hides: boolean[]; beside: boolean }[]): PlaceRoom[] {
  return drawn.flatMap(({ joins, hides, beside }, index): PlaceRoom[] => {
    const pair = codes.slice(2 * index, 2 * index + 2)
    const level = levelOf(pair[0]!)
    const one = (code: string, parts: string[], hidden: boolean): PlaceRoom => ({
      code,
      kind: parts.length === 1 ? 'national' : 'own',
      level,
      name: { nb: code },
      parts,
      hidden,
    })
    const mine = joins
      ? [one(`egen-${level}`, pair, hides[0]!)]
      : pair.map((code, at) => one(code, [code], hides[at]!))
    return beside ? [...mine, one(`bare-${level}`, [], hides[2]!)] : mine
  })
}

/** As the catalogue counts them: those that are alike together. */
function counted(services: readonly DrawnService[]): RoomCount[] {
  const alike = Map.groupBy(services, one =>
    JSON.stringify([one.room, one.owner, one.deliveredBy, one.byDecision]),
  )
  return [...alike.values()].map(same => ({
    room: same[0]!.room,
    owner: same[0]!.owner,
    delivered_by: same[0]!.deliveredBy,
    by_decision: same[0]!.byDecision,
    services: same.length,
  }))
}

const place = fc.constantFrom('municipality' as const, 'county' as const)

test('the gaps of a pyramid are those that one finds by asking every service of every room', () => {
  fc.assert(
    fc.property(someRooms, someServices, place, someLevels, (national, services, kind, drawn) => {
      const rooms = placeRooms(drawn)
      const shown = arrangeRooms(rooms, fillRooms(national, counted(services), kind), { nb: 'Andre' })
      const gaps = gapsOf(shown)
      for (const room of national) {
        const told = bruteForce(room, services, kind)
        for (const state of ['missing', 'voluntary', 'others'] as const) {
          const isGap = gaps[state].some(gap => gap.part?.entry.code === room.code)
          assert.equal(isGap, told.state === state, `${room.code} ${state}`)
        }
      }
      for (const room of rooms) {
        const inside = services.filter(service => room.parts.includes(service.room))
        const unmet = national.some(
          one => room.parts.includes(one.code) && bruteForce(one, services, kind).isUnmet,
        )
        const isThere = shown.some(one => one.code === room.code)
        assert.equal(isThere, !room.hidden || unmet, 'what is hidden stays only where a duty is not met')
        const isEmpty = gaps.empty.some(gap => gap.room.code === room.code)
        assert.equal(isEmpty, isThere && inside.length === 0 && !unmet, room.code)
      }
    }),
  )
})

test('however a municipality arranges its rooms, each service stands in one of them, with its owner', () => {
  fc.assert(
    fc.property(someRooms, someServices, someServices, someLevels, (national, services, chosen, drawn) => {
      const rooms = placeRooms(drawn)
      const filled = fillRooms(national, counted(services), 'municipality')
      const shown = arrangeRooms(rooms, filled, { nb: 'Andre' })
      const known = services.filter(service => service.room !== 'elsewhere')
      assert.equal(
        shown.reduce((sum, room) => sum + room.services, 0),
        known.length,
      )
      for (const room of shown) {
        const parts = room.parts.map(part => part.entry.code)
        const here = known.filter(service => parts.includes(service.room))
        assert.equal(room.services, here.length)
        assert.ok(parts.every(code => levelOf(code) === room.level))
        assert.equal(
          Object.values(room.owners).reduce((sum, n) => sum + n, 0),
          here.length,
          'each service has one owner',
        )
      }
      // A choice takes services away, and moves none to another room.
      const narrowed = chosenIn(shown, counted(chosen))
      assert.deepEqual(
        narrowed.map(room => room.code),
        shown.map(room => room.code),
      )
      for (const room of narrowed) {
        const parts = room.parts.map(part => part.entry.code)
        assert.equal(room.services, chosen.filter(service => parts.includes(service.room)).length)
      }
    }),
  )
})
