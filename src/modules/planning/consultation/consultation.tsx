import { randomUUID } from 'node:crypto'
import { today } from '#platform/clock.ts'
import { invalid, notFound, page, redirect, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import type { Language } from '#platform/i18n/language.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import { crumbsTo } from '../measure/measure.tsx'
import type { Control, FieldError } from '../paper/control.ts'
import { beginByForm, saveByForm, showForm, type Asking } from '../paper/edit.tsx'
import type { IdParams, PaperForm } from '../paper/paper.schema.ts'
import { findPaper, listNames, listStates, setState } from '../paper/paper.store.ts'
import { dayOf } from '../paper/read-form.ts'
import { findPlan, type Plan } from '../plan/plan.store.ts'
import { urls } from '../urls.ts'
import {
  answerOutcomes,
  ConsultationFields,
  type AnswerForm,
  type ConsultationQuery,
  type StatementForm,
} from './consultation.schema.ts'
import { insertAnswer, insertStatement, listStatements, type Consultation } from './consultation.store.ts'
import { ConsultationPage, type Typed } from './consultation.view.tsx'
import { messages } from './messages.ts'

type Params = typeof IdParams
type Anyhow = Pick<
  Context<'GET', undefined, undefined, undefined, Action>,
  'tx' | 'actor' | 'language' | 'clock'
>
type Found = { consultation: Consultation; plan: Plan }

const controls: readonly Control[] = [
  {
    kind: 'words',
    name: 'sporsmal',
    field: 'question',
    label: messages.question,
    lines: 4,
    max: 4000,
    isMust: true,
  },
  { kind: 'date', name: 'frist', field: 'deadline', label: messages.deadline, isMust: true },
  {
    kind: 'lines',
    name: 'invitert',
    field: 'invited',
    label: messages.invited,
    hint: messages.invitedHint,
    max: 60,
    isMust: true,
  },
  { kind: 'link', name: 'lenke', field: 'link', label: messages.link },
]

/** A consultation with its plan. Null: there is none, or who acts may not see it. */
export async function findWithPlan({ tx }: Pick<Anyhow, 'tx'>, id: string): Promise<Found | null> {
  const consultation = await findPaper(tx, 'consultation', ConsultationFields, id)
  const plan = consultation?.plan_id ? await findPlan(tx, consultation.plan_id) : null
  return consultation && plan ? { consultation, plan } : null
}

/** A consultation: who is asked what, what was said and what was done with it. */
export async function showConsultation(
  context: Context<'GET', Params, typeof ConsultationQuery, undefined, Action>,
): Promise<Result> {
  const found = await findWithPlan(context, context.input.params.id)
  if (!found) return notFound()
  return show(context, found, { isSaved: context.input.query.lagret !== undefined })
}

async function show(
  { tx, actor, language, clock }: Anyhow,
  { consultation, plan }: Found,
  more: { isSaved?: boolean; errors?: FieldError[]; typed?: Typed },
): Promise<Result> {
  const { text } = localeOf(language)
  const statements = await listStatements(tx, [consultation.id])
  const title = text(messages.titleOf, { plan: plan.fields.title })
  const errors = more.errors ?? []
  return (errors.length > 0 ? invalid : page)(
    {
      title,
      path: urls.consultation.href({ id: consultation.id }),
      crumbs: crumbsTo(plan, language),
    },
    <ConsultationPage
      title={title}
      consultation={consultation}
      statements={statements}
      today={today(clock)}
      isSaved={more.isSaved ?? false}
      errors={errors}
      typed={more.typed ?? {}}
      newSubmission={randomUUID()}
      submissions={new Map(statements.map(({ id }) => [id, randomUUID()]))}
      me={actor.personId}
      names={await listNames(
        tx,
        statements.map(statement => statement.answered_by),
      )}
    />,
  )
}

export async function showNewConsultation(
  context: Context<'GET', Params, undefined, undefined, Action>,
): Promise<Result> {
  const plan = await findPlan(context.tx, context.input.params.id)
  if (!plan?.may_write) return notFound()
  return showForm(context, newAsking(plan, context.language), { fields: {}, revision: 0 })
}

/** Sends a plan out: it then stands as in consultation. */
export async function beginConsultation(
  context: Context<'POST', Params, undefined, typeof PaperForm, Action>,
): Promise<Result> {
  const { tx, actor, input, language } = context
  const plan = await findPlan(tx, input.params.id)
  if (!plan?.may_write) return notFound()
  const begun = await beginByForm(context, newAsking(plan, language), {
    kind: 'consultation',
    planId: plan.id,
  })
  if (!('id' in begun)) return begun
  // The same form sent twice sets it once; a plan that is adopted or closed stays so: it may be heard about later.
  if (plan.state === 'draft') {
    const known = (await listStates(tx, plan.id)).length
    const state = { state: 'in-consultation', comment: '', submission: begun.id, known }
    await setState(tx, plan.id, state, actor.personId)
  }
  return redirect(urls.consultation.href({ id: begun.id }, { lagret: 'ja' }))
}

function newAsking(plan: Plan, language: Language): Asking {
  const { text } = localeOf(language)
  return {
    head: {
      title: text(messages.newConsultation),
      path: urls.newConsultation.href({ id: plan.id }),
      crumbs: crumbsTo(plan, language),
    },
    lead: messages.formLead,
    controls,
    action: urls.newConsultation.href({ id: plan.id }),
    backHref: urls.plan.href({ id: plan.id }),
    organizationId: plan.organization_id,
  }
}

export async function showConsultationForm(
  context: Context<'GET', Params, undefined, undefined, Action>,
): Promise<Result> {
  const found = await findWithPlan(context, context.input.params.id)
  if (!found?.consultation.may_write) return notFound()
  return showForm(context, editAsking(found, context.language), found.consultation)
}

export async function saveConsultation(
  context: Context<'POST', Params, undefined, typeof PaperForm, Action>,
): Promise<Result> {
  const found = await findWithPlan(context, context.input.params.id)
  if (!found?.consultation.may_write) return notFound()
  const { consultation } = found
  const again = await saveByForm(context, editAsking(found, context.language), consultation)
  return again ?? redirect(urls.consultation.href({ id: consultation.id }, { lagret: 'ja' }))
}

function editAsking({ consultation: { id }, plan }: Found, language: Language): Asking {
  const { text } = localeOf(language)
  return {
    ...newAsking(plan, language),
    head: {
      title: text(messages.editConsultation),
      path: urls.consultationForm.href({ id }),
      crumbs: [
        ...crumbsTo(plan, language),
        { label: text(messages.titleOf, { plan: plan.fields.title }), path: urls.consultation.href({ id }) },
      ],
    },
    action: urls.consultationForm.href({ id }),
    backHref: urls.consultation.href({ id }),
  }
}

/** Enters what a group has said. */
export async function enterStatement(
  context: Context<'POST', Params, undefined, typeof StatementForm, Action>,
): Promise<Result> {
  const { tx, actor, input, clock } = context
  const found = await findWithPlan(context, input.params.id)
  if (!found?.consultation.may_write) return notFound()
  const { submission, gruppe, tekst, dato } = input.body
  const givenOn = dayOf(dato)
  const errors: FieldError[] = []
  if (gruppe === '') errors.push({ id: 'gruppe', message: messages.missingGroup })
  if (gruppe.length > 200) errors.push({ id: 'gruppe', message: messages.tooLong })
  if (tekst === '') errors.push({ id: 'tekst', message: messages.missingText })
  if (tekst.length > 20_000) errors.push({ id: 'tekst', message: messages.tooLong })
  if (!givenOn) errors.push({ id: 'dato', message: messages.missingDate })
  else if (givenOn > today(clock)) errors.push({ id: 'dato', message: messages.laterDate })
  if (errors.length > 0 || !givenOn)
    return show(context, found, { errors, typed: { statement: { submission, gruppe, tekst, dato } } })
  const { id } = found.consultation
  await insertStatement(tx, id, { group: gruppe, text: tekst, givenOn, submission }, actor.personId)
  return redirect(urls.consultation.href({ id }, { lagret: 'ja' }))
}

/** Says what was done with a statement. */
export async function answerStatement(
  context: Context<'POST', Params, undefined, typeof AnswerForm, Action>,
): Promise<Result> {
  const { tx, actor, input } = context
  const found = await findWithPlan(context, input.params.id)
  if (!found?.consultation.may_write) return notFound()
  const { id } = found.consultation
  const { submission, uttalelse, utfall, tekst } = input.body
  const statement = (await listStatements(tx, [id])).find(one => one.id === uttalelse)
  if (!statement) return notFound()
  const outcome = answerOutcomes.find(one => one === utfall)
  const errors: FieldError[] = []
  if (!outcome) errors.push({ id: `utfall-${uttalelse}`, message: messages.missingOutcome })
  if (tekst === '') errors.push({ id: `tekst-${uttalelse}`, message: messages.missingWhy })
  if (tekst.length > 4000) errors.push({ id: `tekst-${uttalelse}`, message: messages.tooLong })
  if (errors.length > 0 || !outcome)
    return show(context, found, { errors, typed: { answer: { submission, uttalelse, utfall, tekst } } })
  await insertAnswer(tx, statement.id, { outcome, text: tekst, submission }, actor.personId)
  return redirect(urls.consultation.href({ id }, { lagret: 'ja' }))
}
