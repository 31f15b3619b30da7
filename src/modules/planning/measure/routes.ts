import { route, type Route } from '#platform/http/route.ts'
import { IdParams, PaperForm, StateForm } from '../paper/paper.schema.ts'
import { seePlans, writePlans } from '../policy.ts'
import { urls } from '../urls.ts'
import * as measure from './measure.tsx'

const params = IdParams

/** Measures of plans. */
export const measureRoutes: Route[] = [
  route({
    method: 'GET',
    path: urls.newMeasure.template,
    permission: writePlans,
    params,
    handle: measure.showNewMeasure,
  }),
  route({
    method: 'POST',
    path: urls.newMeasure.template,
    permission: writePlans,
    params,
    body: PaperForm,
    handle: measure.beginMeasure,
  }),
  route({
    method: 'GET',
    path: urls.measure.template,
    permission: seePlans,
    params,
    query: measure.MeasureQuery,
    handle: measure.showMeasure,
  }),
  route({
    method: 'GET',
    path: urls.measureHistory.template,
    permission: seePlans,
    limit: 'search',
    params,
    handle: measure.downloadMeasureHistory,
  }),
  route({
    method: 'GET',
    path: urls.measureForm.template,
    permission: writePlans,
    params,
    handle: measure.showMeasureForm,
  }),
  route({
    method: 'POST',
    path: urls.measureForm.template,
    permission: writePlans,
    params,
    body: PaperForm,
    handle: measure.saveMeasure,
  }),
  route({
    method: 'POST',
    path: urls.measureState.template,
    permission: writePlans,
    params,
    body: StateForm,
    handle: measure.setMeasureState,
  }),
]
