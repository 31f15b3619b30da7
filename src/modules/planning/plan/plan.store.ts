import * as z from 'zod'
import type { Rows } from '#platform/paging.ts'
import { many, sql, type Sql, type Tx } from '#platform/db/sql.ts'
import { countPapers, listPapers, type Paper } from '../paper/paper.store.ts'
import { PlanFields, planStates, type PlanState } from './plan.schema.ts'

/** A plan, with how it stands. */
export type Plan = Omit<Paper<PlanFields>, 'state'> & { state: PlanState }

const asPlan = (paper: Paper<PlanFields>): Plan => ({
  ...paper,
  state: planStates.find(state => state === paper.state) ?? 'draft',
})

/** Plans that who acts may read, by their titles. */
export async function listPlans(tx: Tx): Promise<Plan[]> {
  const papers = await listPapers(tx, 'plan', PlanFields, sql`true`)
  return papers.map(asPlan).toSorted((a, b) => a.fields.title.localeCompare(b.fields.title, 'nb'))
}

type Choice = { slag?: PlanFields['type'] | undefined; tilstand?: PlanState | undefined }

const chosen = ({ slag, tilstand }: Choice): Sql => {
  const isOfType = slag === undefined ? sql`true` : sql`paper.fields->>'type' = ${slag}`
  const isSo = tilstand === undefined ? sql`true` : sql`coalesce(stands.state, 'draft') = ${tilstand}`
  return sql`${isOfType} and ${isSo}`
}

/** The chosen plans that who acts may read, by their titles: some rows of them. @param rows null: all */
export async function listChosenPlans(tx: Tx, choice: Choice, rows: Rows | null): Promise<Plan[]> {
  const order = sql`paper.fields->>'title' collate "nb-x-icu"`
  return (await listPapers(tx, 'plan', PlanFields, chosen(choice), { order, rows })).map(asPlan)
}

export const countChosenPlans = (tx: Tx, choice: Choice): Promise<number> =>
  countPapers(tx, 'plan', chosen(choice))

/** Null: there is none, or who acts may not see it. */
export async function findPlan(tx: Tx, id: string): Promise<Plan | null> {
  const [paper] = await listPapers(tx, 'plan', PlanFields, sql`paper.id = ${id}`)
  return paper ? asPlan(paper) : null
}

const Counts = z.object({ plan_id: z.string(), measures: z.number(), done: z.number() })

/** How many measures each of some plans has, and how many are done. */
export async function countMeasures(
  tx: Tx,
  planIds: readonly string[],
): Promise<ReadonlyMap<string, { measures: number; done: number }>> {
  const rows = await many(
    tx,
    Counts,
    sql`select paper.plan_id, count(*) as measures, count(*) filter (where stands.state = 'done') as done
        from planning.paper
        left join lateral (
          select paper_state.state from planning.paper_state
          where paper_state.paper_id = paper.id order by paper_state.number desc limit 1) stands on true
        where paper.kind = 'measure' and paper.plan_id = any (${[...planIds]}::uuid[]) group by paper.plan_id`,
  )
  return new Map(rows.map(({ plan_id, ...counts }) => [plan_id, counts]))
}
