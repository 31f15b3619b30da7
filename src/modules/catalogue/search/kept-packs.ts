import type { Reader } from '#platform/db/sql.ts'
import { hashOf, HEADER, swapped } from './facts.ts'
import { eachWith, lexemeAt, openPack, startPacking, type Pack } from './pack.ts'
import { ALL, readChanged, readPacks, type StoredPack } from './pack.store.ts'

/** What a service must hold to be found: of each list one at least, all of texts or all of facts (`a:…`, `f:…`). */
export type Terms = readonly (readonly string[])[]

/**
 * Packs of services (pack.ts), kept in the program while there is room and looked at again when something has been published. A
 * search in a municipality goes through those of the areas that reach it, so what it costs hangs on the municipality and not
 * on the country.
 */
export type KeptPacks = {
  /**
   * Facts of the services in some packs that hold one of each term, each once, one after the other (facts.ts).
   * @param lexemes whose packs; one that is not there has no services
   * @param words lexemes of texts: those that a service has follow its facts. Null: no words are asked for
   * @param limit at most so many, whichever they are
   * @returns null when they are not packed
   */
  find(
    tx: Reader,
    lexemes: readonly string[],
    terms: Terms,
    words: readonly string[] | null,
    limit: number,
  ): Promise<Uint32Array | null>
  /** Something published has changed: what is kept is looked at again before it is used. */
  changed(): void
  /** False: we might not hear of changes, so each search looks. */
  trust(heard: boolean): void
}

/** Bytes of packs kept. */
const LIMIT = 28 * 1024 * 1024

type Kept = {
  version: number
  packedIn: number
  /** Null: it is not there, or too much to pack. */
  pack: Pack | null
  /** Services of the pack that have changed since, by their places; and what they are now. */
  gone: Set<number> | null
  since: Pack | null
  bytes: number
  /** The epoch in which it was looked at. */
  seenIn: number
}

/** @param limit bytes kept at most; the least recently used go first */
export function keepPacks(limit = LIMIT): KeptPacks {
  const kept = new Map<string, Kept>()
  let size = 0
  let epoch = 0
  let isTrusted = false

  const keep = (lexeme: string, entry: Kept) => {
    size += entry.bytes - (kept.get(lexeme)?.bytes ?? 0)
    // A Map keeps the order of insertion: taken out and put in again it is the youngest.
    kept.delete(lexeme)
    kept.set(lexeme, entry)
    for (const [oldest, { bytes }] of kept) {
      if (size <= limit || kept.size === 1) break
      kept.delete(oldest)
      size -= bytes
    }
  }

  /** Being read, for all who ask meanwhile: ten searches that begin together would each read the whole country. */
  const reading = new Map<string, { epoch: number; entry: Promise<Kept> }>()

  /** Those asked for, as they are now: read where they are not known, or may have changed. */
  const packsNow = async (tx: Reader, lexemes: readonly string[]): Promise<Kept[]> => {
    const unseen = lexemes.filter(lexeme => !isTrusted || kept.get(lexeme)?.seenIn !== epoch)
    const unread = unseen.filter(lexeme => !isTrusted || reading.get(lexeme)?.epoch !== epoch)
    if (unread.length > 0) read(tx, unread)
    // What is known may be put out while the others are read.
    const now = new Map(lexemes.map(lexeme => [lexeme, kept.get(lexeme)]))
    const isRead = unseen.map(async lexeme => now.set(lexeme, await reading.get(lexeme)!.entry))
    if (isRead.length > 0) await Promise.all(isRead)
    for (const lexeme of lexemes) keep(lexeme, now.get(lexeme)!)
    return lexemes.map(lexeme => now.get(lexeme)!)
  }

  const read = (tx: Reader, lexemes: readonly string[]) => {
    const seenIn = epoch
    const before = new Map(lexemes.map(lexeme => [lexeme, kept.get(lexeme)]))
    const stored = readPacks(tx, knownOf(before)).then(rows => new Map(rows.map(row => [row.lexeme, row])))
    for (const lexeme of lexemes) {
      reading.set(lexeme, { epoch: seenIn, entry: entryOf(lexeme) })
    }

    async function entryOf(lexeme: string): Promise<Kept> {
      try {
        const row = (await stored).get(lexeme)
        return { ...(row ? await renewed(tx, row, before.get(lexeme)) : NONE), seenIn }
      } finally {
        // It may be read anew meanwhile.
        if (reading.get(lexeme)?.epoch === seenIn) reading.delete(lexeme)
      }
    }
  }

  return {
    async find(tx, lexemes, terms, words, limitOfServices) {
      const isAll = lexemes.includes(ALL)
      const packs = await packsNow(tx, isAll ? lexemes : [...lexemes, ALL])
      const all = isAll ? packs[lexemes.indexOf(ALL)]! : packs.pop()!
      // It is written with the others: without it, none has been written yet.
      if (all.version === 0 || (isAll && all.pack === null)) return null
      return findIn(packs, terms, words, limitOfServices)
    },
    changed() {
      epoch += 1
    },
    trust(heard) {
      isTrusted = heard
      epoch += 1
    },
  }
}

const NONE: Kept = { version: 0, packedIn: -1, pack: null, gone: null, since: null, bytes: 100, seenIn: -1 }

function knownOf(kept: ReadonlyMap<string, Kept | undefined>): Map<string, number> {
  return new Map([...kept].map(([lexeme, entry]) => [lexeme, entry?.packedIn ?? -1]))
}

async function renewed(tx: Reader, row: StoredPack, before: Kept | undefined): Promise<Kept> {
  if (before?.version === row.version) return before
  const bytes = row.entries === null ? null : bytesOf(row.entries)
  const pack = bytes ? openPack(bytes) : row.packed_in === before?.packedIn ? before.pack : null
  const size = bytes?.length ?? before?.bytes ?? 0
  const known = { version: row.version, packedIn: row.packed_in, pack, bytes: size, seenIn: -1 }
  if (row.changed.length === 0 || !pack) return { ...known, gone: null, since: null }
  const packing = startPacking()
  packing.add(await readChanged(tx, row.lexeme, row.changed))
  return { ...known, gone: placesOf(pack, new Set(row.changed)), since: openPack(packing.finish()) }
}

/** In a room of its own, which begins where a number may: Node hands out small runs from a room of 64 kB, all of which would stay. */
function bytesOf(base64: string): Uint8Array {
  const bytes = Buffer.from(base64, 'base64')
  return bytes.length === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes)
}

function placesOf(pack: Pack, numbers: ReadonlySet<number>): Set<number> {
  const places = new Set<number>()
  for (let place = 0; place < pack.services; place += 1)
    if (numbers.has(pack.facts[pack.starts[place]! + 1]!)) places.add(place)
  return places
}

// ---------------------------------------------------------------- a search

/** Services of one pack that were found, by their places. */
type Found = { pack: Pack; places: number[]; lexemes: number[] }

function findIn(packs: Kept[], terms: Terms, words: readonly string[] | null, limit: number): Uint32Array {
  const texts = terms.filter(term => !isOfFacts(term)).map(keysOf)
  const facts = terms.filter(isOfFacts).map(term => new Set(term.map(lexeme => hashOf(lexeme.slice(2)))))
  const keys = words ? keysOf(words) : null
  const seen = new Set<number>()
  const all: Found[] = []
  let count = 0
  for (const { pack, gone, since } of packs) {
    for (const part of [pack, since]) {
      if (!part || part.services === 0) continue
      const isGone = (place: number) => part === pack && gone !== null && gone.has(place)
      const places: number[] = []
      for (const place of texts.length > 0 ? holdingAll(part, texts) : everyPlace(part)) {
        if (count >= limit) break
        if (isGone(place) || !hasFacts(part, place, facts) || isSeen(part, place, seen)) continue
        places.push(place)
        count += 1
      }
      if (places.length > 0)
        all.push({ pack: part, places, lexemes: keys ? keys.map(key => lexemeAt(part, key)) : [] })
    }
  }
  return written(all, keys)
}

const isOfFacts = (term: readonly string[]) => term.every(lexeme => /^[af]:/.test(lexeme))

function keysOf(lexemes: readonly string[]): number[] {
  return [...new Set(lexemes.map(lexeme => hashOf(lexeme) >>> 2))]
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
      eachWith(pack, lexemeAt(pack, key), place => {
        if (holds[place] !== nth) return
        holds[place] = nth + 1
        now.push(place)
      })
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

/** Facts of what was found, each followed by those of its weighed lexemes that were asked for, in PostgreSQL's form of an array. */
function written(all: Found[], keys: number[] | null): Uint32Array {
  const sizes = all.map(found => sizeOf(found, keys !== null))
  const written = new Uint32Array(sizes.reduce((sum, size) => sum + size, 0))
  let at = 0
  for (const [i, found] of all.entries()) {
    writeFound(written, at, found, keys)
    at += sizes[i]!
  }
  return written
}

function sizeOf({ pack, places, lexemes }: Found, withWords: boolean): number {
  const { facts, starts } = pack
  let size = 0
  for (const place of places) size += facts[starts[place]!]! & 0xffff
  if (!withWords) return size
  const counts = countsOf(pack, places, lexemes)
  for (const place of places) {
    // One was put to each, to tell it from those that were not found.
    const count = counts[place]! - 1
    size += count === 0 ? 3 : 5 + 2 * count
    counts[place] = 0
  }
  return size
}

function countsOf(pack: Pack, places: number[], lexemes: number[]): Uint32Array {
  const counts = roomFor(pack.services)
  for (const place of places) counts[place] = 1
  for (const lexeme of lexemes) {
    eachWith(pack, lexeme, place => {
      if (counts[place] !== 0) counts[place]! += 1
    })
  }
  return counts
}

function writeFound(
  written: Uint32Array,
  from: number,
  { pack, places, lexemes }: Found,
  keys: number[] | null,
): void {
  const { facts, starts } = pack
  const counts = keys ? countsOf(pack, places, lexemes) : null
  let at = from
  for (const place of places) {
    const start = starts[place]!
    const length = facts[start]! & 0xffff
    // By hand: a service has twenty numbers, and making a view of them costs more than they do.
    for (let i = 0; i < length; i += 1) written[at + i] = facts[start + i]!
    at += length
    if (!counts) continue
    const count = counts[place]! - 1
    if (count > 0) {
      written[at] = ONE_DIMENSION
      written[at + 3] = swapped(count)
    }
    // From here on where the next of its lexemes goes.
    counts[place] = at + 6
    at += count === 0 ? 3 : 5 + 2 * count
  }
  if (!counts) return
  for (const [i, lexeme] of lexemes.entries()) {
    eachWith(pack, lexeme, (place, weight) => {
      if (counts[place] === 0) return
      written[counts[place]!] = swapped((keys![i]! << 2) | weight)
      counts[place]! += 2
    })
  }
  for (const place of places) counts[place] = 0
}
const ONE_DIMENSION = swapped(1)
