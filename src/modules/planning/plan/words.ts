import type { Message } from '#platform/i18n/messages.ts'
import { messages } from './messages.ts'
import type { PlanState, PlanType } from './plan.schema.ts'

export const planTypeNames: Record<PlanType, Message> = { action: messages.action, other: messages.other }

export const planStateNames: Record<PlanState, Message> = {
  draft: messages.draft,
  'in-consultation': messages.inConsultation,
  adopted: messages.adopted,
  closed: messages.closed,
}
