import { pathsOfFindings } from '#modules/mapping/index.ts'
import { listOrganizations, listUnits } from '../paper/home.store.ts'
import { today } from '#platform/clock.ts'
import {
  invalid,
  notFound,
  page,
  redirect,
  type Crumb,
  type PageHead,
  type Result,
} from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import type { Language } from '#platform/i18n/language.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import * as z from 'zod'
import { beginByForm, saveByForm, showForm, type Asking } from '../paper/edit.tsx'
import { historyFile } from '../paper/history-file.ts'
import type { IdParams, PaperForm, StateForm } from '../paper/paper.schema.ts'
import { changesSince, listNames, listStates } from '../paper/paper.store.ts'
import { emptyStateForm, setByForm, type StateFormState } from '../paper/state.ts'
import { messages as planMessages } from '../plan/messages.ts'
import { findPlan, type Plan } from '../plan/plan.store.ts'
import { urls } from '../urls.ts'
import { checkMeasure, measureControls } from './measure-controls.ts'
import { findMeasure, listMeasures, nextNumber, type Measure } from './measure.store.ts'
import { MeasurePage } from './measure.view.tsx'
import { messages } from './messages.ts'
import { latenessOf, measureStates, type MeasureState } from './rules.ts'
import { measureStateNames } from './words.ts'

type Params = typeof IdParams
type Reading = Context<'GET', Params, undefined, undefined, Action>
type Sending = Context<'POST', Params, undefined, typeof PaperForm, Action>
type Anyhow = Pick<Reading, 'tx' | 'actor' | 'language' | 'clock'>

export const MeasureQuery = z.object({ lagret: z.string().optional() })

/** The way from the work desk to a plan. */
export function crumbsTo(plan: Plan, language: Language): Crumb[] {
  return [
    { label: localeOf(language).text(planMessages.plans), path: urls.plans.href() },
    { label: plan.fields.title, path: urls.plan.href({ id: plan.id }) },
  ]
}

/** A measure: what it is, how it stands and what has happened. */
export async function showMeasure(
  context: Context<'GET', Params, typeof MeasureQuery, undefined, Action>,
): Promise<Result> {
  const found = await findWithPlan(context, context.input.params.id)
  return found ? show(context, found, null, context.input.query.lagret !== undefined) : notFound()
}

type Found = { measure: Measure; plan: Plan }

async function findWithPlan({ tx }: Pick<Anyhow, 'tx'>, id: string): Promise<Found | null> {
  const measure = await findMeasure(tx, id)
  const plan = measure?.plan_id ? await findPlan(tx, measure.plan_id) : null
  return measure && plan ? { measure, plan } : null
}

async function show(
  { tx, actor, language, clock }: Anyhow,
  { measure, plan }: Found,
  sent: StateFormState | null,
  isSaved: boolean,
): Promise<Result> {
  const states = await listStates(tx, measure.id)
  const changes = await changesSince(tx, measure.id, 0)
  const [home] = await listOrganizations(tx, [measure.organization_id])
  const links = measure.fields.links.filter(({ kind }) => kind === 'finding')
  return (sent ? invalid : page)(
    {
      title: measure.fields.title,
      path: urls.measure.href({ id: measure.id }),
      crumbs: crumbsTo(plan, language),
    },
    <MeasurePage
      measure={measure}
      plan={plan}
      area={home?.area ?? null}
      findings={await pathsOfFindings(
        tx,
        links.map(({ key }) => key),
      )}
      lateness={latenessOf({ state: measure.state, ...measure.fields }, plan.state, today(clock))}
      units={await listUnits(tx, measure.organization_id)}
      states={states}
      changes={changes}
      form={sent ?? emptyStateForm(measure.state)}
      isSaved={isSaved}
      me={actor.personId}
      names={await listNames(tx, [
        ...states.map(state => state.set_by),
        ...changes.map(change => change.person_id),
      ])}
    />,
  )
}

/** What has happened with a measure, for a spreadsheet. */
export async function downloadMeasureHistory(context: Reading): Promise<Result> {
  const found = await findWithPlan(context, context.input.params.id)
  if (!found) return notFound()
  const { id, organization_id } = found.measure
  return historyFile(context, {
    id,
    controls: measureControls,
    units: await listUnits(context.tx, organization_id),
    nameOfState: state => measureStateNames[state as MeasureState],
  })
}

/** Sets how a measure stands; who comes second is told so. */
export async function setMeasureState(
  context: Context<'POST', Params, undefined, typeof StateForm, Action>,
): Promise<Result> {
  const found = await findWithPlan(context, context.input.params.id)
  if (!found?.measure.may_write) return notFound()
  const again = await setByForm(context, found.measure.id, measureStates)
  if (!again) return redirect(urls.measure.href({ id: found.measure.id }, { lagret: 'ja' }))
  const now = await findWithPlan(context, found.measure.id)
  return show(context, now ?? found, again, false)
}

export async function showNewMeasure(context: Reading): Promise<Result> {
  const plan = await findPlan(context.tx, context.input.params.id)
  if (!plan?.may_write) return notFound()
  return showForm(context, newAsking(plan, context.language, []), { fields: {}, revision: 0 })
}

export async function beginMeasure(context: Sending): Promise<Result> {
  const plan = await findPlan(context.tx, context.input.params.id)
  if (!plan?.may_write) return notFound()
  const number = await nextNumber(context.tx, plan.id)
  const taken = await numbersIn(context, plan.id, context.input.body.submission)
  const begun = await beginByForm(
    context,
    newAsking(plan, context.language, taken),
    { kind: 'measure', planId: plan.id },
    context.input.body['nummer'] ? {} : { number },
  )
  return 'id' in begun ? redirect(urls.measure.href({ id: begun.id }, { lagret: 'ja' })) : begun
}

/** Numbers of the measures of a plan, but for the one with an id, or of the form that comes again. */
async function numbersIn({ tx }: Pick<Sending, 'tx'>, planId: string, but: string): Promise<number[]> {
  const measures = await listMeasures(tx, planId)
  return measures.flatMap(({ id, submission, fields }) =>
    id === but || submission === but || fields.number === null ? [] : [fields.number],
  )
}

function newAsking(plan: Plan, language: Language, taken: readonly number[]): Asking {
  const { text } = localeOf(language)
  return {
    ...askingOf(plan, taken),
    head: {
      title: text(messages.newMeasure),
      path: urls.newMeasure.href({ id: plan.id }),
      crumbs: crumbsTo(plan, language),
    },
    action: urls.newMeasure.href({ id: plan.id }),
    backHref: urls.plan.href({ id: plan.id }),
  }
}

function askingOf(plan: Plan, taken: readonly number[]) {
  return {
    lead: messages.formLead,
    controls: measureControls,
    organizationId: plan.organization_id,
    check: (fields: Record<string, unknown>) => checkMeasure(fields, taken),
  }
}

export async function showMeasureForm(context: Reading): Promise<Result> {
  const found = await findWithPlan(context, context.input.params.id)
  if (!found?.measure.may_write) return notFound()
  return showForm(context, editAsking(found, context.language, []), found.measure)
}

/** Saves a measure; what two have changed comes back to the second, with all she wrote. */
export async function saveMeasure(context: Sending): Promise<Result> {
  const found = await findWithPlan(context, context.input.params.id)
  if (!found?.measure.may_write) return notFound()
  const { measure, plan } = found
  const taken = await numbersIn(context, plan.id, measure.id)
  const again = await saveByForm(context, editAsking(found, context.language, taken), measure)
  return again ?? redirect(urls.measure.href({ id: measure.id }, { lagret: 'ja' }))
}

function editAsking({ measure, plan }: Found, language: Language, taken: readonly number[]): Asking {
  const { text } = localeOf(language)
  const head: PageHead = {
    title: text(messages.editMeasure),
    path: urls.measureForm.href({ id: measure.id }),
    crumbs: [
      ...crumbsTo(plan, language),
      { label: measure.fields.title, path: urls.measure.href({ id: measure.id }) },
    ],
  }
  return {
    ...askingOf(plan, taken),
    head,
    action: urls.measureForm.href({ id: measure.id }),
    backHref: urls.measure.href({ id: measure.id }),
  }
}
