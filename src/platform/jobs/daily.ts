import { timeOfDay, today, type Clock } from '../clock.ts'
import type { Tx } from '../db/sql.ts'
import { queue, type Job } from './job.ts'
import { noteDaily } from './jobs.store.ts'

/**
 * Queues the daily jobs whose time has come today in Norway and that were not yet: once a day, whichever server is there. When
 * none was at the time, later that day; a day on which none ran at all is not made up for.
 */
export async function queueDaily(tx: Tx, jobs: readonly Job[], clock: Clock): Promise<void> {
  const [day, time] = [today(clock), timeOfDay(clock)]
  for (const job of jobs) {
    if (job.dailyAt === null || time < job.dailyAt) continue
    if (await noteDaily(tx, job.name, day)) await queue(tx, job, { day })
  }
}
