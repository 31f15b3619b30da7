import { useLocale } from '#platform/i18n/locale.tsx'
import { pagesOf } from '#platform/paging.ts'
import type { LocalText } from '#platform/i18n/language.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Select } from '#ui/field/field.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { Table } from '#ui/table/table.tsx'
import { yearsInWords } from '../measure/words.ts'
import type { Home } from '../paper/home.store.ts'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import { planStates, planTypes, type PlanListQuery } from './plan.schema.ts'
import type { Plan } from './plan.store.ts'
import { planStateNames, planTypeNames } from './words.ts'

export type PlanListProps = {
  title: string
  /** Those of the page. */
  plans: readonly Plan[]
  /** On all pages. */
  chosen: number
  /** Also those that are not chosen. */
  total: number
  choice: PlanListQuery
  /** Shown where there are several. */
  organizations: ReadonlyMap<string, LocalText>
  counts: ReadonlyMap<string, { measures: number; done: number }>
  /** Of those that are out for consultation: `YYYY-MM-DD` by id. */
  deadlines: ReadonlyMap<string, string>
  /** Where who acts may begin plans. */
  homes: readonly Home[]
}

/** Plans of one's organisations: the register. */
export function PlanList(props: PlanListProps) {
  const { t, text, link, local, localText, date } = useLocale()
  const { plans, choice, organizations, counts } = props
  const severalHomes = organizations.size > 1
  const inFile = { ...choice, side: null }
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{props.title}</h1>
        <p class="lead">{t(messages.plansLead)}</p>
        <p class="row no-print">
          {props.homes.map(home => (
            <ButtonLink key={home.id} href={link(urls.newPlan.href({ organisasjon: home.id }))}>
              {props.homes.length === 1
                ? t(messages.newPlan)
                : t(messages.newPlanFor, { home: localText(home.name) })}
            </ButtonLink>
          ))}
        </p>
      </div>
      <div class="stack">
        {props.total > 0 && <Choice choice={choice} />}
        {plans.length === 0 ? (
          <NoPlans {...props} />
        ) : (
          <Table
            caption={text(messages.count, { n: props.chosen })}
            rowHeader
            stacks
            columns={[
              { label: text(messages.planTitle) },
              ...(severalHomes ? [{ label: text(messages.organization) }] : []),
              { label: text(messages.type) },
              { label: text(messages.period) },
              { label: text(messages.state) },
              { label: text(messages.measures) },
            ]}
            rows={plans.map(plan => {
              const count = counts.get(plan.id)
              const deadline = props.deadlines.get(plan.id)
              return [
                <a href={link(urls.plan.href({ id: plan.id }))}>{plan.fields.title}</a>,
                ...(severalHomes ? [local(organizations.get(plan.organization_id))] : []),
                t(planTypeNames[plan.fields.type]),
                yearsInWords(plan.fields.from_year, plan.fields.to_year),
                <>
                  {t(planStateNames[plan.state])}
                  {deadline && <div class="small">{t(messages.answerBy, { date: date(deadline) })}</div>}
                </>,
                count ? t(messages.doneOf, { done: count.done, n: count.measures }) : t(messages.noMeasures),
              ]
            })}
          />
        )}
        {plans.length > 0 && (
          <p class="row no-print">
            <a class="more" href={link(urls.plansFile.href(inFile))}>
              {t(messages.downloadPlans)}
            </a>
            <a class="more" href={link(urls.plansFile.href({ ...inFile, del: 'forsinket' }))}>
              {t(messages.downloadLate)}
            </a>
          </p>
        )}
        <Pagination
          page={choice.side}
          pages={pagesOf(props.chosen)}
          href={side => link(urls.plans.href({ ...choice, side }))}
        />
        <p class="no-print">
          <a class="more" href={link(urls.concretisations.href())}>
            {t(messages.concretisations)}
          </a>
        </p>
      </div>
    </div>
  )
}

function Choice({ choice }: { choice: PlanListQuery }) {
  const { t, text, link } = useLocale()
  const all = { value: '', label: text(messages.all) }
  return (
    <form method="get" action={link(urls.plans.href())} class="plan-filter no-print">
      <Select
        id="slag"
        name="slag"
        label={text(messages.type)}
        value={choice.slag ?? ''}
        options={[all, ...planTypes.map(value => ({ value, label: text(planTypeNames[value]) }))]}
      />
      <Select
        id="tilstand"
        name="tilstand"
        label={text(messages.state)}
        value={choice.tilstand ?? ''}
        options={[all, ...planStates.map(value => ({ value, label: text(planStateNames[value]) }))]}
      />
      <Button kind="quiet">{t(messages.show)}</Button>
    </form>
  )
}

function NoPlans({ total, homes }: PlanListProps) {
  const { t, text, link } = useLocale()
  if (total > 0)
    return (
      <Empty title={text(messages.noHits)}>
        <p>
          <a href={link(urls.plans.href())}>{t(messages.showAll)}</a>
        </p>
      </Empty>
    )
  return (
    <Empty title={text(messages.none)}>
      {text(homes.length > 0 ? messages.noneText : messages.noneToRead)}
    </Empty>
  )
}
