import { useLocale } from '#platform/i18n/locale.tsx'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { Field, TextArea } from '#ui/field/field.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { AsTable } from '#ui/table/as-table.tsx'
import { Table } from '#ui/table/table.tsx'
import { Changes, DownloadHistory } from '../paper/changes.view.tsx'
import type { Control, FieldError } from '../paper/control.ts'
import type { Home, Unit } from '../paper/home.store.ts'
import type { ChangeRow } from '../paper/paper.store.ts'
import { byWhomInWords, type Names } from '../paper/words.ts'
import type { Plan } from '../plan/plan.store.ts'
import { urls } from '../urls.ts'
import { answeringLines, answeringState } from './answering-lines.ts'
import { GoalTable } from './goal-list.view.tsx'
import { GoalChart, GoalMark } from './goal-parts.view.tsx'
import { aimOf } from './goal.schema.ts'
import { enteredLines } from './entered-lines.ts'
import type { Answering, FigureRow, Goal } from './goal.store.ts'
import { messages } from './messages.ts'
import { expectedIn } from './rules.ts'
import { goalUrls } from './urls.ts'
import { directionNames, figureInWords, levelNames, pointInWords } from './words.ts'

/** The form of a year's figure, as it is shown. */
export type FigureFormState = {
  submission: string
  typed: { ar: string; verdi: string; kommentar: string }
  errors: readonly FieldError[]
  isMeanwhile: boolean
}

type GoalPageProps = {
  goal: Goal
  home: Home | null
  parent: Goal | null
  children: readonly Goal[]
  units: readonly Unit[]
  /** That point to it. */
  measures: readonly Answering[]
  plans: readonly Plan[]
  /** All figures that were ever entered, in their order. */
  entered: readonly FigureRow[]
  /** Of what it says, in their order. */
  changes: readonly ChangeRow[]
  controls: readonly Control[]
  form: FigureFormState
  isSaved: boolean
  me: string
  names: Names
}

/** A goal: what it is, how it goes as a drawing and a table, what is done, and the form for a new figure. */
export function GoalPage(props: GoalPageProps) {
  const locale = useLocale()
  const { t, text, local, localText, link } = locale
  const { goal, home, parent, form, units } = props
  const { fields } = goal
  return (
    <div>
      <div class="page-head">
        <p class="quiet">{local(home?.name)}</p>
        <h1 class="page-title">{fields.title}</h1>
        <GoalMark state={goal.standing} />
      </div>
      <div class="stack">
        {props.isSaved && <Notice kind="success">{text(messages.saved)}</Notice>}
        <ErrorSummary
          errors={form.errors.map(({ id, message }) => ({ href: `#${id}`, text: text(message) }))}
        />
        {fields.about && <p class="written">{fields.about}</p>}
        <Facts
          items={[
            { label: text(messages.level), value: t(levelNames[fields.level]) },
            {
              label: text(messages.parent),
              value: parent && (
                <a href={link(goalUrls.goal.href({ id: parent.id }))}>{parent.fields.title}</a>
              ),
            },
            {
              label: text(messages.unit),
              value: localText(units.find(unit => unit.id === fields.unit)?.name) || t(messages.whole),
            },
            { label: text(messages.indicator), value: fields.indicator },
            { label: text(messages.measuredIn), value: fields.measured_in },
            { label: text(messages.direction), value: t(directionNames[fields.direction]) },
            {
              label: text(messages.baseline),
              value: pointInWords(fields.base_year, fields.base_value, fields.measured_in, locale),
            },
            {
              label: text(messages.target),
              value: pointInWords(fields.target_year, fields.target_value, fields.measured_in, locale),
            },
            { label: text(messages.responsible), value: fields.responsible },
            { label: text(messages.source), value: fields.source },
          ]}
        />
        {goal.may_write && (
          <p class="row no-print">
            <ButtonLink kind="quiet" href={link(goalUrls.goalForm.href({ id: goal.id }))}>
              {t(messages.editGoal)}
            </ButtonLink>
            {home?.area && (
              <ButtonLink
                kind="quiet"
                href={link(urls.takeUp.href({ slag: 'goal', nokkel: goal.id, omrade: home.area }))}
              >
                {t(messages.takeUp)}
              </ButtonLink>
            )}
          </p>
        )}
        <section class="stack">
          <h2>{t(messages.figures)}</h2>
          <GoalChart fields={fields} figures={goal.figures} />
          {goal.figures.length === 0 ? <p class="quiet">{t(messages.noFigures)}</p> : <Figures {...props} />}
          {props.entered.length > 0 && (
            <>
              <AsTable
                caption={text(messages.allEntered)}
                lines={locale => enteredLines(goal, props.entered, props.names, locale)}
              />
              <p class="no-print">
                <a class="more" href={link(goalUrls.goalFile.href({ id: goal.id }))}>
                  {t(messages.downloadEntered)}
                </a>
              </p>
            </>
          )}
          {goal.may_enter && <EnterFigure {...props} />}
        </section>
        {props.changes.length > 0 && (
          <section class="stack stack-close">
            <Changes {...props} />
            <DownloadHistory href={link(goalUrls.goalFile.href({ id: goal.id }, { del: 'endringer' }))} />
          </section>
        )}
        <Measures {...props} />
        {props.children.length > 0 && (
          <section class="stack">
            <h2>{t(messages.under)}</h2>
            <GoalTable caption={text(messages.under)} goals={props.children} units={units} />
            <p class="no-print">
              <a class="more" href={link(goalUrls.goalFile.href({ id: goal.id }, { del: 'undermal' }))}>
                {t(messages.downloadUnder)}
              </a>
            </p>
          </section>
        )}
        <p class="no-print">
          <a class="more" href={link(goalUrls.goals.href())}>
            {t(messages.back)}
          </a>
        </p>
      </div>
    </div>
  )
}

function Figures({ goal, me, names }: GoalPageProps) {
  const locale = useLocale()
  const { t, text } = locale
  const { fields, figures } = goal
  const { baseline, target } = aimOf(fields, figures)
  const start = baseline ?? figures.flatMap(({ year, value }) => (value === null ? [] : [{ year, value }]))[0]
  const rounded = (value: number) => Math.round(value * 10) / 10
  return (
    <Table
      caption={text(messages.figures)}
      rowHeader
      stacks
      columns={[
        { label: text(messages.year) },
        { label: text(messages.figure) },
        { label: text(messages.expected) },
        { label: text(messages.comment) },
        { label: text(messages.enteredBy) },
      ]}
      rows={figures.map(({ year, value, comment, entered_by, entered_at }) => [
        year,
        value === null ? t(messages.takenBack) : figureInWords(value, fields.measured_in, locale),
        start && target
          ? figureInWords(rounded(expectedIn(year, start, target)), fields.measured_in, locale)
          : '–',
        <span class="written">{comment ?? ''}</span>,
        byWhomInWords({ by: entered_by, at: entered_at }, me, names, locale),
      ])}
    />
  )
}

function EnterFigure({ goal, form }: GoalPageProps) {
  const { t, text, link } = useLocale()
  const { typed, errors } = form
  const errorOf = (id: string) => {
    const wrong = errors.find(error => error.id === id)
    return wrong ? { error: text(wrong.message) } : {}
  }
  const unit = goal.fields.measured_in
  return (
    <form
      method="post"
      action={link(goalUrls.goalFigure.href({ id: goal.id }))}
      class="stack stack-close no-print"
    >
      <h3>{t(messages.enterFigure)}</h3>
      {form.isMeanwhile && (
        <Notice kind="warning" title={text(messages.meanwhileTitle)}>
          {text(messages.meanwhile)}
        </Notice>
      )}
      <input type="hidden" name="submission" value={form.submission} />
      <input type="hidden" name="kjent" value={String(goal.entered)} />
      <div class="plan-filter">
        <Field
          id="ar"
          name="ar"
          label={text(messages.year)}
          value={typed.ar}
          inputmode="numeric"
          maxlength={4}
          required
          {...errorOf('ar')}
        />
        <Field
          id="verdi"
          name="verdi"
          label={unit ? `${text(messages.figure)} (${unit})` : text(messages.figure)}
          value={typed.verdi}
          inputmode="decimal"
          maxlength={20}
          {...errorOf('verdi')}
        />
      </div>
      <TextArea
        id="kommentar"
        name="kommentar"
        label={text(messages.comment)}
        hint={text(messages.enterHint)}
        value={typed.kommentar}
        rows={3}
        {...errorOf('kommentar')}
      />
      <p>
        <Button>{t(messages.saveFigure)}</Button>
      </p>
    </form>
  )
}

function Measures({ goal, measures, plans }: GoalPageProps) {
  const { t, text, link } = useLocale()
  return (
    <section class="stack stack-close">
      <h2>{t(messages.answering)}</h2>
      {measures.length === 0 ? (
        <p class="quiet">{t(messages.noAnswering)}</p>
      ) : (
        <>
          <ul class="plain-list">
            {measures.map(measure => (
              <li key={measure.id}>
                <a href={link(urls.measure.href({ id: measure.id }))}>{measure.fields.title}</a>{' '}
                <span class="quiet">
                  {plans.find(plan => plan.id === measure.plan_id)?.fields.title},{' '}
                  {t(answeringState(measure))}
                </span>
              </li>
            ))}
          </ul>
          <AsTable
            caption={text(messages.answering)}
            lines={locale => answeringLines(measures, plans, locale)}
          />
          <p class="no-print">
            <a class="more" href={link(goalUrls.goalFile.href({ id: goal.id }, { del: 'tiltak' }))}>
              {t(messages.downloadAnswering)}
            </a>
          </p>
        </>
      )}
    </section>
  )
}
