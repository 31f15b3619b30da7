import type { Reader } from '#platform/db/sql.ts'
import type { DangerKind } from '../listing/danger-kinds.ts'
import { listHelpLines, type HelpLine } from '../listing/help-lines.store.ts'
import { dangersFor } from '../search/danger-words-asked.ts'
import { findServices } from '../search/find-services.ts'
import type { SearchKnowledge } from '../search/knowledge.ts'
import { SearchQuery, type Hit } from '../search/search.schema.ts'

/** What there is in a room, and whom to call where it is about danger. */
export type RoomOfPlace = {
  total: number
  /** The first by name: as many as a page of a search. */
  hits: Hit[]
  dangers: DangerKind[]
  helpLines: HelpLine[]
}

/**
 * The services of some rooms that cover a place: the search with the same choice.
 * @param rooms codes of national rooms; of none there are no services
 */
export async function findRoomOfPlace(
  tx: Reader,
  {
    within,
    rooms,
    today,
  }: { within: { kommune: string } | { dekker: string }; rooms: readonly string[]; today: string },
  knowledge: SearchKnowledge,
): Promise<RoomOfPlace> {
  if (rooms.length === 0) return { total: 0, hits: [], dangers: [], helpLines: [] }
  const query = SearchQuery.parse({ ...within, rom: rooms, sorter: 'navn' })
  const dangers = dangersFor(query, null)
  const [{ total, hits }, helpLines] = await Promise.all([
    findServices(tx, query, knowledge, today),
    dangers.some(danger => danger.nearest)
      ? listHelpLines(tx, query.kommune ?? knowledge.geography.country().code)
      : [],
  ])
  return { total, hits, dangers, helpLines }
}
