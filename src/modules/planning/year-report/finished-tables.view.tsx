import { useLocale } from '#platform/i18n/locale.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { LinesTable } from '#ui/table/as-table.tsx'
import { goalUrls } from '../goals/urls.ts'
import { finishedParts, finishedTable } from './finished-lines.ts'
import { messages } from './messages.ts'
import type { YearSnapshot } from './year-report.schema.ts'

type FinishedTablesProps = { title: string; id: string; snapshot: YearSnapshot }

/** The tables of a finished yearly report that have anything in them, each with its file. */
export function FinishedTablesPage({ title, id, snapshot }: FinishedTablesProps) {
  const locale = useLocale()
  const { t, link } = locale
  const parts = finishedParts
    .map(part => ({ part, table: finishedTable(snapshot, part, locale) }))
    .filter(({ table }) => table.lines.length > 1)
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.tablesLead)}</p>
        <p class="row no-print">
          <ButtonLink kind="quiet" href={link(goalUrls.finishedReport.href({ id }))}>
            {t(messages.report, { year: String(snapshot.year) })}
          </ButtonLink>
        </p>
      </div>
      <div class="stack">
        {parts.map(({ part, table }) => (
          <section key={part} class="stack stack-close">
            <LinesTable
              caption={table.caption}
              lines={marked => finishedTable(snapshot, part, marked).lines}
            />
            <p class="no-print">
              <a class="more" href={link(goalUrls.finishedReportFile.href({ id }, { del: part }))}>
                {t(messages.downloadPart, { what: table.caption })}
              </a>
            </p>
          </section>
        ))}
      </div>
    </div>
  )
}
