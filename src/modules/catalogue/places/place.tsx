import { resolvePlace, searchPlaces, type Place } from '#modules/areas/index.ts'
import { pageLocaleOf } from '#platform/i18n/locale.tsx'
import { json, notFoundPage, page, redirect, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { hearDanger } from '../search/hear-danger.ts'
import type { SearchKnowledge } from '../search/knowledge.ts'
import { searchPath } from '../search/search-path.ts'
import { filterNames } from '../search/search.schema.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import type { PlaceQuery, PlaceSuggestionQuery } from './place.schema.ts'
import { PlacePage } from './place.view.tsx'

/** Takes what somebody wrote as their place, and leads to the municipality, or to the search there when there is a need too. */
export async function findPlace(
  { tx, input, language }: Context<'GET', undefined, typeof PlaceQuery, undefined>,
  knowledge: SearchKnowledge,
): Promise<Result> {
  const query = input.query
  if (!query.sted) return redirect(searchPath(query), 302)
  const found = await resolvePlace(tx, query.sted)
  if (found.kind === 'one') return redirect(pathTo(found.place, query), 302)
  const { text } = pageLocaleOf(language)
  const { dangers, near, helpLines, isNeed } = await hearDanger(
    tx,
    query,
    found.kind === 'none' ? query.sted : null,
    knowledge,
  )
  const places = found.kind === 'several' ? found.places : isNeed ? [] : found.near
  const title =
    isNeed && found.kind === 'none'
      ? text(messages.whereDoYouLive)
      : text(found.kind === 'several' ? messages.which : messages.none, { text: query.sted })
  const head = {
    title,
    path: urls.place.href(),
    here: urls.place.href({ ...query }),
    indexed: false,
    leaveQuickly: dangers.length > 0,
    scripts: ['suggest'],
  }
  const body = (
    <PlacePage
      title={title}
      sted={query.sted}
      query={query}
      several={found.kind === 'several'}
      isNeed={isNeed}
      places={places.map(place => ({ place, path: pathTo(place, query) }))}
      nationalPath={searchPath(query)}
      asNeedPath={query.q ? null : searchPath({ ...query, q: query.sted })}
      dangers={dangers}
      near={near}
      helpLines={helpLines}
    />
  )
  return found.kind === 'several' ? page(head, body) : notFoundPage(head, body)
}

/** Places that begin like what has been typed. */
export async function suggestPlaces({
  tx,
  input,
}: Context<'GET', undefined, typeof PlaceSuggestionQuery, undefined>): Promise<Result> {
  const typed = input.query.q
  if (!typed || typed.length < 2) return json([])
  const places = await searchPlaces(tx, typed, 8)
  const labels = places.map(place =>
    place.municipality && place.label !== place.municipality.name
      ? `${place.label}, ${place.municipality.distinctName}`
      : place.label,
  )
  return json([...new Set(labels)], { 'cache-control': 'public, max-age=86400' })
}

function pathTo(place: Place, query: PlaceQuery): string {
  const wantsSearch = query.q !== undefined || filterNames.some(name => query[name].length > 0)
  if (place.municipality) {
    const code = place.municipality.code
    return wantsSearch ? searchPath({ ...query, kommune: code }) : urls.municipality.href({ code })
  }
  if (place.countyCode) {
    return wantsSearch
      ? searchPath({ ...query, dekker: place.countyCode })
      : urls.county.href({ code: place.countyCode })
  }
  // The country; and Svalbard and Jan Mayen, where national services are.
  return wantsSearch ? searchPath(query) : urls.country.href()
}
