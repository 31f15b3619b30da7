import type { Understanding } from '../analysis/analysis.ts'
import { dangersOf, type DangerKind } from '../listing/danger-kinds.ts'
import { dangersIn } from './danger-words.ts'
import type { SearchQuery } from './search.schema.ts'

/** What danger the words or choices may be about: numbers to call then stand first, and one can leave quickly. */
export function dangersFor(
  query: Pick<SearchQuery, 'q' | 'tema' | 'rom' | 'risiko' | 'diagnose'>,
  understood: Understanding | null,
): DangerKind[] {
  const said = query.q ? dangersIn(query.q, understood) : []
  const chosen = dangersOf([...query.tema, ...query.rom, ...query.risiko, ...query.diagnose])
  // Words tell more than a choice: what is written is not drowned by what the whole theme may be about.
  return said.length > 0 ? said : chosen
}
