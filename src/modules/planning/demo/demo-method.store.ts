import { exec, sql, type Tx } from '#platform/db/sql.ts'

export type DemoDescriptionRow = {
  id: string
  organization_id: string
  unit_id: string
  fields: Readonly<Record<string, string>>
}

export type DemoRound = {
  id: string
  organization_id: string
  number: number
  /** Moments, as ISO 8601. */
  opened: string
  ended: string | null
  learnt: string | null
  steps: {
    id: string
    step: string
    fields: Readonly<Record<string, string | null>>
    state: string
    ticks: readonly string[]
    documents: readonly { id: string; title: string; link: string }[]
  }[]
}

/** Writes descriptions of the demonstration, which belong to units. As the owner. What persons have changed stays. */
export async function writeDemoDescriptions(tx: Tx, rows: readonly DemoDescriptionRow[]): Promise<void> {
  await exec(
    tx,
    sql`insert into planning.paper (id, kind, organization_id, unit_id, fields)
        select given.id, 'cooperation', given.organization_id, given.unit_id, given.fields
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as given (id uuid, organization_id uuid, unit_id uuid, fields jsonb)
        where not exists (select from planning.paper known where known.unit_id = given.unit_id and known.id <> given.id)
        on conflict (id) do update set fields = excluded.fields where paper.revision = 0 and paper.fields <> excluded.fields`,
  )
}

/** Writes a round of the demonstration, when it is not there: in the order in which it went, since a round that has ended takes nothing more. */
export async function writeDemoRound(tx: Tx, round: DemoRound): Promise<void> {
  const steps = JSON.stringify(round.steps)
  const fresh = await exec(
    tx,
    sql`insert into planning.method_round (id, organization_id, number, submission, opened_at)
        select ${round.id}, ${round.organization_id}, ${round.number}, ${round.id}, ${round.opened}::timestamptz
        where not exists (select from planning.method_round
          where organization_id = ${round.organization_id} and number >= ${round.number})`,
  )
  if (fresh === 0) return
  await exec(
    tx,
    sql`insert into planning.paper (id, kind, organization_id, round_id, step, fields, created_at, changed_at)
        select given.id, 'method-step', ${round.organization_id}, ${round.id}, given.step, given.fields,
          ${round.opened}::timestamptz, ${round.ended ?? round.opened}::timestamptz
        from jsonb_to_recordset(${steps}::jsonb) as given (id uuid, step text, fields jsonb)`,
  )
  await exec(
    tx,
    sql`insert into planning.paper_state (paper_id, state, submission, set_at)
        select given.id, given.state, given.id, ${round.ended ?? round.opened}::timestamptz
        from jsonb_to_recordset(${steps}::jsonb) as given (id uuid, state text) where given.state <> 'not-started'`,
  )
  await exec(
    tx,
    sql`insert into planning.method_tick (paper_id, item, is_done, submission, ticked_at)
        select given.id, item.value, true, given.id, ${round.ended ?? round.opened}::timestamptz
        from jsonb_to_recordset(${steps}::jsonb) as given (id uuid, ticks jsonb)
        cross join jsonb_array_elements_text(given.ticks) item`,
  )
  await exec(
    tx,
    sql`insert into planning.method_document (id, paper_id, title, link, submission, added_at)
        select document.id, given.id, document.title, document.link, document.id, ${round.opened}::timestamptz
        from jsonb_to_recordset(${steps}::jsonb) as given (id uuid, documents jsonb)
        cross join jsonb_to_recordset(given.documents) as document (id uuid, title text, link text)`,
  )
  if (round.ended !== null)
    await exec(
      tx,
      sql`insert into planning.method_round_end (round_id, learnt, submission, ended_at)
          values (${round.id}, ${round.learnt}, ${round.id}, ${round.ended}::timestamptz)`,
    )
}
