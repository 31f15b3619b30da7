import { createHash } from 'node:crypto'
import pg from 'pg'
import * as z from 'zod'
import { loadOnce } from './loading.ts'
import { inTransaction } from './owner.ts'
import { maybe, sql, type Tx } from './sql.ts'

/** The shape of graphile-worker's schema that the installed version makes and works with: its newest migration. */
export const JOB_SCHEMA = 20

/** What the worker login may do there; nobody else may do anything. Its tables are exempt from our guard: they are not ours. */
const RIGHTS = `
  revoke all on schema graphile_worker from public;
  revoke execute on all functions in schema graphile_worker from public;
  grant usage on schema graphile_worker to nettungen_worker;
  grant select on graphile_worker.migrations to nettungen_worker;
  grant select, delete, update (run_at, attempts, last_error, locked_at, locked_by, payload)
    on graphile_worker._private_jobs to nettungen_worker;
  grant select, update (locked_at, locked_by) on graphile_worker._private_job_queues to nettungen_worker;
  grant select, insert (identifier) on graphile_worker._private_tasks to nettungen_worker;
  drop policy if exists worker_runs on graphile_worker._private_jobs;
  drop policy if exists worker_runs on graphile_worker._private_job_queues;
  drop policy if exists worker_runs on graphile_worker._private_tasks;
  create policy worker_runs on graphile_worker._private_jobs to nettungen_worker using (true) with check (true);
  create policy worker_runs on graphile_worker._private_job_queues to nettungen_worker using (true) with check (true);
  create policy worker_runs on graphile_worker._private_tasks to nettungen_worker using (true) with check (true);`

/**
 * Makes the schema in which graphile-worker keeps jobs, or brings it to this version, and gives the worker login its rights.
 * Its own migrations need a connection of their own; they run while we hold the lock of loading.
 * @param owner a connection of the same login
 */
export async function installJobSchema(ownerUrl: string, owner: pg.Client): Promise<void> {
  const hash = createHash('sha256').update(`${JOB_SCHEMA} ${RIGHTS}`).digest('hex')
  await inTransaction(owner, tx =>
    loadOnce(tx, 'jobs', hash, async () => {
      await runTheirMigrations(ownerUrl)
      await tx.query({ text: RIGHTS })
    }),
  )
}

async function runTheirMigrations(ownerUrl: string): Promise<void> {
  const { Logger, runMigrations } = await import('graphile-worker')
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1, application_name: 'nettungen-owner' })
  const ignore = () => undefined
  pool.on('error', ignore)
  pool.on('connect', client => client.on('error', ignore))
  try {
    await runMigrations({
      pgPool: pool,
      schema: 'graphile_worker',
      logger: new Logger(() => ignore),
    })
  } finally {
    await pool.end()
  }
}

const NOT_THERE = ['42P01', '3F000', '42501']

/** Why jobs cannot be run in this database, in one sentence; null when they can. For the worker login. */
export async function jobSchemaFault(tx: Tx): Promise<string | null> {
  const found = await maybe(
    tx,
    z.object({ newest: z.number(), breaking: z.number() }),
    sql`select coalesce(max(id), 0) as newest, coalesce(max(id) filter (where breaking), 0) as breaking
        from graphile_worker.migrations`,
  ).catch((error: { code?: string }) => {
    if (NOT_THERE.includes(error.code ?? '')) return null
    throw error
  })
  if (found === null || found.newest < JOB_SCHEMA) {
    return 'lacks the schema of jobs, or its login may not use it: run "npm run db -- migrate" with DATABASE_OWNER_URL set, and give DATABASE_WORKER_URL the login nettungen_worker.'
  }
  return found.breaking > JOB_SCHEMA ? 'has jobs of a newer version: start that one.' : null
}
