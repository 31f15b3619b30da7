import type { ComponentChildren } from 'preact'
import { pagesOf } from '#platform/paging.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Select } from '#ui/field/field.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { Table } from '#ui/table/table.tsx'
import type { Home, Unit } from '../paper/home.store.ts'
import { valueUrls } from '../value/urls.ts'
import { messages as valueMessages } from '../value/messages.ts'
import { GoalMark } from './goal-parts.view.tsx'
import type { GoalsQuery } from './goal.schema.ts'
import type { ChosenGoals, Goal } from './goal.store.ts'
import { messages } from './messages.ts'
import { goalStates } from './rules.ts'
import { goalUrls } from './urls.ts'
import { goalStateNames, pointInWords } from './words.ts'

type GoalListProps = ChosenGoals & {
  title: string
  /** Also those that are not chosen. */
  total: number
  choice: GoalsQuery
  /** Those that have goals. */
  organizations: readonly Home[]
  units: readonly Unit[]
  /** Where who acts may write goals. */
  homes: readonly Home[]
  /** What is known about the place, beside what it wants. */
  knowledge: ComponentChildren
}

/** Goals under the goals of the master plan they belong to: what is measured, where it is and how it goes. */
export function GoalList(props: GoalListProps) {
  const { t, text, localText, link } = useLocale()
  const { chosen, total, choice, organizations, homes } = props
  const [first] = organizations
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{props.title}</h1>
        <p class="lead">{t(messages.goalsLead)}</p>
        <p class="row no-print">
          {homes.map(home => (
            <ButtonLink key={home.id} href={link(goalUrls.newGoal.href({ organisasjon: home.id }))}>
              {homes.length === 1
                ? t(messages.newGoal)
                : t(messages.newGoalFor, { home: localText(home.name) })}
            </ButtonLink>
          ))}
          {first && (
            <ButtonLink
              kind="quiet"
              href={link(goalUrls.report.href({ organisasjon: choice.organisasjon ?? first.id }))}
            >
              {t(messages.readReport)}
            </ButtonLink>
          )}
        </p>
      </div>
      <div class="stack">
        {total === 0 ? (
          <Empty title={text(messages.none)}>
            {text(homes.length > 0 ? messages.noneText : messages.noneToRead)}
          </Empty>
        ) : (
          <>
            <Choice {...props} />
            {props.goals.length === 0 ? (
              <Empty title={text(messages.noHits)}>
                <a href={link(goalUrls.goals.href())}>{t(messages.showAll)}</a>
              </Empty>
            ) : (
              <Groups {...props} />
            )}
            <Pagination
              page={choice.side}
              pages={pagesOf(chosen)}
              href={side => link(goalUrls.goals.href({ ...choice, side }))}
            />
            <p class="row no-print">
              <a class="more" href={link(goalUrls.goalsFile.href({ ...choice, side: null }))}>
                {t(messages.download)}
              </a>
              <a class="more" href={link(valueUrls.value.href())}>
                {t(valueMessages.title)}
              </a>
            </p>
            <p class="quiet small">{t(messages.stateText)}</p>
            {props.knowledge}
          </>
        )}
      </div>
    </div>
  )
}

function Choice({ choice, organizations, units }: GoalListProps) {
  const { t, text, localText, link } = useLocale()
  const any = { value: '', label: text(messages.all) }
  const named = (some: readonly (Home | Unit)[]) =>
    some.map(one => ({ value: one.id, label: localText(one.name) }))
  return (
    <form method="get" action={link(goalUrls.goals.href())} class="plan-filter no-print">
      {organizations.length > 1 && (
        <Select
          id="organisasjon"
          name="organisasjon"
          label={text(messages.organization)}
          value={choice.organisasjon ?? ''}
          options={[any, ...named(organizations)]}
        />
      )}
      {units.length > 0 && (
        <Select
          id="enhet"
          name="enhet"
          label={text(messages.unit)}
          value={choice.enhet ?? ''}
          options={[any, ...named(units)]}
        />
      )}
      <Select
        id="tilstand"
        name="tilstand"
        label={text(messages.state)}
        value={choice.tilstand ?? ''}
        options={[any, ...goalStates.map(value => ({ value, label: text(goalStateNames[value]) }))]}
      />
      <Button kind="quiet">{t(messages.show)}</Button>
    </form>
  )
}

function Groups({ goals, parents: known, units }: GoalListProps) {
  const { text, localText, link } = useLocale()
  const parents = known.filter(({ fields }) => fields.level === 'master')
  const unitOf = ({ fields }: Goal) => localText(units.find(unit => unit.id === fields.unit)?.name)
  const ordered = goals.toSorted((a, b) => unitOf(a).localeCompare(unitOf(b), 'nb'))
  const isParent = (goal: Goal) => parents.some(({ id }) => id === goal.id)
  const rest = ordered.filter(goal => !isParent(goal) && !parents.some(({ id }) => id === goal.fields.parent))
  return (
    <>
      {parents.map(parent => {
        const some = ordered.filter(goal => goal.fields.parent === parent.id && !isParent(goal))
        if (some.length === 0 && !goals.some(({ id }) => id === parent.id)) return null
        return (
          <section key={parent.id} class="stack stack-close">
            <h2>
              <a href={link(goalUrls.goal.href({ id: parent.id }))}>{parent.fields.title}</a>
            </h2>
            {some.length > 0 && (
              <GoalTable
                caption={`${text(messages.goals)}: ${parent.fields.title}`}
                goals={some}
                units={units}
              />
            )}
          </section>
        )
      })}
      {rest.length > 0 && (
        <section class="stack stack-close">
          {parents.length > 0 && <h2>{text(messages.noParent)}</h2>}
          <GoalTable caption={text(messages.goals)} goals={rest} units={units} />
        </section>
      )}
    </>
  )
}

type GoalTableProps = { caption: string; goals: readonly Goal[]; units: readonly Unit[] }

/** Goals as a table: whose, from where to where, the latest figure, how it goes. */
export function GoalTable({ caption, goals, units }: GoalTableProps) {
  const locale = useLocale()
  const { text, localText, link } = locale
  return (
    <Table
      caption={caption}
      rowHeader
      stacks
      columns={[
        { label: text(messages.goalTitle) },
        { label: text(messages.unit) },
        { label: text(messages.baseline) },
        { label: text(messages.target) },
        { label: text(messages.last) },
        { label: text(messages.state) },
      ]}
      rows={goals.map(({ id, fields, figures, standing }) => {
        const last = figures.findLast(({ value }) => value !== null)
        return [
          <a href={link(goalUrls.goal.href({ id }))}>{fields.title}</a>,
          localText(units.find(unit => unit.id === fields.unit)?.name) || text(messages.whole),
          pointInWords(fields.base_year, fields.base_value, fields.measured_in, locale) || '–',
          pointInWords(fields.target_year, fields.target_value, fields.measured_in, locale) || '–',
          last ? pointInWords(last.year, last.value, fields.measured_in, locale) : '–',
          <GoalMark state={standing} />,
        ]
      })}
    />
  )
}
