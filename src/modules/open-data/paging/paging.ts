import { problem, text, type Result } from '#platform/http/result.ts'
import { PER_PAGE } from './paging.schema.ts'
import { queryString, type QueryValues } from '#platform/http/url.ts'

/** Answers of the API: anybody may keep them for a minute, then ask whether they still hold. */
export const openCaching = { 'cache-control': 'public, max-age=60' }

export type Paging = { page: number; per_page: number }

type PageOfList = {
  total: number
  size: number
  /** The items as JSON, with commas between. Passed on as the database wrote it. */
  items: string
}

/**
 * A page of a list as HSDS has it.
 * @param at the address of the list and what was asked for, to link to the pages before and after
 */
export function listPage(
  { total, size, items }: PageOfList,
  { page, per_page }: Paging,
  at: { address: string; query: QueryValues },
): Result {
  const pages = Math.max(1, Math.ceil(total / per_page))
  const head = {
    total_items: total,
    total_pages: pages,
    page_number: page,
    size,
    first_page: page === 1,
    last_page: page >= pages,
    empty: size === 0,
  }
  const body = `${JSON.stringify(head).slice(0, -1)},"contents":[${items}]}`
  const link = (to: number, rel: string) =>
    `<${at.address}${queryString({ ...at.query, page: to })}>; rel="${rel}"`
  const links = [
    ...(page > 1 ? [link(1, 'first'), link(Math.min(page - 1, pages), 'prev')] : []),
    ...(page < pages ? [link(page + 1, 'next')] : []),
  ]
  return text('application/json; charset=utf-8', body, {
    ...openCaching,
    ...(links.length > 0 && { link: links.join(', ') }),
  })
}

/** A page of a list that we hold in memory. */
export function pageOfAll(
  all: readonly unknown[],
  paging: Paging,
  at: { address: string; query: QueryValues },
): Result {
  const start = (paging.page - 1) * paging.per_page
  const some = all.slice(start, start + paging.per_page)
  const items = some.map(item => JSON.stringify(item)).join(',')
  return listPage({ total: all.length, size: some.length, items }, paging, at)
}

/** One item. */
export function jsonAnswer(data: unknown): Result {
  return text('application/json; charset=utf-8', JSON.stringify(data), openCaching)
}

/** There is none with this id. @param hint what may have become of it */
export function noSuch(what: string, hint = ''): Result {
  const detail = `There is no ${what} with this id. ${hint}`.trim()
  return problem({ status: 404, title: `No such ${what}`, detail })
}

/** A query as it may be given again; what stands there by itself is left out. */
export function asGiven(query: Record<string, string | number | boolean | undefined>): QueryValues {
  const { page: _, format: __, ...rest } = query
  return Object.fromEntries(
    Object.entries(rest).flatMap(([name, value]) =>
      value === undefined || (name === 'per_page' && value === PER_PAGE) ? [] : [[name, String(value)]],
    ),
  )
}
