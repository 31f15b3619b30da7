import { exec, sql, type Tx } from '#platform/db/sql.ts'

export type Feedback = {
  kind: 'found' | 'not-found' | 'error'
  service_id: string | null
  municipality_code: string | null
  message: string | null
}

/** Keeps what somebody told us, for the owner of the service or the coordinator of the municipality. Nothing about who it was. */
export async function insertFeedback(tx: Tx, feedback: Feedback): Promise<void> {
  await exec(
    tx,
    sql`insert into catalogue.feedback (kind, service_id, municipality_code, message)
        values (${feedback.kind}, ${feedback.service_id}, ${feedback.municipality_code}, ${feedback.message})`,
  )
}
