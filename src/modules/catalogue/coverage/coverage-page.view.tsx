import { useLocale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { TextArea } from '#ui/field/field.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { urls } from '../urls.ts'
import type { CoverageQuestion } from './coverage.store.ts'
import { messages } from '../publishing/messages.ts'
import { messages as coverageMessages } from './messages.ts'
import { momentInWords } from '../publishing/moment.ts'

type Question = CoverageQuestion & { area: string }

/** Questions of others to a coordinator: those without an answer first. */
export function CoverageList({
  title,
  questions,
  answered,
}: {
  title: string
  questions: readonly Question[]
  /** The one that was answered just now. */
  answered: Question | null
}) {
  const { t, text, link } = useLocale()
  const groups = [
    { title: coverageMessages.coverageOpen, list: questions.filter(question => question.accepted === null) },
    {
      title: coverageMessages.coverageAnswered,
      list: questions.filter(question => question.accepted !== null),
    },
  ].filter(group => group.list.length > 0)
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(coverageMessages.coverageLead)}</p>
      </div>
      <div class="stack">
        {answered && (
          <Notice kind="success">
            {text(answered.accepted ? coverageMessages.coverageYesNow : coverageMessages.coverageNoNow, {
              name: answered.name,
              area: answered.area,
            })}
          </Notice>
        )}
        <p>
          <a href={link(urls.hiding.href())}>{t(coverageMessages.hidingTitle)}</a>
        </p>
        {groups.length === 0 && (
          <Empty title={text(coverageMessages.coverageEmpty)}>
            {text(coverageMessages.coverageEmptyText)}
          </Empty>
        )}
        {groups.map(group => (
          <section key={group.title.nb} class="stack stack-close">
            <h2>{t(group.title)}</h2>
            <ul class="plain-list draft-list">
              {group.list.map(question => (
                <QuestionItem key={question.id} question={question} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  )
}

function QuestionItem({ question }: { question: Question }) {
  const { t, link } = useLocale()
  return (
    <li class="draft-item">
      <div>
        <a href={link(urls.coverageRequest.href({ id: question.id }))}>{question.name}</a>
        <AskedBy question={question} />
      </div>
      {question.accepted !== null && (
        <span class="draft-state" data-state={question.accepted ? 'published' : 'sent-back'}>
          {t(question.accepted ? coverageMessages.coverageAccepted : coverageMessages.coverageRefused)}
        </span>
      )}
    </li>
  )
}

function AskedBy({ question }: { question: Question }) {
  const locale = useLocale()
  const owner = locale.localText(question.owner)
  return (
    <p class="quiet small">
      {locale.t(owner ? coverageMessages.coverageFrom : coverageMessages.coverageFor, {
        owner,
        area: question.area,
        when: momentInWords(question.asked_at, locale.language),
      })}
    </p>
  )
}

type QuestionPageProps = {
  title: string
  question: Question
  /** Whether the service can be seen as it would be shown. */
  hasPreview: boolean
  reason: string
  errors: readonly { id: string; message: Message }[]
}

/** One question: the service as it would be shown, and the answer. */
export function QuestionPage({ title, question, hasPreview, reason, errors }: QuestionPageProps) {
  const { t, text, link } = useLocale()
  const error = errors.find(one => one.id === 'begrunnelse')
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <AskedBy question={question} />
      </div>
      <div class="stack">
        <ErrorSummary errors={errors.map(one => ({ href: `#${one.id}`, text: text(one.message) }))} />
        {question.accepted !== null && (
          <Notice
            kind={question.accepted ? 'success' : 'info'}
            title={text(
              question.accepted ? coverageMessages.coverageAccepted : coverageMessages.coverageRefused,
            )}
          >
            {question.reason && <p>{question.reason}</p>}
            <p>{t(coverageMessages.coverageChange)}</p>
          </Notice>
        )}
        {hasPreview && (
          <p>
            <a href={link(urls.coveragePreview.href({ id: question.id }))}>{t(messages.preview)}</a>
          </p>
        )}
        <form method="post" action={link(urls.coverageRequest.href({ id: question.id }))} class="stack">
          <TextArea
            id="begrunnelse"
            name="begrunnelse"
            label={text(messages.reason)}
            hint={text(coverageMessages.coverageReasonHint)}
            rows={3}
            value={reason}
            {...(error && { error: text(error.message) })}
          />
          <p class="row">
            <Button name="svar" value="ja">
              {t(coverageMessages.coverageYes)}
            </Button>
            <Button kind="quiet" name="svar" value="nei">
              {t(coverageMessages.coverageNo)}
            </Button>
          </p>
        </form>
        <p>
          <a href={link(urls.coverageRequests.href())}>{t(coverageMessages.coverageNav)}</a>
        </p>
      </div>
    </div>
  )
}
