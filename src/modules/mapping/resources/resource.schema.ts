import * as z from 'zod'
import { LONGEST_FORM, emptyAsMissing, typedText, uuid } from '#platform/http/input.ts'

export const ResourceParams = z.object({ service: uuid })

export const ResourceQuery = z.object({ lagret: z.string().max(10).optional().catch(undefined) })

/** An organisation, and the year of the list of services. */
export const SumsQuery = z.object({
  organisasjon: emptyAsMissing(uuid.optional()),
  ar: emptyAsMissing(z.coerce.number().int().min(2000).max(2100).optional()),
})

/** The sums of all years as a file, or the services of one. */
export const SumsFileQuery = SumsQuery.extend({ del: emptyAsMissing(z.literal('tilbud').optional()) })

/** Figures of one year, as they were typed. */
export const ResourceForm = z.object({
  ar: typedText(LONGEST_FORM).default(''),
  arsverk: typedText(LONGEST_FORM).default(''),
  budsjett: typedText(LONGEST_FORM).default(''),
  /** The number of the row that stood there when the form was opened. */
  sist: typedText(20).default(''),
})
export type ResourceForm = z.output<typeof ResourceForm>
