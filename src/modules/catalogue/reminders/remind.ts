import * as z from 'zod'
import { localeOf } from '#platform/i18n/locale.tsx'
import { job, type Job } from '#platform/jobs/job.ts'
import { sendMail, type Mail } from '#platform/mail/mail.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import { listForCoordinators, noteReminders, type Told } from './reminders.store.ts'

/** Services named in a mail; the rest is behind its link. */
const NAMED = 30

/**
 * In the morning: one mail to each person who answers for services that come to a step, and once a week one to each coordinator
 * about those past their date. What was said is noted, so run again on the same day it says nothing.
 */
export function reminderJobs({ baseUrl }: { baseUrl: string }): Job[] {
  return [
    job({
      name: 'catalogue.remind',
      payload: z.object({ day: z.iso.date() }),
      dailyAt: '06:30',
      async run({ tx, payload: { day } }) {
        for (const told of byPerson(await noteReminders(tx, day)))
          await sendMail(tx, reminderOf(told, baseUrl))
        for (const told of byPerson(await listForCoordinators(tx, day)))
          await sendMail(tx, weeklyOf(told, baseUrl, mondayOf(day)))
      },
    }),
  ]
}

function byPerson(told: Told[]): [Told, ...Told[]][] {
  const persons = Map.groupBy(told, one => one.person_id)
  return [...persons.values()] as [Told, ...Told[]][]
}

/** What she keeps and what is left to her, each with the page where it is confirmed or seen. */
function reminderOf(told: [Told, ...Told[]], baseUrl: string): Mail {
  const { text, localText, link, date } = localeOf(told[0].language)
  const to = (path: string) => baseUrl + link(path)
  const lines = (services: Told[], path: (id: string) => string, rest: string) => [
    ...services
      .slice(0, NAMED)
      .map(({ id, name, confirm_by }) =>
        text(messages.line, { name: localText(name), date: date(confirm_by), link: to(path(id)) }),
      ),
    ...(services.length > NAMED ? [text(messages.more, { n: services.length - NAMED, link: to(rest) })] : []),
  ]
  const kept = told.filter(one => !one.is_left)
  const left = told.filter(one => one.is_left)
  const parts = [
    ...(kept.length > 0
      ? [
          text(messages.keepsText),
          ...lines(kept, id => urls.confirmation.href({ id }), urls.drafts.href({ frist: 'ja' })),
        ]
      : []),
    ...(left.length > 0
      ? [text(messages.leftText), ...lines(left, id => urls.draft.href({ id }), urls.unconfirmed.href())]
      : []),
    text(messages.why),
  ]
  return {
    to: told[0].email,
    subject: text(messages.subject, { n: told.length }),
    text: parts.join('\n\n'),
    kind: 'catalogue.reminder',
  }
}

function weeklyOf(told: [Told, ...Told[]], baseUrl: string, monday: string): Mail {
  const { text, localText, link, date } = localeOf(told[0].language)
  const all = baseUrl + link(urls.unconfirmed.href())
  return {
    to: told[0].email,
    subject: text(messages.weeklySubject, { n: told.length }),
    text: [
      text(messages.weeklyText, { link: all }),
      told
        .slice(0, NAMED)
        .map(({ name, confirm_by }) =>
          text(messages.weeklyLine, { name: localText(name), date: date(confirm_by) }),
        )
        .join('\n'),
      text(messages.why),
    ].join('\n\n'),
    kind: 'catalogue.unconfirmed',
    // Said once a week, on the first day that there is something to say.
    key: `catalogue.unconfirmed ${told[0].person_id} ${monday}`,
  }
}

/** The Monday of the week of a day. Both `YYYY-MM-DD`. */
export function mondayOf(day: string): string {
  const at = new Date(`${day}T00:00:00Z`)
  const sinceMonday = (at.getUTCDay() + 6) % 7
  return new Date(at.getTime() - sinceMonday * 86_400_000).toISOString().slice(0, 10)
}
