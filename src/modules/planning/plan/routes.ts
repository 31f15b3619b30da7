import { route, type Route } from '#platform/http/route.ts'
import { IdParams, PaperForm, StateForm } from '../paper/paper.schema.ts'
import { seePlans, writePlans } from '../policy.ts'
import { urls } from '../urls.ts'
import { NewPlanQuery, PlanFileQuery, PlanListFileQuery, PlanListQuery, PlanQuery } from './plan.schema.ts'
import * as plan from './plan.tsx'
import { downloadPlans } from './register-file.ts'

const params = IdParams

/** The register and the page of a plan. */
export const planRoutes: Route[] = [
  route({
    method: 'GET',
    path: urls.plans.template,
    permission: seePlans,
    query: PlanListQuery,
    handle: plan.showPlans,
  }),
  route({
    method: 'GET',
    path: urls.plansFile.template,
    permission: seePlans,
    limit: 'search',
    query: PlanListFileQuery,
    handle: downloadPlans,
  }),
  route({
    method: 'GET',
    path: urls.newPlan.template,
    permission: writePlans,
    query: NewPlanQuery,
    handle: plan.showNewPlan,
  }),
  route({
    method: 'POST',
    path: urls.newPlan.template,
    permission: writePlans,
    query: NewPlanQuery,
    body: PaperForm,
    handle: plan.beginPlan,
  }),
  route({
    method: 'GET',
    path: urls.plan.template,
    permission: seePlans,
    params,
    query: PlanQuery,
    handle: plan.showPlan,
  }),
  route({
    method: 'GET',
    path: urls.planForm.template,
    permission: writePlans,
    params,
    handle: plan.showPlanForm,
  }),
  route({
    method: 'POST',
    path: urls.planForm.template,
    permission: writePlans,
    params,
    body: PaperForm,
    handle: plan.savePlan,
  }),
  route({
    method: 'POST',
    path: urls.planState.template,
    permission: writePlans,
    params,
    body: StateForm,
    handle: plan.setPlanState,
  }),
  route({
    method: 'GET',
    path: urls.planFile.template,
    permission: seePlans,
    limit: 'search',
    params,
    query: PlanFileQuery,
    handle: plan.downloadPlan,
  }),
  route({
    method: 'GET',
    path: urls.planHistory.template,
    permission: seePlans,
    limit: 'search',
    params,
    handle: plan.downloadPlanHistory,
  }),
]
