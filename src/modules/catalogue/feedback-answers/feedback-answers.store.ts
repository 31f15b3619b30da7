import * as z from 'zod'
import { StoredTextSchema } from '#platform/content/local-text.ts'
import { exec, many, maybe, sql, type Reader, type Sql, type Tx } from '#platform/db/sql.ts'

const Told = z.object({
  id: z.string(),
  kind: z.enum(['found', 'not-found', 'error']),
  message: z.string().nullable(),
  created_on: z.string(),
  service_id: z.string().nullable(),
  /** Null: it is about no service. */
  service_name: StoredTextSchema.nullable(),
  closed_on: z.string().nullable(),
  note: z.string().nullable(),
  may_close: z.boolean(),
})
/** What somebody of the public has told. Who it was nobody knows. */
export type Told = z.output<typeof Told>

/** The longest list of a page. */
export const TOLD = 100

const told = (where: Sql) => sql`
  select feedback.id, feedback.kind, feedback.message, feedback.created_on, feedback.service_id,
    draft.document->'name' as service_name, closing.closed_on, closing.note,
    feedback.service_id is null or coalesce(draft.unit_id, draft.owner_id) =
      any ((select organizations.reach('{editor,publisher,administrator}'))::uuid[]) as may_close
  from catalogue.feedback
  left join catalogue.draft on draft.id = feedback.service_id
  left join catalogue.feedback_closing closing on closing.feedback_id = feedback.id
  where (feedback.kind = 'error' or feedback.message is not null) and ${where}`

/** What nobody has closed, the oldest first. A mere yes or no says nothing that can be looked at, and is not among it. */
export function listOpen(tx: Reader): Promise<Told[]> {
  return many(
    tx,
    Told,
    sql`${told(sql`closing.feedback_id is null`)} order by feedback.created_on, feedback.id limit ${TOLD}`,
  )
}

/** What was closed, the last first. */
export function listClosed(tx: Reader): Promise<Told[]> {
  return many(
    tx,
    Told,
    sql`${told(sql`closing.feedback_id is not null`)} order by closing.closed_on desc, feedback.id limit 20`,
  )
}

/** Null: there is none, or it is not for who acts to see. */
export function findTold(tx: Reader, id: string): Promise<Told | null> {
  return maybe(tx, Told, told(sql`feedback.id = ${id}`))
}

/** Once; what a colleague has closed meanwhile stays as she closed it. @throws when it is not for who acts to close */
export async function closeFeedback(
  tx: Tx,
  id: string,
  note: string | null,
  personId: string,
): Promise<void> {
  await exec(
    tx,
    sql`insert into catalogue.feedback_closing (feedback_id, note, closed_by)
        values (${id}, ${note}, ${personId}) on conflict do nothing`,
  )
}
