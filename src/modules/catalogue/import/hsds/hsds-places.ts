import type { IncompleteDocument, Reading } from '../record/record.ts'
import { readPostcode } from '../words/values.ts'
import { listOf, numberOf, objectOf, textOf, type Json } from './json-value.ts'

/** Reads coverage: by code where the area has one (ours), else by name. */
export function readAreas(service: Json, path: string, { document, world, fault }: Reading): void {
  const codes: string[] = []
  for (const { item, path: at } of listOf(service, path, 'service_areas', 'service_area')) {
    const given = textOf(item, 'area_code', 'name', 'service_area', 'description')
    if (given === undefined) continue
    const found = world.areas.find(given)
    if (typeof found === 'string') codes.push(found)
    else if (found === null) fault('unknownArea', { path: at }, { value: given }, 'warning')
    else fault('severalAreas', { path: at }, { value: given, suggestions: found.join(', ') }, 'warning')
  }
  if (codes.length > 0) document.coverage = codes
}

type Place = NonNullable<IncompleteDocument['places']>[number]

/** Reads where the service is given. The municipality of a place that does not tell is found afterwards (completePlaces). */
export function readPlaces(service: Json, path: string, reading: Reading): void {
  const places: Place[] = []
  const links = listOf(service, path, 'service_at_locations', 'services_at_location', 'service_at_location')
  for (const { item, path: at } of links) {
    const location = objectOf(item, 'location')
    if (location) places.push(...placeOf(location, `${at}.location`, reading))
    else if (textOf(item, 'location_id') !== undefined)
      reading.fault(
        'dangling',
        { path: at },
        { table: 'location', value: textOf(item, 'location_id')! },
        'warning',
      )
  }
  for (const { item, path: at } of listOf(service, path, 'locations', 'location'))
    places.push(...placeOf(item, at, reading))
  if (places.length > 0) reading.document.places = places
}

function placeOf(location: Json, path: string, { world, fault }: Reading): Place[] {
  const [address] = listOf(location, path, 'addresses', 'physical_addresses', 'physical_address', 'address')
  const name = textOf(location, 'name')
  const street =
    address &&
    [textOf(address.item, 'address_1'), textOf(address.item, 'address_2')].filter(Boolean).join(', ')
  const given = address && textOf(address.item, 'postal_code')
  const postcode = given === undefined ? null : readPostcode(given)
  if (given !== undefined && postcode === null)
    fault('notPostcode', { path: address!.path }, { value: given }, 'warning')
  const city = address && textOf(address.item, 'city')
  const [lat, lon] = [numberOf(location, 'latitude'), numberOf(location, 'longitude')]
  const isHere = lat !== undefined && lon !== undefined && lat >= 57 && lat <= 81.5 && lon >= -10 && lon <= 34
  if (name === undefined && !street && city === undefined && !isHere) return []
  const municipality = [address && textOf(address.item, 'region'), city]
    .map(word => (word === undefined ? null : world.areas.find(word)))
    .find(found => typeof found === 'string')
  return [
    {
      ...(name !== undefined && { name: { nb: name } }),
      ...(street && { street }),
      ...(postcode !== null && { postcode }),
      ...(city !== undefined && { city }),
      area: (typeof municipality === 'string' && world.areas.municipalityOf(municipality)) || '',
      ...(isHere && { lat, lon }),
      approximate: false,
      protected: false,
    },
  ]
}
