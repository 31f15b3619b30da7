import * as z from 'zod'
import { answerOutcomes } from '../consultation/consultation.schema.ts'
import { measureStates } from '../measure/rules.ts'
import { economyKinds } from '../paper/paper.schema.ts'
import { planStates, planTypes } from '../plan/plan.schema.ts'

const years = z.tuple([z.number().int(), z.number().int()])
const key = z.string().regex(/^[a-z0-9-]{2,120}$/)

const DemoMeasure = z
  .object({
    title: z.string(),
    text: z.string().default(''),
    responsible: z.string(),
    units: z.array(key).default([]),
    /** Whole years; or from one day to another. */
    years: years.optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    /** A line for each of its years. */
    economy: z
      .array(
        z
          .object({
            kind: z.enum(economyKinds),
            amount_nok: z.number().int().optional(),
            years: years.optional(),
          })
          .strict(),
      )
      .default([]),
    /** Codes of rooms. */
    links: z.array(key).default([]),
    state: z.enum(measureStates),
  })
  .strict()
export type DemoMeasure = z.output<typeof DemoMeasure>

/** A plan of the demonstration, as a file in db/demo/plans has it. */
export const DemoPlan = z
  .object({
    key,
    organization: key,
    type: z.enum(planTypes).default('action'),
    state: z.enum(planStates),
    /** Beside each state: who reads it must know that it was made up. */
    comment: z.string(),
    title: z.string(),
    about: z.string(),
    years,
    responsible: z.string(),
    source: z.string(),
    measures: z.array(DemoMeasure).default([]),
    consultation: z
      .object({
        question: z.string(),
        deadline: z.iso.date(),
        invited: z.array(z.string()),
        statements: z.array(
          z
            .object({
              group: z.string(),
              text: z.string(),
              on: z.iso.date(),
              outcome: z.enum(answerOutcomes).optional(),
              answer: z.string().optional(),
            })
            .strict(),
        ),
      })
      .strict()
      .optional(),
    concretisation: z
      .object({ title: z.string(), unit: key })
      .catchall(z.union([z.string(), z.number()]))
      .optional(),
  })
  .strict()
export type DemoPlan = z.output<typeof DemoPlan>
