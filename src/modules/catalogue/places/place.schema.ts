import * as z from 'zod'
import { emptyAsMissing, searchedText } from '#platform/http/input.ts'
import { SearchQuery } from '../search/search.schema.ts'

/** What the find form sends: a place and a need, each perhaps empty, and filters to keep. */
export const PlaceQuery = SearchQuery.omit({ kommune: true, dekker: true, side: true }).extend({
  sted: emptyAsMissing(searchedText(200).optional()),
})
export type PlaceQuery = z.output<typeof PlaceQuery>

/** What has been typed of a place so far. */
export const PlaceSuggestionQuery = z.object({ q: emptyAsMissing(searchedText(100).optional()) })
