import type { WorkLink } from '#platform/auth/work-link.ts'
import { messages as cooperationMessages } from './cooperation/messages.ts'
import { messages as methodMessages } from './method/messages.ts'
import { messages } from './plan/messages.ts'
import { seeCooperation, seeMethod, seePlans } from './policy.ts'
import { urls } from './urls.ts'

/** The way into the plans. */
export const planningLink: WorkLink = { label: messages.plans, path: urls.plans.href(), permission: seePlans }

/** The way into one's own rounds of the method. */
export const methodLink: WorkLink = {
  label: methodMessages.method,
  path: urls.method.href(),
  permission: seeMethod,
}

/** The way into what units say of their cooperation. */
export const cooperationLink: WorkLink = {
  label: cooperationMessages.cooperation,
  path: urls.cooperations.href(),
  permission: seeCooperation,
}
