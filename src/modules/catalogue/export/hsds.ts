import { hash } from 'node:crypto'
import { pickText, type LocalText } from '#platform/i18n/language.ts'
import type { ServiceDocument } from '../document/document.schema.ts'
import { EXTENSION, extensionOf } from '../import/hsds/extension.ts'
import { plainDocument } from '../import/hsds/read-hsds.ts'
import type { ImportWorld, VocabularyWords } from '../import/words/import-words.ts'

/** A service to be written, with the ids it has in the catalogue. */
export type ExportedService = { id: string; organizationId: string; document: ServiceDocument }

export type HsdsObject = { [name: string]: unknown }

/**
 * A service as its owner has it in HSDS 3.2. What HSDS has no word for stands in one field of ours, `nettungen`, so that import gives
 * the same document back. Our open data has a form of its own, made of what is published and for everybody to read.
 */
export function hsdsOf(service: ExportedService, world: ImportWorld): HsdsObject {
  const form = hsdsForm(service, world)
  return { ...form, [EXTENSION]: extensionOf(service.document, plainDocument(form, world)) }
}

function hsdsForm({ id, organizationId, document }: ExportedService, world: ImportWorld): HsdsObject {
  const of = (...parts: string[]) => derivedId(id, ...parts)
  const [link, ...links] = document.links
  return withoutEmpty({
    id,
    organization_id: organizationId,
    name: norwegian(document.name),
    description: [norwegian(document.summary), norwegian(document.description)].filter(Boolean).join('\n\n'),
    url: link && asciiUrl(link.url),
    additional_urls: links.map((other, i) =>
      withoutEmpty({
        id: of('url', String(i)),
        service_id: id,
        label: norwegian(other.label),
        url: asciiUrl(other.url),
      }),
    ),
    status: 'active',
    interpretation_services: document.interpreter ? 'Tilbudet kan skaffe tolk.' : undefined,
    application_process: norwegian(document.how_to_get),
    fees_description: norwegian(document.cost.text),
    ...yearsOf(document.age),
    assured_date: document.confirmed,
    room: document.room,
    phones: document.phones.map((phone, i) =>
      withoutEmpty({
        id: of('phone', String(i)),
        service_id: id,
        number: phone.number,
        type: phone.kind === 'sms' ? 'text' : phone.kind,
        description: norwegian(phone.label),
      }),
    ),
    schedules: schedulesOf(document).map((schedule, i) =>
      withoutEmpty({ id: of('schedule', String(i)), service_id: id, ...schedule }),
    ),
    service_areas: document.coverage.map((code, i) => ({
      id: of('area', String(i)),
      service_id: id,
      name: world.areas.nameOf(code),
      area_code: code,
    })),
    service_at_locations: document.places.map((place, i) => ({
      id: of('place', String(i)),
      service_id: id,
      location_id: of('location', String(i)),
      location: locationOf(place, of('location', String(i)), of('address', String(i)), world),
    })),
    languages: document.languages.map((code, i) => ({
      id: of('language', String(i)),
      service_id: id,
      code,
      name: world.lists.languages.nameOf(code),
    })),
    organization: organizationOf(organizationId, world),
    cost_options: costOf(document.cost, of('cost'), id, world),
    attributes: attributesOf(document, id, world),
  })
}

/** Bokmål, or nynorsk where there is none; other languages are in our own field. */
function norwegian(text: LocalText | undefined): string | undefined {
  return text && (text.nb ?? text.nn)
}

function yearsOf(age: ServiceDocument['age']): HsdsObject {
  const rounded = (months: number) => Math.round((months / 12) * 100) / 100
  return {
    minimum_age: age?.from ? rounded(age.from) : undefined,
    maximum_age: age?.to === undefined ? undefined : age.to % 12 === 0 ? age.to / 12 - 1 : rounded(age.to),
  }
}

/** Times are Norwegian local time, since an offset would be wrong half the year. */
function schedulesOf({ hours, hours_exceptions }: ServiceDocument): HsdsObject[] {
  return [
    ...hours.map(line => {
      const isAlways = 'always' in line
      return {
        freq: 'WEEKLY',
        byday: isAlways ? 'MO,TU,WE,TH,FR,SA,SU' : line.days.join(',').toUpperCase(),
        valid_from: isAlways ? undefined : line.valid?.from,
        valid_to: isAlways ? undefined : line.valid?.to,
        opens_at: isAlways ? '00:00' : line.opens,
        closes_at: isAlways ? '24:00' : line.closes,
        description: isAlways ? 'Hele døgnet' : line.term ? 'I skoleåret, ikke i skoleferiene' : undefined,
        notes: norwegian(line.note),
      }
    }),
    ...hours_exceptions.map(day => ({
      dtstart: day.date,
      valid_from: day.date,
      valid_to: day.date,
      opens_at: 'opens' in day ? day.opens : undefined,
      closes_at: 'closes' in day ? day.closes : undefined,
      description: 'closed' in day ? 'Stengt denne dagen' : 'Andre tider denne dagen',
      notes: norwegian(day.note),
    })),
  ]
}

type Place = ServiceDocument['places'][number]

/** Of a protected place nothing but that there is one. */
function locationOf(place: Place, id: string, addressId: string, world: ImportWorld): HsdsObject {
  if (place.protected) return { id, location_type: 'physical', description: 'Skjermet adresse' }
  const municipality = world.areas.municipalityOf(place.area)
  const region = municipality && world.areas.nameOf(municipality)
  const address = withoutEmpty({
    id: addressId,
    location_id: id,
    address_1: place.street ?? norwegian(place.name) ?? place.city,
    city: place.city,
    region,
    state_province: region ?? 'Norge',
    postal_code: place.postcode,
    country: 'NO',
    address_type: 'physical',
  })
  // HSDS wants every line of an address: one without a postcode is none.
  const isWhole = place.postcode !== undefined && place.city !== undefined
  return withoutEmpty({
    id,
    location_type: 'physical',
    name: norwegian(place.name),
    description: place.approximate ? 'Stedet er omtrentlig.' : undefined,
    latitude: place.lat,
    longitude: place.lon,
    addresses: isWhole ? [address] : [],
  })
}

function organizationOf(id: string, { organizations, owner }: ImportWorld): HsdsObject {
  const known = organizations.find(({ key }) => key === owner)
  const name = pickText(known?.name, 'nb')?.text ?? owner
  const identifier = {
    id: derivedId(id, 'NO-BRC'),
    organization_id: id,
    identifier_scheme: 'NO-BRC',
    identifier_type: 'Organisasjonsnummer',
    identifier: known?.number,
  }
  return withoutEmpty({
    id,
    name,
    description: name,
    organization_identifiers: known?.number ? [identifier] : [],
  })
}

function costOf(
  cost: ServiceDocument['cost'],
  id: string,
  serviceId: string,
  { lists }: ImportWorld,
): HsdsObject[] {
  if (cost.kind === 'unknown') return []
  const amount = cost.amount_nok ?? (cost.kind === 'free' ? 0 : undefined)
  return [
    withoutEmpty({
      id,
      service_id: serviceId,
      option: lists.cost.nameOf(cost.kind),
      currency: amount === undefined ? undefined : 'NOK',
      amount,
      amount_description: norwegian(cost.text),
    }),
  ]
}

/** The taxonomies that our open data has, by the same names. */
const taxonomyNames = [
  ['room', 'Rom'],
  ['audiences', 'For hvem'],
  ['target_groups', 'Målgruppe'],
  ['risk_groups', 'Risiko'],
  ['diagnosis_groups', 'Psykisk helse'],
  ['themes', 'Los'],
  ['access', 'Tilgang'],
] as const satisfies readonly (readonly [keyof VocabularyWords, string])[]

function attributesOf(document: ServiceDocument, id: string, { lists }: ImportWorld): HsdsObject[] {
  return taxonomyNames.flatMap(([field, taxonomy]) =>
    [document[field]].flat().map((code, i) => {
      const termId = derivedId('term', taxonomy, code)
      const name = lists[field].nameOf(code)
      return {
        id: derivedId(id, field, String(i)),
        link_id: id,
        link_entity: 'service',
        taxonomy_term_id: termId,
        taxonomy_term: {
          id: termId,
          code,
          name,
          description: name,
          taxonomy,
          taxonomy_id: derivedId('taxonomy', taxonomy),
          language: 'nb',
        },
      }
    }),
  )
}

/** Letters beyond ASCII are encoded: an address with them is a link to browsers, but no URI. */
function asciiUrl(url: string): string {
  return /^[!-~]+$/.test(url) ? url : (URL.parse(url)?.href ?? url)
}

/** An id for what has none of its own, the same each time: a version 8 UUID. */
export function derivedId(...parts: string[]): string {
  const hex = hash('sha256', JSON.stringify(parts), 'hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** What HSDS asks for: what is not known is left out, not null and not empty. */
function withoutEmpty(given: HsdsObject): HsdsObject {
  return Object.fromEntries(
    Object.entries(given).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  )
}
