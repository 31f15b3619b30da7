import { useLocale } from '#platform/i18n/locale.tsx'
import { Button } from '#ui/button/button.tsx'
import { Notice } from '#ui/notice/notice.tsx'
import { goalUrls } from '../goals/urls.ts'
import { messages } from './messages.ts'
import type { YearReport } from './year-report.store.ts'

type DraftProps = {
  home: { id: string }
  year: number
  reports: readonly YearReport[]
  mayFinish: boolean
  submission: string
}

/** That the report is a draft, also on paper; and the way to finish it. */
export function Draft({ home, year, reports, mayFinish, submission }: DraftProps) {
  const { t, text, link } = useLocale()
  return (
    <Notice kind="info" title={text(messages.draft)}>
      <p>
        {t(messages.draftText)} {!mayFinish && t(messages.draftLeader)}
      </p>
      {mayFinish && (
        <form method="post" action={link(goalUrls.report.href())} class="stack stack-close no-print">
          <p>{t(messages.finishText, { year: String(year) })}</p>
          <input type="hidden" name="submission" value={submission} />
          <input type="hidden" name="organisasjon" value={home.id} />
          <input type="hidden" name="ar" value={String(year)} />
          <input
            type="hidden"
            name="kjent"
            value={String(reports.filter(report => report.year === year).length)}
          />
          <p>
            <Button>{t(messages.finish)}</Button>
          </p>
        </form>
      )}
    </Notice>
  )
}
