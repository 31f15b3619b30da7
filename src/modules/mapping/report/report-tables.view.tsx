import { useLocale } from '#platform/i18n/locale.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { LinesTable } from '#ui/table/as-table.tsx'
import { messages } from '../round/messages.ts'
import type { Snapshot } from '../snapshot/snapshot.schema.ts'
import { urls } from '../urls.ts'
import { reportParts, reportTable } from './report-lines.ts'

type ReportTablesProps = { title: string; roundId: string; snapshot: Snapshot }

/** The tables of a frozen report that have anything in them, each with its file. */
export function ReportTablesPage({ title, roundId: id, snapshot }: ReportTablesProps) {
  const locale = useLocale()
  const { t, link } = locale
  const parts = reportParts
    .map(part => ({ part, table: reportTable(snapshot, part, locale) }))
    .filter(({ table }) => table.lines.length > 1)
  return (
    <div class="mapping">
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.reportTablesLead)}</p>
        <p class="row no-print">
          <ButtonLink kind="quiet" href={link(urls.report.href({ id }))}>
            {t(messages.report)}
          </ButtonLink>
        </p>
      </div>
      <div class="stack">
        {parts.map(({ part, table }) => (
          <section key={part} class="stack stack-close">
            <LinesTable caption={table.caption} lines={marked => reportTable(snapshot, part, marked).lines} />
            <p class="no-print">
              <a class="more" href={link(urls.reportFile.href({ id }, { del: part }))}>
                {t(messages.downloadPart, { what: table.caption })}
              </a>
            </p>
          </section>
        ))}
      </div>
    </div>
  )
}
