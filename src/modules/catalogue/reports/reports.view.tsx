import type { ComponentChild } from 'preact'
import type { GeoArea, Geography } from '#modules/areas/index.ts'
import { intlLocale, type Language } from '#platform/i18n/language.ts'
import { useLocale } from '#platform/i18n/locale.tsx'
import { Chips } from '#ui/chips/chips.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { Table } from '#ui/table/table.tsx'
import { urls } from '../urls.ts'
import { messages, reportMessages } from './messages.ts'
import { ReportFilter } from './report-filter.view.tsx'
import { queryOf, type Cell, type ReportTable } from './report-table.ts'
import { reportKinds } from './report-words.ts'
import { reportNames, type Choice, type ReportName } from './report.schema.ts'
import type { MadeReport } from './reports.tsx'

export type ReportPageProps = {
  report: ReportName
  title: string
  area: GeoArea
  /** The areas of one's own organisations. */
  own: readonly GeoArea[]
  geography: Geography
  /** What chooses services in this report; and all that is chosen, for the others. */
  choice: Choice
  whole: Choice
  chosen: readonly { name: keyof Choice; words: string }[]
  /** `YYYY-MM-DD` */
  today: string
  made: MadeReport
  side: number
  mayReadNeed: boolean
  mayReadViews: boolean
}

const reportPath = (report: ReportName, place: string, choice: Choice, side?: number) =>
  report === 'oversikt'
    ? urls.reports.href(queryOf(place, choice))
    : urls.reportOf.href({ report }, { ...queryOf(place, choice), side })

/** A report: what it counts, what is chosen, its table, and the ways on. */
export function ReportPage(props: ReportPageProps) {
  const locale = useLocale()
  const { t, text, link } = locale
  const { report, title, area, chosen, choice, whole, made, side } = props
  const place = props.geography.localName(area, locale.language)
  const isCounted = report !== 'per-1000' && report !== 'tilbud'
  return (
    <div class="report">
      <div class="page-head">
        <h1 class="page-title">{title}</h1>
        <p class="lead">{t(reportKinds[report].lead, { place })}</p>
        <p class="print-only">
          {t(messages.madeOn, {
            place,
            date: locale.date(props.today),
            chosen: chosen.map(({ words }) => words).join(', ') || text(messages.chosenNothing),
          })}
        </p>
      </div>
      <div class="stack">
        <ReportFilter {...props} action={link(reportPath(report, '', {}))} />
        <Chips
          label={text(messages.chosen)}
          items={chosen.map(({ name, words }) => ({
            label: words,
            removeHref: link(reportPath(report, area.code, { ...whole, [name]: undefined })),
          }))}
        />
        {made.total === 0 ? (
          <Empty title={text(messages.empty)}>{text(messages.emptyText)}</Empty>
        ) : (
          <>
            {isCounted && <p>{t(reportMessages.columns)}</p>}
            <ShownTable
              caption={`${report === 'oversikt' ? text(messages.overview) : title}, ${place}`}
              table={made.table}
              stacks={report === 'tilbud'}
            />
            {made.neighbours && made.neighbours.length > 0 && (
              <p class="quiet small">{t(messages.neighbours, { places: made.neighbours.join(', ') })}</p>
            )}
            {made.year !== undefined && (
              <p class="quiet small">
                {made.year === null ? t(messages.noPopulation) : t(messages.population, { year: made.year })}
              </p>
            )}
            {made.isCut && <p>{t(messages.cut, { n: made.table.rows.length - 1 })}</p>}
            {made.pages > 1 && (
              <p class="print-only">{t(messages.pagePrinted, { side, sider: made.pages, n: made.total })}</p>
            )}
            <Pagination
              page={side}
              pages={made.pages}
              href={to => link(reportPath(report, area.code, choice, to))}
            />
            <p class="no-print">
              <a class="more" href={link(urls.reportFile.href({ report }, queryOf(area.code, choice)))}>
                {t(messages.download)}
              </a>
            </p>
          </>
        )}
        <OtherReports {...props} />
      </div>
    </div>
  )
}

function ShownTable({ caption, table, stacks }: { caption: string; table: ReportTable; stacks: boolean }) {
  const isShown = table.columns.map(column => !column.onlyInFile)
  return (
    <Table
      caption={caption}
      rowHeader
      stacks={stacks}
      columns={table.columns.filter((_, index) => isShown[index])}
      rows={table.rows.map(row =>
        row.filter((_, index) => isShown[index]).map((cell, index) => <ShownCell key={index} cell={cell} />),
      )}
    />
  )
}

function ShownCell({ cell }: { cell: Cell }) {
  const { local, link, language, number, date } = useLocale()
  const withLink = (path: string | undefined, shown: ComponentChild) =>
    path ? <a href={link(path)}>{shown}</a> : <>{shown}</>
  if (typeof cell === 'string') return <>{cell}</>
  if ('local' in cell)
    return cell.isSum ? <strong>{local(cell.local)}</strong> : withLink(cell.path, local(cell.local))
  if ('day' in cell) return <span class={cell.isLate ? 'report-late' : undefined}>{date(cell.day)}</span>
  if (cell.n === null) return <>–</>
  if (cell.decimals !== undefined) return <>{withDecimals(cell.n, cell.decimals, language)}</>
  return withLink(cell.path, number(cell.n))
}

function withDecimals(value: number, decimals: number, language: Language): string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  return new Intl.NumberFormat(intlLocale[language], digits).format(value)
}

function OtherReports({ report, area, whole, mayReadNeed, mayReadViews }: ReportPageProps) {
  const { t, link } = useLocale()
  const more = [
    ...(mayReadViews ? [{ path: urls.views.href(), label: messages.ownViews }] : []),
    ...(mayReadNeed ? [{ path: urls.unmetNeed.href(), label: messages.unmetNeed }] : []),
  ]
  return (
    <div class="no-print report-others">
      <nav aria-labelledby="alle-rapporter">
        <h2 id="alle-rapporter">{t(messages.otherReports)}</h2>
        <ul>
          {reportNames.map(name => (
            <li key={name}>
              <a
                href={link(reportPath(name, area.code, whole))}
                aria-current={name === report ? 'page' : undefined}
              >
                {t(name === 'oversikt' ? messages.overview : reportKinds[name].title)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {more.length > 0 && (
        <nav aria-labelledby="mer-a-se-pa">
          <h2 id="mer-a-se-pa">{t(messages.more)}</h2>
          <ul>
            {more.map(({ path, label }) => (
              <li key={path}>
                <a href={link(path)}>{t(label)}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  )
}
