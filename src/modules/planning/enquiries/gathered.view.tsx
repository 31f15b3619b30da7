import { useLocale } from '#platform/i18n/locale.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Table } from '#ui/table/table.tsx'
import { urls } from '../urls.ts'
import type { Answer, Enquiry } from './enquiry.store.ts'
import { messages } from './messages.ts'
import type { Standing } from './rules.ts'
import { standingNames } from './words.ts'

export type Gathered = {
  enquiries: readonly Enquiry[]
  /** A cell for each enquiry; null: the municipality is not asked. */
  rows: readonly { name: string; cells: readonly ({ answer: Answer | null; standing: Standing } | null)[] }[]
}

/** One table: who was asked what, and who has answered. */
export function GatheredPage({ title, enquiries, rows }: Gathered & { title: string }) {
  const { t, text, link, date } = useLocale()
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.gatheredLead)}</p>
      </div>
      {rows.length === 0 ? (
        <Empty title={text(messages.none)}>{text(messages.gatheredNone)}</Empty>
      ) : (
        <div class="stack">
          <Table
            caption={title}
            rowHeader
            stacks
            columns={[
              { label: text(messages.municipality) },
              ...enquiries.map(one => ({ label: `${one.question} (${date(one.deadline)})` })),
            ]}
            rows={rows.map(({ name, cells }) => [
              name,
              ...cells.map(cell =>
                cell === null ? (
                  <span class="quiet">{t(messages.notAsked)}</span>
                ) : cell.standing === 'late' ? (
                  <strong>{t(messages.late)}</strong>
                ) : (
                  t(standingNames[cell.standing])
                ),
              ),
            ])}
          />
          <ul class="plain-list stack stack-close">
            {enquiries.map(({ id, question }) => (
              <li key={id}>
                <a href={link(urls.enquiry.href({ id }))}>{question}</a>
              </li>
            ))}
          </ul>
          <p class="no-print">
            <a class="more" href={link(urls.enquiriesFile.href())}>
              {t(messages.download)}
            </a>
          </p>
        </div>
      )}
    </div>
  )
}
