import { useLocale } from '#platform/i18n/locale.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Changes, DownloadHistory } from '../paper/changes.view.tsx'
import type { Unit } from '../paper/home.store.ts'
import { LinkList } from '../paper/link-list.view.tsx'
import type { ChangeRow, StateRow } from '../paper/paper.store.ts'
import type { StateFormState } from '../paper/state.ts'
import { SetState, StateHistory } from '../paper/states.view.tsx'
import { economyInWords, type Names } from '../paper/words.ts'
import type { Plan } from '../plan/plan.store.ts'
import { urls } from '../urls.ts'
import type { Measure } from './measure.store.ts'
import { measureControls } from './measure-controls.ts'
import { messages } from './messages.ts'
import { measureStates, type Lateness, type MeasureState } from './rules.ts'
import { StateMark } from './state-mark.view.tsx'
import { measureStateNames, timeInWords } from './words.ts'

type MeasurePageProps = {
  measure: Measure
  plan: Plan
  area: string | null
  /** See `LinkList`. */
  findings: ReadonlyMap<string, string>
  lateness: Lateness | null
  units: readonly Unit[]
  states: readonly StateRow[]
  changes: readonly ChangeRow[]
  form: StateFormState
  isSaved: boolean
  me: string
  names: Names
}

/** A measure of a plan: what, who, when, with what money, how it stands and how it came to. */
export function MeasurePage(props: MeasurePageProps) {
  const locale = useLocale()
  const { t, text, localText, link } = locale
  const { measure, plan, form, units } = props
  const { fields } = measure
  return (
    <div>
      <div class="page-head">
        <p class="quiet">{t(messages.partOf, { n: fields.number ?? '–', plan: plan.fields.title })}</p>
        <h1 class="page-title">{fields.title}</h1>
        <StateMark state={measure.state} lateness={props.lateness} />
      </div>
      <div class="stack">
        {props.isSaved && <Notice kind="success">{text(messages.saved)}</Notice>}
        <ErrorSummary
          errors={form.errors.map(({ id, message }) => ({ href: `#${id}`, text: text(message) }))}
        />
        {fields.text && <p class="written">{fields.text}</p>}
        <Facts
          items={[
            { label: text(messages.responsible), value: fields.responsible },
            {
              label: text(messages.units),
              value: fields.units
                .flatMap(id => localText(units.find(unit => unit.id === id)?.name) || [])
                .join(', '),
            },
            { label: text(messages.period), value: timeInWords(fields, locale) },
            {
              label: text(messages.economy),
              value: fields.economy.length > 0 && (
                <ul class="plain-list">
                  {fields.economy.map((row, index) => (
                    <li key={index}>{economyInWords(row, locale)}</li>
                  ))}
                </ul>
              ),
            },
            {
              label: text(messages.links),
              value: fields.links.length > 0 && (
                <LinkList links={fields.links} area={props.area} findings={props.findings} />
              ),
            },
            { label: text(messages.source), value: fields.source },
          ]}
        />
        {measure.may_write && (
          <p class="row no-print">
            <ButtonLink kind="quiet" href={link(urls.measureForm.href({ id: measure.id }))}>
              {t(messages.editMeasure)}
            </ButtonLink>
          </p>
        )}
        <section class="stack">
          <h2>{t(messages.status)}</h2>
          <StateHistory
            states={props.states}
            nameOf={state => measureStateNames[state as MeasureState]}
            me={props.me}
            names={props.names}
          />
          {measure.may_write && (
            <SetState
              {...form}
              action={urls.measureState.href({ id: measure.id })}
              label={messages.setStatus}
              options={measureStates.map(value => ({ value, label: measureStateNames[value] }))}
              known={props.states.length}
            />
          )}
          <Changes {...props} controls={measureControls} />
          {props.states.length + props.changes.length > 0 && (
            <DownloadHistory href={link(urls.measureHistory.href({ id: measure.id }))} />
          )}
        </section>
        <p class="no-print">
          <a class="more" href={link(urls.plan.href({ id: plan.id }))}>
            {t(messages.backToPlan)}
          </a>
        </p>
      </div>
    </div>
  )
}
