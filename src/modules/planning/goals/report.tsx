import { randomUUID } from 'node:crypto'
import { today } from '#platform/clock.ts'
import { invalid, notFound, notFoundPage, page, redirect, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import type { Language } from '#platform/i18n/language.ts'
import { pageLocaleOf } from '#platform/i18n/locale.tsx'
import { listOrganizations, type Home } from '../paper/home.store.ts'
import { listNames } from '../paper/paper.store.ts'
import { listPlans } from '../plan/plan.store.ts'
import { finishReport } from '../year-report/finish-report.ts'
import { listLed, listReports } from '../year-report/year-report.store.ts'
import type { FinishForm, ReportQuery } from './goal.schema.ts'
import { listGoals } from './goal.store.ts'
import { crumbs, yearOf } from './goals.tsx'
import { reportMessages } from './messages.ts'
import { NoReportPage, ReportPage } from './report.view.tsx'
import { goalUrls } from './urls.ts'
import { lookAtYear, type Year } from './year.ts'

type Asked = Pick<
  Context<'GET', undefined, undefined, undefined, Action>,
  'tx' | 'actor' | 'language' | 'clock'
>

/** A year of an organisation on paper as it stands now: goals with their figures, measures, what is late, and the money. */
export async function showReport(
  context: Context<'GET', undefined, typeof ReportQuery, undefined, Action>,
): Promise<Result> {
  const { query } = context.input
  const chosen = await chooseYear(context, query)
  return chosen
    ? show(context, { ...chosen, isMeanwhile: false, isSaved: query.lagret !== undefined })
    : notFound()
}

/** The year and the organisation that are asked for, and those that may be. Null: nothing of it is for who acts. */
export async function chooseYear(
  { tx, clock }: Pick<Asked, 'tx' | 'clock'>,
  { ar, organisasjon }: ReportQuery,
): Promise<{ home: Home; homes: Home[]; year: number } | null> {
  const year = ar ?? yearOf(clock)
  const all = [...(await listGoals(tx, year)), ...(await listPlans(tx))]
  const homes = await listOrganizations(tx, [...new Set(all.map(one => one.organization_id))])
  const home = organisasjon === undefined ? homes[0] : homes.find(({ id }) => id === organisasjon)
  return home ? { home, homes, year } : null
}

/** Finishes the report of a year, once for each form; who comes second is told that another has, and sees what stands. */
export async function finish(
  context: Context<'POST', undefined, undefined, typeof FinishForm, Action>,
): Promise<Result> {
  const { tx, input, clock, actor } = context
  const { organisasjon, ar: year } = input.body
  const [home] = (await listLed(tx)).filter(({ id }) => id === organisasjon)
  if (!home || year > yearOf(clock)) return notFound()
  const day = today(clock)
  const looked = await lookAtYear(tx, home, year, day)
  if (!isTold(looked)) return notFound()
  const outcome = await finishReport(tx, looked, day, input.body, actor.personId)
  if (outcome === 'finished')
    return redirect(goalUrls.report.href({ organisasjon: home.id, ar: year, lagret: 'ja' }))
  return show(context, { home, homes: [home], year, isMeanwhile: true, isSaved: false })
}

type Shown = { home: Home; homes: readonly Home[]; year: number; isMeanwhile: boolean; isSaved: boolean }

async function show(
  { tx, actor, language, clock }: Asked,
  { home, homes, year, isMeanwhile, isSaved }: Shown,
): Promise<Result> {
  const day = today(clock)
  const locale = pageLocaleOf(language)
  const title = locale.text(reportMessages.title, { year: String(year), home: locale.localText(home.name) })
  const address = goalUrls.report.href({ organisasjon: home.id, ar: year })
  const looked = await lookAtYear(tx, home, year, day)
  if (!isTold(looked)) return noReport(looked, language)
  const reports = await listReports(tx, home.id)
  const led = await listLed(tx)
  return (isMeanwhile ? invalid : page)(
    { title, path: address, crumbs: crumbs(language) },
    <ReportPage
      title={title}
      {...looked}
      homes={homes}
      today={day}
      reports={reports}
      mayFinish={year <= yearOf(clock) && led.some(({ id }) => id === home.id)}
      submission={randomUUID()}
      isMeanwhile={isMeanwhile}
      isSaved={isSaved}
      me={actor.personId}
      names={await listNames(
        tx,
        reports.map(report => report.finished_by),
      )}
    />,
  )
}

/** Whether there is anything to tell of the year. */
export const isTold = ({ year, span }: Year) => span.first <= year && year <= span.last

function noReport({ home, year, span }: Year, language: Language): Result {
  const { text, localText } = pageLocaleOf(language)
  const title = text(reportMessages.noReport, { year: String(year) })
  return notFoundPage(
    { title, path: goalUrls.report.href(), crumbs: crumbs(language) },
    <NoReportPage title={title} home={localText(home.name)} organization={home.id} span={span} />,
  )
}
