import { url } from '#platform/http/url.ts'

/** Addresses of result goals. Without language prefix: see `link` of the locale. */
export const goalUrls = {
  goals: url('/arbeid/mal'),
  newGoal: url('/arbeid/mal/ny'),
  goalsFile: url('/arbeid/mal/csv'),
  report: url('/arbeid/mal/arsrapport'),
  reportFile: url('/arbeid/mal/arsrapport/csv'),
  reportStyle: url('/arbeid/mal/arsrapport/rapport.css'),
  finishedReport: url('/arbeid/mal/arsrapport/:id'),
  finishedReportTables: url('/arbeid/mal/arsrapport/:id/tabeller'),
  finishedReportFile: url('/arbeid/mal/arsrapport/:id/csv'),
  goal: url('/arbeid/mal/:id'),
  goalFile: url('/arbeid/mal/:id/csv'),
  goalForm: url('/arbeid/mal/:id/endre'),
  goalFigure: url('/arbeid/mal/:id/tall'),
}
