import type { Reader } from '#platform/db/sql.ts'
import { openSpillFile, type Slip, type SpillFile } from '#platform/spill-file.ts'
import { openPack, startPacking, type Pack } from './pack.ts'
import { ALL, listPacked, readChanged, readPacks, type StoredPack } from './pack.store.ts'

/**
 * Packs of services (pack.ts), kept in the program while there is room, then in a file beside it, and looked at again when something has been
 * published. A search in a municipality goes through those of the areas that reach it, so what it costs hangs on the municipality and
 * not on the country.
 */
export type KeptPacks = {
  /**
   * Goes through some packs.
   * @param lexemes whose packs; one that is not there has no services
   * @param begin is called before the first of them; anew when they must be gone through again
   * @returns what its end gives; null when they are not packed
   */
  goThrough<T>(tx: Reader, lexemes: readonly string[], begin: () => PackVisit<T>): Promise<T | null>
  /**
   * Reads all packs before anybody asks, one after the other: with a million services each takes some milliseconds, which the first who
   * searches in a municipality would wait for.
   * @param pause is waited for before each; when it fails, this ends
   */
  readAhead(tx: Reader, pause: () => Promise<void>): Promise<void>
  /** Something published has changed: what is kept is looked at again before it is used. */
  changed(): void
  /** False: we might not hear of changes, so each search looks. */
  trust(heard: boolean): void
}

/** One pack after the other, with nothing between them but this: their bytes, and what is made of them, may lie in rooms that are used again. */
export type PackVisit<T> = {
  /** @param gone numbers of services that are to be passed by; null: none */
  pack(pack: Pack, gone: ReadonlySet<number> | null): void
  end(): T
}

/** Bytes of packs kept in memory: what reaches beyond a municipality is in all searches, and always there. */
const LIMIT = 16 * 1024 * 1024

/** Bytes of those that were put out: of a million services all municipalities have 200 MB. */
const SPILL_LIMIT = 512 * 1024 * 1024

type Kept = {
  version: number
  packedIn: number
  /** Of the pack as it was packed; 0: it is not there, or too much to pack. */
  bytes: number
  pack: Pack | null
  /** Where it lies when it has been put out of memory. */
  slip: Slip | null
  /** Numbers of the services that have changed since; and what they are now. */
  gone: ReadonlySet<number> | null
  since: Pack | null
  /** The epoch in which it was looked at. */
  seenIn: number
}

/**
 * @param limit bytes in memory at most; the least recently used go first
 * @param spill takes those
 */
export function keepPacks(limit = LIMIT, spill: SpillFile = openSpillFile(SPILL_LIMIT)): KeptPacks {
  const kept = new Map<string, Kept>()
  let size = 0
  let epoch = 0
  let isTrusted = false
  /** Where a pack lies while it is gone through that is not in memory. */
  let room = new Uint8Array(0)

  const keep = (lexeme: string, entry: Kept) => {
    size += inMemory(entry) - inMemory(kept.get(lexeme))
    // A Map keeps the order of insertion: taken out and put in again it is the youngest.
    kept.delete(lexeme)
    kept.set(lexeme, entry)
    for (const [oldest, other] of kept) {
      if (size <= limit || oldest === lexeme) break
      if (other.pack) putOut(oldest, other, other.pack)
    }
  }

  const putOut = (lexeme: string, entry: Kept, { bytes }: Pack) => {
    const slip = spill.write(bytes)
    if (!slip) return forget(lexeme)
    size -= bytes.length
    kept.set(lexeme, { ...entry, pack: null, slip })
  }

  const forget = (lexeme: string) => {
    size -= inMemory(kept.get(lexeme))
    kept.delete(lexeme)
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

  /** A pack; one that was put out lies in the room until the next is opened. Null: it has been lost. */
  const open = ({ pack, slip }: Kept): Pack | null => {
    if (pack || !slip) return pack
    if (room.length < slip.length) room = new Uint8Array(slip.length)
    return spill.read(slip, room) ? openPack(room.subarray(0, slip.length)) : null
  }

  return {
    async goThrough(tx, lexemes, begin) {
      const isAll = lexemes.includes(ALL)
      const wanted = isAll ? lexemes : [...lexemes, ALL]
      for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        const entries = await packsNow(tx, wanted)
        const all = entries[wanted.indexOf(ALL)]!
        // It is written with the others: without it, none has been written yet.
        if (all.version === 0 || (isAll && all.bytes === 0)) return null
        const visit = begin()
        const lost = wanted.filter((lexeme, nth) => {
          const entry = entries[nth]!
          if (entry.bytes === 0 || (!isAll && lexeme === ALL)) return false
          const pack = open(entry)
          if (pack) visit.pack(pack, entry.gone)
          if (entry.since) visit.pack(entry.since, null)
          return pack === null
        })
        if (lost.length === 0) return visit.end()
        for (const lexeme of lost) forget(lexeme)
      }
      return null
    },
    async readAhead(tx, pause) {
      for (const lexeme of await listPacked(tx)) {
        await pause()
        await packsNow(tx, [lexeme])
      }
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

/** What was put out may be lost from the file before it is asked for: then it is read anew. */
const ATTEMPTS = 2

const NONE: Kept = {
  version: 0,
  packedIn: -1,
  bytes: 0,
  pack: null,
  slip: null,
  gone: null,
  since: null,
  seenIn: -1,
}

/** Bytes an entry takes, about. */
function inMemory(entry: Kept | undefined): number {
  if (!entry) return 0
  return 100 + (entry.pack?.bytes.length ?? 0) + (entry.since?.bytes.length ?? 0)
}

function knownOf(kept: ReadonlyMap<string, Kept | undefined>): Map<string, number> {
  return new Map([...kept].map(([lexeme, entry]) => [lexeme, entry?.packedIn ?? -1]))
}

async function renewed(tx: Reader, row: StoredPack, before: Kept | undefined): Promise<Kept> {
  if (before?.version === row.version) return before
  const known = { version: row.version, packedIn: row.packed_in, seenIn: -1, ...bodyOf(row, before) }
  if (row.changed.length === 0 || known.bytes === 0) return { ...known, gone: null, since: null }
  const packing = startPacking()
  packing.add(await readChanged(tx, row.lexeme, row.changed))
  return { ...known, gone: new Set(row.changed), since: openPack(packing.finish()) }
}

function bodyOf(row: StoredPack, before: Kept | undefined): Pick<Kept, 'bytes' | 'pack' | 'slip'> {
  if (row.entries) return { bytes: row.entries.length, pack: openPack(row.entries), slip: null }
  const { bytes, pack, slip } = before && row.packed_in === before.packedIn ? before : NONE
  return { bytes, pack, slip }
}
