import type { Geography } from '#modules/areas/index.ts'
import { route, type Route } from '#platform/http/route.ts'
import { IdParams, PaperForm, StateForm } from '../paper/paper.schema.ts'
import { runMethod, seeMethod, seeMethodStatus } from '../policy.ts'
import { urls } from '../urls.ts'
import * as guide from './guide.tsx'
import {
  DocumentForm,
  DocumentRemovalForm,
  EndForm,
  GuideStepParams,
  MethodQuery,
  OpenForm,
  RoundFileQuery,
  SavedQuery,
  StatusQuery,
  StepFileQuery,
  TicksForm,
} from './method.schema.ts'
import * as round from './round.tsx'
import * as status from './status.tsx'
import { downloadStep } from './step-file.ts'
import * as step from './step.tsx'

const params = IdParams

/** The guide for everybody. */
const guideRoutes: Route[] = [
  route({
    method: 'GET',
    path: urls.guide.template,
    permission: 'public',
    kept: true,
    handle: guide.showGuide,
  }),
  route({
    method: 'GET',
    path: urls.guideFile.template,
    permission: 'public',
    kept: true,
    limit: 'search',
    handle: guide.downloadGuide,
  }),
  route({
    method: 'GET',
    path: urls.guideStep.template,
    permission: 'public',
    kept: true,
    params: GuideStepParams,
    handle: guide.showGuideStep,
  }),
]

/** Steps of a round, and what is kept of them. */
const stepRoutes: Route[] = [
  route({
    method: 'GET',
    path: urls.step.template,
    permission: seeMethod,
    params,
    query: SavedQuery,
    handle: step.showStep,
  }),
  route({
    method: 'GET',
    path: urls.stepFile.template,
    permission: seeMethod,
    limit: 'search',
    params,
    query: StepFileQuery,
    handle: downloadStep,
  }),
  route({
    method: 'GET',
    path: urls.stepForm.template,
    permission: runMethod,
    params,
    handle: step.showStepForm,
  }),
  route({
    method: 'POST',
    path: urls.stepForm.template,
    permission: runMethod,
    params,
    body: PaperForm,
    handle: step.saveStep,
  }),
  route({
    method: 'POST',
    path: urls.stepState.template,
    permission: runMethod,
    params,
    body: StateForm,
    handle: step.setStepState,
  }),
  route({
    method: 'POST',
    path: urls.stepTicks.template,
    permission: runMethod,
    params,
    body: TicksForm,
    handle: step.saveTicks,
  }),
  route({
    method: 'POST',
    path: urls.stepDocuments.template,
    permission: runMethod,
    params,
    body: DocumentForm,
    handle: step.saveDocument,
  }),
  route({
    method: 'POST',
    path: urls.stepDocumentRemoval.template,
    permission: runMethod,
    params,
    body: DocumentRemovalForm,
    handle: step.takeDocumentAway,
  }),
]

/** The method: its guide, one's own rounds, and how the municipalities get on. */
export function methodRoutes(geography: Geography): Route[] {
  return [
    ...guideRoutes,
    route({
      method: 'GET',
      path: urls.methodStatus.template,
      permission: seeMethodStatus,
      query: StatusQuery,
      handle: c => status.showMethodStatus(c, geography),
    }),
    route({
      method: 'GET',
      path: urls.methodStatusFile.template,
      permission: seeMethodStatus,
      limit: 'search',
      query: StatusQuery,
      handle: c => status.downloadMethodStatus(c, geography),
    }),
    route({
      method: 'GET',
      path: urls.method.template,
      permission: seeMethod,
      query: MethodQuery,
      handle: round.showMethod,
    }),
    route({
      method: 'GET',
      path: urls.roundsFile.template,
      permission: seeMethod,
      limit: 'search',
      query: MethodQuery,
      handle: round.downloadRounds,
    }),
    route({
      method: 'POST',
      path: urls.rounds.template,
      permission: runMethod,
      body: OpenForm,
      handle: round.beginRound,
    }),
    route({
      method: 'GET',
      path: urls.round.template,
      permission: seeMethod,
      params,
      query: SavedQuery,
      handle: round.showRound,
    }),
    route({
      method: 'GET',
      path: urls.roundFile.template,
      permission: seeMethod,
      limit: 'search',
      params,
      query: RoundFileQuery,
      handle: round.downloadRound,
    }),
    route({
      method: 'POST',
      path: urls.roundEnd.template,
      permission: runMethod,
      params,
      body: EndForm,
      handle: round.finishRound,
    }),
    ...stepRoutes,
  ]
}
