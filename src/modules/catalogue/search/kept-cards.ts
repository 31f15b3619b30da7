import type { Reader } from '#platform/db/sql.ts'
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
const LIMIT = 8_000

/**
 * @param services how many there are to keep, about
 * @param limit cards kept at most; the least recently used go first
 */
export function keepCards(services: () => number, limit = LIMIT): KeptCards {
  const cards = new Map<number, Card>()
  /** Asked for once lately. What nobody asks for twice is not kept: with a million services most are such, and only cost clearing up. */
  const seen = new Set<number>()
  let epoch = 0
  let trusted = false

  const clear = () => {
    epoch += 1
    cards.clear()
    seen.clear()
  }
  const keep = (number: number, card: Card) => {
    // There is room for all: whose turn it is to go is no question.
    if (services() <= limit) {
      cards.set(number, card)
      return
    }
    if (!cards.has(number) && !seen.delete(number)) {
      if (seen.size >= limit) seen.clear()
      seen.add(number)
      return
    }
    // A Map keeps the order of insertion: taken out and put in again it is the youngest.
    cards.delete(number)
    cards.set(number, card)
  }
  return {
    async find(tx, numbers) {
      const madeIn = epoch
      const found = new Map(numbers.map(number => [number, cards.get(number)]))
      const missing = numbers.filter(number => !found.get(number))
      for (const { number, card } of missing.length > 0 ? await listCards(tx, missing) : [])
        found.set(number, card)
      // What was read before a change may be what it was before.
      if (trusted && madeIn === epoch) {
        for (const [number, card] of found) if (card) keep(number, card)
        for (const oldest of cards.keys()) {
          if (cards.size <= limit) break
          cards.delete(oldest)
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
