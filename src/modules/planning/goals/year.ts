import type { Tx } from '#platform/db/sql.ts'
import { listMeasuresOf } from '../measure/measure.store.ts'
import type { Home, Unit } from '../paper/home.store.ts'
import { withLateness, type ListedMeasure } from '../plan/choose-measures.ts'
import { listPlans } from '../plan/plan.store.ts'
import { aimOf } from './goal.schema.ts'
import { listGoals, type Goal } from './goal.store.ts'
import { unitsOf } from './goals.tsx'
import { stateOf } from './rules.ts'

/** What a year of an organisation is told by. */
export type Year = {
  home: Home
  year: number
  /** From the first year to the last that anything is known of; this year is among them. */
  span: { first: number; last: number }
  /** With figures until the year. */
  goals: Goal[]
  /** Those of the year. */
  measures: { plan: string; measure: ListedMeasure }[]
  units: Unit[]
}

/** The goals with figures until a year, and the measures of the year as they stand. @param day today, `YYYY-MM-DD` */
export async function lookAtYear(tx: Tx, home: Home, year: number, day: string): Promise<Year> {
  const isHers = (one: { organization_id: string }) => one.organization_id === home.id
  const allGoals = (await listGoals(tx, year)).filter(isHers)
  const goals = allGoals.map(goal => until(goal, year))
  const yearsOfGoals = allGoals.flatMap(goal =>
    [goal.fields.base_year ?? [], ...goal.figures.map(one => one.year)].flat(),
  )
  const plans = (await listPlans(tx)).filter(isHers)
  const all = await listMeasuresOf(
    tx,
    plans.map(({ id }) => id),
  )
  const ofPlan = Map.groupBy(all, measure => measure.plan_id)
  const measures = plans.flatMap(plan =>
    withLateness(ofPlan.get(plan.id) ?? [], plan, day).map(measure => ({ plan: plan.fields.title, measure })),
  )
  return {
    home,
    year,
    span: spanOf([...yearsOfGoals, ...measures.flatMap(({ measure }) => yearsOfMeasure(measure))], day),
    goals,
    measures: measures.filter(({ measure }) => concerns(measure, year)),
    units: await unitsOf(tx, goals),
  }
}

function yearsOfMeasure({ fields: { starts_on, ends_on, economy } }: ListedMeasure): number[] {
  const days = [starts_on, ends_on].flatMap(one => (one === null ? [] : [Number(one.slice(0, 4))]))
  return [...days, ...economy.map(row => row.year)]
}

function spanOf(known: readonly number[], day: string): Year['span'] {
  const years = [Number(day.slice(0, 4)), ...known]
  return { first: Math.min(...years), last: Math.max(...years) }
}

/** The goal as its figures until a year tell it. */
function until(goal: Goal, year: number): Goal {
  const figures = goal.figures.filter(figure => figure.year <= year)
  return { ...goal, figures, standing: stateOf(aimOf(goal.fields, figures), year) }
}

/** Whether a measure is for a year: it lasts into it, has money in it, or should have been done before and is not. */
function concerns({ fields, lateness }: ListedMeasure, year: number): boolean {
  const from = fields.starts_on === null ? null : Number(fields.starts_on.slice(0, 4))
  const to = fields.ends_on === null ? null : Number(fields.ends_on.slice(0, 4))
  const isWithin = (from === null || from <= year) && (to === null || to >= year)
  const isLate = lateness !== null && (from === null || from <= year)
  return isWithin || isLate || fields.economy.some(row => row.year === year)
}

export const lateOf = (measures: Year['measures']) =>
  measures.filter(({ measure }) => measure.lateness !== null)

/** The rows of money that are for the year. */
export const moneyOf = ({ measures, year }: Pick<Year, 'measures' | 'year'>) =>
  measures.flatMap(({ measure }) => measure.fields.economy.filter(row => row.year === year))

/** Goals that are measured and have no figure for the year. */
export const lackingOf = ({ goals, year }: Pick<Year, 'goals' | 'year'>) =>
  goals.filter(
    ({ fields, figures }) =>
      fields.indicator !== '' && !figures.some(one => one.year === year && one.value !== null),
  )

/** Result goals under the goals of the master plan that they belong to; those that belong to none come last. */
export function groupsOf(goals: readonly Goal[]): { master: Goal | null; some: Goal[] }[] {
  const masters = goals.filter(({ fields }) => fields.level === 'master')
  const results = goals.filter(({ fields }) => fields.level === 'result')
  return [
    ...masters.map(master => ({ master, some: results.filter(({ fields }) => fields.parent === master.id) })),
    {
      master: null,
      some: results.filter(({ fields }) => !masters.some(master => master.id === fields.parent)),
    },
  ].filter(({ master, some }) => master !== null || some.length > 0)
}
