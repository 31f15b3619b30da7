import * as z from 'zod'
import { UkListItem, UkService, UkServicePlace, UkTerm } from '../hsds/uk.schema.ts'
import { format, pageOf, paging, trueOrFalse } from '../paging/paging.schema.ts'
import { nearFilters } from '../places/service-places.schema.ts'
import { hsdsFilters, ownFilters } from './services.schema.ts'

const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const years = z.coerce
  .number({ error: 'must be a number of years' })
  .min(0, { error: 'must be 0 or more' })
  .max(150, { error: 'must be 150 or less' })
const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, { error: 'must be a time such as 09:00' })

/** What HSDS-UK chooses services by beside HSDS. */
const ukFilters = {
  minimum_age: years.optional(),
  maximum_age: years.optional(),
  day: z
    .enum(days, { error: `must be one of: ${days.join(', ')}` })
    .transform(day => day.toLowerCase())
    .optional(),
  start_time: clockTime.optional(),
  end_time: clockTime.optional(),
}

/** GET /services of HSDS-UK. */
export const UkServicesQuery = z.object({
  ...hsdsFilters,
  ...ukFilters,
  ...ownFilters,
  ...paging,
  format,
  minimal: trueOrFalse.optional(),
  full: trueOrFalse.optional(),
})

/** GET /service_at_locations of HSDS-UK. */
export const UkServicePlacesQuery = z.object({
  ...hsdsFilters,
  ...ukFilters,
  ...nearFilters,
  ...paging,
  format,
  full: trueOrFalse.optional(),
})

export const UkServicesPage = pageOf(z.union([UkListItem, UkService])).meta({
  id: 'UkServicesPage',
  description: 'A page of services as HSDS-UK 3.0 has them',
})

export const UkServicePlacesPage = pageOf(UkServicePlace).meta({
  id: 'UkServiceAtLocationsPage',
  description: 'A page of services at places as HSDS-UK 3.0 has them',
})

export const UkTermsPage = pageOf(UkTerm).meta({ id: 'UkTaxonomyTermsPage', description: 'A page of terms' })
