import * as z from 'zod'
import { localeOf } from '#platform/i18n/locale.tsx'
import { job, type Job } from '#platform/jobs/job.ts'
import { sendMail, type Mail } from '#platform/mail/mail.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import { noteReminders, type Told } from './reminders.store.ts'

/** Units named in a mail; the rest is behind its link. */
const NAMED = 30

/**
 * In the morning: one mail to each person whose units are asked and have not said that they are done: the morning after a round opened, seven
 * days and one day before the deadline, and when it has passed. What was said is noted, so run again on the same day it says nothing.
 */
export function mappingJobs({ baseUrl }: { baseUrl: string }): Job[] {
  return [
    job({
      name: 'mapping.remind',
      payload: z.object({ day: z.iso.date() }),
      dailyAt: '06:40',
      async run({ tx, payload: { day } }) {
        const persons = Map.groupBy(await noteReminders(tx, day), told => told.person_id)
        for (const told of persons.values()) await sendMail(tx, reminderOf(told, baseUrl))
      },
    }),
  ]
}

/** Names of units and days, and nothing that anybody has written or answered. */
function reminderOf(told: Told[], baseUrl: string): Mail {
  const first = told[0]!
  const { text, localText, link, date } = localeOf(first.language)
  const to = (path: string) => baseUrl + link(path)
  const lines = (units: Told[]) => [
    ...units.slice(0, NAMED).map(({ respondent_id: respondent, name, last_day }) =>
      text(messages.line, {
        name: localText(name),
        date: date(last_day),
        link: to(urls.tasks.href({ respondent })),
      }),
    ),
    ...(units.length > NAMED
      ? [text(messages.more, { n: units.length - NAMED, link: to(urls.rounds.href()) })]
      : []),
  ]
  const kept = told.filter(one => !one.is_left)
  const left = told.filter(one => one.is_left)
  const step = Math.min(...told.map(one => one.step))
  const subject =
    step === 0 ? messages.subjectLate : step === 90 ? messages.subjectOpen : messages.subjectSoon
  return {
    to: first.email,
    subject: text(subject),
    text: [
      ...(kept.length > 0 ? [text(messages.text), ...lines(kept)] : []),
      ...(left.length > 0 ? [text(messages.leftText), ...lines(left)] : []),
      text(messages.why),
    ].join('\n\n'),
    kind: 'mapping.reminder',
  }
}
