import * as z from 'zod'
import { EconomyRows, PaperLinks } from '../paper/paper.schema.ts'

/** What is written on a measure. */
export const MeasureFields = z.object({
  /** In its plan. */
  number: z.number().nullable().default(null),
  title: z.string().default(''),
  text: z.string().default(''),
  /** Positions and roles, never only a person. */
  responsible: z.string().default(''),
  /** Ids of units that answer for it. */
  units: z.array(z.string()).default([]),
  starts_on: z.string().nullable().default(null),
  ends_on: z.string().nullable().default(null),
  economy: EconomyRows.default([]),
  links: PaperLinks.default([]),
  /** Where it was taken from, for facts of others. */
  source: z.string().default(''),
})
export type MeasureFields = z.output<typeof MeasureFields>
