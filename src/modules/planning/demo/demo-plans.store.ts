import * as z from 'zod'
import { exec, many, sql, type Tx } from '#platform/db/sql.ts'
import type { PaperKind } from '../paper/paper.schema.ts'

export type DemoPaper = {
  id: string
  kind: PaperKind
  organization_id: string
  plan_id: string | null
  fields: Readonly<Record<string, unknown>>
}

export type DemoRows = {
  /** Plans before what is in them. */
  papers: DemoPaper[]
  states: { submission: string; paper_id: string; state: string; comment: string }[]
  statements: {
    id: string
    paper_id: string
    group: string
    text: string
    given_on: string
    outcome: string | null
    answer: string | null
  }[]
}

export type Keys = {
  organizations: ReadonlyMap<string, string>
  units: ReadonlyMap<string, string>
  /** The organisation's id by the key of a unit. */
  organizationOfUnit: ReadonlyMap<string, string>
}

/** Ids of organisations and units by their keys. */
export async function listKeys(tx: Tx): Promise<Keys> {
  const Row = z.object({ key: z.string(), id: z.string() })
  const asMap = (rows: z.output<typeof Row>[]) => new Map(rows.map(({ key, id }) => [key, id]))
  return {
    organizations: asMap(await many(tx, Row, sql`select key, id from organizations.named_organization`)),
    units: asMap(await many(tx, Row, sql`select key, id from organizations.named_unit`)),
    organizationOfUnit: asMap(
      await many(tx, Row, sql`select key, organization_id as id from organizations.named_unit`),
    ),
  }
}

/** Writes what the files say, each kind of row in one statement. As the owner. What persons have changed stays. */
export async function writeDemoPapers(tx: Tx, { papers, states, statements }: DemoRows): Promise<void> {
  await exec(
    tx,
    sql`insert into planning.paper (id, kind, organization_id, plan_id, fields)
        select given.id, given.kind, given.organization_id, given.plan_id, given.fields
        from jsonb_to_recordset(${JSON.stringify(papers)}::jsonb)
          as given (id uuid, kind text, organization_id uuid, plan_id uuid, fields jsonb)
        on conflict (id) do update set fields = excluded.fields where paper.revision = 0 and paper.fields <> excluded.fields`,
  )
  await exec(
    tx,
    sql`insert into planning.paper_state (paper_id, state, comment, submission)
        select given.paper_id, given.state, given.comment, given.submission
        from jsonb_to_recordset(${JSON.stringify(states)}::jsonb)
          as given (paper_id uuid, state text, comment text, submission uuid)
        on conflict (submission) do nothing`,
  )
  await exec(
    tx,
    sql`with given as (
          select * from jsonb_to_recordset(${JSON.stringify(statements)}::jsonb)
            as given (id uuid, paper_id uuid, "group" text, text text, given_on date, outcome text, answer text)
        ),
        written as (
          insert into planning.statement (id, paper_id, on_behalf_of, text, given_on, submission)
          select id, paper_id, "group", text, given_on, id from given
          on conflict do nothing
          returning id
        )
        insert into planning.statement_answer (statement_id, outcome, text, submission)
        select given.id, given.outcome, given.answer, given.id from given join written on written.id = given.id
        where given.outcome is not null
        on conflict do nothing`,
  )
}
