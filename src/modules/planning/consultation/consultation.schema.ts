import * as z from 'zod'
import { LONGEST_FORM, forWhatItHolds, typedLines, typedText, uuid } from '#platform/http/input.ts'

/** What is written on a consultation. */
export const ConsultationFields = z.object({
  question: z.string().default(''),
  deadline: z.string().nullable().default(null),
  /** Groups, in words. */
  invited: z.array(z.string()).default([]),
  link: z.string().default(''),
})
export type ConsultationFields = z.output<typeof ConsultationFields>

export const answerOutcomes = ['followed', 'partly', 'not-followed', 'noted'] as const
export type AnswerOutcome = (typeof answerOutcomes)[number]

export const ConsultationQuery = z.object({ lagret: z.string().optional() })

export const StatementForm = z
  .object({
    submission: uuid,
    gruppe: typedText(LONGEST_FORM).default(''),
    tekst: typedLines(LONGEST_FORM).default(''),
    dato: typedText(100).default(''),
  })
  .overwrite(forWhatItHolds('submission'))
export type StatementForm = z.output<typeof StatementForm>

export const AnswerForm = z
  .object({
    submission: uuid,
    uttalelse: uuid,
    utfall: typedText(100).default(''),
    tekst: typedLines(LONGEST_FORM).default(''),
  })
  .overwrite(forWhatItHolds('submission'))
export type AnswerForm = z.output<typeof AnswerForm>
