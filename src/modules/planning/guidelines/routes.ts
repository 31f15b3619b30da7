import { route, type Route } from '#platform/http/route.ts'
import { IdParams, PaperForm } from '../paper/paper.schema.ts'
import { keepGuidance, seeGuidance } from '../policy.ts'
import { urls } from '../urls.ts'
import { downloadGuidelineHistory } from './guideline-history.ts'
import { downloadAcknowledgements, downloadGuidelines } from './guidelines-file.ts'
import {
  AcknowledgementForm,
  GuidelinesQuery,
  HomeQuery,
  PublicationForm,
  SavedQuery,
} from './guideline.schema.ts'
import * as guideline from './guidelines.tsx'

const params = IdParams
const [see, keep] = [seeGuidance, keepGuidance]

/** Guidelines from above, and that they were seen. */
export const guidelineRoutes: Route[] = [
  route({
    method: 'GET',
    path: urls.guidelines.template,
    permission: see,
    query: GuidelinesQuery,
    handle: guideline.showGuidelines,
  }),
  route({
    method: 'GET',
    path: urls.guidelinesFile.template,
    permission: see,
    limit: 'search',
    handle: downloadGuidelines,
  }),
  route({
    method: 'GET',
    path: urls.newGuideline.template,
    permission: keep,
    query: HomeQuery,
    handle: guideline.showNewGuideline,
  }),
  route({
    method: 'POST',
    path: urls.newGuideline.template,
    permission: keep,
    query: HomeQuery,
    body: PaperForm,
    handle: guideline.beginGuideline,
  }),
  route({
    method: 'GET',
    path: urls.guideline.template,
    permission: see,
    params,
    query: SavedQuery,
    handle: guideline.showGuideline,
  }),
  route({
    method: 'GET',
    path: urls.guidelineFile.template,
    permission: see,
    limit: 'search',
    params,
    handle: downloadAcknowledgements,
  }),
  route({
    method: 'GET',
    path: urls.guidelineHistory.template,
    permission: see,
    limit: 'search',
    params,
    handle: downloadGuidelineHistory,
  }),
  route({
    method: 'GET',
    path: urls.guidelineForm.template,
    permission: keep,
    params,
    handle: guideline.showGuidelineForm,
  }),
  route({
    method: 'POST',
    path: urls.guidelineForm.template,
    permission: keep,
    params,
    body: PaperForm,
    handle: guideline.saveGuideline,
  }),
  route({
    method: 'POST',
    path: urls.guidelinePublication.template,
    permission: keep,
    params,
    body: PublicationForm,
    handle: guideline.decideGuideline,
  }),
  route({
    method: 'POST',
    path: urls.acknowledgement.template,
    permission: keep,
    params,
    body: AcknowledgementForm,
    handle: guideline.acknowledgeGuideline,
  }),
]
