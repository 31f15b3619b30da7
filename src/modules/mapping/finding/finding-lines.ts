import { rooms } from '#modules/catalogue/index.ts'
import type { Locale } from '#platform/i18n/locale.tsx'
import type { Finding } from './finding.store.ts'
import { kindNames, suggestedText, suggestedTitle } from './finding-words.ts'
import { messages } from './messages.ts'
import type { Suggestion } from './suggestions.ts'

/** What was found, with what came of it. */
export function findingLines(findings: readonly Finding[], { text, localText }: Locale): string[][] {
  const head = [
    messages.findings,
    messages.room,
    messages.title,
    messages.text,
    messages.outcome,
    messages.fileNote,
  ]
  return [
    head.map(label => text(label)),
    ...findings.map(finding => [
      text(kindNames[finding.kind]),
      localText(finding.room === null ? null : rooms.get(finding.room)?.name),
      finding.title,
      finding.text ?? '',
      finding.isSolved === null ? '' : text(finding.isSolved ? messages.solved : messages.notSolved),
      finding.outcomeNote ?? '',
    ]),
  ]
}

/** What can be reckoned and is no finding yet. */
export function suggestionLines(suggestions: readonly Suggestion[], locale: Locale): string[][] {
  const head = [messages.suggestion, messages.kind, messages.room, messages.text]
  return [
    head.map(label => locale.text(label)),
    ...suggestions.map(one => [
      suggestedTitle(one, locale),
      locale.text(kindNames[one.kind]),
      locale.localText(one.room.entry.name),
      suggestedText(one, locale),
    ]),
  ]
}
