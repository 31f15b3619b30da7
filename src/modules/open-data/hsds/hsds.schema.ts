import { z } from 'zod'
import { areaCode, emptyAsMissing, uuid } from '#platform/http/input.ts'

/** Parameters of the HSDS API's list of services (HSDS 3.2), and our own `area`. */
export const ServicesQuery = z.object({
  page: emptyAsMissing(z.coerce.number().int().min(1).max(100_000).default(1)),
  per_page: emptyAsMissing(z.coerce.number().int().min(1).max(500).default(50)),
  area: emptyAsMissing(areaCode.optional()),
})

export const ServiceIdParams = z.object({ id: uuid })
