import type { Message } from '#platform/i18n/messages.ts'
import { messages } from './messages.ts'
import type { Reason } from './rules.ts'

export const reasonNames: Record<Reason, Message> = {
  'not-ours': messages.reasonNotOurs,
  others: messages.reasonOthers,
  'no-need': messages.reasonNoNeed,
  'no-means': messages.reasonNoMeans,
  planned: messages.reasonPlanned,
  other: messages.reasonOther,
}
