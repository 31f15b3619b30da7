import { z } from 'zod'
import { typedLines, typedText } from '#platform/http/input.ts'

export const OfferForm = z.object({
  fra: typedText(100).default(''),
  til: typedText(100).default(''),
  om: typedLines(20_000).default(''),
})
export type OfferForm = z.output<typeof OfferForm>
