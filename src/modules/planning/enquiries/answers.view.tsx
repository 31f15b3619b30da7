import { dayInNorway } from '#platform/clock.ts'
import { rooms } from '#modules/catalogue/index.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { Field, Radios, TextArea } from '#ui/field/field.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Table } from '#ui/table/table.tsx'
import { byWhomInWords, type Names } from '../paper/words.ts'
import { urls } from '../urls.ts'
import type { Answer, Answering, AskedMunicipality, Enquiry } from './enquiry.store.ts'
import { messages } from './messages.ts'
import { standingOf, type Standing } from './rules.ts'
import { answerInWords, standingNames } from './words.ts'

/** An answer that came back, with what is wrong. */
export type SentAnswer = {
  organization: string
  text: string
  isShared: boolean
  wrong: Message | null
  isMeanwhile: boolean
}

export type AnswersPageProps = {
  enquiry: Enquiry
  isSaved: boolean
  /** `YYYY-MM-DD` */
  today: string
  municipalities: readonly AskedMunicipality[]
  answers: readonly Answer[]
  /** One's own municipalities, with all that they have answered, the newest first. */
  answering: readonly { home: Answering; answers: readonly Answer[] }[]
  submission: string
  sent: SentAnswer | null
  me: string
  names: Names
}

const idOf = (organization: string) => `svar-${organization}`

/** An enquiry that was sent: the answers for who asks and who gathers, the form for who is asked. */
export function AnswersPage(props: AnswersPageProps) {
  const { t, text, localText, date, link } = useLocale()
  const { enquiry, answering, sent, municipalities } = props
  return (
    <div>
      <div class="page-head">
        <p class="quiet">{localText(enquiry.asker)}</p>
        <h1 class="page-title">{enquiry.question}</h1>
        {enquiry.why && <p class="lead written">{enquiry.why}</p>}
      </div>
      <div class="stack">
        {props.isSaved && <Notice kind="success">{text(messages.saved)}</Notice>}
        {sent?.isMeanwhile && (
          <div role="alert">
            <Notice kind="warning">{text(messages.meanwhile)}</Notice>
          </div>
        )}
        <ErrorSummary
          errors={sent?.wrong ? [{ href: `#${idOf(sent.organization)}`, text: text(sent.wrong) }] : []}
        />
        <Facts
          items={[
            { label: text(messages.deadline), value: date(enquiry.deadline) },
            { label: text(messages.sentOn), value: date(dayInNorway(enquiry.sent_at)) },
            { label: text(messages.room), value: enquiry.room && localText(rooms.get(enquiry.room)?.name) },
          ]}
        />
        {answering.map(one => (
          <Own key={one.home.id} {...props} {...one} />
        ))}
        {(enquiry.is_own || municipalities.some(one => one.is_hers) || answering.length === 0) && (
          <section class="stack stack-close">
            <h2>{t(messages.answers)}</h2>
            <AnswerTable {...props} />
          </section>
        )}
        <p class="row no-print">
          <a class="more" href={link(urls.enquiryFile.href({ id: enquiry.id }))}>
            {t(messages.download)}
          </a>
          {answering.some(({ answers }) => answers.length > 0) && (
            <a class="more" href={link(urls.enquiryFile.href({ id: enquiry.id }, { del: 'historikk' }))}>
              {t(messages.downloadHistory)}
            </a>
          )}
        </p>
      </div>
    </div>
  )
}

function AnswerTable({ enquiry, municipalities, answers, today }: AnswersPageProps) {
  const locale = useLocale()
  const { t, text, date } = locale
  return (
    <Table
      caption={text(messages.answeredOf, { done: answers.length, n: municipalities.length })}
      rowHeader
      stacks
      columns={[messages.municipality, messages.status, messages.answer].map(label => ({
        label: text(label),
      }))}
      rows={municipalities.map(({ code, name, is_hers }) => {
        const answer = answers.find(one => one.area === code)
        // Of others she is shown what they share, and not whether they have answered.
        const standing: Standing =
          answer || enquiry.is_own || is_hers
            ? standingOf(answer !== undefined, enquiry.deadline, today)
            : 'unknown'
        return [
          name,
          <>
            {standing === 'late' ? <strong>{t(messages.late)}</strong> : t(standingNames[standing])}
            {answer && <div class="small quiet">{date(dayInNorway(answer.answered_at))}</div>}
          </>,
          answer && <Said enquiry={enquiry} value={answer.value} />,
        ]
      })}
    />
  )
}

function Said({ enquiry, value }: { enquiry: Enquiry; value: string }) {
  const locale = useLocale()
  if (enquiry.answer_kind === 'link') return <a href={value}>{value}</a>
  return <span class="written">{answerInWords(enquiry.answer_kind, value, locale)}</span>
}

function Own(props: AnswersPageProps & { home: Answering; answers: readonly Answer[] }) {
  const locale = useLocale()
  const { t, text, link, localText } = locale
  const { enquiry, home, answers, submission, me, names } = props
  const sent = props.sent?.organization === home.id ? props.sent : null
  const last = answers[0]
  const isShared = sent ? sent.isShared : (last?.is_shared ?? false)
  return (
    <section class="stack stack-close">
      <h2>{t(messages.yourAnswer, { home: localText(home.name) })}</h2>
      {answers.length > 0 && (
        <Table
          caption={text(messages.history)}
          rowHeader
          stacks
          columns={[messages.answer, messages.shared, messages.when].map(label => ({ label: text(label) }))}
          rows={answers.map(one => [
            <Said enquiry={enquiry} value={one.value} />,
            text(one.is_shared ? messages.yes : messages.no),
            byWhomInWords({ by: one.answered_by, at: one.answered_at }, me, names, locale),
          ])}
        />
      )}
      {home.may_answer && (
        <form method="post" action={link(urls.enquiryAnswer.href({ id: enquiry.id }))} class="stack no-print">
          <input type="hidden" name="submission" value={submission} />
          <input type="hidden" name="organisasjon" value={home.id} />
          <input type="hidden" name="kjent" value={String(answers.length)} />
          <AnswerField
            kind={enquiry.answer_kind}
            id={idOf(home.id)}
            value={sent ? sent.text : (last?.value ?? '')}
            wrong={sent?.wrong ?? null}
          />
          <div class="ds-field field-option">
            <input
              class="ds-input"
              type="checkbox"
              id={`deles-${home.id}`}
              name="deles"
              value="ja"
              checked={isShared}
            />
            <label class="ds-label" for={`deles-${home.id}`}>
              {t(messages.share)}
            </label>
          </div>
          <p>
            <Button>{t(last ? messages.changeAnswer : messages.saveAnswer)}</Button>
          </p>
        </form>
      )}
    </section>
  )
}

type AnswerFieldProps = { kind: Enquiry['answer_kind']; id: string; value: string; wrong: Message | null }

function AnswerField({ kind, id, value, wrong }: AnswerFieldProps) {
  const { text } = useLocale()
  const asked = {
    id,
    name: 'svar',
    label: text(messages.answer),
    value,
    required: true,
    ...(wrong && { error: text(wrong) }),
  }
  if (kind === 'text') return <TextArea {...asked} rows={5} />
  if (kind === 'number')
    return <Field {...asked} value={value.replace('.', ',')} inputmode="decimal" maxlength={30} />
  if (kind === 'link') return <Field {...asked} type="url" />
  return (
    <Radios
      {...asked}
      legend={asked.label}
      options={[
        { value: 'yes', label: text(messages.yes) },
        { value: 'no', label: text(messages.no) },
      ]}
    />
  )
}
