import * as z from 'zod'
import type { AdministrationDoor } from '#platform/auth/work-link.ts'
import { notFound, page, redirect, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { pageLocaleOf } from '#platform/i18n/locale.tsx'
import { answersForJobs, listFailedJobs, retryJob } from '#platform/jobs/failed-jobs.store.ts'
import { messages } from '../messages.ts'
import type { tendJobs } from '../policy.ts'
import { urls } from '../urls.ts'
import { FailedJobsPage } from './failed-jobs.view.tsx'

export const RetryForm = z.object({ jobb: z.string().max(100) })

/** A job's number, as the queue counts. */
const isNumber = (text: string) => /^[1-9][0-9]{0,17}$/.test(text)

/** For those who answer for the whole installation. */
export const failedJobsDoor: AdministrationDoor = {
  label: messages.jobsTitle,
  path: urls.failedJobs.href(),
  isOpen: tx => answersForJobs(tx),
}

/** Jobs that failed for good. Forbidden looks like missing. */
export async function showFailedJobs({
  tx,
  language,
}: Context<'GET', undefined, undefined, undefined, typeof tendJobs>): Promise<Result> {
  if (!(await answersForJobs(tx))) return notFound()
  const title = pageLocaleOf(language).text(messages.jobsTitle)
  return page(
    { title, path: urls.failedJobs.href(), indexed: false },
    <FailedJobsPage jobs={await listFailedJobs(tx)} />,
  )
}

/** One that was tried again meanwhile, by somebody else or the same form, is no trouble: the list tells. */
export async function retryFailedJob({
  tx,
  input,
}: Context<'POST', undefined, undefined, typeof RetryForm, typeof tendJobs>): Promise<Result> {
  if (!isNumber(input.body.jobb) || !(await answersForJobs(tx))) return notFound()
  await retryJob(tx, input.body.jobb)
  return redirect(urls.failedJobs.href())
}
