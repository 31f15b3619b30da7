import { route, type Route } from '#platform/http/route.ts'
import { IdParams, PaperForm } from '../paper/paper.schema.ts'
import { seePlans, writePlans } from '../policy.ts'
import { urls } from '../urls.ts'
import {
  ConcretisationQuery,
  EvaluationForm,
  NewConcretisationQuery,
  PressForm,
  StepParams,
} from './concretisation.schema.ts'
import * as concretisation from './concretisation.tsx'
import { downloadConcretisations, downloadEvaluations } from './concretisations-file.ts'

const params = IdParams

/** What is written before a new service gets public money, the draft it ends in, and its evaluation. */
export const concretisationRoutes: Route[] = [
  route({
    method: 'GET',
    path: urls.concretisations.template,
    permission: seePlans,
    handle: concretisation.showConcretisations,
  }),
  route({
    method: 'GET',
    path: urls.concretisationsFile.template,
    permission: seePlans,
    limit: 'search',
    handle: downloadConcretisations,
  }),
  route({
    method: 'GET',
    path: urls.newConcretisation.template,
    permission: writePlans,
    query: NewConcretisationQuery,
    handle: concretisation.showNew,
  }),
  route({
    method: 'POST',
    path: urls.newConcretisation.template,
    permission: writePlans,
    query: NewConcretisationQuery,
    body: PaperForm,
    handle: concretisation.begin,
  }),
  route({
    method: 'GET',
    path: urls.concretisation.template,
    permission: seePlans,
    params,
    query: ConcretisationQuery,
    handle: concretisation.showConcretisation,
  }),
  route({
    method: 'GET',
    path: urls.concretisationFile.template,
    permission: seePlans,
    limit: 'search',
    params,
    handle: downloadEvaluations,
  }),
  route({
    method: 'GET',
    path: urls.concretisationStep.template,
    permission: writePlans,
    params: StepParams,
    handle: concretisation.showStep,
  }),
  route({
    method: 'POST',
    path: urls.concretisationStep.template,
    permission: writePlans,
    params: StepParams,
    body: PaperForm,
    handle: concretisation.saveStep,
  }),
  route({
    method: 'POST',
    path: urls.wantedService.template,
    permission: writePlans,
    params,
    body: PressForm,
    handle: concretisation.makeService,
  }),
  route({
    method: 'POST',
    path: urls.evaluation.template,
    permission: writePlans,
    params,
    body: EvaluationForm,
    handle: concretisation.evaluate,
  }),
  route({
    method: 'POST',
    path: urls.concretisationEnd.template,
    permission: writePlans,
    params,
    body: PressForm,
    handle: concretisation.close,
  }),
]
