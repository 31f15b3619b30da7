import { downloadFindings, downloadSuggestions } from './finding/findings-file.ts'
import { route, type Route } from '#platform/http/route.ts'
import { ComparisonQuery, downloadComparison, showComparison } from './comparison/comparison.tsx'
import {
  FindingForm,
  FindingParams,
  NewFindingQuery,
  OutcomeForm,
  RemovalForm,
} from './finding/finding.schema.ts'
import {
  addFinding,
  removeOneFinding,
  saveFinding,
  showFinding,
  showNewFinding,
  tellOutcome,
} from './finding/findings.tsx'
import type { MappingParts } from './parts.ts'
import { answerRounds, readRounds, runRounds, seeResources, seeRounds, writeResources } from './policy.ts'
import { showReport, showReportStyle } from './report/report.tsx'
import { downloadReport, ReportFileQuery, showReportTables } from './report/report-tables.tsx'
import {
  ResourceForm,
  ResourceParams,
  ResourceQuery,
  SumsFileQuery,
  SumsQuery,
} from './resources/resource.schema.ts'
import { downloadServiceResources, downloadSums } from './resources/resources-file.ts'
import { saveServiceResources, showServiceResources, showSums } from './resources/resources.tsx'
import { openRound, showNewRound } from './round/new-round.tsx'
import {
  ClosingForm,
  DeadlineForm,
  NewRoundQuery,
  ProgressFileQuery,
  RoundForm,
  RoundParams,
  RoundQuery,
  RoundsQuery,
} from './round/round.schema.ts'
import { closeRound, downloadProgress, moveDeadline, showClosing, showRound } from './round/round.tsx'
import { downloadRounds, showRounds } from './round/rounds.tsx'
import { TaskForm, TaskParams, TaskQuery } from './task/task.schema.ts'
import { downloadTasks, saveTask, showTasks } from './task/tasks.tsx'
import { urls } from './urls.ts'

/** Every address of mapping. */
export function mappingRoutes(parts: MappingParts): Route[] {
  return [...roundRoutes(parts), ...findingRoutes(parts), ...resourceRoutes()]
}

function roundRoutes(parts: MappingParts): Route[] {
  const params = RoundParams
  return [
    route({
      method: 'GET',
      path: urls.rounds.template,
      permission: seeRounds,
      query: RoundsQuery,
      handle: showRounds,
    }),
    route({
      method: 'GET',
      path: urls.roundsFile.template,
      permission: seeRounds,
      limit: 'search',
      handle: downloadRounds,
    }),
    route({
      method: 'GET',
      path: urls.newRound.template,
      permission: runRounds,
      query: NewRoundQuery,
      handle: showNewRound,
    }),
    route({
      method: 'POST',
      path: urls.newRound.template,
      permission: runRounds,
      body: RoundForm,
      handle: openRound,
    }),
    route({
      method: 'GET',
      path: urls.round.template,
      permission: seeRounds,
      params,
      query: RoundQuery,
      handle: c => showRound(c, parts),
    }),
    route({
      method: 'GET',
      path: urls.progressFile.template,
      permission: readRounds,
      limit: 'search',
      params,
      query: ProgressFileQuery,
      handle: c => downloadProgress(c, parts),
    }),
    route({
      method: 'GET',
      path: urls.findingsFile.template,
      permission: readRounds,
      limit: 'search',
      params,
      handle: downloadFindings,
    }),
    route({
      method: 'GET',
      path: urls.suggestionsFile.template,
      permission: runRounds,
      limit: 'search',
      params,
      handle: c => downloadSuggestions(c, parts),
    }),
    route({
      method: 'POST',
      path: urls.deadline.template,
      permission: runRounds,
      params,
      body: DeadlineForm,
      handle: c => moveDeadline(c, parts),
    }),
    route({
      method: 'GET',
      path: urls.closing.template,
      permission: runRounds,
      params,
      handle: c => showClosing(c, parts),
    }),
    route({
      method: 'POST',
      path: urls.closing.template,
      permission: runRounds,
      params,
      body: ClosingForm,
      handle: c => closeRound(c, parts),
    }),
    route({
      method: 'GET',
      path: urls.report.template,
      permission: readRounds,
      params,
      handle: showReport,
    }),
    route({
      method: 'GET',
      path: urls.reportTables.template,
      permission: readRounds,
      params,
      handle: showReportTables,
    }),
    route({
      method: 'GET',
      path: urls.reportFile.template,
      permission: readRounds,
      limit: 'search',
      params,
      query: ReportFileQuery,
      handle: downloadReport,
    }),
    route({
      method: 'GET',
      path: urls.reportStyle.template,
      permission: 'person',
      inLanguages: false,
      handle: showReportStyle,
    }),
    route({
      method: 'GET',
      path: urls.tasks.template,
      permission: seeRounds,
      params: TaskParams,
      query: TaskQuery,
      handle: c => showTasks(c, parts),
    }),
    route({
      method: 'GET',
      path: urls.tasksFile.template,
      permission: seeRounds,
      limit: 'search',
      params: TaskParams,
      handle: c => downloadTasks(c, parts),
    }),
    route({
      method: 'POST',
      path: urls.tasks.template,
      permission: answerRounds,
      params: TaskParams,
      body: TaskForm,
      handle: c => saveTask(c, parts),
    }),
    route({
      method: 'GET',
      path: urls.comparison.template,
      permission: readRounds,
      query: ComparisonQuery,
      handle: c => showComparison(c, parts),
    }),
    route({
      method: 'GET',
      path: urls.comparisonFile.template,
      permission: readRounds,
      limit: 'search',
      query: ComparisonQuery,
      handle: c => downloadComparison(c, parts),
    }),
  ]
}

function findingRoutes(parts: MappingParts): Route[] {
  const params = FindingParams
  return [
    route({
      method: 'GET',
      path: urls.newFinding.template,
      permission: runRounds,
      params: RoundParams,
      query: NewFindingQuery,
      handle: c => showNewFinding(c, parts),
    }),
    route({
      method: 'POST',
      path: urls.newFinding.template,
      permission: runRounds,
      params: RoundParams,
      body: FindingForm,
      handle: addFinding,
    }),
    route({
      method: 'GET',
      path: urls.finding.template,
      permission: runRounds,
      params,
      handle: showFinding,
    }),
    route({
      method: 'POST',
      path: urls.finding.template,
      permission: runRounds,
      params,
      body: FindingForm,
      handle: saveFinding,
    }),
    route({
      method: 'POST',
      path: urls.findingRemoval.template,
      permission: runRounds,
      params,
      body: RemovalForm,
      handle: removeOneFinding,
    }),
    route({
      method: 'POST',
      path: urls.findingOutcome.template,
      permission: runRounds,
      params,
      body: OutcomeForm,
      handle: c => tellOutcome(c, parts),
    }),
  ]
}

function resourceRoutes(): Route[] {
  return [
    route({
      method: 'GET',
      path: urls.resources.template,
      permission: seeResources,
      query: SumsQuery,
      handle: showSums,
    }),
    route({
      method: 'GET',
      path: urls.resourcesFile.template,
      permission: seeResources,
      limit: 'search',
      query: SumsFileQuery,
      handle: downloadSums,
    }),
    route({
      method: 'GET',
      path: urls.serviceResources.template,
      permission: seeResources,
      params: ResourceParams,
      query: ResourceQuery,
      handle: showServiceResources,
    }),
    route({
      method: 'GET',
      path: urls.serviceResourcesFile.template,
      permission: seeResources,
      limit: 'search',
      params: ResourceParams,
      handle: downloadServiceResources,
    }),
    route({
      method: 'POST',
      path: urls.serviceResources.template,
      permission: writeResources,
      params: ResourceParams,
      body: ResourceForm,
      handle: saveServiceResources,
    }),
  ]
}
