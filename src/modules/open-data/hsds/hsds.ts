import { json, notFound, type Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import type { ServiceIdParams, ServicesQuery } from './hsds.schema.ts'
import { countServices, findServiceById, listServices } from './hsds.store.ts'

const open = { 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=60' }

/** GET /services of the HSDS API: a page of published services. */
export async function showServices({
  tx,
  input,
}: Context<'GET', undefined, typeof ServicesQuery, undefined>): Promise<Result> {
  const { page, per_page, area } = input.query
  const [total, contents] = await Promise.all([
    countServices(tx, area ?? null),
    listServices(tx, { limit: per_page, offset: (page - 1) * per_page, area: area ?? null }),
  ])
  const pages = Math.max(1, Math.ceil(total / per_page))
  const answer = {
    total_items: total,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents,
  }
  return json(answer, open)
}

/** GET /services/{id} of the HSDS API. */
export async function showServiceById({
  tx,
  input,
}: Context<'GET', typeof ServiceIdParams, undefined, undefined>): Promise<Result> {
  const service = await findServiceById(tx, input.params.id)
  return service ? json(service, open) : notFound()
}
