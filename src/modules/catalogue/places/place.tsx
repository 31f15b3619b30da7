import { resolvePlace, searchPlaces, type Place } from '#modules/areas/index.ts'
import type { Reader } from '#platform/db/sql.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import { json, notFoundPage, page, redirect, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { understandQuery, type Understanding } from '../analysis/analysis.ts'
import { dangerKinds, type DangerKind } from '../listing/danger-kinds.ts'
import { listHelpLines, type HelpLine } from '../listing/help-lines.store.ts'
import { dangersFor } from '../search/danger-words-asked.ts'
import { dangersIn } from '../search/danger-words.ts'
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
  const { text } = localeOf(language)
  const places = found.kind === 'several' ? found.places : found.near
  const title = text(found.kind === 'several' ? messages.which : messages.none, {
    text: query.sted,
  })
  const { dangers, near, helpLines } = await hearDanger(
    tx,
    query,
    found.kind === 'none' ? query.sted : null,
    knowledge,
  )
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

/**
 * What danger is spoken of, heard as the search hears it, and who is near. Somebody may cry for help in the field that asks
 * where: what is no place is heard too.
 * @param notPlace what was written as a place and is none
 */
async function hearDanger(
  tx: Reader,
  query: PlaceQuery,
  notPlace: string | null,
  knowledge: SearchKnowledge,
): Promise<{ dangers: DangerKind[]; near: string | null; helpLines: HelpLine[] }> {
  const { geography, places } = knowledge
  const understood = (words: string) =>
    understandQuery(words, knowledge.lexicon(), {
      places: names => places.codesOf(names.join(' ')).length > 0,
    })
  const [need, place] = [query.q, notPlace].map(words => (words ? understood(words) : null))
  const heard = new Set([
    ...dangersFor(query, need ?? null),
    ...(notPlace ? dangersIn(notPlace, place ? withoutGuesses(place) : null) : []),
  ])
  const all = dangerKinds.filter(kind => heard.has(kind))
  const urgent = all.filter(kind => !kind.talk_only)
  const dangers = urgent.length > 0 ? urgent : all
  const near = dangers.length > 0 ? await municipalityIn([place, need]) : null
  const isNearHelpful = dangers.some(danger => danger.nearest)
  const helpLines = isNearHelpful ? await listHelpLines(tx, near ?? geography.country().code) : []
  return { dangers, near, helpLines }

  /** The one municipality that the words surely name. */
  async function municipalityIn(all: (Understanding | null | undefined)[]): Promise<string | null> {
    for (const words of all) {
      const found = words?.place?.isSure ? await resolvePlace(tx, words.place.text) : null
      if (found?.kind === 'one' && found.place.municipality) return found.place.municipality.code
    }
    return null
  }
}

/** A word alone that nobody knows is a place we lack or one misspelled ('Valdres' is near 'vald'), not a misspelled cry for help. */
function withoutGuesses(understood: Understanding): Understanding {
  const [only, ...others] = understood.words
  if (!only || others.length > 0 || only.surface.includes(' ')) return understood
  const alternatives = only.alternatives.filter(({ kind }) => kind !== 'spelling')
  return { ...understood, words: [{ ...only, alternatives }] }
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
