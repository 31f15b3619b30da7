import { listRelevant, type SearchKnowledge } from '#modules/catalogue/index.ts'
import type { Reader } from '#platform/db/sql.ts'

/** A search gives the best of what it finds, not more than so many. */
export const MOST_FOUND = 10_000

/**
 * Ids of the services that a search finds, the best first; null when nothing is searched for. The one place where the API
 * meets the search.
 */
export function findByWords(
  tx: Reader,
  search: string | null,
  knowledge: SearchKnowledge,
): Promise<string[] | null> {
  return search === null ? Promise.resolve(null) : listRelevant(tx, search, knowledge, MOST_FOUND)
}
