import type { Reader } from '#platform/db/sql.ts'
import { tableOf } from '../search/choices.ts'
import { hashOf, HEADER, ownerLevels, type OwnerLevel } from '../search/facts.ts'
import { goThroughPlace } from '../search/go-through-place.ts'
import type { SearchKnowledge } from '../search/knowledge.ts'
import type { SearchQuery } from '../search/search.schema.ts'
import { accessKinds, rooms } from '../vocabulary/vocabulary.ts'

/** How many services of a room are alike in who owns, who delivers, and whether they take a decision. Each service is in one. */
export type RoomCount = {
  room: string
  owner: OwnerLevel
  delivered_by: OwnerLevel[]
  /** They are for nobody without a formal decision: there is no other way in. */
  by_decision: boolean
  services: number
}

export type CountedRooms = {
  counts: RoomCount[]
  /** For each choice of each filter, how many services one would get by choosing it: as beside the filters of the search. */
  choices: Record<string, Record<string, number>>
  /** Numbers of the entries that were counted, for `listSteps`. */
  numbers: number[]
}

/**
 * What covers a place, ready to be counted by one choice after the other. It goes through what the search goes through and chooses as
 * it does, so that numbers agree with the searches they lead to; also what is for employees only counts.
 * @param place a municipality (all that covers it, also in part) or a county (what covers all of it)
 */
export async function lookAtPlace(
  tx: Reader,
  place: string,
  knowledge: SearchKnowledge,
): Promise<(query: SearchQuery) => CountedRooms> {
  const { facts, choose } = await goThroughPlace(tx, place, knowledge)
  return query => {
    const { fitting, counts } = choose(query)
    return {
      counts: countByRoom(facts, fitting),
      choices: counts,
      numbers: fitting.map(at => facts[at + 1]!),
    }
  }
}

/** What a code of a service says here: its room, a level that delivers it (a bit), or a way in. */
type Said = { room?: string; deliverer?: number; access?: 'decision' | 'other' }
const said: (Said & { code: string })[] = [
  ...rooms.list.map(({ code }) => ({ code: `rom:${code}`, room: code })),
  ...ownerLevels.map((level, index) => ({ code: `leverer:${level}`, deliverer: 1 << index })),
  ...accessKinds.list.map(({ code }) => ({
    code: `tilgang:${code}`,
    access: code === 'decision' ? ('decision' as const) : ('other' as const),
  })),
]
const saidBy = tableOf(said.map(({ code }, index) => [hashOf(code), index]))

/** Services by room, owner, those who deliver and the way in. @param found where the facts of each begin */
export function countByRoom(facts: Uint32Array, found: readonly number[]): RoomCount[] {
  const alike = new Map<string, RoomCount>()
  for (const at of found) {
    const start = at + HEADER + (facts[at + 4]! & 0xffff)
    const end = start + ((facts[at]! >>> 16) & 0xff)
    let room: string | undefined
    let deliverers = 0
    let takesDecision = false
    let hasOther = false
    for (let i = start; i < end; i += 1) {
      const index = saidBy(facts[i]!)
      if (index < 0) continue
      const one = said[index]!
      room ??= one.room
      deliverers |= one.deliverer ?? 0
      takesDecision ||= one.access === 'decision'
      hasOther ||= one.access === 'other'
    }
    // A room that was taken out of the vocabulary is in no pyramid.
    if (room === undefined) continue
    const owner = ownerLevels[(facts[at]! >>> 28) & 7]!
    const by_decision = takesDecision && !hasOther
    const key = `${room} ${owner} ${deliverers} ${by_decision}`
    const same = alike.get(key)
    if (same) same.services += 1
    else {
      const delivered_by = ownerLevels.filter((_, index) => (deliverers >> index) & 1)
      alike.set(key, { room, owner, delivered_by, by_decision, services: 1 })
    }
  }
  return [...alike.values()]
}
