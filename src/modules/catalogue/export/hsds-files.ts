import { csvLine } from '#platform/http/csv.ts'
import { writeZip } from '../import/file/zip.ts'
import { isJson, type Json } from '../import/hsds/json-value.ts'
import type { ImportWorld } from '../import/words/import-words.ts'
import { hsdsOf, type ExportedService } from './hsds.ts'

/** All services in one JSON array. */
export function* writeHsdsJson(services: Iterable<ExportedService>, world: ImportWorld): Generator<string> {
  let before = '[\n'
  for (const service of services) {
    yield before + JSON.stringify(hsdsOf(service, world))
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

/** A service on each line. */
export function* writeHsdsNdjson(services: Iterable<ExportedService>, world: ImportWorld): Generator<string> {
  for (const service of services) yield `${JSON.stringify(hsdsOf(service, world))}\n`
}

/** The tables of a package and their columns, as HSDS 3.0 has them in datapackage.json, and our own last. */
const tables: Record<string, readonly string[]> = {
  services: [
    'id',
    'organization_id',
    'name',
    'description',
    'url',
    'status',
    'interpretation_services',
    'application_process',
    'fees_description',
    'minimum_age',
    'maximum_age',
    'assured_date',
    'room',
    'nettungen',
  ],
  organizations: ['id', 'name', 'description'],
  organization_identifiers: ['id', 'organization_id', 'identifier_scheme', 'identifier_type', 'identifier'],
  additional_urls: ['id', 'service_id', 'label', 'url'],
  phones: ['id', 'service_id', 'number', 'type', 'description'],
  schedules: [
    'id',
    'service_id',
    'valid_from',
    'valid_to',
    'dtstart',
    'freq',
    'byday',
    'description',
    'opens_at',
    'closes_at',
    'notes',
  ],
  service_areas: ['id', 'service_id', 'name', 'area_code'],
  service_at_location: ['id', 'service_id', 'location_id'],
  locations: ['id', 'location_type', 'name', 'description', 'latitude', 'longitude'],
  addresses: [
    'id',
    'location_id',
    'address_1',
    'city',
    'region',
    'state_province',
    'postal_code',
    'country',
    'address_type',
  ],
  languages: ['id', 'service_id', 'name', 'code'],
  cost_options: ['id', 'service_id', 'option', 'currency', 'amount', 'amount_description'],
  attributes: ['id', 'link_id', 'taxonomy_term_id', 'link_entity'],
  taxonomy_terms: ['id', 'code', 'name', 'description', 'taxonomy', 'language', 'taxonomy_id'],
}

/** A tabular data package (frictionless): datapackage.json and a CSV file for each table, in a zip archive. */
export function writePackage(services: Iterable<ExportedService>, world: ImportWorld): Buffer {
  const rows = new Map(Object.keys(tables).map(name => [name, new Map<string, Json>()]))
  const add = (name: string, row: Json) => void rows.get(name)!.set(String(row['id']), row)
  for (const service of services) {
    const { organization, service_at_locations: places, attributes, ...rest } = hsdsOf(service, world)
    add('services', { ...rest, nettungen: JSON.stringify(rest['nettungen']) })
    if (isJson(organization)) {
      add('organizations', organization)
      for (const one of objects(organization['organization_identifiers']))
        add('organization_identifiers', one)
    }
    for (const name of [
      'additional_urls',
      'phones',
      'schedules',
      'service_areas',
      'languages',
      'cost_options',
    ])
      for (const one of objects(rest[name])) add(name, one)
    for (const place of objects(places)) {
      add('service_at_location', place)
      for (const location of objects([place['location']])) {
        add('locations', location)
        for (const address of objects(location['addresses'])) add('addresses', address)
      }
    }
    for (const attribute of objects(attributes)) {
      add('attributes', attribute)
      for (const term of objects([attribute['taxonomy_term']])) add('taxonomy_terms', term)
    }
  }
  const files = Object.entries(tables).map(([name, fields]) => ({
    name: `${name}.csv`,
    bytes: Buffer.from(
      [[...fields], ...[...rows.get(name)!.values()].map(row => fields.map(field => cellOf(row[field])))]
        .map(cells => csvLine(cells, ','))
        .join(''),
    ),
  }))
  return writeZip([{ name: 'datapackage.json', bytes: Buffer.from(describePackage()) }, ...files])
}

function objects(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isJson) : []
}

function cellOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function describePackage(): string {
  return JSON.stringify(
    {
      name: 'nettungen-tilbud',
      title: 'Human Services Data Specification',
      profile: 'tabular-data-package',
      resources: Object.entries(tables).map(([name, fields]) => ({
        profile: 'tabular-data-resource',
        name,
        path: `${name}.csv`,
        encoding: 'utf-8',
        schema: { fields: fields.map(field => ({ name: field, type: 'string' })), primaryKey: 'id' },
      })),
    },
    null,
    2,
  )
}
