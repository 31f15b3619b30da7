import * as z from 'zod'
import { Taxonomy, TaxonomyTerm } from '../hsds/hsds.schema.ts'
import { format, idInQuery, pageOf, paging, searchWords, trueOrFalse } from '../paging/paging.schema.ts'

/** GET and POST /taxonomies. */
export const TaxonomiesQuery = z.object({ search: searchWords.optional(), ...paging, format })

/** GET and POST /taxonomy_terms. */
export const TermsQuery = z.object({
  search: searchWords.optional(),
  taxonomy_id: idInQuery.optional(),
  top_only: trueOrFalse.optional(),
  parent_id: idInQuery.optional(),
  ...paging,
  format,
})

export const TaxonomiesPage = pageOf(Taxonomy).meta({
  id: 'TaxonomiesPage',
  description: 'A page of taxonomies',
})
export const TermsPage = pageOf(TaxonomyTerm).meta({
  id: 'TaxonomyTermsPage',
  description: 'A page of terms',
})
