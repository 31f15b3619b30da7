import { route, type Route } from '#platform/http/route.ts'
import { ErrorReport, FoundAnswer } from './feedback/feedback.schema.ts'
import { saveAnswer, saveReport, showReport, showThanks } from './feedback/feedback.tsx'
import { importRoutes } from './import/import-routes.ts'
import { AreaParams } from './overview/overview.schema.ts'
import { showCountry, showCounty, showMunicipality } from './overview/overview.tsx'
import type { CatalogueParts } from './parts.ts'
import { publishingRoutes } from './publishing/routes.ts'
import { insightRoutes } from './reports/routes.ts'
import { PlaceQuery, PlaceSuggestionQuery } from './places/place.schema.ts'
import { findPlace, suggestPlaces } from './places/place.tsx'
import { SavedQuery } from './saved/saved.schema.ts'
import { showSaved } from './saved/saved.tsx'
import { SearchQuery, SuggestionQuery } from './search/search.schema.ts'
import { showSearch, suggest } from './search/search.tsx'
import { ServiceParams, ServiceQuery } from './service/service.schema.ts'
import { showService } from './service/service.tsx'
import { closeFeedback, readFeedback, seeUnconfirmed } from './policy.ts'
import { urls } from './urls.ts'
import { manageWebhooks } from './webhooks/webhooks.policy.ts'
import {
  registerWebhook,
  RemovalForm,
  removeOneWebhook,
  showWebhooks,
  WebhookForm,
  WebhookParams,
} from './webhooks/webhooks.tsx'
import {
  ClosingForm,
  closeTold,
  showFeedback,
  showTold,
  ToldParams,
} from './feedback-answers/feedback-answers.tsx'
import { showUnconfirmed } from './work-desk/unconfirmed.tsx'

/** Every address of the catalogue. */
export function catalogueRoutes(parts: CatalogueParts): Route[] {
  return [
    ...importRoutes(parts.geography),
    route({
      method: 'GET',
      path: urls.search.template,
      permission: 'public',
      limit: 'search',
      personal: ['q'],
      kept: 'when-said',
      query: SearchQuery,
      handle: c => showSearch(c, parts),
    }),
    route({
      method: 'GET',
      path: urls.suggestions.template,
      permission: 'public',
      limit: 'search',
      personal: ['q'],
      query: SuggestionQuery,
      handle: c => suggest(c, parts.search),
    }),
    route({
      method: 'GET',
      path: urls.service.template,
      permission: 'public',
      kept: true,
      params: ServiceParams,
      query: ServiceQuery,
      seen: ({ id }, day) => parts.views?.note(id, day),
      handle: c => showService(c, parts),
    }),
    route({
      method: 'GET',
      path: urls.report.template,
      permission: 'public',
      params: ServiceParams,
      handle: showReport,
    }),
    route({
      method: 'POST',
      path: urls.report.template,
      permission: 'public',
      params: ServiceParams,
      body: ErrorReport,
      limit: 'form',
      handle: saveReport,
    }),
    route({
      method: 'GET',
      path: urls.municipality.template,
      permission: 'public',
      kept: true,
      params: AreaParams,
      handle: c => showMunicipality(c, parts),
    }),
    route({
      method: 'GET',
      path: urls.county.template,
      permission: 'public',
      kept: true,
      params: AreaParams,
      handle: c => showCounty(c, parts),
    }),
    route({
      method: 'GET',
      path: urls.country.template,
      permission: 'public',
      kept: true,
      handle: c => showCountry(c, parts),
    }),
    route({
      method: 'GET',
      path: urls.place.template,
      permission: 'public',
      limit: 'search',
      personal: ['sted', 'q'],
      query: PlaceQuery,
      handle: c => findPlace(c, parts.search),
    }),
    route({
      method: 'GET',
      path: urls.placeSuggestions.template,
      permission: 'public',
      limit: 'search',
      personal: ['q'],
      query: PlaceSuggestionQuery,
      handle: suggestPlaces,
    }),
    route({
      method: 'POST',
      path: urls.feedback.template,
      permission: 'public',
      body: FoundAnswer,
      limit: 'form',
      handle: c => saveAnswer(c, parts.geography),
    }),
    route({ method: 'GET', path: urls.thanks.template, permission: 'public', handle: showThanks }),
    route({
      method: 'GET',
      path: urls.saved.template,
      permission: 'public',
      personal: ['tilbud'],
      query: SavedQuery,
      handle: c => showSaved(c, parts.geography),
    }),
    route({
      method: 'GET',
      path: urls.webhooks.template,
      permission: manageWebhooks,
      handle: c => showWebhooks(c, parts.vault),
    }),
    route({
      method: 'POST',
      path: urls.webhooks.template,
      permission: manageWebhooks,
      body: WebhookForm,
      handle: c => registerWebhook(c, parts.vault),
    }),
    route({
      method: 'POST',
      path: urls.webhookRemoval.template,
      permission: manageWebhooks,
      params: WebhookParams,
      body: RemovalForm,
      handle: removeOneWebhook,
    }),
    ...publishingRoutes(parts),
    ...insightRoutes(parts),
    route({
      method: 'GET',
      path: urls.unconfirmed.template,
      permission: seeUnconfirmed,
      handle: showUnconfirmed,
    }),
    route({
      method: 'GET',
      path: urls.feedbackList.template,
      permission: readFeedback,
      handle: showFeedback,
    }),
    route({
      method: 'GET',
      path: urls.toldFeedback.template,
      permission: readFeedback,
      params: ToldParams,
      handle: showTold,
    }),
    route({
      method: 'POST',
      path: urls.toldFeedback.template,
      permission: closeFeedback,
      params: ToldParams,
      body: ClosingForm,
      handle: closeTold,
    }),
  ]
}
