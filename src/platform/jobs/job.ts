import type * as z from 'zod'
import type { Clock } from '../clock.ts'
import type { Tx } from '../db/sql.ts'
import { queueJob } from './jobs.store.ts'

export type JobContext<P> = {
  /** A transaction of the worker login. What was changed and that the job is done are committed together. */
  tx: Tx
  payload: P
  clock: Clock
  /** From 1. */
  attempt: number
  /** Is given when the server wants to end: work that waits for others should give up. */
  signal: AbortSignal
}

/** A job that returns one has changed what it changed, and is not done. */
export type Trouble = { again: boolean; word: string }

/** It did not work this time: what was changed is committed, and the job is run again later, with growing pauses. */
export const again = (word: string): Trouble => ({ again: true, word })

/** It will never work: what was changed is committed, and the job stays to be seen by administrators. */
export const failed = (word: string): Trouble => ({ again: false, word })

/** What a job is called, and what it gets: names of rows, no personal data. All that is needed to queue one. */
export type JobKind<S extends z.ZodType = z.ZodType> = { name: string; payload: S }

/** A job as the runner knows it, with the type of its payload forgotten. */
export type Job = JobKind & {
  maxAttempts: number
  dailyAt: string | null
  run(context: JobContext<unknown>): Promise<Trouble | void>
}

type JobSpec<S extends z.ZodType> = JobKind<S> & {
  /**
   * Does the work; may be run again after a crash in the middle, and then finds nothing of its own changes. A throw rolls back
   * and is tried again.
   */
  run(context: JobContext<z.output<S>>): Promise<Trouble | void>
  /** 25 when it is not said: with growing pauses more than four days. The same stands in `platform.job_kind`. */
  maxAttempts?: number
  /** Queued once a day at this time of Europe/Oslo, `HH:MM`, with `{ day }` as its payload. */
  dailyAt?: string
}

/** Declares a job. Its name stands in `platform.job_kind`, by a migration of its module; the module exports it in `jobs`. */
export function job<S extends z.ZodType>(spec: JobSpec<S>): Job & JobKind<S> {
  return {
    name: spec.name,
    payload: spec.payload,
    maxAttempts: spec.maxAttempts ?? 25,
    dailyAt: spec.dailyAt ?? null,
    run: context => spec.run({ ...context, payload: spec.payload.parse(context.payload) }),
  }
}

/**
 * Queues a job in this transaction: rolled back, there is none. It runs soon after the commit, or from `runAt` on, at least once.
 * @param options.key takes the place of a job of this kind with the same key that has not begun
 */
export async function queue<S extends z.ZodType>(
  tx: Tx,
  kind: JobKind<S>,
  payload: z.input<S>,
  options: { key?: string; runAt?: Date } = {},
): Promise<void> {
  await queueJob(tx, kind.name, kind.payload.parse(payload), options.key ?? null, options.runAt ?? null)
}
