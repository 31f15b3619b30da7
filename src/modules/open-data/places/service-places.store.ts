import * as z from 'zod'
import type { Snapshot } from '#platform/db/snapshot.ts'
import { dangerouslyRawSql, many, maybe, one, sql, value, type Reader, type Sql } from '#platform/db/sql.ts'
import { PublishedPage } from '../hsds/service-page.schema.ts'
import { isMeant } from '../services/service-filter.store.ts'
import { serviceItem } from '../services/service-item.store.ts'
import { ITEMS_AT_ONCE, type Items, type Meant } from '../services/services.store.ts'

/** Services at places: which services, and where. */
export type MeantPlaces = Meant & { near: { postcode: string; metres: number | null } | null }

/** A service at a place: the service's page, and which of its places. */
const PlaceRow = PublishedPage.extend({ location_id: z.string() })
export type PlaceRow = z.output<typeof PlaceRow>

const ItemsRow = z.object({ items: z.string(), size: z.number(), last: z.null() })

type Page = { limit: number; offset: number }

/** A page of services at places as JSON text, made by the database. */
export async function listPlaceItems(
  tx: Reader,
  meant: MeantPlaces,
  page: Page,
  baseUrl: string,
): Promise<Items> {
  return one(
    tx,
    ItemsRow,
    sql`with page as materialized (${pageOfPlaces(meant, page)})
      select coalesce(string_agg((${placeItem})::text, ',' order by page.n), '') as items, count(*) as size, null as last
      from page join catalogue.published_place place on place.service_id = page.service_id and place.location_id = page.location_id
      join catalogue.listed_service s on s.id = page.service_id ${serviceItem(baseUrl)}`,
  )
}

/** A page of services at places with all that is published of them. */
export async function listPlaces(tx: Reader, meant: MeantPlaces, page: Page): Promise<PlaceRow[]> {
  return many(
    tx,
    PlaceRow,
    sql`with page as materialized (${pageOfPlaces(meant, page)})
      select page.location_id, p.owner_id, p.updated_at, p.page
      from page join catalogue.published_page p on p.service_id = page.service_id order by page.n`,
  )
}

export async function countPlaces(tx: Reader, meant: MeantPlaces): Promise<number> {
  return value(tx, z.number(), sql`select count(*) from ${places(meant)}`)
}

export async function findPlace(tx: Reader, id: string): Promise<PlaceRow | null> {
  return maybe(
    tx,
    PlaceRow,
    sql`select place.location_id, p.owner_id, p.updated_at, p.page from catalogue.published_place place
        join catalogue.published_page p on p.service_id = place.service_id where place.id = ${id}::uuid`,
  )
}

export async function* streamPlaceItems(
  snapshot: Snapshot,
  meant: MeantPlaces,
  baseUrl: string,
): AsyncGenerator<string[]> {
  const statement = sql`select (${placeItem})::text as item from ${places(meant, serviceItem(baseUrl))}
    order by ${order(meant)}`
  const row = z.object({ item: z.string() })
  for await (const rows of snapshot.batches(row, statement, ITEMS_AT_ONCE)) yield rows.map(({ item }) => item)
}

export function streamPlaces(snapshot: Snapshot, meant: MeantPlaces): AsyncGenerator<PlaceRow[]> {
  const page = sql`join catalogue.published_page p on p.service_id = s.id`
  return snapshot.batches(
    PlaceRow,
    sql`select place.location_id, p.owner_id, p.updated_at, p.page from ${places(meant, page)} order by ${order(meant)}`,
    16,
  )
}

const placeItem = sql`json_build_object(
  'id', place.id, 'service_id', place.service_id, 'location_id', place.location_id,
  'location', json_strip_nulls(json_build_object(
    'id', place.location_id,
    'location_type', 'physical',
    'name', case when not place.protected then
      nullif(coalesce(place.name->>'nb', place.name->>'nn', place.name->>'en', place.name->>'se'), '') end,
    'latitude', case when not place.protected then place.latitude end,
    'longitude', case when not place.protected then place.longitude end)),
  'service', listed.item)`

function pageOfPlaces(meant: MeantPlaces, { limit, offset }: Page): Sql {
  // A number written out: see services.store.ts.
  const most = dangerouslyRawSql(String(Math.trunc(limit)))
  return sql`select service_id, location_id, row_number() over () as n from (
      select place.service_id, place.location_id from ${places(meant)}
      order by ${order(meant)} limit ${most} offset ${offset}) chosen`
}

/** The services at places that are meant, as `place` and `s`. @param joined more to be read of them */
function places({ filter, found, near }: MeantPlaces, joined: Sql = sql``): Sql {
  const searched =
    found === null
      ? sql``
      : sql` join unnest(${found}::uuid[]) with ordinality as found (id, place) on found.id = place.service_id`
  return sql`catalogue.published_place place join catalogue.listed_service s on s.id = place.service_id${searched} ${joined}
    where ${isMeant(filter)}${near === null ? sql`` : sql` and ${isNear(near)}`}`
}

function order({ found }: MeantPlaces): Sql {
  const ids = sql`place.service_id, place.location_id`
  return found === null ? ids : sql`found.place, ${ids}`
}

const METRES_PER_DEGREE = 111_320

/**
 * Without a distance: the service covers the municipality of the postcode. With one: the place lies within it from the
 * middle of the postcode, or has that very postcode, since some are wider than what is asked for. A place without
 * coordinates lies in the middle of its own postcode. A protected place lies nowhere.
 */
function isNear({ postcode, metres }: NonNullable<MeantPlaces['near']>): Sql {
  if (metres === null) {
    return sql`s.id in (select coverage.service_id from areas.postcode_point point
      cross join areas.covering(coalesce(point.municipality_code, 'NO')) c
      join catalogue.published_coverage coverage on coverage.area_code = c.area_code
      where point.postcode = ${postcode})`
  }
  return sql`(not place.protected and exists (
    select from areas.postcode_point point
    left join areas.postcode_point own on own.postcode = place.postcode
    cross join lateral (select coalesce(place.latitude, own.latitude) as latitude,
      coalesce(place.longitude, own.longitude) as longitude) spot
    where point.postcode = ${postcode} and (place.postcode = ${postcode} or (
      spot.latitude between point.latitude - ${metres}::float8 / ${METRES_PER_DEGREE}::float8
        and point.latitude + ${metres}::float8 / ${METRES_PER_DEGREE}::float8
      and 12742000 * asin(sqrt(least(1, sin(radians(spot.latitude - point.latitude) / 2) ^ 2
        + cos(radians(point.latitude)) * cos(radians(spot.latitude))
          * sin(radians(spot.longitude - point.longitude) / 2) ^ 2))) <= ${metres}::float8))))`
}
