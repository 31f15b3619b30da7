import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { today } from '#platform/clock.ts'
import { invalid, notFound, page, redirect, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { findDraft, lockDraft, saveStep, stepsSince, type Draft } from '../draft/draft.store.ts'
import type { CatalogueParts } from '../parts.ts'
import { isComplete } from '../quality/quality.ts'
import { urls } from '../urls.ts'
import { listToAsk } from '../coverage/coverage.store.ts'
import { checkDraft } from './draft-checks.ts'
import type { DraftParams } from './draft-list.schema.ts'
import type { PublicationForm, RestorationForm } from './draft-page.schema.ts'
import { allFieldsOf } from './draft-page.tsx'
import { messages } from './messages.ts'
import { PublicationPage } from './publication.view.tsx'
import { insertPublication, listPublications, listReviews, needsTwoPersons } from './publishing.store.ts'
import { nameOf } from './step.tsx'
import { queueWriting, queueWritingOn } from './write-service.ts'

type Params = typeof DraftParams
type Errors = { id: string; message: Message }[]
type Typed = { fra: string; til: string; nytt: string }
type Anyhow = Pick<Context<'GET', undefined, undefined, undefined, Action>, 'tx' | 'language'>

/** The last look before a service is shown to everybody. */
export async function showPublication(
  context: Context<'GET', Params, undefined, undefined, Action>,
  parts: CatalogueParts,
): Promise<Result> {
  const draft = await findDraft(context.tx, context.input.params.id, today(context.clock))
  if (!draft?.may_publish) return notFound()
  return showWith(context, draft, parts, { fra: '', til: '', nytt: '' }, [], randomUUID())
}

async function showWith(
  { tx, language }: Anyhow,
  draft: Draft,
  { geography }: CatalogueParts,
  typed: Typed,
  errors: Errors,
  submission: string,
): Promise<Result> {
  const coverage = z.array(z.string()).catch([]).parse(draft.document['coverage'])
  const asks = await listToAsk(
    tx,
    draft.id,
    coverage.filter(code => geography.get(code)),
  )
  const { text } = localeOf(language)
  const name = nameOf(draft, language)
  const title = text(messages.publishTitle, { name })
  const answer = errors.length > 0 ? invalid : page
  return answer(
    {
      title,
      path: urls.publication.href({ id: draft.id }),
      crumbs: [
        { label: text(messages.services), path: urls.drafts.href() },
        { label: name, path: urls.draft.href({ id: draft.id }) },
      ],
    },
    <PublicationPage
      title={title}
      draftId={draft.id}
      revision={draft.revision}
      submission={submission}
      checks={await checkDraft(tx, draft)}
      asks={asks.map(code => geography.localName(geography.need(code), language))}
      isBlocked={await isBlocked(tx, draft)}
      typed={typed}
      errors={errors}
    />,
  )
}

/** Two persons are wanted, and no other has approved this revision. */
async function isBlocked(tx: Anyhow['tx'], draft: Draft): Promise<boolean> {
  if (!(await needsTwoPersons(tx, draft.owner_id))) return false
  const reviews = await listReviews(tx, draft.id)
  return !reviews.some(
    review =>
      review.revision === draft.revision &&
      review.outcome === 'approved' &&
      review.decided_by !== null &&
      review.asked_by !== null &&
      review.decided_by !== review.asked_by,
  )
}

/** Publishes the revision that she looked at; when another was saved meanwhile, she looks again. */
export async function publishDraft(
  context: Context<'POST', Params, undefined, typeof PublicationForm, Action>,
  parts: CatalogueParts,
): Promise<Result> {
  const { tx, actor, input, clock } = context
  const day = today(clock)
  await lockDraft(tx, input.params.id)
  const draft = await findDraft(tx, input.params.id, day)
  if (!draft?.may_publish) return notFound()
  const { submission, revision, fra, til, nytt } = input.body
  const typed = { fra, til, nytt }
  const errors = datesWrong(typed, day)
  if (nytt.length > 2000) errors.push({ id: 'nytt', message: messages.messageTooLong })
  const isReady =
    errors.length === 0 &&
    draft.revision === revision &&
    isComplete(await checkDraft(tx, draft)) &&
    !(await isBlocked(tx, draft))
  if (!isReady) {
    if (draft.revision !== revision) errors.push({ id: 'nytt', message: messages.changedMeanwhile })
    return showWith(context, draft, parts, typed, errors, submission)
  }
  const [validFrom, validTo] = [fra && fra !== day ? fra : null, til || null]
  await insertPublication(
    tx,
    draft.id,
    { revision, submission, note: nytt || null, validFrom, validTo },
    actor.personId,
  )
  await queueWriting(tx, draft.id)
  if (validFrom) await queueWritingOn(tx, draft.id, validFrom)
  if (validTo) await queueWritingOn(tx, draft.id, dayAfter(validTo))
  return redirect(urls.draft.href({ id: draft.id }, { gjort: 'publisert' }))
}

function datesWrong({ fra, til }: Typed, day: string): Errors {
  const errors: Errors = []
  for (const [id, value] of [
    ['fra', fra],
    ['til', til],
  ] as const) {
    if (value === '') continue
    if (!z.iso.date().safeParse(value).success) errors.push({ id, message: messages.dateWrong })
    else if (value < day) errors.push({ id, message: messages.datePast })
  }
  if (errors.length === 0 && fra && til && til < fra) errors.push({ id: 'til', message: messages.dateOrder })
  return errors
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

/**
 * Makes the draft what was published once; it is a step like others, and is not public before it is published. What another has saved
 * since the page was opened is shown first.
 */
export async function restoreVersion({
  tx,
  actor,
  input,
  clock,
}: Context<'POST', Params, undefined, typeof RestorationForm, Action>): Promise<Result> {
  const { submission, revision } = input.body
  await lockDraft(tx, input.params.id)
  const draft = await findDraft(tx, input.params.id, today(clock))
  if (!draft?.may_edit) return notFound()
  const since = await stepsSince(tx, draft.id, revision)
  const isDone = since.some(step => step.submission === submission)
  if (since.length > 0 && !isDone) return redirect(urls.draftHistory.href({ id: draft.id }, { endret: 'ja' }))
  const version = (await listPublications(tx, draft.id)).find(one => one.id === input.body.publisering)
  if (!version) return notFound()
  const { key: _key, confirmed: _confirmed, confirm_by: _until, organizations, ...then } = version.document
  const others = z
    .array(z.object({ role: z.string() }).loose())
    .catch([])
    .parse(organizations)
    .filter(part => part.role !== 'owner')
  await saveStep(
    tx,
    draft.id,
    {
      step: 'gjenoppretting',
      submission,
      revision,
      fields: allFieldsOf(draft.document, { ...then, ...(others.length > 0 && { organizations: others }) }),
      isInsisting: true,
    },
    actor.personId,
  )
  return redirect(urls.draft.href({ id: draft.id }, { gjort: 'hentet' }))
}
