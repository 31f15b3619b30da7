import { urls } from '../urls.ts'
import { filterNames, type SearchQuery } from './search.schema.ts'

/** The address of a search; what is empty is left out. */
export function searchPath(query: Partial<SearchQuery>): string {
  return urls.search.href({
    q: query.q,
    kommune: query.kommune,
    dekker: query.dekker,
    ...Object.fromEntries(filterNames.map(name => [name, query[name] ?? []])),
    filtre: query.filtre,
    sorter: query.sorter === 'relevans' ? undefined : query.sorter,
    side: query.side === 1 ? undefined : query.side,
  })
}
