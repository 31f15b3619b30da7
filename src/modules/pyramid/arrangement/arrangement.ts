import * as z from 'zod'
import { levels, rooms as nationalRooms } from '#modules/catalogue/index.ts'
import type { PlaceRoom } from '../rules.ts'

/** A name has to fit into a brick of the drawing. */
export const NAME_LENGTH = 40
export const TEXT_LENGTH = 600

const Text = z
  .object({ nb: z.string().min(1), nn: z.string().min(1).optional(), en: z.string().min(1).optional() })
  .strict()
export type OwnText = z.output<typeof Text>

/** A national room (renamed, hidden, or as it is) or one of the municipality's own. */
const ArrangedRoom = z
  .object({
    code: z.string().regex(/^[a-z0-9-]{1,40}$/),
    name: Text.optional(),
    hidden: z.boolean().optional(),
    /** Set: it is the municipality's own. */
    own: z
      .object({ level: z.enum(['all', 'more', 'help']), parts: z.array(z.string()), text: Text.optional() })
      .strict()
      .optional(),
  })
  .strict()
export type ArrangedRoom = z.output<typeof ArrangedRoom>

/** The rooms of a municipality in its order. Empty: the national ones as they are. */
export const Arrangement = z.array(ArrangedRoom)
export type Arrangement = z.output<typeof Arrangement>

/** What is done to the rooms of a municipality. */
export type Change =
  | { kind: 'rename'; code: string; name: OwnText | null }
  | { kind: 'add'; name: OwnText; own: NonNullable<ArrangedRoom['own']> }
  | { kind: 'edit'; code: string; name: OwnText; own: NonNullable<ArrangedRoom['own']> }
  | { kind: 'remove' | 'hide' | 'show' | 'up' | 'down'; code: string }

/**
 * All rooms, in order: those that are arranged, then national ones that have come since. What was taken out of the vocabulary is
 * left out, and a national room that two own ones claim is in the first.
 */
export function completed(arrangement: Arrangement): Arrangement {
  const claimed = new Set<string>()
  const known = arrangement.flatMap((room): ArrangedRoom[] => {
    if (!room.own) return nationalRooms.has(room.code) ? [room] : []
    const parts = room.own.parts.filter(
      code => nationalRooms.get(code)?.level === room.own!.level && !claimed.has(code),
    )
    for (const code of parts) claimed.add(code)
    return [{ ...room, own: { ...room.own, parts } }]
  })
  const there = new Set(known.map(room => room.code))
  return [...known, ...nationalRooms.list.filter(room => !there.has(room.code)).map(({ code }) => ({ code }))]
}

export const levelOf = (room: ArrangedRoom) => room.own?.level ?? nationalRooms.get(room.code)!.level

/** The rooms that are shown of an arrangement, by level from the bottom: national rooms that own ones are made of are in these. */
export function placeRooms(arrangement: Arrangement): PlaceRoom[] {
  const all = completed(arrangement)
  const claimed = new Set(all.flatMap(room => room.own?.parts ?? []))
  return levels.list.flatMap(level =>
    all
      .filter(room => levelOf(room) === level.code && (room.own !== undefined || !claimed.has(room.code)))
      .map(asPlaceRoom),
  )
}

function asPlaceRoom({ code, name, hidden, own }: ArrangedRoom): PlaceRoom {
  if (own)
    return { code, kind: 'own', level: own.level, name: name!, text: own.text, parts: own.parts, hidden }
  const entry = nationalRooms.get(code)!
  return {
    code,
    kind: 'national',
    level: entry.level,
    name: name ?? entry.name,
    // A name of one's own has no short form.
    short: name ? undefined : entry.short,
    text: entry.responsibility,
    parts: [code],
    hidden,
  }
}

/**
 * The rooms after a change; null when there is nothing to change, as the first room that goes up.
 * @param lastOwn the highest number that an own room has ever had there, also one that is gone: what led to it must not lead to another
 */
export function changed(arrangement: Arrangement, change: Change, lastOwn = 0): Arrangement | null {
  const all = completed(arrangement)
  if (change.kind === 'add')
    return [...all, { code: nextCode(all, lastOwn), name: change.name, own: change.own }]
  const at = all.findIndex(room => room.code === change.code)
  const room = all[at]
  if (!room) return null
  switch (change.kind) {
    case 'rename': {
      if (room.own) return null
      const { name: _, ...rest } = room
      return all.with(at, change.name ? { ...rest, name: change.name } : rest)
    }
    case 'edit':
      return room.own ? all.with(at, { ...room, name: change.name, own: change.own }) : null
    case 'remove':
      return room.own ? all.toSpliced(at, 1) : null
    case 'hide':
    case 'show': {
      const { hidden: _, ...rest } = room
      return all.with(at, change.kind === 'hide' ? { ...rest, hidden: true } : rest)
    }
    case 'up':
    case 'down': {
      const beside = neighbourOf(all, at, change.kind)
      return beside === -1 ? null : all.with(at, all[beside]!).with(beside, room)
    }
  }
}

/** The next room that is shown in the same level, upwards or downwards. */
function neighbourOf(all: Arrangement, at: number, way: 'up' | 'down'): number {
  const claimed = new Set(all.flatMap(room => room.own?.parts ?? []))
  const level = levelOf(all[at]!)
  const step = way === 'up' ? -1 : 1
  for (let i = at + step; i >= 0 && i < all.length; i += step) {
    const room = all[i]!
    if (levelOf(room) === level && (room.own !== undefined || !claimed.has(room.code))) return i
  }
  return -1
}

/** Own rooms are numbered, and their numbers stand in addresses and in plans. */
function nextCode(all: Arrangement, lastOwn: number): string {
  const numbers = all.flatMap(room => (room.own ? [Number(room.code.replace('egen-', ''))] : []))
  return `egen-${Math.max(lastOwn, ...numbers) + 1}`
}
