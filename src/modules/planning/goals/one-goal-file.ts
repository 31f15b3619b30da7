import { today } from '#platform/clock.ts'
import { csvFile } from '#platform/http/csv.ts'
import { notFound, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import { historyFile } from '../paper/history-file.ts'
import type { IdParams } from '../paper/paper.schema.ts'
import { listNames } from '../paper/paper.store.ts'
import { enteredLines } from './entered-lines.ts'
import { goalControls } from './goal-controls.ts'
import type { GoalFileQuery } from './goal.schema.ts'
import { findGoal, listFigures, listGoals } from './goal.store.ts'
import { unitsOf, yearOf } from './goals.tsx'
import { messages } from './messages.ts'

/** All figures of a goal for a spreadsheet, or what was changed of what it says. */
export async function downloadGoal(
  context: Context<'GET', typeof IdParams, typeof GoalFileQuery, undefined, Action>,
): Promise<Result> {
  const { tx, input, language, clock } = context
  const goal = await findGoal(tx, input.params.id, yearOf(clock))
  if (!goal) return notFound()
  if (input.query.del === 'endringer')
    return historyFile(context, {
      id: goal.id,
      controls: goalControls(await listGoals(tx, yearOf(clock))),
      units: await unitsOf(tx, [goal]),
      nameOfState: () => messages.state,
      states: [],
    })
  const rows = await listFigures(tx, [goal.id])
  const names = await listNames(
    tx,
    rows.map(row => row.entered_by),
  )
  return csvFile(`mal-tall-${today(clock)}.csv`, enteredLines(goal, rows, names, localeOf(language)))
}
