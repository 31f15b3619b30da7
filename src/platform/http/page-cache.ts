import { today, type Clock } from '../clock.ts'
import type { Slip, SpillFile } from '../spill-file.ts'

/** A rendered answer as it was sent: its body in the encoding of the key. */
export type StoredAnswer = {
  type: string
  /** Null: the answer may be held nowhere. */
  etag: string | null
  body: Buffer
  /** To be called when the body has been sent: it is lent, and nothing is written over it meanwhile. */
  release?: () => void
  encoding: string | null
  headers?: Record<string, string>
}

/**
 * Rendered public pages, kept for a while in this process. Cleared when anything published changes; entries end by
 * themselves when the day does, since pages say what is confirmed today, and those that say what is open now after a minute.
 */
export type PageCache = {
  /** @returns what was kept, to be sent at once: its body is lent when it is asked for, until `release` */
  get(key: string): StoredAnswer | null
  /**
   * @param epoch what `epoch()` said before the page was made: when something changed since, or the day did, it is not kept
   * @param byTheMinute the page says what is open now
   */
  set(key: string, answer: StoredAnswer, epoch: number, byTheMinute: boolean): void
  /** Counts up with every change of what is published, and with every day. */
  epoch(): number
  /** False: a change might go unheard. */
  isTrusted(): boolean
  clear(): void
  /** False: we might not hear of changes, so nothing is kept until we do again. */
  trust(heard: boolean): void
}

const MINUTE_MS = 60_000

type Entry = {
  answer: Omit<StoredAnswer, 'body' | 'release'>
  /** Where its body lies; null: in the file. */
  shelf: Shelf | null
  /** In the shelf, or in the file. */
  from: number
  to: number
  until: number
}
type OnShelf = Entry & { shelf: Shelf }
/** A run of bytes that is filled with bodies, one after the other, and emptied as a whole: what is lent counts for one filling. */
type Shelf = { bytes: Buffer; used: number; keys: string[]; lent: Lent }
/** Bodies on their way to somebody; and whether the room has been left to them, since it was time to fill it anew. */
type Lent = { count: number; isLeft: boolean }
const SHELVES = 32
const NO_BYTES = Buffer.alloc(0)
/** Answers in the file, at most, however small: each takes half a kilobyte of memory for where it lies. */
const MOST_IN_FILE = 20_000
/** So many are emptied next: what is asked for meanwhile is not lost. */
const OLDEST = 8

const bytesOf = ({ shelf, from, to }: OnShelf) => shelf.bytes.subarray(from, to)
const isOnShelf = (entry: Entry): entry is OnShelf => entry.shelf !== null

/** Rooms left to slow lines, at most: with more, what is asked for is copied. */
const MOST_LEFT = 8

/**
 * Bodies lie on shelves that are made once: each in a room of its own, the rooms of some thousand pages that come and go left as
 * many holes between them as they took. A shelf that has long not been asked for goes into a file, and what is asked for from there
 * comes back: without it, half of the searches of the benchmark were rendered anew.
 * @param limit bytes of bodies in memory, at most
 * @param spill takes the shelves that go; null: what is on them is forgotten
 */
export function makePageCache(clock: Clock, limit: number, spill: SpillFile | null = null): PageCache {
  const entries = new Map<string, Entry>()
  /** Shelves in the file, the oldest first. */
  let inFile: { slip: Slip; keys: string[] }[] = []
  /** How many keys those have. */
  let keysInFile = 0
  /** For what is read from the file: taken for a shelf at once. */
  let room = NO_BYTES
  /** The oldest first; the last is being filled. */
  const shelves: Shelf[] = []
  const roomOfShelf = Math.floor(limit / SHELVES)
  let epoch = 0
  let day = today(clock)
  let trusted = false

  /** Rooms that are left to somebody. */
  let left = 0
  const nobody = (): Lent => ({ count: 0, isLeft: false })

  /** A slow line may take its time; who holds the page is sent no body, and is lent none. */
  const taken = (entry: OnShelf): StoredAnswer => {
    const { shelf } = entry
    const { lent } = shelf
    let isLent = false
    return {
      ...entry.answer,
      get body() {
        if (shelf.lent !== lent) throw new Error('A kept page was asked for too late')
        if (left >= MOST_LEFT) return Buffer.from(bytesOf(entry))
        if (!isLent) lent.count += 1
        isLent = true
        return bytesOf(entry)
      },
      release() {
        if (!isLent) return
        isLent = false
        lent.count -= 1
        if (lent.isLeft && lent.count === 0) left -= 1
      },
    }
  }

  const shelfFor = (length: number): Shelf => {
    let shelf = shelves.at(-1)
    if (!shelf || shelf.used + length > roomOfShelf) {
      shelf =
        shelves.length < SHELVES
          ? { bytes: NO_BYTES, used: 0, keys: [], lent: nobody() }
          : emptied(putOut(shelves.shift()!))
      shelves.push(shelf)
    }
    if (shelf.bytes === NO_BYTES) shelf.bytes = Buffer.allocUnsafeSlow(roomOfShelf)
    return shelf
  }
  /** What is on a shelf goes into the file, as a whole: what of it is no longer asked for is written over there. */
  const putOut = (shelf: Shelf): Shelf => {
    const slip = spill?.write(shelf.bytes.subarray(0, shelf.used))
    if (!slip) return shelf
    const keys: string[] = []
    for (const key of shelf.keys) {
      const entry = entries.get(key)
      if (entry?.shelf !== shelf) continue
      keys.push(key)
      entries.set(key, { ...entry, shelf: null, from: slip.at + entry.from, to: slip.at + entry.to })
    }
    inFile.push({ slip, keys })
    keysInFile += keys.length
    const mustGo = (oldest: { slip: Slip }) => keysInFile > MOST_IN_FILE || !spill!.holds(oldest.slip)
    while (inFile[0] && mustGo(inFile[0])) forget(inFile.shift()!)
    return shelf
  }
  const forget = ({ slip, keys }: { slip: Slip; keys: string[] }) => {
    keysInFile -= keys.length
    for (const key of keys) {
      const entry = entries.get(key)
      const isThere = entry && !isOnShelf(entry) && entry.from >= slip.at && entry.to <= slip.at + slip.length
      if (isThere) entries.delete(key)
    }
  }
  const fetched = (key: string, entry: Entry): OnShelf | null => {
    const length = entry.to - entry.from
    if (room.length < length) room = Buffer.allocUnsafeSlow(roomOfShelf)
    if (spill?.read({ at: entry.from, length }, room)) return put(key, room.subarray(0, length), entry)
    entries.delete(key)
    return null
  }
  const emptied = (shelf: Shelf): Shelf => {
    for (const key of shelf.keys) if (entries.get(key)?.shelf === shelf) entries.delete(key)
    shelf.keys = []
    shelf.used = 0
    // Somebody's line still takes from it: that room is left to them.
    if (shelf.lent.count > 0) {
      shelf.lent.isLeft = true
      left += 1
      shelf.bytes = NO_BYTES
    }
    shelf.lent = nobody()
    return shelf
  }
  const put = (key: string, body: Buffer, entry: Pick<Entry, 'answer' | 'until'>): OnShelf => {
    entries.delete(key)
    const shelf = shelfFor(body.length)
    const from = shelf.used
    shelf.used += body.copy(shelf.bytes, from)
    shelf.keys.push(key)
    const { answer, until } = entry
    const kept: OnShelf = { answer, until, shelf, from, to: shelf.used }
    entries.set(key, kept)
    return kept
  }
  const clear = () => {
    epoch += 1
    for (const shelf of shelves) emptied(shelf)
    entries.clear()
    inFile = []
    keysInFile = 0
  }
  /** Pages say what is confirmed today: of a day that is over none is left, nor is one kept that was begun on it. */
  const turnDay = () => {
    if (day === today(clock)) return
    day = today(clock)
    clear()
  }
  return {
    get(key) {
      turnDay()
      const entry = entries.get(key)
      if (!entry) return null
      if (entry.until <= clock.now().getTime()) {
        entries.delete(key)
        return null
      }
      if (!isOnShelf(entry)) {
        const found = fetched(key, entry)
        return found && taken(found)
      }
      // What is still asked for when its shelf has become one of the oldest moves to the newest.
      const isOld = shelves.length === SHELVES && shelves.indexOf(entry.shelf) < OLDEST
      return taken(isOld ? put(key, bytesOf(entry), entry) : entry)
    },
    set(key, { body, ...answer }, madeIn, byTheMinute) {
      turnDay()
      if (!trusted || madeIn !== epoch || body.length > roomOfShelf) return
      const until = byTheMinute ? clock.now().getTime() + MINUTE_MS : Number.POSITIVE_INFINITY
      put(key, body, { answer, until })
    },
    epoch() {
      turnDay()
      return epoch
    },
    isTrusted: () => trusted,
    clear,
    trust(heard) {
      trusted = heard
      clear()
    },
  }
}
