import { timeOfDay, today } from '#platform/clock.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import type { FailedJob } from '#platform/jobs/failed-jobs.store.ts'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Table } from '#ui/table/table.tsx'
import { messages } from '../messages.ts'
import { urls } from '../urls.ts'

/** What failed, when, how often and how; never what it was about. */
export function FailedJobsPage({ jobs }: { jobs: FailedJob[] }) {
  const { t, text, number } = useLocale()
  const columns = [
    { label: text(messages.jobsName) },
    { label: text(messages.jobsFailed) },
    { label: text(messages.jobsAttempts), numeric: true },
    { label: text(messages.jobsError) },
    { label: text(messages.jobsAction) },
  ]
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{t(messages.jobsTitle)}</h1>
        <p class="lead">{t(messages.jobsLead)}</p>
      </div>
      {jobs.length === 0 ? (
        <Empty title={text(messages.jobsNoneTitle)}>{text(messages.jobsNoneText)}</Empty>
      ) : (
        <Table
          caption={text(messages.jobsTitle)}
          columns={columns}
          rowHeader
          rows={jobs.map(job => [
            <code key={job.id}>{job.name}</code>,
            <Moment key={job.id} at={job.failed_at} />,
            number(job.attempts),
            job.error === null ? t(messages.jobsEndedWithProgram) : <code>{job.error}</code>,
            <Retry key={job.id} job={job} />,
          ])}
        />
      )}
    </div>
  )
}

function Retry({ job }: { job: FailedJob }) {
  const { t, link } = useLocale()
  return (
    <form method="post" action={link(urls.failedJobs.href())}>
      <input type="hidden" name="jobb" value={job.id} />
      <Button kind="quiet">
        {t(messages.jobsRetry)} <span class="visually-hidden">{job.name}</span>
      </Button>
    </form>
  )
}

function Moment({ at }: { at: Date }) {
  const { date } = useLocale()
  const clock = { now: () => at }
  return (
    <time dateTime={at.toISOString()}>
      {date(today(clock))} {timeOfDay(clock)}
    </time>
  )
}
