import * as z from 'zod'
import { job, type Job } from '#platform/jobs/job.ts'
import { forgetViews } from './views.store.ts'

export const viewJobs: Job[] = [
  job({
    name: 'catalogue.forget-views',
    payload: z.object({ day: z.iso.date() }),
    dailyAt: '04:20',
    run: ({ tx, payload }) => forgetViews(tx, payload.day),
  }),
]
