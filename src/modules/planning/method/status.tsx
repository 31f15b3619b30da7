import type { Geography } from '#modules/areas/index.ts'
import { today } from '#platform/clock.ts'
import { csvFile } from '#platform/http/csv.ts'
import { page, type Result } from '#platform/http/result.ts'
import type { Action, Context } from '#platform/http/route.ts'
import { localeOf, pageLocaleOf } from '#platform/i18n/locale.tsx'
import { urls } from '../urls.ts'
import { messages } from './messages.ts'
import type { StatusQuery } from './method.schema.ts'
import { listMethodStatus } from './status.store.ts'
import { StatusPage, type StatusRow } from './status.view.tsx'

/** Levels of organisations with municipalities below them. */
export const listStatusLevels: readonly string[] = ['county', 'region', 'state']

type Asked = Pick<Context<'GET', undefined, typeof StatusQuery, undefined, Action>, 'tx' | 'language'>

/** The municipalities of her area, those that have begun first, then by name. */
async function rowsOf({ tx, language }: Asked, geography: Geography): Promise<StatusRow[]> {
  const rows = (await listMethodStatus(tx)).map(status => {
    const area = geography.need(status.area_code)
    const county = geography.countyOf(status.area_code)
    return {
      ...status,
      name: geography.localName(area, language),
      county: county ? { code: county.code, name: geography.localName(county, language) } : null,
    }
  })
  return rows.toSorted(
    (a, b) => Number(a.round === null) - Number(b.round === null) || a.name.localeCompare(b.name, 'nb'),
  )
}

/** How far the municipalities of a county, a region or the state have come. */
export async function showMethodStatus(
  context: Context<'GET', undefined, typeof StatusQuery, undefined, Action>,
  geography: Geography,
): Promise<Result> {
  const all = await rowsOf(context, geography)
  const { fylke } = context.input.query
  const { text } = pageLocaleOf(context.language)
  const title = text(messages.status)
  return page(
    {
      title,
      path: urls.methodStatus.href(),
      here: urls.methodStatus.href({ fylke }),
      crumbs: [{ label: text(messages.own), path: urls.method.href() }],
    },
    <StatusPage
      title={title}
      all={all}
      rows={chosen(all, fylke)}
      county={fylke ?? null}
      today={today(context.clock)}
    />,
  )
}

const chosen = (rows: readonly StatusRow[], county: string | undefined) =>
  rows.filter(row => county === undefined || row.county?.code === county)

/** The same for a spreadsheet: days as `YYYY-MM-DD`. */
export async function downloadMethodStatus(
  context: Context<'GET', undefined, typeof StatusQuery, undefined, Action>,
  geography: Geography,
): Promise<Result> {
  const { text } = localeOf(context.language)
  const rows = chosen(await rowsOf(context, geography), context.input.query.fylke)
  const head = [
    messages.fileCode,
    messages.municipality,
    messages.county,
    messages.inRound,
    messages.openedOn,
    messages.endedOn,
    messages.stepsDone,
    messages.stepsUnderWay,
    messages.lastChange,
  ].map(message => text(message))
  const lines = rows.map(row => [
    row.area_code,
    row.name,
    row.county?.name ?? '',
    row.round === null ? text(messages.hasNotBegun) : String(row.round),
    row.opened_on ?? '',
    row.ended_on ?? '',
    String(row.done),
    String(row.under_way),
    row.changed_on ?? '',
  ])
  return csvFile(`metode-kommuner-${today(context.clock)}.csv`, [head, ...lines])
}
