import { randomUUID } from 'node:crypto'
import { today } from '#platform/clock.ts'
import { notFound, page, redirect, type Result } from '#platform/http/result.ts'
import { returnPath } from '#platform/http/return-to.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import { findDraft, lockDraft } from '../draft/draft.store.ts'
import { urls } from '../urls.ts'
import { ConfirmationPage } from './confirmation.view.tsx'
import { confirmMonths, type ConfirmationForm, type DraftParams } from './draft-list.schema.ts'
import { confirmationMessages } from './confirmation-messages.ts'
import { messages } from './messages.ts'
import { insertConfirmation } from './publishing.store.ts'
import { nameOf } from './step.tsx'
import { queueWriting } from './write-service.ts'

/** One button: where the link of a mail leads, since a link alone changes nothing. */
export async function showConfirmation({
  tx,
  input,
  language,
  clock,
}: Context<'GET', typeof DraftParams, undefined, undefined, Action>): Promise<Result> {
  const draft = await findDraft(tx, input.params.id, today(clock))
  if (!draft?.may_edit || draft.confirmed_on === null) return notFound()
  const { text } = localeOf(language)
  const name = nameOf(draft, language)
  const title = text(confirmationMessages.confirmTitle, { name })
  return page(
    {
      title,
      path: urls.confirmation.href({ id: draft.id }),
      crumbs: [
        { label: text(messages.services), path: urls.drafts.href() },
        { label: name, path: urls.draft.href({ id: draft.id }) },
      ],
    },
    <ConfirmationPage
      title={title}
      draftId={draft.id}
      slug={draft.slug!}
      confirmedOn={draft.confirmed_on}
      choices={confirmMonths.map(months => ({
        months,
        until: monthsAfter(today(clock), Number(months)),
      }))}
      submission={randomUUID()}
    />,
  )
}

/** Says that what the public reads is still true. */
export async function confirmService({
  tx,
  actor,
  input,
  clock,
}: Context<'POST', typeof DraftParams, undefined, typeof ConfirmationForm, Action>): Promise<Result> {
  const day = today(clock)
  // A button pressed twice comes twice at once.
  await lockDraft(tx, input.params.id)
  const draft = await findDraft(tx, input.params.id, day)
  if (!draft?.may_edit || draft.confirmed_on === null) return notFound()
  await insertConfirmation(
    tx,
    draft.id,
    { submission: input.body.submission, confirmBy: monthsAfter(day, Number(input.body.maneder)) },
    actor.personId,
  )
  await queueWriting(tx, draft.id)
  const onward = returnPath(input.body.til)
  if (onward?.startsWith('/arbeid/')) return redirect(onward)
  if (input.body.fra === 'arbeid') return redirect(urls.workDesk.href({ bekreftet: 'ja' }))
  return redirect(
    input.body.fra === 'liste'
      ? urls.drafts.href({ bekreftet: 'ja' })
      : urls.draft.href({ id: draft.id }, { gjort: 'bekreftet' }),
  )
}

/** The same day of a later month, or its last. */
export function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10)
}
