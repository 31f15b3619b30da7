import * as z from 'zod'
import { job, type Job } from '#platform/jobs/job.ts'
import { forgetJoining } from './joining.store.ts'

/** Requests and invitations that are over go, each after its time (docs/privacy.md). */
export const organizationJobs: Job[] = [
  job({
    name: 'organizations.forget-joining',
    payload: z.object({ day: z.iso.date() }),
    dailyAt: '03:50',
    run: ({ tx, payload }) => forgetJoining(tx, payload.day),
  }),
]
