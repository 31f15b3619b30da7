import { useLocale } from '#platform/i18n/locale.tsx'
import { AsTable } from '#ui/table/as-table.tsx'
import { goalUrls } from '../goals/urls.ts'
import { byWhomInWords, type Names } from '../paper/words.ts'
import { finishedListLines } from './finished-list-lines.ts'
import { messages } from './messages.ts'
import type { YearReport } from './year-report.store.ts'

type FinishedReportsProps = {
  /** Whose reports they are. */
  organization: string
  reports: readonly YearReport[]
  me: string
  names: Names
}

/** The reports that are kept, each with who finished it and when. */
export function FinishedReports({ organization, reports, me, names }: FinishedReportsProps) {
  const locale = useLocale()
  const { t, text, link } = locale
  return (
    <>
      <ul class="plain-list stack stack-close">
        {reports.map(({ id, year, finished_by: by, finished_at: at }) => (
          <li key={id}>
            <a href={link(goalUrls.finishedReport.href({ id }))}>
              {t(messages.report, { year: String(year) })}
            </a>{' '}
            <span class="quiet small">{byWhomInWords({ by, at }, me, names, locale)}</span>{' '}
            <a href={link(goalUrls.finishedReportTables.href({ id }))}>
              {t(messages.tablesLink)}
              <span class="visually-hidden">: {t(messages.report, { year: String(year) })}</span>
            </a>
          </li>
        ))}
      </ul>
      <AsTable
        caption={text(messages.finished)}
        lines={marked => finishedListLines(reports, names, marked)}
      />
      <p class="no-print">
        <a class="more" href={link(goalUrls.reportFile.href({ organisasjon: organization, del: 'ferdige' }))}>
          {t(messages.downloadList)}
        </a>
      </p>
    </>
  )
}
