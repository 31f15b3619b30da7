import type { RoomCount, RoomEntry } from '#modules/catalogue/index.ts'

/** A level of government that law can give a duty. */
export type Government = NonNullable<RoomEntry['duty']['by']>

/** Who owns services, as the pyramid tells them apart: regions are the state's, private ones stand with the voluntary. */
export const ownerGroups = ['municipality', 'county', 'state', 'voluntary'] as const
export type OwnerGroup = (typeof ownerGroups)[number]

type OwnerLevel = RoomCount['owner']

const groupOf: Record<OwnerLevel, OwnerGroup> = {
  municipality: 'municipality',
  county: 'county',
  state: 'state',
  region: 'state',
  voluntary: 'voluntary',
  private: 'voluntary',
}

/**
 * How a room stands.
 *
 *   open        there are services, and no duty that is not met
 *   empty       there is none, and nobody must have one
 *   missing     there is none, though law gives somebody here the duty
 *   voluntary   law gives a duty, and there are services of voluntary or private organisations only
 *   others      law gives a duty, and other levels of government have services, but not the one that must
 */
export type RoomState = 'open' | 'empty' | 'missing' | 'voluntary' | 'others'

export type PyramidRoom = {
  entry: RoomEntry
  services: number
  /** How many services each group owns: together they are all of them. */
  owners: Record<OwnerGroup, number>
  state: RoomState
}

/** The levels of government whose duty can be seen in a place: what a municipality must have is no duty of its county. */
const dutiesSeenIn: Record<'municipality' | 'county', readonly Government[]> = {
  municipality: ['municipality', 'county', 'state'],
  county: ['county', 'state'],
}

/**
 * The rooms with what is in them. A statutory room is filled by a covering service owned or delivered by the level with the duty, and
 * by no other (docs/decisions.md, 4); the duty of the state is filled by a region, which is the state's.
 * @param rooms those of the pyramid, in their order
 * @param counts what covers the place; rooms that are not in the pyramid are left out
 */
export function fillRooms(
  rooms: readonly RoomEntry[],
  counts: readonly RoomCount[],
  place: 'municipality' | 'county',
): PyramidRoom[] {
  const byRoom = Map.groupBy(counts, count => count.room)
  return rooms.map(entry => {
    const inRoom = byRoom.get(entry.code) ?? []
    const owners = { municipality: 0, county: 0, state: 0, voluntary: 0 }
    for (const count of inRoom) owners[groupOf[count.owner]] += count.services
    const services = inRoom.reduce((sum, count) => sum + count.services, 0)
    return { entry, services, owners, state: stateOf(dutyIn(entry, place), inRoom) }
  })
}

/** Who must have a service in the room, as far as this place is concerned. Null: nobody. */
export function dutyIn({ duty }: RoomEntry, place: 'municipality' | 'county'): Government | null {
  return duty.statutory && duty.by && dutiesSeenIn[place].includes(duty.by) ? duty.by : null
}

function stateOf(duty: Government | null, inRoom: readonly RoomCount[]): RoomState {
  const present = inRoom.filter(count => count.services > 0)
  if (present.length === 0) return duty ? 'missing' : 'empty'
  if (!duty) return 'open'
  const behind = present.flatMap(count => [count.owner, ...count.delivered_by]).map(level => groupOf[level])
  if (behind.includes(duty)) return 'open'
  return behind.every(group => group === 'voluntary') ? 'voluntary' : 'others'
}

/** What is missing, public part: the rooms of each kind of gap. */
export type Gaps = Record<Exclude<RoomState, 'open'>, PyramidRoom[]>

export function gapsOf(rooms: readonly PyramidRoom[]): Gaps {
  const inState = (state: RoomState) => rooms.filter(room => room.state === state)
  return {
    missing: inState('missing'),
    voluntary: inState('voluntary'),
    others: inState('others'),
    empty: inState('empty'),
  }
}
