import { officialUri, type Geography } from '#modules/areas/index.ts'
import { pickText } from '#platform/i18n/language.ts'
import { urls } from '../urls.ts'
import { derivedId } from './derived-id.ts'
import type { Location, ServiceArea } from './hsds.schema.ts'
import { withoutEmpty } from './hsds-contact.ts'
import type { Place } from './service-page.schema.ts'

/** An area that a service covers, by name and number. */
export function hsdsArea(
  serviceId: string,
  code: string,
  { geography, baseUrl }: { geography: Geography; baseUrl: string },
): ServiceArea {
  const area = geography.need(code)
  return {
    id: derivedId(serviceId, 'area', code),
    service_id: serviceId,
    name: area.distinctName,
    uri: areaUri(code, baseUrl),
    area_code: code,
    area_kind: area.kind,
  }
}

/** A lasting name for an area: the official one, or else one of ours. */
export function areaUri(code: string, baseUrl: string): string {
  return officialUri(code) ?? `${baseUrl}${urls.catalog.href()}#omrade-${code}`
}

/** A place. Of a protected one nothing but the municipality, though no more than that is kept in the first place. */
export function hsdsLocation(place: Place, geography: Geography): Location {
  const municipality = geography.municipalityOf(place.area_code)
  const around = municipality?.name ?? geography.get(place.area_code)?.name
  if (place.protected) {
    return withoutEmpty<Location>({
      id: place.id,
      location_type: 'physical',
      description: around ? `Skjermet adresse i ${around}` : 'Skjermet adresse',
    })
  }
  const name = pickText(place.name, 'nb')?.text
  return withoutEmpty<Location>({
    id: place.id,
    location_type: 'physical',
    name,
    description: place.approximate ? 'Stedet er omtrentlig.' : undefined,
    latitude: place.latitude ?? undefined,
    longitude: place.longitude ?? undefined,
    addresses: addressOf(place, name, around, geography),
  })
}

/** HSDS wants every line of an address: one without a postcode is none, and one without a street begins with the name. */
function addressOf(place: Place, name: string | undefined, region: string | undefined, geography: Geography) {
  if (!place.postcode || !place.city) return []
  return [
    withoutEmpty<NonNullable<Location['addresses']>[number]>({
      id: derivedId(place.id, 'address'),
      address_1: place.street ?? name ?? place.city,
      city: place.city,
      region,
      state_province: geography.countyOf(place.area_code)?.name ?? 'Norge',
      postal_code: place.postcode,
      country: 'NO',
      address_type: 'physical',
    }),
  ]
}
