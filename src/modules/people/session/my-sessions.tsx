import { timeOfDay, today, type Clock } from '#platform/clock.ts'
import { page, redirect, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { pageLocaleOf, type Locale } from '#platform/i18n/locale.tsx'
import { messages } from '../messages.ts'
import { urls } from '../urls.ts'
import { noSession } from './logout.tsx'
import { MySessions } from './my-sessions.view.tsx'
import type { EndSessionForm } from './session.schema.ts'
import { endMySessions, listMySessions, type LiveSession } from './session.store.ts'

/** Where one is logged in. */
export async function showMySessions({
  tx,
  actor,
  language,
  clock,
}: Context<'GET', undefined, undefined, undefined, 'person'>): Promise<Result> {
  const locale = pageLocaleOf(language)
  const title = locale.text(messages.sessionsTitle)
  const sessions = (await listMySessions(tx)).map((session: LiveSession) => ({
    id: session.id,
    device: session.device || locale.text(messages.unknownDevice),
    started: inWords(session.startedAt, locale, clock),
    lastUsed: inWords(session.lastUsedAt, locale, clock),
    isThis: session.id === actor.sessionId,
  }))
  return page(
    { title, path: urls.sessions.href(), indexed: false },
    <MySessions title={title} sessions={sessions} />,
  )
}

/** Ends one of one's own sessions, or all. One that is somebody else's, or has ended, is as if it were not there. */
export async function endSession({
  tx,
  actor,
  input,
}: Context<'POST', undefined, undefined, typeof EndSessionForm, 'person'>): Promise<Result> {
  const { okt } = input.body
  await endMySessions(tx, 'ended-by-person', okt === 'alle' ? null : okt)
  const isOut = okt === 'alle' || okt === actor.sessionId
  return isOut ? redirect(urls.loggedOut.href(), 303, noSession) : redirect(urls.sessions.href())
}

/** A moment in Norway: `i dag 14.05`, or with its date. */
function inWords(moment: Date, { text, date }: Locale, clock: Clock): string {
  const then: Clock = { now: () => moment }
  const time = timeOfDay(then).replace(':', '.')
  const day = today(then)
  return day === today(clock)
    ? text(messages.todayAt, { time })
    : text(messages.dayAt, { date: date(day), time })
}
