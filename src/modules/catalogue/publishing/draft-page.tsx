import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { today } from '#platform/clock.ts'
import { invalid, notFound, page, redirect, usedBefore, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import type { Tx } from '#platform/db/sql.ts'
import { findDraft, insertDraft, lockDraft, saveStep, type Draft } from '../draft/draft.store.ts'
import { textFields } from '../draft/merge.ts'
import { listLinkChecks } from '../links/link-check.store.ts'
import type { CatalogueParts } from '../parts.ts'
import { isComplete } from '../quality/quality.ts'
import { urls } from '../urls.ts'
import { countViews } from '../views/views.store.ts'
import { listHidings, listQuestionsOf } from '../coverage/coverage.store.ts'
import { checkDraft } from './draft-checks.ts'
import type { DraftParams, Press } from './draft-list.schema.ts'
import type { ArchivingForm, Done, DraftQuery, ReviewDecisionForm, ReviewForm } from './draft-page.schema.ts'
import { DraftPage } from './draft-page.view.tsx'
import { messages } from './messages.ts'
import { listNames } from './names.store.ts'
import {
  insertArchiving,
  insertReviewDecision,
  insertReviewRequest,
  listPublications,
  listReviews,
  needsTwoPersons,
} from './publishing.store.ts'
import { nameOf } from './step.tsx'
import { queueWriting } from './write-service.ts'

type Params = typeof DraftParams
type Errors = { id: string; message: Message }[]
type Anyhow = Pick<
  Context<'GET', undefined, undefined, undefined, Action>,
  'tx' | 'actor' | 'language' | 'clock'
>

/** A service as it is worked on. */
export async function showDraft(
  context: Context<'GET', Params, typeof DraftQuery, undefined, Action>,
  parts: CatalogueParts,
): Promise<Result> {
  const draft = await findDraft(context.tx, context.input.params.id, today(context.clock))
  if (!draft) return notFound()
  return showWith(context, draft, parts, { done: context.input.query.gjort ?? null })
}

async function showWith(
  { tx, actor, language, clock }: Anyhow,
  draft: Draft,
  { geography, resourcesPath }: CatalogueParts,
  more: { done?: Done | null; errors?: Errors; typed?: Record<string, string> },
): Promise<Result> {
  const [checks, reviews, questions, hidings, publications, needsTwo] = [
    await checkDraft(tx, draft),
    await listReviews(tx, draft.id),
    await listQuestionsOf(tx, draft.id),
    await listHidings(tx, draft.id),
    await listPublications(tx, draft.id),
    await needsTwoPersons(tx, draft.owner_id),
  ]
  const views = draft.slug === null ? null : await countViews(tx, today(clock), draft.id)
  const names = await listNames(
    tx,
    reviews.flatMap(review => [review.asked_by ?? [], review.decided_by ?? []].flat()),
  )
  const areaName = (code: string) => geography.localName(geography.need(code), language)
  const day = today(clock)
  const title = nameOf(draft, language)
  const errors = more.errors ?? []
  const answer = errors.length > 0 ? invalid : page
  return answer(
    {
      title,
      path: urls.draft.href({ id: draft.id }),
      crumbs: [{ label: localeOf(language).text(messages.services), path: urls.drafts.href() }],
    },
    <DraftPage
      title={title}
      draft={draft}
      checks={checks}
      reviews={reviews}
      views={views?.last ?? null}
      questions={questions.map(question => ({ ...question, area: areaName(question.area_code) }))}
      hidings={hidings.map(hiding => ({ reason: hiding.reason, area: areaName(hiding.area_code) }))}
      startsOn={publications.find(one => one.archived_at === null)?.valid_from ?? null}
      needsTwo={needsTwo}
      done={more.done ?? null}
      links={await listLinkChecks(tx, draft.id)}
      submission={randomUUID()}
      errors={errors}
      typed={more.typed ?? {}}
      me={actor.personId}
      names={names}
      resourcesPath={resourcesPath(draft.id)}
      isDue={draft.confirm_by !== null && draft.confirm_by <= day}
    />,
  )
}

/** The draft of a form, held until the form is done: who saves a step meanwhile waits. Null: none that she may work on. */
async function draftToChange(
  tx: Tx,
  id: string,
  day: string,
  may: 'may_edit' | 'may_publish',
): Promise<Draft | null> {
  await lockDraft(tx, id)
  const draft = await findDraft(tx, id, day)
  return draft?.[may] ? draft : null
}

/** Asks a publisher to look. What was changed since the page was opened is looked at first. */
export async function askForReview(
  context: Context<'POST', Params, undefined, typeof ReviewForm, Action>,
  parts: CatalogueParts,
): Promise<Result> {
  const { tx, actor, input, clock } = context
  const draft = await draftToChange(tx, input.params.id, today(clock), 'may_edit')
  if (!draft) return notFound()
  const { submission, revision, melding } = input.body
  if (melding.length > 2000)
    return showWith(context, draft, parts, {
      errors: [{ id: 'melding', message: messages.messageTooLong }],
      typed: { melding },
    })
  const isReady = draft.revision === revision && isComplete(await checkDraft(tx, draft))
  if (isReady)
    await insertReviewRequest(
      tx,
      draft.id,
      { revision, message: melding || null, submission },
      actor.personId,
    )
  return redirect(urls.draft.href({ id: draft.id }, isReady ? { gjort: 'sendt' } : {}))
}

/** A publisher's answer. Where two persons are wanted, she who asked is told that another must. */
export async function decideReview(
  context: Context<'POST', Params, undefined, typeof ReviewDecisionForm, Action>,
  parts: CatalogueParts,
): Promise<Result> {
  const { tx, actor, input, clock } = context
  const draft = await draftToChange(tx, input.params.id, today(clock), 'may_publish')
  if (!draft) return notFound()
  const { foresporsel, svar, begrunnelse } = input.body
  const [request] = await listReviews(tx, draft.id)
  if (request?.id !== foresporsel) return notFound()
  if (request.asked_by === actor.personId && (await needsTwoPersons(tx, draft.owner_id))) return notFound()
  const errors: Errors = []
  if (svar === 'tilbake' && begrunnelse === '')
    errors.push({ id: 'begrunnelse', message: messages.reasonMissing })
  if (begrunnelse.length > 2000) errors.push({ id: 'begrunnelse', message: messages.messageTooLong })
  if (errors.length > 0) return showWith(context, draft, parts, { errors, typed: { begrunnelse } })
  if (draft.state === 'in-review') {
    const outcome = svar === 'godkjent' ? 'approved' : 'sent-back'
    await insertReviewDecision(tx, request.id, { outcome, reason: begrunnelse || null }, actor.personId)
  }
  return redirect(urls.draft.href({ id: draft.id }, { gjort: svar === 'godkjent' ? 'godkjent' : 'tilbake' }))
}

/** Puts a service away, and has it taken from the public pages. */
export async function archiveDraft(
  context: Context<'POST', Params, undefined, typeof ArchivingForm, Action>,
  parts: CatalogueParts,
): Promise<Result> {
  const { tx, actor, input, clock } = context
  const draft = await draftToChange(tx, input.params.id, today(clock), 'may_edit')
  if (!draft) return notFound()
  const isPublic =
    ['published', 'changed', 'scheduled', 'waiting'].includes(draft.state) || draft.slug !== null
  if (isPublic && !draft.may_publish) return notFound()
  const { grunn } = input.body
  if (grunn.length > 2000)
    return showWith(context, draft, parts, {
      errors: [{ id: 'grunn', message: messages.messageTooLong }],
      typed: { grunn },
    })
  if (draft.state !== 'archived') {
    const reason = grunn || null
    await insertArchiving(tx, draft.id, { revision: draft.revision, reason }, actor.personId)
    await queueWriting(tx, draft.id)
  }
  return redirect(urls.draft.href({ id: draft.id }, { gjort: 'arkivert' }))
}

const Text = z.record(z.string(), z.string()).catch({})

/** A new draft with all that stands in this one. */
export async function copyDraft({
  tx,
  actor,
  input,
  clock,
}: Context<'POST', Params, undefined, typeof Press, Action>): Promise<Result> {
  const draft = await findDraft(tx, input.params.id, today(clock))
  if (!draft?.may_edit) return notFound()
  const id = await insertDraft(tx, {
    ownerId: draft.owner_id,
    unitId: draft.unit_id,
    submission: input.body.submission,
    personId: actor.personId,
  })
  const name = Text.parse(draft.document['name'])
  const copied = Object.fromEntries(
    Object.entries(name).map(([language, text]) => [
      language,
      localeOf(language === 'nn' ? 'nn' : language === 'en' ? 'en' : 'nb').text(messages.copyOf, {
        name: text.slice(0, 110),
      }),
    ]),
  )
  const saved = await saveStep(
    tx,
    id,
    { step: 'kopi', submission: id, revision: 0, fields: { ...draft.document, name: copied } },
    actor.personId,
  )
  if (saved.kind === 'clash') return usedBefore()
  return redirect(urls.draft.href({ id }, { gjort: 'kopi' }))
}

/** Fields that a version brings back: all there are, also those it lacks. */
export function allFieldsOf(now: Draft['document'], then: Draft['document']): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const field of new Set([...Object.keys(now), ...Object.keys(then)])) {
    const value = then[field] ?? null
    // A language that was not there is taken away again.
    fields[field] =
      textFields.includes(field) && value !== null
        ? {
            ...Object.fromEntries(Object.keys(Text.parse(now[field])).map(language => [language, null])),
            ...Text.parse(value),
          }
        : value
  }
  return fields
}
