import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { only } from '#platform/db/rows.ts'
import { rowsOf, type Rows } from '#platform/paging.ts'
import { exec, many, oneAtATime, sql, type Sql, type Tx } from '#platform/db/sql.ts'
import { MeasureFields } from '../measure/measure.schema.ts'
import type { Unit } from '../paper/home.store.ts'
import { countPapers, listPapers, type Paper } from '../paper/paper.store.ts'
import { aimOf, GoalFields, type GoalsQuery } from './goal.schema.ts'
import { stateOf, type GoalState } from './rules.ts'

const FigureRow = z.object({
  number: z.number(),
  paper_id: z.string(),
  year: z.number(),
  value: z.number().nullable(),
  comment: z.string().nullable(),
  submission: z.string(),
  entered_by: z.string().nullable(),
  entered_at: z.date(),
})
/** What was entered for a year; the last row of a year holds. */
export type FigureRow = z.output<typeof FigureRow>

/** A goal with its figures and how it stands. */
export type Goal = Paper<GoalFields> & {
  /** The rows that hold, by year. */
  figures: FigureRow[]
  /** Of all years together, also what no longer holds. */
  entered: number
  standing: GoalState
  /** May who acts enter figures? */
  may_enter: boolean
}

/** Goals that who acts may read, by their titles. @param year the present one */
export function listGoals(tx: Tx, year: number): Promise<Goal[]> {
  return goalsWhere(tx, sql`true`, year)
}

/** A page of the goals that are chosen. */
export type ChosenGoals = {
  /** Under the goals of the master plan that they belong to, those by unit. */
  goals: Goal[]
  /** The goals of the master plan that these belong to. */
  parents: Goal[]
  /** How many are chosen, on all pages. */
  chosen: number
}

/** The goals that are chosen, some of them. @param year the present one */
export async function listChosenGoals(tx: Tx, choice: GoalsQuery, year: number): Promise<ChosenGoals> {
  const { chosen, ids } = await findChosen(tx, choice, year)
  const goals = await listGoalsOf(tx, ids, year)
  const parents = goals.flatMap(({ id, fields }) => (fields.level === 'master' ? id : (fields.parent ?? [])))
  return { goals, chosen, parents: await listGoalsOf(tx, [...new Set(parents)], year) }
}

/** How a goal stands no statement tells: then the short rows of all are read, and the rule asked. */
async function findChosen(
  tx: Tx,
  { organisasjon, enhet, tilstand, side }: GoalsQuery,
  year: number,
): Promise<{ chosen: number; ids: string[] }> {
  const isOf = organisasjon === undefined ? sql`true` : sql`paper.organization_id = ${organisasjon}`
  const isFor = enhet === undefined ? sql`true` : sql`paper.fields->>'unit' = ${enhet}`
  const where = sql`${isOf} and ${isFor}`
  if (tilstand === undefined)
    return { chosen: await countPapers(tx, 'goal', where), ids: await listIds(tx, where, rowsOf(side)) }
  const standing = new Map((await goalsWhere(tx, where, year)).map(goal => [goal.id, goal.standing]))
  const ids = (await listIds(tx, where, null)).filter(id => standing.get(id) === tilstand)
  const { limit, offset } = rowsOf(side)
  return { chosen: ids.length, ids: ids.slice(offset, offset + limit) }
}

/** In the order of the list: a goal of the master plan, then its own. */
async function listIds(tx: Tx, where: Sql, rows: Rows | null): Promise<string[]> {
  const found = await many(
    tx,
    z.object({ id: z.string() }),
    sql`with parent as materialized (
          select paper.id::text as id, paper.fields->>'title' as title from planning.paper
          where paper.kind = 'goal' and paper.fields->>'level' = 'master'
        ),
        unit as materialized (
          select named.id::text as id, named.name from organizations.named_unit named
          where named.organization_id in (select paper.organization_id from planning.paper where paper.kind = 'goal')
        )
        select paper.id from planning.paper
        left join parent on parent.id = case when paper.fields->>'level' = 'master' then paper.id::text else paper.fields->>'parent' end
        left join unit on unit.id = paper.fields->>'unit'
        where paper.kind = 'goal' and ${where}
        order by parent.title collate "nb-x-icu" nulls last, parent.id, paper.id::text <> parent.id,
          coalesce(unit.name->>'nb', '') collate "nb-x-icu", paper.fields->>'title' collate "nb-x-icu", paper.id ${only(rows)}`,
  )
  return found.map(({ id }) => id)
}

const listGoalsOf = (tx: Tx, ids: readonly string[], year: number): Promise<Goal[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : goalsWhere(tx, sql`paper.id::text = any (${[...ids]}::text[])`, year)

/** How many goals who acts may read. */
export const countGoals = (tx: Tx): Promise<number> => countPapers(tx, 'goal', sql`true`)

/** Units that some goal is for, by name. */
export function listUnitsWithGoals(tx: Tx): Promise<Unit[]> {
  return many(
    tx,
    z.object({ id: z.string(), name: StoredTextSchema, is_closed: z.boolean() }),
    sql`select unit.id, coalesce(unit.name, '{}') as name,
          exists (select from organizations.closed_unit where closed_unit.unit_id = unit.id) as is_closed
        from organizations.named_unit unit
        where unit.id::text in (select paper.fields->>'unit' from planning.paper where paper.kind = 'goal')
        order by unit.organization_id, unit.name ->> 'nb' collate "und-x-icu"`,
  )
}

/** Null: there is none, or who acts may not see it. */
export async function findGoal(tx: Tx, id: string, year: number): Promise<Goal | null> {
  const [goal] = await goalsWhere(tx, sql`paper.id = ${id}`, year)
  return goal ?? null
}

async function goalsWhere(tx: Tx, where: Sql, year: number): Promise<Goal[]> {
  const papers = await listPapers(tx, 'goal', GoalFields, where)
  const ids = papers.map(({ id }) => id)
  const rows = Map.groupBy(await listFigures(tx, ids), row => row.paper_id)
  const led = new Set(await listLedUnits(tx))
  return papers
    .map(paper => {
      const all = rows.get(paper.id) ?? []
      const figures = [...new Map(all.map(row => [row.year, row])).values()]
      return {
        ...paper,
        figures: figures.toSorted((a, b) => a.year - b.year),
        entered: all.length,
        standing: stateOf(aimOf(paper.fields, figures), year),
        may_enter: paper.may_write || (paper.fields.unit !== null && led.has(paper.fields.unit)),
      }
    })
    .toSorted((a, b) => a.fields.title.localeCompare(b.fields.title, 'nb'))
}

/** All that was entered, also what no longer holds, in the order of its entering. */
export function listFigures(tx: Tx, ids: readonly string[]): Promise<FigureRow[]> {
  return many(
    tx,
    FigureRow,
    sql`select number, paper_id, year, value, comment, submission, entered_by, entered_at from planning.goal_figure
        where paper_id = any (${[...ids]}::uuid[]) order by number`,
  )
}

async function listLedUnits(tx: Tx): Promise<string[]> {
  const rows = await many(
    tx,
    z.object({ id: z.string() }),
    sql`select unnest(organizations.reach('{leader}')) as id`,
  )
  return rows.map(({ id }) => id)
}

export type NewFigure = {
  year: number
  /** Null: none, for the reason in the comment. */
  value: number | null
  comment: string
  submission: string
  /** So many rows the goal had when the form was opened. */
  known: number
}

/**
 * Enters the figure of a year, as a row; the same form sent twice enters it once.
 * @returns `meanwhile` when somebody else has entered one for the goal since the form was opened: then nothing is entered
 * @throws when who acts may not enter it
 */
export async function insertFigure(
  tx: Tx,
  goalId: string,
  { year, value, comment, submission, known }: NewFigure,
  personId: string,
): Promise<'entered' | 'meanwhile'> {
  await oneAtATime(tx, `planning ${goalId}`)
  const before = await listFigures(tx, [goalId])
  if (before.some(row => row.submission === submission)) return 'entered'
  if (before.length !== known) return 'meanwhile'
  await exec(
    tx,
    sql`insert into planning.goal_figure (paper_id, year, value, comment, submission, entered_by)
        values (${goalId}, ${year}, ${value}, ${comment || null}, ${submission}, ${personId})`,
  )
  return 'entered'
}

const Answering = z.object({
  id: z.string(),
  plan_id: z.string(),
  fields: MeasureFields,
  state: z.string().nullable(),
})

/** A measure that answers a goal; without a state it has not started. */
export type Answering = z.output<typeof Answering>

/** Measures that answer a goal, in the order of their making. */
export function listAnswering(tx: Tx, goalId: string): Promise<Answering[]> {
  return many(
    tx,
    Answering,
    sql`select paper.id, paper.plan_id, paper.fields, stands.state from planning.paper
        left join lateral (
          select paper_state.state from planning.paper_state
          where paper_state.paper_id = paper.id order by paper_state.number desc limit 1) stands on true
        where paper.kind = 'measure' and paper.fields->'links' @> ${JSON.stringify([{ kind: 'goal', key: goalId }])}::jsonb
        order by paper.created_at, paper.id`,
  )
}
