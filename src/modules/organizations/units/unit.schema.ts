import { z } from 'zod'
import { typedText } from '#platform/http/input.ts'

/** A unit as its form sends it. What is wrong comes back with the form. */
export const UnitForm = z.object({
  navn: typedText(5000).default(''),
  navn_nn: typedText(5000).default(''),
  navn_en: typedText(5000).default(''),
  under: typedText(200).default(''),
  telefon: typedText(1000).default(''),
  nettside: typedText(5000).default(''),
})
export type UnitForm = z.output<typeof UnitForm>
