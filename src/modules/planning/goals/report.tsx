import { today } from '#platform/clock.ts'
import { notFound, page, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { pageLocaleOf } from '#platform/i18n/locale.tsx'
import { withLateness, type ListedMeasure } from '../plan/choose-measures.ts'
import { listMeasures } from '../measure/measure.store.ts'
import { listOrganizations } from '../paper/home.store.ts'
import { listPlans } from '../plan/plan.store.ts'
import { aimOf, type ReportQuery } from './goal.schema.ts'
import { listGoals, type Goal } from './goal.store.ts'
import { crumbs, unitsOf, yearOf } from './goals.tsx'
import { reportMessages } from './messages.ts'
import { ReportPage } from './report.view.tsx'
import { stateOf } from './rules.ts'
import { goalUrls } from './urls.ts'

/** A year of an organisation on paper: goals with their figures, measures, what is late, and the money. */
export async function showReport({
  tx,
  input,
  language,
  clock,
}: Context<'GET', undefined, typeof ReportQuery, undefined, Action>): Promise<Result> {
  const day = today(clock)
  const year = input.query.ar ?? yearOf(clock)
  const [allGoals, allPlans] = [await listGoals(tx, year), await listPlans(tx)]
  const ids = new Set([...allGoals, ...allPlans].map(one => one.organization_id))
  const homes = await listOrganizations(tx, [...ids])
  const home =
    input.query.organisasjon === undefined
      ? homes[0]
      : homes.find(({ id }) => id === input.query.organisasjon)
  if (!home) return notFound()
  const isHers = (one: { organization_id: string }) => one.organization_id === home.id
  const goals = allGoals.filter(isHers).map(goal => until(goal, year))
  const measures: { plan: string; measure: ListedMeasure }[] = []
  for (const plan of allPlans.filter(isHers)) {
    const listed = withLateness(await listMeasures(tx, plan.id), plan, day)
    measures.push(...listed.map(measure => ({ plan: plan.fields.title, measure })))
  }
  const locale = pageLocaleOf(language)
  const title = locale.text(reportMessages.title, { year: String(year), home: locale.localText(home.name) })
  const address = goalUrls.report.href({ organisasjon: home.id, ar: year })
  return page(
    { title, path: address, crumbs: crumbs(language) },
    <ReportPage
      title={title}
      home={home}
      homes={homes}
      year={year}
      today={day}
      goals={goals}
      measures={measures.filter(({ measure }) => concerns(measure, year))}
      units={await unitsOf(tx, goals)}
    />,
  )
}

/** The goal as its figures until a year tell it. */
function until(goal: Goal, year: number): Goal {
  const figures = goal.figures.filter(figure => figure.year <= year)
  return { ...goal, figures, standing: stateOf(aimOf(goal.fields, figures), year) }
}

/** Whether a measure is for a year: it lasts into it, has money in it, or should have been done before and is not. */
function concerns({ fields, lateness }: ListedMeasure, year: number): boolean {
  const from = fields.starts_on === null ? null : Number(fields.starts_on.slice(0, 4))
  const to = fields.ends_on === null ? null : Number(fields.ends_on.slice(0, 4))
  const isWithin = (from === null || from <= year) && (to === null || to >= year)
  const isLate = lateness !== null && (from === null || from <= year)
  return isWithin || isLate || fields.economy.some(row => row.year === year)
}
