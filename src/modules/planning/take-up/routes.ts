import { route, type Route } from '#platform/http/route.ts'
import { PaperForm } from '../paper/paper.schema.ts'
import { writePlans } from '../policy.ts'
import { urls } from '../urls.ts'
import { showTakeUp, takeUp, TakeUpQuery } from './take-up.tsx'

/** Where gaps, findings, goals and rooms become measures. */
export const takeUpRoutes: Route[] = [
  route({
    method: 'GET',
    path: urls.takeUp.template,
    permission: writePlans,
    query: TakeUpQuery,
    handle: showTakeUp,
  }),
  route({
    method: 'POST',
    path: urls.takeUp.template,
    permission: writePlans,
    query: TakeUpQuery,
    body: PaperForm,
    handle: takeUp,
  }),
]
