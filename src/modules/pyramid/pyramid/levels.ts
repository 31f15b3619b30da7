import { levels, type LevelEntry } from '#modules/catalogue/index.ts'
import type { PyramidRoom } from '../rules.ts'

export type PyramidLevel = { level: LevelEntry; rooms: PyramidRoom[]; services: number }

/** Rooms by level, from the bottom. */
export function inLevels(rooms: readonly PyramidRoom[]): PyramidLevel[] {
  return levels.list.map(level => {
    const inLevel = rooms.filter(room => room.level === level.code)
    return { level, rooms: inLevel, services: inLevel.reduce((sum, room) => sum + room.services, 0) }
  })
}
