import type { Route } from '#platform/http/route.ts'
import { consultationRoutes } from './consultation/routes.ts'
import { concretisationRoutes } from './concretisation/routes.ts'
import { enquiryRoutes } from './enquiries/routes.ts'
import { guidelineRoutes } from './guidelines/routes.ts'
import { knowledgeRoutes } from './knowledge/routes.ts'
import { measureRoutes } from './measure/routes.ts'
import { planRoutes } from './plan/routes.ts'
import { takeUpRoutes } from './take-up/routes.ts'

/** Every address of plans and what is in them: each resource brings its own. */
export const planningRoutes: Route[] = [
  ...takeUpRoutes,
  ...planRoutes,
  ...measureRoutes,
  ...consultationRoutes,
  ...concretisationRoutes,
  ...guidelineRoutes,
  ...enquiryRoutes,
  ...knowledgeRoutes,
]
