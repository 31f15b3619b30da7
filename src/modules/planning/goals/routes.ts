import { route, type Route } from '#platform/http/route.ts'
import { IdParams, PaperForm } from '../paper/paper.schema.ts'
import {
  FigureForm,
  FinishForm,
  GoalFileQuery,
  GoalsQuery,
  HomeQuery,
  ReportFileQuery,
  ReportQuery,
  SavedQuery,
} from './goal.schema.ts'
import { enterFigure, showGoal } from './goal.tsx'
import * as goals from './goals.tsx'
import { enterFigures, finishReports, seeGoals, writeGoals } from './policy.ts'
import { showFinishedReport, showReportStyle } from '../year-report/finished-report.tsx'
import { downloadFinished, FinishedFileQuery, showFinishedTables } from '../year-report/finished-tables.tsx'
import { downloadGoal } from './one-goal-file.ts'
import { downloadReport } from './report-file.ts'
import { finish, showReport } from './report.tsx'
import { goalUrls } from './urls.ts'

const params = IdParams

/** Result goals, their figures and the yearly report. */
export const goalRoutes: Route[] = [
  route({
    method: 'GET',
    path: goalUrls.goals.template,
    permission: seeGoals,
    query: GoalsQuery,
    handle: goals.showGoals,
  }),
  route({
    method: 'GET',
    path: goalUrls.goalsFile.template,
    permission: seeGoals,
    limit: 'search',
    query: GoalsQuery,
    handle: goals.downloadGoals,
  }),
  route({
    method: 'GET',
    path: goalUrls.report.template,
    permission: seeGoals,
    query: ReportQuery,
    handle: showReport,
  }),
  route({
    method: 'GET',
    path: goalUrls.reportFile.template,
    permission: seeGoals,
    limit: 'search',
    query: ReportFileQuery,
    handle: downloadReport,
  }),
  route({
    method: 'POST',
    path: goalUrls.report.template,
    permission: finishReports,
    body: FinishForm,
    handle: finish,
  }),
  route({
    method: 'GET',
    path: goalUrls.reportStyle.template,
    permission: 'person',
    inLanguages: false,
    handle: showReportStyle,
  }),
  route({
    method: 'GET',
    path: goalUrls.finishedReport.template,
    permission: seeGoals,
    params,
    handle: showFinishedReport,
  }),
  route({
    method: 'GET',
    path: goalUrls.finishedReportTables.template,
    permission: seeGoals,
    params,
    handle: showFinishedTables,
  }),
  route({
    method: 'GET',
    path: goalUrls.finishedReportFile.template,
    permission: seeGoals,
    limit: 'search',
    params,
    query: FinishedFileQuery,
    handle: downloadFinished,
  }),
  route({
    method: 'GET',
    path: goalUrls.newGoal.template,
    permission: writeGoals,
    query: HomeQuery,
    handle: goals.showNewGoal,
  }),
  route({
    method: 'POST',
    path: goalUrls.newGoal.template,
    permission: writeGoals,
    query: HomeQuery,
    body: PaperForm,
    handle: goals.beginGoal,
  }),
  route({
    method: 'GET',
    path: goalUrls.goal.template,
    permission: seeGoals,
    params,
    query: SavedQuery,
    handle: showGoal,
  }),
  route({
    method: 'GET',
    path: goalUrls.goalFile.template,
    permission: seeGoals,
    limit: 'search',
    params,
    query: GoalFileQuery,
    handle: downloadGoal,
  }),
  route({
    method: 'GET',
    path: goalUrls.goalForm.template,
    permission: writeGoals,
    params,
    handle: goals.showGoalForm,
  }),
  route({
    method: 'POST',
    path: goalUrls.goalForm.template,
    permission: writeGoals,
    params,
    body: PaperForm,
    handle: goals.saveGoal,
  }),
  route({
    method: 'POST',
    path: goalUrls.goalFigure.template,
    permission: enterFigures,
    params,
    body: FigureForm,
    handle: enterFigure,
  }),
]
