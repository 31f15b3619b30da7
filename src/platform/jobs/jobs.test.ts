import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import * as z from 'zod'
import { testClock } from '#test/app.ts'
import { testDatabase } from '#test/database.ts'
import { asApp, connectLogins } from '#test/logins.ts'
import { exec, many, sql, value, type Tx } from '../db/sql.ts'
import { again, failed, job, queue, type Job } from './job.ts'
import { openJobs, type Jobs } from './runner.ts'

const db = await testDatabase('reference')
const logins = await connectLogins(db)

await db.asOwner(tx =>
  tx.query({
    text: `
      create table platform.diary (line text not null);
      grant select, insert (line) on platform.diary to nettungen_worker;
      insert into platform.job_kind (name, max_attempts) values
        ('diary.write', 3), ('diary.stop', 3), ('diary.morning', 25);`,
  }),
)

/** What a test makes the job do. */
let act: (line: string, tx: Tx) => Promise<unknown> = async () => undefined

const writing = job({
  name: 'diary.write',
  payload: z.object({ line: z.string() }),
  maxAttempts: 3,
  async run({ tx, payload: { line } }) {
    await exec(tx, sql`insert into platform.diary (line) values (${line})`)
    const said = await act(line, tx)
    if (said === 'again') return again('not-yet')
    return said === 'failed' ? failed('never') : undefined
  },
})
const morning = job({
  name: 'diary.morning',
  payload: z.object({ day: z.iso.date() }),
  dailyAt: '06:30',
  run: async ({ tx, payload }) => {
    await exec(tx, sql`insert into platform.diary (line) values (${payload.day})`)
  },
})

const said: string[] = []

function jobsOf(kinds: Job[]): Jobs {
  const jobs = openJobs({
    url: () => db.urls.worker,
    jobs: kinds,
    clock: testClock,
    log: entry => void said.push(entry.say),
    lookMs: 200,
  })
  after(() => jobs.stop())
  return jobs
}

const jobs = jobsOf([writing, morning])

const diary = () =>
  db.asOwner(async tx => {
    const lines = await many(
      tx,
      z.object({ line: z.string() }),
      sql`select line from platform.diary order by line`,
    )
    return lines.map(row => row.line)
  })
const queued = () =>
  db.asOwner(tx => value(tx, z.number(), sql`select count(*) from graphile_worker._private_jobs`))

beforeEach(async () => {
  act = async () => undefined
  said.length = 0
  await db.asOwner(tx =>
    tx.query({ text: 'delete from platform.diary; delete from graphile_worker._private_jobs' }),
  )
})

test('a job that was queued in a transaction runs once after its commit', async () => {
  await asApp(db, tx => queue(tx, writing, { line: 'a' }))
  await jobs.runDue()
  await jobs.runDue({ all: true })
  assert.deepEqual(await diary(), ['a'])
  assert.equal(await queued(), 0)
})

test('of a transaction that was rolled back there is no job', async () => {
  await assert.rejects(
    asApp(db, async tx => {
      await queue(tx, writing, { line: 'a' })
      throw new Error('changed my mind')
    }),
  )
  assert.equal(await queued(), 0)
})

test('a job with a key takes the place of the one that waits', async () => {
  for (const line of ['a', 'b', 'c']) await asApp(db, tx => queue(tx, writing, { line }, { key: 'one' }))
  await asApp(db, tx => queue(tx, writing, { line: 'd' }, { key: 'other' }))
  await jobs.runDue()
  assert.deepEqual(await diary(), ['c', 'd'])
})

test('a job that is for later waits for its time', async () => {
  await asApp(db, tx => queue(tx, writing, { line: 'a' }, { runAt: new Date(Date.now() + 3_600_000) }))
  await jobs.runDue()
  assert.deepEqual(await diary(), [])
  await jobs.runDue({ all: true })
  assert.deepEqual(await diary(), ['a'])
})

test('what a job changed before it threw is undone, and it is tried again; after its last attempt it stays to be seen', async () => {
  act = async () => {
    throw Object.assign(new Error('the row of kari@example.no is bad'), { code: '23514' })
  }
  await asApp(db, tx => queue(tx, writing, { line: 'a' }))
  for (let run = 1; run <= 4; run += 1) await jobs.runDue({ all: true })
  assert.deepEqual(await diary(), [])
  assert.equal(said.length, 3, 'its three attempts were told')
  const kept = await db.asOwner(tx =>
    many(
      tx,
      z.object({ attempts: z.number(), last_error: z.string(), locked_at: z.null() }),
      sql`select attempts, last_error, locked_at from graphile_worker._private_jobs`,
    ),
  )
  // What an error says may name people: a code is kept of it.
  assert.deepEqual(kept, [{ attempts: 3, last_error: '23514', locked_at: null }])
})

test('a job that returns trouble keeps what it changed: once more, or never again', async () => {
  const answers = ['again', 'done']
  act = async () => answers.shift()
  await asApp(db, tx => queue(tx, writing, { line: 'a' }))
  for (let run = 1; run <= 3; run += 1) await jobs.runDue({ all: true })
  assert.deepEqual(await diary(), ['a', 'a'])
  act = async () => 'failed'
  await asApp(db, tx => queue(tx, writing, { line: 'b' }))
  for (let run = 1; run <= 3; run += 1) await jobs.runDue({ all: true })
  assert.deepEqual(await diary(), ['a', 'a', 'b'])
  assert.equal(await queued(), 1)
})

test('a job whose server died in the middle of it is run again, and by one server only', async () => {
  await asApp(db, tx => queue(tx, writing, { line: 'a' }))
  await db.asOwner(tx =>
    tx.query({
      text: `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'pool-that-died', attempts = 1`,
    }),
  )
  const other = jobsOf([writing])
  await Promise.all([jobs.runDue(), other.runDue()])
  assert.deepEqual(await diary(), ['a'])
  assert.equal(await queued(), 0)
})

test('a job that is under way is not taken from the server that has it', async () => {
  const other = jobsOf([writing])
  act = async () => {
    act = async () => undefined
    await other.runDue()
  }
  await asApp(db, tx => queue(tx, writing, { line: 'a' }))
  await jobs.runDue()
  assert.deepEqual(await diary(), ['a'])
})

test('a job that loses the database in its middle has changed nothing, and is run again', async () => {
  act = async (_, tx) => {
    act = async () => undefined
    await tx.query({ text: 'select pg_terminate_backend(pg_backend_pid())' })
  }
  await asApp(db, tx => queue(tx, writing, { line: 'a' }))
  await jobs.runDue()
  assert.deepEqual(await diary(), [])
  await jobs.runDue({ all: true })
  assert.deepEqual(await diary(), ['a'])
})

test('jobs that were started run what comes, also after the database has ended all their connections', async () => {
  const lasting = jobsOf([writing])
  const done = (line: string) => new Promise<void>(resolve => (act = async now => now === line && resolve()))
  lasting.start()
  const first = done('a')
  await asApp(db, tx => queue(tx, writing, { line: 'a' }))
  await first
  while (!(await diary()).includes('a')) continue
  for (const line of ['b', 'c']) {
    await endWorkers()
    const next = done(line)
    await asApp(db, tx => queue(tx, writing, { line }))
    await next
    // Its end is committed after it has been done.
    while (!(await diary()).includes(line)) continue
  }
  await lasting.stop()
  assert.deepEqual(await diary(), ['a', 'b', 'c'])
})

/** As an administrator would: ends all connections of the worker login but our own. */
async function endWorkers(): Promise<void> {
  await logins.worker.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where usename = current_user and datname = current_database() and pid <> pg_backend_pid()`,
  )
}

test('a daily job is queued once a day, when its time has come in Norway, whoever asks', async () => {
  const at = (time: string) => jobs.runDue({ at: new Date(time) })
  await at('2026-03-28T05:29:00Z')
  assert.deepEqual(await diary(), [])
  await at('2026-03-28T05:30:00Z')
  await Promise.all([
    at('2026-03-28T05:31:00Z'),
    jobsOf([morning]).runDue({ at: new Date('2026-03-28T20:00:00Z') }),
  ])
  assert.deepEqual(await diary(), ['2026-03-28'])
  // Summer time begins: half past six comes an hour earlier.
  await at('2026-03-29T04:29:00Z')
  assert.deepEqual(await diary(), ['2026-03-28'])
  await at('2026-03-29T04:30:00Z')
  assert.deepEqual(await diary(), ['2026-03-28', '2026-03-29'])
})

test('only kinds of jobs that are known can be queued, and payloads that fit', async () => {
  const unknown = { name: 'diary.unknown', payload: writing.payload }
  await assert.rejects(
    asApp(db, tx => queue(tx, unknown, { line: 'a' })),
    { code: '22023' },
  )
  await assert.rejects(
    asApp(db, tx => queue(tx, writing, { line: 'a'.repeat(20_000) })),
    { code: '22023' },
  )
  const wrong: unknown = { line: 1 }
  await assert.rejects(
    asApp(db, tx => queue(tx, writing, wrong as { line: string })),
    z.ZodError,
  )
})

test('the program that serves can queue, and do nothing else with jobs; the public login not even that', async () => {
  const call = `select platform.queue_job('diary.write', '{"line":"a"}', null, null)`
  await logins.app.query(call)
  await assert.rejects(logins.public.query(call), { code: '42501' })
  for (const login of [logins.app, logins.public]) {
    for (const text of [
      'select from graphile_worker._private_jobs',
      'select from graphile_worker.jobs',
      'delete from graphile_worker._private_jobs',
      `select graphile_worker.add_job('diary.write')`,
      `select graphile_worker.remove_job('x')`,
      'select from platform.job_kind',
      `insert into platform.job_kind (name) values ('a.b')`,
      'select from platform.daily_job',
    ]) {
      await assert.rejects(login.query(text), { code: '42501' }, text)
    }
  }
})
