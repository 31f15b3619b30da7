import { route, type Route } from '#platform/http/route.ts'
import { HomeQuery, SavedQuery } from '../guidelines/guideline.schema.ts'
import { IdParams, PaperForm } from '../paper/paper.schema.ts'
import { keepGuidance, seeGuidance } from '../policy.ts'
import { urls } from '../urls.ts'
import * as enquiry from './enquiries.tsx'
import { downloadAnswers, downloadEnquiries } from './enquiries-file.ts'
import { AnswerForm, AnswersFileQuery, EnquiriesQuery, SubmissionForm } from './enquiry.schema.ts'
import * as gathered from './gathered.tsx'
import { answerEnquiry, sendEnquiry, showEnquiry } from './enquiry.tsx'

const params = IdParams
const [see, keep] = [seeGuidance, keepGuidance]

/** What municipalities are asked from above, and what they answer. */
export const enquiryRoutes: Route[] = [
  route({
    method: 'GET',
    path: urls.enquiries.template,
    permission: see,
    query: EnquiriesQuery,
    handle: enquiry.showEnquiries,
  }),
  route({
    method: 'GET',
    path: urls.enquiryListFile.template,
    permission: see,
    limit: 'search',
    handle: downloadEnquiries,
  }),
  route({
    method: 'GET',
    path: urls.newEnquiry.template,
    permission: keep,
    query: HomeQuery,
    handle: enquiry.showNewEnquiry,
  }),
  route({
    method: 'POST',
    path: urls.newEnquiry.template,
    permission: keep,
    query: HomeQuery,
    body: PaperForm,
    handle: enquiry.beginEnquiry,
  }),
  route({
    method: 'GET',
    path: urls.enquiriesGathered.template,
    permission: keep,
    handle: gathered.showGathered,
  }),
  route({
    method: 'GET',
    path: urls.enquiriesFile.template,
    permission: keep,
    limit: 'search',
    handle: gathered.downloadGathered,
  }),
  route({
    method: 'GET',
    path: urls.enquiry.template,
    permission: see,
    params,
    query: SavedQuery,
    handle: showEnquiry,
  }),
  route({
    method: 'GET',
    path: urls.enquiryFile.template,
    permission: see,
    limit: 'search',
    params,
    query: AnswersFileQuery,
    handle: downloadAnswers,
  }),
  route({
    method: 'GET',
    path: urls.enquiryForm.template,
    permission: keep,
    params,
    handle: enquiry.showEnquiryForm,
  }),
  route({
    method: 'POST',
    path: urls.enquiryForm.template,
    permission: keep,
    params,
    body: PaperForm,
    handle: enquiry.saveEnquiry,
  }),
  route({
    method: 'POST',
    path: urls.enquirySending.template,
    permission: keep,
    params,
    body: SubmissionForm,
    handle: sendEnquiry,
  }),
  route({
    method: 'POST',
    path: urls.enquiryAnswer.template,
    permission: keep,
    params,
    body: AnswerForm,
    handle: answerEnquiry,
  }),
]
