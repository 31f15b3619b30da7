import * as z from 'zod'
import { LONGEST_FORM, emptyAsMissing, typedLines, uuid } from '#platform/http/input.ts'

const common = { submission: uuid, revision: z.coerce.number().int().min(0).max(1_000_000) }

/** What was just done, to be said on the page that follows. */
export const doneKinds = [
  'bekreftet',
  'publisert',
  'sendt',
  'godkjent',
  'tilbake',
  'arkivert',
  'kopi',
  'hentet',
  'lenkesjekk',
  'flyttet',
] as const
export type Done = (typeof doneKinds)[number]

export const DraftQuery = z.object({ gjort: z.enum(doneKinds).optional().catch(undefined) })

export const ReviewForm = z.object({ ...common, melding: typedLines(LONGEST_FORM).default('') })

export const ReviewDecisionForm = z.object({
  foresporsel: uuid,
  svar: z.enum(['godkjent', 'tilbake']),
  begrunnelse: typedLines(LONGEST_FORM).default(''),
})

export const PublicationForm = z.object({
  ...common,
  fra: z.string().max(40).default(''),
  til: z.string().max(40).default(''),
  nytt: typedLines(LONGEST_FORM).default(''),
})

export const ArchivingForm = z.object({ ...common, grunn: typedLines(LONGEST_FORM).default('') })

export const RestorationForm = z.object({ ...common, publisering: uuid })

export const HistoryQuery = z.object({
  /** Somebody saved a step before an old version could be brought back. */
  endret: z.literal('ja').optional(),
  side: emptyAsMissing(z.coerce.number().int().min(1).max(1000).default(1)),
})

export const CoverageAnswer = z.object({
  svar: z.enum(['ja', 'nei']),
  begrunnelse: typedLines(LONGEST_FORM).default(''),
})

/** After an answer: the question that was answered. */
export const QuestionsQuery = z.object({ svart: uuid.optional().catch(undefined) })
