import { today } from '#platform/clock.ts'
import { csvFile } from '#platform/http/csv.ts'
import { notFound, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import { historyFile } from '../paper/history-file.ts'
import type { IdParams } from '../paper/paper.schema.ts'
import { listNames } from '../paper/paper.store.ts'
import { listPlans } from '../plan/plan.store.ts'
import { answeringLines } from './answering-lines.ts'
import { enteredLines } from './entered-lines.ts'
import { goalControls } from './goal-controls.ts'
import { figureLines } from './goal-file.ts'
import type { GoalFileQuery } from './goal.schema.ts'
import { findGoal, listAnswering, listFigures, listGoals } from './goal.store.ts'
import { unitsOf, yearOf } from './goals.tsx'
import { messages } from './messages.ts'

/** A list of a goal for a spreadsheet: all its figures, what was changed of what it says, measures that answer it, or the goals under it. */
export async function downloadGoal(
  context: Context<'GET', typeof IdParams, typeof GoalFileQuery, undefined, Action>,
): Promise<Result> {
  const { tx, input, language, clock } = context
  const goal = await findGoal(tx, input.params.id, yearOf(clock))
  if (!goal) return notFound()
  const day = today(clock)
  const locale = localeOf(language)
  switch (input.query.del) {
    case 'endringer':
      return historyFile(context, {
        id: goal.id,
        controls: goalControls(await listGoals(tx, yearOf(clock))),
        units: await unitsOf(tx, [goal]),
        nameOfState: () => messages.state,
        states: [],
      })
    case 'tiltak': {
      const lines = answeringLines(await listAnswering(tx, goal.id), await listPlans(tx), locale)
      return csvFile(`mal-tiltak-${day}.csv`, lines)
    }
    case 'undermal': {
      const under = (await listGoals(tx, yearOf(clock))).filter(({ fields }) => fields.parent === goal.id)
      return csvFile(`undermal-${day}.csv`, figureLines(under, [goal], await unitsOf(tx, under), locale))
    }
    default: {
      const rows = await listFigures(tx, [goal.id])
      const names = await listNames(
        tx,
        rows.map(row => row.entered_by),
      )
      return csvFile(`mal-tall-${day}.csv`, enteredLines(goal, rows, names, locale))
    }
  }
}
