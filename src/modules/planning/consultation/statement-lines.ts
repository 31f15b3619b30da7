import { dayInNorway } from '#platform/clock.ts'
import type { Locale } from '#platform/i18n/locale.tsx'
import type { Consultation, Statement } from './consultation.store.ts'
import { messages } from './messages.ts'
import { hasAnswered, outcomeNames } from './words.ts'

/** What was said and what was done with it, then those who were invited and have said nothing. */
export function statementLines(
  { fields }: Consultation,
  statements: readonly Statement[],
  { text }: Locale,
): string[][] {
  const silent = fields.invited.filter(group => !hasAnswered(group, statements))
  return [
    [
      messages.onBehalfOf,
      messages.fileGivenOn,
      messages.text,
      messages.outcome,
      messages.why,
      messages.fileAnsweredOn,
    ].map(message => text(message)),
    ...statements.map(one => [
      one.on_behalf_of,
      one.given_on,
      one.text,
      one.outcome === null ? '' : text(outcomeNames[one.outcome]),
      one.answer ?? '',
      one.answered_at === null ? '' : dayInNorway(one.answered_at),
    ]),
    ...silent.map(group => [group, text(messages.fileSilent), '', '', '', '']),
  ]
}
