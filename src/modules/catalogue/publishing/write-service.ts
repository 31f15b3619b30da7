import * as z from 'zod'
import { today } from '#platform/clock.ts'
import type { Tx } from '#platform/db/sql.ts'
import { job, queue, type Job } from '#platform/jobs/job.ts'
import { namesChanged } from '#modules/organizations/index.ts'
import { writeDecided } from '../publication/decided.store.ts'
import { rewriteNames } from '../publication/names.store.ts'

const kind = { name: 'catalogue.write-service', payload: z.object({ draft: z.guid() }) }

/** Makes the public form of a service what was decided about it. Asks only how it should be now, so it may run at any time. */
const writeService: Job = job({
  ...kind,
  async run({ tx, payload, clock }) {
    await writeDecided(tx, payload.draft, today(clock))
  },
})

/** An organisation or unit has another name. */
const writeNames: Job = job({
  ...namesChanged,
  run: ({ tx, payload }) => rewriteNames(tx, payload.organization, payload.unit),
})

/** The catalogue's jobs. */
export const catalogueJobs: Job[] = [writeService, writeNames]

/** Has the public form of a service written soon, as it is then to be. */
export function queueWriting(tx: Tx, draftId: string): Promise<void> {
  return queue(tx, kind, { draft: draftId }, { key: draftId })
}

/** The same when a day begins in Norway: a publication begins then, or has ended. @param day `YYYY-MM-DD` */
export function queueWritingOn(tx: Tx, draftId: string, day: string): Promise<void> {
  return queue(tx, kind, { draft: draftId }, { key: `${draftId} ${day}`, runAt: startOf(day) })
}

/** A little after midnight in Oslo, which is an hour or two before that of UTC. */
function startOf(day: string): Date {
  const noon = new Date(`${day}T12:00:00Z`)
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', hour: '2-digit', hour12: false }).format(
      noon,
    ),
  )
  return new Date(Date.parse(`${day}T00:01:00Z`) - (hour - 12) * 3_600_000)
}
