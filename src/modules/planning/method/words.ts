import type { Message } from '#platform/i18n/messages.ts'
import { messages } from './messages.ts'
import type { StepState } from './rules.ts'

export const stepStateNames: Record<StepState, Message> = {
  'not-started': messages.notStarted,
  started: messages.started,
  done: messages.done,
}
