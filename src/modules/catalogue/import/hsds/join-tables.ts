import { makeFault, type Fault, type FaultPlace } from '../fault/fault.ts'
import { isJson, textOf, type Json } from './json-value.ts'

/** A row with where it stands, and what is wrong with it when it cannot be read. */
export type TableRow = { at: FaultPlace; values: Json; fault?: Fault }
export type PackageTable = { name: string; rows: TableRow[] }

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
  eligibilitie: 'eligibility',
  contact: 'contact',
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

/** `origins`: where what was put under the service stands, by its path from there. */
export type JoinedService = {
  service: Record<string, unknown>
  at: FaultPlace
  faults: Fault[]
  origins: Map<string, FaultPlace>
}

/**
 * Services with what belongs to them, as HSDS has them in JSON. A row that refers to something that is not there is told, and stops
 * no other.
 */
export function joinTables(tables: readonly PackageTable[]): { services: JoinedService[]; faults: Fault[] } {
  const faults: Fault[] = tables.flatMap(({ rows }) => rows.flatMap(({ fault }) => fault ?? []))
  const rowsOf = (name: string) =>
    tables.filter(table => table.name === name).flatMap(({ rows }) => rows.filter(row => !row.fault))
  const byId = (name: string) => new Map(rowsOf(name).map(row => [idIn(row, 'id'), row]))
  const dangling = (at: FaultPlace, table: string, value: string) =>
    makeFault('dangling', at, { table, value }, 'warning')

  const joined = rowsOf('service').map(({ at, values }) => ({
    service: withoutEmpty(values),
    at,
    faults: [] as Fault[],
    origins: new Map<string, FaultPlace>(),
  }))
  const services = new Map(joined.map(one => [textOf(one.service, 'id') ?? '', one]))

  const organizations = byId('organization')
  const identifiers = Map.groupBy(rowsOf('organization_identifier'), row => idIn(row, 'organization_id'))
  for (const { service, at, faults: own } of joined) {
    const id = textOf(service, 'organization_id')
    if (id === undefined || isJson(service['organization'])) continue
    const organization = organizations.get(id)
    if (organization)
      service['organization'] = {
        ...withoutEmpty(organization.values),
        ...listed('organization_identifiers', identifiers.get(id)),
      }
    else if (organizations.size > 0) own.push(dangling(at, 'organization', id))
  }

  const locations = byId('location')
  const addresses = Map.groupBy(rowsOf('address'), row => idIn(row, 'location_id'))
  const links = new Map<string, JoinedService>()
  const taxonomies = byId('taxonomy')
  const terms = byId('taxonomy_term')

  /** Puts a row under its service, or tells that it has none. @returns its path there */
  const add = (name: string, at: FaultPlace, serviceId: string, value: Json): string | null => {
    const owner = services.get(serviceId)
    if (!owner) {
      faults.push(dangling(at, 'service', serviceId))
      return null
    }
    const given = owner.service[name]
    const list: unknown[] = Array.isArray(given) ? given : given === undefined ? [] : [given]
    const path = `.${name}[${list.length}]`
    owner.service[name] = [...list, value]
    owner.origins.set(path, at)
    return path
  }

  for (const { at, values } of rowsOf('service_at_location')) {
    const serviceId = textOf(values, 'service_id') ?? ''
    const locationId = textOf(values, 'location_id') ?? ''
    const owner = services.get(serviceId)
    const location = locations.get(locationId)
    const id = textOf(values, 'id')
    if (owner && id !== undefined) links.set(id, owner)
    const own = isJson(values['location']) ? values['location'] : undefined
    if (owner && !location && !own) {
      owner.faults.push(dangling(at, 'location', locationId))
      continue
    }
    const rows = addresses.get(locationId)
    const path = add('service_at_locations', at, serviceId, {
      ...withoutEmpty(values),
      location: { ...withoutEmpty(location?.values ?? own ?? {}), ...listed('addresses', rows) },
    })
    if (!owner || path === null) continue
    if (location) owner.origins.set(`${path}.location`, location.at)
    for (const [i, row] of (rows ?? []).entries())
      owner.origins.set(`${path}.location.addresses[${i}]`, row.at)
  }

  // A contact without a name is a way to the service, and no person.
  const contacts = new Map(
    rowsOf('contact')
      .filter(({ values }) => textOf(values, 'name') === undefined)
      .map(row => [idIn(row, 'id'), idIn(row, 'service_id')]),
  )
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
      const serviceId =
        textOf(values, 'service_id') ??
        (serviceOfLink(links, textOf(values, 'service_at_location_id')) ||
          contacts.get(textOf(values, 'contact_id') ?? ''))
      // What belongs to an organisation, a place or a person is not the service's.
      if (serviceId) add(name, at, serviceId, withoutEmpty(values))
    }
  }

  for (const { at, values } of rowsOf('attribute')) {
    if ((textOf(values, 'link_entity') ?? 'service') !== 'service') continue
    const serviceId = textOf(values, 'link_id', 'service_id') ?? ''
    const termId = textOf(values, 'taxonomy_term_id', 'taxonomy_id') ?? ''
    // In 1.x the words themselves stand in the table of taxonomies.
    const term = terms.get(termId) ?? taxonomies.get(termId)
    if (!term) {
      const fault = dangling(at, 'taxonomy_term', termId)
      ;(services.get(serviceId)?.faults ?? faults).push(fault)
      continue
    }
    const taxonomy = taxonomies.get(idIn(term, 'taxonomy_id'))
    add('attributes', at, serviceId, {
      taxonomy_term: {
        ...withoutEmpty(term.values),
        ...(taxonomy && { taxonomy_detail: withoutEmpty(taxonomy.values) }),
      },
    })
  }
  return { services: joined, faults }
}

const idIn = ({ values }: TableRow, name: string): string => textOf(values, name) ?? ''

/** Rows as a list of a name; nothing where there are none, so that what stands in the row itself stays. */
function listed(name: string, rows: readonly TableRow[] | undefined): Json {
  return rows ? { [name]: rows.map(({ values }) => withoutEmpty(values)) } : {}
}

function serviceOfLink(links: ReadonlyMap<string, JoinedService>, id: string | undefined): string {
  const service = id ? links.get(id)?.service : undefined
  return (service && textOf(service, 'id')) ?? ''
}

function withoutEmpty(values: Json): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== null))
}
