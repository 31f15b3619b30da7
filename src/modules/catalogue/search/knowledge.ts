import type { Geography, KnownPlaces } from '#modules/areas/index.ts'
import type { Reader } from '#platform/db/sql.ts'
import type { Lexicon } from '../analysis/analysis.ts'
import { keepCards, type KeptCards } from './kept-cards.ts'
import { keepPacks, type KeptPacks } from './kept-packs.ts'
import { countPublished, countWordForms, readLexicon, sumCountryCounts } from './search.store.ts'

/** How many services fit each choice of each filter. */
type Counts = Record<string, Record<string, number>>

/** What is known before anybody asks: words, places, and how many services there are. */
export type SearchKnowledge = {
  geography: Geography
  places: KnownPlaces
  lexicon(): Lexicon
  /** Published services in the whole country, about. */
  services(): number
  /** How many services of the country fit each choice of each filter. */
  countryCounts(tx: Reader): Promise<Counts>
  cards: KeptCards
  packs: KeptPacks
  /** To be called when something published has changed. Reads again, once for many changes, and not while it reads. */
  changed(): void
  /** Nothing has changed that is not known yet: what is found now is found until the next change. */
  isSettled(): boolean
  /** False: changes might go unheard, or be read too late; then no cards are kept. */
  trust(heard: boolean): void
}

/**
 * Words known so far do for a while: a new one is searched for as it is typed, and only not yet guessed at; one that no service
 * has any more finds nothing.
 */
const OTHER_FORMS = 0.02

export async function loadSearchKnowledge(
  tx: Reader,
  geography: Geography,
  places: KnownPlaces,
): Promise<SearchKnowledge> {
  let lexicon = await readLexicon(tx)
  let forms = await countWordForms(tx)
  let services = await countPublished(tx)
  let counts: Promise<Counts> | null = null
  let isReading = false
  let isStale = false

  const cards = keepCards(() => services)
  const packs = keepPacks()

  const read = async () => {
    services = await countPublished(tx)
    const now = await countWordForms(tx)
    // Making the lexicon holds up all requests for a fifth of a second, so it waits for a few hundred words.
    if (Math.abs(now - forms) > forms * OTHER_FORMS) {
      lexicon = await readLexicon(tx)
      forms = now
    }
  }
  const refresh = async () => {
    isReading = true
    while (isStale) {
      isStale = false
      // A database that is away is read again at the next change; until then what is known does.
      await read().catch(() => undefined)
    }
    isReading = false
  }
  return {
    geography,
    places,
    cards,
    packs,
    lexicon: () => lexicon,
    services: () => services,
    countryCounts(reader) {
      counts ??= sumCountryCounts(reader).catch((error: unknown) => {
        counts = null
        throw error
      })
      return counts
    },
    changed() {
      isStale = true
      counts = null
      cards.clear()
      packs.changed()
      if (!isReading) void refresh()
    },
    isSettled: () => !isReading,
    trust(heard) {
      cards.trust(heard)
      packs.trust(heard)
    },
  }
}
