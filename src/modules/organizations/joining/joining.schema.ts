import * as z from 'zod'
import { LONGEST_FORM, severalOf, typedLines, typedText, uuid } from '#platform/http/input.ts'

/** What an organisation writes on the open form. What is wrong comes back with the form. */
export const JoinForm = z.object({
  submission: uuid,
  slag: typedText(100).default(''),
  navn: typedText(LONGEST_FORM).default(''),
  nummer: typedText(LONGEST_FORM).default(''),
  sted: typedText(100).default(''),
  om: typedLines(LONGEST_FORM).default(''),
  nettside: typedText(LONGEST_FORM).default(''),
  kontakt: typedText(LONGEST_FORM).default(''),
  epost: typedText(LONGEST_FORM).default(''),
})
export type JoinForm = z.output<typeof JoinForm>

export const AdmitForm = z.object({
  vegne: typedText(100).default(''),
  omrade: severalOf(z.string().max(100), 50),
})
export type AdmitForm = z.output<typeof AdmitForm>

export const RefuseForm = z.object({
  vegne: typedText(100).default(''),
  grunn: typedLines(LONGEST_FORM).default(''),
})
export type RefuseForm = z.output<typeof RefuseForm>

/** After an answer: the request that was answered. */
export const RequestsQuery = z.object({ svart: uuid.optional().catch(undefined) })
