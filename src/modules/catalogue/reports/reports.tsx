import { findPopulation, type GeoArea, type Geography } from '#modules/areas/index.ts'
import { mayEnter } from '#platform/auth/permission.ts'
import { today } from '#platform/clock.ts'
import type { Tx } from '#platform/db/sql.ts'
import { csvFile, csvStream } from '#platform/http/csv.ts'
import { notFound, page, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import type { Language } from '#platform/i18n/language.ts'
import { localeOf, pageLocaleOf, type Locale } from '#platform/i18n/locale.tsx'
import { readServices, seeUnmetNeed } from '../policy.ts'
import { urls } from '../urls.ts'
import { chosenInWords } from './chosen-in-words.ts'
import { messages } from './messages.ts'
import { comparedWith, perThousandTable, populationOfAll, type Compared } from './per-thousand.ts'
import { fileLine, headLine } from './report-file.ts'
import { countTable, queryOf, type ReportTable } from './report-table.ts'
import { reportKinds } from './report-words.ts'
import {
  choiceNames,
  type Choice,
  type ReportName,
  type ReportParams,
  type ReportQuery,
} from './report.schema.ts'
import {
  countLocal,
  countServices,
  listedServices,
  ListedServiceSchema,
  listOwnAreas,
  listOwners,
  listServices,
  type Owner,
  type ReportScope,
} from './reports.store.ts'
import { ReportPage } from './reports.view.tsx'
import { serviceColumns, serviceRow } from './service-table.ts'

/** Rows of a page; a file has all. */
const MOST_ROWS = 200
const PAGE = 100

type ReportContext = Context<'GET', typeof ReportParams, typeof ReportQuery, undefined, Action>

/** What is asked for: the area, where it is one that reports are made of, and what chooses services in this report. */
async function readScope(
  { tx, actor, clock }: Pick<ReportContext, 'tx' | 'actor' | 'clock'>,
  query: ReportQuery,
  report: ReportName,
  geography: Geography,
): Promise<{ area: GeoArea; own: GeoArea[]; scope: ReportScope; whole: Choice } | null> {
  const codes = await listOwnAreas(
    tx,
    actor.roles.map(role => role.organizationId),
  )
  const own = codes.map(code => geography.need(code)).filter(({ kind }) => kind !== 'district')
  const area = query.omrade === undefined ? (own[0] ?? geography.country()) : geography.get(query.omrade)
  if (!area || area.kind === 'district') return null
  const whole: Choice = Object.fromEntries(choiceNames.map(name => [name, query[name]]))
  const choice: Choice = Object.fromEntries(
    choiceNames.filter(name => !reportKinds[report].rows.includes(name)).map(name => [name, query[name]]),
  )
  return { area, own, whole, scope: { place: area.code, choice, today: today(clock) } }
}

/** GET /arbeid/rapporter: the most important figures, and the way to all reports. */
export function showReports(
  context: Context<'GET', undefined, typeof ReportQuery, undefined, Action>,
  geography: Geography,
): Promise<Result> {
  return show(context, 'oversikt', context.input.query, geography)
}

/** GET /arbeid/rapporter/{report} */
export function showReport(context: ReportContext, geography: Geography): Promise<Result> {
  return show(context, context.input.params.report, context.input.query, geography)
}

async function show(
  context: Pick<ReportContext, 'tx' | 'actor' | 'clock' | 'language' | 'baseUrl'>,
  report: ReportName,
  query: ReportQuery,
  geography: Geography,
): Promise<Result> {
  const { tx, actor, language } = context
  const read = await readScope(context, query, report, geography)
  if (!read) return notFound()
  const { area, own, scope, whole } = read
  const locale = pageLocaleOf(language)
  const made = await makeTable(context, report, scope, query.side, geography, locale)
  const owners = scope.choice.eier ? await listOwners(tx, [scope.choice.eier]) : []
  const title = localeOf(language).text(reportKinds[report].title)
  const isFirst = report === 'oversikt'
  const here = isFirst ? urls.reports.href : (q: object) => urls.reportOf.href({ report }, { ...q })
  return page(
    {
      title,
      path: isFirst ? urls.reports.href() : urls.reportOf.href({ report }),
      here: here({ ...queryOf(area.code, whole), side: query.side > 1 ? query.side : null }),
      indexed: false,
      ...(!isFirst && {
        crumbs: [
          {
            label: localeOf(language).text(messages.reports),
            path: urls.reports.href(queryOf(area.code, whole)),
          },
        ],
      }),
    },
    <ReportPage
      report={report}
      title={title}
      area={area}
      own={own}
      geography={geography}
      choice={scope.choice}
      whole={whole}
      chosen={chosenInWords(scope.choice, owners, locale)}
      today={scope.today}
      made={made}
      side={query.side}
      mayReadNeed={mayEnter(actor, seeUnmetNeed)}
      mayReadViews={mayEnter(actor, readServices)}
    />,
  )
}

/** A report as a page shows it. */
export type MadeReport = {
  table: ReportTable
  /** Services that are chosen. */
  total: number
  /** Rows that are not shown, though they are in the file. */
  isCut: boolean
  /** Pages, when there are several. */
  pages: number
  /** The year of the figures of inhabitants, in a report that has them. Null: there are none. */
  year?: number | null
  /** Names of the municipalities around, in a report that compares with them. */
  neighbours?: readonly string[]
}

async function makeTable(
  { tx, baseUrl }: { tx: Tx; baseUrl: string },
  report: ReportName,
  scope: ReportScope,
  side: number,
  geography: Geography,
  locale: Locale,
): Promise<MadeReport> {
  if (report === 'tilbud') {
    const counted = await countServices(tx, 'rom', scope)
    const total = totalOf(counted)
    const services = await listServices(tx, scope, { limit: PAGE, offset: PAGE * (side - 1) })
    const rows = services.map(service => serviceRow(service, scope.today, locale, baseUrl))
    const pages = Math.ceil(total / PAGE)
    return { table: { columns: serviceColumns(locale), rows }, total, isCut: false, pages }
  }
  if (report === 'per-1000') return makePerThousand(tx, scope, geography, locale)
  const counted = await countServices(tx, report, scope)
  const owners = report === 'eier' ? await ownersOf(tx, counted) : []
  const table = countTable(report, counted, { ...scope, owners }, locale)
  const isCut = table.rows.length > MOST_ROWS
  // The last row is all of them.
  const rows = isCut ? [...table.rows.slice(0, MOST_ROWS), table.rows.at(-1)!] : table.rows
  return { table: { ...table, rows }, total: totalOf(counted), isCut, pages: 1 }
}

async function makePerThousand(
  tx: Tx,
  scope: ReportScope,
  geography: Geography,
  locale: Locale,
): Promise<MadeReport> {
  const counted = await countServices(tx, 'alder', scope)
  const local = await countLocal(tx, scope)
  const own = geography.need(scope.place)
  const compared: Compared[] = []
  for (const area of comparedWith(geography, own))
    compared.push({ area, population: await findPopulation(tx, area.code) })
  const neighbours = own.kind === 'municipality' ? geography.neighboursOf(own.code) : []
  if (neighbours.length > 0) {
    const all = []
    for (const { code } of neighbours) all.push(await findPopulation(tx, code))
    compared.splice(1, 0, { area: own, neighbours, population: populationOfAll(all) })
  }
  const table = perThousandTable({ ...scope, counted, local, compared }, geography, locale)
  const year = compared[0]?.population?.year ?? null
  const names = neighbours.map(area => geography.localName(area, locale.language))
  return { table, total: totalOf(counted), isCut: false, pages: 1, year, neighbours: names }
}

function totalOf(counted: readonly { key: string | null; services: number }[]): number {
  return counted.filter(row => row.key === null).reduce((sum, row) => sum + row.services, 0)
}

function ownersOf(tx: Tx, counted: readonly { key: string | null }[]): Promise<Owner[]> {
  return listOwners(tx, [...new Set(counted.flatMap(({ key }) => key ?? []))])
}

/** GET /arbeid/rapporter/{report}/csv: the same table as a file, with all its rows. */
export async function downloadReport(context: ReportContext, geography: Geography): Promise<Result> {
  const { tx, input, language, baseUrl } = context
  const { report } = input.params
  const read = await readScope(context, input.query, report, geography)
  if (!read) return notFound()
  const { scope } = read
  const locale = localeOf(language)
  const name = `${report}-${scope.place}.csv`
  if (report === 'tilbud') return streamList(scope, language, baseUrl, name)
  const counted = report === 'per-1000' ? [] : await countServices(tx, report, scope)
  const owners = report === 'eier' ? await ownersOf(tx, counted) : []
  const { columns, rows } =
    report === 'per-1000'
      ? (await makePerThousand(tx, scope, geography, locale)).table
      : countTable(report, counted, { ...scope, owners }, locale)
  return csvFile(name, [headLine(columns), ...rows.map(row => fileLine(row, locale))])
}

/** Everything in it is published, so it is read as the public does, little by little. */
function streamList(scope: ReportScope, language: Language, baseUrl: string, name: string): Result {
  const locale = localeOf(language)
  return csvStream(
    name,
    async function* write(snapshot) {
      yield [headLine(serviceColumns(locale))]
      for await (const services of snapshot.batches(ListedServiceSchema, listedServices(scope, null)))
        yield services.map(service => fileLine(serviceRow(service, scope.today, locale, baseUrl), locale))
    },
    { 'cache-control': 'private, no-store' },
  )
}
