import * as z from 'zod'
import { exec, many, oneAtATime, sql, type Tx } from '#platform/db/sql.ts'
import { listPapers, type Paper } from '../paper/paper.store.ts'
import { ConcretisationFields, evaluationOutcomes, type EvaluationOutcome } from './concretisation.schema.ts'

export type Concretisation = Paper<ConcretisationFields>

/** Those that who acts may read, the newest first. */
export async function listConcretisations(tx: Tx): Promise<Concretisation[]> {
  return (await listPapers(tx, 'concretisation', ConcretisationFields, sql`true`)).toReversed()
}

/** The day by which each is to be evaluated next; those without one are not among them. `YYYY-MM-DD` by id. */
export async function listDueEvaluations(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await many(
    tx,
    z.object({ paper_id: z.string(), due_on: z.string() }),
    sql`select paper_id, due_on from planning.due_evaluations()`,
  )
  return new Map(rows.map(row => [row.paper_id, row.due_on]))
}

const Evaluation = z.object({
  id: z.string(),
  outcome: z.enum(evaluationOutcomes),
  text: z.string(),
  next_on: z.string().nullable(),
  written_by: z.string().nullable(),
  written_on: z.string(),
})
export type Evaluation = z.output<typeof Evaluation>

/** The newest first. */
export function listEvaluations(tx: Tx, id: string): Promise<Evaluation[]> {
  return many(
    tx,
    Evaluation,
    sql`select id, outcome, text, next_on, written_by, written_on from planning.evaluation
        where paper_id = ${id} order by id desc`,
  )
}

export type NewEvaluation = {
  outcome: EvaluationOutcome
  text: string
  nextOn: string | null
  submission: string
}

/** Writes an evaluation; the same form sent twice writes one. */
export async function insertEvaluation(
  tx: Tx,
  id: string,
  { outcome, text, nextOn, submission }: NewEvaluation,
  personId: string,
): Promise<void> {
  await oneAtATime(tx, `planning ${submission}`)
  await exec(
    tx,
    sql`insert into planning.evaluation (paper_id, outcome, text, next_on, submission, written_by)
        select ${id}, ${outcome}, ${text}, ${nextOn}, ${submission}, ${personId}
        where not exists (select from planning.evaluation
          where submission = ${submission} and paper_id = ${id} and written_by = ${personId})`,
  )
}
