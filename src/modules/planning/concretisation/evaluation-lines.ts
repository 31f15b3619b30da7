import type { Locale } from '#platform/i18n/locale.tsx'
import { whoOf, type Names } from '../paper/words.ts'
import type { Evaluation } from './concretisation.store.ts'
import { messages } from './messages.ts'
import { outcomeNames } from './words.ts'

/** How a new service went, the newest evaluation first: days as `YYYY-MM-DD`. */
export function evaluationLines(
  evaluations: readonly Evaluation[],
  names: Names,
  { text }: Locale,
): string[][] {
  const head = [messages.outcome, messages.found, messages.fileDay, messages.fileWho, messages.fileNextOn]
  return [
    head.map(label => text(label)),
    ...evaluations.map(one => [
      text(outcomeNames[one.outcome]),
      one.text,
      one.written_on,
      whoOf(one.written_by, names),
      one.next_on ?? '',
    ]),
  ]
}
