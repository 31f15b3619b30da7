import { compileChoices, missesOf, startCounting, type AskedChoices } from './choices.ts'
import { endOf, forEachWeighed } from './facts.ts'
import { lexemeAt, listOf, type Pack } from './pack.ts'
import { adjustment, nearnessTo, rankOf, type AskedOrder } from './rank.ts'
import { startScoring, type AskedWords, type WordScores } from './score-words.ts'

/** What is asked of each service. Ages are months. */
export type Asked = AskedChoices &
  AskedWords &
  AskedOrder & {
    /** So many of the best are asked for. Unset: all. */
    best?: number
  }

export type Match = {
  number: number
  score: number
  whole: boolean
  confirmedOn: number
  /** 0 to 1: how near what it says of itself is to the words; 1 when there are none. */
  closeness: number
  /** Which of the lexemes that were asked for it has (score-words.ts). */
  keys: () => number[]
}

export type Matches = {
  /** Best first, as many as were asked for. */
  ranked: Match[]
  /** How many match in all. */
  total: number
  /** The closeness of the one that is closest; 0 when none matches. */
  closest: number
  /** For each choice, how many one would get by choosing it: all other filters hold, not its own. */
  counts: Record<string, Record<string, number>>
  /** How many services were looked at. */
  looked: number
}

/** Goes through services: which fit, how well, and how many fit each further choice. One at a time: they share their rooms. */
export type Matching = {
  /** @param places of services in the pack */
  inPack(pack: Pack, places: readonly number[]): void
  /** @param facts of services, with the weighed lexemes that were asked for when words are (facts.ts) */
  inFacts(facts: Uint32Array): void
  /** When all have been looked at. */
  end(): Matches
}

/** A service with less than this share of the best one's words is no hit. */
const SHARE_OF_BEST = 0.42

export function startMatching(asked: Asked): Matching {
  const words = startScoring(asked)
  const choices = compileChoices(asked)
  const counting = startCounting(choices)
  const near = nearnessTo(asked.covering)
  let looked = 0
  let found = 0
  let best = 0
  const width = words?.width ?? 0

  /** @param nth its place among those whose words are noted */
  const consider = (facts: Uint32Array, at: number, nth: number) => {
    looked += 1
    const nearness = near(facts, at)
    if (!nearness) return
    const has = words ? words.judge(nth, facts[at + 5]!) : 0
    if (words && has === 0) return
    // Also of those that a filter leaves out: a choice takes hits away, and never adds one.
    if (has > best) best = has
    if (has < best * SHARE_OF_BEST) return
    const missed = missesOf(facts, at, choices)
    if (missed.misses > 1) return
    counting.add(facts, at, missed, has)
    if (missed.misses > 0) return
    const score = (words?.judged.score ?? 0) * adjustment(facts, at, asked, nearness.distance)
    makeRoom(found, width)
    room.numbers[found] = facts[at + 1]!
    room.scores[found] = score
    // Below a thousandth a difference tells nothing.
    room.points[found] = Math.round(score * 1000)
    room.has[found] = has
    room.closeness[found] = words?.judged.closeness ?? 1
    room.ranks[found] = rankOf(facts, at, asked, nearness.distance)
    room.confirmed[found] = facts[at + 3]! & 0xffff
    room.whole[found] = nearness.whole ? 1 : 0
    words?.copyKeys(nth, room.keys, found * width)
    found += 1
  }

  return {
    inPack(pack, places) {
      if (words) noteIn(pack, places, words)
      for (let nth = 0; nth < places.length; nth += 1) consider(pack.facts, pack.starts[places[nth]!]!, nth)
    },
    inFacts(facts) {
      const places = new Map(words?.keys.map((key, index) => [key, index]))
      for (let at = 0; at < facts.length; at = endOf(facts, at, words !== null)) {
        words?.begin(1)
        if (words) forEachWeighed(facts, at, (key, weight) => words.note(0, places.get(key)!, weight))
        consider(facts, at, 0)
      }
    },
    end() {
      const least = best * SHARE_OF_BEST
      const hits = hitsOf(found, least)
      let closest = 0
      for (const hit of hits) if (room.closeness[hit]! > closest) closest = room.closeness[hit]!
      const ranked = inOrder(hits, asked.best ?? hits.length)
      return {
        ranked: ranked.map(hit => matchAt(hit, words?.keys ?? [], width)),
        total: hits.length,
        closest,
        counts: counting.sum(least),
        looked,
      }
    },
  }
}

/** Services that match among those whose facts are given. */
export function matchAll(facts: Uint32Array, asked: Asked): Matches {
  const matching = startMatching(asked)
  matching.inFacts(facts)
  return matching.end()
}

// ---------------------------------------------------------------- words in a pack

/** Of each place in the pack at hand, its number among those looked at, from 1; cleared after each pack. */
let marks = new Uint32Array(1024)

function noteIn(pack: Pack, places: readonly number[], words: WordScores): void {
  if (marks.length < pack.services) marks = new Uint32Array(Math.ceil(pack.services * 1.5))
  words.begin(places.length)
  for (let nth = 0; nth < places.length; nth += 1) marks[places[nth]!] = nth + 1
  for (const [index, key] of words.keys.entries()) {
    const list = listOf(pack, lexemeAt(pack, key))
    for (let i = 0; i < list.length; i += 1) {
      const nth = marks[list[i]! >>> 2]!
      if (nth > 0) words.note(nth - 1, index, list[i]! & 3)
    }
  }
  for (const place of places) marks[place] = 0
}

// ---------------------------------------------------------------- what was found

/** What is known of each that was found: used from search to search. */
const room = {
  numbers: new Uint32Array(1024),
  scores: new Float64Array(1024),
  points: new Uint32Array(1024),
  has: new Float64Array(1024),
  closeness: new Float64Array(1024),
  ranks: new Float64Array(1024),
  confirmed: new Uint16Array(1024),
  whole: new Uint8Array(1024),
  keys: new Uint32Array(1024),
}

function makeRoom(found: number, width: number): void {
  if ((found + 1) * width > room.keys.length) room.keys = enlarged(room.keys, (found + 1) * width)
  if (found < room.numbers.length) return
  room.numbers = enlarged(room.numbers)
  room.scores = enlarged(room.scores)
  room.points = enlarged(room.points)
  room.has = enlarged(room.has)
  room.closeness = enlarged(room.closeness)
  room.ranks = enlarged(room.ranks)
  room.confirmed = enlarged(room.confirmed)
  room.whole = enlarged(room.whole)
}

function enlarged<Run extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(
  run: Run,
  least = run.length,
): Run {
  const more = new (run.constructor as new (length: number) => Run)(2 * least)
  more.set(run)
  return more
}

function hitsOf(found: number, least: number): number[] {
  const hits: number[] = []
  for (let i = 0; i < found; i += 1) if (room.has[i]! >= least) hits.push(i)
  return hits
}

/** The best first. */
function inOrder(hits: number[], most: number): number[] {
  const { points, ranks, numbers } = room
  const byRelevance = (a: number, b: number) =>
    points[b]! - points[a]! || ranks[a]! - ranks[b]! || numbers[a]! - numbers[b]!
  if (hits.length <= 2 * most) return hits.toSorted(byRelevance).slice(0, most)
  const least = pointsOfNth(hits, most)
  return hits
    .filter(hit => points[hit]! >= least)
    .toSorted(byRelevance)
    .slice(0, most)
}

/** Points counted one by one; above, all are one: few have as many words as that takes. */
const POINTS = 4096
const having = new Uint32Array(POINTS)

/** The points that the best have at least, so many of them or more. */
function pointsOfNth(hits: number[], nth: number): number {
  having.fill(0)
  for (const hit of hits) having[Math.min(POINTS - 1, room.points[hit]!)]! += 1
  let points = POINTS
  for (let count = 0; count < nth && points > 0;) count += having[--points]!
  return points
}

function matchAt(hit: number, keys: readonly number[], width: number): Match {
  // Most of many are never shown, and nobody asks why they match.
  const bits = room.keys.slice(hit * width, (hit + 1) * width)
  return {
    number: room.numbers[hit]!,
    score: room.scores[hit]!,
    whole: room.whole[hit] === 1,
    confirmedOn: room.confirmed[hit]!,
    closeness: room.closeness[hit]!,
    keys: () => keys.filter((_, key) => (bits[key >>> 5]! >>> (key & 31)) & 1),
  }
}
