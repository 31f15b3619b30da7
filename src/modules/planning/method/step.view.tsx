import { useLocale } from '#platform/i18n/locale.tsx'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { Checkboxes, Field } from '#ui/field/field.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { AsTable } from '#ui/table/as-table.tsx'
import { Table } from '#ui/table/table.tsx'
import type { FieldError } from '../paper/control.ts'
import { Changes, DownloadHistory } from '../paper/changes.view.tsx'
import type { Unit } from '../paper/home.store.ts'
import type { ChangeRow, StateRow } from '../paper/paper.store.ts'
import type { StateFormState } from '../paper/state.ts'
import { SetState, StateHistory } from '../paper/states.view.tsx'
import { byWhomInWords, type Names } from '../paper/words.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import { stepOf } from './method-content.ts'
import type { MethodHome, Round, RoundStep } from './round.store.ts'
import { stepControls } from './step-controls.ts'
import { stepStates } from './rules.ts'
import { StepStateMark } from './step-state.view.tsx'
import { checklistLines } from './step-lines.ts'
import type { DocumentRow, TickRow } from './step.store.ts'
import { toolPath, tools } from './tools.ts'
import { stepStateNames } from './words.ts'

export type DocumentFormState = {
  submission: string
  title: string
  link: string
  errors: readonly FieldError[]
}

export type StepPageProps = {
  title: string
  step: RoundStep
  /** From 1. */
  number: number
  round: Round
  home: MethodHome
  states: readonly StateRow[]
  ticks: readonly TickRow[]
  documents: readonly DocumentRow[]
  changes: readonly ChangeRow[]
  units: readonly Unit[]
  state: StateFormState
  document: DocumentFormState
  ticksSubmission: string
  isSaved: boolean
  me: string
  names: Names
}

/** A step of a round, to read and to keep. */
export function StepPage(props: StepPageProps) {
  const { t, text, local, localText, link } = useLocale()
  const { step, round, home, state, document } = props
  const content = stepOf(step.step)
  const errors = [...state.errors, ...document.errors]
  return (
    <div class="method">
      <div class="page-head">
        <p class="quiet">
          {t(messages.stepInRound, { n: props.number, round: round.number, home: localText(home.name) })}
        </p>
        <h1 class="page-title">{props.title}</h1>
        <p class="lead">{local(content.brief)}</p>
        <p>
          <StepStateMark state={step.state} />
        </p>
      </div>
      <div class="stack">
        {props.isSaved && <Notice kind="success">{text(messages.saved)}</Notice>}
        {round.ended_at !== null && <Notice kind="info">{text(messages.roundIsOver)}</Notice>}
        <ErrorSummary errors={errors.map(({ id, message }) => ({ href: `#${id}`, text: text(message) }))} />
        <ul class="plain-list no-print">
          <li>
            <a class="more" href={link(urls.guideStep.href({ step: content.slug }))}>
              {t(messages.readStep)}
            </a>
          </li>
          {content.tools.map(code => (
            <li key={code}>
              <a class="more" href={link(toolPath(code, home))}>
                {t(code === 'pyramid' ? messages.toolOwnPyramid : tools[code].name)}
              </a>
            </li>
          ))}
        </ul>
        <Checklist {...props} />
        <AsTable
          caption={text(messages.checklist)}
          lines={locale => checklistLines([step], props.ticks, props.names, locale)}
        />
        <p class="no-print">
          <a class="more" href={link(urls.stepFile.href({ id: step.id }))}>
            {t(messages.downloadChecklist)}
          </a>
        </p>
        <Responsibility {...props} />
        <Documents {...props} />
        <section class="stack">
          <h2>{t(messages.state)}</h2>
          <StateHistory
            states={props.states}
            nameOf={one => stepStateNames[stepStates.find(known => known === one) ?? 'not-started']}
            me={props.me}
            names={props.names}
          />
          {step.may_write && (
            <SetState
              {...state}
              action={urls.stepState.href({ id: step.id })}
              label={messages.setState}
              options={stepStates.map(value => ({ value, label: stepStateNames[value] }))}
              known={props.states.length}
            />
          )}
          {props.states.length + props.changes.length > 0 && (
            <DownloadHistory href={link(urls.stepFile.href({ id: step.id }, { del: 'historikk' }))} />
          )}
        </section>
      </div>
    </div>
  )
}

/** What is to be done, with who ticked it and when; a form for who may tick. */
function Checklist({ step, ticks, ticksSubmission, me, names }: StepPageProps) {
  const locale = useLocale()
  const { t, text, local, localText, link } = locale
  const { checklist } = stepOf(step.step)
  const tickOf = (key: string) => ticks.find(tick => tick.item === key)
  const by = ({ ticked_by, ticked_at }: TickRow) =>
    byWhomInWords({ by: ticked_by, at: ticked_at }, me, names, locale)
  const done = checklist.filter(({ key }) => tickOf(key)?.is_done).map(({ key }) => key)
  if (!step.may_write)
    return (
      <section class="stack stack-close">
        <h2>{t(messages.checklist)}</h2>
        <ul class="method-checklist">
          {checklist.map(({ key, text: item }) => {
            const tick = tickOf(key)
            return (
              <li key={key} class={tick?.is_done ? 'is-done' : undefined}>
                {local(item)}{' '}
                <span class="quiet small">
                  {tick?.is_done
                    ? t(messages.tickBy, { item: text(messages.itemIsDone), by: by(tick) })
                    : t(messages.itemIsNotDone)}
                </span>
              </li>
            )
          })}
        </ul>
      </section>
    )
  return (
    <section class="stack stack-close">
      <h2>{t(messages.checklist)}</h2>
      <form method="post" action={link(urls.stepTicks.href({ id: step.id }))} class="stack">
        <input type="hidden" name="submission" value={ticksSubmission} />
        {done.map(key => (
          <input key={key} type="hidden" name="kjent" value={key} />
        ))}
        <Checkboxes
          legend={text(messages.checklistHint)}
          name="gjort"
          values={done}
          options={checklist.map(({ key, text: item }) => {
            const tick = tickOf(key)
            return { value: key, label: localText(item), ...(tick?.is_done && { hint: by(tick) }) }
          })}
        />
        <p>
          <Button kind="quiet">{t(messages.saveTicks)}</Button>
        </p>
      </form>
    </section>
  )
}

function Responsibility(props: StepPageProps) {
  const { step, units } = props
  const { t, text, localText, link, date } = useLocale()
  const { responsible, unit, starts_on, ends_on, note } = step.fields
  const hasFacts = [responsible, unit, starts_on, ends_on, note].some(Boolean)
  return (
    <section class="stack stack-close">
      <h2>{t(messages.facts)}</h2>
      {hasFacts ? (
        <Facts
          items={[
            { label: text(messages.responsible), value: responsible },
            { label: text(messages.unit), value: localText(units.find(one => one.id === unit)?.name) },
            { label: text(messages.startsOn), value: starts_on && date(starts_on) },
            { label: text(messages.endsOn), value: ends_on && date(ends_on) },
            { label: text(messages.note), value: note && <span class="written">{note}</span> },
          ]}
        />
      ) : (
        <p class="quiet">{t(messages.noFacts)}</p>
      )}
      {step.may_write && (
        <p class="no-print">
          <ButtonLink kind="quiet" href={link(urls.stepForm.href({ id: step.id }))}>
            {t(messages.editStep)}
          </ButtonLink>
        </p>
      )}
      <Changes {...props} controls={stepControls} />
    </section>
  )
}

function Documents({ step, documents, document, me, names }: StepPageProps) {
  const locale = useLocale()
  const { t, text, link } = locale
  const errorOf = (id: string) => {
    const wrong = document.errors.find(error => error.id === id)
    return wrong ? { error: text(wrong.message) } : {}
  }
  return (
    <section class="stack stack-close">
      <h2>{t(messages.documents)}</h2>
      {documents.length === 0 ? (
        <p class="quiet">{t(step.may_write ? messages.noDocuments : messages.noDocumentsToRead)}</p>
      ) : (
        <Table
          caption={text(messages.links)}
          rowHeader
          stacks
          columns={[
            { label: text(messages.documentTitle) },
            { label: text(messages.addedBy) },
            ...(step.may_write ? [{ label: text(messages.remove), acts: true }] : []),
          ]}
          rows={documents.map(one => [
            <a href={one.link}>{one.title}</a>,
            byWhomInWords({ by: one.added_by, at: one.added_at }, me, names, locale),
            ...(step.may_write
              ? [
                  <form
                    method="post"
                    action={link(urls.stepDocumentRemoval.href({ id: step.id }))}
                    class="no-print"
                  >
                    <input type="hidden" name="dokument" value={one.id} />
                    <Button kind="quiet">
                      {t(messages.remove)} <span class="visually-hidden">{one.title}</span>
                    </Button>
                  </form>,
                ]
              : []),
          ])}
        />
      )}
      {documents.length > 0 && (
        <p class="no-print">
          <a class="more" href={link(urls.stepFile.href({ id: step.id }, { del: 'dokumenter' }))}>
            {t(messages.downloadDocuments)}
          </a>
        </p>
      )}
      {step.may_write && (
        <form method="post" action={link(urls.stepDocuments.href({ id: step.id }))} class="stack no-print">
          <h3>{t(messages.addDocument)}</h3>
          <input type="hidden" name="submission" value={document.submission} />
          <Field
            id="tittel"
            name="tittel"
            label={text(messages.documentTitle)}
            value={document.title}
            maxlength={200}
            required
            {...errorOf('tittel')}
          />
          <Field
            id="lenke"
            name="lenke"
            type="url"
            label={text(messages.documentLink)}
            hint={text(messages.documentLinkHint)}
            value={document.link}
            required
            {...errorOf('lenke')}
          />
          <p>
            <Button kind="quiet">{t(messages.addDocument)}</Button>
          </p>
        </form>
      )}
    </section>
  )
}
