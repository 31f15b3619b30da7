import type { Message } from '#platform/i18n/messages.ts'
import type { AnswerOutcome } from './consultation.schema.ts'
import type { Statement } from './consultation.store.ts'
import { messages } from './messages.ts'

/** What was done with a statement. */
export const outcomeNames: Record<AnswerOutcome, Message> = {
  followed: messages.followed,
  partly: messages.partly,
  'not-followed': messages.notFollowed,
  noted: messages.noted,
}

/** Has a group that was invited said something? */
export const hasAnswered = (group: string, statements: readonly Statement[]) =>
  statements.some(({ on_behalf_of }) => on_behalf_of.toLowerCase() === group.toLowerCase())
