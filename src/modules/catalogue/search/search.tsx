import type { Geography } from '#modules/areas/index.ts'
import { today } from '#platform/clock.ts'
import type { Language } from '#platform/i18n/language.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import { json, page, type PageHead, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { messages } from '../messages.ts'
import { missingPlace } from '../overview/overview.tsx'
import { urls } from '../urls.ts'
import { filterNames, type SearchQuery, type SuggestionQuery } from './search.schema.ts'
import { searchPath } from './search-path.ts'
import { PAGE_SIZE, search, suggestNames } from './search.store.ts'
import { SearchPage } from './search.view.tsx'

/** Services by words, place and filters. */
export async function showSearch(
  { tx, input, language, clock }: Context<'GET', undefined, typeof SearchQuery, undefined>,
  geography: Geography,
): Promise<Result> {
  const query = input.query
  const place = placeOf(query, geography)
  if (place === 'unknown') return missingPlace(query.kommune ?? query.fylke ?? '', geography, language)
  const answer = await search(tx, query, today(clock))
  const pages = Math.max(1, Math.ceil(answer.total / PAGE_SIZE))
  if (query.side > pages)
    return { kind: 'redirect', status: 302, path: searchPath({ ...query, side: pages }) }

  const isBare = !query.q && filterNames.every(name => query[name].length === 0)
  const fallback =
    answer.total === 0 && query.q && query.kommune
      ? (
          await search(tx, { ...query, kommune: undefined, fylke: undefined, side: 1 }, today(clock))
        ).hits.slice(0, 5)
      : []
  const head: PageHead = {
    title: searchTitle(query, place?.name ?? null, language),
    description: localeOf(language).text(messages.searchDescription),
    path: searchPath(query),
    crumbs: crumbsOf(query, geography, language),
    ...(place?.kind === 'municipality' && { municipality: { code: place.code, name: place.name } }),
    // What somebody searched for is not for search engines; the whole list of a place is.
    indexed: isBare && query.side === 1,
    scripts: ['filters', 'suggest'],
  }
  return page(
    head,
    <SearchPage
      title={head.title}
      {...{ query, answer, pages, place, geography, fallback }}
      today={today(clock)}
    />,
  )
}

/** Words and places while somebody types. */
export async function suggest({
  tx,
  input,
  language,
}: Context<'GET', undefined, typeof SuggestionQuery, undefined>): Promise<Result> {
  const { q, kommune } = input.query
  if (!q || q.length < 2) return json([])
  const found = await suggestNames(tx, q, kommune ?? null)
  const locale = localeOf(language)
  return json([...new Set(found.map(name => locale.localText(name)))].slice(0, 8), {
    'cache-control': 'public, max-age=300',
  })
}

function placeOf(query: SearchQuery, geography: Geography) {
  const code = query.kommune ?? query.fylke
  if (!code) return null
  const area = geography.get(code)
  const expected = query.kommune ? 'municipality' : 'county'
  return area?.kind === expected ? area : 'unknown'
}

function searchTitle(query: SearchQuery, place: string | null, language: Language): string {
  const { text } = localeOf(language)
  if (query.q && place) return text(messages.searchTitleWordsIn, { words: query.q, place })
  if (query.q) return text(messages.searchTitleWords, { words: query.q })
  return place ? text(messages.searchTitleIn, { place }) : text(messages.searchTitle)
}

function crumbsOf(query: SearchQuery, geography: Geography, language: Language) {
  const { text } = localeOf(language)
  const crumbs = [{ label: text(messages.norway), path: urls.country.href() }]
  const county = query.kommune
    ? geography.countyOf(query.kommune)
    : query.fylke
      ? geography.get(query.fylke)
      : undefined
  if (county)
    crumbs.push({
      label: geography.localName(county, language),
      path: urls.county.href({ code: county.code }),
    })
  const municipality = query.kommune ? geography.get(query.kommune) : undefined
  if (municipality) {
    crumbs.push({
      label: geography.localName(municipality, language),
      path: urls.municipality.href({ code: municipality.code }),
    })
  }
  return crumbs
}
