import { ageBands, targetGroups } from '#modules/catalogue/index.ts'
import type { Locale } from '#platform/i18n/locale.tsx'
import type { Message } from '#platform/i18n/messages.ts'
import { reasonNames } from '../task/reason-words.ts'
import { messages } from './messages.ts'
import { overlapBands, type FindingKind, type Suggestion } from './suggestions.ts'

export const kindNames: Record<FindingKind, Message> = {
  need: messages.need,
  overlap: messages.overlap,
  resource: messages.resource,
}

const needTitles: Record<Suggestion['room']['state'], Message> = {
  open: messages.emptyRoom,
  empty: messages.emptyRoom,
  missing: messages.missingRoom,
  voluntary: messages.voluntaryRoom,
  others: messages.othersRoom,
}

/** The title that a finding begins with. */
export function suggestedTitle({ kind, room }: Suggestion, { text, localText }: Locale): string {
  const message = kind === 'overlap' ? messages.overlapIn : needTitles[room.state]
  return text(message, { room: localText(room.entry.name) }).slice(0, 200)
}

/** What it rests on: who said what, or which services for whom. */
export function suggestedText(suggestion: Suggestion, locale: Locale): string {
  const { text, localText, list } = locale
  if (suggestion.kind === 'overlap')
    return text(messages.overlapText, {
      services: list(suggestion.services.map(({ name }) => localText(name))),
      groups: list(suggestion.groups.map(code => localText(targetGroups.get(code)?.name) || code)),
      ages:
        suggestion.bands.length === overlapBands.length
          ? text(messages.allAges)
          : list(suggestion.bands.map(code => localText(ageBands.get(code)?.name) || code)),
    })
  return suggestion.none
    .map(({ respondent, answer }) =>
      text(messages.said, {
        unit: localText(respondent.name),
        reason: [answer.reason && text(reasonNames[answer.reason]), answer.text].filter(Boolean).join(': '),
      }),
    )
    .join('\n')
}
