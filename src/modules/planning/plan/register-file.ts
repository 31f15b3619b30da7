import { dayInNorway, today } from '#platform/clock.ts'
import { csvFile } from '#platform/http/csv.ts'
import type { Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf, type Locale } from '#platform/i18n/locale.tsx'
import { listDeadlines } from '../consultation/consultation.store.ts'
import { listMeasuresOf } from '../measure/measure.store.ts'
import { listOrganizations, listUnits, type Unit } from '../paper/home.store.ts'
import { withLateness, type ListedMeasure } from './choose-measures.ts'
import { messages } from './messages.ts'
import { measureLines } from './plan-file.ts'
import type { PlanListFileQuery } from './plan.schema.ts'
import { listChosenPlans, type Plan } from './plan.store.ts'
import { planStateNames, planTypeNames } from './words.ts'

/** A plan as the register has it. `deadline`: of its consultation, `YYYY-MM-DD`. */
type Row = {
  plan: Plan
  organization: string
  deadline: string
  measures: readonly ListedMeasure[]
  units: readonly Unit[]
}

/** The plans that are chosen, or those of their measures that are late, for a spreadsheet. */
export async function downloadPlans({
  tx,
  input,
  language,
  clock,
}: Context<'GET', undefined, typeof PlanListFileQuery, undefined, Action>): Promise<Result> {
  const day = today(clock)
  const locale = localeOf(language)
  const plans = await listChosenPlans(tx, input.query, null)
  const homes = await listOrganizations(tx, [...new Set(plans.map(plan => plan.organization_id))])
  const ids = plans.map(({ id }) => id)
  const deadlines = await listDeadlines(tx, ids, day)
  const ofPlan = Map.groupBy(await listMeasuresOf(tx, ids), measure => measure.plan_id)
  const unitsOf = new Map<string, readonly Unit[]>()
  for (const { id } of homes) unitsOf.set(id, await listUnits(tx, id))
  const rows = plans.map((plan): Row => ({
    plan,
    organization: locale.localText(homes.find(({ id }) => id === plan.organization_id)?.name),
    deadline: deadlines.get(plan.id) ?? '',
    measures: withLateness(ofPlan.get(plan.id) ?? [], plan, day),
    units: unitsOf.get(plan.organization_id) ?? [],
  }))
  return input.query.del === 'forsinket'
    ? csvFile(`forsinkede-tiltak-${day}.csv`, lateLines(rows, locale))
    : csvFile(`planer-${day}.csv`, registerLines(rows, locale))
}

const plain = (year: number | null) => String(year ?? '')

/** The register, with days as `YYYY-MM-DD`. */
function registerLines(rows: readonly Row[], { text }: Locale): string[][] {
  const head = [
    messages.planTitle,
    messages.organization,
    messages.type,
    messages.about,
    messages.fromYear,
    messages.toYear,
    messages.responsible,
    messages.state,
    messages.fileDeadline,
    messages.measures,
    messages.fileDone,
    messages.fileLate,
    messages.link,
    messages.fileChanged,
  ].map(message => text(message))
  return [
    head,
    ...rows.map(({ plan: { fields, state, changed_at }, organization, deadline, measures }) => [
      fields.title,
      organization,
      text(planTypeNames[fields.type]),
      fields.about,
      plain(fields.from_year),
      plain(fields.to_year),
      fields.responsible,
      text(planStateNames[state]),
      deadline,
      String(measures.length),
      String(measures.filter(measure => measure.state === 'done').length),
      String(measures.filter(measure => measure.lateness !== null).length),
      fields.link,
      dayInNorway(changed_at),
    ]),
  ]
}

/** What is late in all of them, as in the file of a plan, with whose it is. */
function lateLines(rows: readonly Row[], locale: Locale): string[][] {
  const { text } = locale
  const [head] = measureLines([], [], locale)
  return [
    [text(messages.planTitle), text(messages.organization), ...head!],
    ...rows.flatMap(({ plan, organization, measures, units }) => {
      const late = measures.filter(measure => measure.lateness !== null)
      return measureLines(late, units, locale)
        .slice(1)
        .map(line => [plan.fields.title, organization, ...line])
    }),
  ]
}
