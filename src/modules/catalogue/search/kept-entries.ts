import type { Reader } from '#platform/db/sql.ts'
import { endOf, forEachWeighed, hashOf, HEADER, swapped } from './facts.ts'
import { listEntriesByNumber, listEntryVersions } from './kept-entries.store.ts'

/** What a service must hold to be found: of each list one at least. Lexemes as `search_entry.lexemes` has them. */
export type Terms = readonly (readonly string[])[]

/**
 * What search reads of every service (facts and weighed lexemes), kept in the program while there are few enough of them: most
 * of what a search costs is to wake the database and to hear its answer. Beyond that, and whenever changes may go unheard,
 * PostgreSQL is asked, which knows the same (kept-entries.test.ts holds the two against each other).
 */
export type KeptEntries = {
  /**
   * As `fetchFacts` gives them, read. Null: ask PostgreSQL.
   * @param words lexemes of texts: those that a service has follow its facts. Null: no words are asked for
   */
  find(terms: Terms, words: readonly string[] | null, limit: number): Uint32Array | null
  /** Something published has changed: what is kept is not used before it has been read again. */
  changed(): void
  /** False: we might not hear of changes, so nothing is kept until we do again. */
  trust(heard: boolean): void
}

/** Services kept at most: a kilobyte each. */
const LIMIT = 20_000

/** Searches before it is worth reading all: that takes as long as so many of them. */
const WORTH_READING = 50

/** Services read at a time, so that searches in between wait for a millisecond and not for all. */
const AT_A_TIME = 500

/** @param tx read with, whenever there is something to read */
export function keepEntries(tx: Reader, services: () => number, worthReading = WORTH_READING): KeptEntries {
  let index: Index | null = null
  let isTrusted = false
  let isCurrent = false
  let isReading = false
  let missed = 0
  let epoch = 0

  const forget = () => {
    epoch += 1
    isCurrent = false
  }
  const read = async () => {
    isReading = true
    let readIn: number
    do {
      readIn = epoch
      try {
        index = await readAgain(tx, index)
      } catch {
        // A database that is away: a later search tries again.
        break
      }
      // Nothing was told while it was read: then this is how it is.
      isCurrent = index !== null && isTrusted && readIn === epoch
    } while (readIn !== epoch)
    isReading = false
  }
  return {
    find(terms, words, limit) {
      if (isCurrent && index) return find(index, terms, words, limit)
      missed += 1
      const isWorthIt = index !== null || missed > worthReading
      if (isTrusted && isWorthIt && !isReading && services() <= LIMIT) void read()
      return null
    },
    changed: forget,
    trust(heard) {
      isTrusted = heard
      forget()
    },
  }
}

// ---------------------------------------------------------------- the index

/** Places of services in order of their reading, with what leads to them. */
type Index = {
  /** Facts of all, one after the other; `starts` says where each begins. */
  facts: Uint32Array
  used: number
  starts: Uint32Array
  /** 0: written anew or withdrawn since. */
  isLive: Uint8Array
  places: number
  dead: number
  byNumber: Map<number, { place: number; version: number }>
  words: Lists
  areas: Lists
  codes: Lists
  /** Of one search: which have held all terms so far, and how many lexemes were found in each. */
  marks: Uint32Array
  counts: Uint32Array
  stamp: number
}

/** Places, each with a weight in its two lowest bits, by the hash of what they hold. */
type Lists = Map<number, { entries: Uint32Array; count: number }>

function emptyIndex(): Index {
  return {
    facts: new Uint32Array(4096),
    used: 0,
    starts: new Uint32Array(256),
    isLive: new Uint8Array(256),
    places: 0,
    dead: 0,
    byNumber: new Map(),
    words: new Map(),
    areas: new Map(),
    codes: new Map(),
    marks: new Uint32Array(256),
    counts: new Uint32Array(256),
    stamp: 0,
  }
}

/** What has changed since the index was read is read again: rows are told apart by the transaction that wrote them. */
async function readAgain(tx: Reader, known: Index | null): Promise<Index | null> {
  const versions = await listEntryVersions(tx, LIMIT + 1)
  if (versions.size > LIMIT) return null
  // What was taken out leaves its place behind; when half is such, all is made anew.
  const index = known && known.dead <= known.places / 2 ? known : emptyIndex()
  for (const number of index.byNumber.keys()) if (!versions.has(number)) remove(index, number)
  const stale = [...versions].filter(([number, version]) => index.byNumber.get(number)?.version !== version)
  for (let from = 0; from < stale.length; from += AT_A_TIME) {
    const numbers = stale.slice(from, from + AT_A_TIME).map(([number]) => number)
    const entries = await listEntriesByNumber(tx, numbers)
    for (let at = 0; at < entries.length; at = endOf(entries, at, true)) {
      const number = entries[at + 1]!
      remove(index, number)
      insert(index, entries, at, versions.get(number) ?? 0)
    }
  }
  return index
}

function remove(index: Index, number: number): void {
  const known = index.byNumber.get(number)
  if (!known) return
  index.isLive[known.place] = 0
  index.dead += 1
  index.byNumber.delete(number)
}

function insert(index: Index, entries: Uint32Array, at: number, version: number): void {
  const length = entries[at]! & 0xffff
  const place = index.places
  makeRoom(index, length)
  index.facts.set(entries.subarray(at, at + length), index.used)
  index.starts[place] = index.used
  index.isLive[place] = 1
  index.used += length
  index.places += 1
  index.byNumber.set(entries[at + 1]!, { place, version })
  const areasEnd = at + HEADER + (entries[at + 4]! & 0xffff)
  for (let i = at + HEADER; i < areasEnd; i += 1) add(index.areas, entries[i]!, place, 0)
  for (let i = areasEnd; i < at + length; i += 1) add(index.codes, entries[i]!, place, 0)
  forEachWeighed(entries, at, (hash, weight) => add(index.words, hash, place, weight))
}

function makeRoom(index: Index, length: number): void {
  if (index.used + length > index.facts.length) index.facts = grown(index.facts, index.used + length)
  if (index.places < index.starts.length) return
  const size = index.places + 1
  index.starts = grown(index.starts, size)
  const isLive = new Uint8Array(index.starts.length)
  isLive.set(index.isLive)
  index.isLive = isLive
  index.marks = grown(index.marks, size)
  index.counts = grown(index.counts, size)
}

function grown(numbers: Uint32Array, size: number): Uint32Array {
  const more = new Uint32Array(Math.max(size, Math.ceil(numbers.length * 1.5)))
  more.set(numbers)
  return more
}

function add(lists: Lists, key: number, place: number, weight: number): void {
  let list = lists.get(key)
  if (!list) lists.set(key, (list = { entries: new Uint32Array(2), count: 0 }))
  if (list.count === list.entries.length) list.entries = grown(list.entries, list.count + 2)
  list.entries[list.count] = (place << 2) | weight
  list.count += 1
}

// ---------------------------------------------------------------- a search

const NO_LIST = { entries: new Uint32Array(0), count: 0 }

function find(index: Index, terms: Terms, words: readonly string[] | null, limit: number): Uint32Array {
  const places = terms.length > 0 ? holdingAll(index, terms, limit) : anyPlaces(index, limit)
  return withWords(index, places, words)
}

function listOf(index: Index, lexeme: string): { entries: Uint32Array; count: number } {
  if (lexeme.startsWith('a:')) return index.areas.get(hashOf(lexeme.slice(2))) ?? NO_LIST
  if (lexeme.startsWith('f:')) return index.codes.get(hashOf(lexeme.slice(2))) ?? NO_LIST
  return index.words.get(hashOf(lexeme) >>> 2) ?? NO_LIST
}

/** Places of services that hold one of each term. The marks of those carry the last stamp. */
function holdingAll(index: Index, terms: Terms, limit: number): number[] {
  const { marks, isLive } = index
  const places: number[] = []
  for (const [nth, term] of terms.entries()) {
    const isFirst = nth === 0
    const isLast = nth === terms.length - 1
    const before = index.stamp
    const stamp = nextStamp(index)
    for (const lexeme of new Set(term)) {
      const { entries, count } = listOf(index, lexeme)
      for (let i = 0; i < count; i += 1) {
        const place = entries[i]! >>> 2
        if (isFirst ? marks[place] === stamp || isLive[place] === 0 : marks[place] !== before) continue
        marks[place] = stamp
        if (!isLast) continue
        places.push(place)
        if (places.length >= limit) return places
      }
    }
  }
  return places
}

function anyPlaces(index: Index, limit: number): number[] {
  const stamp = nextStamp(index)
  const places: number[] = []
  for (let place = 0; place < index.places && places.length < limit; place += 1) {
    if (index.isLive[place] === 0) continue
    index.marks[place] = stamp
    places.push(place)
  }
  return places
}

function nextStamp(index: Index): number {
  if (index.stamp === 0xffff_ffff) {
    index.marks.fill(0)
    index.stamp = 0
  }
  return (index.stamp += 1)
}

/** Facts of marked places, each followed by those of its weighed lexemes that were asked for, in PostgreSQL's form of an array. */
function withWords(index: Index, places: number[], words: readonly string[] | null): Uint32Array {
  const { facts, starts, counts } = index
  const lists = words ? [...new Set(words.map(wordKey))].map(key => ({ key, ...listWith(index, key) })) : []
  for (const place of places) counts[place] = 0
  forEachFound(index, lists, place => (counts[place]! += 1))
  let size = 0
  for (const place of places) {
    size += facts[starts[place]!]! & 0xffff
    if (words) size += counts[place] === 0 ? 3 : 5 + 2 * counts[place]!
  }
  const found = new Uint32Array(size)
  let at = 0
  for (const place of places) {
    const start = starts[place]!
    const length = facts[start]! & 0xffff
    // By hand: a service has thirty numbers, and making a view of them costs more than they do.
    for (let i = 0; i < length; i += 1) found[at + i] = facts[start + i]!
    at += length
    if (!words) continue
    const count = counts[place]!
    if (count > 0) {
      found[at] = ONE_DIMENSION
      found[at + 3] = swapped(count)
      // From here on where the next of its lexemes goes.
      counts[place] = at + 6
    }
    at += count === 0 ? 3 : 5 + 2 * count
  }
  forEachFound(index, lists, (place, value) => {
    found[counts[place]!] = swapped(value)
    counts[place]! += 2
  })
  return found
}
const ONE_DIMENSION = swapped(1)

function wordKey(lexeme: string): number {
  return hashOf(lexeme) >>> 2
}

function listWith(index: Index, key: number): { entries: Uint32Array; count: number } {
  return index.words.get(key) ?? NO_LIST
}

type KeyedList = { key: number; entries: Uint32Array; count: number }

/** Goes through what the marked services have of the lists. */
function forEachFound(index: Index, lists: KeyedList[], use: (place: number, value: number) => void): void {
  const { marks, stamp } = index
  for (const { key, entries, count } of lists) {
    for (let i = 0; i < count; i += 1) {
      const entry = entries[i]!
      if (marks[entry >>> 2] === stamp) use(entry >>> 2, (key << 2) | (entry & 3))
    }
  }
}
