import { notFound, invalid, page, redirect, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import type { Language } from '#platform/i18n/language.ts'
import { Notice } from '#ui/notice/notice.tsx'
import type { CatalogueParts } from '../parts.ts'
import { previewView } from '../preview/preview-page.tsx'
import { urls } from '../urls.ts'
import {
  findQuestion,
  insertCoverageDecision,
  listQuestionsToMe,
  type CoverageQuestion,
  waitForQuestion,
} from './coverage.store.ts'
import { CoverageList, QuestionPage } from './coverage-page.view.tsx'
import type { DraftParams } from '../publishing/draft-list.schema.ts'
import type { CoverageAnswer, QuestionsQuery } from '../publishing/draft-page.schema.ts'
import { messages } from '../publishing/messages.ts'
import { messages as coverageMessages } from './messages.ts'
import { listPublications } from '../publishing/publishing.store.ts'
import { queueWriting } from '../publishing/write-service.ts'

/** What others ask a coordinator. */
export async function showQuestions(
  { tx, input, language }: Context<'GET', undefined, typeof QuestionsQuery, undefined, Action>,
  parts: CatalogueParts,
): Promise<Result> {
  const questions = await listQuestionsToMe(tx)
  const title = localeOf(language).text(coverageMessages.coverageTitle)
  const shown = questions.map(one => withArea(one, parts, language))
  return page(
    { title, path: urls.coverageRequests.href() },
    <CoverageList
      title={title}
      questions={shown}
      answered={shown.find(({ id, accepted }) => id === input.query.svart && accepted !== null) ?? null}
    />,
  )
}

export async function showQuestion(
  { tx, input, language }: Context<'GET', typeof DraftParams, undefined, undefined, Action>,
  parts: CatalogueParts,
): Promise<Result> {
  const question = await findQuestion(tx, input.params.id)
  if (!question?.is_mine) return notFound()
  const publications = await listPublications(tx, question.draft_id)
  return questionPage(withArea(question, parts, language), publications.length > 0, language, '', [])
}

function questionPage(
  question: CoverageQuestion & { area: string },
  hasPreview: boolean,
  language: Language,
  reason: string,
  errors: { id: string; message: Message }[],
): Result {
  const { text } = localeOf(language)
  const title = text(coverageMessages.coverageQuestion, { name: question.name, area: question.area })
  const answer = errors.length > 0 ? invalid : page
  return answer(
    {
      title,
      path: urls.coverageRequest.href({ id: question.id }),
      crumbs: [{ label: text(coverageMessages.coverageNav), path: urls.coverageRequests.href() }],
    },
    <QuestionPage
      title={title}
      question={question}
      hasPreview={hasPreview}
      reason={reason}
      errors={errors}
    />,
  )
}

/** The service as it would be shown, as long as it waits for an answer. */
export async function showQuestionPreview(
  { tx, input, language, clock }: Context<'GET', typeof DraftParams, undefined, undefined, Action>,
  parts: CatalogueParts,
): Promise<Result> {
  const question = await findQuestion(tx, input.params.id)
  if (!question?.is_mine) return notFound()
  const [publication] = await listPublications(tx, question.draft_id)
  const view = publication && (await previewView(tx, question.draft_id, publication.document, clock, parts))
  if (!view) return notFound()
  const { text, link } = localeOf(language)
  return page(
    { title: question.name, path: urls.coveragePreview.href({ id: question.id }) },
    <>
      <Notice kind="info">
        <p>
          {text(messages.previewNotice)}{' '}
          <a href={link(urls.coverageRequest.href({ id: question.id }))}>
            {text(coverageMessages.coverageNav)}
          </a>
        </p>
      </Notice>
      {view}
    </>,
  )
}

/** A coordinator's answer; a no says why. The public pages follow by a job. */
export async function answerQuestion(
  {
    tx,
    actor,
    input,
    language,
  }: Context<'POST', typeof DraftParams, undefined, typeof CoverageAnswer, Action>,
  parts: CatalogueParts,
): Promise<Result> {
  await waitForQuestion(tx, input.params.id)
  const question = await findQuestion(tx, input.params.id)
  if (!question?.is_mine) return notFound()
  const { svar, begrunnelse } = input.body
  const errors: { id: string; message: Message }[] = []
  if (svar === 'nei' && begrunnelse === '')
    errors.push({ id: 'begrunnelse', message: messages.reasonMissing })
  if (begrunnelse.length > 2000) errors.push({ id: 'begrunnelse', message: messages.messageTooLong })
  if (errors.length > 0)
    return questionPage(withArea(question, parts, language), true, language, begrunnelse, errors)
  const accepted = svar === 'ja'
  if (question.accepted !== accepted) {
    await insertCoverageDecision(tx, question.id, { accepted, reason: begrunnelse || null }, actor.personId)
    await queueWriting(tx, question.draft_id)
  }
  return redirect(urls.coverageRequests.href({ svart: question.id }))
}

function withArea(question: CoverageQuestion, { geography }: CatalogueParts, language: Language) {
  return { ...question, area: geography.localName(geography.need(question.area_code), language) }
}
