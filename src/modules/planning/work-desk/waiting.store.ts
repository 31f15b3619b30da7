import * as z from 'zod'
import { many, sql, type Tx } from '#platform/db/sql.ts'
import { measureStates } from '../measure/rules.ts'

const Row = z.object({
  kind: z.enum(['measure', 'consultation', 'evaluation']),
  /** Of the plan, of the consultation, of the concretisation. */
  id: z.string(),
  title: z.string(),
  due: z.string().nullable(),
  starts: z.string().nullable(),
  state: z.enum(measureStates).nullable(),
})
export type WaitingRow = z.output<typeof Row>

/**
 * What may wait for who acts where she coordinates, in one statement: measures of adopted plans that are not done, consultations whose
 * deadline has not passed, and evaluations that are due within some days. Whether a measure is late the rule says, not this.
 * @param day `YYYY-MM-DD`
 */
export function listWaiting(tx: Tx, day: string, days: { evaluation: number }): Promise<WaitingRow[]> {
  return many(
    tx,
    Row,
    sql`with mine as materialized (
          select paper.id, paper.kind, paper.plan_id, paper.fields, stands.state
          from planning.paper
          left join lateral (
            select paper_state.state from planning.paper_state
            where paper_state.paper_id = paper.id order by paper_state.number desc limit 1) stands on true
          where paper.organization_id = any ((select organizations.reach('{coordinator}'))::uuid[])
        )
        select 'measure' as kind, plan.id, plan.fields->>'title' as title, measure.fields->>'ends_on' as due,
          measure.fields->>'starts_on' as starts, coalesce(measure.state, 'not-started') as state
        from mine measure join mine plan on plan.id = measure.plan_id
        where measure.kind = 'measure' and plan.state = 'adopted'
          and coalesce(measure.state, 'not-started') in ('not-started', 'started')
        union all
        select 'consultation', asked.id, plan.fields->>'title', asked.fields->>'deadline', null, null
        from mine asked join mine plan on plan.id = asked.plan_id
        where asked.kind = 'consultation' and asked.fields->>'deadline' >= ${day}
        union all
        select 'evaluation', mine.id, mine.fields->>'title', due.due_on::text, null, null
        from mine join planning.due_evaluations() due on due.paper_id = mine.id
        where due.due_on <= ${day}::date + ${days.evaluation}::integer
        order by 1, 4, 2`,
  )
}
