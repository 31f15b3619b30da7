import type { Geography } from '#modules/areas/index.ts'
import { today } from '#platform/clock.ts'
import type { Language } from '#platform/i18n/language.ts'
import type { Reader } from '#platform/db/sql.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import { json, page, type PageHead, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { messages } from '../messages.ts'
import { missingPlace } from '../overview/overview.tsx'
import { listHelpLines } from '../overview/overview.store.ts'
import { urls } from '../urls.ts'
import { filterNames, PAGE_SIZE, type Hit, type SearchQuery, type SuggestionQuery } from './search.schema.ts'
import { speaksOfDanger } from './danger-words.ts'
import { filterChoices } from './filter-choices.ts'
import { searchPath } from './search-path.ts'
import { search, suggestNames } from './search.store.ts'
import { SearchPage } from './search.view.tsx'

/** Services by words, place and filters. */
export async function showSearch(
  { tx, input, language, clock }: Context<'GET', undefined, typeof SearchQuery, undefined>,
  geography: Geography,
): Promise<Result> {
  const query = input.query
  const place = placeOf(query, geography)
  if (place === 'unknown') return missingPlace(query.kommune ?? query.dekker ?? '', geography, language)
  const answer = await search(tx, query, today(clock))
  const pages = Math.max(1, Math.ceil(answer.total / PAGE_SIZE))
  if (query.side > pages)
    return { kind: 'redirect', status: 302, path: searchPath({ ...query, side: pages }) }

  const chosen = filterNames.reduce((sum, name) => sum + query[name].length, 0)
  const fallback =
    answer.total === 0 && query.kommune ? await nearestInKind(tx, query, geography, today(clock)) : []
  const head: PageHead = {
    title: searchTitle(query, place && geography.localName(place, language), language),
    description: localeOf(language).text(messages.searchDescription),
    path: searchPath(query),
    crumbs: crumbsOf(query, geography, language),
    ...(place?.kind === 'municipality' && { municipality: { code: place.code, name: place.name } }),
    // What somebody searched for is not for search engines; a place's services, whole or by one choice, are.
    indexed: !query.q && chosen <= 1 && query.side === 1,
    leaveQuickly: isSensitive(query),
    scripts: ['filters', 'suggest'],
  }
  const helpLines = isSensitive(query)
    ? await listHelpLines(tx, query.kommune ?? geography.country().code)
    : []
  return page(
    head,
    <SearchPage
      title={head.title}
      {...{ query, answer, pages, place, geography, fallback, helpLines }}
      today={today(clock)}
    />,
  )
}

/**
 * What a place lacks, elsewhere: services that match the same words and choices but do not cover the place, those of
 * its neighbours first. A fallback, shown as such; not hits (docs/decisions.md, 9).
 */
async function nearestInKind(
  tx: Reader,
  query: SearchQuery,
  geography: Geography,
  date: string,
): Promise<Hit[]> {
  const { hits } = await search(tx, { ...query, kommune: undefined, side: 1 }, date)
  const near = new Set(geography.neighboursOf(query.kommune!).flatMap(area => [area.code, ...area.parents]))
  const distance = (hit: Hit) => (hit.areas.some(code => near.has(code)) ? 0 : 1)
  return hits.toSorted((a, b) => distance(a) - distance(b)).slice(0, 5)
}

/** Words and choices under which violence, abuse or suicide can be the matter: numbers to call stand first, and one can leave quickly. */
function isSensitive(query: SearchQuery): boolean {
  if (query.q && speaksOfDanger(query.q)) return true
  const chosen = [...query.tema, ...query.rom, ...query.risiko, ...query.diagnose]
  return chosen.some(code => sensitiveCodes.has(code))
}

const sensitiveCodes = new Set([
  'hjelp-ved-overgrep',
  'barnevern',
  'vold-overgrep',
  'akutt-hjelp',
  'violence-or-abuse',
  'self-harm-or-suicidal-thoughts',
])

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
  if (query.kommune) {
    const area = geography.get(query.kommune)
    return area?.kind === 'municipality' ? area : 'unknown'
  }
  if (!query.dekker) return null
  const area = geography.get(query.dekker)
  return area?.kind === 'county' || area?.kind === 'country' ? area : 'unknown'
}

function searchTitle(query: SearchQuery, place: string | null, language: Language): string {
  const { text } = localeOf(language)
  if (query.q && place) return text(messages.searchTitleWordsIn, { words: query.q, place })
  if (query.q) return text(messages.searchTitleWords, { words: query.q })
  const choice = onlyChoice(query, language)
  if (choice && place) return text(messages.searchTitleChoiceIn, { choice, place })
  if (choice) return text(messages.searchTitleChoice, { choice })
  return place ? text(messages.searchTitleIn, { place }) : text(messages.searchTitle)
}

/** The name of what was chosen, when it is one thing: the page is then about that. */
function onlyChoice(query: SearchQuery, language: Language): string | null {
  const chosen = filterNames.flatMap(name => query[name].map(code => ({ name, code })))
  const [only] = chosen
  if (!only || chosen.length > 1) return null
  const entry = filterChoices[only.name].list.find(choice => choice.code === only.code)
  return entry ? localeOf(language).localText(entry.name) : null
}

function crumbsOf(query: SearchQuery, geography: Geography, language: Language) {
  const { text } = localeOf(language)
  const crumbs = [{ label: text(messages.norway), path: urls.country.href() }]
  const county = query.kommune
    ? geography.countyOf(query.kommune)
    : query.dekker
      ? geography.countyOf(query.dekker)
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
