import type { Reader } from '#platform/db/sql.ts'
import { rankInCountry } from './find-services.ts'
import type { SearchKnowledge } from './knowledge.ts'
import { listIdsByNumber } from './search.store.ts'

/**
 * Ids of the services that answer a text, the best first. For other modules, which choose among them by more than words.
 * @param limit at most so many
 */
export async function listRelevant(
  tx: Reader,
  text: string,
  knowledge: SearchKnowledge,
  limit: number,
): Promise<string[]> {
  const numbers = await rankInCountry(tx, text, knowledge)
  return listIdsByNumber(tx, numbers.slice(0, limit))
}
