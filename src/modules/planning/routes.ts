import type { Geography } from '#modules/areas/index.ts'
import type { SearchKnowledge } from '#modules/catalogue/index.ts'
import type { Route } from '#platform/http/route.ts'
import { consultationRoutes } from './consultation/routes.ts'
import { concretisationRoutes } from './concretisation/routes.ts'
import { goalRoutes } from './goals/routes.ts'
import { cooperationRoutes } from './cooperation/routes.ts'
import { methodRoutes } from './method/routes.ts'
import { enquiryRoutes } from './enquiries/routes.ts'
import { guidelineRoutes } from './guidelines/routes.ts'
import { knowledgeRoutes } from './knowledge/routes.ts'
import { measureRoutes } from './measure/routes.ts'
import { planRoutes } from './plan/routes.ts'
import { takeUpRoutes } from './take-up/routes.ts'
import { valueRoutes } from './value/routes.ts'

/** What the pages of plans need from outside. */
export type PlanningParts = { geography: Geography; search: SearchKnowledge }

/** Every address of the module: each resource brings its own. */
export const planningRoutes = ({ geography, search }: PlanningParts): Route[] => [
  ...takeUpRoutes({ geography, search }),
  ...planRoutes,
  ...measureRoutes,
  ...consultationRoutes,
  ...concretisationRoutes,
  ...goalRoutes,
  ...valueRoutes,
  ...methodRoutes(geography),
  ...cooperationRoutes,
  ...guidelineRoutes,
  ...enquiryRoutes,
  ...knowledgeRoutes,
]
