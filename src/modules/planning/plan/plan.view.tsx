import type { ComponentChildren } from 'preact'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { Select } from '#ui/field/field.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { Table } from '#ui/table/table.tsx'
import { layOutGantt } from '../measure/gantt.ts'
import { GanttDrawing, GanttLegend } from '../measure/gantt.view.tsx'
import { measureStates, sumEconomy } from '../measure/rules.ts'
import { StateMark } from '../measure/state-mark.view.tsx'
import { measureStateNames, timeInWords, yearsInWords } from '../measure/words.ts'
import { Changes, DownloadHistory } from '../paper/changes.view.tsx'
import type { Unit } from '../paper/home.store.ts'
import type { ChangeRow, StateRow } from '../paper/paper.store.ts'
import type { StateFormState } from '../paper/state.ts'
import { SetState, StateHistory } from '../paper/states.view.tsx'
import { economyInWords, economyNames, type Names } from '../paper/words.ts'
import { urls } from '../urls.ts'
import type { ListedMeasure } from './choose-measures.ts'
import { messages } from './messages.ts'
import { planControls } from './plan-controls.ts'
import { planStates, type PlanQuery, type PlanState } from './plan.schema.ts'
import type { Plan } from './plan.store.ts'
import { planStateNames, planTypeNames } from './words.ts'

export type PlanPageProps = {
  plan: Plan
  organization: string
  /** Those that are chosen. */
  measures: readonly ListedMeasure[]
  /** Of all. */
  total: number
  late: number
  choice: PlanQuery
  /** Units that answer for some measure. */
  units: readonly Unit[]
  /** `YYYY-MM-DD` */
  today: string
  states: readonly StateRow[]
  changes: readonly ChangeRow[]
  form: StateFormState
  /** The consultations of the plan. */
  consultations: ComponentChildren
  /** What is known about the place. */
  knowledge: ComponentChildren
  /** What comes from above, for the place it is about. */
  guidelines: ComponentChildren
  /** The yearly reports that are finished. */
  reports: ComponentChildren
  me: string
  names: Names
}

/** A plan: what it is, its measures as a table and over time, what they cost, how it stands. */
export function PlanPage(props: PlanPageProps) {
  const locale = useLocale()
  const { t, text, link } = locale
  const { plan, measures, total, late, choice, form } = props
  const { id, fields } = plan
  return (
    <div class="plan">
      <div class="page-head">
        <p class="quiet">{props.organization}</p>
        <h1 class="page-title">{fields.title}</h1>
        {fields.about && <p class="lead written">{fields.about}</p>}
        <p class="print-only">{t(messages.asOf, { date: locale.date(props.today) })}</p>
      </div>
      <div class="stack">
        {choice.lagret !== undefined && <Notice kind="success">{text(messages.saved)}</Notice>}
        <ErrorSummary errors={form.errors.map(one => ({ href: `#${one.id}`, text: text(one.message) }))} />
        <Facts
          items={[
            { label: text(messages.type), value: text(planTypeNames[fields.type]) },
            { label: text(messages.period), value: yearsInWords(fields.from_year, fields.to_year) },
            { label: text(messages.responsible), value: fields.responsible },
            { label: text(messages.state), value: text(planStateNames[plan.state]) },
            {
              label: text(messages.link),
              value: fields.link && <a href={fields.link}>{t(messages.readDocument)}</a>,
            },
          ]}
        />
        {plan.may_write && (
          <p class="row no-print">
            <ButtonLink href={link(urls.newMeasure.href({ id }))}>{t(messages.addMeasure)}</ButtonLink>
            <ButtonLink kind="quiet" href={link(urls.planForm.href({ id }))}>
              {t(messages.editPlan)}
            </ButtonLink>
            <ButtonLink kind="quiet" href={link(urls.newConsultation.href({ id }))}>
              {t(messages.addConsultation)}
            </ButtonLink>
          </p>
        )}
        {late > 0 && (
          <Notice kind="warning">
            <p>
              {t(messages.late, { n: late })}.{' '}
              {choice.sent === undefined && (
                <a class="no-print" href={link(urls.plan.href({ id }, { sent: 'ja' }))}>
                  {t(messages.showLate)}
                </a>
              )}
            </p>
          </Notice>
        )}
        <section class="stack">
          <h2>{t(messages.measures)}</h2>
          {total === 0 ? (
            <Empty headingLevel={3} title={text(messages.noMeasuresYet)}>
              {text(messages.noMeasuresText)}
            </Empty>
          ) : (
            <>
              <MeasureFilter {...props} />
              {measures.length === 0 ? (
                <Empty headingLevel={3} title={text(messages.noMeasuresFit)}>
                  <p>
                    <a href={link(urls.plan.href({ id }))}>{t(messages.showAll)}</a>
                  </p>
                </Empty>
              ) : (
                <Measures {...props} />
              )}
            </>
          )}
        </section>
        {props.guidelines}
        {props.reports}
        {props.knowledge}
        {props.consultations}
        <section class="stack">
          <h2>{t(messages.state)}</h2>
          <p class="quiet">{t(messages.stateText)}</p>
          <StateHistory
            states={props.states}
            nameOf={state => planStateNames[state as PlanState]}
            me={props.me}
            names={props.names}
          />
          {plan.may_write && (
            <SetState
              {...form}
              action={urls.planState.href({ id })}
              label={messages.setState}
              options={planStates.map(value => ({ value, label: planStateNames[value] }))}
              known={props.states.length}
            />
          )}
          <Changes {...props} controls={planControls} />
          {props.states.length + props.changes.length > 0 && (
            <DownloadHistory href={link(urls.planHistory.href({ id }))} />
          )}
        </section>
      </div>
    </div>
  )
}

function MeasureFilter({ plan, choice, units }: PlanPageProps) {
  const { t, text, localText, link } = useLocale()
  const all = { value: '', label: text(messages.all) }
  return (
    <form method="get" action={link(urls.plan.href({ id: plan.id }))} class="plan-filter no-print">
      <Select
        id="status"
        name="status"
        label={text(messages.status)}
        value={choice.status ?? ''}
        options={[all, ...measureStates.map(value => ({ value, label: text(measureStateNames[value]) }))]}
      />
      {units.length > 0 && (
        <Select
          id="enhet"
          name="enhet"
          label={text(messages.unit)}
          value={choice.enhet ?? ''}
          options={[all, ...units.map(unit => ({ value: unit.id, label: localText(unit.name) }))]}
        />
      )}
      <div class="ds-field field-option">
        <input
          class="ds-input"
          type="checkbox"
          id="sent"
          name="sent"
          value="ja"
          checked={choice.sent === 'ja'}
        />
        <label class="ds-label" for="sent">
          {t(messages.onlyLate)}
        </label>
      </div>
      <Button kind="quiet">{t(messages.show)}</Button>
    </form>
  )
}

function Measures({ plan, measures, choice, today }: PlanPageProps) {
  const locale = useLocale()
  const { t, text, link } = locale
  const { from_year: from, to_year: to } = plan.fields
  const gantt = layOutGantt(
    measures.map(measure => ({ ...measure, ...measure.fields, isLate: measure.lateness !== null })),
    { from, to },
    today,
  )
  const years = gantt ? yearsInWords(gantt.years[0]!.year, gantt.years.at(-1)!.year) : ''
  const query = { status: choice.status, enhet: choice.enhet, sent: choice.sent }
  return (
    <>
      <Table
        caption={`${text(messages.measures)}, ${plan.fields.title}`}
        stacks
        rowHeader
        columns={[
          { label: text(messages.measure) },
          { label: text(messages.who) },
          { label: text(messages.when) },
          { label: text(messages.economy) },
          { label: text(messages.status) },
        ]}
        rows={measures.map(measure => [
          <>
            {measure.fields.number !== null && `${measure.fields.number}. `}
            <a href={link(urls.measure.href({ id: measure.id }))}>{measure.fields.title}</a>
          </>,
          measure.fields.responsible,
          timeInWords(measure.fields, locale),
          <EconomyCell measure={measure} />,
          <StateMark state={measure.state} lateness={measure.lateness} />,
        ])}
      />
      {gantt && (
        <section class="stack stack-close gantt-part">
          <h3>{t(messages.overTime)}</h3>
          <GanttDrawing
            gantt={gantt}
            label={text(messages.drawing, { years })}
            today={text(messages.today)}
          />
          <GanttLegend />
        </section>
      )}
      <Sums measures={measures} />
      <p class="row no-print">
        <a class="more" href={link(urls.planFile.href({ id: plan.id }, query))}>
          {t(messages.download)}
        </a>
        <a class="more" href={link(urls.planFile.href({ id: plan.id }, { ...query, del: 'okonomi' }))}>
          {t(messages.downloadSums)}
        </a>
      </p>
    </>
  )
}

/** Lines that differ in their year only are one. */
function EconomyCell({ measure }: { measure: ListedMeasure }) {
  const locale = useLocale()
  const { economy } = measure.fields
  const alike = Map.groupBy(economy, row => `${row.kind} ${row.amount_nok}`)
  return (
    <>
      {[...alike.values()].map((rows, index) => {
        const { year: _, ...rest } = rows[0]!
        const years = rows.map(row => row.year).toSorted((a, b) => a - b)
        const isRun = years.length - 1 === years.at(-1)! - years[0]!
        const said = isRun ? yearsInWords(years[0]!, years.at(-1)!) : years.join(', ')
        return <div key={index}>{economyInWords({ ...rest, year: said }, locale)}</div>
      })}
    </>
  )
}

function Sums({ measures }: { measures: readonly ListedMeasure[] }) {
  const { t, text, number } = useLocale()
  const sums = sumEconomy(measures.flatMap(({ fields }) => fields.economy))
  const without = sums.without > 0 && (
    <p class="quiet small">{t(messages.withoutAmount, { n: sums.without })}</p>
  )
  if (sums.rows.length === 0) return <>{without}</>
  return (
    <>
      <Table
        caption={text(messages.sums)}
        rowHeader
        columns={[
          { label: text(messages.fileKind) },
          ...sums.years.map(year => ({ label: String(year), numeric: true })),
          { label: text(messages.sum), numeric: true },
        ]}
        rows={[
          ...sums.rows.map(row => [
            t(economyNames[row.kind]),
            ...row.byYear.map(amount => number(amount)),
            number(row.sum),
          ]),
          [
            <strong>{t(messages.sum)}</strong>,
            ...sums.byYear.map(amount => <strong>{number(amount)}</strong>),
            <strong>{number(sums.sum)}</strong>,
          ],
        ]}
      />
      {without}
    </>
  )
}
