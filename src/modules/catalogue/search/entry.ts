import * as z from 'zod'
import type { LocalText } from '#platform/i18n/language.ts'
import {
  documentLexemes,
  type DocumentFields,
  type DocumentLexeme,
  type Lexicon,
} from '../analysis/analysis.ts'
import { ServiceDocument } from '../document/document.schema.ts'
import {
  audiences,
  diagnosisGroups,
  losNames,
  riskGroups,
  rooms,
  targetGroups,
  themes,
  themesOf,
  type Vocabulary,
} from '../vocabulary/vocabulary.ts'
import { hashOf, packFacts, weighed, type OwnerLevel } from './facts.ts'
import { Card } from './search.schema.ts'

/** One service in so many is in the first part, and in the second, of those that a search of the country looks through. */
const PARTS = { 's:0': 64, 's:1': 8 }

/** What is read of the published form, to write what search reads. */
export const Published = z.object({
  id: z.string(),
  number: z.number(),
  owner_level: z.custom<OwnerLevel>(),
  /** Levels of those who deliver it. */
  delivered_by: z.array(z.custom<OwnerLevel>()),
  card: Card,
  document: ServiceDocument,
})
export type Published = z.output<typeof Published>

/** What is kept of a service for search. */
export type Entry = {
  /** What it is looked up by. */
  lexemes: string[]
  /** Lexemes of its texts with where they stand. */
  weighed: number[]
  facts: Buffer
  card: string
}

export function entryOf(service: Published, lexicon: Lexicon): Entry {
  return entryWith(service, documentLexemes(fieldsOf(service), lexicon))
}

/** @param lexemes of its texts */
export function entryWith(service: Published, lexemes: readonly DocumentLexeme[]): Entry {
  const { card } = service
  const codes = codesOf(service)
  return {
    lexemes: [
      ...new Set([
        ...lexemes.map(entry => entry.lexeme),
        ...card.areas.map(area => `a:${area}`),
        ...codes.map(code => `f:${code}`),
        ...partsOf(service.id, card.areas),
      ]),
    ],
    weighed: [...new Set(lexemes.map(({ lexeme, weight }) => weighed(lexeme, weight)))].toSorted(
      (a, b) => a - b,
    ),
    facts: packFacts({
      number: service.number,
      level: card.level,
      meantFor: card.meant_for,
      ownerLevel: service.owner_level,
      ageFrom: card.age_from,
      ageTo: card.age_to,
      confirmedOn: card.confirmed_on,
      confirmBy: card.confirm_by,
      name: card.name.nb ?? card.name.nn ?? '',
      areas: card.areas,
      codes,
    }),
    card: JSON.stringify(card),
  }
}

/** Whoever covers more than a municipality is for all who search the country, so it is in the first parts. */
function partsOf(id: string, areas: string[]): string[] {
  const isWide = areas.some(area => !/^[0-9]{4}([0-9]{2})?$/.test(area))
  const hash = hashOf(id)
  return Object.entries(PARTS)
    .filter(([, share]) => isWide || hash % share === 0)
    .map(([part]) => part)
}

/** Choices of filters that a service fits, and who delivers it. Levels and ages are read from their own numbers. */
function codesOf({ document: d, card, delivered_by }: Published): string[] {
  const of = (filter: string, codes: readonly string[]) => codes.map(code => `${filter}:${code}`)
  return [
    ...new Set([
      ...of('rom', [card.room_code]),
      ...of('niva', [card.level]),
      ...of('hvem', d.audiences),
      ...of('malgruppe', d.target_groups),
      ...of('risiko', d.risk_groups),
      ...of('diagnose', d.diagnosis_groups),
      ...of('tema', [...d.themes, ...themesOf(d.themes)]),
      ...of('tilgang', d.access),
      ...of('leverer', delivered_by),
    ]),
  ]
}

/** That it is always open is looked for in words: 'hele døgnet'. */
const AROUND_THE_CLOCK = { nb: 'Åpent hele døgnet', nn: 'Ope heile døgnet', en: 'Open around the clock' }

/** Its texts, as the analyser wants them. */
export function fieldsOf({ document: d, card }: Published): DocumentFields {
  const named = (vocabulary: Vocabulary<{ name: LocalText }>, codes: readonly string[]) =>
    codes.map(code => vocabulary.get(code))
  const labels = [
    ...named(rooms, [d.room]),
    ...named(audiences, d.audiences),
    ...named(targetGroups, d.target_groups),
    ...named(riskGroups, d.risk_groups),
    ...named(diagnosisGroups, d.diagnosis_groups),
    ...named(themes, themesOf(d.themes)),
  ].flatMap(entry => entry?.name ?? [])
  return {
    name: [d.name],
    keywords: d.keywords ? [d.keywords] : [],
    labels: [
      ...labels,
      ...(d.hours.some(hours => 'always' in hours) ? [AROUND_THE_CLOCK] : []),
      ...d.themes.flatMap(code => losNames.get(code) ?? []),
    ],
    summary: [d.summary],
    text: [
      ...[d.description, d.how_to_get, d.what_happens, d.good_to_know].flatMap(text => text ?? []),
      card.owner_name,
      ...d.places.flatMap(place => (place.name ? [place.name] : [])),
    ],
  }
}
