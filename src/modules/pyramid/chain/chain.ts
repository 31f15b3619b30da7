import type { RoomCount, RoomEntry, Step } from '#modules/catalogue/index.ts'
import type { PyramidPlace } from '../place.ts'
import { inLevels, type PyramidLevel } from '../pyramid/levels.ts'
import { chosenIn, dutyIn, type PyramidRoom } from '../rules.ts'

/** The services of a choice through the levels, and where they do not hang together. */
export type Chain = {
  rooms: PyramidRoom[]
  services: number
  breaks: Breaks
}

export type Breaks = {
  /** Levels without anything for those who were chosen. */
  levels: PyramidLevel['level'][]
  /** Rooms in which law demands something of this place or those above it, that have nothing for them: nothing at all, or only for others. */
  statutory: PyramidRoom[]
}

/**
 * @param rooms those of the place with all that covers it
 * @param counts what covers the place, of the choice
 */
export function chainOf(
  rooms: readonly PyramidRoom[],
  counts: readonly RoomCount[],
  place: PyramidPlace['kind'],
): Chain {
  const chosen = chosenIn(rooms, counts)
  const levels = inLevels(chosen)
  return {
    rooms: chosen,
    services: chosen.reduce((sum, room) => sum + room.services, 0),
    breaks: {
      levels: levels.filter(level => level.services === 0).map(({ level }) => level),
      statutory: chosen.filter(
        room => room.services === 0 && room.parts.some(({ entry }) => isDemanded(entry, place)),
      ),
    },
  }
}

/** Of nobody in particular, or of somebody whose duty can be seen here: what a municipality must have is no break of its county's. */
const isDemanded = (entry: RoomEntry, place: PyramidPlace['kind']): boolean =>
  entry.duty.statutory && (!entry.duty.by || dutyIn(entry, place) !== null)

/** Steps of which both ends are for those who were chosen; those that lead out of the choice; those that come from outside. */
export function sortSteps(steps: readonly Step[]): { whole: Step[]; broken: Step[] } {
  const isWhole = ({ easier, stronger }: Step) => easier.chosen && stronger.chosen
  return { whole: steps.filter(isWhole), broken: steps.filter(step => !isWhole(step)) }
}
