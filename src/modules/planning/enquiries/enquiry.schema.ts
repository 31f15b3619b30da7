import * as z from 'zod'
import {
  LONGEST_FORM,
  emptyAsMissing,
  forWhatItHolds,
  pageNumber,
  typedLines,
  uuid,
} from '#platform/http/input.ts'

export const answerKinds = ['text', 'number', 'yes-no', 'link'] as const
export type AnswerKind = (typeof answerKinds)[number]

/** What is written on an enquiry until it is sent. */
export const EnquiryFields = z.object({
  question: z.string().default(''),
  why: z.string().default(''),
  /** National code of the room it is about. */
  room: z.string().nullable().default(null),
  answer_kind: z.enum(answerKinds).default('text'),
  /** Codes of municipalities. */
  municipalities: z.array(z.string()).default([]),
  deadline: z.string().nullable().default(null),
})
export type EnquiryFields = z.output<typeof EnquiryFields>

export const SubmissionForm = z.object({ submission: uuid })

/** A municipality's answer. `kjent`: so many answers it had when the form was opened. */
export const AnswerForm = z
  .object({
    submission: uuid,
    organisasjon: uuid,
    kjent: z.coerce.number().int().min(0).max(1_000_000),
    svar: typedLines(LONGEST_FORM).default(''),
    deles: z.literal('ja').optional(),
  })
  .overwrite(forWhatItHolds('submission'))
export type AnswerForm = z.output<typeof AnswerForm>

/** Pages of the two lists: `side` of those from others, `egne` of one's own. */
export const EnquiriesQuery = z.object({ side: pageNumber, egne: pageNumber })
export type EnquiriesQuery = z.output<typeof EnquiriesQuery>

/** How the municipalities stand with an enquiry as a file; `historikk`: all that one's own have answered. */
export const AnswersFileQuery = z.object({ del: emptyAsMissing(z.enum(['historikk']).optional()) })
