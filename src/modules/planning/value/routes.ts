import { route, type Route } from '#platform/http/route.ts'
import { ValueQuery } from './inputs.ts'
import { IdParams, PaperForm } from '../paper/paper.schema.ts'
import { seeScenarios, writeScenarios } from './policy.ts'
import * as scenario from './scenario.tsx'
import { valueUrls } from './urls.ts'
import { downloadValue, showValue } from './value.tsx'

/** The calculation of what early effort is worth, for everybody; those that an organisation has saved, for who leads it. */
export const valueRoutes: Route[] = [
  route({
    method: 'GET',
    path: valueUrls.value.template,
    permission: 'public',
    query: ValueQuery,
    handle: showValue,
  }),
  route({
    method: 'GET',
    path: valueUrls.valueFile.template,
    permission: 'public',
    limit: 'search',
    query: ValueQuery,
    handle: downloadValue,
  }),
  route({
    method: 'GET',
    path: valueUrls.scenarios.template,
    permission: seeScenarios,
    handle: scenario.showScenarios,
  }),
  route({
    method: 'GET',
    path: valueUrls.scenariosFile.template,
    permission: seeScenarios,
    limit: 'search',
    handle: scenario.downloadScenarios,
  }),
  route({
    method: 'GET',
    path: valueUrls.newScenario.template,
    permission: writeScenarios,
    query: scenario.NewScenarioQuery,
    handle: scenario.showNewScenario,
  }),
  route({
    method: 'POST',
    path: valueUrls.newScenario.template,
    permission: writeScenarios,
    query: scenario.NewScenarioQuery,
    body: PaperForm,
    handle: scenario.beginScenario,
  }),
  route({
    method: 'GET',
    path: valueUrls.scenario.template,
    permission: seeScenarios,
    params: IdParams,
    query: scenario.ScenarioQuery,
    handle: scenario.showScenario,
  }),
  route({
    method: 'GET',
    path: valueUrls.scenarioFile.template,
    permission: seeScenarios,
    limit: 'search',
    params: IdParams,
    handle: scenario.downloadVersions,
  }),
  route({
    method: 'GET',
    path: valueUrls.scenarioForm.template,
    permission: writeScenarios,
    params: IdParams,
    query: scenario.ScenarioFormQuery,
    handle: scenario.showScenarioForm,
  }),
  route({
    method: 'POST',
    path: valueUrls.scenarioForm.template,
    permission: writeScenarios,
    params: IdParams,
    body: PaperForm,
    handle: scenario.saveScenario,
  }),
]
