import { latenessOf, type Lateness } from '../measure/rules.ts'
import type { Measure } from '../measure/measure.store.ts'
import type { PlanQuery } from './plan.schema.ts'
import type { Plan } from './plan.store.ts'

/** A measure as a plan shows it. */
export type ListedMeasure = Measure & { lateness: Lateness | null }

/** Measures with whether they are late. @param today `YYYY-MM-DD` */
export function withLateness(
  measures: readonly Measure[],
  plan: Pick<Plan, 'state'>,
  today: string,
): ListedMeasure[] {
  return measures.map(measure => ({
    ...measure,
    lateness: latenessOf({ state: measure.state, ...measure.fields }, plan.state, today),
  }))
}

/** Those that are chosen on the page. */
export function chooseMeasures(
  measures: readonly ListedMeasure[],
  { status, enhet, sent }: Pick<PlanQuery, 'status' | 'enhet' | 'sent'>,
): ListedMeasure[] {
  return measures.filter(
    ({ state, fields, lateness }) =>
      (status === undefined || state === status) &&
      (enhet === undefined || fields.units.includes(enhet)) &&
      (sent === undefined || lateness !== null),
  )
}
