import { useLocale } from '#platform/i18n/locale.tsx'
import { Button } from '#ui/button/button.tsx'
import { Field, Select } from '#ui/field/field.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { AsTable } from '#ui/table/as-table.tsx'
import { Table } from '#ui/table/table.tsx'
import { sumEconomy } from '../measure/rules.ts'
import { StateMark } from '../measure/state-mark.view.tsx'
import { timeInWords } from '../measure/words.ts'
import type { Home, Unit } from '../paper/home.store.ts'
import { economyNames } from '../paper/words.ts'
import type { Names } from '../paper/words.ts'
import { urls } from '../urls.ts'
import { figureLines } from './goal-file.ts'
import { GoalChart, GoalMark } from './goal-parts.view.tsx'
import type { Goal } from './goal.store.ts'
import { messages, reportMessages } from './messages.ts'
import { Draft } from '../year-report/draft.view.tsx'
import { FinishedReports } from '../year-report/finished-reports.view.tsx'
import { messages as yearReportMessages } from '../year-report/messages.ts'
import type { YearReport } from '../year-report/year-report.store.ts'
import { shortLines, shortOf } from './short-lines.ts'
import { groupsOf, lateOf, moneyOf, type Year } from './year.ts'
import { goalUrls } from './urls.ts'
import { figureInWords, pointInWords } from './words.ts'

type ReportPageProps = Year & {
  title: string
  /** Whose reports who acts may read. */
  homes: readonly Home[]
  /** `YYYY-MM-DD` */
  today: string
  /** Those that are finished, of all years. */
  reports: readonly YearReport[]
  mayFinish: boolean
  /** Of the form that finishes it. */
  submission: string
  /** Another has finished it since the form was opened. */
  isMeanwhile: boolean
  isSaved: boolean
  me: string
  names: Names
}

/** A year of an organisation, to read and to print. */
export function ReportPage(props: ReportPageProps) {
  const { t, text, date } = useLocale()
  const { goals, units, year } = props
  const groups = groupsOf(goals)
  return (
    <div class="year-report">
      <div class="page-head">
        <h1 class="page-title">{props.title}</h1>
        <p class="lead">{t(reportMessages.lead)}</p>
        <p class="quiet small">{t(reportMessages.asOf, { date: date(props.today), year: String(year) })}</p>
      </div>
      <div class="stack">
        {props.isSaved && <Notice kind="success">{text(yearReportMessages.isFinished)}</Notice>}
        {props.isMeanwhile && <Notice kind="warning">{text(yearReportMessages.meanwhile)}</Notice>}
        <Draft {...props} />
        <Choice {...props} />
        <Short {...props} />
        <section class="stack">
          <h2>{t(reportMessages.goals)}</h2>
          {goals.length === 0 && <p class="quiet">{t(messages.none)}</p>}
          {groups.map(({ master, some }) => (
            <section key={master?.id ?? ''} class="stack">
              {(master || groups.length > 1) && (
                <h3>{master ? master.fields.title : t(messages.noParent)}</h3>
              )}
              {some.map(goal => (
                <GoalPart key={goal.id} goal={goal} units={units} />
              ))}
            </section>
          ))}
          {goals.length > 0 && (
            <div class="no-print">
              <AsTable
                caption={text(reportMessages.goals)}
                lines={locale => figureLines(goals, goals, units, locale)}
              />
            </div>
          )}
        </section>
        <Measures {...props} />
        <Late {...props} />
        <Economy {...props} />
        <Downloads {...props} />
        {props.reports.length > 0 && (
          <section class="stack stack-close no-print">
            <h2>{t(yearReportMessages.finished)}</h2>
            <FinishedReports {...props} organization={props.home.id} />
          </section>
        )}
      </div>
    </div>
  )
}

function Downloads({ home, year }: ReportPageProps) {
  const { t, link } = useLocale()
  const query = { organisasjon: home.id, ar: year }
  return (
    <p class="row no-print">
      <a class="more" href={link(goalUrls.reportFile.href(query))}>
        {t(messages.download)}
      </a>
      <a class="more" href={link(goalUrls.reportFile.href({ ...query, del: 'tiltak' }))}>
        {t(reportMessages.downloadMeasures)}
      </a>
      <a class="more" href={link(goalUrls.reportFile.href({ ...query, del: 'okonomi' }))}>
        {t(reportMessages.downloadMoney)}
      </a>
    </p>
  )
}

type NoReportProps = { title: string; home: string; organization: string; span: Year['span'] }

/** Instead of the report of a year of which nothing is known. */
export function NoReportPage({ title, home, organization, span }: NoReportProps) {
  const { t, link } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">
          {t(reportMessages.noReportText, { home, first: String(span.first), last: String(span.last) })}
        </p>
      </div>
      <p>
        <a class="more" href={link(goalUrls.report.href({ organisasjon: organization }))}>
          {t(reportMessages.nowReport)}
        </a>
      </p>
    </div>
  )
}

function Choice({ home, homes, year }: ReportPageProps) {
  const { t, text, localText, link } = useLocale()
  return (
    <form method="get" action={link(goalUrls.report.href())} class="plan-filter no-print">
      {homes.length > 1 ? (
        <Select
          id="organisasjon"
          name="organisasjon"
          label={text(messages.organization)}
          value={home.id}
          options={homes.map(one => ({ value: one.id, label: localText(one.name) }))}
        />
      ) : (
        <input type="hidden" name="organisasjon" value={home.id} />
      )}
      <Field
        id="ar"
        name="ar"
        label={text(reportMessages.chooseYear)}
        value={String(year)}
        inputmode="numeric"
        maxlength={4}
      />
      <Button kind="quiet">{t(reportMessages.showReport)}</Button>
      <p class="quiet small">{t(reportMessages.print)}</p>
    </form>
  )
}

function Short(props: ReportPageProps) {
  const { t, text, number, link } = useLocale()
  const { goals, standings, measures, done, late, kroner, lacking } = shortOf(props)
  const year = String(props.year)
  return (
    <section class="stack stack-close">
      <h2>{t(reportMessages.short)}</h2>
      <ul>
        <li>
          {t(reportMessages.goalsOf, { n: goals })}:{' '}
          {t(messages.counts, {
            reached: standings.reached,
            way: standings['on-the-way'],
            behind: standings.behind,
            unknown: standings.unknown,
          })}
        </li>
        <li>{t(reportMessages.measuresOf, { done, n: measures, late })}</li>
        <li>{t(reportMessages.moneyOf, { amount: number(kroner), year })}</li>
        {lacking > 0 && <li>{t(reportMessages.missing, { n: lacking, year })}</li>}
      </ul>
      <div class="no-print stack stack-close">
        <AsTable caption={text(reportMessages.short)} lines={locale => shortLines(props, locale)} />
        <p>
          <a
            class="more"
            href={link(goalUrls.reportFile.href({ organisasjon: props.home.id, ar: year, del: 'kort' }))}
          >
            {t(reportMessages.downloadShort)}
          </a>
        </p>
      </div>
    </section>
  )
}

function GoalPart({ goal, units }: { goal: Goal; units: readonly Unit[] }) {
  const locale = useLocale()
  const { t, text, localText, link } = locale
  const { fields, figures } = goal
  const said = [
    localText(units.find(unit => unit.id === fields.unit)?.name),
    fields.indicator,
    fields.base_value === null
      ? ''
      : `${text(messages.baseline)}: ${pointInWords(fields.base_year, fields.base_value, fields.measured_in, locale)}`,
    fields.target_value === null
      ? ''
      : `${text(messages.target)}: ${pointInWords(fields.target_year, fields.target_value, fields.measured_in, locale)}`,
  ].filter(Boolean)
  return (
    <article class="year-goal stack stack-close">
      <h4>
        <a href={link(goalUrls.goal.href({ id: goal.id }))}>{fields.title}</a>
      </h4>
      <p>
        <GoalMark state={goal.standing} />
        {said.length > 0 && <span class="quiet"> {said.join('. ')}</span>}
      </p>
      {figures.length === 0 ? (
        <p class="quiet small">{t(messages.noFigures)}</p>
      ) : (
        <>
          <GoalChart fields={fields} figures={figures} />
          <Table
            caption={`${text(messages.figures)}: ${fields.title}`}
            rowHeader
            columns={[
              { label: text(messages.year) },
              { label: text(messages.figure), numeric: true },
              { label: text(messages.comment) },
            ]}
            rows={figures.map(({ year, value, comment }) => [
              year,
              value === null ? t(messages.takenBack) : figureInWords(value, fields.measured_in, locale),
              <span class="written">{comment ?? ''}</span>,
            ])}
          />
        </>
      )}
    </article>
  )
}

function Measures({ measures, year }: ReportPageProps) {
  const { t, text } = useLocale()
  return (
    <section class="stack">
      <h2>{t(reportMessages.measures)}</h2>
      {measures.length === 0 ? (
        <p class="quiet">{t(reportMessages.noMeasures, { year: String(year) })}</p>
      ) : (
        <MeasureTable caption={text(reportMessages.measures)} measures={measures} />
      )}
    </section>
  )
}

function Late({ measures, goals }: ReportPageProps) {
  const { t, text, link } = useLocale()
  const late = lateOf(measures)
  const behind = goals.filter(({ standing }) => standing === 'behind')
  return (
    <section class="stack">
      <h2>{t(reportMessages.late)}</h2>
      {late.length === 0 && behind.length === 0 && <p>{t(reportMessages.nothingLate)}</p>}
      {late.length > 0 && <MeasureTable caption={text(reportMessages.late)} measures={late} />}
      {behind.length > 0 && (
        <ul>
          {behind.map(({ id, fields }) => (
            <li key={id}>
              <a href={link(goalUrls.goal.href({ id }))}>{fields.title}</a>: <GoalMark state="behind" />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function MeasureTable({ caption, measures }: { caption: string } & Pick<ReportPageProps, 'measures'>) {
  const locale = useLocale()
  const { text, link } = locale
  return (
    <Table
      caption={caption}
      isHeaded
      rowHeader
      stacks
      columns={[
        { label: text(reportMessages.measure) },
        { label: text(reportMessages.plan) },
        { label: text(reportMessages.who) },
        { label: text(reportMessages.when) },
        { label: text(reportMessages.status) },
      ]}
      rows={measures.map(({ plan, measure }) => [
        <a href={link(urls.measure.href({ id: measure.id }))}>{measure.fields.title}</a>,
        plan,
        measure.fields.responsible,
        timeInWords(measure.fields, locale),
        <StateMark state={measure.state} lateness={measure.lateness} />,
      ])}
    />
  )
}

function Economy(props: ReportPageProps) {
  const { t, text, number } = useLocale()
  const sums = sumEconomy(moneyOf(props))
  const year = String(props.year)
  return (
    <section class="stack">
      <h2>{t(reportMessages.economy, { year })}</h2>
      {sums.rows.length === 0 ? (
        <p class="quiet">{t(reportMessages.noMoney, { year })}</p>
      ) : (
        <Table
          caption={text(reportMessages.economy, { year })}
          isHeaded
          rowHeader
          columns={[
            { label: text(reportMessages.moneyKind) },
            { label: text(reportMessages.kroner), numeric: true },
          ]}
          rows={[
            ...sums.rows.map(row => [t(economyNames[row.kind]), number(row.sum)]),
            [<strong>{t(reportMessages.sum)}</strong>, <strong>{number(sums.sum)}</strong>],
          ]}
        />
      )}
      {sums.without > 0 && <p class="quiet small">{t(reportMessages.without, { n: sums.without })}</p>}
    </section>
  )
}
