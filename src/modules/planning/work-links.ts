import type { WorkLink } from '#platform/auth/work-link.ts'
import { messages } from './plan/messages.ts'
import { seePlans } from './policy.ts'
import { urls } from './urls.ts'

/** The way into the plans. */
export const planningLink: WorkLink = { label: messages.plans, path: urls.plans.href(), permission: seePlans }
