import { today } from '#platform/clock.ts'
import type { Tx } from '#platform/db/sql.ts'
import { csvFile } from '#platform/http/csv.ts'
import { notFound, page, redirect, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import type { Language } from '#platform/i18n/language.ts'
import { localeOf, pageLocaleOf } from '#platform/i18n/locale.tsx'
import { beginByForm, saveByForm, showForm, type Asking } from '../paper/edit.tsx'
import { listHomes, listOrganizationsWith, listUnits, type Home, type Unit } from '../paper/home.store.ts'
import type { IdParams, PaperForm } from '../paper/paper.schema.ts'
import { checkGoal, goalControls } from './goal-controls.ts'
import { figureLines } from './goal-file.ts'
import type { GoalsQuery, HomeQuery } from './goal.schema.ts'
import {
  countGoals,
  findGoal,
  listChosenGoals,
  listGoals,
  listUnitsWithGoals,
  type Goal,
} from './goal.store.ts'
import { GoalList } from './goal-list.view.tsx'
import { knowledgeBeside } from '../knowledge/beside.tsx'
import { messages } from './messages.ts'
import { goalUrls } from './urls.ts'

type Params = typeof IdParams

export const crumbs = (language: Language) => [
  { label: localeOf(language).text(messages.goals), path: goalUrls.goals.href() },
]

/** The year that it is here and now. */
export const yearOf = (clock: Parameters<typeof today>[0]) => Number(today(clock).slice(0, 4))

/** Goals of every organisation where who acts works, as they are chosen. */
export async function showGoals({
  tx,
  input,
  language,
  clock,
}: Context<'GET', undefined, typeof GoalsQuery, undefined, Action>): Promise<Result> {
  const { organisasjon, enhet, tilstand, side } = input.query
  const found = await listChosenGoals(tx, input.query, yearOf(clock))
  const homes = await listOrganizationsWith(tx, 'goal')
  const title = pageLocaleOf(language).text(messages.goals)
  const about = organisasjon ?? homes[0]?.id
  return page(
    {
      title,
      path: goalUrls.goals.href(),
      here: goalUrls.goals.href({ organisasjon, enhet, tilstand, side: side > 1 ? side : null }),
    },
    <GoalList
      title={title}
      {...found}
      total={await countGoals(tx)}
      choice={input.query}
      organizations={homes}
      units={await listUnitsWithGoals(tx)}
      homes={await listHomes(tx)}
      knowledge={about && (await knowledgeBeside(tx, { organizationId: about }))}
    />,
  )
}

/** Those that are chosen. */
function chooseGoals(goals: readonly Goal[], { organisasjon, enhet, tilstand }: GoalsQuery): Goal[] {
  return goals.filter(
    ({ organization_id, fields, standing }) =>
      (organisasjon === undefined || organization_id === organisasjon) &&
      (enhet === undefined || fields.unit === enhet) &&
      (tilstand === undefined || standing === tilstand),
  )
}

/** Units that some goal is for, by name. */
export async function unitsOf(tx: Tx, goals: readonly Goal[]): Promise<Unit[]> {
  const used = new Set(goals.map(({ fields }) => fields.unit))
  const units: Unit[] = []
  for (const id of new Set(goals.map(goal => goal.organization_id))) units.push(...(await listUnits(tx, id)))
  return units.filter(unit => used.has(unit.id))
}

/** The goals that are chosen, with their figures, for a spreadsheet. */
export async function downloadGoals({
  tx,
  input,
  language,
  clock,
}: Context<'GET', undefined, typeof GoalsQuery, undefined, Action>): Promise<Result> {
  const all = await listGoals(tx, yearOf(clock))
  const goals = chooseGoals(all, input.query)
  return csvFile(
    `resultatmal-${today(clock)}.csv`,
    figureLines(goals, all, await unitsOf(tx, goals), localeOf(language)),
  )
}

type Beginning<M extends 'GET' | 'POST', B> = Context<M, undefined, typeof HomeQuery, B, Action>

export async function showNewGoal(context: Beginning<'GET', undefined>): Promise<Result> {
  const asking = await newAsking(context)
  return asking
    ? showForm(context, asking, { fields: { level: 'result', direction: 'up' }, revision: 0 })
    : notFound()
}

export async function beginGoal(context: Beginning<'POST', typeof PaperForm>): Promise<Result> {
  const asking = await newAsking(context)
  if (!asking) return notFound()
  const begun = await beginByForm(context, asking, { kind: 'goal', planId: null })
  return 'id' in begun ? redirect(goalUrls.goal.href({ id: begun.id }, { lagret: 'ja' })) : begun
}

type Asked = Pick<Context<'GET', undefined, undefined, undefined, Action>, 'tx' | 'language' | 'clock'>

/** For the organisation that was asked for, else the first. Null: none of hers. */
async function newAsking(
  context: Asked & { input: { query: { organisasjon?: string | undefined } } },
): Promise<Asking | null> {
  const { organisasjon } = context.input.query
  const homes = await listHomes(context.tx)
  const home: Home | undefined =
    organisasjon === undefined ? homes[0] : homes.find(one => one.id === organisasjon)
  if (!home) return null
  return {
    ...(await askingOf(context, home.id, null)),
    head: {
      title: localeOf(context.language).text(messages.newGoal),
      path: goalUrls.newGoal.href(),
      crumbs: crumbs(context.language),
    },
    action: goalUrls.newGoal.href({ organisasjon: home.id }),
    backHref: goalUrls.goals.href(),
  }
}

/** @param but the goal itself, which is not its own parent */
async function askingOf({ tx, clock }: Asked, organizationId: string, but: string | null) {
  const goals = await listGoals(tx, yearOf(clock))
  const parents = goals.filter(
    ({ id, organization_id, fields }) =>
      organization_id === organizationId && fields.level === 'master' && id !== but,
  )
  return { lead: messages.formLead, controls: goalControls(parents), organizationId, check: checkGoal }
}

export async function showGoalForm(
  context: Context<'GET', Params, undefined, undefined, Action>,
): Promise<Result> {
  const goal = await findGoal(context.tx, context.input.params.id, yearOf(context.clock))
  return goal?.may_write ? showForm(context, await editAsking(context, goal), goal) : notFound()
}

/** Saves a goal; what two have changed comes back to the second, with all she wrote. */
export async function saveGoal(
  context: Context<'POST', Params, undefined, typeof PaperForm, Action>,
): Promise<Result> {
  const goal = await findGoal(context.tx, context.input.params.id, yearOf(context.clock))
  if (!goal?.may_write) return notFound()
  const again = await saveByForm(context, await editAsking(context, goal), goal)
  return again ?? redirect(goalUrls.goal.href({ id: goal.id }, { lagret: 'ja' }))
}

async function editAsking(context: Asked, goal: Goal): Promise<Asking> {
  return {
    ...(await askingOf(context, goal.organization_id, goal.id)),
    head: {
      title: localeOf(context.language).text(messages.editGoal),
      path: goalUrls.goalForm.href({ id: goal.id }),
      crumbs: [
        ...crumbs(context.language),
        { label: goal.fields.title, path: goalUrls.goal.href({ id: goal.id }) },
      ],
    },
    action: goalUrls.goalForm.href({ id: goal.id }),
    backHref: goalUrls.goal.href({ id: goal.id }),
  }
}
