import * as z from 'zod'
import { emptyAsMissing, municipalityCode, uuid } from '#platform/http/input.ts'

/** A service's id, and a slug for people that may follow it. */
export const ServiceParams = z.object({ id: uuid, slug: z.string().max(200).optional() })

/** Where the reader lives, when she comes from a municipality's pages. */
export const ServiceQuery = z.object({ kommune: emptyAsMissing(municipalityCode.optional()) })
