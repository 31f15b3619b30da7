import { useLocale } from '#platform/i18n/locale.tsx'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Select } from '#ui/field/field.tsx'
import { Table } from '#ui/table/table.tsx'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import type { MunicipalityStatus } from './status.store.ts'

export type StatusRow = MunicipalityStatus & {
  name: string
  county: { code: string; name: string } | null
}

type StatusPageProps = {
  title: string
  all: readonly StatusRow[]
  /** Those that are chosen. */
  rows: readonly StatusRow[]
  county: string | null
  /** `YYYY-MM-DD` */
  today: string
}

/** One table of the municipalities: which round, how many steps, when something last changed. */
export function StatusPage({ title, all, rows, county, today }: StatusPageProps) {
  const { t, text, link, date } = useLocale()
  const counties = new Map(
    all.flatMap(row => (row.county ? [[row.county.code, row.county.name] as const] : [])),
  )
  const begun = rows.filter(({ round }) => round !== null).length
  return (
    <div>
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(messages.statusLead)}</p>
        <p class="print-only">{t(messages.asOf, { date: date(today) })}</p>
      </div>
      {all.length === 0 ? (
        <Empty title={text(messages.noArea)}>{text(messages.noAreaText)}</Empty>
      ) : (
        <div class="stack">
          {counties.size > 1 && (
            <form method="get" action={link(urls.methodStatus.href())} class="plan-filter no-print">
              <Select
                id="fylke"
                name="fylke"
                label={text(messages.county)}
                value={county ?? ''}
                options={[
                  { value: '', label: text(messages.all) },
                  ...[...counties].map(([value, label]) => ({ value, label })),
                ]}
              />
              <Button kind="quiet">{t(messages.show)}</Button>
            </form>
          )}
          <Table
            caption={text(messages.begun, { n: begun, total: rows.length })}
            rowHeader
            stacks
            columns={[
              { label: text(messages.municipality) },
              ...(counties.size > 1 ? [{ label: text(messages.county) }] : []),
              { label: text(messages.inRound) },
              { label: text(messages.stepsDone) },
              { label: text(messages.stepsUnderWay) },
              { label: text(messages.lastChange) },
            ]}
            rows={rows.map(row => [
              row.name,
              ...(counties.size > 1 ? [row.county?.name ?? ''] : []),
              row.round === null ? (
                <span class="quiet">{t(messages.hasNotBegun)}</span>
              ) : row.ended_on ? (
                t(messages.isOver, { n: row.round, date: date(row.ended_on) })
              ) : (
                String(row.round)
              ),
              row.round === null ? '' : t(messages.ticked, { n: row.done, total: 8 }),
              row.round === null ? '' : String(row.under_way),
              row.changed_on === null ? '' : date(row.changed_on),
            ])}
          />
          <p class="no-print">
            <a class="more" href={link(urls.methodStatusFile.href({ fylke: county }))}>
              {t(messages.download)}
            </a>
          </p>
        </div>
      )}
    </div>
  )
}
