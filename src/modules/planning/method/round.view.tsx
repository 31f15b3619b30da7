import { useLocale } from '#platform/i18n/locale.tsx'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { TextArea } from '#ui/field/field.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Table } from '#ui/table/table.tsx'
import type { FieldError } from '../paper/control.ts'
import type { Unit } from '../paper/home.store.ts'
import { byWhomInWords, type Names } from '../paper/words.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import { stepOf } from './method-content.ts'
import { progressOf } from './rules.ts'
import type { MethodHome, Round, RoundStep } from './round.store.ts'
import { SpiralDrawing } from './spiral.view.tsx'
import { StepStateMark } from './step-state.view.tsx'
import type { DocumentRow, TickRow } from './step.store.ts'

export type EndFormState = {
  submission: string
  learnt: string
  errors: readonly FieldError[]
  isMeanwhile: boolean
}

export type RoundProps = {
  home: MethodHome
  round: Round
  steps: readonly RoundStep[]
  ticks: readonly TickRow[]
  documents: readonly DocumentRow[]
  units: readonly Unit[]
  me: string
  names: Names
  /** `YYYY-MM-DD` */
  today: string
  end: EndFormState
}

/** A round by itself. */
export function RoundPage({ title, ...props }: RoundProps & { title: string }) {
  const { t, text, date } = useLocale()
  const { end } = props
  return (
    <div class="method">
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="print-only">{t(messages.asOf, { date: date(props.today) })}</p>
      </div>
      <div class="stack">
        <ErrorSummary
          errors={end.errors.map(({ id, message }) => ({ href: `#${id}`, text: text(message) }))}
        />
        {end.isMeanwhile && (
          <div role="alert">
            <Notice kind="warning">
              <p>{t(messages.endedMeanwhile)}</p>
              <blockquote class="written">{end.learnt}</blockquote>
            </Notice>
          </div>
        )}
        <RoundParts {...props} isOpened />
      </div>
    </div>
  )
}

/** The spiral, the table, and the end of a round. @param isOpened the page is the round's own */
export function RoundParts(props: RoundProps & { isOpened?: boolean }) {
  const locale = useLocale()
  const { t, text, localText, link } = locale
  const { round, steps, home, end, isOpened = false } = props
  const progress = progressOf(new Map(steps.map(({ step, state }) => [step, state])))
  const next = steps.find(({ step }) => step === progress.next)
  const isOpen = round.ended_at === null
  const Heading = isOpened ? 'h2' : 'h3'
  return (
    <>
      {!isOpened && <h2>{t(messages.round, { n: round.number })}</h2>}
      <div class="method-round">
        <SpiralDrawing
          label={text(messages.ownDrawing, { n: round.number, done: progress.done })}
          middle={{ message: messages.drawnDone, params: { n: progress.done } }}
          steps={steps.map(({ id, step, state }) => ({
            step: stepOf(step),
            state,
            href: link(urls.step.href({ id })),
          }))}
        />
        <Facts
          items={[
            {
              label: text(messages.progress),
              value: `${text(messages.doneOf, { n: progress.done })}, ${text(messages.underWay, { n: progress.started })}`,
            },
            {
              label: text(messages.nextStep),
              value: isOpen && next && (
                <a href={link(urls.step.href({ id: next.id }))}>{localText(stepOf(next.step).name)}</a>
              ),
            },
            {
              label: text(messages.openedOn),
              value: byWhomInWords(
                { by: round.opened_by, at: round.opened_at },
                props.me,
                props.names,
                locale,
              ),
            },
            {
              label: text(messages.endedOn),
              value:
                round.ended_at &&
                byWhomInWords({ by: round.ended_by, at: round.ended_at }, props.me, props.names, locale),
            },
            {
              label: text(messages.learnt),
              value: round.learnt && <span class="written">{round.learnt}</span>,
            },
          ]}
        />
      </div>
      <StepTable {...props} />
      <p class="row no-print">
        <a class="more" href={link(urls.roundFile.href({ id: round.id }))}>
          {t(messages.download)}
        </a>
        <a class="more" href={link(urls.roundFile.href({ id: round.id }, { del: 'sjekkliste' }))}>
          {t(messages.downloadChecklists)}
        </a>
        {props.documents.length > 0 && (
          <a class="more" href={link(urls.roundFile.href({ id: round.id }, { del: 'dokumenter' }))}>
            {t(messages.downloadDocuments)}
          </a>
        )}
      </p>
      {isOpen && home.may_run && (
        <section class="stack stack-close no-print" aria-labelledby="avslutt">
          <Heading id="avslutt">{t(messages.endRound)}</Heading>
          {isOpened ? (
            <form method="post" action={link(urls.roundEnd.href({ id: round.id }))} class="stack">
              <p>{t(messages.endText)}</p>
              <input type="hidden" name="submission" value={end.submission} />
              <TextArea
                id="laert"
                name="laert"
                label={text(messages.learnt)}
                hint={text(messages.learntHint)}
                value={end.learnt}
                required
                {...(end.errors[0] && { error: text(end.errors[0].message) })}
              />
              <Button kind="quiet">{t(messages.endRound)}</Button>
            </form>
          ) : (
            <p>
              <ButtonLink kind="quiet" href={`${link(urls.round.href({ id: round.id }))}#avslutt`}>
                {t(messages.endRound)}
              </ButtonLink>
            </p>
          )}
        </section>
      )}
    </>
  )
}

function StepTable({ steps, ticks, units, documents }: RoundProps) {
  const { t, text, local, localText, link, date } = useLocale()
  const period = (from: string | null, to: string | null) =>
    [from && date(from), to && date(to)].filter(Boolean).join(' – ')
  return (
    <Table
      caption={text(messages.theSteps)}
      rowHeader
      stacks
      columns={[
        { label: text(messages.step) },
        { label: text(messages.state) },
        { label: text(messages.checklist) },
        { label: text(messages.responsible) },
        { label: text(messages.startsOn) + '–' + text(messages.endsOn).toLowerCase() },
        { label: text(messages.documents) },
      ]}
      rows={steps.map(({ id, step, state, fields }, index) => {
        const { name, checklist } = stepOf(step)
        const ticked = checklist.filter(({ key }) =>
          ticks.some(tick => tick.paper_id === id && tick.item === key && tick.is_done),
        )
        const unit = localText(units.find(one => one.id === fields.unit)?.name)
        const count = documents.filter(document => document.paper_id === id).length
        return [
          <>
            {index + 1}. <a href={link(urls.step.href({ id }))}>{local(name)}</a>
          </>,
          <StepStateMark state={state} />,
          t(messages.ticked, { n: ticked.length, total: checklist.length }),
          [fields.responsible, unit].filter(Boolean).join(', '),
          period(fields.starts_on, fields.ends_on),
          count > 0 && String(count),
        ]
      })}
    />
  )
}
