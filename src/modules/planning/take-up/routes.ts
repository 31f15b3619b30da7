import { route, type Route } from '#platform/http/route.ts'
import { PaperForm } from '../paper/paper.schema.ts'
import { writePlans } from '../policy.ts'
import { urls } from '../urls.ts'
import { showTakeUp, takeUp, TakeUpQuery } from './take-up.tsx'
import type { TitleParts } from './title.ts'

/** Where gaps, findings, goals and rooms become measures. */
export const takeUpRoutes = (parts: TitleParts): Route[] => [
  route({
    method: 'GET',
    path: urls.takeUp.template,
    permission: writePlans,
    query: TakeUpQuery,
    handle: c => showTakeUp(c, parts),
  }),
  route({
    method: 'POST',
    path: urls.takeUp.template,
    permission: writePlans,
    query: TakeUpQuery,
    body: PaperForm,
    handle: c => takeUp(c, parts),
  }),
]
