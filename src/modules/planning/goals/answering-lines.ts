import type { Locale } from '#platform/i18n/locale.tsx'
import { measureStates } from '../measure/rules.ts'
import { measureStateNames } from '../measure/words.ts'
import type { Plan } from '../plan/plan.store.ts'
import type { Answering } from './goal.store.ts'
import { messages, reportMessages } from './messages.ts'

/** How an answering measure stands; one that nobody has set a state of has not started. */
export const answeringState = ({ state }: Answering) =>
  measureStateNames[measureStates.find(one => one === state) ?? 'not-started']

/** The measures that answer a goal, each with its plan: days as `YYYY-MM-DD`. */
export function answeringLines(
  measures: readonly Answering[],
  plans: readonly Plan[],
  { text }: Locale,
): string[][] {
  const head = [
    reportMessages.measure,
    reportMessages.plan,
    messages.responsible,
    messages.fileFrom,
    messages.fileTo,
    reportMessages.status,
  ]
  return [
    head.map(label => text(label)),
    ...measures.map(one => [
      one.fields.title,
      plans.find(plan => plan.id === one.plan_id)?.fields.title ?? '',
      one.fields.responsible,
      one.fields.starts_on ?? '',
      one.fields.ends_on ?? '',
      text(answeringState(one)),
    ]),
  ]
}
