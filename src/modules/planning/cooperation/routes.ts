import { route, type Route } from '#platform/http/route.ts'
import { IdParams, PaperForm } from '../paper/paper.schema.ts'
import { seeCooperation, writeCooperation } from '../policy.ts'
import { urls } from '../urls.ts'
import { CooperationQuery, SavedQuery, VersionParams } from './cooperation.schema.ts'
import * as cooperation from './cooperation.tsx'

const params = IdParams

/** What units say of their cooperation: found, read, written. */
export const cooperationRoutes: Route[] = [
  route({
    method: 'GET',
    path: urls.cooperations.template,
    permission: seeCooperation,
    limit: 'search',
    query: CooperationQuery,
    handle: cooperation.showCooperations,
  }),
  route({
    method: 'GET',
    path: urls.cooperationsFile.template,
    permission: seeCooperation,
    limit: 'search',
    query: CooperationQuery,
    handle: cooperation.downloadCooperations,
  }),
  route({
    method: 'GET',
    path: urls.cooperation.template,
    permission: seeCooperation,
    params,
    query: SavedQuery,
    handle: cooperation.showCooperation,
  }),
  route({
    method: 'GET',
    path: urls.cooperationFile.template,
    permission: seeCooperation,
    limit: 'search',
    params,
    handle: cooperation.downloadCooperation,
  }),
  route({
    method: 'GET',
    path: urls.cooperationForm.template,
    permission: writeCooperation,
    params,
    handle: cooperation.showCooperationForm,
  }),
  route({
    method: 'POST',
    path: urls.cooperationForm.template,
    permission: writeCooperation,
    params,
    body: PaperForm,
    handle: cooperation.saveCooperation,
  }),
  route({
    method: 'GET',
    path: urls.cooperationVersion.template,
    permission: seeCooperation,
    params: VersionParams,
    handle: cooperation.showCooperationVersion,
  }),
]
