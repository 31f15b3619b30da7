import * as z from 'zod'
import { emptyAsMissing, uuid, pageNumber } from '#platform/http/input.ts'
import { measureStates } from '../measure/rules.ts'

export const planTypes = ['action', 'other'] as const
export type PlanType = (typeof planTypes)[number]

export const planStates = ['draft', 'in-consultation', 'adopted', 'closed'] as const
export type PlanState = (typeof planStates)[number]

/** What is written on a plan. */
export const PlanFields = z.object({
  title: z.string().default(''),
  about: z.string().default(''),
  /** An action plan, or another plan that concerns children and is kept in the register. */
  type: z.enum(planTypes).default('action'),
  from_year: z.number().nullable().default(null),
  to_year: z.number().nullable().default(null),
  /** A position, never a person. */
  responsible: z.string().default(''),
  link: z.string().default(''),
})
export type PlanFields = z.output<typeof PlanFields>

const choice = <T extends readonly [string, ...string[]]>(values: T) =>
  emptyAsMissing(z.enum(values).optional())

export const PlanListQuery = z.object({
  slag: choice(planTypes),
  tilstand: choice(planStates),
  side: pageNumber,
})
export type PlanListQuery = z.output<typeof PlanListQuery>

/** The register as a file, or the measures in it that are late. */
export const PlanListFileQuery = PlanListQuery.extend({ del: choice(['planer', 'forsinket']) })

/** What chooses measures on the page of a plan, and in its file. */
export const PlanQuery = z.object({
  status: choice(measureStates),
  enhet: emptyAsMissing(uuid.optional()),
  sent: emptyAsMissing(z.literal('ja').optional()),
  lagret: z.string().optional(),
})
export type PlanQuery = z.output<typeof PlanQuery>

/** The measures of a plan as a file, or another list of its page. */
export const PlanFileQuery = PlanQuery.extend({ del: choice(['tiltak', 'okonomi', 'horinger', 'foringer']) })

/** Where a new plan leads on to: what was about to be taken into one. */
export const NewPlanQuery = z.object({
  organisasjon: emptyAsMissing(uuid.optional()),
  slag: z.string().max(20).optional(),
  nokkel: z.string().max(200).optional(),
  omrade: z.string().max(40).optional(),
})
