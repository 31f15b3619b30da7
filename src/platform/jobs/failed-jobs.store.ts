import * as z from 'zod'
import { many, sql, value, type Tx } from '../db/sql.ts'

const FailedJob = z.object({
  id: z.coerce.string(),
  name: z.string(),
  queued_at: z.date(),
  failed_at: z.date(),
  attempts: z.number(),
  /** A code or a word of ours. Null: the program ended in the midst of it. */
  error: z.string().nullable(),
})

export type FailedJob = z.infer<typeof FailedJob>

/** Does who acts answer for the whole installation? */
export function answersForJobs(tx: Tx): Promise<boolean> {
  return value(tx, z.boolean(), sql`select platform.answers_for_jobs()`)
}

/** Jobs that failed for good, the last first; none for whom they do not concern. */
export function listFailedJobs(tx: Tx): Promise<FailedJob[]> {
  return many(tx, FailedJob, sql`select * from platform.failed_jobs()`)
}

/** Has it run once more from the beginning. False: there is none that she may. */
export function retryJob(tx: Tx, id: string): Promise<boolean> {
  return value(tx, z.boolean(), sql`select platform.retry_job(${id})`)
}
