import * as z from 'zod'
import { Organization, OrganizationListItem } from '../hsds/hsds.schema.ts'
import {
  format,
  idInQuery,
  pageOf,
  paging,
  searchWords,
  trueOrFalse,
  wholeNumber,
} from '../paging/paging.schema.ts'

const fullService = { full_service: trueOrFalse.optional() }

/** Organisations on a page when their services come with them. */
const MOST_FULL = 100

/** GET and POST /organizations. */
export const OrganizationsQuery = z
  .object({
    search: searchWords.optional(),
    taxonomy_term_id: idInQuery.optional(),
    taxonomy_id: idInQuery.optional(),
    full: trueOrFalse.optional(),
    ...fullService,
    ...paging,
    per_page: wholeNumber(1, 500, '; for everything ask with format=ndjson').default(50),
    format,
  })
  .superRefine(({ full, full_service, per_page }, context) => {
    if (!(full || full_service) || per_page <= MOST_FULL) return
    const message = `must be ${MOST_FULL} or less with full=true; for everything ask with format=ndjson`
    context.addIssue({ code: 'custom', path: ['per_page'], message })
  })

/** GET /organizations/{id} */
export const OrganizationQuery = z.object(fullService)

export const OrganizationsPage = pageOf(z.union([OrganizationListItem, Organization])).meta({
  id: 'OrganizationsPage',
  description: 'A page of organisations; with full=true with their services',
})
