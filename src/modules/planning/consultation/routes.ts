import { route, type Route } from '#platform/http/route.ts'
import { IdParams, PaperForm } from '../paper/paper.schema.ts'
import { seePlans, writePlans } from '../policy.ts'
import { urls } from '../urls.ts'
import { AnswerForm, ConsultationQuery, StatementForm } from './consultation.schema.ts'
import * as consultation from './consultation.tsx'
import { downloadStatements } from './statements-file.ts'

const params = IdParams

/** Consultations about plans, with what was said. */
export const consultationRoutes: Route[] = [
  route({
    method: 'GET',
    path: urls.newConsultation.template,
    permission: writePlans,
    params,
    handle: consultation.showNewConsultation,
  }),
  route({
    method: 'POST',
    path: urls.newConsultation.template,
    permission: writePlans,
    params,
    body: PaperForm,
    handle: consultation.beginConsultation,
  }),
  route({
    method: 'GET',
    path: urls.consultation.template,
    permission: seePlans,
    params,
    query: ConsultationQuery,
    handle: consultation.showConsultation,
  }),
  route({
    method: 'GET',
    path: urls.consultationFile.template,
    permission: seePlans,
    limit: 'search',
    params,
    handle: downloadStatements,
  }),
  route({
    method: 'GET',
    path: urls.consultationForm.template,
    permission: writePlans,
    params,
    handle: consultation.showConsultationForm,
  }),
  route({
    method: 'POST',
    path: urls.consultationForm.template,
    permission: writePlans,
    params,
    body: PaperForm,
    handle: consultation.saveConsultation,
  }),
  route({
    method: 'POST',
    path: urls.statement.template,
    permission: writePlans,
    params,
    body: StatementForm,
    handle: consultation.enterStatement,
  }),
  route({
    method: 'POST',
    path: urls.answer.template,
    permission: writePlans,
    params,
    body: AnswerForm,
    handle: consultation.answerStatement,
  }),
]
