import type { WorkLink } from '#platform/auth/work-link.ts'
import { messages as enquiryMessages } from './enquiries/messages.ts'
import { messages as guidelineMessages } from './guidelines/messages.ts'
import { messages as knowledgeMessages } from './knowledge/messages.ts'
import { messages } from './plan/messages.ts'
import { seeGuidance, seePlans } from './policy.ts'
import { urls } from './urls.ts'

/** The ways to what comes from above, and to what is known. */
export const guidanceLinks: WorkLink[] = [
  { label: guidelineMessages.guidelines, path: urls.guidelines.href(), permission: seeGuidance },
  { label: knowledgeMessages.knowledge, path: urls.knowledge.href(), permission: seeGuidance },
  { label: enquiryMessages.enquiries, path: urls.enquiries.href(), permission: seeGuidance },
]

/** The way into the plans. */
export const planningLink: WorkLink = { label: messages.plans, path: urls.plans.href(), permission: seePlans }
