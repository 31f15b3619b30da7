import type { QueryValues } from '#platform/http/url.ts'
import { urls } from '../urls.ts'
import { filterNames, type SearchQuery } from './search.schema.ts'

/** The address of a search; what is empty is left out. */
export function searchPath(query: Partial<SearchQuery>): string {
  const values: QueryValues = { q: query.q, kommune: query.kommune, dekker: query.dekker }
  // Most searches have none: a page makes a dozen such addresses.
  for (const name of filterNames) if (query[name]?.length) values[name] = query[name]
  values['filtre'] = query.filtre
  values['sorter'] = query.sorter === 'relevans' ? undefined : query.sorter
  values['side'] = query.side === 1 ? undefined : query.side
  return urls.search.href(values)
}
