import { makeFault, type Fault, type FaultPlace } from '../fault/fault.ts'
import { textOf, type Json } from './json-value.ts'

export type TableRowValues = { row: number; values: Record<string, string> }
export type PackageTable = { file: string; name: string; rows: TableRowValues[] }

/** Tables of HSDS by the names they have in its versions, each under the name of 3.x. */
const names: Record<string, string> = {
  service: 'service',
  organization: 'organization',
  organization_identifier: 'organization_identifier',
  location: 'location',
  service_at_location: 'service_at_location',
  services_at_location: 'service_at_location',
  address: 'address',
  addresse: 'address',
  physical_addresse: 'address',
  physical_address: 'address',
  phone: 'phone',
  schedule: 'schedule',
  regular_schedule: 'schedule',
  holiday_schedule: 'holiday_schedule',
  service_area: 'service_area',
  language: 'language',
  cost_option: 'cost_option',
  fee: 'fee',
  eligibility: 'eligibility',
  attribute: 'attribute',
  service_attribute: 'attribute',
  service_taxonomy: 'attribute',
  services_taxonomy: 'attribute',
  taxonomy_term: 'taxonomy_term',
  taxonomie: 'taxonomy',
  taxonomy: 'taxonomy',
  additional_url: 'additional_url',
  url: 'additional_url',
}

/** `data/services.csv` is the table `service`; null for tables we do not read. */
export function tableName(file: string): string | null {
  const base = file
    .split('/')
    .at(-1)!
    .replace(/\.csv$/, '')
    .toLowerCase()
  return names[base] ?? names[base.replace(/s$/, '')] ?? null
}

export type JoinedService = { service: Json; at: FaultPlace; faults: Fault[] }

/**
 * Services with what belongs to them, as HSDS has them in JSON. A row that refers to something that is not there is told, and stops
 * no other.
 */
export function joinTables(tables: readonly PackageTable[]): { services: JoinedService[]; faults: Fault[] } {
  const faults: Fault[] = []
  const rowsOf = (name: string) =>
    tables
      .filter(table => table.name === name)
      .flatMap(({ file, rows }) =>
        rows.map(({ row, values }) => ({ at: { file, row } satisfies FaultPlace, values })),
      )
  const byId = (name: string) => new Map(rowsOf(name).map(({ values }) => [values['id'] ?? '', values]))
  const dangling = (at: FaultPlace, table: string, value: string) =>
    makeFault('dangling', at, { table, value }, 'warning')

  const joined = rowsOf('service').map(({ at, values }) => {
    const service: Record<string, unknown> = withoutEmpty(values)
    return { service, at, faults: [] as Fault[] }
  })
  const services = new Map(joined.map(one => [textOf(one.service, 'id') ?? '', one]))

  const organizations = byId('organization')
  const identifiers = Map.groupBy(
    rowsOf('organization_identifier'),
    ({ values }) => values['organization_id'] ?? '',
  )
  for (const { service, at, faults: own } of joined) {
    const id = service['organization_id']
    if (typeof id !== 'string') continue
    const organization = organizations.get(id)
    if (organization)
      service['organization'] = {
        ...withoutEmpty(organization),
        organization_identifiers: (identifiers.get(id) ?? []).map(({ values }) => withoutEmpty(values)),
      }
    else if (organizations.size > 0) own.push(dangling(at, 'organization', id))
  }

  const locations = byId('location')
  const addresses = Map.groupBy(rowsOf('address'), ({ values }) => values['location_id'] ?? '')
  const links = new Map<string, JoinedService>()
  const taxonomies = byId('taxonomy')
  const terms = byId('taxonomy_term')

  /** Puts a row under its service, or tells that it has none. */
  const add = (name: string, at: FaultPlace, serviceId: string, value: Json) => {
    const owner = services.get(serviceId)
    if (!owner) return void faults.push(dangling(at, 'service', serviceId))
    const list = (owner.service[name] ??= []) as Json[]
    list.push(value)
  }

  for (const { at, values } of rowsOf('service_at_location')) {
    const owner = services.get(values['service_id'] ?? '')
    const location = locations.get(values['location_id'] ?? '')
    if (owner && values['id']) links.set(values['id'], owner)
    if (owner && !location) owner.faults.push(dangling(at, 'location', values['location_id'] ?? ''))
    else
      add('service_at_locations', at, values['service_id'] ?? '', {
        location: {
          ...withoutEmpty(location ?? {}),
          addresses: (addresses.get(values['location_id'] ?? '') ?? []).map(row => withoutEmpty(row.values)),
        },
      })
  }

  const parts = [
    ['phone', 'phones'],
    ['schedule', 'schedules'],
    ['holiday_schedule', 'holiday_schedules'],
    ['service_area', 'service_areas'],
    ['language', 'languages'],
    ['cost_option', 'cost_options'],
    ['fee', 'fee'],
    ['eligibility', 'eligibility'],
    ['additional_url', 'additional_urls'],
  ] as const
  for (const [table, name] of parts) {
    for (const { at, values } of rowsOf(table)) {
      const serviceId = values['service_id'] || serviceOfLink(links, values['service_at_location_id'])
      // What belongs to an organisation, a place or a contact is not the service's.
      if (serviceId) add(name, at, serviceId, withoutEmpty(values))
    }
  }

  for (const { at, values } of rowsOf('attribute')) {
    if (values['link_entity'] && values['link_entity'] !== 'service') continue
    const serviceId = values['link_id'] || values['service_id'] || ''
    const termId = values['taxonomy_term_id'] || values['taxonomy_id'] || ''
    // In 1.x the words themselves stand in the table of taxonomies.
    const term = terms.get(termId) ?? taxonomies.get(termId)
    if (!term) {
      const fault = dangling(at, 'taxonomy_term', termId)
      ;(services.get(serviceId)?.faults ?? faults).push(fault)
      continue
    }
    const taxonomy = taxonomies.get(term['taxonomy_id'] ?? '')
    add('attributes', at, serviceId, {
      taxonomy_term: {
        ...withoutEmpty(term),
        ...(taxonomy && { taxonomy_detail: withoutEmpty(taxonomy) }),
      },
    })
  }
  return { services: joined, faults }
}

function serviceOfLink(links: ReadonlyMap<string, JoinedService>, id: string | undefined): string {
  const service = id ? links.get(id)?.service : undefined
  return (service && textOf(service, 'id')) ?? ''
}

function withoutEmpty(values: Record<string, string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
}
