import { EventEmitter } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { TaskList, WorkerEvents, WorkerPool } from 'graphile-worker'
import type { Clock } from '../clock.ts'
import { openWorker, type Worker } from '../db/database.ts'
import { jobSchemaFault } from '../db/job-schema.ts'
import { isConnectionLost } from '../db/trouble.ts'
import { queueDaily } from './daily.ts'
import type { Job, Trouble } from './job.ts'
import { completeJob, endJob, makeAllDue, releaseAbandoned, takeJob } from './jobs.store.ts'

/** The jobs of this process. */
export type Jobs = {
  /** Begins to run them, as the database allows, until `stop`. Returns at once. */
  start(): void
  /** Runs what is due now until nothing is left; for tests. */
  runDue(options?: DueOptions): Promise<{ failures: string[] }>
  /** Takes no more; those under way get some seconds, and are run again later if they need more. */
  stop(): Promise<void>
}

export type DueOptions = {
  /** The time it is said to be: daily jobs of that day are queued when theirs has come. */
  at?: Date
  /** Also those whose time has not come, as after a failure; once each. */
  all?: boolean
}

type Parts = {
  /** Read anew for each connection. */
  url: () => string
  jobs: readonly Job[]
  clock: Clock
  log: (entry: { err?: Error; job?: string; attempt?: number; say: string }) => void
  lookMs?: number
}

/** Jobs at a time. One that waits for a slow server leaves room for another. */
const AT_ONCE = 2
/** How often it is looked whether the time of a job has come. New ones are told by NOTIFY. */
const LOOK_MS = 5_000
/** How often it is looked for jobs of dead servers, and for daily ones. */
const ROUND_MS = 10_000
const RESTART_MS = 3_000
/** What a pool does after the end of its workers takes milliseconds. */
const HUNG_MS = 2_000
/** Shorter than what a stop of the whole program takes at most. */
const STOP_MS = 12_000
/** From graphile-worker's taking of a job to our transaction lie milliseconds; if it were more, the job would run once all the same. */
const ABANDONED_SECONDS = 2

export function openJobs({ url, jobs, clock, log, lookMs = LOOK_MS }: Parts): Jobs {
  const worker = openWorker(url, AT_ONCE + 2)
  const stopped = new AbortController()
  let pool: WorkerPool | null = null
  let running = Promise.resolve()
  let round: NodeJS.Timeout | undefined
  let wasTold = false

  /** Once for each time that they cannot be run, not with every try. */
  const tell = (error: unknown) => {
    if (wasTold || stopped.signal.aborted) return
    wasTold = true
    log({ err: error as Error, say: 'Jobs cannot be run now; it is tried again' })
  }

  const keepRunning = async () => {
    const { runTaskList } = await import('graphile-worker')
    while (!stopped.signal.aborted) {
      try {
        const fault = await worker.transaction(jobSchemaFault)
        if (fault) throw new Error(fault)
        await goRound()
        const options = await workerOptions()
        if (stopped.signal.aborted) return
        const events: WorkerEvents = new EventEmitter()
        const over = endOfWorkers(events)
        pool = runTaskList(
          { ...options, events, concurrency: AT_ONCE, pollInterval: lookMs },
          tasksOf(jobs, worker, clock, log),
          worker.pool,
        )
        wasTold = false
        await Promise.race([pool.promise, over])
      } catch (error) {
        tell(error)
      }
      pool = null
      await wait(RESTART_MS, undefined, { signal: stopped.signal }).catch(() => undefined)
    }
  }

  /** What dead servers left behind is given back, and daily jobs whose time has come are queued. */
  const goRound = () =>
    worker.transaction(async tx => {
      await releaseAbandoned(tx, ABANDONED_SECONDS)
      await queueDaily(tx, jobs, clock)
    })

  return {
    start() {
      running = keepRunning()
      round = setInterval(() => void goRound().catch(tell), ROUND_MS).unref()
    },
    async runDue({ at, all = false } = {}) {
      const { runTaskListOnce } = await import('graphile-worker')
      const then = at ? { now: () => at } : clock
      await worker.transaction(async tx => {
        await releaseAbandoned(tx, 0)
        if (at) await queueDaily(tx, jobs, then)
        if (all) await makeAllDue(tx)
      })
      const failures: string[] = []
      const tasks = tasksOf(jobs, worker, then, entry => {
        log(entry)
        if (entry.job) failures.push(`${entry.job}: ${entry.say}`)
      })
      const client = await worker.pool.connect()
      try {
        await runTaskListOnce(await workerOptions(), tasks, client).promise
      } finally {
        client.release()
      }
      return { failures }
    },
    async stop() {
      stopped.abort()
      clearInterval(round)
      const inOrder = async () => {
        pool?.gracefulShutdown()?.catch(() => undefined)
        await running
        await worker.end()
      }
      // One that hangs is cut with the process: its transaction is rolled back, and it is run again.
      const patience = new AbortController()
      await Promise.race([
        inOrder().catch(() => undefined),
        wait(STOP_MS, undefined, { signal: patience.signal }).catch(() => undefined),
      ])
      patience.abort()
    },
  }
}

/**
 * How graphile-worker is to behave. The pauses of 0 ms before it writes what became of a job make it catch what goes wrong
 * then: without them a database that goes away at that moment would end the program by a promise nobody holds.
 */
async function workerOptions() {
  const { Logger } = await import('graphile-worker')
  return {
    schema: 'graphile_worker',
    noHandleSignals: true,
    // It logs what errors say, which may hold what was in a row. We log ourselves.
    logger: new Logger(() => () => undefined),
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  }
}

/**
 * Done a while after the last worker of a pool that is being shut down has ended. The pool should tell so itself, but when the
 * database goes away while two jobs are given back it counts wrong, and waits for ever: no job would be run again.
 */
function endOfWorkers(events: WorkerEvents): Promise<void> {
  let working = 0
  let isEnding = false
  return new Promise(resolve => {
    const look = () => {
      if (isEnding && working === 0) setTimeout(resolve, HUNG_MS)
    }
    events.on('worker:create', () => (working += 1))
    events.on('worker:stop', () => {
      working -= 1
      look()
    })
    events.on('pool:gracefulShutdown', () => {
      isEnding = true
      look()
    })
  })
}

function tasksOf(jobs: readonly Job[], worker: Worker, clock: Clock, log: Parts['log']): TaskList {
  return Object.fromEntries(
    jobs.map(job => [
      job.name,
      async (payload: unknown, { job: { id, attempts }, abortSignal }) => {
        const trouble = await worker
          .transaction(async tx => {
            if (!(await takeJob(tx, id))) return null
            const answer = await job.run({ tx, payload, clock, attempt: attempts, signal: abortSignal })
            if (!answer) await completeJob(tx, id)
            else if (!answer.again) await endJob(tx, id)
            return answer ?? null
          })
          .catch((error: unknown): Trouble => {
            const isAway = isConnectionLost(error)
            log({
              ...(!isAway && { err: error as Error }),
              job: job.name,
              attempt: attempts,
              say: wordOf(error),
            })
            return { again: true, word: wordOf(error) }
          })
        if (trouble) throw new Error(trouble.word)
      },
    ]),
  )
}

/** What is kept of an error, for administrators: its code or kind. What it says may hold what was in a row. */
function wordOf(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  const word =
    typeof code === 'string' && code !== '' ? code : error instanceof Error ? error.name : 'unknown'
  return word.replace(/[^A-Za-z0-9-]/g, '-').slice(0, 60)
}
