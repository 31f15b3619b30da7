import { z } from 'zod'
import { typedLines, typedText, uuid } from '#platform/http/input.ts'

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

export const StatementForm = z.object({
  submission: uuid,
  gruppe: typedText(30_000).default(''),
  tekst: typedLines(30_000).default(''),
  dato: typedText(100).default(''),
})
export type StatementForm = z.output<typeof StatementForm>

export const AnswerForm = z.object({
  submission: uuid,
  uttalelse: uuid,
  utfall: typedText(100).default(''),
  tekst: typedLines(30_000).default(''),
})
export type AnswerForm = z.output<typeof AnswerForm>
