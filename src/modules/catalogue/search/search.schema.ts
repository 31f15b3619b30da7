import * as z from 'zod'
import {
  countyCode,
  emptyAsMissing,
  municipalityCode,
  pageNumber,
  severalOf,
  searchedText,
} from '#platform/http/input.ts'
import type { Why } from '../analysis/analysis.ts'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import {
  accessKinds,
  ageBands,
  audiences,
  diagnosisGroups,
  levels,
  losCodes,
  riskGroups,
  rooms,
  targetGroups,
  themes,
  type Vocabulary,
} from '../vocabulary/vocabulary.ts'

const codeOf = (vocabulary: Vocabulary<unknown>) => z.string().refine(code => vocabulary.has(code))

/** Of what somebody tells, so much is read. */
export const LONGEST_NEED = 400

/** The address of a search: words, a place and filters. An unknown code is a bad request, not an empty answer. */
export const SearchQuery = z.object({
  q: emptyAsMissing(searchedText(LONGEST_NEED).optional()),
  kommune: emptyAsMissing(municipalityCode.optional()),
  /** Only services that cover all of this county or of the country. */
  dekker: emptyAsMissing(z.union([countyCode, z.literal('NO')]).optional()),
  alder: severalOf(codeOf(ageBands)),
  hvem: severalOf(codeOf(audiences)),
  malgruppe: severalOf(codeOf(targetGroups)),
  risiko: severalOf(codeOf(riskGroups)),
  diagnose: severalOf(codeOf(diagnosisGroups)),
  tema: severalOf(z.string().refine(code => themes.has(code) || losCodes.has(code))),
  niva: severalOf(codeOf(levels)),
  rom: severalOf(codeOf(rooms)),
  tilgang: severalOf(codeOf(accessKinds)),
  /** All filters are shown, also those that few people use. */
  filtre: emptyAsMissing(z.enum(['alle']).optional()),
  sorter: emptyAsMissing(z.enum(['relevans', 'navn', 'bekreftet']).default('relevans')),
  side: emptyAsMissing(pageNumber),
})
export type SearchQuery = z.output<typeof SearchQuery>

/** Names of the filters, as they stand in the address. */
export const filterNames = [
  'alder',
  'hvem',
  'malgruppe',
  'risiko',
  'diagnose',
  'tema',
  'niva',
  'rom',
  'tilgang',
] as const
export type FilterName = (typeof filterNames)[number]

/** Services on one page of a search. */
export const PAGE_SIZE = 20

const IsoDate = z.string()

/** A service as it stands in a list. Ages are months. */
export const Card = z.object({
  id: z.string(),
  slug: z.string(),
  name: StoredTextSchema,
  summary: StoredTextSchema,
  level: z.enum(['all', 'more', 'help']),
  room_code: z.string(),
  meant_for: z.enum(['residents', 'services', 'both']),
  age_from: z.number(),
  age_to: z.number(),
  access_kinds: z.array(z.string()),
  owner_level: z.string(),
  owner_name: StoredTextSchema,
  areas: z.array(z.string()),
  confirmed_on: IsoDate,
  confirm_by: IsoDate,
  phone: z.string().nullable(),
})
export type Card = z.output<typeof Card>

export const Hit = z.object({
  /** Kept from search to search, and so never changed. */
  card: Card,
  /** False: it only covers a part of the municipality searched in. */
  whole: z.boolean(),
  /** Why it is a hit, of each word; empty when no words were asked for. */
  why: z.array(z.custom<Why>()),
})
export type Hit = z.output<typeof Hit>

export const SearchAnswer = z.object({
  total: z.number(),
  /** True: there are more than `total`, that were not counted. */
  isCapped: z.boolean(),
  hits: z.array(Hit),
  /** Number of hits for each code of each filter, given all other filters. */
  counts: z.partialRecord(z.enum(filterNames), z.record(z.string(), z.number())),
})
export type SearchAnswer = z.output<typeof SearchAnswer>

/** What has been typed so far. */
export const SuggestionQuery = z.object({
  q: emptyAsMissing(searchedText(100).optional()),
  kommune: emptyAsMissing(municipalityCode.optional()),
})
