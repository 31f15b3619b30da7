import { hashOf, HEADER } from './facts.ts'
import { lexemeAt, listOf, type Pack } from './pack.ts'
import { keyOf } from './score-words.ts'

/** What a service must hold to be found: of each list one at least, all of texts or all of facts (`a:…`, `f:…`). */
export type Terms = readonly (readonly string[])[]

/** Chooses services in one pack after the other, each once. */
export type Selection = {
  /**
   * Places of those that hold one of each term.
   * @param gone numbers of services that are to be passed by; null: none
   */
  placesIn(pack: Pack, gone: ReadonlySet<number> | null): number[]
  /** How many have been chosen. */
  count(): number
}

/** @param limit services at most, whichever they are */
export function startSelection(terms: Terms, limit: number): Selection {
  const texts = terms.filter(term => !isOfFacts(term)).map(keysOf)
  const facts = terms.filter(isOfFacts).map(term => new Set(term.map(lexeme => hashOf(lexeme.slice(2)))))
  const seen = new Set<number>()
  let count = 0
  return {
    placesIn(pack, gone) {
      const places: number[] = []
      for (const place of texts.length > 0 ? holdingAll(pack, texts) : everyPlace(pack)) {
        if (count >= limit) break
        if (gone?.has(pack.facts[pack.starts[place]! + 1]!)) continue
        if ((facts.length > 0 && !hasFacts(pack, place, facts)) || isSeen(pack, place, seen)) continue
        places.push(place)
        count += 1
      }
      return places
    },
    count: () => count,
  }
}

const isOfFacts = (term: readonly string[]) => term.every(lexeme => /^[af]:/.test(lexeme))

function keysOf(lexemes: readonly string[]): number[] {
  return [...new Set(lexemes.map(keyOf))]
}

/** Of each place in the pack at hand, how far it has come: used from search to search, and cleared after each. */
let marks = new Uint32Array(1024)

function roomFor(services: number): Uint32Array {
  if (marks.length < services) marks = new Uint32Array(Math.ceil(services * 1.5))
  return marks
}

function holdingAll(pack: Pack, terms: number[][]): number[] {
  const holds = roomFor(pack.services)
  let places: number[] = []
  for (const [nth, term] of terms.entries()) {
    const now: number[] = []
    for (const key of term) {
      const list = listOf(pack, lexemeAt(pack, key))
      for (let i = 0; i < list.length; i += 1) {
        const place = list[i]! >>> 2
        if (holds[place] !== nth) continue
        holds[place] = nth + 1
        now.push(place)
      }
    }
    // What did not come on this time is out.
    for (const place of places) if (holds[place] === nth) holds[place] = 0
    places = now
  }
  for (const place of places) holds[place] = 0
  return places
}

function everyPlace(pack: Pack): number[] {
  return Array.from({ length: pack.services }, (_, place) => place)
}

/** Does it hold one of each list, among its areas and codes? */
function hasFacts({ facts, starts }: Pack, place: number, terms: Set<number>[]): boolean {
  const start = starts[place]!
  const end = start + (facts[start]! & 0xffff)
  return terms.every(term => {
    for (let i = start + HEADER; i < end; i += 1) if (term.has(facts[i]!)) return true
    return false
  })
}

/** Has it been found in another pack? Only what covers several areas can have been. */
function isSeen({ facts, starts }: Pack, place: number, seen: Set<number>): boolean {
  const start = starts[place]!
  if ((facts[start + 4]! & 0xffff) < 2) return false
  const number = facts[start + 1]!
  if (seen.has(number)) return true
  seen.add(number)
  return false
}

/** The facts of services, one after the other (facts.ts). */
export function factsOf({ facts, starts }: Pack, places: readonly number[]): Uint32Array {
  let size = 0
  for (const place of places) size += facts[starts[place]!]! & 0xffff
  const all = new Uint32Array(size)
  let at = 0
  for (const place of places) {
    const start = starts[place]!
    const end = start + (facts[start]! & 0xffff)
    // By hand: a service has twenty numbers, and making a view of them costs more than they do.
    for (let i = start; i < end; i += 1) all[at++] = facts[i]!
  }
  return all
}
