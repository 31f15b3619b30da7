import * as z from 'zod'
import { LONGEST_FORM, typedText } from '#platform/http/input.ts'

/** What an organisation says of itself, as its form sends it. What is wrong comes back with the form. */
export const DetailsForm = z.object({
  navn: typedText(LONGEST_FORM).default(''),
  navn_nn: typedText(LONGEST_FORM).default(''),
  navn_en: typedText(LONGEST_FORM).default(''),
  telefon: typedText(LONGEST_FORM).default(''),
  nettside: typedText(LONGEST_FORM).default(''),
  /** How it stood when the form was opened. */
  sett: typedText(64).default(''),
})
export type DetailsForm = z.output<typeof DetailsForm>

/** It was saved. */
export const DetailsQuery = z.object({ lagret: z.literal('ja').optional() })
