import { route, type Route } from '#platform/http/route.ts'
import { StepForm } from '../draft/form.ts'
import type { CatalogueParts } from '../parts.ts'
import { hideService, HidingForm, showHiding } from '../coverage/hiding.tsx'
import { askLinkCheck, EmptyForm } from '../links/ask-link-check.ts'
import { moveDraft, MoveForm, showMove } from '../moves/move.tsx'
import {
  decideCoverage,
  editServices,
  moveServices,
  publishServices,
  readServices,
  setPublishingRule,
} from '../policy.ts'
import { showPreview } from '../preview/preview-page.tsx'
import { urls } from '../urls.ts'
import { confirmService, showConfirmation } from './confirmation.tsx'
import {
  answerQuestion,
  showQuestion,
  showQuestionPreview,
  showQuestions,
} from '../coverage/coverage-page.tsx'
import {
  ConfirmationForm,
  DraftListQuery,
  DraftParams,
  NewDraftForm,
  NewDraftQuery,
  Press,
  StepParams,
  StepQuery,
} from './draft-list.schema.ts'
import { beginDraft, showDrafts, showNewDraft } from './draft-list.tsx'
import {
  ArchivingForm,
  CoverageAnswer,
  DraftQuery,
  HistoryQuery,
  PublicationForm,
  QuestionsQuery,
  RestorationForm,
  ReviewDecisionForm,
  ReviewForm,
} from './draft-page.schema.ts'
import { archiveDraft, askForReview, copyDraft, decideReview, showDraft } from './draft-page.tsx'
import { showHistory } from './history.tsx'
import { publishDraft, restoreVersion, showPublication } from './publication.tsx'
import { PublishingRuleForm, RuleQuery, setRule, showPublishingRule } from './publishing-rule.tsx'
import { saveStepForm, showStep } from './step.tsx'

/** Addresses behind the login: services as they are written, looked at and published. */
export function publishingRoutes(parts: CatalogueParts): Route[] {
  const params = DraftParams
  return [
    route({
      method: 'GET',
      path: urls.drafts.template,
      limit: 'search',
      permission: readServices,
      personal: ['q'],
      query: DraftListQuery,
      handle: showDrafts,
    }),
    route({
      method: 'GET',
      path: urls.newDraft.template,
      permission: editServices,
      query: NewDraftQuery,
      handle: showNewDraft,
    }),
    route({
      method: 'POST',
      path: urls.newDraft.template,
      permission: editServices,
      body: NewDraftForm,
      handle: beginDraft,
    }),
    route({
      method: 'GET',
      path: urls.draft.template,
      permission: readServices,
      params,
      query: DraftQuery,
      handle: c => showDraft(c, parts),
    }),
    route({
      method: 'GET',
      path: urls.draftMove.template,
      permission: moveServices,
      params,
      handle: showMove,
    }),
    route({
      method: 'POST',
      path: urls.draftMove.template,
      permission: moveServices,
      params,
      body: MoveForm,
      handle: moveDraft,
    }),
    route({
      method: 'GET',
      path: urls.draftStep.template,
      permission: editServices,
      params: StepParams,
      query: StepQuery,
      handle: c => showStep(c, parts),
    }),
    route({
      method: 'POST',
      path: urls.draftStep.template,
      permission: editServices,
      params: StepParams,
      body: StepForm,
      handle: c => saveStepForm(c, parts),
    }),
    route({
      method: 'GET',
      path: urls.draftPreview.template,
      permission: readServices,
      params,
      handle: c => showPreview(c, parts),
    }),
    route({
      method: 'GET',
      path: urls.draftHistory.template,
      permission: readServices,
      params,
      query: HistoryQuery,
      handle: c => showHistory(c, parts),
    }),
    route({
      method: 'POST',
      path: urls.draftRestoration.template,
      permission: editServices,
      params,
      body: RestorationForm,
      handle: restoreVersion,
    }),
    route({
      method: 'POST',
      path: urls.draftCopy.template,
      permission: editServices,
      params,
      body: Press,
      handle: copyDraft,
    }),
    route({
      method: 'POST',
      path: urls.review.template,
      permission: editServices,
      params,
      body: ReviewForm,
      handle: c => askForReview(c, parts),
    }),
    route({
      method: 'POST',
      path: urls.reviewDecision.template,
      permission: publishServices,
      params,
      body: ReviewDecisionForm,
      handle: c => decideReview(c, parts),
    }),
    route({
      method: 'GET',
      path: urls.publication.template,
      permission: publishServices,
      params,
      handle: c => showPublication(c, parts),
    }),
    route({
      method: 'POST',
      path: urls.publication.template,
      permission: publishServices,
      params,
      body: PublicationForm,
      handle: c => publishDraft(c, parts),
    }),
    route({
      method: 'POST',
      path: urls.archiving.template,
      permission: editServices,
      params,
      body: ArchivingForm,
      handle: c => archiveDraft(c, parts),
    }),
    route({
      method: 'POST',
      path: urls.linkCheck.template,
      permission: editServices,
      params,
      body: EmptyForm,
      handle: askLinkCheck,
    }),
    route({
      method: 'GET',
      path: urls.confirmation.template,
      permission: editServices,
      params,
      handle: showConfirmation,
    }),
    route({
      method: 'POST',
      path: urls.confirmation.template,
      permission: editServices,
      params,
      body: ConfirmationForm,
      handle: confirmService,
    }),
    route({
      method: 'GET',
      path: urls.coverageRequests.template,
      permission: decideCoverage,
      query: QuestionsQuery,
      handle: c => showQuestions(c, parts),
    }),
    route({
      method: 'GET',
      path: urls.coverageRequest.template,
      permission: decideCoverage,
      params,
      handle: c => showQuestion(c, parts),
    }),
    route({
      method: 'GET',
      path: urls.coveragePreview.template,
      permission: decideCoverage,
      params,
      handle: c => showQuestionPreview(c, parts),
    }),
    route({
      method: 'POST',
      path: urls.coverageRequest.template,
      permission: decideCoverage,
      params,
      body: CoverageAnswer,
      handle: c => answerQuestion(c, parts),
    }),
    route({
      method: 'GET',
      path: urls.hiding.template,
      permission: decideCoverage,
      handle: c => showHiding(c, parts),
    }),
    route({
      method: 'POST',
      path: urls.hiding.template,
      permission: decideCoverage,
      body: HidingForm,
      handle: c => hideService(c, parts),
    }),
    route({
      method: 'GET',
      path: urls.publishingRule.template,
      permission: setPublishingRule,
      query: RuleQuery,
      handle: showPublishingRule,
    }),
    route({
      method: 'POST',
      path: urls.publishingRule.template,
      permission: setPublishingRule,
      body: PublishingRuleForm,
      handle: setRule,
    }),
  ]
}
