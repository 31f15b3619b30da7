import * as z from 'zod'
import {
  LONGEST_FORM,
  emptyAsMissing,
  pageNumber,
  severalOf,
  typedLines,
  typedText,
  uuid,
} from '#platform/http/input.ts'

export const RoundsQuery = z.object({ side: pageNumber })

export const RoundParams = z.object({ id: uuid })

export const RoundQuery = z.object({ gjort: z.string().max(20).optional().catch(undefined) })

/** The progress as a file; `ikke-spurt`: those with services there that are not asked. */
export const ProgressFileQuery = z.object({ del: emptyAsMissing(z.enum(['ikke-spurt']).optional()) })

/** A new round as its form sends it. What is wrong comes back with the form. */
export const RoundForm = z.object({
  submission: uuid,
  organisasjon: typedText(100).default(''),
  tittel: typedText(LONGEST_FORM).default(''),
  melding: typedLines(LONGEST_FORM).default(''),
  frist: typedText(40).default(''),
  /** Units by their ids; an organisation as a whole by its own. */
  spurte: severalOf(z.string().max(80), 300),
  standard: severalOf(z.string().max(80), 40),
  /** One a line. */
  egne: typedLines(LONGEST_FORM).default(''),
})
export type RoundForm = z.output<typeof RoundForm>

export const NewRoundQuery = z.object({ for: z.string().max(80).optional().catch(undefined) })

export const DeadlineForm = z.object({ frist: typedText(40).default(''), sist: typedText(40).default('') })

export const ClosingForm = z.object({ sikker: z.string().max(10).optional() })
