import { exec, sql, type Tx } from '#platform/db/sql.ts'

type Id = { organization_id: string }
export type DemoGuidanceRows = {
  /** Ids of papers that are published, and of those that are sent. */
  guidelines: string[]
  enquiries: string[]
  answers: (Id & { enquiry_id: string; value: string; is_shared: boolean; submission: string })[]
  indicators: (Id & { id: string; name: string; measured_in: string; room: string | null })[]
  values: { indicator_id: string; year: number; value: number; source: string }[]
  links: (Id & { kind: string; title: string; url: string; submission: string })[]
}

/** Writes what the file says, each kind of row in one statement. As the owner; what is there stays as it is. */
export async function writeDemoGuidance(tx: Tx, rows: DemoGuidanceRows): Promise<void> {
  await exec(
    tx,
    sql`insert into planning.guideline_publication (paper_id, outcome, submission)
        select id, 'published', id from unnest(${rows.guidelines}::uuid[]) given (id) on conflict do nothing`,
  )
  await exec(
    tx,
    sql`insert into planning.enquiry (paper_id, submission)
        select id, id from unnest(${rows.enquiries}::uuid[]) given (id) on conflict do nothing`,
  )
  await exec(
    tx,
    sql`insert into planning.enquiry_answer (enquiry_id, organization_id, value, is_shared, submission)
        select given.enquiry_id, given.organization_id, given.value, given.is_shared, given.submission
        from jsonb_to_recordset(${JSON.stringify(rows.answers)}::jsonb)
          as given (enquiry_id uuid, organization_id uuid, value text, is_shared boolean, submission uuid)
        on conflict (submission) do nothing`,
  )
  await exec(
    tx,
    sql`insert into planning.indicator (id, organization_id, name, measured_in, room, submission)
        select given.id, given.organization_id, given.name, given.measured_in, given.room, given.id
        from jsonb_to_recordset(${JSON.stringify(rows.indicators)}::jsonb)
          as given (id uuid, organization_id uuid, name text, measured_in text, room text)
        on conflict do nothing`,
  )
  await exec(
    tx,
    sql`insert into planning.indicator_value (indicator_id, year, value, source, submission)
        select given.indicator_id, given.year, given.value, given.source, given.indicator_id
        from jsonb_to_recordset(${JSON.stringify(rows.values)}::jsonb)
          as given (indicator_id uuid, year smallint, value numeric, source text)
        where exists (select from planning.indicator where indicator.id = given.indicator_id)
        on conflict do nothing`,
  )
  await exec(
    tx,
    sql`insert into planning.system_link (organization_id, kind, title, url, submission)
        select given.organization_id, given.kind, given.title, given.url, given.submission
        from jsonb_to_recordset(${JSON.stringify(rows.links)}::jsonb)
          as given (organization_id uuid, kind text, title text, url text, submission uuid)
        on conflict (submission) do nothing`,
  )
}
