import type { Message } from '#platform/i18n/messages.ts'
import type { GapKind } from './gaps.ts'
import { messages } from './messages.ts'

export const kindNames: Record<GapKind, Message> = {
  missing: messages.headMissing,
  voluntary: messages.headVoluntary,
  others: messages.headOthers,
  empty: messages.headEmpty,
  age: messages.headAge,
  group: messages.headGroup,
  'decision-only': messages.headDecision,
  'few-age': messages.headFewAge,
  few: messages.headFew,
  unmet: messages.headUnmet,
}
