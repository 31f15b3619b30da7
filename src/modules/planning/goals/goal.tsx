import { randomUUID } from 'node:crypto'
import { invalid, notFound, page, redirect, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { listOrganizations } from '../paper/home.store.ts'
import { listPlans } from '../plan/plan.store.ts'
import type { FieldError } from '../paper/control.ts'
import type { IdParams } from '../paper/paper.schema.ts'
import { changesSince, listNames } from '../paper/paper.store.ts'
import { decimalNumber } from '../paper/read-form.ts'
import { goalControls } from './goal-controls.ts'
import type { FigureForm, SavedQuery } from './goal.schema.ts'
import { findGoal, insertFigure, listAnswering, listFigures, listGoals, type Goal } from './goal.store.ts'
import { GoalPage, type FigureFormState } from './goal.view.tsx'
import { crumbs, unitsOf, yearOf } from './goals.tsx'
import { messages } from './messages.ts'
import { goalUrls } from './urls.ts'

type Anyhow = Pick<
  Context<'GET', undefined, undefined, undefined, Action>,
  'tx' | 'actor' | 'language' | 'clock'
>

/** A goal: what it is, its figures, and what is done to reach it. */
export async function showGoal(
  context: Context<'GET', typeof IdParams, typeof SavedQuery, undefined, Action>,
): Promise<Result> {
  const goal = await findGoal(context.tx, context.input.params.id, yearOf(context.clock))
  return goal ? show(context, goal, null, context.input.query.lagret === 'ja') : notFound()
}

/** Enters the figure of a year; who comes second is told so. */
export async function enterFigure(
  context: Context<'POST', typeof IdParams, undefined, typeof FigureForm, Action>,
): Promise<Result> {
  const { tx, actor, input, clock } = context
  const year = yearOf(clock)
  const goal = await findGoal(tx, input.params.id, year)
  if (!goal?.may_enter) return notFound()
  const { submission, kjent, ar, verdi, kommentar } = input.body
  const typed = { ar, verdi, kommentar }
  const value = decimalNumber(verdi)
  const errors = wrongIn(typed, value, year)
  if (errors.length > 0) return show(context, goal, { submission, typed, errors, isMeanwhile: false }, false)
  const entered = await insertFigure(
    tx,
    goal.id,
    { year: Number(ar), value: value ?? null, comment: kommentar, submission, known: kjent },
    actor.personId,
  )
  if (entered === 'entered') return redirect(goalUrls.goal.href({ id: goal.id }, { lagret: 'ja' }))
  const now = await findGoal(tx, goal.id, year)
  return show(context, now ?? goal, { submission: randomUUID(), typed, errors: [], isMeanwhile: true }, false)
}

function wrongIn(
  typed: FigureFormState['typed'],
  value: number | null | undefined,
  year: number,
): FieldError[] {
  const errors: FieldError[] = []
  if (!/^\d{4}$/.test(typed.ar) || Number(typed.ar) < 1990 || Number(typed.ar) > year)
    errors.push({ id: 'ar', message: messages.wrongYear })
  if (value === undefined) errors.push({ id: 'verdi', message: messages.wrongValue })
  else if (value === null && typed.kommentar === '')
    errors.push({ id: 'verdi', message: messages.wrongComment })
  if (typed.kommentar.length > 2000) errors.push({ id: 'kommentar', message: messages.longComment })
  return errors
}

async function show(
  { tx, actor, language, clock }: Anyhow,
  goal: Goal,
  sent: FigureFormState | null,
  isSaved: boolean,
): Promise<Result> {
  const year = yearOf(clock)
  const family = (await listGoals(tx, year)).filter(
    ({ id, fields }) => id === goal.fields.parent || fields.parent === goal.id,
  )
  const [home] = await listOrganizations(tx, [goal.organization_id])
  const entered = await listFigures(tx, [goal.id])
  const changes = await changesSince(tx, goal.id, 0)
  const empty = { ar: String(year), verdi: '', kommentar: '' }
  return (sent ? invalid : page)(
    {
      title: goal.fields.title,
      path: goalUrls.goal.href({ id: goal.id }),
      crumbs: crumbs(language),
    },
    <GoalPage
      goal={goal}
      home={home ?? null}
      parent={family.find(({ id }) => id === goal.fields.parent) ?? null}
      children={family.filter(({ fields }) => fields.parent === goal.id)}
      units={await unitsOf(tx, [goal, ...family])}
      measures={await listAnswering(tx, goal.id)}
      entered={entered}
      changes={changes}
      controls={goalControls(family)}
      plans={await listPlans(tx)}
      form={sent ?? { submission: randomUUID(), typed: empty, errors: [], isMeanwhile: false }}
      isSaved={isSaved}
      me={actor.personId}
      names={await listNames(tx, [
        ...entered.map(({ entered_by }) => entered_by),
        ...changes.map(({ person_id }) => person_id),
      ])}
    />,
  )
}
