import type { Message } from '#platform/i18n/messages.ts'
import type { EvaluationOutcome } from './concretisation.schema.ts'
import { messages } from './messages.ts'
import type { Progress } from './steps.ts'

export const progressNames: Record<Progress, Message> = {
  writing: messages.writing,
  ready: messages.ready,
  made: messages.made,
  closed: messages.closed,
}

export const outcomeNames: Record<EvaluationOutcome, Message> = {
  continue: messages.continue,
  change: messages.changeIt,
  stop: messages.stop,
}
