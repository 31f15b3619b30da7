import * as z from 'zod'
import { LONGEST_FORM, typedLines, typedText } from '#platform/http/input.ts'

export const OfferForm = z.object({
  fra: typedText(100).default(''),
  til: typedText(100).default(''),
  om: typedLines(LONGEST_FORM).default(''),
})
export type OfferForm = z.output<typeof OfferForm>
