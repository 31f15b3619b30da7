import { route, type Route } from '#platform/http/route.ts'
import type { CatalogueParts } from '../parts.ts'
import { readServices, seeReports, seeUnmetNeed } from '../policy.ts'
import { DraftParams } from '../publishing/draft-list.schema.ts'
import { showUnmetNeed, UnmetNeedQuery } from '../unmet-need/unmet-need-page.tsx'
import { urls } from '../urls.ts'
import { showOwnViews, showViews } from '../views/views.tsx'
import { ReportParams, ReportQuery } from './report.schema.ts'
import { downloadReport, showReport, showReports } from './reports.tsx'

/** Addresses behind the login of what tells how it goes: reports, views, searches without a hit. */
export function insightRoutes({ geography }: CatalogueParts): Route[] {
  return [
    route({
      method: 'GET',
      path: urls.reports.template,
      permission: seeReports,
      query: ReportQuery,
      handle: c => showReports(c, geography),
    }),
    route({
      method: 'GET',
      path: urls.reportOf.template,
      permission: seeReports,
      params: ReportParams,
      query: ReportQuery,
      handle: c => showReport(c, geography),
    }),
    route({
      method: 'GET',
      path: urls.reportFile.template,
      permission: seeReports,
      limit: 'search',
      params: ReportParams,
      query: ReportQuery,
      handle: c => downloadReport(c, geography),
    }),
    route({ method: 'GET', path: urls.views.template, permission: readServices, handle: showOwnViews }),
    route({
      method: 'GET',
      path: urls.draftViews.template,
      permission: readServices,
      params: DraftParams,
      handle: showViews,
    }),
    route({
      method: 'GET',
      path: urls.unmetNeed.template,
      permission: seeUnmetNeed,
      query: UnmetNeedQuery,
      handle: c => showUnmetNeed(c, geography),
    }),
  ]
}
