import type { WorkLink } from '#platform/auth/work-link.ts'
import { messages as cooperationMessages } from './cooperation/messages.ts'
import { messages as methodMessages } from './method/messages.ts'
import { messages } from './plan/messages.ts'
import { messages as goalMessages } from './goals/messages.ts'
import { seeGoals } from './goals/policy.ts'
import { goalUrls } from './goals/urls.ts'
import { messages as enquiryMessages } from './enquiries/messages.ts'
import { messages as guidelineMessages } from './guidelines/messages.ts'
import { messages as knowledgeMessages } from './knowledge/messages.ts'
import { seeCooperation, seeGuidance, seeMethod, seePlans } from './policy.ts'
import { urls } from './urls.ts'
import { seeScenarios } from './value/policy.ts'
import { scenarioMessages } from './value/scenario-messages.ts'
import { valueUrls } from './value/urls.ts'

/** The ways to what comes from above, and to what is known. */
export const guidanceLinks: WorkLink[] = [
  { label: guidelineMessages.guidelines, path: urls.guidelines.href(), permission: seeGuidance },
  { label: knowledgeMessages.knowledge, path: urls.knowledge.href(), permission: seeGuidance },
  { label: enquiryMessages.enquiries, path: urls.enquiries.href(), permission: seeGuidance },
]

/** The way into the plans. */
export const planningLink: WorkLink = { label: messages.plans, path: urls.plans.href(), permission: seePlans }

/** The ways to what is measured, and to what it is worth. */
export const goalLinks: WorkLink[] = [
  { label: goalMessages.goals, path: goalUrls.goals.href(), permission: seeGoals },
  { label: scenarioMessages.menu, path: valueUrls.scenarios.href(), permission: seeScenarios },
]
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
