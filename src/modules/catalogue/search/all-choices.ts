import { ageBands } from '../vocabulary/vocabulary.ts'
import type { Choice } from './choices.ts'
import { filterChoices } from './filter-choices.ts'
import { filterNames, type SearchQuery } from './search.schema.ts'

/** All choices of all filters. */
export const allChoices: Choice[] = filterNames.flatMap(filter =>
  filterChoices[filter].list.map(({ code }) => ({ filter, code })),
)

/** Of those of `alder`: months. */
export const bandsByCode = new Map(ageBands.list.map(({ code, from, to }) => [code, { from, to }]))

/** What a query chooses. */
export function chosenIn(query: SearchQuery): Choice[] {
  return filterNames.flatMap(filter => query[filter].map(code => ({ filter, code })))
}
