import * as z from 'zod'
import { today } from '#platform/clock.ts'
import { notFound, redirect, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { findDraft } from '../draft/draft.store.ts'
import type { DraftParams } from '../publishing/draft-list.schema.ts'
import { urls } from '../urls.ts'
import { queueLinkCheck } from './check-links.ts'

/** A button and nothing else. Pressed twice it queues one job. */
export const EmptyForm = z.object({})

/** Has the links of a service tried now, since its editor asks. */
export async function askLinkCheck({
  tx,
  input,
  clock,
}: Context<'POST', typeof DraftParams, undefined, typeof EmptyForm, Action>): Promise<Result> {
  const draft = await findDraft(tx, input.params.id, today(clock))
  if (!draft?.may_edit) return notFound()
  await queueLinkCheck(tx, draft.id)
  return redirect(`${urls.draft.href({ id: draft.id }, { gjort: 'lenkesjekk' })}#lenker`)
}
