import type { Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import type { Api, OpenData } from '../open-data.ts'
import { ndjsonOf } from '../paging/ndjson.ts'
import { asGiven, jsonAnswer, noSuch, pageOfAll } from '../paging/paging.ts'
import type { IdParams } from '../paging/paging.schema.ts'
import type { TaxonomiesQuery, TermsQuery } from './taxonomies.schema.ts'

type OneContext = Context<'GET', typeof IdParams, undefined, undefined>

/** GET and POST /taxonomies: our vocabularies. */
export function showTaxonomies(
  { input: { query }, baseUrl }: Context<'GET', undefined, typeof TaxonomiesQuery, undefined>,
  { world }: OpenData,
  api: Api,
): Result {
  const found = world.taxonomies.all.filter(taxonomy => holds(taxonomy, query.search))
  if (query.format === 'ndjson') return ndjsonOf(found)
  return pageOfAll(found, query, { address: baseUrl + api.urls.taxonomies.href(), query: asGiven(query) })
}

/** GET /taxonomies/{id} */
export function showTaxonomy({ input }: OneContext, { world }: OpenData): Result {
  const found = world.taxonomies.find(input.params.id)
  return found ? jsonAnswer(found) : noSuch('taxonomy')
}

/** GET and POST /taxonomy_terms: their words, those above before those below. */
export function showTerms(
  { input: { query }, baseUrl }: Context<'GET', undefined, typeof TermsQuery, undefined>,
  { world }: OpenData,
  api: Api,
): Result {
  const found = world.taxonomies.terms
    .filter(
      term =>
        holds(term, query.search) &&
        (!query.taxonomy_id || term.taxonomy_id === query.taxonomy_id) &&
        (!query.parent_id || term.parent_id === query.parent_id) &&
        !(query.top_only && term.parent_id),
    )
    .map(api.term)
  if (query.format === 'ndjson') return ndjsonOf(found)
  return pageOfAll(found, query, { address: baseUrl + api.urls.terms.href(), query: asGiven(query) })
}

/** GET /taxonomy_terms/{id} */
export function showTerm({ input }: OneContext, { world }: OpenData, api: Api): Result {
  const found = world.taxonomies.findTerm(input.params.id)
  return found ? jsonAnswer(api.term(found)) : noSuch('term')
}

function holds({ name, description }: { name: string; description: string }, search: string | undefined) {
  if (!search) return true
  const text = `${name} ${description}`.toLowerCase()
  return search
    .toLowerCase()
    .split(' ')
    .every(word => text.includes(word))
}
