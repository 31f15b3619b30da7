import { useLocale } from '#platform/i18n/locale.tsx'
import { Box } from '#ui/box/box.tsx'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Disclosure } from '#ui/disclosure/disclosure.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { Field, Select, Suggestions, TextArea } from '#ui/field/field.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { AsTable } from '#ui/table/as-table.tsx'
import type { FieldError } from '../paper/control.ts'
import { byWhomInWords, type Names } from '../paper/words.ts'
import { urls } from '../urls.ts'
import { answerOutcomes, type AnswerForm, type StatementForm } from './consultation.schema.ts'
import type { Consultation, Statement } from './consultation.store.ts'
import { messages } from './messages.ts'
import { statementLines } from './statement-lines.ts'
import { hasAnswered, outcomeNames } from './words.ts'

/** What was typed in a form that came back. */
export type Typed = { statement?: StatementForm; answer?: AnswerForm }

type ConsultationPageProps = {
  title: string
  consultation: Consultation
  statements: readonly Statement[]
  /** `YYYY-MM-DD` */
  today: string
  isSaved: boolean
  errors: readonly FieldError[]
  typed: Typed
  newSubmission: string
  /** Made with the page: one for the answer to each statement. */
  submissions: ReadonlyMap<string, string>
  me: string
  names: Names
}

/** A consultation about a plan: who is asked what until when, what they said, and what was done with it. */
export function ConsultationPage(props: ConsultationPageProps) {
  const { t, text, link, date } = useLocale()
  const { consultation, statements, errors } = props
  const { id, fields, may_write: mayWrite } = consultation
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{props.title}</h1>
        <p class="lead written">{fields.question}</p>
      </div>
      <div class="stack">
        {props.isSaved && <Notice kind="success">{text(messages.saved)}</Notice>}
        <ErrorSummary errors={errors.map(error => ({ href: `#${error.id}`, text: text(error.message) }))} />
        <Facts
          items={[
            {
              label: text(messages.deadline),
              value:
                fields.deadline &&
                (fields.deadline < props.today
                  ? text(messages.over, { date: date(fields.deadline) })
                  : date(fields.deadline)),
            },
            { label: text(messages.invited), value: <Invited {...props} /> },
            {
              label: text(messages.link),
              value: fields.link && <a href={fields.link}>{t(messages.readDocument)}</a>,
            },
          ]}
        />
        {mayWrite && (
          <p class="row no-print">
            <ButtonLink kind="quiet" href={link(urls.consultationForm.href({ id }))}>
              {t(messages.editConsultation)}
            </ButtonLink>
          </p>
        )}
        <section class="stack">
          <h2>{t(messages.statements)}</h2>
          {statements.length === 0 && (
            <Empty headingLevel={3} title={text(messages.noStatements)}>
              {text(messages.noStatementsText)}
            </Empty>
          )}
          {statements.map(statement => (
            <StatementBox key={statement.id} statement={statement} {...props} />
          ))}
          {statements.length > 0 && (
            <AsTable
              caption={text(messages.statements)}
              lines={locale => statementLines(consultation, statements, locale)}
            />
          )}
          {statements.length > 0 && (
            <p class="no-print">
              <a class="more" href={link(urls.consultationFile.href({ id }))}>
                {t(messages.download)}
              </a>
            </p>
          )}
          {mayWrite && <NewStatement {...props} />}
        </section>
      </div>
    </div>
  )
}

function Invited({ consultation, statements }: ConsultationPageProps) {
  const { t } = useLocale()
  return (
    <ul class="plain-list">
      {consultation.fields.invited.map(group => (
        <li key={group}>
          {t(hasAnswered(group, statements) ? messages.hasAnswered : messages.hasNotAnswered, { group })}
        </li>
      ))}
    </ul>
  )
}

function StatementBox(props: { statement: Statement } & ConsultationPageProps) {
  const locale = useLocale()
  const { t, text, date } = locale
  const { statement, consultation, me, names } = props
  return (
    <Box title={statement.on_behalf_of} headingLevel={3}>
      <p class="quiet small">{t(messages.givenOn, { date: date(statement.given_on) })}</p>
      <p class="written">{statement.text}</p>
      {statement.outcome === null ? (
        <p class="quiet">{t(messages.notAnswered)}</p>
      ) : (
        <div class="stack stack-close">
          <h4>{t(messages.answered)}</h4>
          <p>
            <strong>{t(outcomeNames[statement.outcome])}.</strong>{' '}
            <span class="written">{statement.answer}</span>
          </p>
          <p class="quiet small">
            {statement.answered_at &&
              byWhomInWords({ by: statement.answered_by, at: statement.answered_at }, me, names, locale)}
          </p>
        </div>
      )}
      {consultation.may_write && (
        <Disclosure
          summary={text(messages.writeAnswer, { group: statement.on_behalf_of })}
          open={props.typed.answer?.uttalelse === statement.id}
        >
          <AnswerFields {...props} />
        </Disclosure>
      )}
    </Box>
  )
}

function AnswerFields({
  statement,
  consultation,
  typed,
  errors,
  submissions,
}: { statement: Statement } & ConsultationPageProps) {
  const { t, text, link } = useLocale()
  const answer = typed.answer?.uttalelse === statement.id ? typed.answer : null
  const errorOf = (id: string) => {
    const wrong = errors.find(error => error.id === id)
    return wrong ? { error: text(wrong.message) } : {}
  }
  return (
    <form method="post" action={link(urls.answer.href({ id: consultation.id }))} class="stack no-print">
      <input type="hidden" name="submission" value={answer?.submission ?? submissions.get(statement.id)} />
      <input type="hidden" name="uttalelse" value={statement.id} />
      <Select
        id={`utfall-${statement.id}`}
        name="utfall"
        label={text(messages.outcome)}
        value={answer?.utfall ?? statement.outcome ?? ''}
        options={answerOutcomes.map(value => ({ value, label: text(outcomeNames[value]) }))}
        {...errorOf(`utfall-${statement.id}`)}
      />
      <TextArea
        id={`tekst-${statement.id}`}
        name="tekst"
        label={text(messages.why)}
        rows={3}
        value={answer?.tekst ?? statement.answer ?? ''}
        {...errorOf(`tekst-${statement.id}`)}
      />
      <Button kind="quiet">{t(messages.saveAnswer)}</Button>
    </form>
  )
}

function NewStatement({ consultation, typed, errors, newSubmission, today }: ConsultationPageProps) {
  const { t, text, link } = useLocale()
  const sent = typed.statement
  const errorOf = (id: string) => {
    const wrong = errors.find(error => error.id === id)
    return wrong ? { error: text(wrong.message) } : {}
  }
  return (
    <section class="stack no-print">
      <h3>{t(messages.addStatement)}</h3>
      <form method="post" action={link(urls.statement.href({ id: consultation.id }))} class="stack">
        <input type="hidden" name="submission" value={sent?.submission ?? newSubmission} />
        <Field
          id="gruppe"
          name="gruppe"
          label={text(messages.onBehalfOf)}
          hint={text(messages.onBehalfHint)}
          value={sent?.gruppe ?? ''}
          list="grupper"
          {...errorOf('gruppe')}
        />
        <Suggestions id="grupper" values={consultation.fields.invited} />
        <TextArea
          id="tekst"
          name="tekst"
          label={text(messages.text)}
          value={sent?.tekst ?? ''}
          {...errorOf('tekst')}
        />
        <Field
          id="dato"
          name="dato"
          type="date"
          label={text(messages.when)}
          value={sent?.dato ?? today}
          {...errorOf('dato')}
        />
        <Button kind="quiet">{t(messages.saveStatement)}</Button>
      </form>
    </section>
  )
}
