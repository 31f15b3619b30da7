import * as z from 'zod'
import { SearchQuery, type FilterName } from '#modules/catalogue/index.ts'
import { emptyAsMissing } from '#platform/http/input.ts'

/** By what a chain is chosen: filters of the search, by the same names and in the same meaning. */
export const chainFilters = [
  'malgruppe',
  'alder',
  'hvem',
  'tema',
  'risiko',
  'diagnose',
  'tilgang',
] as const satisfies readonly FilterName[]
export type ChainFilter = (typeof chainFilters)[number]
export type Choice = Pick<SearchQuery, ChainFilter>

const { malgruppe, alder, hvem, tema, risiko, diagnose, tilgang } = SearchQuery.shape
const choice = { malgruppe, alder, hvem, tema, risiko, diagnose, tilgang }

/** What is chosen and, with the number two, what is put beside it: all of the state stands in the address. */
export const ChainQuery = z.object({
  ...choice,
  malgruppe2: malgruppe,
  alder2: alder,
  hvem2: hvem,
  tema2: tema,
  risiko2: risiko,
  diagnose2: diagnose,
  tilgang2: tilgang,
  /** Two choices are shown side by side. */
  sammenlign: emptyAsMissing(z.enum(['ja']).optional()),
})
export type ChainQuery = z.output<typeof ChainQuery>

/** The same as a file: `skritt` are the steps from easier to stronger help. */
export const ChainFileQuery = ChainQuery.extend({ del: emptyAsMissing(z.enum(['skritt']).optional()) })
export type ChainFileQuery = z.output<typeof ChainFileQuery>

/** The name of a filter in the address: of the first choice, or of the one beside it. */
export const fieldOf = (filter: ChainFilter, side: 1 | 2) => (side === 1 ? filter : (`${filter}2` as const))

export function choiceOn(query: ChainQuery, side: 1 | 2): Choice {
  return {
    malgruppe: query[fieldOf('malgruppe', side)],
    alder: query[fieldOf('alder', side)],
    hvem: query[fieldOf('hvem', side)],
    tema: query[fieldOf('tema', side)],
    risiko: query[fieldOf('risiko', side)],
    diagnose: query[fieldOf('diagnose', side)],
    tilgang: query[fieldOf('tilgang', side)],
  }
}

export const isAnything = (chosen: Choice) => chainFilters.some(filter => chosen[filter].length > 0)

/** The query of an address: what is empty is left out. */
export function addressOf(first: Choice, second: Choice | null): Record<string, readonly string[] | string> {
  const side = (chosen: Choice, which: 1 | 2) =>
    Object.fromEntries(chainFilters.map(filter => [fieldOf(filter, which), chosen[filter]]))
  return { ...side(first, 1), ...(second && { ...side(second, 2), sammenlign: 'ja' }) }
}
