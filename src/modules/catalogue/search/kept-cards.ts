import type { Reader } from '#platform/db/sql.ts'
import { givePieces, takePieces, type PiecesOf } from '#platform/html/kept.tsx'
import { openSpillFile, type Slip, type SpillFile } from '#platform/spill-file.ts'
import type { Card } from './search.schema.ts'
import { listCards } from './search.store.ts'

/** What stands in lists of hits, kept from search to search, with what was rendered of it. */
export type KeptCards = {
  /** Cards by the numbers of their entries, in that order; undefined for one that is not there. */
  find(tx: Reader, numbers: readonly number[]): Promise<(Card | undefined)[]>
  /** Something published has changed. */
  clear(): void
  /** False: we might not hear of changes, so nothing is kept until we do again. */
  trust(heard: boolean): void
}

/** Two to three kilobytes each, with what is rendered of them. */
const LIMIT = 2_500

/** Bytes of those that have no room: some forty thousand. */
const SPILL_LIMIT = 96 * 1024 * 1024

type PutAway = Slip & { pieces: number }

/**
 * @param services how many there are to keep, about
 * @param limit cards kept in memory at most; the least recently used go first
 * @param spill takes those
 */
export function keepCards(
  services: () => number,
  limit = LIMIT,
  spill: SpillFile = openSpillFile(SPILL_LIMIT),
): KeptCards {
  const cards = new Map<number, Card>()
  /** Where cards lie in the file, in the order in which they were written; some of them have come back. */
  const inFile = new Map<number, PutAway>()
  /** Asked for once lately. What nobody asks for twice is not kept: with a million services most are such, and only cost clearing up. */
  const seen = new Set<number>()
  let epoch = 0
  let trusted = false

  const clear = () => {
    epoch += 1
    cards.clear()
    inFile.clear()
    seen.clear()
  }
  const keep = (number: number, card: Card) => {
    // There is room for all: whose turn it is to go is no question.
    if (services() <= limit) {
      cards.set(number, card)
      return
    }
    if (!cards.has(number) && !inFile.has(number) && !seen.delete(number)) {
      if (seen.size >= MOST_SEEN) seen.clear()
      seen.add(number)
      return
    }
    // A Map keeps the order of insertion: taken out and put in again it is the youngest.
    cards.delete(number)
    cards.set(number, card)
  }
  const putAway = (number: number, card: Card) => {
    cards.delete(number)
    const pieces = takePieces(card)
    const before = inFile.get(number)
    // It lies there from the last time.
    if (before && spill.holds(before) && before.pieces === pieces.length) return
    inFile.delete(number)
    const slip = spill.write(Buffer.from(JSON.stringify({ card, pieces })))
    if (slip) inFile.set(number, { ...slip, pieces: pieces.length })
    for (const [oldest, slip] of inFile) {
      if (spill.holds(slip)) break
      inFile.delete(oldest)
    }
  }
  const fetch = (number: number): Card | undefined => {
    const slip = inFile.get(number)
    if (!slip) return undefined
    const bytes = Buffer.allocUnsafe(slip.length)
    if (!spill.read(slip, bytes)) return void inFile.delete(number)
    const { card, pieces } = JSON.parse(bytes.toString()) as { card: Card; pieces: PiecesOf }
    givePieces(card, pieces)
    return card
  }
  return {
    async find(tx, numbers) {
      const madeIn = epoch
      const found = new Map(numbers.map(number => [number, cards.get(number) ?? fetch(number)]))
      const missing = numbers.filter(number => !found.get(number))
      for (const { number, card } of missing.length > 0 ? await listCards(tx, missing) : [])
        found.set(number, card)
      // What was read before a change may be what it was before.
      if (trusted && madeIn === epoch) {
        for (const [number, card] of found) if (card) keep(number, card)
        for (const [oldest, card] of cards) {
          if (cards.size <= limit) break
          putAway(oldest, card)
        }
      }
      return numbers.map(number => found.get(number))
    },
    clear,
    trust(heard) {
      trusted = heard
      clear()
    },
  }
}

/** Numbers of cards asked for once; then they are forgotten, all at once. As many as have room in the file. */
const MOST_SEEN = 40_000
