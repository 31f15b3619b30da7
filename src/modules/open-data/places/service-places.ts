import type { Result } from '#platform/http/result.ts'
import type { Context } from '#platform/http/route.ts'
import { hsdsService, type HsdsWorld } from '../hsds/hsds-service.ts'
import { withoutEmpty } from '../hsds/hsds-contact.ts'
import type { ServicePlace } from '../hsds/hsds.schema.ts'
import type { Api, OpenData } from '../open-data.ts'
import { figure } from '../paging/figures.ts'
import { ndjson } from '../paging/ndjson.ts'
import { asGiven, jsonAnswer, listPage, noSuch } from '../paging/paging.ts'
import type { IdParams } from '../paging/paging.schema.ts'
import { findByWords } from '../services/relevance.ts'
import { readFilter } from '../services/service-filter.ts'
import type { ServicePlacesQuery } from './service-places.schema.ts'
import {
  countPlaces,
  findPlace,
  listPlaceItems,
  listPlaces,
  streamPlaceItems,
  streamPlaces,
  type MeantPlaces,
  type PlaceRow,
} from './service-places.store.ts'

type ListContext = Context<'GET', undefined, typeof ServicePlacesQuery, undefined>

/** GET and POST /service_at_locations: services at places, also those near a postcode. */
export async function showServicePlaces(context: ListContext, house: OpenData, api: Api): Promise<Result> {
  const { tx, baseUrl } = context
  const { query } = context.input
  const world = { ...house.world, baseUrl }
  const meant = await meantBy(context, house)
  const isFull = query.full || api.name === 'oruk'
  if (query.format === 'ndjson') {
    return ndjson(async function* (snapshot) {
      if (!isFull) return yield* streamPlaceItems(snapshot, meant, baseUrl)
      for await (const rows of streamPlaces(snapshot, meant))
        yield rows.map(row => JSON.stringify(api.servicePlace(servicePlace(row, world))))
    })
  }
  const page = { limit: query.per_page, offset: (query.page - 1) * query.per_page }
  const total = await figure(house.counts, context, placesKey(meant), () => countPlaces(tx, meant))
  const { items, size } =
    page.offset >= total
      ? { items: '', size: 0 }
      : isFull
        ? fullItems(await listPlaces(tx, meant, page), world, api)
        : await listPlaceItems(tx, meant, page, baseUrl)
  const at = { address: baseUrl + api.urls.servicePlaces.href(), query: asGiven(query) }
  return listPage({ total, size, items }, query, at)
}

/** GET /service_at_locations/{id} */
export async function showServicePlace(
  { tx, input, baseUrl }: Context<'GET', typeof IdParams, undefined, undefined>,
  { world }: OpenData,
  api: Api,
): Promise<Result> {
  const found = await findPlace(tx, input.params.id)
  if (!found) return noSuch('service at a location')
  return jsonAnswer(api.servicePlace(servicePlace(found, { ...world, baseUrl })))
}

async function meantBy({ tx, input: { query } }: ListContext, { world }: OpenData): Promise<MeantPlaces> {
  const filter = readFilter(query, world.taxonomies)
  const { postcode, proximity } = query
  return {
    filter,
    found: await findByWords(tx, filter.search, world.search),
    near: postcode === undefined ? null : { postcode, metres: proximity ?? null },
  }
}

function placesKey({ filter, near }: MeantPlaces): string {
  return `places ${JSON.stringify([filter, near])}`
}

function fullItems(rows: PlaceRow[], world: HsdsWorld, api: Api) {
  const items = rows.map(row => JSON.stringify(api.servicePlace(servicePlace(row, world))))
  return { items: items.join(','), size: rows.length }
}

/** A service at one of its places, with what is published of both. */
function servicePlace({ location_id, ...page }: PlaceRow, world: HsdsWorld): ServicePlace {
  const service = hsdsService(page, world)
  const link = service.service_at_locations?.find(place => place.location_id === location_id)
  if (!link) throw new Error(`The page of ${service.id} lacks a place it has`)
  return withoutEmpty<ServicePlace>({
    ...link,
    service_areas: service.service_areas,
    phones: service.phones,
    schedules: service.schedules,
    service,
  })
}
