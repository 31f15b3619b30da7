import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { exec, many, maybe, oneAtATime, sql, value, type Sql, type Tx } from '#platform/db/sql.ts'
import { listPapers, type Paper } from '../paper/paper.store.ts'
import { StepFields } from './method.schema.ts'
import { stepCodes, type StepCode } from './method-content.ts'
import { stepStates, type StepState } from './rules.ts'

const Home = z.object({
  id: z.string(),
  name: StoredTextSchema,
  level: z.string(),
  /** Its own place. */
  area: z.string().nullable(),
  /** May who acts begin and end rounds there? */
  may_run: z.boolean(),
})
/** An organisation whose rounds who acts may read. */
export type MethodHome = z.output<typeof Home>

/** Those that who acts may run first, then by name. */
export function listMethodHomes(tx: Tx): Promise<MethodHome[]> {
  return many(
    tx,
    Home,
    sql`select organization.id, organization.name, organization.level, organization.area_code as area,
          organization.id = any ((select organizations.reach('{coordinator}'))::uuid[]) as may_run
        from organizations.named_organization organization
        where organization.id = any ((select planning.readable())::uuid[])
        order by may_run desc, organization.name ->> 'nb' collate "und-x-icu"`,
  )
}

const Round = z.object({
  id: z.string(),
  organization_id: z.string(),
  number: z.number(),
  opened_by: z.string().nullable(),
  opened_at: z.date(),
  ended_by: z.string().nullable(),
  ended_at: z.date().nullable(),
  learnt: z.string().nullable(),
  /** Of the form that ended it. */
  end_submission: z.string().nullable(),
})
/** A time through the eight steps. */
export type Round = z.output<typeof Round>

/** The newest first. */
export function listRounds(tx: Tx, organizationId: string): Promise<Round[]> {
  return rounds(tx, sql`round.organization_id = ${organizationId}`)
}

/** Null: there is none, or who acts may not see it. */
export async function findRound(tx: Tx, id: string): Promise<Round | null> {
  return (await rounds(tx, sql`round.id = ${id}`))[0] ?? null
}

function rounds(tx: Tx, where: Sql): Promise<Round[]> {
  return many(
    tx,
    Round,
    sql`select round.id, round.organization_id, round.number, round.opened_by, round.opened_at, ended.ended_by, ended.ended_at,
          ended.learnt, ended.submission as end_submission
        from planning.method_round round
        left join planning.method_round_end ended on ended.round_id = round.id
        where ${where} order by round.number desc`,
  )
}

/**
 * Begins the next round of an organisation, with its eight steps; the same form sent twice begins one, and two who begin at once
 * begin one together.
 * @returns the id of the round that is open then
 */
export async function openRound(
  tx: Tx,
  { organizationId, submission }: { organizationId: string; submission: string },
  personId: string,
): Promise<string> {
  await oneAtATime(tx, `planning rounds ${organizationId}`)
  const open = await maybe(
    tx,
    z.object({ id: z.string() }),
    sql`select round.id from planning.method_round round
        where round.organization_id = ${organizationId} and (round.submission = ${submission}
          or not exists (select from planning.method_round_end ended where ended.round_id = round.id))
        limit 1`,
  )
  if (open) return open.id
  const id = await value(
    tx,
    z.string(),
    sql`insert into planning.method_round (organization_id, number, submission, opened_by)
        select ${organizationId}, count(*) + 1, ${submission}, ${personId}
        from planning.method_round where organization_id = ${organizationId}
        returning id`,
  )
  await exec(
    tx,
    sql`insert into planning.paper (kind, organization_id, round_id, step, created_by)
        select 'method-step', ${organizationId}, ${id}, step, ${personId} from unnest(${[...stepCodes]}::text[]) step`,
  )
  return id
}

/**
 * Ends a round. @returns `meanwhile` when somebody else has ended it: then nothing is written
 */
export async function endRound(
  tx: Tx,
  id: string,
  { learnt, submission }: { learnt: string; submission: string },
  personId: string,
): Promise<'ended' | 'meanwhile'> {
  await oneAtATime(tx, `planning ${id}`)
  const before = await findRound(tx, id)
  if (before?.ended_at) return before.end_submission === submission ? 'ended' : 'meanwhile'
  await exec(
    tx,
    sql`insert into planning.method_round_end (round_id, learnt, submission, ended_by)
        values (${id}, ${learnt}, ${submission}, ${personId})`,
  )
  return 'ended'
}

/** A step of a round, with what is written on it and how it stands. */
export type RoundStep = Omit<Paper<StepFields>, 'step' | 'state' | 'round_id'> & {
  step: StepCode
  state: StepState
  round_id: string
}

/** The eight steps of a round, in their order. */
export async function listSteps(tx: Tx, roundId: string): Promise<RoundStep[]> {
  const papers = await listPapers(tx, 'method-step', StepFields, sql`paper.round_id = ${roundId}`)
  return papers
    .flatMap(paper => asStep(paper) ?? [])
    .toSorted((a, b) => stepCodes.indexOf(a.step) - stepCodes.indexOf(b.step))
}

/** Null: there is none, or who acts may not see it. */
export async function findStep(tx: Tx, id: string): Promise<RoundStep | null> {
  const [paper] = await listPapers(tx, 'method-step', StepFields, sql`paper.id = ${id}`)
  return (paper && asStep(paper)) ?? null
}

function asStep(paper: Paper<StepFields>): RoundStep | null {
  const step = stepCodes.find(code => code === paper.step)
  const { round_id } = paper
  if (!step || round_id === null) return null
  return { ...paper, step, round_id, state: stepStates.find(state => state === paper.state) ?? 'not-started' }
}
