import * as z from 'zod'
import { localeOf } from '#platform/i18n/locale.tsx'
import { job, type Job } from '#platform/jobs/job.ts'
import { sendMail, type Mail } from '#platform/mail/mail.ts'
import { messages as enquiryMessages } from '../enquiries/messages.ts'
import { noteEnquiryReminders, type ToldOfEnquiry } from '../enquiries/reminders.store.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import { noteReminders, type Told } from './reminders.store.ts'

/** In the morning: one mail to each coordinator whose evaluations come to a step, and one to each whose municipality has not answered enquiries. What was said is noted, so run again it says nothing. */
export function planningJobs({ baseUrl }: { baseUrl: string }): Job[] {
  return [
    job({
      name: 'planning.remind',
      payload: z.object({ day: z.iso.date() }),
      dailyAt: '06:40',
      async run({ tx, payload: { day } }) {
        const persons = Map.groupBy(await noteReminders(tx, day), told => told.person_id)
        for (const told of persons.values()) await sendMail(tx, reminderOf(told, baseUrl))
        const asked = Map.groupBy(await noteEnquiryReminders(tx, day), told => told.person_id)
        for (const told of asked.values()) await sendMail(tx, enquiriesOf(told, baseUrl))
      },
    }),
  ]
}

/** @param told of one person, at least one */
function reminderOf(told: Told[], baseUrl: string): Mail {
  const { email, language } = told[0]!
  const { text, link, date } = localeOf(language)
  const lines = told.map(({ id, title, due_on }) =>
    text(messages.line, {
      name: title,
      date: date(due_on),
      link: baseUrl + link(urls.concretisation.href({ id })),
    }),
  )
  return {
    to: email,
    subject: text(messages.subject, { n: told.length }),
    text: [text(messages.text), ...lines, text(messages.why)].join('\n\n'),
    kind: 'planning.evaluation',
  }
}

/** What was asked stays out of the mail: only that something was, and by when. @param told of one person, at least one */
function enquiriesOf(told: ToldOfEnquiry[], baseUrl: string): Mail {
  const { email, language } = told[0]!
  const { text, link, date } = localeOf(language)
  const lines = told.map(({ id, deadline }) =>
    text(enquiryMessages.mailLine, { date: date(deadline), link: baseUrl + link(urls.enquiry.href({ id })) }),
  )
  return {
    to: email,
    subject: text(enquiryMessages.mailSubject, { n: told.length }),
    text: [text(enquiryMessages.mailText), ...lines, text(messages.why)].join('\n\n'),
    kind: 'planning.enquiry',
  }
}
