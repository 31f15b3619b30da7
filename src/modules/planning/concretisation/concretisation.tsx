import { randomUUID } from 'node:crypto'
import { beginWantedDraft } from '#modules/catalogue/index.ts'
import { today } from '#platform/clock.ts'
import { invalid, notFound, page, redirect, type Crumb, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import type { Language } from '#platform/i18n/language.ts'
import { localeOf, pageLocaleOf } from '#platform/i18n/locale.tsx'
import type { FieldError } from '../paper/control.ts'
import { beginByForm, saveByForm, showForm, type Asking } from '../paper/edit.tsx'
import { listHomes, listOrganizations, listUnits } from '../paper/home.store.ts'
import type { IdParams, PaperForm } from '../paper/paper.schema.ts'
import { findPaper, listNames, listStates, savePaper, setState } from '../paper/paper.store.ts'
import { dayOf } from '../paper/read-form.ts'
import { messages as planMessages } from '../plan/messages.ts'
import { urls } from '../urls.ts'
import { ConcretisationList } from './concretisation-list.view.tsx'
import {
  ConcretisationFields,
  evaluationOutcomes,
  type ConcretisationQuery,
  type EvaluationForm,
  type NewConcretisationQuery,
  type PressForm,
  type StepParams,
} from './concretisation.schema.ts'
import {
  insertEvaluation,
  listConcretisations,
  listDueEvaluations,
  listEvaluations,
  type Concretisation,
} from './concretisation.store.ts'
import { ConcretisationPage } from './concretisation.view.tsx'
import { messages } from './messages.ts'
import { nameControl, progressOf, steps, type StepSpec } from './steps.ts'

type Params = typeof IdParams
type Anyhow = Pick<
  Context<'GET', undefined, undefined, undefined, Action>,
  'tx' | 'actor' | 'language' | 'clock'
>

function crumbs(language: Language): Crumb[] {
  const { text } = localeOf(language)
  return [
    { label: text(planMessages.plans), path: urls.plans.href() },
    { label: text(messages.concretisations), path: urls.concretisations.href() },
  ]
}

const find = ({ tx }: Pick<Anyhow, 'tx'>, id: string) =>
  findPaper(tx, 'concretisation', ConcretisationFields, id)

/** Those of one's organisations, with how far each has come. */
export async function showConcretisations({
  tx,
  language,
  clock,
}: Context<'GET', undefined, undefined, undefined, Action>): Promise<Result> {
  const title = pageLocaleOf(language).text(messages.concretisations)
  return page(
    { title, path: urls.concretisations.href(), crumbs: crumbs(language).slice(0, 1) },
    <ConcretisationList
      title={title}
      papers={await listConcretisations(tx)}
      due={await listDueEvaluations(tx)}
      today={today(clock)}
      homes={await listHomes(tx)}
    />,
  )
}

export async function showNew(
  context: Context<'GET', undefined, typeof NewConcretisationQuery, undefined, Action>,
): Promise<Result> {
  const asking = await newAsking(context)
  return asking ? showForm(context, asking, { fields: {}, revision: 0 }) : notFound()
}

/** Begins one with its name, and leads to its first step. */
export async function begin(
  context: Context<'POST', undefined, typeof NewConcretisationQuery, typeof PaperForm, Action>,
): Promise<Result> {
  const asking = await newAsking(context)
  if (!asking) return notFound()
  const begun = await beginByForm(context, asking, { kind: 'concretisation', planId: null })
  return 'id' in begun
    ? redirect(urls.concretisationStep.href({ id: begun.id, step: steps[0]!.slug }))
    : begun
}

async function newAsking({
  tx,
  input,
  language,
}: Pick<Anyhow, 'tx' | 'language'> & {
  input: { query: { organisasjon?: string | undefined } }
}): Promise<Asking | null> {
  const homes = await listHomes(tx)
  const asked = input.query.organisasjon
  const home = asked === undefined ? homes[0] : homes.find(({ id }) => id === asked)
  if (!home) return null
  return {
    head: {
      title: localeOf(language).text(messages.begin),
      path: urls.newConcretisation.href(),
      crumbs: crumbs(language),
    },
    lead: messages.beginLead,
    controls: [nameControl],
    action: urls.newConcretisation.href({ organisasjon: home.id }),
    backHref: urls.concretisations.href(),
    organizationId: home.id,
  }
}

type StepContext<M extends 'GET' | 'POST', B> = Context<M, typeof StepParams, undefined, B, Action>

export async function showStep(context: StepContext<'GET', undefined>): Promise<Result> {
  const found = await findStep(context, context.input.params)
  if (!found) return notFound()
  return showForm(context, stepAsking(found.paper, found.step, context.language), found.paper)
}

/** Saves a step by itself, and leads to the next; after the last to the whole. */
export async function saveStep(context: StepContext<'POST', typeof PaperForm>): Promise<Result> {
  const found = await findStep(context, context.input.params)
  if (!found) return notFound()
  const { paper, step } = found
  const again = await saveByForm(context, stepAsking(paper, step, context.language), paper)
  if (again) return again
  const next = steps[steps.indexOf(step) + 1]
  return redirect(
    next
      ? urls.concretisationStep.href({ id: paper.id, step: next.slug })
      : urls.concretisation.href({ id: paper.id }, { lagret: 'ja' }),
  )
}

async function findStep(
  context: Pick<Anyhow, 'tx'>,
  { id, step: slug }: { id: string; step: string },
): Promise<{ paper: Concretisation; step: StepSpec } | null> {
  const step = steps.find(one => one.slug === slug)
  const paper = step ? await find(context, id) : null
  return step && paper?.may_write ? { paper, step } : null
}

function stepAsking(paper: Concretisation, step: StepSpec, language: Language): Asking {
  const { text } = localeOf(language)
  const path = urls.concretisationStep.href({ id: paper.id, step: step.slug })
  return {
    head: {
      title: text(step.title),
      path,
      crumbs: [
        ...crumbs(language),
        { label: paper.fields.title, path: urls.concretisation.href({ id: paper.id }) },
      ],
    },
    lead: step.lead,
    controls: step.controls,
    action: path,
    backHref: urls.concretisation.href({ id: paper.id }),
    organizationId: paper.organization_id,
    step: { n: steps.indexOf(step) + 1, total: steps.length },
    ...(step.check && { check: step.check }),
  }
}

/** The whole of it: what is written and what is missing, the service it became, how that went. */
export async function showConcretisation(
  context: Context<'GET', Params, typeof ConcretisationQuery, undefined, Action>,
): Promise<Result> {
  const paper = await find(context, context.input.params.id)
  if (!paper) return notFound()
  return show(context, paper, { isSaved: context.input.query.lagret !== undefined })
}

async function show(
  { tx, actor, language, clock }: Anyhow,
  paper: Concretisation,
  more: { isSaved?: boolean; errors?: FieldError[]; typed?: EvaluationForm },
): Promise<Result> {
  const evaluations = await listEvaluations(tx, paper.id)
  const errors = more.errors ?? []
  return (errors.length > 0 ? invalid : page)(
    {
      title: paper.fields.title,
      path: urls.concretisation.href({ id: paper.id }),
      crumbs: crumbs(language),
    },
    <ConcretisationPage
      paper={paper}
      units={await listUnits(tx, paper.organization_id)}
      evaluations={evaluations}
      due={(await listDueEvaluations(tx)).get(paper.id) ?? null}
      today={today(clock)}
      isSaved={more.isSaved ?? false}
      errors={errors}
      typed={more.typed ?? null}
      submission={randomUUID()}
      me={actor.personId}
      names={await listNames(
        tx,
        evaluations.map(evaluation => evaluation.written_by),
      )}
    />,
  )
}

/** Makes the draft of the service, once; its editors write it on. */
export async function makeService(
  context: Context<'POST', Params, undefined, typeof PressForm, Action>,
): Promise<Result> {
  const { tx, actor, input } = context
  const paper = await find(context, input.params.id)
  if (!paper?.may_write) return notFound()
  if (progressOf(paper.fields, paper.state) === 'ready') {
    const { title, target_group, goal, method, unit } = paper.fields
    const [home] = await listOrganizations(tx, [paper.organization_id])
    // The paper's own id: pressed twice, or by two at once, it is one draft.
    const service = await beginWantedDraft(tx, {
      ownerId: paper.organization_id,
      unitId: unit,
      submission: paper.id,
      fields: {
        // A service's name is shorter. Half a sign at its end would be none.
        name: { nb: title.slice(0, 120).replace(/[\uD800-\uDBFF]$/, '') },
        description: { nb: [target_group, goal, method].join('\n\n') },
        ...(home?.area && { coverage: [home.area] }),
      },
    })
    const change = { submission: input.body.submission, revision: paper.revision, fields: { service } }
    await savePaper(tx, paper.id, { ...change, isInsisting: true }, actor.personId)
  }
  return redirect(urls.concretisation.href({ id: paper.id }, { lagret: 'ja' }))
}

/** Writes how it went. */
export async function evaluate(
  context: Context<'POST', Params, undefined, typeof EvaluationForm, Action>,
): Promise<Result> {
  const { tx, actor, input, clock } = context
  const paper = await find(context, input.params.id)
  if (!paper?.may_write) return notFound()
  const { submission, utfall, tekst, neste } = input.body
  const outcome = evaluationOutcomes.find(one => one === utfall)
  const nextOn = dayOf(neste)
  const errors: FieldError[] = []
  if (!outcome) errors.push({ id: 'utfall', message: messages.missingOutcome })
  if (tekst === '') errors.push({ id: 'tekst', message: messages.missingText })
  if (tekst.length > 20_000) errors.push({ id: 'tekst', message: messages.tooLong })
  if (nextOn === undefined || (nextOn !== null && nextOn <= today(clock)))
    errors.push({ id: 'neste', message: messages.wrongDate })
  if (errors.length > 0 || !outcome || nextOn === undefined)
    return show(context, paper, { errors, typed: input.body })
  await insertEvaluation(tx, paper.id, { outcome, text: tekst, nextOn, submission }, actor.personId)
  return redirect(urls.concretisation.href({ id: paper.id }, { lagret: 'ja' }))
}

/** Closes it: not before it has been evaluated, which the database sees to as well. */
export async function close(
  context: Context<'POST', Params, undefined, typeof PressForm, Action>,
): Promise<Result> {
  const { tx, actor, input } = context
  const paper = await find(context, input.params.id)
  if (!paper?.may_write) return notFound()
  const evaluations = await listEvaluations(tx, paper.id)
  if (evaluations.length === 0)
    return show(context, paper, { errors: [{ id: 'tekst', message: messages.endText }] })
  if (paper.state !== 'closed') {
    const known = (await listStates(tx, paper.id)).length
    const state = { state: 'closed', comment: '', submission: input.body.submission, known }
    await setState(tx, paper.id, state, actor.personId)
  }
  return redirect(urls.concretisation.href({ id: paper.id }, { lagret: 'ja' }))
}
