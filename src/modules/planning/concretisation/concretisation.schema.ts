import * as z from 'zod'
import {
  LONGEST_FORM,
  emptyAsMissing,
  forWhatItHolds,
  typedLines,
  typedText,
  uuid,
} from '#platform/http/input.ts'
import { economyKinds } from '../paper/paper.schema.ts'

const words = z.string().default('')
const day = z.string().nullable().default(null)

/** What is written before a service gets public money. */
export const ConcretisationFields = z.object({
  title: words,
  need: words,
  goal: words,
  target_group: words,
  method: words,
  resources: words,
  /** A year. */
  cost_nok: z.number().nullable().default(null),
  funding: z.enum(economyKinds).nullable().default(null),
  responsible: words,
  unit: z.string().nullable().default(null),
  starts_on: day,
  ends_on: day,
  evaluation: words,
  evaluate_on: day,
  /** The draft that it became. */
  service: z.string().nullable().default(null),
})
export type ConcretisationFields = z.output<typeof ConcretisationFields>

export const evaluationOutcomes = ['continue', 'change', 'stop'] as const
export type EvaluationOutcome = (typeof evaluationOutcomes)[number]

export const ConcretisationQuery = z.object({ lagret: z.string().optional() })
export const NewConcretisationQuery = z.object({ organisasjon: emptyAsMissing(uuid.optional()) })
export const StepParams = z.object({ id: uuid, step: z.string().max(40) })

export const EvaluationForm = z
  .object({
    submission: uuid,
    utfall: typedText(100).default(''),
    tekst: typedLines(LONGEST_FORM).default(''),
    neste: typedText(100).default(''),
  })
  .overwrite(forWhatItHolds('submission'))
export type EvaluationForm = z.output<typeof EvaluationForm>

export const PressForm = z.object({ submission: uuid })
