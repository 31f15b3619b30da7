import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { RoomCount, RoomEntry } from '#modules/catalogue/index.ts'
import { fillRooms, gapsOf } from './rules.ts'

const owner = fc.constantFrom<RoomCount['owner']>(
  'state',
  'region',
  'county',
  'municipality',
  'voluntary',
  'private',
)
const codes = ['a', 'b', 'c', 'd', 'e', 'f']
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
const someServices = fc.array(
  fc.record({
    room: fc.constantFrom(...codes, 'elsewhere'),
    owner,
    deliveredBy: fc.array(owner, { maxLength: 3 }),
  }),
  { maxLength: 30 },
)

function roomWith(code: string, given: RoomEntry['duty']): RoomEntry {
  const name = { nb: code, nn: code }
  return {
    code,
    name,
    responsibility: name,
    level: 'all',
    order: 1,
    duty: given,
    sensitive: false,
    laws: [],
    guidelines: [],
    kostra: [],
  }
}

type Service = { room: string; owner: RoomCount['owner']; deliveredBy: RoomCount['owner'][] }

/** As the database counts them: those that are alike together. */
function counted(services: readonly Service[]): RoomCount[] {
  const alike = Map.groupBy(services, one => JSON.stringify([one.room, one.owner, one.deliveredBy]))
  return [...alike.values()].map(same => ({
    room: same[0]!.room,
    owner: same[0]!.owner,
    delivered_by: same[0]!.deliveredBy,
    services: same.length,
  }))
}

test('the gaps of a pyramid are those that one finds by asking every service of every room', () => {
  const place = fc.constantFrom('municipality' as const, 'county' as const)
  fc.assert(
    fc.property(someRooms, someServices, place, (rooms, services, kind) => {
      const filled = fillRooms(rooms, counted(services), kind)
      const gaps = gapsOf(filled)
      for (const [index, room] of rooms.entries()) {
        const here = services.filter(service => service.room === room.code)
        const one = filled[index]!
        assert.equal(one.services, here.length)
        assert.equal(
          Object.values(one.owners).reduce((sum, n) => sum + n, 0),
          here.length,
          'each service has one owner',
        )
        const must = room.duty.statutory && !(kind === 'county' && room.duty.by === 'municipality')
        const does = (level: RoomCount['owner']) =>
          level === room.duty.by || (level === 'region' && room.duty.by === 'state')
        let isFilled = false
        let isByGovernment = false
        for (const service of here) {
          for (const level of [service.owner, ...service.deliveredBy]) {
            if (does(level)) isFilled = true
            if (level !== 'voluntary' && level !== 'private') isByGovernment = true
          }
        }
        const is = (kindOfGap: keyof typeof gaps) => gaps[kindOfGap].some(gap => gap.entry.code === room.code)
        assert.equal(is('empty'), !must && here.length === 0)
        assert.equal(is('missing'), must && here.length === 0)
        assert.equal(is('voluntary'), must && here.length > 0 && !isByGovernment)
        assert.equal(is('others'), must && isByGovernment && !isFilled)
      }
    }),
  )
})
