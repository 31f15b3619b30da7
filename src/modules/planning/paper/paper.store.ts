import * as z from 'zod'
import { mergeFields, type Clash, type Fields } from '#modules/catalogue/index.ts'
import { only } from '#platform/db/rows.ts'
import type { Rows } from '#platform/paging.ts'
import { exec, many, maybe, oneAtATime, sql, value, type Sql, type Tx } from '#platform/db/sql.ts'
import type { PaperKind } from './paper.schema.ts'

const StoredFields = z.record(z.string(), z.unknown())

const PaperRow = z.object({
  id: z.string(),
  organization_id: z.string(),
  plan_id: z.string().nullable(),
  /** Of a description of cooperation. */
  unit_id: z.string().nullable(),
  /** Of a step of the method: the time it is gone through. */
  round_id: z.string().nullable(),
  step: z.string().nullable(),
  fields: StoredFields,
  revision: z.number(),
  /** Of the form that began it. */
  submission: z.string().nullable(),
  /** How it stands, as the last row says; null: in its first state. */
  state: z.string().nullable(),
  changed_at: z.date(),
  /** May who acts change it? */
  may_write: z.boolean(),
})
/** A paper as who acts may see it, its fields not looked into. */
export type PaperRow = z.output<typeof PaperRow>

/** A paper with its fields as its kind has them. */
export type Paper<F> = Omit<PaperRow, 'fields'> & { fields: F }

/** Null: there is none of the kind, or who acts may not see it. */
export async function findPaper<F extends z.ZodType>(
  tx: Tx,
  kind: PaperKind,
  fields: F,
  id: string,
): Promise<Paper<z.output<F>> | null> {
  const [found] = await listPapers(tx, kind, fields, sql`paper.id = ${id}`)
  return found ?? null
}

/** `rows`: null is all. */
type Listing = { order?: Sql; rows?: Rows | null }

/** The last row of how a paper stands. */
const stands = sql`left join lateral (
          select paper_state.state from planning.paper_state
          where paper_state.paper_id = paper.id order by paper_state.number desc limit 1) stands on true`

/**
 * Papers of a kind that who acts may see, in the order of their making if not told otherwise.
 * @param where of `planning.paper`, as `paper`, and of how it stands, as `stands.state`
 */
export async function listPapers<F extends z.ZodType>(
  tx: Tx,
  kind: PaperKind,
  fields: F,
  where: Sql,
  { order = sql`paper.created_at`, rows: range = null }: Listing = {},
): Promise<Paper<z.output<F>>[]> {
  const rows = await many(
    tx,
    PaperRow,
    sql`select paper.id, paper.organization_id, paper.plan_id, paper.unit_id, paper.round_id, paper.step, paper.fields, paper.revision,
          paper.submission, stands.state, paper.changed_at,
          paper.organization_id = any ((select organizations.reach('{coordinator}'))::uuid[])
            and not exists (select from planning.method_round_end ended where ended.round_id = paper.round_id)
            or paper.kind = 'cooperation' and paper.unit_id = any ((select organizations.reach('{editor,leader}'))::uuid[]) as may_write
        from planning.paper ${stands}
        where paper.kind = ${kind} and ${where}
        order by ${order}, paper.id ${only(range)}`,
  )
  return rows.map(row => ({ ...row, fields: fields.parse(row.fields) }))
}

/** How many there are. @param where see `listPapers` */
export function countPapers(tx: Tx, kind: PaperKind, where: Sql): Promise<number> {
  return value(
    tx,
    z.number(),
    sql`select count(*) from planning.paper ${stands} where paper.kind = ${kind} and ${where}`,
  )
}

export type NewPaper = {
  kind: PaperKind
  organizationId: string
  planId: string | null
  /** Of a description of cooperation. */
  unitId?: string
  /** Null and empty ones are left out. */
  fields: Fields
  submission: string
}

/** Begins a paper; the same form sent twice begins one. @throws when who acts may not begin it there */
export async function insertPaper(tx: Tx, paper: NewPaper, personId: string): Promise<string> {
  await oneAtATime(tx, `planning ${paper.submission}`)
  const begun = await maybe(
    tx,
    z.object({ id: z.string() }),
    sql`select id from planning.paper where submission = ${paper.submission} and kind = ${paper.kind}
          and organization_id = ${paper.organizationId} and plan_id is not distinct from ${paper.planId} and created_by = ${personId}`,
  )
  if (begun) return begun.id
  const { after } = mergeFields({}, {}, paper.fields)
  return value(
    tx,
    z.string(),
    sql`insert into planning.paper (kind, organization_id, plan_id, unit_id, fields, submission, created_by)
        values (${paper.kind}, ${paper.organizationId}, ${paper.planId}, ${paper.unitId ?? null}, ${JSON.stringify(after)}, ${paper.submission}, ${personId})
        returning id`,
  )
}

export type Change = {
  /** Made with the form: sent twice, it is one change. */
  submission: string
  /** The paper's revision when the form was opened. */
  revision: number
  /** The fields of the form; null: empty. */
  fields: Fields
  /** She has seen what others changed, and wants her own. */
  isInsisting?: boolean
}

/** A change by somebody else of a field that this form changes too. */
export type ClashWithWhom = Clash & { person_id: string | null; saved_at: Date | null }

export type Saved = { kind: 'saved' } | { kind: 'clash'; revision: number; clashes: ClashWithWhom[] }

/**
 * Saves a change as a row: what has changed, put together with what others have saved since the form was opened. Nothing is saved when
 * two have changed the same field; nothing changes when the same form comes again.
 * @throws when who acts may not write the paper
 */
export async function savePaper(tx: Tx, id: string, change: Change, personId: string): Promise<Saved> {
  await oneAtATime(tx, `planning ${id}`)
  const [now, since] = await Promise.all([
    value(tx, StoredFields, sql`select fields from planning.paper where id = ${id}`),
    changesSince(tx, id, change.revision),
  ])
  const revision = since.at(-1)?.revision ?? change.revision
  const isSaved = since.some(other => other.submission === change.submission && other.person_id === personId)
  if (isSaved) return { kind: 'saved' }
  const base = { ...now }
  for (const other of since.toReversed()) Object.assign(base, other.before)
  const { after, clashes } = mergeFields(base, now, change.fields)
  if (clashes.length > 0 && !change.isInsisting)
    return { kind: 'clash', revision, clashes: clashes.map(clash => ({ ...clash, ...byWhom(since, clash) })) }
  if (Object.keys(after).length === 0) return { kind: 'saved' }
  await exec(
    tx,
    sql`insert into planning.paper_change (paper_id, revision, submission, after, person_id)
        values (${id}, ${revision + 1}, ${change.submission}, ${JSON.stringify(after)}, ${personId})`,
  )
  return { kind: 'saved' }
}

const ChangeRow = z.object({
  revision: z.number(),
  submission: z.string(),
  before: StoredFields,
  after: StoredFields,
  person_id: z.string().nullable(),
  saved_at: z.date(),
})
export type ChangeRow = z.output<typeof ChangeRow>

/** Changes after a revision, in their order. */
export function changesSince(tx: Tx, id: string, revision: number): Promise<ChangeRow[]> {
  return many(
    tx,
    ChangeRow,
    sql`select revision, submission, before, after, person_id, saved_at from planning.paper_change
        where paper_id = ${id} and revision > ${revision} order by revision`,
  )
}

function byWhom(since: ChangeRow[], { field }: Clash): Pick<ClashWithWhom, 'person_id' | 'saved_at'> {
  const last = since.findLast(other => field in other.after)
  return { person_id: last?.person_id ?? null, saved_at: last?.saved_at ?? null }
}

const StateRow = z.object({
  state: z.string(),
  comment: z.string().nullable(),
  set_by: z.string().nullable(),
  set_at: z.date(),
})
/** How a paper came to stand as it does. */
export type StateRow = z.output<typeof StateRow>

/** The newest first. */
export function listStates(tx: Tx, id: string): Promise<StateRow[]> {
  return many(
    tx,
    StateRow,
    sql`select state, comment, set_by, set_at from planning.paper_state where paper_id = ${id} order by number desc`,
  )
}

export type NewState = {
  state: string
  comment: string
  submission: string
  /** So many states it had when the form was opened. */
  known: number
}

/**
 * Sets how a paper stands, as a row; the same form sent twice sets it once.
 * @returns `meanwhile` when somebody else has set it since the form was opened: then nothing is set
 */
export async function setState(
  tx: Tx,
  id: string,
  { state, comment, submission, known }: NewState,
  personId: string,
): Promise<'set' | 'meanwhile'> {
  await oneAtATime(tx, `planning ${id}`)
  const before = await many(
    tx,
    z.object({ submission: z.string() }),
    sql`select submission from planning.paper_state where paper_id = ${id}`,
  )
  if (before.some(one => one.submission === submission)) return 'set'
  if (before.length !== known) return 'meanwhile'
  await exec(
    tx,
    sql`insert into planning.paper_state (paper_id, state, comment, submission, set_by)
        values (${id}, ${state}, ${comment || null}, ${submission}, ${personId})`,
  )
  return 'set'
}

/** Names of those who work where who acts works; of others none. */
export async function listNames(
  tx: Tx,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const known = ids.filter(id => id !== null)
  if (known.length === 0) return new Map()
  const rows = await many(
    tx,
    z.object({ id: z.string(), name: z.string() }),
    sql`select id, name from planning.colleague where id = any (${known}::uuid[])`,
  )
  return new Map(rows.map(row => [row.id, row.name]))
}
