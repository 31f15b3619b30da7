import { z } from 'zod'
import { typedText } from '#platform/http/input.ts'

/** What an organisation says of itself, as its form sends it. What is wrong comes back with the form. */
export const DetailsForm = z.object({
  navn: typedText(5000).default(''),
  navn_nn: typedText(5000).default(''),
  navn_en: typedText(5000).default(''),
  telefon: typedText(1000).default(''),
  nettside: typedText(5000).default(''),
  /** How it stood when the form was opened. */
  sett: typedText(64).default(''),
})
export type DetailsForm = z.output<typeof DetailsForm>

/** It was saved. */
export const DetailsQuery = z.object({ lagret: z.literal('ja').optional() })
