import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { FrozenWords } from '#platform/i18n/frozen-words.ts'
import { measureStates } from '../measure/rules.ts'
import { goalStates } from '../goals/rules.ts'

const Point = z.object({ x: z.number(), y: z.number() })

/** Where everything of a drawing stands. */
const Drawing = z.object({
  width: z.number(),
  height: z.number(),
  left: z.number(),
  right: z.number(),
  levels: z.array(z.object({ y: z.number(), value: z.number() })),
  places: z.array(z.object({ x: z.number(), value: z.number() })),
  lines: z.array(z.object({ look: z.enum(['plain', 'dashed']), path: z.string(), marks: z.array(Point) })),
})

const Goal = z.object({
  id: z.string(),
  title: z.string(),
  standing: z.enum(goalStates),
  unit: StoredTextSchema.nullable(),
  indicator: z.string(),
  /** With their years, in words. */
  baseline: StoredTextSchema.nullable(),
  target: StoredTextSchema.nullable(),
  drawing: Drawing.nullable(),
  /** Null: taken back, or none. */
  figures: z.array(
    z.object({ year: z.number(), value: StoredTextSchema.nullable(), comment: z.string().nullable() }),
  ),
})

/**
 * What is frozen of a year. All that its report shows is here, words included, and nothing is looked up. Never changed once reports have
 * been finished with it: another form is another `version`, beside this one.
 */
export const YearSnapshot = z.object({
  version: z.literal(1),
  year: z.number(),
  organization: StoredTextSchema,
  /** `YYYY-MM-DD` */
  finishedOn: z.string(),
  counts: z.record(z.enum(goalStates), z.number()),
  /** Goals that are measured and have no figure for the year. */
  lacking: z.number(),
  /** Under the goals of the master plan, by their titles. Null: under none. */
  groups: z.array(z.object({ master: z.string().nullable(), goals: z.array(Goal) })),
  measures: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      plan: z.string(),
      responsible: z.string(),
      time: StoredTextSchema,
      state: z.enum(measureStates),
      lateness: z.enum(['start', 'end']).nullable(),
    }),
  ),
  /** In whole kroner. */
  money: z.object({
    rows: z.array(z.object({ kind: StoredTextSchema, sum: z.number() })),
    sum: z.number(),
    without: z.number(),
  }),
  words: FrozenWords,
})
export type YearSnapshot = z.output<typeof YearSnapshot>
