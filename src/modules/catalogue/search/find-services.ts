import type { Geography } from '#modules/areas/index.ts'
import type { Reader } from '#platform/db/sql.ts'
import {
  turnedTo,
  understandQuery,
  type QueryWord,
  type Understanding,
  type Voice,
  type Why,
} from '../analysis/analysis.ts'
import { coveringOf } from './covering-of.ts'
import { wordsInDanger } from './danger-first.ts'
import { dayNumber } from './facts.ts'
import { allChoices, bandsByCode, chosenIn } from './all-choices.ts'
import type { PackVisit } from './kept-packs.ts'
import type { SearchKnowledge } from './knowledge.ts'
import { matchAll, startMatching, type Asked, type Match, type Matches } from './match.ts'
import { startSelection, type Terms } from './search-packs.ts'
import { keyOf } from './score-words.ts'
import { PAGE_SIZE, type Hit, type SearchAnswer, type SearchQuery } from './search.schema.ts'
import { fetchFacts, sortByName } from './search.store.ts'
import { understandText } from './understood-texts.ts'

/** Of the whole country no more than these are looked at: above, the count is "over". In a place all are. */
export const CAP = 1000
const ALL = 1_000_000

/** Of so many services as may have the words, all are looked through; of more, a part first (entry.ts). */
const LOOK_THROUGH_ALL = 20_000
const PARTS = [
  { lexeme: 's:0', share: 64, isPacked: true },
  { lexeme: 's:1', share: 8, isPacked: false },
]

/** A hit that is as close as this is what was asked for. */
const CLOSE = 0.7

/** Fewer hits than these that have all the words: services with some of them are looked for too. */
const FEW = 5

export type Found = SearchAnswer & {
  /** The query as it was understood: a place among the words is the place. */
  query: SearchQuery
  understood: Understanding | null
  /** The words name a place that several bear, and nothing tells which: the likeliest was taken. Null: none, or it is clear. */
  unsurePlace: string | null
  /** Nothing is quite what was asked for: hits have only a part of a word, or something wider. */
  isLoose: boolean
}

/**
 * Services that match words, place and filters, with counts for each choice of each filter. In a place they are exact; of the
 * whole country at most `CAP` services are looked at.
 */
export async function findServices(
  tx: Reader,
  asked: SearchQuery,
  knowledge: SearchKnowledge,
  today: string,
  options: { isTyping?: boolean } = {},
): Promise<Found> {
  const { query, understood, unsurePlace } = understandSearch(asked, knowledge, options.isTyping ?? false)
  const typed = understood?.words ?? []
  // Half typed, a word is still many things.
  const inDanger = understood && !options.isTyping ? wordsInDanger(asked.q ?? '', understood) : null
  const words = inDanger ?? typed
  const place = query.kommune ?? query.dekker ?? null
  const voice = understood ? heardIn(understood) : null
  const wanted: Asked = {
    words,
    saysWhat: understood?.saysWhat ?? false,
    age: understood?.age ?? null,
    isUrgent: inDanger !== null,
    voice,
    beside: understood && turnedTo(voice, understood),
    covering: place ? coveringOf(knowledge.geography, place) : null,
    chosen: chosenIn(query),
    choices: allChoices,
    bands: bandsByCode,
    today: dayNumber(today),
    ...(query.sorter === 'relevans' && { best: query.side * PAGE_SIZE }),
  }
  const { matches, isCapped } = place
    ? await findInPlace(tx, wanted, knowledge)
    : await findInCountry(tx, wanted, knowledge)
  const shown = await pageOf(tx, matches.ranked, query)
  const isUncounted = words.length === 0 && !place && wanted.chosen.length === 0
  return {
    query,
    understood,
    unsurePlace,
    total: isUncounted ? Math.max(knowledge.services(), matches.total) : matches.total,
    isCapped: isCapped && !isUncounted,
    isLoose: !isClose(matches.closest),
    hits: await asHits(tx, shown, typed, knowledge),
    counts: isUncounted && isCapped ? await knowledge.countryCounts(tx) : matches.counts,
  }
}

/** Numbers of the services of the whole country that answer a text, the best first: at most `CAP`. */
export async function rankInCountry(tx: Reader, text: string, knowledge: SearchKnowledge): Promise<number[]> {
  const { words, age, saysWhat } = understandQuery(text, knowledge.lexicon())
  if (words.length === 0) return []
  const asked = {
    words,
    saysWhat,
    age,
    covering: null,
    chosen: [],
    choices: [],
    bands: bandsByCode,
    today: 0,
  }
  const { matches } = await findInCountry(tx, asked, knowledge)
  return matches.ranked.map(match => match.number)
}

/** How many services are shown of what a place lacks. */
const NEARBY = 5

/**
 * What a place lacks, elsewhere: services that are what was asked for, in its neighbours or its county, else in the country. A
 * fallback, shown as such; not hits (docs/decisions.md, 9).
 */
export async function findNearby(
  tx: Reader,
  query: SearchQuery,
  knowledge: SearchKnowledge,
  today: string,
): Promise<Hit[]> {
  const { geography } = knowledge
  const { words = [], saysWhat = false } = understandSearch(query, knowledge, false).understood ?? {}
  const asked: Asked = {
    words,
    saysWhat,
    age: null,
    covering: null,
    chosen: chosenIn(query),
    choices: [],
    bands: bandsByCode,
    today: dayNumber(today),
  }
  const { matches } = await findAround(tx, asked, query.kommune!, knowledge)
  const here = new Set(coveringOf(geography, query.kommune!).keys())
  const hits = await asHits(
    tx,
    matches.ranked.filter(match => isClose(match.closeness)).slice(0, 4 * NEARBY),
    words,
    knowledge,
  )
  return hits.filter(hit => !hit.card.areas.some(area => here.has(area))).slice(0, NEARBY)
}

/** In the country, those of the neighbours first, or else of the county. */
async function findAround(
  tx: Reader,
  asked: Asked,
  municipality: string,
  knowledge: SearchKnowledge,
): Promise<Looked> {
  const { geography } = knowledge
  const looked = await findInCountry(tx, asked, knowledge)
  // What nobody has, neighbours have not: most words without a hit are such.
  if (!isClose(looked.matches.closest)) return looked
  const neighbours = geography.neighboursOf(municipality).map(area => [area.code, NEXT_DOOR] as const)
  const county = geography.countyOf(municipality)
  const inCounty = county ? geography.municipalitiesOf(county.code) : []
  const around = new Map([...inCounty.map(area => [area.code, IN_COUNTY] as const), ...neighbours])
  // Of what many have, only a part was looked at.
  const nextDoor = looked.isCapped
    ? await findInPlace(tx, { ...asked, covering: new Map(neighbours) }, knowledge)
    : null
  if (nextDoor && isClose(nextDoor.matches.closest)) return nextDoor
  const near = await look(tx, looked.terms, { ...asked, covering: around }, knowledge)
  return isClose(near.matches.closest) ? near : looked
}
const NEXT_DOOR = { whole: true, distance: 0 }
const IN_COUNTY = { whole: true, distance: 2 }

/** Pages of hits that can be turned to. */
export function pagesOf(answer: Pick<Found, 'total' | 'query'>): number {
  const isCountry = !answer.query.kommune && !answer.query.dekker
  const reachable = isCountry ? Math.min(answer.total, CAP) : answer.total
  return Math.max(1, Math.ceil(reachable / PAGE_SIZE))
}

/** What is asked for: the place that the words name goes before the one that was chosen. */
function understandSearch(
  asked: SearchQuery,
  knowledge: SearchKnowledge,
  isTyping: boolean,
): { query: SearchQuery; understood: Understanding | null; unsurePlace: string | null } {
  if (!asked.q) return { query: asked, understood: null, unsurePlace: null }
  const { geography, places } = knowledge
  const understood = understandText(asked.q, knowledge, isTyping)
  if (!understood.place?.isSure) return { query: asked, understood, unsurePlace: null }
  const codes = places.codesOf(understood.place.text)
  const told = toldBy(codes, asked, geography)
  const code = told ?? codes[0]
  if (!code) return { query: asked, understood, unsurePlace: null }
  const unsurePlace = told === undefined && codes.length > 1 ? understood.place.text : null
  const { kommune: _, dekker: __, ...rest } = asked
  const query = code.length === 4 ? { ...rest, kommune: code } : { ...rest, dekker: code }
  return { query, understood, unsurePlace }
}

/** Of several places with one name: the one in the county that is named too, or where one is, or in that county. Undefined: nothing tells. */
function toldBy(
  codes: readonly string[],
  { q = '', kommune: here }: SearchQuery,
  geography: Geography,
): string | undefined {
  const named = codes.find(code => {
    const county = geography.countyOf(code)
    return county && county.code !== code && q.toLowerCase().includes(county.name.toLowerCase())
  })
  if (named) return named
  if (here && codes.includes(here)) return here
  const county = here && geography.countyOf(here)?.code
  return codes.find(code => county && geography.countyOf(code)?.code === county)
}

/** Who speaks; words of the work with children tell it too. */
function heardIn({ voice, audiences }: Understanding): Voice | null {
  return audiences.includes('employees') ? 'employee' : voice
}

type Looked = {
  matches: Matches
  isCapped: boolean
  /** What was looked for. */
  terms: Terms
}

async function findInPlace(tx: Reader, asked: Asked, { packs }: SearchKnowledge): Promise<Looked> {
  const areas = [...asked.covering!.keys()].map(code => `a:${code}`)
  const terms = asked.words.length > 0 ? [asked.words.flatMap(lexemesOf)] : []
  const matches =
    (await packs.goThrough(tx, areas, () => matchPacks(asked, terms, ALL))) ??
    matchAll(await fetchFacts(tx, [areas, ...terms], weighedIn(asked), ALL), asked)
  return { matches, isCapped: false, terms }
}

function matchPacks(asked: Asked, terms: Terms, limit: number): PackVisit<Matches> {
  const selection = startSelection(terms, limit)
  const matching = startMatching(asked)
  return {
    pack: (pack, gone) => matching.inPack(pack, selection.placesIn(pack, gone)),
    end: () => matching.end(),
  }
}

async function findInCountry(tx: Reader, asked: Asked, knowledge: SearchKnowledge): Promise<Looked> {
  const { words } = asked
  const sought = words.filter(word => word.isKnown)
  const all = (sought.length > 0 ? sought : words).map(lexemesOf)
  const looked = await look(tx, all, asked, knowledge)
  if (looked.matches.total >= FEW || words.length < 2) return looked
  // The words that decide, any of them: the share of the words that each has sorts out the rest.
  const heaviest = words
    .filter(word => !asked.saysWhat || !word.isProperty)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, 4)
  return look(tx, [heaviest.flatMap(lexemesOf)], asked, knowledge)
}

async function look(tx: Reader, terms: Terms, asked: Asked, knowledge: SearchKnowledge): Promise<Looked> {
  const matches = await matchPart(tx, terms, asked, knowledge)
  const isCapped = matches.looked >= CAP
  if (!isCapped || asked.chosen.length === 0) return { matches, isCapped, terms }
  // Too many to look at all: those that fit the choices are fetched by them. Counts of other choices stay those of the first.
  const filters = Map.groupBy(asked.chosen, choice => choice.filter)
  const chosen = [...filters].flatMap(([filter, choices]) =>
    filter === 'alder' ? [] : [choices.map(choice => `f:${filter}:${choice.code}`)],
  )
  const narrowed = await matchPart(tx, [...terms, ...chosen], asked, knowledge)
  const counts = { ...narrowed.counts }
  for (const filter of filters.keys()) {
    const others = Object.entries(matches.counts[filter] ?? {})
    counts[filter] = Object.fromEntries(others.map(([code, n]) => [code, counts[filter]?.[code] || n]))
  }
  return { matches: { ...narrowed, counts }, isCapped: narrowed.looked >= CAP, terms }
}

/**
 * Looks at no more than `CAP` services that hold the terms. Of a word that a fifth of a million services have, the index alone takes
 * longer than a reader waits; so a part of the services is looked through first, and more of them only where those are few.
 */
async function matchPart(
  tx: Reader,
  terms: Terms,
  asked: Asked,
  { packs }: SearchKnowledge,
): Promise<Matches> {
  const inPack = (lexeme: string) => packs.goThrough(tx, [lexeme], () => matchPacks(asked, terms, CAP))
  const inDatabase = async (all: Terms) => matchAll(await fetchFacts(tx, all, weighedIn(asked), CAP), asked)
  const few = await inPack('*')
  if (few) return few
  for (const { lexeme, share, isPacked } of PARTS) {
    const part = (isPacked && (await inPack(lexeme))) || (await inDatabase([...terms, [lexeme]]))
    if (part.looked >= CAP) return part
    if (part.looked * share < LOOK_THROUGH_ALL) break
  }
  return inDatabase(terms)
}

function isClose(closeness: number): boolean {
  return closeness >= CLOSE
}

async function pageOf(tx: Reader, ranked: Match[], { sorter, side }: SearchQuery): Promise<Match[]> {
  const from = (side - 1) * PAGE_SIZE
  if (sorter === 'navn') {
    const byNumber = new Map(ranked.map(match => [match.number, match]))
    const numbers = await sortByName(tx, [...byNumber.keys()], PAGE_SIZE, from)
    return numbers.map(number => byNumber.get(number)!)
  }
  const sorted = sorter === 'bekreftet' ? ranked.toSorted((a, b) => b.confirmedOn - a.confirmedOn) : ranked
  return sorted.slice(from, from + PAGE_SIZE)
}

async function asHits(
  tx: Reader,
  matches: Match[],
  words: readonly QueryWord[],
  knowledge: SearchKnowledge,
): Promise<Hit[]> {
  const cards = await knowledge.cards.find(
    tx,
    matches.map(match => match.number),
  )
  return matches.flatMap(({ whole, keys: own }, index) => {
    // One that was withdrawn since is left out.
    const card = cards[index]
    return card ? [{ card, whole, why: whyMatched(own(), words) }] : []
  })
}

/** Why a hit is one: of each word, the strongest of its meanings that the service has. */
function whyMatched(keys: readonly number[], words: readonly QueryWord[]): Why[] {
  const own = new Set(keys)
  return words.flatMap(word => {
    const found = word.alternatives.find(alternative => own.has(keyOf(alternative.lexeme)))
    return found ? [{ typed: word.surface, meant: found.meant, kind: found.kind, lexeme: found.lexeme }] : []
  })
}

/** Lexemes of all that the words may mean, and of what counts beside them. Null: no words are asked for. */
function weighedIn({ words, beside }: Asked): string[] | null {
  if (words.length === 0) return null
  return (beside ? [...words, beside] : words).flatMap(lexemesOf)
}

function lexemesOf(word: QueryWord): string[] {
  return word.alternatives.map(alternative => alternative.lexeme)
}
