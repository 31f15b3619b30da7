import type * as z from 'zod'
import type { Snapshot } from '#platform/db/snapshot.ts'
import { problem, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { hsdsService, type HsdsWorld } from '../hsds/hsds-service.ts'
import type { Api, OpenData } from '../open-data.ts'
import { figure } from '../paging/figures.ts'
import { ndjson } from '../paging/ndjson.ts'
import { asGiven, jsonAnswer, listPage, noSuch } from '../paging/paging.ts'
import type { IdParams } from '../paging/paging.schema.ts'
import { findByWords } from './relevance.ts'
import { areaProblem, readFilter } from './service-filter.ts'
import type { ServicesQuery } from './services.schema.ts'
import {
  countMeant,
  findPage,
  listItems,
  listMinimal,
  listPages,
  streamItems,
  streamMinimal,
  streamPages,
  type Items,
  type Meant,
  type PageStart,
} from './services.store.ts'

type ListContext = Context<'GET', undefined, typeof ServicesQuery, undefined>
type Query = z.output<typeof ServicesQuery>

/** GET and POST /services: a page of services, or all of them line by line. */
export async function showServices(context: ListContext, house: OpenData, api: Api): Promise<Result> {
  const { tx, baseUrl } = context
  const { query } = context.input
  const wrong = areaProblem(query.area, house.world.geography)
  if (wrong) return problem(wrong)
  const filter = readFilter(query, house.world.taxonomies)
  const meant = { filter, found: await findByWords(tx, filter.search, house.world.search) }
  if (query.format === 'ndjson') return ndjson(allOf(query, meant, { ...house.world, baseUrl }, api))

  const total = await countServices(context, meant, house)
  const { items, size } = await readPage(context, meant, total, house, api)
  const at = { address: baseUrl + api.urls.services.href(), query: asGiven(query) }
  return listPage({ total, size, items }, query, at)
}

/** GET /services/{id}: a service with all that is published of it. */
export async function showService(
  { tx, input, baseUrl }: Context<'GET', typeof IdParams, undefined, undefined>,
  { world }: OpenData,
  api: Api,
): Promise<Result> {
  const found = await findPage(tx, input.params.id)
  if (!found) return noSuch('service', 'It may have been withdrawn: /api/changes tells.')
  return jsonAnswer(api.service(hsdsService(found, { ...world, baseUrl })))
}

/** How many are meant; counted once, until something is published. */
function countServices(context: ListContext, meant: Meant, house: OpenData): Promise<number> {
  return figure(house.counts, context, `services ${JSON.stringify(meant.filter)}`, () =>
    countMeant(context.tx, meant),
  )
}

async function readPage(
  context: ListContext,
  meant: Meant,
  total: number,
  house: OpenData,
  api: Api,
): Promise<Items> {
  const { tx, baseUrl } = context
  const { query } = context.input
  const offset = (query.page - 1) * query.per_page
  if (offset >= total) return { items: '', size: 0, last: null }
  const ids = `${JSON.stringify(meant.filter)} ${query.per_page}`
  const before = meant.found === null ? house.lastIds.get(context, `${ids} ${query.page - 1}`) : undefined
  const start = { limit: query.per_page, offset, after: before ?? null }
  const items = query.minimal
    ? await listMinimal(tx, meant, start)
    : query.full
      ? await listFull(context, meant, start, house, api)
      : await listItems(tx, meant, start, baseUrl, api.name)
  if (items.last && meant.found === null) house.lastIds.set(context, `${ids} ${query.page}`, items.last)
  return items
}

async function listFull(
  { tx, baseUrl }: ListContext,
  meant: Meant,
  start: PageStart,
  { world }: OpenData,
  api: Api,
): Promise<Items> {
  const pages = await listPages(tx, meant, start)
  const items = pages.map(page => JSON.stringify(api.service(hsdsService(page, { ...world, baseUrl }))))
  return { items: items.join(','), size: pages.length, last: pages.at(-1)?.page.id ?? null }
}

function allOf(
  { minimal, full }: Query,
  meant: Meant,
  world: HsdsWorld,
  api: Api,
): (snapshot: Snapshot) => AsyncGenerator<string[]> {
  if (minimal) return snapshot => streamMinimal(snapshot, meant)
  if (!full) return snapshot => streamItems(snapshot, meant, world.baseUrl, api.name)
  return async function* (snapshot) {
    for await (const pages of streamPages(snapshot, meant))
      yield pages.map(page => JSON.stringify(api.service(hsdsService(page, world))))
  }
}
