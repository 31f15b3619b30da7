import { localeOf, pageLocaleOf } from '#platform/i18n/locale.tsx'
import { today } from '#platform/clock.ts'
import { csvFile } from '#platform/http/csv.ts'
import { invalid, notFound, page, redirect, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import type { Language } from '#platform/i18n/language.ts'
import { rowsOf } from '#platform/paging.ts'
import type { Tx } from '#platform/db/sql.ts'
import { consultationLinesOf, consultationsOf } from '../consultation/of-plan.tsx'
import { listDeadlines } from '../consultation/consultation.store.ts'
import { guidelineLinesOfPlan, guidelinesOfPlan } from '../guidelines/of-plan.tsx'
import { knowledgeBeside } from '../knowledge/beside.tsx'
import { listMeasures } from '../measure/measure.store.ts'
import { beginByForm, saveByForm, showForm, type Asking } from '../paper/edit.tsx'
import {
  listHomes,
  listOrganizations,
  listOrganizationsWith,
  listUnits,
  type Home,
  type Unit,
} from '../paper/home.store.ts'
import { historyFile } from '../paper/history-file.ts'
import type { IdParams, PaperForm, StateForm } from '../paper/paper.schema.ts'
import { changesSince, listNames, listStates } from '../paper/paper.store.ts'
import { emptyStateForm, setByForm, type StateFormState } from '../paper/state.ts'
import { reportsOfPlan } from '../year-report/of-plan.tsx'
import { urls } from '../urls.ts'
import { chooseMeasures, withLateness, type ListedMeasure } from './choose-measures.ts'
import { messages } from './messages.ts'
import { checkPlan, planControls } from './plan-controls.ts'
import { economyLines, measureLines } from './plan-file.ts'
import { PlanList } from './plan-list.view.tsx'
import {
  planStates,
  type NewPlanQuery,
  type PlanFileQuery,
  type PlanListQuery,
  type PlanQuery,
  type PlanState,
} from './plan.schema.ts'
import { countChosenPlans, countMeasures, findPlan, listChosenPlans, type Plan } from './plan.store.ts'
import { PlanPage } from './plan.view.tsx'
import { planStateNames } from './words.ts'

type Params = typeof IdParams
type Anyhow = Pick<
  Context<'GET', undefined, undefined, undefined, Action>,
  'tx' | 'actor' | 'language' | 'clock'
>

const crumbs = (language: Language) => [
  { label: localeOf(language).text(messages.plans), path: urls.plans.href() },
]

/** The register: plans of every organisation where who acts works. */
export async function showPlans({
  tx,
  input,
  language,
  clock,
}: Context<'GET', undefined, typeof PlanListQuery, undefined, Action>): Promise<Result> {
  const { slag, tilstand, side } = input.query
  const plans = await listChosenPlans(tx, input.query, rowsOf(side))
  const chosen = await countChosenPlans(tx, input.query)
  const ids = plans.map(({ id }) => id)
  const homes = await listOrganizationsWith(tx, 'plan')
  const title = pageLocaleOf(language).text(messages.plans)
  return page(
    {
      title,
      path: urls.plans.href(),
      here: urls.plans.href({ slag, tilstand, side: side > 1 ? side : null }),
    },
    <PlanList
      title={title}
      plans={plans}
      chosen={chosen}
      total={chosen || (await countChosenPlans(tx, {}))}
      choice={input.query}
      organizations={new Map(homes.map(home => [home.id, home.name]))}
      counts={await countMeasures(tx, ids)}
      deadlines={await listDeadlines(tx, ids, today(clock))}
      homes={await listHomes(tx)}
    />,
  )
}

/** A plan with its measures, as they are chosen. */
export async function showPlan(
  context: Context<'GET', Params, typeof PlanQuery, undefined, Action>,
): Promise<Result> {
  const plan = await findPlan(context.tx, context.input.params.id)
  return plan ? show(context, plan, context.input.query, null) : notFound()
}

async function show(
  { tx, actor, language, clock }: Anyhow,
  plan: Plan,
  choice: PlanQuery,
  sent: StateFormState | null,
): Promise<Result> {
  const day = today(clock)
  const [measures, units] = await measuresOf(tx, plan, day)
  const states = await listStates(tx, plan.id)
  const changes = await changesSince(tx, plan.id, 0)
  const [home] = await listOrganizations(tx, [plan.organization_id])
  const used = new Set(measures.flatMap(({ fields }) => fields.units))
  const { lagret: _, ...query } = choice
  return (sent ? invalid : page)(
    {
      title: plan.fields.title,
      path: urls.plan.href({ id: plan.id }),
      here: urls.plan.href({ id: plan.id }, query),
      crumbs: crumbs(language),
    },
    <PlanPage
      plan={plan}
      organization={localeOf(language).localText(home?.name)}
      measures={chooseMeasures(measures, choice)}
      total={measures.length}
      late={measures.filter(({ lateness }) => lateness !== null).length}
      choice={choice}
      units={units.filter(unit => used.has(unit.id))}
      today={day}
      states={states}
      changes={changes}
      form={sent ?? emptyStateForm(plan.state)}
      consultations={await consultationsOf(tx, plan.id, day)}
      knowledge={await knowledgeBeside(tx, { organizationId: plan.organization_id })}
      guidelines={await guidelinesOfPlan(tx, plan, home?.area ?? null, day)}
      reports={await reportsOfPlan(tx, plan, actor.personId)}
      me={actor.personId}
      names={await listNames(tx, [
        ...states.map(state => state.set_by),
        ...changes.map(change => change.person_id),
      ])}
    />,
  )
}

/** The measures of a plan, and the units that they may be of. @param day today, `YYYY-MM-DD` */
async function measuresOf(tx: Tx, plan: Plan, day: string): Promise<[ListedMeasure[], Unit[]]> {
  return [withLateness(await listMeasures(tx, plan.id), plan, day), await listUnits(tx, plan.organization_id)]
}

/** A list of a plan for a spreadsheet: the measures that are chosen, what they cost, consultations, or guidelines to plan by. */
export async function downloadPlan({
  tx,
  input,
  language,
  clock,
}: Context<'GET', Params, typeof PlanFileQuery, undefined, Action>): Promise<Result> {
  const plan = await findPlan(tx, input.params.id)
  if (!plan) return notFound()
  const day = today(clock)
  const locale = localeOf(language)
  const [all, units] = await measuresOf(tx, plan, day)
  const measures = chooseMeasures(all, input.query)
  switch (input.query.del) {
    case 'okonomi':
      return csvFile(`okonomi-${day}.csv`, economyLines(measures, locale))
    case 'horinger':
      return csvFile(`horinger-${day}.csv`, await consultationLinesOf(tx, plan.id, locale))
    case 'foringer': {
      const [home] = await listOrganizations(tx, [plan.organization_id])
      return csvFile(`foringer-${day}.csv`, await guidelineLinesOfPlan(tx, home?.area ?? null, day, locale))
    }
    default:
      return csvFile(`tiltak-${day}.csv`, measureLines(measures, units, locale))
  }
}

/** What has happened with a plan itself, for a spreadsheet. */
export async function downloadPlanHistory(
  context: Context<'GET', Params, undefined, undefined, Action>,
): Promise<Result> {
  const plan = await findPlan(context.tx, context.input.params.id)
  if (!plan) return notFound()
  return historyFile(context, {
    id: plan.id,
    controls: planControls,
    units: await listUnits(context.tx, plan.organization_id),
    nameOfState: state => planStateNames[state as PlanState],
  })
}

/** Sets how a plan stands; who comes second is told so. */
export async function setPlanState(
  context: Context<'POST', Params, undefined, typeof StateForm, Action>,
): Promise<Result> {
  const plan = await findPlan(context.tx, context.input.params.id)
  if (!plan?.may_write) return notFound()
  const again = await setByForm(context, plan.id, planStates)
  if (!again) return redirect(urls.plan.href({ id: plan.id }, { lagret: 'ja' }))
  return show(context, (await findPlan(context.tx, plan.id)) ?? plan, {}, again)
}

/** Which organisation a new plan is for: asked where there are several. */
export async function showNewPlan(
  context: Context<'GET', undefined, typeof NewPlanQuery, undefined, Action>,
): Promise<Result> {
  const home = chooseHome(await listHomes(context.tx), context.input.query)
  if (!home) return notFound()
  const { organisasjon: _, ...after } = context.input.query
  return showForm(context, newAsking(home, context.language, after), {
    fields: { type: 'action' },
    revision: 0,
  })
}

type After = { slag?: string | undefined; nokkel?: string | undefined; omrade?: string | undefined }

/** The one that was asked for, else that of the place, else the first. */
function chooseHome(
  homes: readonly Home[],
  asked: After & { organisasjon?: string | undefined },
): Home | undefined {
  if (asked.organisasjon !== undefined) return homes.find(home => home.id === asked.organisasjon)
  return homes.find(home => home.area === asked.omrade) ?? homes[0]
}

function newAsking(home: Home, language: Language, after: After): Asking {
  const { text } = localeOf(language)
  const query = { organisasjon: home.id, ...after }
  return {
    head: { title: text(messages.newPlan), path: urls.newPlan.href(), crumbs: crumbs(language) },
    lead: messages.formLead,
    controls: planControls,
    action: urls.newPlan.href(query),
    backHref: urls.plans.href(),
    organizationId: home.id,
    check: checkPlan,
  }
}

/** Begins a plan, and goes on to what was about to be taken into it. */
export async function beginPlan(
  context: Context<'POST', undefined, typeof NewPlanQuery, typeof PaperForm, Action>,
): Promise<Result> {
  const home = chooseHome(await listHomes(context.tx), context.input.query)
  if (!home) return notFound()
  const { organisasjon: _, ...after } = context.input.query
  const asking = newAsking(home, context.language, after)
  const begun = await beginByForm(context, asking, { kind: 'plan', planId: null })
  if (!('id' in begun)) return begun
  return redirect(
    after.slag && after.nokkel
      ? urls.takeUp.href({ ...after, plan: begun.id })
      : urls.plan.href({ id: begun.id }, { lagret: 'ja' }),
  )
}

export async function showPlanForm(
  context: Context<'GET', Params, undefined, undefined, Action>,
): Promise<Result> {
  const plan = await findPlan(context.tx, context.input.params.id)
  if (!plan?.may_write) return notFound()
  return showForm(context, editAsking(plan, context.language), plan)
}

/** Saves a plan; what two have changed comes back to the second, with all she wrote. */
export async function savePlan(
  context: Context<'POST', Params, undefined, typeof PaperForm, Action>,
): Promise<Result> {
  const plan = await findPlan(context.tx, context.input.params.id)
  if (!plan?.may_write) return notFound()
  const again = await saveByForm(context, editAsking(plan, context.language), plan)
  return again ?? redirect(urls.plan.href({ id: plan.id }, { lagret: 'ja' }))
}

function editAsking(plan: Plan, language: Language): Asking {
  const { text } = localeOf(language)
  return {
    head: {
      title: text(messages.editPlan),
      path: urls.planForm.href({ id: plan.id }),
      crumbs: [...crumbs(language), { label: plan.fields.title, path: urls.plan.href({ id: plan.id }) }],
    },
    lead: messages.formLead,
    controls: planControls,
    action: urls.planForm.href({ id: plan.id }),
    backHref: urls.plan.href({ id: plan.id }),
    organizationId: plan.organization_id,
    check: checkPlan,
  }
}
