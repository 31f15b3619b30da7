import * as z from 'zod'
import {
  LONGEST_FORM,
  countyCode,
  emptyAsMissing,
  forWhatItHolds,
  severalOf,
  typedLines,
  typedText,
  uuid,
} from '#platform/http/input.ts'

export const GuideStepParams = z.object({ step: z.string().regex(/^[a-z-]{2,40}$/) })

/** Whose rounds: asked for where one reads those of several. */
export const MethodQuery = z.object({ organisasjon: emptyAsMissing(uuid.optional()) })
export type MethodQuery = z.output<typeof MethodQuery>

export const SavedQuery = z.object({ lagret: z.string().optional() })

/** The steps of a round as a file; `sjekkliste` and `dokumenter`: what is in them. */
export const RoundFileQuery = z.object({
  del: emptyAsMissing(z.enum(['sjekkliste', 'dokumenter']).optional()),
})
/** The checklist of a step as a file, or another list of its page. */
export const StepFileQuery = z.object({
  del: emptyAsMissing(z.enum(['dokumenter', 'historikk']).optional()),
})

export const OpenForm = z.object({ submission: uuid, organisasjon: uuid })
export const EndForm = z
  .object({ submission: uuid, laert: typedLines(LONGEST_FORM).default('') })
  .overwrite(forWhatItHolds('submission'))

const item = z.string().regex(/^[a-z0-9-]{3,60}$/)

/** A checklist as it was sent: what is ticked, and what was ticked when she opened it. */
export const TicksForm = z
  .object({
    submission: uuid,
    gjort: severalOf(item, 100),
    kjent: severalOf(item, 100),
  })
  .overwrite(forWhatItHolds('submission'))

export const DocumentForm = z
  .object({
    submission: uuid,
    tittel: typedText(LONGEST_FORM).default(''),
    lenke: typedText(LONGEST_FORM).default(''),
  })
  .overwrite(forWhatItHolds('submission'))
export const DocumentRemovalForm = z.object({ dokument: uuid })

export const StatusQuery = z.object({ fylke: emptyAsMissing(countyCode.optional()) })
export type StatusQuery = z.output<typeof StatusQuery>

/** What is written on a step of a round. */
export const StepFields = z.object({
  /** A position, never a person. */
  responsible: z.string().default(''),
  unit: z.string().nullable().default(null),
  /** `YYYY-MM-DD` */
  starts_on: z.string().nullable().default(null),
  ends_on: z.string().nullable().default(null),
  note: z.string().default(''),
})
export type StepFields = z.output<typeof StepFields>
