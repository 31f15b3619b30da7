import type { JsonItem } from '../file/json.ts'
import { makeFault, type Fault, type FaultPlace } from '../fault/fault.ts'
import { joinTables, tableName, type JoinedService, type PackageTable } from './join-tables.ts'
import { isJson, listOf, textOf, type Json } from './json-value.ts'

/** A value that should be a service, where it stands, and what is wrong around it. */
export type FoundService = Omit<JoinedService, 'service'> & { service: unknown }

export type Found = FoundService | { lost: Fault }

/**
 * The services in a value, whichever version of HSDS it is of: a service; an organisation or place with its services (`complete` of
 * 1.x and 2.x); or the tables of a package in one document.
 */
export function servicesIn({ value, path, row }: JsonItem): Found[] {
  const at = { ...(path !== undefined && { path }), ...(row !== undefined && { row }) }
  const plain = { service: value, at, faults: [], origins: new Map<string, FaultPlace>() }
  if (!isJson(value)) return [plain]
  const inner = Object.hasOwn(value, 'services') ? value['services'] : undefined
  if (!Array.isArray(inner)) return [plain]
  // The path of the whole is not said; what stands in it has a path of its own.
  const within = path === undefined || path === '$' ? '' : `${path}.`
  const tables = textOf(value, 'id') === undefined ? tablesOf(value, at, within) : []
  if (tables.length > 1) {
    const { services, faults } = joinTables(tables)
    return [...services, ...faults.map(lost => ({ lost }))]
  }
  return inner.map((service: unknown, i) => ({
    ...plain,
    service: isJson(service) ? withHolder(service, value) : service,
    at: { ...at, path: `${within}services[${i}]` },
  }))
}

/** The tables of a document that has several side by side. */
function tablesOf(value: Json, at: FaultPlace, within: string): PackageTable[] {
  return Object.entries(value).flatMap(([key, rows]) => {
    const name = tableName(key)
    if (name === null || !Array.isArray(rows)) return []
    return [
      {
        name,
        rows: rows.map((row: unknown, i) => {
          const place = { ...at, path: `${within}${key}[${i}]` }
          return isJson(row)
            ? { at: place, values: row }
            : { at: place, values: {}, fault: makeFault('notAnObject', place) }
        }),
      },
    ]
  })
}

const addressNames = ['physical_addresses', 'physical_address', 'addresses', 'address']

/** A service with what its organisation or place says of it. */
function withHolder(service: Json, whole: Json): Json {
  const { services: _services, ...holder } = whole
  const isPlace = [...addressNames, 'latitude'].some(name => Object.hasOwn(holder, name))
  if (isPlace) {
    const hasPlace = ['location', 'locations', 'service_at_locations', 'service_at_location'].some(name =>
      Object.hasOwn(service, name),
    )
    return hasPlace ? service : { ...service, location: holder }
  }
  const places = new Map(
    listOf(holder, '', 'locations', 'location').map(({ item }) => [textOf(item, 'id') ?? '', item]),
  )
  const found = { ...service, ...(!Object.hasOwn(service, 'organization') && { organization: holder }) }
  if (places.size === 0) return found
  const links = ['service_at_locations', 'services_at_location', 'service_at_location'].flatMap(name => {
    const given = Object.hasOwn(service, name) ? service[name] : undefined
    if (given === undefined) return []
    const resolved = [given].flat().map((link: unknown) => {
      const place = isJson(link) && !isJson(link['location']) && places.get(textOf(link, 'location_id') ?? '')
      return place ? { ...link, location: place } : link
    })
    return [[name, resolved] as const]
  })
  return { ...found, ...Object.fromEntries(links) }
}
