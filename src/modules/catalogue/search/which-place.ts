import { resolvePlace } from '#modules/areas/index.ts'
import type { Reader } from '#platform/db/sql.ts'
import { urls } from '../urls.ts'
import type { Found } from './find-services.ts'
import type { SearchQuery } from './search.schema.ts'

/** Of names that several places bear, which are asked about. Reference data: it never changes while the server runs. */
const asked = new Map<string, boolean>()
const REMEMBERED = 1_000

/**
 * Where to ask which place is meant, when the words of a search name one of several and none is clearly the one, as the field
 * that asks where does ('Bø'). Null: there is nothing to ask.
 */
export async function pathToAskWhich(
  tx: Reader,
  query: SearchQuery,
  { unsurePlace, understood }: Pick<Found, 'unsurePlace' | 'understood'>,
): Promise<string | null> {
  if (unsurePlace === null || query.kommune || query.dekker) return null
  const name = unsurePlace.toLowerCase()
  let isAsked = asked.get(name)
  if (isAsked === undefined) {
    if (asked.size >= REMEMBERED) asked.clear()
    isAsked = (await resolvePlace(tx, unsurePlace)).kind === 'several'
    asked.set(name, isAsked)
  }
  if (!isAsked) return null
  // The name stays among the words: when the place is chosen, it is known which is meant.
  const q = understood && understood.words.length > 0 ? query.q : undefined
  return urls.place.href({ ...query, sted: unsurePlace, q, side: undefined, sorter: undefined })
}
