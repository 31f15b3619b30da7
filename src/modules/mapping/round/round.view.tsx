import type { LocalText } from '#platform/i18n/language.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import type { Message, Params } from '#platform/i18n/messages.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Disclosure } from '#ui/disclosure/disclosure.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Field } from '#ui/field/field.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Table } from '#ui/table/table.tsx'
import type { Finding } from '../finding/finding.store.ts'
import {
  FindingList,
  outcomeFieldOf,
  SuggestionList,
  type OutcomeError,
} from '../finding/finding-list.view.tsx'
import type { Suggestion } from '../finding/suggestions.ts'
import type { MappingParts } from '../parts.ts'
import type { Part } from '../task/rules.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import { ProgressBar } from './progress-bar.view.tsx'
import type { Round } from './round.store.ts'
import type { Row } from './round.tsx'

/** What is wrong with a new deadline. */
export type DeadlineError = { message: Message; params: Params | undefined; typed: string }

export type RoundPageProps = {
  title: string
  round: Round
  rows: readonly Row[]
  sum: Part
  findings: readonly Finding[]
  suggestions: readonly Suggestion[]
  /** Owners that cover the place and are not asked. */
  others: readonly LocalText[]
  takeUpHref: MappingParts['takeUpHref']
  /** `YYYY-MM-DD` */
  day: string
  /** What was just done. */
  done: string | null
  error: DeadlineError | null
  /** What became of a finding, that came back with something wrong. */
  wrongOutcome: OutcomeError | null
}

const doneTexts: Record<string, Message> = {
  apnet: messages.opened,
  frist: messages.deadlineMoved,
  funn: messages.findingSaved,
  fjernet: messages.findingRemoved,
  avsluttet: messages.closedNow,
}

export function RoundPage(props: RoundPageProps) {
  const { t, text, link, local, localText, date } = useLocale()
  const { round, done, error, wrongOutcome, others } = props
  const { id } = round
  const isOpen = round.closedOn === null
  const isRunning = isOpen && round.mayRun
  return (
    <div class="mapping">
      <div class="page-head">
        <h1 class="page-title">{props.title}</h1>
        <p class="lead">
          {t(isOpen ? messages.openLead : messages.closedLead, {
            name: localText(round.organization),
            from: date(round.openedOn),
            date: date(round.closedOn ?? round.lastDay),
          })}
        </p>
      </div>
      <div class="stack">
        {error && <ErrorSummary errors={[{ href: '#frist', text: text(error.message, error.params) }]} />}
        {wrongOutcome && (
          <ErrorSummary
            errors={[{ href: `#${outcomeFieldOf(wrongOutcome.finding)}`, text: text(wrongOutcome.message) }]}
          />
        )}
        {done && doneTexts[done] && <Notice kind="success">{text(doneTexts[done])}</Notice>}
        {round.message && <blockquote class="mapping-message">{round.message}</blockquote>}
        {round.isWhole && (
          <p class="row">
            {!isOpen && (
              <>
                <ButtonLink href={link(urls.report.href({ id }))}>{t(messages.report)}</ButtonLink>
                <a class="more" href={link(urls.reportTables.href({ id }))}>
                  {t(messages.reportTables)}
                </a>
              </>
            )}
            {isRunning && (
              <ButtonLink kind="quiet" href={link(urls.closing.href({ id }))}>
                {t(messages.close)}
              </ButtonLink>
            )}
            <a class="more" href={link(urls.comparison.href({ til: id }))}>
              {t(messages.compareThis)}
            </a>
          </p>
        )}
        {(isOpen || !round.isWhole) && <ProgressPart {...props} />}
        {round.isWhole && <FindingList {...props} />}
        {isRunning && <SuggestionList {...props} />}
        {others.length > 0 && (
          <Disclosure summary={`${text(messages.notAsked)} (${others.length})`}>
            <p>{t(messages.notAskedText)}</p>
            <ul>
              {others.map((name, index) => (
                <li key={index}>{local(name)}</li>
              ))}
            </ul>
            <p class="no-print">
              <a class="more" href={link(urls.progressFile.href({ id }, { del: 'ikke-spurt' }))}>
                {t(messages.downloadNotAsked)}
              </a>
            </p>
          </Disclosure>
        )}
        {isRunning && (
          <Disclosure summary={t(messages.moveDeadline)} open={error !== null}>
            <form method="post" action={link(urls.deadline.href({ id }))} class="stack">
              <input type="hidden" name="sist" value={round.lastDay} />
              <Field
                id="frist"
                name="frist"
                type="date"
                label={text(messages.deadline)}
                value={error?.typed ?? round.lastDay}
                {...(error && { error: text(error.message, error.params) })}
              />
              <p>
                <Button kind="quiet">{t(messages.moveDeadline)}</Button>
              </p>
            </form>
          </Disclosure>
        )}
      </div>
    </div>
  )
}

function ProgressPart({ round, rows, sum }: RoundPageProps) {
  const { t, text, link, local, date } = useLocale()
  return (
    <section class="stack">
      <h2>{t(messages.progress)}</h2>
      <ProgressBar label={text(messages.sumProgress, sum)} part={sum} />
      <Table
        caption={text(messages.progress)}
        isHeaded
        rowHeader
        stacks
        columns={[
          { label: text(messages.who) },
          { label: text(messages.services) },
          { label: text(messages.rooms) },
          { label: text(messages.questions) },
          { label: text(messages.done) },
        ]}
        rows={rows.map(row => [
          <a href={link(urls.tasks.href({ respondent: row.respondentId }))}>{local(row.name)}</a>,
          <PartBar part={row.progress.services} />,
          <PartBar part={row.progress.rooms} />,
          <PartBar part={row.progress.questions} />,
          row.completedOn ? date(row.completedOn) : t(messages.notDone),
        ])}
      />
      {round.isWhole && (
        <p class="no-print">
          <a class="more" href={link(urls.progressFile.href({ id: round.id }))}>
            {t(messages.download)}
          </a>
        </p>
      )}
    </section>
  )
}

function PartBar({ part }: { part: Part }) {
  const { text } = useLocale()
  return part.all === 0 ? <>–</> : <ProgressBar label={text(messages.ofAll, part)} part={part} />
}

export function ClosingPage({ title, round, left }: { title: string; round: Round; left: number }) {
  const { t, link } = useLocale()
  return (
    <div class="mapping">
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{round.title}</p>
      </div>
      <form method="post" action={link(urls.closing.href({ id: round.id }))} class="stack">
        {left > 0 && (
          <Notice kind="warning">
            <p>{t(messages.closeLeft, { n: left })}</p>
          </Notice>
        )}
        <p>{t(messages.closeText)}</p>
        <p>
          <Button kind="danger">{t(messages.close)}</Button>
        </p>
      </form>
    </div>
  )
}
