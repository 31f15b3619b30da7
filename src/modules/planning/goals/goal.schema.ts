import * as z from 'zod'
import {
  LONGEST_FORM,
  emptyAsMissing,
  forWhatItHolds,
  pageNumber,
  typedLines,
  typedText,
  uuid,
} from '#platform/http/input.ts'
import { directions, goalStates, type Aim, type YearValue } from './rules.ts'

/** A goal of the municipal master plan, which others hang on; or a result goal of an organisation or a unit. */
export const goalLevels = ['master', 'result'] as const
export type GoalLevel = (typeof goalLevels)[number]

const year = z.number().nullable().default(null)
const amount = z.number().nullable().default(null)

/** What is written on a goal. */
export const GoalFields = z.object({
  title: z.string().default(''),
  about: z.string().default(''),
  level: z.enum(goalLevels).default('result'),
  /** Id of the unit it is for. Null: the organisation as a whole. */
  unit: z.string().nullable().default(null),
  /** What is counted, and in what. */
  indicator: z.string().default(''),
  measured_in: z.string().default(''),
  direction: z.enum(directions).default('up'),
  base_year: year,
  base_value: amount,
  target_year: year,
  target_value: amount,
  /** A position, never a person. */
  responsible: z.string().default(''),
  /** Id of the goal it belongs under. */
  parent: z.string().nullable().default(null),
  source: z.string().default(''),
})
export type GoalFields = z.output<typeof GoalFields>

/** What the rule needs to know of a goal. */
export function aimOf(fields: GoalFields, figures: readonly { year: number; value: number | null }[]): Aim {
  const pair = (year: number | null, value: number | null): YearValue | null =>
    year === null || value === null ? null : { year, value }
  return {
    direction: fields.direction,
    baseline: pair(fields.base_year, fields.base_value),
    target: pair(fields.target_year, fields.target_value),
    figures: figures.flatMap(({ year, value }) => (value === null ? [] : [{ year, value }])),
  }
}

const choice = <T extends readonly [string, ...string[]]>(values: T) =>
  emptyAsMissing(z.enum(values).optional())

/** What chooses goals in the list and in its file. */
export const GoalsQuery = z.object({
  organisasjon: emptyAsMissing(uuid.optional()),
  enhet: emptyAsMissing(uuid.optional()),
  tilstand: choice(goalStates),
  side: pageNumber,
})
export type GoalsQuery = z.output<typeof GoalsQuery>

export const SavedQuery = z.object({ lagret: z.string().optional() })

/** All figures of a goal as a file, or another list of its page. */
export const GoalFileQuery = z.object({
  del: emptyAsMissing(z.enum(['endringer', 'tiltak', 'undermal']).optional()),
})

/** In four digits, and nothing that a program reads as a number besides. */
const reportYear = z
  .string()
  .regex(/^(19|20)\d\d$/)
  .transform(Number)

export const ReportQuery = z.object({
  organisasjon: emptyAsMissing(uuid.optional()),
  ar: emptyAsMissing(reportYear.optional()),
  lagret: z.string().optional(),
})

export type ReportQuery = z.output<typeof ReportQuery>

/** A part of it as a file; without `del` the goals. */
export const ReportFileQuery = ReportQuery.extend({
  del: emptyAsMissing(z.enum(['tiltak', 'okonomi', 'kort', 'ferdige']).optional()),
})

/** That the report of a year is finished. */
export const FinishForm = z.object({
  submission: uuid,
  organisasjon: uuid,
  ar: reportYear,
  /** So many finished reports of the year there were when the form was opened. */
  kjent: z.coerce.number().int().min(0).max(1_000_000),
})
export type FinishForm = z.output<typeof FinishForm>

export const HomeQuery = z.object({ organisasjon: emptyAsMissing(uuid.optional()) })

/** The figure of a year. What is wrong with what was typed the handler says. */
export const FigureForm = z
  .object({
    submission: uuid,
    /** So many rows it had when the form was opened. */
    kjent: z.coerce.number().int().min(0).max(1_000_000),
    ar: typedText(LONGEST_FORM).default(''),
    verdi: typedText(LONGEST_FORM).default(''),
    kommentar: typedLines(LONGEST_FORM).default(''),
  })
  .overwrite(forWhatItHolds('submission'))
export type FigureForm = z.output<typeof FigureForm>
