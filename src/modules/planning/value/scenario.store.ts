import * as z from 'zod'
import { many, sql, type Tx } from '#platform/db/sql.ts'
import { changesSince, listPapers, type Paper } from '../paper/paper.store.ts'

/** What is written on a saved calculation. */
export const ScenarioFields = z.object({
  title: z.string().default(''),
  about: z.string().default(''),
  /** Its figures, as the address of the calculation has them. */
  inputs: z.string().default(''),
})
export type ScenarioFields = z.output<typeof ScenarioFields>

/** A saved calculation, with who saved it last. */
export type Scenario = Paper<ScenarioFields> & { saved_by: string | null }

const Saver = z.object({ id: z.string(), person_id: z.string().nullable() })

/** Calculations that who acts may read, the last changed first. */
export async function listScenarios(tx: Tx): Promise<Scenario[]> {
  const papers = await listPapers(tx, 'scenario', ScenarioFields, sql`true`)
  const scenarios = await withSavers(tx, papers)
  return scenarios.toSorted((a, b) => b.changed_at.getTime() - a.changed_at.getTime())
}

/** Null: there is none, or who acts may not see it. */
export async function findScenario(tx: Tx, id: string): Promise<Scenario | null> {
  const papers = await listPapers(tx, 'scenario', ScenarioFields, sql`paper.id = ${id}`)
  const [scenario] = await withSavers(tx, papers)
  return scenario ?? null
}

async function withSavers(tx: Tx, papers: readonly Paper<ScenarioFields>[]): Promise<Scenario[]> {
  const rows = await many(
    tx,
    Saver,
    sql`select paper.id, coalesce(last.person_id, case when paper.revision = 0 then paper.created_by end) as person_id
        from planning.paper
        left join lateral (
          select paper_change.person_id from planning.paper_change
          where paper_change.paper_id = paper.id order by paper_change.revision desc limit 1) last on true
        where paper.id = any (${papers.map(({ id }) => id)}::uuid[])`,
  )
  const savers = new Map(rows.map(row => [row.id, row.person_id]))
  return papers.map(paper => ({ ...paper, saved_by: savers.get(paper.id) ?? null }))
}

/** How a calculation was at a time, and who saved it so. */
export type Version = { number: number; fields: ScenarioFields; by: string | null; at: Date }

const Begun = z.object({ created_by: z.string().nullable(), created_at: z.date() })

/** The newest first. */
export async function listVersions(tx: Tx, scenario: Scenario): Promise<Version[]> {
  const changes = await changesSince(tx, scenario.id, 0)
  const [begun] = await many(
    tx,
    Begun,
    sql`select created_by, created_at from planning.paper where id = ${scenario.id}`,
  )
  const fields: Record<string, unknown> = { ...scenario.fields }
  const versions: Version[] = []
  for (const change of changes.toReversed()) {
    versions.push({
      number: change.revision + 1,
      fields: ScenarioFields.parse(withoutNulls(fields)),
      by: change.person_id,
      at: change.saved_at,
    })
    Object.assign(fields, change.before)
  }
  const first = { number: 1, fields: ScenarioFields.parse(withoutNulls(fields)) }
  return [
    ...versions,
    { ...first, by: begun?.created_by ?? null, at: begun?.created_at ?? scenario.changed_at },
  ]
}

/** Null stands for a field that was not there. */
const withoutNulls = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
