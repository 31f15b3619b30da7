import * as z from 'zod'
import { LONGEST_FORM, typedText } from '#platform/http/input.ts'

/** A unit as its form sends it. What is wrong comes back with the form. */
export const UnitForm = z.object({
  navn: typedText(LONGEST_FORM).default(''),
  navn_nn: typedText(LONGEST_FORM).default(''),
  navn_en: typedText(LONGEST_FORM).default(''),
  under: typedText(200).default(''),
  telefon: typedText(LONGEST_FORM).default(''),
  nettside: typedText(LONGEST_FORM).default(''),
})
export type UnitForm = z.output<typeof UnitForm>
