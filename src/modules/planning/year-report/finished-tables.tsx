import * as z from 'zod'
import { csvFile } from '#platform/http/csv.ts'
import { notFound, page, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf, pageLocaleOf } from '#platform/i18n/locale.tsx'
import { reportMessages } from '../goals/messages.ts'
import { goalUrls } from '../goals/urls.ts'
import type { IdParams } from '../paper/paper.schema.ts'
import { finishedParts, finishedTable } from './finished-lines.ts'
import { FinishedTablesPage } from './finished-tables.view.tsx'
import { messages } from './messages.ts'
import { findYearSnapshot } from './year-report.store.ts'

/** Which table of the report. */
export const FinishedFileQuery = z.object({ del: z.enum(finishedParts).default('mal') })

/** GET /arbeid/mal/arsrapport/{id}/tabeller: all of a finished report as tables. The report itself stays as it was printed. */
export async function showFinishedTables({
  tx,
  input,
  language,
}: Context<'GET', typeof IdParams, undefined, undefined, Action>): Promise<Result> {
  const { id } = input.params
  const frozen = await findYearSnapshot(tx, id)
  if (!frozen) return notFound()
  const { content, organization_id } = frozen
  const { text, localText } = pageLocaleOf(language)
  const title = text(messages.tables, { year: String(content.year) })
  return page(
    {
      title,
      path: goalUrls.finishedReportTables.href({ id }),
      crumbs: [
        {
          label: text(reportMessages.title, {
            year: String(content.year),
            home: localText(content.organization),
          }),
          path: goalUrls.report.href({ organisasjon: organization_id, ar: content.year }),
        },
      ],
    },
    <FinishedTablesPage title={title} id={id} snapshot={content} />,
  )
}

/** GET /arbeid/mal/arsrapport/{id}/csv: one of them as a file, the same bytes each time. */
export async function downloadFinished({
  tx,
  input,
  language,
}: Context<'GET', typeof IdParams, typeof FinishedFileQuery, undefined, Action>): Promise<Result> {
  const frozen = await findYearSnapshot(tx, input.params.id)
  if (!frozen) return notFound()
  const { content } = frozen
  const { del } = input.query
  return csvFile(
    `arsrapport-${content.year}-${content.finishedOn}-${del}.csv`,
    finishedTable(content, del, localeOf(language)).lines,
  )
}
