import { randomUUID } from 'node:crypto'
import { today } from '#platform/clock.ts'
import type { Tx } from '#platform/db/sql.ts'
import { invalid, notFound, page, redirect, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import type { SavedQuery } from '../guidelines/guideline.schema.ts'
import type { IdParams } from '../paper/paper.schema.ts'
import { listNames } from '../paper/paper.store.ts'
import { urls } from '../urls.ts'
import { AnswersPage, type SentAnswer } from './answers.view.tsx'
import { crumbs } from './enquiries.tsx'
import type { AnswerForm, SubmissionForm } from './enquiry.schema.ts'
import {
  findDraft,
  findEnquiry,
  insertAnswer,
  listAnswering,
  listAnswers,
  listAnswersOf,
  listAsked,
  listRecentEnquiries,
  send,
  type Answer,
  type Answering,
  type Draft,
  type Enquiry,
} from './enquiry.store.ts'
import { DraftPage } from './draft.view.tsx'
import { isSimilar, readAnswer } from './rules.ts'

type Params = typeof IdParams
type Reading = Pick<
  Context<'GET', Params, undefined, undefined, Action>,
  'tx' | 'actor' | 'language' | 'clock'
>

/** An enquiry: what was sent, with the answers that are for who looks; or what is written and not sent. */
export async function showEnquiry(
  context: Context<'GET', Params, typeof SavedQuery, undefined, Action>,
): Promise<Result> {
  const { tx, input, language, clock } = context
  const { id } = input.params
  const isSaved = input.query.lagret !== undefined
  const enquiry = await findEnquiry(tx, id)
  if (enquiry) return show(context, enquiry, isSaved, null)
  const draft = await findDraft(tx, id)
  if (!draft) return notFound()
  const similar = await listSimilar(tx, draft, today(clock))
  return page(
    { title: draft.fields.question, path: urls.enquiry.href({ id }), crumbs: crumbs(language) },
    <DraftPage
      draft={draft}
      isSaved={isSaved}
      submission={randomUUID()}
      today={today(clock)}
      similar={similar}
      answers={await listAnswers(
        tx,
        similar.map(one => one.id),
      )}
      municipalities={await listAsked(tx, [
        ...new Set([...draft.fields.municipalities, ...similar.flatMap(one => one.municipalities)]),
      ])}
    />,
  )
}

/** What municipalities of the draft were asked during the last twelve months that is like it. */
async function listSimilar(tx: Tx, { fields }: Draft, day: string): Promise<Enquiry[]> {
  const recent = await listRecentEnquiries(tx, day, fields.municipalities)
  return recent.filter(one => isSimilar(fields, one))
}

type Answered = { home: Answering; answers: Answer[] }

async function show(
  { tx, actor, language, clock }: Reading,
  enquiry: Enquiry,
  isSaved: boolean,
  sent: SentAnswer | null,
): Promise<Result> {
  const homes = await listAnswering(tx, enquiry)
  const answering: Answered[] = []
  for (const home of homes) answering.push({ home, answers: await listAnswersOf(tx, enquiry.id, home.area) })
  return (sent ? invalid : page)(
    { title: enquiry.question, path: urls.enquiry.href({ id: enquiry.id }), crumbs: crumbs(language) },
    <AnswersPage
      enquiry={enquiry}
      isSaved={isSaved}
      today={today(clock)}
      municipalities={await listAsked(tx, enquiry.municipalities)}
      answers={await listAnswers(tx, [enquiry.id])}
      answering={answering}
      submission={randomUUID()}
      sent={sent}
      me={actor.personId}
      names={await listNames(
        tx,
        answering.flatMap(({ answers }) => answers.map(one => one.answered_by)),
      )}
    />,
  )
}

/** Sends what is written; from then on it is not changed. */
export async function sendEnquiry({
  tx,
  actor,
  input,
  clock,
}: Context<'POST', Params, undefined, typeof SubmissionForm, Action>): Promise<Result> {
  const draft = await findDraft(tx, input.params.id)
  if (!draft?.may_write) return notFound()
  const { deadline } = draft.fields
  const isSent = (await findEnquiry(tx, draft.id)) !== null
  // A draft may have become too old; its form says so.
  if (!isSent && (deadline === null || deadline <= today(clock)))
    return redirect(urls.enquiryForm.href({ id: draft.id }))
  await send(tx, draft.id, input.body.submission, actor.personId)
  return redirect(urls.enquiry.href({ id: draft.id }, { lagret: 'ja' }))
}

/** A municipality answers; the last answer holds, and who comes second is told. */
export async function answerEnquiry(
  context: Context<'POST', Params, undefined, typeof AnswerForm, Action>,
): Promise<Result> {
  const { tx, actor, input } = context
  const enquiry = await findEnquiry(tx, input.params.id)
  if (!enquiry) return notFound()
  const { organisasjon, svar, deles, submission, kjent } = input.body
  const organization = (await listAnswering(tx, enquiry)).find(
    one => one.id === organisasjon && one.may_answer,
  )
  if (!organization) return notFound()
  const typed = { organization: organisasjon, text: svar, isShared: deles === 'ja' }
  const read = readAnswer(enquiry.answer_kind, svar)
  if ('message' in read)
    return show(context, enquiry, false, { ...typed, wrong: read.message, isMeanwhile: false })
  const answer = { organization, value: read.value, isShared: typed.isShared, submission, known: kjent }
  const done = await insertAnswer(tx, enquiry.id, answer, actor.personId)
  if (done === 'done') return redirect(urls.enquiry.href({ id: enquiry.id }, { lagret: 'ja' }))
  return show(context, enquiry, false, { ...typed, wrong: null, isMeanwhile: true })
}
