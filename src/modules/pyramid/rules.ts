import type { RoomCount, RoomEntry } from '#modules/catalogue/index.ts'
import type { LocalText } from '#platform/i18n/language.ts'

/** A level of government that law can give a duty. */
export type Government = NonNullable<RoomEntry['duty']['by']>

export type Level = RoomEntry['level']

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

/** What is not as law demands, the gravest first. */
const unmetStates = ['missing', 'voluntary', 'others'] as const

/** A national room with what is in it. */
export type NationalRoom = {
  entry: RoomEntry
  services: number
  /** Of these, how many are for nobody without a formal decision. */
  byDecision: number
  owners: Record<OwnerGroup, number>
  state: RoomState
}

/** A room as a place has it: a national one, one of its own, or those services whose rooms it does not show. */
export type PlaceRoom = {
  code: string
  kind: 'national' | 'own' | 'others'
  level: Level
  name: LocalText
  /** Where there is little room; soft hyphens say where it may break. */
  short?: LocalText | undefined
  /** What the responsibility is. */
  text?: LocalText | undefined
  /** Codes of the national rooms whose services are here. */
  parts: readonly string[]
  /** The place would rather not show it. */
  hidden?: boolean | undefined
}

export type PyramidRoom = Omit<PlaceRoom, 'parts'> & {
  parts: readonly NationalRoom[]
  services: number
  /** How many services each group owns: together they are all of them. */
  owners: Record<OwnerGroup, number>
  state: RoomState
  /** Whose duty is not met. Null: all are, or there is none. */
  unmet: Government | null
  /** It has services, but none of those that were chosen. */
  isElsewhere?: boolean
}

/** The levels of government whose duty can be seen in a place: what a municipality must have is no duty of its county. */
const dutiesSeenIn: Record<'municipality' | 'county', readonly Government[]> = {
  municipality: ['municipality', 'county', 'state'],
  county: ['county', 'state'],
}

/**
 * National rooms with what is in them. A statutory room is filled by a covering service owned or delivered by the level with the duty,
 * and by no other (docs/decisions.md, 4); the duty of the state is filled by a region, which is the state's.
 * @param counts what covers the place; rooms that are not among these are left out
 */
export function fillRooms(
  rooms: readonly RoomEntry[],
  counts: readonly RoomCount[],
  place: 'municipality' | 'county',
): NationalRoom[] {
  const byRoom = Map.groupBy(counts, count => count.room)
  return rooms.map(entry => {
    const inRoom = byRoom.get(entry.code) ?? []
    const owners = noOwners()
    for (const count of inRoom) owners[groupOf[count.owner]] += count.services
    return {
      entry,
      services: sumOf(inRoom),
      byDecision: sumOf(inRoom.filter(count => count.by_decision)),
      owners,
      state: stateOf(dutyIn(entry, place), inRoom),
    }
  })
}

const noOwners = () => ({ municipality: 0, county: 0, state: 0, voluntary: 0 })
const sumOf = (all: readonly { services: number }[]) => all.reduce((sum, one) => sum + one.services, 0)

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

/**
 * The rooms that a place shows, with what is in them: each service in one. What a hidden room holds goes to the other services of
 * its level; but a hidden room whose duty is not met stays, for law does not end where a room is hidden (docs/decisions.md, 4).
 * @param rooms those of the place in its order; each national room is in one of them
 */
export function arrangeRooms(
  rooms: readonly PlaceRoom[],
  national: readonly NationalRoom[],
  othersName: LocalText,
): PyramidRoom[] {
  const byCode = new Map(national.map(room => [room.entry.code, room]))
  const filled = rooms.map(room => joined(room, partsOf(room, byCode)))
  const isAway = (room: PyramidRoom) => room.hidden === true && room.unmet === null
  const shown: PyramidRoom[] = []
  for (const level of ['all', 'more', 'help'] as const) {
    const here = filled.filter(room => room.level === level)
    shown.push(...here.filter(room => !isAway(room)))
    const others = joined(
      { code: othersCode(level), kind: 'others', level, name: othersName, parts: [] },
      here.filter(isAway).flatMap(room => room.parts),
    )
    if (others.services > 0) shown.push(others)
  }
  return shown
}

/** The room of a level where services stand whose own room is hidden. */
export const othersCode = (level: Level) => `andre-${level}`

const partsOf = ({ parts }: PlaceRoom, byCode: ReadonlyMap<string, NationalRoom>) =>
  parts.flatMap(code => byCode.get(code) ?? [])

function joined(room: PlaceRoom, parts: readonly NationalRoom[]): PyramidRoom {
  const owners = noOwners()
  for (const part of parts) for (const group of ownerGroups) owners[group] += part.owners[group]
  const services = sumOf(parts)
  const unmet = unmetStates.find(state => parts.some(part => part.state === state))
  return {
    ...room,
    parts,
    services,
    owners,
    state: unmet ?? (services > 0 ? 'open' : 'empty'),
    unmet: parts.find(part => part.state === unmet)?.entry.duty.by ?? null,
  }
}

/** The same rooms with those services alone that were chosen. What stands empty then says whether it has any at all. */
export function chosenIn(rooms: readonly PyramidRoom[], counts: readonly RoomCount[]): PyramidRoom[] {
  const national = fillRooms(
    rooms.flatMap(room => room.parts.map(part => part.entry)),
    counts,
    'municipality',
  )
  const byCode = new Map(national.map(room => [room.entry.code, room]))
  return rooms.map(room => {
    const codes = room.parts.map(part => part.entry.code)
    const { services, owners, parts } = joined(
      { ...room, parts: codes },
      partsOf({ ...room, parts: codes }, byCode),
    )
    if (services > 0) return { ...room, parts, services, owners, state: 'open', unmet: null }
    return { ...room, parts, services, owners, isElsewhere: room.services > 0 }
  })
}

/** A gap in the rooms: of a statutory national room, or of a room without anything. */
export type RoomGap = { room: PyramidRoom; part: NationalRoom | null }

/** What is missing, public part: the rooms of each kind of gap. */
export type Gaps = Record<Exclude<RoomState, 'open'>, RoomGap[]>

export function gapsOf(rooms: readonly PyramidRoom[]): Gaps {
  const inState = (state: RoomState): RoomGap[] =>
    rooms.flatMap(room => room.parts.filter(part => part.state === state).map(part => ({ room, part })))
  return {
    missing: inState('missing'),
    voluntary: inState('voluntary'),
    others: inState('others'),
    empty: rooms
      .filter(room => room.state === 'empty')
      .map(room => ({ room, part: room.kind === 'national' ? room.parts[0]! : null })),
  }
}
