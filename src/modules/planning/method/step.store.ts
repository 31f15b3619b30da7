import * as z from 'zod'
import { exec, many, oneAtATime, sql, type Tx } from '#platform/db/sql.ts'

const TickRow = z.object({
  paper_id: z.string(),
  item: z.string(),
  is_done: z.boolean(),
  ticked_by: z.string().nullable(),
  ticked_at: z.date(),
})
/** An item of a checklist that has been ticked, or its tick taken away: who did it last, and when. */
export type TickRow = z.output<typeof TickRow>

/** The last of each item, of some steps. */
export function listTicks(tx: Tx, stepIds: readonly string[]): Promise<TickRow[]> {
  return many(
    tx,
    TickRow,
    sql`select distinct on (paper_id, item) paper_id, item, is_done, ticked_by, ticked_at
        from planning.method_tick where paper_id = any (${[...stepIds]}::uuid[])
        order by paper_id, item, number desc`,
  )
}

/** Ticks items, or takes ticks away; what stands so already is not written again. The same form sent twice does it once. */
export async function setTicks(
  tx: Tx,
  stepId: string,
  changes: readonly { item: string; isDone: boolean }[],
  { submission, personId }: { submission: string; personId: string },
): Promise<void> {
  await oneAtATime(tx, `planning ${stepId}`)
  await exec(
    tx,
    sql`insert into planning.method_tick (paper_id, item, is_done, submission, ticked_by)
        select ${stepId}, given.item, given.is_done, ${submission}, ${personId}
        from jsonb_to_recordset(${JSON.stringify(changes.map(({ item, isDone }) => ({ item, is_done: isDone })))}::jsonb)
          as given (item text, is_done boolean)
        where given.is_done is distinct from coalesce((
          select tick.is_done from planning.method_tick tick
          where tick.paper_id = ${stepId} and tick.item = given.item order by tick.number desc limit 1), false)
        on conflict (submission, item) do nothing`,
  )
}

const DocumentRow = z.object({
  id: z.string(),
  paper_id: z.string(),
  title: z.string(),
  link: z.string(),
  added_by: z.string().nullable(),
  added_at: z.date(),
})
/** A document of a step: where it lies, and who added it. */
export type DocumentRow = z.output<typeof DocumentRow>

/** Those that have not been removed, of some steps, the oldest first. */
export function listDocuments(tx: Tx, stepIds: readonly string[]): Promise<DocumentRow[]> {
  return many(
    tx,
    DocumentRow,
    sql`select document.id, document.paper_id, document.title, document.link, document.added_by, document.added_at
        from planning.method_document document
        where document.paper_id = any (${[...stepIds]}::uuid[])
          and not exists (select from planning.method_document_removal where document_id = document.id)
        order by document.id`,
  )
}

/** The same form sent twice adds one. */
export async function addDocument(
  tx: Tx,
  stepId: string,
  { title, link, submission }: { title: string; link: string; submission: string },
  personId: string,
): Promise<void> {
  await oneAtATime(tx, `planning ${submission}`)
  await exec(
    tx,
    sql`insert into planning.method_document (paper_id, title, link, submission, added_by)
        select ${stepId}, ${title}, ${link}, ${submission}, ${personId}
        where not exists (select from planning.method_document
          where submission = ${submission} and paper_id = ${stepId} and added_by = ${personId})`,
  )
}

/** Two who remove the same remove it once. */
export async function removeDocument(tx: Tx, id: string, personId: string): Promise<void> {
  await exec(
    tx,
    sql`insert into planning.method_document_removal (document_id, removed_by) values (${id}, ${personId})
        on conflict (document_id) do nothing`,
  )
}
