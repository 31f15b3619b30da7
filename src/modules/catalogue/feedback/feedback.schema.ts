import * as z from 'zod'
import {
  LONGEST_FORM,
  emptyAsMissing,
  municipalityCode,
  typedLines,
  typedText,
  uuid,
} from '#platform/http/input.ts'

/** 'Did you find what you were looking for?' */
export const FoundAnswer = z.object({
  svar: z.enum(['ja', 'nei']),
  // The field takes 500 characters; more, sent without it, is cut and not refused: the form could not be given back.
  lette_etter: emptyAsMissing(typedText(LONGEST_FORM).optional()),
  kommune: emptyAsMissing(municipalityCode.optional()),
  tilbud: emptyAsMissing(uuid.optional()),
})

/** A report of an error. Longer than what is stored, so that a long one comes back with an explanation and is not lost. */
export const ErrorReport = z.object({ melding: typedLines(LONGEST_FORM).default('') })

export const REPORT_LIMIT = 1000
