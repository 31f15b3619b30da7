import * as z from 'zod'
import { exec, maybe, sql, value, type Tx } from '#platform/db/sql.ts'
import type { LocalText } from '#platform/i18n/language.ts'
import type { FindingKind } from '../finding/suggestions.ts'

// What the demonstration has been through, as its operator writes it: nobody has done it, and the days are those of the file.

const Id = z.string()

export type DemoRound = {
  id: string
  organization: string
  title: string
  message: string
  opened: string
  deadline: string
  /** Keys of units; the organisation's own for it as a whole, another organisation's for that. */
  asked: readonly string[]
  questions: readonly { code: string | null; wording: LocalText }[]
}

/** False: it is here, or the organisation is not. */
export async function insertDemoRound(tx: Tx, round: DemoRound): Promise<boolean> {
  const inserted = await exec(
    tx,
    sql`insert into mapping.round (id, organization_id, area_code, title, message, submission, opened_at)
        select ${round.id}, id, area_code, ${round.title}, ${round.message}, ${round.id}, ${`${round.opened}T09:00:00Z`}::timestamptz
        from organizations.named_organization where key = ${round.organization}
        on conflict do nothing`,
  )
  if (inserted === 0) return false
  await exec(
    tx,
    sql`insert into mapping.deadline (round_id, last_day) values (${round.id}, ${round.deadline})`,
  )
  for (const key of round.asked)
    await exec(
      tx,
      sql`insert into mapping.respondent (round_id, held_by, organization_id, unit_id)
          select round.id, round.organization_id, place.organization_id, place.unit_id from mapping.round
          cross join (
            select id as organization_id, null::uuid as unit_id from organizations.named_organization where key = ${key}
            union all select organization_id, id from organizations.named_unit where key = ${key}) place
          where round.id = ${round.id}`,
    )
  for (const [index, { code, wording }] of round.questions.entries())
    await exec(
      tx,
      sql`insert into mapping.question (round_id, position, code, wording)
          values (${round.id}, ${index + 1}, ${code}, ${JSON.stringify(wording)})`,
    )
  return true
}

/** Who is asked in a round, by the key of the unit or organisation. */
export function respondentOfKey(tx: Tx, roundId: string, key: string): Promise<string> {
  return value(
    tx,
    Id,
    sql`select asked.id from mapping.respondent asked
        join organizations.named_organization organization on organization.id = asked.organization_id
        left join organizations.named_unit unit on unit.id = asked.unit_id
        where asked.round_id = ${roundId} and coalesce(unit.key, organization.key) = ${key}`,
  )
}

export async function insertDemoAnswer(
  tx: Tx,
  respondentId: string,
  answer: { question: string; text: string; day: string },
): Promise<void> {
  await exec(
    tx,
    sql`insert into mapping.answer (respondent_id, question_id, outcome, text, answered_at)
        select asked.id, question.id, 'answered', ${answer.text}, ${`${answer.day}T10:00:00Z`}::timestamptz
        from mapping.respondent asked join mapping.question on question.round_id = asked.round_id
        where asked.id = ${respondentId} and question.code = ${answer.question}`,
  )
}

export async function insertDemoNone(
  tx: Tx,
  respondentId: string,
  answer: { room: string; reason: string; text: string | null; day: string },
): Promise<void> {
  await exec(
    tx,
    sql`insert into mapping.answer (respondent_id, room_code, outcome, reason, text, answered_at)
        values (${respondentId}, ${answer.room}, 'none', ${answer.reason}, ${answer.text}, ${`${answer.day}T10:00:00Z`}::timestamptz)`,
  )
}

export async function completeDemo(tx: Tx, respondentId: string, day: string): Promise<void> {
  await exec(
    tx,
    sql`insert into mapping.completion (respondent_id, completed_at) values (${respondentId}, ${`${day}T11:00:00Z`}::timestamptz)`,
  )
}

type DemoFinding = {
  id: string
  kind: FindingKind
  room: string | null
  origin: string | null
  title: string
  text: string
  day: string
  solved: boolean | null
}

export async function insertDemoFinding(tx: Tx, roundId: string, finding: DemoFinding): Promise<void> {
  const at = `${finding.day}T12:00:00Z`
  await exec(
    tx,
    sql`insert into mapping.finding (id, round_id, kind, room_code, origin, title, text, submission, written_at, changed_at)
        values (${finding.id}, ${roundId}, ${finding.kind}, ${finding.room}, ${finding.origin}, ${finding.title},
          ${finding.text}, ${finding.id}, ${at}::timestamptz, ${at}::timestamptz)`,
  )
  if (finding.solved !== null)
    await exec(
      tx,
      sql`insert into mapping.finding_outcome (finding_id, is_solved) values (${finding.id}, ${finding.solved})`,
    )
}

export async function closeDemoRound(tx: Tx, roundId: string, day: string, content: object): Promise<void> {
  await exec(
    tx,
    sql`insert into mapping.round_closing (round_id, closed_at) values (${roundId}, ${`${day}T13:00:00Z`}::timestamptz)`,
  )
  await exec(
    tx,
    sql`insert into mapping.snapshot (round_id, content) values (${roundId}, ${JSON.stringify(content)})`,
  )
}

/** Unless somebody has written of the service. */
export async function insertDemoResources(
  tx: Tx,
  serviceId: string,
  figures: readonly { year: number; fullTimeEquivalents: number; budgetNok: number }[],
): Promise<void> {
  const known = await maybe(
    tx,
    z.object({ number: z.number() }),
    sql`select number from mapping.resource where service_id = ${serviceId} limit 1`,
  )
  if (known) return
  for (const { year, fullTimeEquivalents, budgetNok } of figures)
    await exec(
      tx,
      sql`insert into mapping.resource (service_id, year, full_time_equivalents, budget_nok)
          select id, ${year}, ${fullTimeEquivalents}, ${budgetNok} from catalogue.published_service where id = ${serviceId}`,
    )
}
