import * as z from 'zod'
import {
  LONGEST_FORM,
  emptyAsMissing,
  forWhatItHolds,
  pageNumber,
  typedLines,
  uuid,
} from '#platform/http/input.ts'

/** What is written on a guideline. */
export const GuidelineFields = z.object({
  title: z.string().default(''),
  text: z.string().default(''),
  link: z.string().default(''),
  /** National codes of rooms, and codes of target groups. */
  rooms: z.array(z.string()).default([]),
  groups: z.array(z.string()).default([]),
  valid_from: z.string().nullable().default(null),
  valid_to: z.string().nullable().default(null),
  /** The document it stands in. */
  source: z.string().default(''),
})
export type GuidelineFields = z.output<typeof GuidelineFields>

export const outcomes = ['published', 'withdrawn'] as const
export type Outcome = (typeof outcomes)[number]

/** Pages of the two lists: `side` of those from others, `egne` of one's own. */
export const GuidelinesQuery = z.object({ side: pageNumber, egne: pageNumber })
export type GuidelinesQuery = z.output<typeof GuidelinesQuery>

export const HomeQuery = z.object({ organisasjon: emptyAsMissing(uuid.optional()) })
export const SavedQuery = z.object({ lagret: z.string().optional() })

/** Publishing or withdrawing. `kjent`: so many rows it had when the form was opened. */
export const PublicationForm = z
  .object({
    submission: uuid,
    kjent: z.coerce.number().int().min(0).max(1_000_000),
    utfall: z.enum(outcomes),
  })
  .overwrite(forWhatItHolds('submission'))

/** That a municipality takes note, or writes its note anew. `kjent`: so many times it had done either when the form was opened. */
export const AcknowledgementForm = z
  .object({
    submission: uuid,
    organisasjon: uuid,
    publisering: uuid,
    kjent: z.coerce.number().int().min(0).max(1_000_000),
    merknad: typedLines(LONGEST_FORM).default(''),
  })
  .overwrite(forWhatItHolds('submission'))
export type AcknowledgementForm = z.output<typeof AcknowledgementForm>
