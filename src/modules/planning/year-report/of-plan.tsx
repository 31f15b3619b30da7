import type { VNode } from 'preact'
import type { Tx } from '#platform/db/sql.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { listNames } from '../paper/paper.store.ts'
import type { Names } from '../paper/words.ts'
import { FinishedReports } from './finished-reports.view.tsx'
import { messages } from './messages.ts'
import { listReports, type YearReport } from './year-report.store.ts'

/** The finished yearly reports of the organisation of a plan, for its page. Null: there are none. */
export async function reportsOfPlan(
  tx: Tx,
  plan: { organization_id: string },
  me: string,
): Promise<VNode | null> {
  const reports = await listReports(tx, plan.organization_id)
  const names = await listNames(
    tx,
    reports.map(report => report.finished_by),
  )
  return reports.length === 0 ? null : (
    <ReportsOfPlan organization={plan.organization_id} {...{ reports, me, names }} />
  )
}

type ReportsProps = { organization: string; reports: readonly YearReport[]; me: string; names: Names }

function ReportsOfPlan(props: ReportsProps) {
  const { t } = useLocale()
  return (
    <section class="stack stack-close no-print">
      <h2>{t(messages.finished)}</h2>
      <FinishedReports {...props} />
    </section>
  )
}
