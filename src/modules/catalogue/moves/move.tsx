import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { today } from '#platform/clock.ts'
import type { Tx } from '#platform/db/sql.ts'
import { uuid } from '#platform/http/input.ts'
import { invalid, notFound, page, redirect, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import type { Language } from '#platform/i18n/language.ts'
import type { Message } from '#platform/i18n/messages.ts'
import { findDraft, lockDraft, type Draft } from '../draft/draft.store.ts'
import type { moveServices } from '../policy.ts'
import type { DraftParams } from '../publishing/draft-list.schema.ts'
import { messages as publishingMessages } from '../publishing/messages.ts'
import { nameOf } from '../publishing/step.tsx'
import { queueWriting } from '../publishing/write-service.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import { insertMove, isMoved, listPlaces } from './move.store.ts'
import { MovePage, placeValue } from './move.view.tsx'

/** Where a service goes, and where it was when the form was opened. */
export const MoveForm = z.object({
  submission: uuid,
  fra: uuid,
  til: z.string().max(40).default(''),
})

type Params = typeof DraftParams

/** Where a service may be moved to within its organisation. */
export async function showMove({
  tx,
  input,
  language,
  clock,
}: Context<'GET', Params, undefined, undefined, typeof moveServices>): Promise<Result> {
  const draft = await draftToMove(tx, input.params.id, today(clock))
  return draft ? movePage(tx, draft, language, null) : notFound()
}

/** Moves it, and has its public page say so. The same form sent twice moves once. */
export async function moveDraft({
  tx,
  actor,
  input,
  language,
  clock,
}: Context<'POST', Params, undefined, typeof MoveForm, typeof moveServices>): Promise<Result> {
  const { submission, fra, til } = input.body
  await lockDraft(tx, input.params.id)
  const draft = await draftToMove(tx, input.params.id, today(clock))
  if (!draft) return notFound()
  const done = redirect(urls.draft.href({ id: draft.id }, { gjort: 'flyttet' }))
  const sent = { draftId: draft.id, ownerId: draft.owner_id, to: til, submission }
  if (await isMoved(tx, sent, actor.personId)) return done
  if (fra !== placeValue(draft)) return movePage(tx, draft, language, messages.elsewhere)
  const to = (await listPlaces(tx, draft.owner_id)).find(
    place => placeValue({ ...draft, unit_id: place.unit_id }) === til,
  )
  if (!to || to.unit_id === draft.unit_id) return movePage(tx, draft, language, messages.choose)
  await insertMove(tx, draft.id, { from: draft.unit_id, to: to.unit_id, submission }, actor.personId)
  if (draft.slug !== null) await queueWriting(tx, draft.id)
  return done
}

/** Null: there is none that she may move. */
async function draftToMove(tx: Tx, id: string, day: string): Promise<Draft | null> {
  const draft = await findDraft(tx, id, day)
  return draft?.may_move ? draft : null
}

async function movePage(tx: Tx, draft: Draft, language: Language, error: Message | null): Promise<Result> {
  const { text } = localeOf(language)
  const name = nameOf(draft, language)
  const title = text(messages.title, { name })
  const places = (await listPlaces(tx, draft.owner_id)).filter(place => place.unit_id !== draft.unit_id)
  const answer = error ? invalid : page
  return answer(
    {
      title,
      path: urls.draftMove.href({ id: draft.id }),
      crumbs: [
        { label: text(publishingMessages.services), path: urls.drafts.href() },
        { label: name, path: urls.draft.href({ id: draft.id }) },
      ],
    },
    <MovePage title={title} draft={draft} places={places} submission={randomUUID()} error={error} />,
  )
}
