import { createHash } from 'node:crypto'
import * as z from 'zod'
import { exec, many, sql, value, type Tx } from '#platform/db/sql.ts'
import type { ServiceDocument } from '../document/document.schema.ts'

/**
 * What could lead to a protected door is left out before anything is kept; its name too, for people write anything there.
 */
export function withoutProtectedAddresses(document: ServiceDocument): ServiceDocument {
  return {
    ...document,
    places: document.places.map(({ name, area, approximate, protected: isProtected, ...address }) => ({
      ...(name && !isProtected && { name }),
      area,
      approximate,
      protected: isProtected,
      ...(!isProtected && address),
    })),
  }
}

/** Writes the places of a service; those of one organisation that are the same are one location. */
export async function writePlaces(
  tx: Tx,
  record: { id: string; owner_id: string },
  d: ServiceDocument,
): Promise<void> {
  for (const [position, place] of d.places.entries()) {
    const shown = { ...place, name: place.name ?? {} }
    const fingerprint = createHash('sha256')
      .update(JSON.stringify([record.owner_id, shown]))
      .digest('hex')
    const location = await value(
      tx,
      z.string(),
      sql`insert into catalogue.location
            (organization_id, fingerprint, name, area_code, street, postcode, city, latitude, longitude, approximate, protected)
          values (${record.owner_id}, ${fingerprint}, ${JSON.stringify(shown.name)}, ${shown.area}, ${shown.street ?? null},
                  ${shown.postcode ?? null}, ${shown.city ?? null}, ${shown.lat ?? null}, ${shown.lon ?? null},
                  ${shown.approximate}, ${shown.protected})
          on conflict (fingerprint) do update set fingerprint = excluded.fingerprint
          returning id`,
    )
    await exec(
      tx,
      sql`insert into catalogue.service_at_location (service_id, location_id, position)
          values (${record.id}, ${location}, ${position}) on conflict do nothing`,
    )
  }
}

/** Takes a service from its places. @returns ids of the locations where it was */
export async function leaveLocations(tx: Tx, serviceId: string): Promise<string[]> {
  const left = await many(
    tx,
    z.object({ location_id: z.string() }),
    sql`delete from catalogue.service_at_location where service_id = ${serviceId} returning location_id`,
  )
  return left.map(row => row.location_id)
}

/** An address that no service names any more does not stay for the public to read: it may have become a protected one. */
export async function removeUnused(tx: Tx, locations: string[]): Promise<void> {
  await exec(
    tx,
    sql`delete from catalogue.location where id = any(${locations}::uuid[])
          and not exists (select from catalogue.service_at_location where location_id = location.id)`,
  )
}

/**
 * Takes from earlier versions of a service what could lead to a place that is protected now: every address that the document
 * does not still give openly.
 */
export async function forgetFormerAddresses(tx: Tx, id: string, d: ServiceDocument): Promise<void> {
  if (!d.places.some(place => place.protected)) return
  const open = d.places.flatMap(place => (!place.protected && place.street ? [place.street] : []))
  await exec(
    tx,
    sql`update catalogue.service_version set document = jsonb_set(document, '{places}', (
          select coalesce(jsonb_agg(case when place->>'street' = any(${open}::text[]) then place
            else place - '{name,street,postcode,city,lat,lon}'::text[] end), '[]')
          from jsonb_array_elements(document->'places') place))
        where service_id = ${id} and jsonb_array_length(coalesce(document->'places', '[]')) > 0`,
  )
}
