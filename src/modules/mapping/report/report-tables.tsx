import * as z from 'zod'
import { csvFile } from '#platform/http/csv.ts'
import { notFound, page, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf, pageLocaleOf } from '#platform/i18n/locale.tsx'
import { messages } from '../round/messages.ts'
import type { RoundParams } from '../round/round.schema.ts'
import { findSnapshot } from '../snapshot/snapshot.store.ts'
import { urls } from '../urls.ts'
import { reportParts, reportTable } from './report-lines.ts'
import { ReportTablesPage } from './report-tables.view.tsx'

/** Which table of the report. */
export const ReportFileQuery = z.object({ del: z.enum(reportParts).default('rom') })

/** GET /arbeid/kartlegging/{id}/rapport/tabeller: all of a frozen report as tables. The report itself stays as it was printed. */
export async function showReportTables({
  tx,
  input,
  language,
}: Context<'GET', typeof RoundParams, undefined, undefined, Action>): Promise<Result> {
  const { id } = input.params
  const frozen = await findSnapshot(tx, id)
  if (!frozen) return notFound()
  const { text } = pageLocaleOf(language)
  const title = text(messages.reportTables)
  return page(
    {
      title,
      path: urls.reportTables.href({ id }),
      crumbs: [
        { label: text(messages.rounds), path: urls.rounds.href() },
        { label: frozen.content.title, path: urls.round.href({ id }) },
      ],
      indexed: false,
    },
    <ReportTablesPage title={title} roundId={id} snapshot={frozen.content} />,
  )
}

/** GET /arbeid/kartlegging/{id}/rapport/csv: one of them as a file, the same bytes each time. */
export async function downloadReport({
  tx,
  input,
  language,
}: Context<'GET', typeof RoundParams, typeof ReportFileQuery, undefined, Action>): Promise<Result> {
  const frozen = await findSnapshot(tx, input.params.id)
  if (!frozen) return notFound()
  const { content } = frozen
  const { del } = input.query
  return csvFile(
    `rapport-${content.closedOn}-${del}.csv`,
    reportTable(content, del, localeOf(language)).lines,
  )
}
