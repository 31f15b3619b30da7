import type { GeoArea, Geography } from '#modules/areas/index.ts'
import { today } from '#platform/clock.ts'
import type { Language } from '#platform/i18n/language.ts'
import { localeOf, pageLocaleOf } from '#platform/i18n/locale.tsx'
import { json, page, type PageHead, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { crumbsTo } from '../listing/crumbs.ts'
import { messages } from '../messages.ts'
import type { CatalogueParts } from '../parts.ts'
import { mayBeKept, noteSearch } from '../unmet-need/unmet-need.ts'
import { missingPlace } from '../overview/overview.tsx'
import { placeAsTyped } from '../listing/place-field.ts'
import { listHelpLines } from '../listing/help-lines.store.ts'
import { filterNames, SearchQuery, type SuggestionQuery } from './search.schema.ts'
import { dangersFor } from './danger-words-asked.ts'
import { choiceOf } from './filter-choices.ts'
import { searchPath } from './search-path.ts'
import { findNearby, findServices, pagesOf } from './find-services.ts'
import type { SearchKnowledge } from './knowledge.ts'
import { pathToAskWhich } from './which-place.ts'
import { SearchPage } from './search.view.tsx'

/** Services by words, place and filters. */
export async function showSearch(
  { tx, input, language, clock, isVisit }: Context<'GET', undefined, typeof SearchQuery, undefined>,
  { search: knowledge, unmetNeeds }: Pick<CatalogueParts, 'search' | 'unmetNeeds'>,
): Promise<Result> {
  const { geography } = knowledge
  // What changes after this is told to who keeps the page; what is not yet known now would be known later.
  const isSettled = knowledge.isSettled()
  const { kommune, dekker } = input.query
  if (placeOf(input.query, geography) === 'unknown')
    return missingPlace(kommune ?? dekker ?? '', geography, language)
  const answer = await findServices(tx, input.query, knowledge, today(clock))
  const which = await pathToAskWhich(tx, input.query, answer)
  if (which) return { kind: 'redirect', status: 302, path: which }
  const { query } = answer
  const place = placeOf(query, geography) as GeoArea | null
  // The words may have named one of several places of a name: the title tells which.
  const isByWords = query.kommune !== kommune || query.dekker !== dekker
  const nameOfPlace = place && (isByWords ? place.distinctName : geography.localName(place, language))
  const pages = pagesOf(answer)
  if (query.side > pages)
    return { kind: 'redirect', status: 302, path: searchPath({ ...query, side: pages }) }

  const chosen = filterNames.reduce((sum, name) => sum + query[name].length, 0)
  const fallback = answer.isLoose && query.kommune ? await findNearby(tx, query, knowledge, today(clock)) : []
  // As it was written: of a place among the words the query is left without.
  const dangers = dangersFor(input.query, answer.understood)
  if (isVisit && unmetNeeds) {
    const isDanger = dangers.length > 0
    noteSearch(unmetNeeds, input.query, answer, { knowledge, day: today(clock), isDanger })
  }
  const head: PageHead = {
    title: searchTitle(query, nameOfPlace, language),
    description: pageLocaleOf(language).text(messages.searchDescription),
    path: searchPath(query),
    crumbs: crumbsTo(query.kommune ?? query.dekker ?? null, geography, language),
    ...(place?.kind === 'municipality' && { municipality: { code: place.code, name: place.name } }),
    // What somebody searched for is not for search engines; a place's services, whole or by one choice, are.
    indexed: !query.q && chosen <= 1 && query.side === 1,
    leaveQuickly: dangers.length > 0,
    keep: isSettled && mayBeKept(input.query, answer, { knowledge, isDanger: dangers.length > 0 }),
    scripts: ['filters', 'suggest'],
  }
  const helpLines = dangers.some(danger => danger.nearest)
    ? await listHelpLines(tx, query.kommune ?? geography.country().code)
    : []
  return page(
    head,
    <SearchPage
      title={head.title}
      placeField={place ? placeAsTyped(place, knowledge) : ''}
      {...{ query, answer, pages, place, geography, fallback, dangers, helpLines }}
      today={today(clock)}
    />,
  )
}

/** Names of services while somebody types. */
export async function suggest(
  { tx, input, language, clock }: Context<'GET', undefined, typeof SuggestionQuery, undefined>,
  knowledge: SearchKnowledge,
): Promise<Result> {
  const { q } = input.query
  if (!q || q.length < 2) return json([])
  const asked = SearchQuery.parse(input.query)
  // Names of services anywhere are more than none for a municipality that is not there.
  const query = placeOf(asked, knowledge.geography) === 'unknown' ? { ...asked, kommune: undefined } : asked
  const { hits } = await findServices(tx, query, knowledge, today(clock), { isTyping: true })
  const locale = localeOf(language)
  return json([...new Set(hits.map(hit => locale.localText(hit.card.name)))].slice(0, 8))
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
  const { text } = pageLocaleOf(language)
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
  const entry = choiceOf(only.name, only.code)
  return entry ? pageLocaleOf(language).localText(entry.name) : null
}
