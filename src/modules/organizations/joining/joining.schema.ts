import { z } from 'zod'
import { severalOf, typedLines, typedText, uuid } from '#platform/http/input.ts'

/** What an organisation writes on the open form. What is wrong comes back with the form. */
export const JoinForm = z.object({
  submission: uuid,
  slag: typedText(100).default(''),
  navn: typedText(20_000).default(''),
  nummer: typedText(1000).default(''),
  sted: typedText(100).default(''),
  om: typedLines(40_000).default(''),
  nettside: typedText(5000).default(''),
  kontakt: typedText(5000).default(''),
  epost: typedText(5000).default(''),
})
export type JoinForm = z.output<typeof JoinForm>

export const AdmitForm = z.object({
  vegne: typedText(100).default(''),
  omrade: severalOf(z.string().max(100), 50),
})
export type AdmitForm = z.output<typeof AdmitForm>

export const RefuseForm = z.object({
  vegne: typedText(100).default(''),
  grunn: typedLines(20_000).default(''),
})
export type RefuseForm = z.output<typeof RefuseForm>

/** After an answer: the request that was answered. */
export const RequestsQuery = z.object({ svart: uuid.optional().catch(undefined) })
