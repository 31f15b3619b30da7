import { today } from '#platform/clock.ts'
import { csvFile } from '#platform/http/csv.ts'
import { notFound, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import { listUnits } from '../paper/home.store.ts'
import { historyFile } from '../paper/history-file.ts'
import type { IdParams } from '../paper/paper.schema.ts'
import { listNames } from '../paper/paper.store.ts'
import type { StepFileQuery } from './method.schema.ts'
import { stepStates, type StepState } from './rules.ts'
import { stepControls } from './step-controls.ts'
import { checklistLines, documentLines } from './step-lines.ts'
import { listDocuments, listTicks } from './step.store.ts'
import { findStepWithRound } from './step.tsx'
import { stepStateNames } from './words.ts'

/** A list of a step for a spreadsheet: its checklist, where its documents lie, or what has happened with it. */
export async function downloadStep(
  context: Context<'GET', typeof IdParams, typeof StepFileQuery, undefined, Action>,
): Promise<Result> {
  const { tx, input, language, clock } = context
  const found = await findStepWithRound(context, input.params.id)
  if (!found) return notFound()
  const { step, home } = found
  const locale = localeOf(language)
  const day = today(clock)
  switch (input.query.del) {
    case 'historikk':
      return historyFile(context, {
        id: step.id,
        controls: stepControls,
        units: await listUnits(tx, home.id),
        nameOfState: state =>
          stepStateNames[stepStates.find((one): one is StepState => one === state) ?? 'not-started'],
      })
    case 'dokumenter': {
      const documents = await listDocuments(tx, [step.id])
      const names = await listNames(
        tx,
        documents.map(one => one.added_by),
      )
      return csvFile(`metode-dokumenter-${day}.csv`, documentLines([step], documents, names, locale))
    }
    default: {
      const ticks = await listTicks(tx, [step.id])
      const names = await listNames(
        tx,
        ticks.map(one => one.ticked_by),
      )
      return csvFile(`metode-sjekkliste-${day}.csv`, checklistLines([step], ticks, names, locale))
    }
  }
}
