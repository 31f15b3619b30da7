import * as z from 'zod'
import { exec, many, oneAtATime, sql, type Tx } from '#platform/db/sql.ts'
import { listPapers, type Paper } from '../paper/paper.store.ts'
import { answerOutcomes, ConsultationFields, type AnswerOutcome } from './consultation.schema.ts'

export type Consultation = Paper<ConsultationFields>

/** Consultations about a plan, in the order of their making. */
export function listConsultations(tx: Tx, planId: string): Promise<Consultation[]> {
  return listPapers(tx, 'consultation', ConsultationFields, sql`paper.plan_id = ${planId}`)
}

/** The next deadline of each plan that is out for consultation, by the plan's id. @param today `YYYY-MM-DD` */
export async function listDeadlines(
  tx: Tx,
  planIds: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await many(
    tx,
    z.object({ plan_id: z.string(), deadline: z.string() }),
    sql`select plan_id, min(fields->>'deadline') as deadline from planning.paper
        where kind = 'consultation' and plan_id = any (${[...planIds]}::uuid[]) and fields->>'deadline' >= ${today} group by plan_id`,
  )
  return new Map(rows.map(row => [row.plan_id, row.deadline]))
}

const Statement = z.object({
  id: z.string(),
  paper_id: z.string(),
  on_behalf_of: z.string(),
  text: z.string(),
  given_on: z.string(),
  outcome: z.enum(answerOutcomes).nullable(),
  answer: z.string().nullable(),
  answered_by: z.string().nullable(),
  answered_at: z.date().nullable(),
})
/** What was said for a group, with what was done with it. */
export type Statement = z.output<typeof Statement>

/** Statements in consultations, in the order they were given, each with the last that was said of what was done. */
export function listStatements(tx: Tx, consultationIds: readonly string[]): Promise<Statement[]> {
  return many(
    tx,
    Statement,
    sql`select statement.id, statement.paper_id, statement.on_behalf_of, statement.text, statement.given_on, answer.outcome,
          answer.text as answer, answer.answered_by, answer.answered_at
        from planning.statement
        left join lateral (
          select outcome, text, answered_by, answered_at from planning.statement_answer
          where statement_answer.statement_id = statement.id order by number desc limit 1) answer on true
        where statement.paper_id = any (${[...consultationIds]}::uuid[])
        order by statement.given_on, statement.id`,
  )
}

export type NewStatement = { group: string; text: string; givenOn: string; submission: string }

/** Enters a statement; the same form sent twice enters one. */
export async function insertStatement(
  tx: Tx,
  consultationId: string,
  { group, text, givenOn, submission }: NewStatement,
  personId: string,
): Promise<void> {
  await oneAtATime(tx, `planning ${submission}`)
  await exec(
    tx,
    sql`insert into planning.statement (paper_id, on_behalf_of, text, given_on, submission, entered_by)
        select ${consultationId}, ${group}, ${text}, ${givenOn}, ${submission}, ${personId}
        where not exists (select from planning.statement
          where submission = ${submission} and paper_id = ${consultationId} and entered_by = ${personId})`,
  )
}

/** Says what was done with a statement; the same form sent twice says it once. */
export async function insertAnswer(
  tx: Tx,
  statementId: string,
  { outcome, text, submission }: { outcome: AnswerOutcome; text: string; submission: string },
  personId: string,
): Promise<void> {
  await oneAtATime(tx, `planning ${submission}`)
  await exec(
    tx,
    sql`insert into planning.statement_answer (statement_id, outcome, text, submission, answered_by)
        select ${statementId}, ${outcome}, ${text}, ${submission}, ${personId}
        where not exists (select from planning.statement_answer
          where submission = ${submission} and statement_id = ${statementId} and answered_by = ${personId})`,
  )
}
