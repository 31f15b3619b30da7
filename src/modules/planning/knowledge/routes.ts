import { route, type Route } from '#platform/http/route.ts'
import { IdParams } from '../paper/paper.schema.ts'
import { keepGuidance, seeGuidance } from '../policy.ts'
import { urls } from '../urls.ts'
import * as importing from './import.tsx'
import {
  RemovalForm,
  ImportForm,
  IndicatorForm,
  KnowledgeFileQuery,
  KnowledgeQuery,
  LinkForm,
  SavingForm,
  ValueForm,
} from './indicator.schema.ts'
import * as indicator from './indicator.tsx'
import * as file from './knowledge-file.ts'
import * as knowledge from './knowledge.tsx'

const [params, query] = [IdParams, KnowledgeQuery]
const [see, keep] = [seeGuidance, keepGuidance]

/** What is known about a place. */
export const knowledgeRoutes: Route[] = [
  route({
    method: 'GET',
    path: urls.knowledge.template,
    permission: see,
    query,
    handle: knowledge.showKnowledge,
  }),
  route({
    method: 'GET',
    path: urls.knowledgeFile.template,
    permission: see,
    limit: 'search',
    query: KnowledgeFileQuery,
    handle: file.downloadKnowledge,
  }),
  route({
    method: 'GET',
    path: urls.systemLinksFile.template,
    permission: see,
    limit: 'search',
    query,
    handle: file.downloadSystems,
  }),
  route({
    method: 'POST',
    path: urls.systemLinks.template,
    permission: keep,
    query,
    body: LinkForm,
    handle: knowledge.addLink,
  }),
  route({
    method: 'POST',
    path: urls.systemLinkRemoval.template,
    permission: keep,
    params,
    body: RemovalForm,
    handle: knowledge.removeLink,
  }),
  route({
    method: 'GET',
    path: urls.newIndicator.template,
    permission: keep,
    query,
    handle: indicator.showNewIndicator,
  }),
  route({
    method: 'POST',
    path: urls.newIndicator.template,
    permission: keep,
    query,
    body: IndicatorForm,
    handle: indicator.beginIndicator,
  }),
  route({
    method: 'GET',
    path: urls.knowledgeImport.template,
    permission: keep,
    query,
    handle: importing.showImport,
  }),
  route({
    method: 'POST',
    path: urls.knowledgeImport.template,
    permission: keep,
    query,
    upload: { limitBytes: importing.LARGEST_FILE + 1 },
    body: ImportForm,
    handle: importing.previewImport,
  }),
  route({
    method: 'POST',
    path: urls.knowledgeImportSaving.template,
    permission: keep,
    query,
    body: SavingForm,
    handle: importing.saveImport,
  }),
  route({
    method: 'GET',
    path: urls.indicator.template,
    permission: see,
    params,
    query,
    handle: indicator.showIndicator,
  }),
  route({
    method: 'GET',
    path: urls.indicatorFile.template,
    permission: see,
    limit: 'search',
    params,
    handle: file.downloadIndicator,
  }),
  route({
    method: 'POST',
    path: urls.indicatorValue.template,
    permission: keep,
    params,
    body: ValueForm,
    handle: indicator.addValue,
  }),
]
