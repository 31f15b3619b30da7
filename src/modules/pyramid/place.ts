import type { GeoArea, Geography } from '#modules/areas/index.ts'
import {
  levels,
  lookAtPlace,
  missingPlace,
  rooms,
  SearchQuery,
  type CountedRooms,
  type SearchKnowledge,
} from '#modules/catalogue/index.ts'
import type { ComponentChildren } from 'preact'
import type { Reader, Tx } from '#platform/db/sql.ts'
import type { Result } from '#platform/http/result.ts'
import type { Language } from '#platform/i18n/language.ts'
import { placeRooms } from './arrangement/arrangement.ts'
import { findArrangement } from './arrangement/arrangement.store.ts'
import { arrangeRooms, fillRooms, type NationalRoom, type PyramidRoom } from './rules.ts'

/** What the pyramid's pages need from outside, made once at start. */
export type PyramidParts = {
  geography: Geography
  search: SearchKnowledge
  /** The page that takes something into a plan, which is another module's: without language prefix. Unset: there is none. */
  takeUpHref?: TakeUpHref | undefined
  /** The measures that answer gaps of a place, by the gap's key: another module's. Unset: there are no plans. */
  answersTo?: ((tx: Tx, areaCode: string) => Promise<GapAnswers>) | undefined
  /** What is known about the place, to stand beside what it lacks: another module's. */
  knowledgeOf?: ((tx: Tx, areaCode: string) => Promise<ComponentChildren>) | undefined
}

/** Measures by the key of the gap that they answer. `path` is without language prefix. */
export type GapAnswers = ReadonlyMap<string, readonly { title: string; path: string }[]>

/** @param key what is taken up, of its kind; it stays the same */
export type TakeUpHref = (kind: 'gap' | 'room', key: string, areaCode: string) => string

/** A place that has a pyramid. */
export type PyramidPlace = GeoArea & { kind: 'municipality' | 'county' }

/** A municipality or a county by its code; null for other areas. */
export function asPyramidPlace(area: GeoArea | undefined): PyramidPlace | null {
  if (area?.kind === 'municipality') return { ...area, kind: area.kind }
  return area?.kind === 'county' ? { ...area, kind: area.kind } : null
}

/** The place of a code; or what is answered where there is none, as the place's own page does. */
export function placeOf(
  code: string,
  geography: Geography,
  language: Language,
  pathOf: (code: string) => string,
): { place: PyramidPlace } | { instead: Result } {
  const place = asPyramidPlace(geography.get(code))
  return place ? { place } : { instead: missingPlace(code, geography, language, pathOf) }
}

/** National rooms by level, from the bottom, and by their own order. */
export const roomsInOrder = levels.list.flatMap(level => rooms.list.filter(room => room.level === level.code))

/** Where services stand whose rooms a municipality does not show. */
const othersName = { nb: 'Andre tilbud', nn: 'Andre tilbod', en: 'Other services' }

/** How the search is asked for what covers the place. */
export const within = (place: PyramidPlace) =>
  place.kind === 'county' ? { dekker: place.code } : { kommune: place.code }

export const everything = SearchQuery.parse({})

export type FoundPyramid = {
  rooms: PyramidRoom[]
  /** What covers the place, counted by a choice. */
  look: (query: SearchQuery) => CountedRooms
  all: CountedRooms
}

/** Of so many places what covers them is kept; the least recently asked for goes first. */
const MOST_KEPT = 24
type Counted = Pick<FoundPyramid, 'look' | 'all'>
const kept = new WeakMap<SearchKnowledge, Map<string, { epoch: number; counted: Counted }>>()

/**
 * The rooms of a place, as it has arranged them, with what is in them.
 * @param epoch of what is published: while it is the same, what covers the place is kept. Null: we may not hear of changes
 */
export async function findPyramid(
  tx: Reader,
  place: PyramidPlace,
  search: SearchKnowledge,
  epoch: number | null,
): Promise<FoundPyramid> {
  // Asked each time: who has just arranged the rooms sees it at once.
  const [counted, arranged] = await Promise.all([
    countPlace(tx, place, search, epoch),
    place.kind === 'municipality' ? findArrangement(tx, place.code) : { rooms: [] },
  ])
  const national = fillRooms(roomsInOrder, counted.all.counts, place.kind)
  return { ...counted, rooms: arrangeRooms(placeRooms(arranged.rooms), national, othersName) }
}

/** The national rooms with what is in them, however the place shows them. */
export async function findNationalRooms(
  tx: Reader,
  place: PyramidPlace,
  search: SearchKnowledge,
): Promise<NationalRoom[]> {
  const look = await lookAtPlace(tx, place.code, search)
  return fillRooms(roomsInOrder, look(everything).counts, place.kind)
}

async function countPlace(
  tx: Reader,
  { code }: PyramidPlace,
  search: SearchKnowledge,
  epoch: number | null,
): Promise<Counted> {
  let places = kept.get(search)
  if (!places) kept.set(search, (places = new Map()))
  const known = places.get(code)
  if (epoch !== null && known?.epoch === epoch) return known.counted
  const look = await lookAtPlace(tx, code, search)
  const counted = { look, all: look(everything) }
  places.delete(code)
  if (epoch !== null) places.set(code, { epoch, counted })
  for (const oldest of places.keys()) {
    if (places.size <= MOST_KEPT) break
    places.delete(oldest)
  }
  return counted
}
