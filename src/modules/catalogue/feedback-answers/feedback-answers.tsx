import * as z from 'zod'
import type { WorkLink } from '#platform/auth/work-link.ts'
import { LONGEST_FORM, typedLines, uuid } from '#platform/http/input.ts'
import { invalid, notFound, page, redirect, type PageHead, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import type { Language } from '#platform/i18n/language.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import { readFeedback } from '../policy.ts'
import { urls } from '../urls.ts'
import { closeFeedback, findTold, listClosed, listOpen, type Told } from './feedback-answers.store.ts'
import { aboutOf, FeedbackList, FeedbackPage } from './feedback-answers.view.tsx'
import { messages } from './messages.ts'

/** In the menu of those who own services, and of coordinators. */
export const feedbackLink: WorkLink = {
  label: messages.nav,
  path: urls.feedbackList.href(),
  permission: readFeedback,
}

export const ToldParams = z.object({ id: uuid })

const NOTE_LIMIT = 1000

/** Longer than what is kept, so that a long one comes back with an explanation. */
export const ClosingForm = z.object({ merknad: typedLines(LONGEST_FORM).default('') })

/** What the public has told of the services of who acts, and of her municipality. */
export async function showFeedback({
  tx,
  language,
}: Context<'GET', undefined, undefined, undefined, Action>): Promise<Result> {
  const title = localeOf(language).text(messages.title)
  return page(
    { title, path: urls.feedbackList.href(), indexed: false },
    <FeedbackList title={title} open={await listOpen(tx)} closed={await listClosed(tx)} />,
  )
}

/** One of them, and the way to close it. */
export async function showTold({
  tx,
  input,
  language,
}: Context<'GET', typeof ToldParams, undefined, undefined, Action>): Promise<Result> {
  const told = await findTold(tx, input.params.id)
  if (!told) return notFound()
  const head = headOf(told, language)
  return page(head, <FeedbackPage title={head.title} told={told} note="" error={null} />)
}

/** Says that it was looked at. */
export async function closeTold({
  tx,
  actor,
  input,
  language,
}: Context<'POST', typeof ToldParams, undefined, typeof ClosingForm, Action>): Promise<Result> {
  const told = await findTold(tx, input.params.id)
  if (!told?.may_close) return notFound()
  const note = input.body.merknad
  if (note.length > NOTE_LIMIT) {
    const head = headOf(told, language)
    const error = localeOf(language).text(messages.noteTooLong)
    return invalid(head, <FeedbackPage title={head.title} told={told} note={note} error={error} />)
  }
  await closeFeedback(tx, told.id, note === '' ? null : note, actor.personId)
  return redirect(urls.feedbackList.href())
}

function headOf(told: Told, language: Language): PageHead {
  const locale = localeOf(language)
  return {
    title: aboutOf(told, locale),
    path: urls.toldFeedback.href({ id: told.id }),
    crumbs: [{ label: locale.text(messages.nav), path: urls.feedbackList.href() }],
    indexed: false,
  }
}
