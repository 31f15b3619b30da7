import { dayInNorway, today } from '#platform/clock.ts'
import { csvFile } from '#platform/http/csv.ts'
import { notFound, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf, type Locale } from '#platform/i18n/locale.tsx'
import type { Tx } from '#platform/db/sql.ts'
import type { IdParams } from '../paper/paper.schema.ts'
import { listNames } from '../paper/paper.store.ts'
import { whoOf } from '../paper/words.ts'
import type { AnswersFileQuery } from './enquiry.schema.ts'
import {
  findEnquiry,
  listAnswering,
  listAnswers,
  listAnswersOf,
  listAsked,
  listDrafts,
  listEnquiriesOf,
  listUnanswered,
  type Enquiry,
} from './enquiry.store.ts'
import { messages } from './messages.ts'
import { standingOf } from './rules.ts'
import { answerInWords, standingNames } from './words.ts'

/** Enquiries that one's organisations write, and those from others, for a spreadsheet: days as `YYYY-MM-DD`. */
export async function downloadEnquiries({
  tx,
  language,
  clock,
}: Context<'GET', undefined, undefined, undefined, Action>): Promise<Result> {
  const { text, localText } = localeOf(language)
  const day = today(clock)
  const enquiries = [
    ...(await listEnquiriesOf(tx, 'own', null)),
    ...(await listEnquiriesOf(tx, 'others', null)),
  ]
  const ids = enquiries.map(({ id }) => id)
  const answers = await listAnswers(tx, ids)
  const unanswered = new Set((await listUnanswered(tx)).map(({ id }) => id))
  const head = [messages.question, messages.asker, messages.sentOn, messages.deadline, messages.status]
  return csvFile(`henvendelser-liste-${day}.csv`, [
    head.map(label => text(label)),
    ...(await listDrafts(tx, null)).map(({ fields }) => [
      fields.question,
      '',
      '',
      fields.deadline ?? '',
      text(messages.draft),
    ]),
    ...enquiries.map(one => {
      const done = answers.filter(({ enquiry_id }) => enquiry_id === one.id).length
      const status = one.is_own
        ? text(messages.answeredOf, { done, n: one.municipalities.length })
        : unanswered.has(one.id)
          ? text(standingNames[standingOf(false, one.deadline, day)])
          : done > 0
            ? text(messages.answered)
            : ''
      return [one.question, localText(one.asker), dayInNorway(one.sent_at), one.deadline, status]
    }),
  ])
}

/** How the municipalities stand with an enquiry and what they answered, as far as that is for who asks to see. */
export async function downloadAnswers({
  tx,
  input,
  language,
  clock,
}: Context<'GET', typeof IdParams, typeof AnswersFileQuery, undefined, Action>): Promise<Result> {
  const enquiry = await findEnquiry(tx, input.params.id)
  if (!enquiry) return notFound()
  const locale = localeOf(language)
  const { text } = locale
  const day = today(clock)
  if (input.query.del === 'historikk')
    return csvFile(`svar-historikk-${day}.csv`, await givenLines(tx, enquiry, locale))
  const answers = await listAnswers(tx, [enquiry.id])
  const own = new Set((await listAnswering(tx, enquiry)).map(({ area }) => area))
  const asked = await listAsked(tx, enquiry.municipalities)
  // As on the page: who is asked sees what she has answered herself.
  const seesAll = enquiry.is_own || asked.some(one => one.is_hers) || own.size === 0
  const lines = asked
    .filter(({ code }) => seesAll || own.has(code))
    .map(({ code, name, is_hers }) => {
      const answer = answers.find(one => one.area === code)
      const isKnown = answer || enquiry.is_own || is_hers || own.has(code)
      const standing = isKnown ? standingOf(answer !== undefined, enquiry.deadline, day) : 'unknown'
      return [
        name,
        text(standingNames[standing]),
        answer ? dayInNorway(answer.answered_at) : '',
        answer ? answerInWords(enquiry.answer_kind, answer.value, locale) : '',
      ]
    })
  const head = [messages.municipality, messages.status, messages.fileAnsweredOn, messages.answer]
  return csvFile(`svar-${day}.csv`, [head.map(label => text(label)), ...lines])
}

/** All that one's own municipalities have answered, the newest of each first, as their page shows it. */
async function givenLines(tx: Tx, enquiry: Enquiry, locale: Locale): Promise<string[][]> {
  const { text, localText } = locale
  const given = []
  for (const home of await listAnswering(tx, enquiry))
    for (const answer of await listAnswersOf(tx, enquiry.id, home.area)) given.push({ home, answer })
  const names = await listNames(
    tx,
    given.map(({ answer }) => answer.answered_by),
  )
  const head = [
    messages.municipality,
    messages.answer,
    messages.shared,
    messages.fileAnsweredOn,
    messages.fileWho,
  ]
  return [
    head.map(label => text(label)),
    ...given.map(({ home, answer }) => [
      localText(home.name),
      answerInWords(enquiry.answer_kind, answer.value, locale),
      text(answer.is_shared ? messages.yes : messages.no),
      dayInNorway(answer.answered_at),
      whoOf(answer.answered_by, names),
    ]),
  ]
}
