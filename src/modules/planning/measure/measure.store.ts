import * as z from 'zod'
import { oneAtATime, sql, value, type Tx } from '#platform/db/sql.ts'
import { listPapers, type Paper } from '../paper/paper.store.ts'
import { MeasureFields } from './measure.schema.ts'
import { MOST_NUMBER, measureStates, type MeasureState } from './rules.ts'

/** A measure, with how it stands. */
export type Measure = Omit<Paper<MeasureFields>, 'state'> & { state: MeasureState }

const asMeasure = (paper: Paper<MeasureFields>): Measure => ({
  ...paper,
  state: measureStates.find(state => state === paper.state) ?? 'not-started',
})

/** Measures of a plan, by their numbers. */
export function listMeasures(tx: Tx, planId: string): Promise<Measure[]> {
  return listMeasuresOf(tx, [planId])
}

/** Measures of several plans, by their numbers. */
export async function listMeasuresOf(tx: Tx, planIds: readonly string[]): Promise<Measure[]> {
  const isOfThese = sql`paper.plan_id = any (${[...planIds]}::uuid[])`
  const papers = await listPapers(tx, 'measure', MeasureFields, isOfThese)
  const last = Number.MAX_SAFE_INTEGER
  return papers.map(asMeasure).toSorted((a, b) => (a.fields.number ?? last) - (b.fields.number ?? last))
}

/** Null: there is none, or who acts may not see it. */
export async function findMeasure(tx: Tx, id: string): Promise<Measure | null> {
  const [paper] = await listPapers(tx, 'measure', MeasureFields, sql`paper.id = ${id}`)
  return paper ? asMeasure(paper) : null
}

/** Measures that answer gaps of a place, in the order of their making. */
export async function listAnsweringGaps(tx: Tx, areaCode: string): Promise<Measure[]> {
  const link = JSON.stringify([{ kind: 'gap', area: areaCode }])
  const papers = await listPapers(tx, 'measure', MeasureFields, sql`paper.fields->'links' @> ${link}::jsonb`)
  return papers.map(asMeasure)
}

/**
 * The number of the next measure of a plan: after the highest, and where that is the highest there is, the first that is free. Others
 * who number there wait until this transaction ends.
 */
export async function nextNumber(tx: Tx, planId: string): Promise<number> {
  await oneAtATime(tx, `planning numbers ${planId}`)
  return value(
    tx,
    z.number(),
    sql`with taken as (
          select (fields->>'number')::integer as number from planning.paper where plan_id = ${planId} and kind = 'measure'
        )
        select case when coalesce(max(number), 0) < ${MOST_NUMBER} then coalesce(max(number), 0) + 1 else (
          select min(free) from generate_series(1, (select count(*) + 1 from taken)) free
          where free not in (select number from taken where number is not null)) end
        from taken`,
  )
}
