import * as z from 'zod'
import { exec, maybe, sql, type Reader, type Tx } from '#platform/db/sql.ts'
import type { Answer } from './picture.store.ts'

/** What is answered about: one of the three. */
export type About = { serviceId: string | null; room: string | null; questionId: string | null }

export type NewAnswer = About & Pick<Answer, 'outcome' | 'reason' | 'text'>

/** The round that somebody is asked in. Null: there is no such, or it is not hers to see. */
export async function findRoundOf(tx: Reader, respondentId: string): Promise<string | null> {
  const found = await maybe(
    tx,
    z.object({ roundId: z.string() }),
    sql`select round_id as "roundId" from mapping.respondent where id = ${respondentId}`,
  )
  return found?.roundId ?? null
}

/** @throws when who acts may not answer there, or the round is closed */
export async function insertAnswer(
  tx: Tx,
  respondentId: string,
  answer: NewAnswer,
  personId: string,
): Promise<void> {
  await exec(
    tx,
    sql`insert into mapping.answer (respondent_id, service_id, room_code, question_id, outcome, reason, text, answered_by)
        values (${respondentId}, ${answer.serviceId}, ${answer.room}, ${answer.questionId}, ${answer.outcome},
          ${answer.reason}, ${answer.text}, ${personId})`,
  )
}

/** "We are done", once. */
export async function insertCompletion(tx: Tx, respondentId: string, personId: string): Promise<void> {
  await exec(
    tx,
    sql`insert into mapping.completion (respondent_id, completed_by) select ${respondentId}, ${personId}
        where not exists (select from mapping.completion where respondent_id = ${respondentId})`,
  )
}
