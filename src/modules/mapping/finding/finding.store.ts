import * as z from 'zod'
import { exec, many, maybe, oneAtATime, sql, type Reader, type Sql, type Tx } from '#platform/db/sql.ts'
import { urls } from '../urls.ts'
import { findingKinds } from './suggestions.ts'

const Finding = z.object({
  id: z.string(),
  roundId: z.string(),
  kind: z.enum(findingKinds),
  room: z.string().nullable(),
  origin: z.string().nullable(),
  title: z.string(),
  text: z.string().nullable(),
  revision: z.number(),
  /** Null: nobody has told. */
  isSolved: z.boolean().nullable(),
  outcomeNote: z.string().nullable(),
  /** Of what was told last; 0: nothing was. */
  outcomeNumber: z.number(),
})
/** What the coordinator saw in a round. */
export type Finding = z.output<typeof Finding>

const findings = (where: Sql): Sql => sql`
  select finding.id, finding.round_id as "roundId", finding.kind, finding.room_code as room, finding.origin, finding.title,
    finding.text, finding.revision, outcome.is_solved as "isSolved", outcome.note as "outcomeNote",
    coalesce(outcome.number, 0) as "outcomeNumber"
  from mapping.finding
  left join lateral (
    select is_solved, note, number from mapping.finding_outcome where finding_id = finding.id order by number desc limit 1
  ) outcome on true
  where not exists (select from mapping.finding_removal where finding_id = finding.id) and ${where}
  order by array_position('{need,overlap,resource}'::text[], finding.kind), finding.written_at, finding.id`

export function listFindings(tx: Reader, roundId: string): Promise<Finding[]> {
  return many(tx, Finding, findings(sql`finding.round_id = ${roundId}`))
}

export function findFinding(tx: Reader, id: string): Promise<Finding | null> {
  return maybe(tx, Finding, findings(sql`finding.id = ${id}`))
}

/** Its title. Null: there is none, or who acts may not see it. @param key what may be an id */
export async function findFindingTitle(tx: Reader, key: string): Promise<string | null> {
  return (await maybe(tx, Finding, findings(sql`finding.id::text = ${key}`)))?.title ?? null
}

/** Where findings are shown, by their ids: those that are there and that who acts may see. @param keys what may be ids */
export async function pathsOfFindings(
  tx: Reader,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map()
  const found = await many(tx, Finding, findings(sql`finding.id::text = any (${[...keys]}::text[])`))
  return new Map(found.map(({ id, roundId }) => [id, `${urls.round.href({ id: roundId })}#funn-${id}`]))
}

type NewFinding = Pick<Finding, 'kind' | 'room' | 'origin' | 'title' | 'text'> & { submission: string }

/** Writes it, once for each form. @throws when who acts does not run the round, or it is closed */
export async function insertFinding(
  tx: Tx,
  roundId: string,
  finding: NewFinding,
  personId: string,
): Promise<void> {
  await oneAtATime(tx, `mapping.finding ${finding.submission}`)
  await exec(
    tx,
    sql`insert into mapping.finding (round_id, kind, room_code, origin, title, text, submission, written_by, changed_by)
        select ${roundId}, ${finding.kind}, ${finding.room}, ${finding.origin}, ${finding.title}, ${finding.text},
          ${finding.submission}, ${personId}, ${personId}
        where not exists (select from mapping.finding
          where submission = ${finding.submission} and round_id = ${roundId} and written_by = ${personId})`,
  )
}

/** @returns false when somebody has changed it since that revision, and nothing was saved */
export async function updateFinding(
  tx: Tx,
  finding: Pick<Finding, 'id' | 'kind' | 'room' | 'title' | 'text' | 'revision'>,
  personId: string,
): Promise<boolean> {
  const changed = await exec(
    tx,
    sql`update mapping.finding set kind = ${finding.kind}, room_code = ${finding.room}, title = ${finding.title},
          text = ${finding.text}, revision = revision + 1, changed_by = ${personId}, changed_at = now()
        where id = ${finding.id} and revision = ${finding.revision}`,
  )
  return changed === 1
}

export async function removeFinding(tx: Tx, id: string, personId: string): Promise<void> {
  await exec(
    tx,
    sql`insert into mapping.finding_removal (finding_id, removed_by) select ${id}, ${personId}
        where not exists (select from mapping.finding_removal where finding_id = ${id})`,
  )
}

/**
 * Tells what became of it; the same again changes nothing.
 * @param known the number of what was told last when the form was opened
 * @returns `meanwhile` when somebody has told another thing since
 */
export async function insertOutcome(
  tx: Tx,
  finding: Finding,
  { isSolved, note, known }: { isSolved: boolean; note: string | null; known: number },
  personId: string,
): Promise<'done' | 'meanwhile'> {
  if (finding.isSolved === isSolved && finding.outcomeNote === note) return 'done'
  if (finding.outcomeNumber !== known) return 'meanwhile'
  await exec(
    tx,
    sql`insert into mapping.finding_outcome (finding_id, is_solved, note, told_by)
        values (${finding.id}, ${isSolved}, ${note}, ${personId})`,
  )
  return 'done'
}
