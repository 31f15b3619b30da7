import { randomUUID } from 'node:crypto'
import { invalid, notFound, page, redirect, type Crumb, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import type { Language } from '#platform/i18n/language.ts'
import { localeOf, pageLocaleOf } from '#platform/i18n/locale.tsx'
import type { FieldError } from '../paper/control.ts'
import { saveByForm, showForm, type Asking } from '../paper/edit.tsx'
import { listUnits } from '../paper/home.store.ts'
import type { IdParams, PaperForm, StateForm } from '../paper/paper.schema.ts'
import { changesSince, listNames, listStates } from '../paper/paper.store.ts'
import { webAddressOf } from '../paper/read-form.ts'
import { emptyStateForm, setByForm, type StateFormState } from '../paper/state.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import type { DocumentForm, DocumentRemovalForm, SavedQuery, TicksForm } from './method.schema.ts'
import { stepCodes, stepOf } from './method-content.ts'
import {
  findRound,
  findStep,
  listMethodHomes,
  type MethodHome,
  type Round,
  type RoundStep,
} from './round.store.ts'
import { stepStates, ticksChanged } from './rules.ts'
import { checkStep, stepControls } from './step-controls.ts'
import { addDocument, listDocuments, listTicks, removeDocument, setTicks } from './step.store.ts'
import { StepPage, type DocumentFormState } from './step.view.tsx'

type Params = typeof IdParams
type Anyhow = Pick<Context<'GET', undefined, undefined, undefined, Action>, 'tx' | 'actor' | 'language'>
type Found = { step: RoundStep; round: Round; home: MethodHome }

/** A step with the round it is in, and whose that is. Null: there is none, or who acts may not see it. */
export async function findStepWithRound({ tx }: Pick<Anyhow, 'tx'>, id: string): Promise<Found | null> {
  const step = await findStep(tx, id)
  if (!step) return null
  const round = await findRound(tx, step.round_id)
  const home = (await listMethodHomes(tx)).find(one => one.id === step.organization_id)
  return round && home ? { step, round, home } : null
}

/** The same, for who may change it: a round that has ended changes no more. */
async function findToChange(context: Pick<Anyhow, 'tx'>, id: string): Promise<Found | null> {
  const found = await findStepWithRound(context, id)
  return found?.step.may_write ? found : null
}

const crumbs = ({ round, home }: Found, language: Language): Crumb[] => {
  const { text, localText } = localeOf(language)
  return [
    { label: text(messages.own), path: urls.method.href({ organisasjon: home.id }) },
    {
      label: text(messages.roundOf, { n: round.number, home: localText(home.name) }),
      path: urls.round.href({ id: round.id }),
    },
  ]
}

const done = (id: string) => redirect(urls.step.href({ id }, { lagret: 'ja' }))

/** A step of a round: how it stands, its checklist, who answers for it, its documents. */
export async function showStep(
  context: Context<'GET', Params, typeof SavedQuery, undefined, Action>,
): Promise<Result> {
  const found = await findStepWithRound(context, context.input.params.id)
  return found ? show(context, found, { isSaved: context.input.query.lagret !== undefined }) : notFound()
}

type Sent = { isSaved?: boolean; state?: StateFormState; document?: DocumentFormState }

async function show(
  { tx, actor, language }: Anyhow,
  found: Found,
  { isSaved = false, state, document }: Sent,
): Promise<Result> {
  const { step, round, home } = found
  const states = await listStates(tx, step.id)
  const ticks = await listTicks(tx, [step.id])
  const documents = await listDocuments(tx, [step.id])
  const changes = await changesSince(tx, step.id, 0)
  const people = [
    ...changes.map(one => one.person_id),
    ...states.map(one => one.set_by),
    ...ticks.map(one => one.ticked_by),
    ...documents.map(one => one.added_by),
  ]
  const title = pageLocaleOf(language).localText(stepOf(step.step).name)
  return (state || document ? invalid : page)(
    { title, path: urls.step.href({ id: step.id }), crumbs: crumbs(found, language) },
    <StepPage
      {...{ title, step, round, home, states, ticks, documents, changes, isSaved }}
      number={stepCodes.indexOf(step.step) + 1}
      units={await listUnits(tx, home.id)}
      state={state ?? emptyStateForm(step.state)}
      document={document ?? { submission: randomUUID(), title: '', link: '', errors: [] }}
      ticksSubmission={randomUUID()}
      me={actor.personId}
      names={await listNames(tx, people)}
    />,
  )
}

export async function showStepForm(
  context: Context<'GET', Params, undefined, undefined, Action>,
): Promise<Result> {
  const found = await findToChange(context, context.input.params.id)
  return found ? showForm(context, asking(found, context.language), found.step) : notFound()
}

export async function saveStep(
  context: Context<'POST', Params, undefined, typeof PaperForm, Action>,
): Promise<Result> {
  const found = await findToChange(context, context.input.params.id)
  if (!found) return notFound()
  return (await saveByForm(context, asking(found, context.language), found.step)) ?? done(found.step.id)
}

function asking(found: Found, language: Language): Asking {
  const { text, localText } = localeOf(language)
  const { id, step, organization_id } = found.step
  const name = localText(stepOf(step).name)
  return {
    head: {
      title: text(messages.editStep),
      path: urls.stepForm.href({ id }),
      crumbs: [...crumbs(found, language), { label: name, path: urls.step.href({ id }) }],
    },
    lead: messages.editLead,
    leadParams: { name },
    controls: stepControls,
    action: urls.stepForm.href({ id }),
    backHref: urls.step.href({ id }),
    organizationId: organization_id,
    check: checkStep,
  }
}

/** Sets how a step stands; who comes second is told so. */
export async function setStepState(
  context: Context<'POST', Params, undefined, typeof StateForm, Action>,
): Promise<Result> {
  const found = await findToChange(context, context.input.params.id)
  if (!found) return notFound()
  const again = await setByForm(context, found.step.id, stepStates)
  if (!again) return done(found.step.id)
  return show(context, (await findStepWithRound(context, found.step.id)) ?? found, { state: again })
}

/** Ticks what was ticked, and takes away what was taken away; what another has ticked meanwhile stays. */
export async function saveTicks(
  context: Context<'POST', Params, undefined, typeof TicksForm, Action>,
): Promise<Result> {
  const { tx, actor, input } = context
  const found = await findToChange(context, input.params.id)
  if (!found) return notFound()
  const { submission, gjort, kjent } = input.body
  const items = stepOf(found.step.step).checklist.map(({ key }) => key)
  const changes = ticksChanged(items, kjent, gjort)
  await setTicks(tx, found.step.id, changes, { submission, personId: actor.personId })
  return done(found.step.id)
}

/** Adds where a document lies. */
export async function saveDocument(
  context: Context<'POST', Params, undefined, typeof DocumentForm, Action>,
): Promise<Result> {
  const { tx, actor, input } = context
  const found = await findToChange(context, input.params.id)
  if (!found) return notFound()
  const { submission, tittel: title, lenke: link } = input.body
  const address = webAddressOf(link)
  const errors: FieldError[] = []
  if (title === '') errors.push({ id: 'tittel', message: messages.missingTitle })
  if (title.length > 200) errors.push({ id: 'tittel', message: messages.tooLong })
  if (!address) errors.push({ id: 'lenke', message: messages.wrongLink })
  if (errors.length > 0 || !address)
    return show(context, found, { document: { submission, title, link, errors } })
  await addDocument(tx, found.step.id, { title, link: address, submission }, actor.personId)
  return done(found.step.id)
}

/** Takes a document off a step; that it was there, and who took it away, stays in the database. */
export async function takeDocumentAway(
  context: Context<'POST', Params, undefined, typeof DocumentRemovalForm, Action>,
): Promise<Result> {
  const { tx, actor, input } = context
  const found = await findToChange(context, input.params.id)
  if (!found) return notFound()
  const documents = await listDocuments(tx, [found.step.id])
  const document = documents.find(({ id }) => id === input.body.dokument)
  // Gone already: then it is as she wants it.
  if (document) await removeDocument(tx, document.id, actor.personId)
  return done(found.step.id)
}
