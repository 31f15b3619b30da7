import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { only } from '#platform/db/rows.ts'
import type { Rows } from '#platform/paging.ts'
import { exec, many, maybe, one, oneAtATime, sql, type Reader, type Sql, type Tx } from '#platform/db/sql.ts'
import type { LocalText } from '#platform/i18n/language.ts'

const Round = z.object({
  id: z.string(),
  organizationId: z.string(),
  organization: StoredTextSchema,
  areaCode: z.string(),
  title: z.string(),
  message: z.string().nullable(),
  /** The day by which answers are wanted. */
  lastDay: z.string(),
  openedOn: z.string(),
  /** Null: it is open. */
  closedOn: z.string().nullable(),
  /** Does who acts see the whole of it, or only what her units are asked? And may she run it? */
  isWhole: z.boolean(),
  mayRun: z.boolean(),
})
/** A mapping round. Days are `YYYY-MM-DD`. */
export type Round = z.output<typeof Round>

const rounds = (where: Sql, rows: Rows | null = null): Sql => sql`
  select round.id, round.organization_id as "organizationId", organization.name as organization,
    round.area_code as "areaCode", round.title, round.message,
    (select last_day from mapping.deadline where deadline.round_id = round.id order by number desc limit 1) as "lastDay",
    to_char(round.opened_at at time zone 'Europe/Oslo', 'YYYY-MM-DD') as "openedOn",
    to_char(closed.closed_at at time zone 'Europe/Oslo', 'YYYY-MM-DD') as "closedOn",
    round.organization_id = any ((select organizations.reach('{coordinator,leader,administrator}'))::uuid[]) as "isWhole",
    round.organization_id = any ((select organizations.reach('{coordinator}'))::uuid[]) as "mayRun"
  from mapping.round
  join organizations.named_organization organization on organization.id = round.organization_id
  left join mapping.round_closing closed on closed.round_id = round.id
  where ${where} order by round.opened_at desc, round.id ${only(rows)}`

/** Rounds that who acts may see, the newest first. @param rows null: all */
export function listRounds(tx: Reader, rows: Rows | null = null): Promise<Round[]> {
  return many(tx, Round, rounds(sql`true`, rows))
}

/** How many rounds who acts may see; `whole`: those that she sees the whole of. */
export function countRounds(tx: Reader): Promise<{ all: number; whole: number }> {
  return one(
    tx,
    z.object({ all: z.number(), whole: z.number() }),
    sql`select count(*) as "all", count(*) filter (where round.organization_id = any (
          (select organizations.reach('{coordinator,leader,administrator}'))::uuid[])) as whole from mapping.round`,
  )
}

/** Null: there is none, or it is not hers to see. */
export function findRound(tx: Reader, id: string): Promise<Round | null> {
  return maybe(tx, Round, rounds(sql`round.id = ${id}`))
}

const House = z.object({ id: z.string(), name: StoredTextSchema, areaCode: z.string() })
/** A municipality or county for which rounds may be opened. */
export type House = z.output<typeof House>

/** Those that who acts coordinates as a whole. */
export function listHouses(tx: Reader): Promise<House[]> {
  return many(
    tx,
    House,
    sql`select organization.id, organization.name, organization.area_code as "areaCode"
        from organizations.named_organization organization
        join areas.known_area area on area.code = organization.area_code and area.kind = organization.level
        where organization.id = any (organizations.reach('{coordinator}'))
          and organization.area_code = any (organizations.reach_areas('{coordinator}'))
          and organization.level in ('municipality', 'county')
        order by organization.name ->> 'nb' collate "und-x-icu"`,
  )
}

const Place = z.object({
  organizationId: z.string(),
  unitId: z.string().nullable(),
  parentId: z.string().nullable(),
  name: StoredTextSchema,
  isOwn: z.boolean(),
})
/** Somebody who can be asked: the organisation as a whole, its units, and voluntary and private organisations of the place. */
export type Place = z.output<typeof Place>

/** Open units only, by name. */
export function listPlaces(tx: Reader, house: House): Promise<Place[]> {
  return many(
    tx,
    Place,
    sql`select * from (
        select organization.id as "organizationId", null::uuid as "unitId", null::uuid as "parentId", organization.name,
          organization.id = ${house.id} as "isOwn", 0 as kind
        from organizations.named_organization organization
        where organization.id = ${house.id}
          or (organization.level in ('voluntary', 'private') and organization.area_code = ${house.areaCode})
        union all
        select unit.organization_id, unit.id, unit.parent_id, unit.name, true, 1 from organizations.named_unit unit
        where unit.organization_id = ${house.id}
          and not exists (select from organizations.closed_unit where closed_unit.unit_id = unit.id)
        ) place order by kind, "isOwn" desc, name ->> 'nb' collate "und-x-icu"`,
  )
}

export type NewRound = {
  id: string
  organizationId: string
  areaCode: string
  title: string
  message: string | null
  lastDay: string
  submission: string
  respondents: readonly { organizationId: string; unitId: string | null }[]
  questions: readonly { code: string | null; wording: LocalText }[]
}

/** Opens a round with all that belongs to it; the same form sent twice opens one. @returns its id */
export async function insertRound(tx: Tx, round: NewRound, personId: string): Promise<string> {
  await oneAtATime(tx, `mapping.round ${round.submission}`)
  const known = await maybe(
    tx,
    z.object({ id: z.string() }),
    sql`select id from mapping.round where submission = ${round.submission}
          and organization_id = ${round.organizationId} and opened_by = ${personId}`,
  )
  if (known) return known.id
  await exec(
    tx,
    sql`insert into mapping.round (id, organization_id, area_code, title, message, submission, opened_by)
        values (${round.id}, ${round.organizationId}, ${round.areaCode}, ${round.title}, ${round.message},
          ${round.submission}, ${personId})`,
  )
  await insertDeadline(tx, round.id, round.lastDay, personId)
  for (const { organizationId, unitId } of round.respondents)
    await exec(
      tx,
      sql`insert into mapping.respondent (round_id, held_by, organization_id, unit_id)
          values (${round.id}, ${round.organizationId}, ${organizationId}, ${unitId})`,
    )
  for (const [index, { code, wording }] of round.questions.entries())
    await exec(
      tx,
      sql`insert into mapping.question (round_id, position, code, wording)
          values (${round.id}, ${index + 1}, ${code}, ${JSON.stringify(wording)})`,
    )
  return round.id
}

export async function insertDeadline(
  tx: Tx,
  roundId: string,
  lastDay: string,
  personId: string,
): Promise<void> {
  await exec(
    tx,
    sql`insert into mapping.deadline (round_id, last_day, set_by) values (${roundId}, ${lastDay}, ${personId})`,
  )
}

/** Those who answer and those who close wait for each other: nothing is answered while it is frozen. */
export async function waitForRound(tx: Tx, roundId: string): Promise<void> {
  await oneAtATime(tx, `mapping.answers ${roundId}`)
}

/** Closes it, once, with what is frozen of it. */
export async function insertClosing(
  tx: Tx,
  roundId: string,
  content: object,
  personId: string,
): Promise<void> {
  await exec(
    tx,
    sql`insert into mapping.round_closing (round_id, closed_by) values (${roundId}, ${personId})`,
  )
  await exec(
    tx,
    sql`insert into mapping.snapshot (round_id, content) values (${roundId}, ${JSON.stringify(content)})`,
  )
}
