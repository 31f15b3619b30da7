import * as z from 'zod'
import { exec, maybe, sql, type Reader, type Tx } from '../db/sql.ts'

/** Jobs under way hold an advisory lock of this class, by their number, for as long as their transaction. */
const UNDER_WAY = 7245_318

export async function queueJob(
  tx: Tx,
  name: string,
  payload: unknown,
  key: string | null,
  runAt: Date | null,
): Promise<void> {
  await exec(
    tx,
    sql`select platform.queue_job(${name}, ${JSON.stringify(payload)}::json, ${key}, ${runAt}::timestamptz)`,
  )
}

/**
 * Takes a job for this transaction. False: another has done it, or it was taken away.
 * @param id the number that graphile-worker gave it
 */
export async function takeJob(tx: Tx, id: string): Promise<boolean> {
  await exec(tx, sql`select pg_advisory_xact_lock(${UNDER_WAY}, (${id}::bigint % 2147483647)::integer)`)
  const job = await maybe(
    tx,
    z.object({ id: z.coerce.string() }),
    sql`select id from graphile_worker._private_jobs where id = ${id}::bigint`,
  )
  return job !== null
}

/** It is done, together with what it changed. graphile-worker then finds nothing left to complete. */
export async function completeJob(tx: Tx, id: string): Promise<void> {
  await exec(tx, sql`delete from graphile_worker._private_jobs where id = ${id}::bigint`)
}

/** No further attempt. It stays to be seen. */
export async function endJob(tx: Tx, id: string): Promise<void> {
  await exec(
    tx,
    sql`update graphile_worker._private_jobs set attempts = max_attempts where id = ${id}::bigint`,
  )
}

/**
 * Gives back jobs whose server died: they are locked, and no transaction holds their advisory lock. graphile-worker by itself
 * would wait for four hours.
 * @param seconds since they were taken: between graphile-worker's taking and our transaction lie milliseconds
 * @returns how many
 */
export function releaseAbandoned(tx: Tx, seconds: number): Promise<number> {
  return exec(
    tx,
    sql`with locked as materialized (
          select id from graphile_worker._private_jobs
          where locked_at is not null and locked_at <= now() - ${seconds} * interval '1 second'
        )
        update graphile_worker._private_jobs job set locked_at = null, locked_by = null
        from locked
        where job.id = locked.id
          and pg_try_advisory_xact_lock(${UNDER_WAY}, (locked.id % 2147483647)::integer)`,
  )
}

/** Notes that a daily job is queued for a day. False: it was already. */
export async function noteDaily(tx: Tx, name: string, day: string): Promise<boolean> {
  const noted = await exec(
    tx,
    sql`insert into platform.daily_job (name, day) values (${name}, ${day}) on conflict do nothing`,
  )
  return noted === 1
}

/** What waits for its time waits no more; for tests. */
export async function makeAllDue(reader: Reader): Promise<void> {
  await exec(
    reader,
    sql`update graphile_worker._private_jobs set run_at = now() where run_at > now() and attempts < max_attempts`,
  )
}
