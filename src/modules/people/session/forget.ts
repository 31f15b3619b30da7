import * as z from 'zod'
import { job, type Job } from '#platform/jobs/job.ts'
import { forgetLogins } from './session.store.ts'

/** Sessions and logins that are over go, each after its time (docs/privacy.md). */
export const peopleJobs: Job[] = [
  job({
    name: 'people.forget-logins',
    payload: z.object({ day: z.iso.date() }),
    dailyAt: '03:55',
    run: ({ tx, payload }) => forgetLogins(tx, payload.day),
  }),
]
