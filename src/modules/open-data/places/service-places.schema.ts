import * as z from 'zod'
import { ServicePlace, ServicePlaceListItem } from '../hsds/hsds.schema.ts'
import { format, pageOf, paging, trueOrFalse, wholeNumber } from '../paging/paging.schema.ts'
import { hsdsFilters } from '../services/services.schema.ts'

/** Where: within a distance of a postcode, or in what a service covers. */
export const nearFilters = {
  postcode: z
    .string()
    .regex(/^\d{4}$/, { error: 'must be a Norwegian postcode of four digits, such as 2150' })
    .optional(),
  proximity: wholeNumber(0, 2_000_000).optional(),
}

const MOST_FULL = 100

/** GET and POST /service_at_locations. */
export const ServicePlacesQuery = z
  .object({
    ...hsdsFilters,
    ...nearFilters,
    full: trueOrFalse.optional(),
    ...paging,
    format,
  })
  .superRefine(({ postcode, proximity, full, per_page }, context) => {
    if (proximity !== undefined && postcode === undefined) {
      const message = 'needs a postcode to be near to'
      context.addIssue({ code: 'custom', path: ['proximity'], message })
    }
    if (full && per_page > MOST_FULL) {
      const message = `must be ${MOST_FULL} or less with full=true; for everything ask with format=ndjson`
      context.addIssue({ code: 'custom', path: ['per_page'], message })
    }
  })

export const ServicePlacesPage = pageOf(z.union([ServicePlaceListItem, ServicePlace])).meta({
  id: 'ServiceAtLocationsPage',
  description: 'A page of services at places; full ones with full=true',
})
