import type { JsonRead } from '../file/json.ts'
import { makeFault, type Fault, type FaultPlace } from '../fault/fault.ts'
import {
  finishRecord,
  startReading,
  type ImportedRecord,
  type ImportRead,
  type Reading,
} from '../record/record.ts'
import { completePlaces } from '../table/place-columns.ts'
import { readDate } from '../words/values.ts'
import type { ImportWorld } from '../words/import-words.ts'
import { applyExtension, EXTENSION } from './extension.ts'
import { readContacts, readSchedules } from './hsds-contacts.ts'
import { readAreas, readPlaces } from './hsds-places.ts'
import { readCost, readLanguages, readTerms } from './hsds-words.ts'
import { isJson, listOf, numberOf, objectOf, textOf, type Json } from './json-value.ts'
import { servicesIn } from './services-in.ts'

/** The records of services in HSDS 3.x, or 1.x and 2.x as far as their fields are the same. */
export async function* readHsdsItems(
  items: AsyncIterable<JsonRead> | Iterable<JsonRead>,
  world: ImportWorld,
): AsyncGenerator<ImportRead> {
  let number = 0
  for await (const read of items) {
    if ('fault' in read && read.fault.at.row === undefined) {
      yield { fileFault: read.fault }
      continue
    }
    if ('fault' in read) {
      yield { record: lostRecord((number += 1), read.fault) }
      continue
    }
    for (const found of servicesIn(read.item)) {
      number += 1
      if ('lost' in found) yield { record: lostRecord(number, found.lost) }
      else {
        const record = readHsdsService(found.service, found.at, number, world, found.origins)
        record.faults.push(...found.faults)
        yield { record }
      }
    }
  }
}

/** What is no service, or belongs to none, is told as a record of its own, which becomes nothing. */
export function lostRecord(number: number, fault: Fault): ImportedRecord {
  return { number, at: fault.at, ownId: null, document: null, faults: [fault] }
}

/** One service. @param at where it stands @param origins where parts of it stand that were brought together, by their path in it */
export function readHsdsService(
  given: unknown,
  at: FaultPlace,
  number: number,
  world: ImportWorld,
  origins: ReadonlyMap<string, FaultPlace> = new Map(),
): ImportedRecord {
  if (!isJson(given)) return lostRecord(number, makeFault('notAnObject', at))
  const id = textOf(given, 'id') ?? null
  const place = { ...at, ...(id !== null && { id }) }
  const reading = startReading(world)
  // A fault within a service has the service's place, and its own way from there.
  const within: Reading = {
    ...reading,
    fault: (code, inner, params, severity) => {
      const origin = originOf(inner.path?.slice(at.path?.length ?? 0) ?? '', origins)
      const where = origin ? { ...origin, ...(id !== null && { id }) } : { ...place, ...inner }
      reading.fault(code, where, params, severity)
    },
  }
  readService(given, at.path ?? '', within)
  if (id !== null) reading.document.key = id
  const extension = Object.hasOwn(given, EXTENSION) ? given[EXTENSION] : undefined
  completePlaces(within, place)
  const changed = applyExtension(reading.document, extension)
  if (changed.length > 0) within.fault('changedOutside', {}, { fields: changed.join(', ') }, 'warning')
  if (extension === undefined) tellLeftOut(given, within)
  const key = reading.document.key
  delete reading.document.key
  return finishRecord(reading, { number, at: place, ownId: key ?? id })
}

/** Where a part stands that was brought together with its service: the nearest around it that is known. */
function originOf(path: string, origins: ReadonlyMap<string, FaultPlace>): FaultPlace | undefined {
  const around = [...origins.keys()].filter(known => path.startsWith(known))
  return origins.get(around.toSorted((a, b) => b.length - a.length)[0] ?? '')
}

/** What is read of a service's form in HSDS alone: what an extension is made against. */
export function plainDocument(service: Json, world: ImportWorld): Reading['document'] {
  const reading = startReading(world)
  readService(service, '', reading)
  const id = textOf(service, 'id')
  if (id !== undefined) reading.document.key = id
  completePlaces(reading, {})
  return reading.document
}

function readService(service: Json, path: string, reading: Reading): void {
  const { document, fault } = reading
  const name = textOf(service, 'name')
  if (name !== undefined) document.name = { nb: name }
  const description = textOf(service, 'description')
  if (description !== undefined) {
    // As we write it: the summary is the first paragraph.
    const [summary = '', rest] = description.split(/\n\s*\n([^]*)/)
    document.summary = { nb: summary }
    if (rest) document.description = { nb: rest }
  }
  const howTo = textOf(service, 'application_process')
  if (howTo !== undefined) document.how_to_get = { nb: howTo }
  const isInterpreted =
    textOf(service, 'interpretation_services') !== undefined ||
    listOf(service, path, 'interpretation_services').length > 0
  if (isInterpreted) document.interpreter = true
  const confirmed = readDate(textOf(service, 'assured_date') ?? '')
  if (confirmed !== null) document.confirmed = confirmed
  readAges(service, path, document)
  readAreas(service, path, reading)
  readTerms(service, path, reading)
  readLanguages(service, path, reading)
  readCost(service, path, reading)
  readContacts(service, path, reading)
  readSchedules(service, path, reading)
  readPlaces(service, path, reading)
  const status = textOf(service, 'status')
  if (status !== undefined && status !== 'active') fault('notActive', {}, { value: status }, 'warning')
  tellOtherOwner(service, path, reading)
}

/** In 1.x and 2.x a list, or one; HSDS-UK 1 has both plurals. */
const eligibilityNames = ['eligibility', 'eligibilities', 'eligibilitys']

/** Years, the first and the last; ours may have parts of a year, which then end there. 2.x has them beside the service. */
function readAges(service: Json, path: string, document: Reading['document']): void {
  const holder = [service, ...listOf(service, path, ...eligibilityNames).map(({ item }) => item)].find(
    item => numberOf(item, 'minimum_age') !== undefined || numberOf(item, 'maximum_age') !== undefined,
  )
  if (!holder) return
  const [first, last] = [numberOf(holder, 'minimum_age'), numberOf(holder, 'maximum_age')]
  const months = (years: number) => Math.round(years * 120) / 10
  const from = first !== undefined && first > 0 && first < 150 ? months(first) : undefined
  const end = last === undefined ? undefined : Number.isInteger(last) ? (last + 1) * 12 : months(last)
  const to = end !== undefined && end > 0 && end < 1500 ? end : undefined
  if (from !== undefined || to !== undefined)
    document.age = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

/** Somebody else's services may be meant for us all the same: it is told, and the service becomes one's own draft. */
function tellOtherOwner(service: Json, path: string, { world, fault }: Reading): void {
  const own = world.organizations.find(({ key }) => key === world.owner)
  const organization = objectOf(service, 'organization')
  if (!own?.number || !organization) return
  // Before 3.x the number is that of taxes, which in Norway is the organisation's.
  const taxNumber = textOf(organization, 'tax_id')?.replaceAll(/\D/g, '') ?? ''
  const numbers = [
    ...listOf(organization, path, 'organization_identifiers').flatMap(({ item }) =>
      textOf(item, 'identifier_scheme') === 'NO-BRC' ? (textOf(item, 'identifier') ?? []) : [],
    ),
    ...(/^\d{9}$/.test(taxNumber) ? [taxNumber] : []),
  ]
  if (numbers.length > 0 && !numbers.includes(own.number))
    fault(
      'foreignOwner',
      {},
      { value: textOf(organization, 'name') ?? numbers[0]!, owner: own.name.nb ?? own.key },
      'warning',
    )
}

/** Fields of HSDS that people write for others, and we have no place for. */
const withoutPlace = [
  'alternate_name',
  'email',
  'wait_time',
  'accreditations',
  'eligibility_description',
  'licenses',
  'alert',
  'program',
  'required_documents',
  'required_document',
  'payments_accepted',
  'payment_accepted',
  'programs',
  'funding',
  'fundings',
  'capacities',
  'service_capacities',
  'reviews',
  'deliverable_type',
  'attending_type',
  'attending_access',
]

const contactNames = ['contacts', 'contact']

function tellLeftOut(service: Json, { fault }: Reading): void {
  const hasWords = (item: Json) => textOf(item, 'eligibility') !== undefined
  const fields = [
    ...withoutPlace.filter(
      name => textOf(service, name) !== undefined || listOf(service, '', name).length > 0,
    ),
    // A number without a person is read; who somebody is, and how to write to her, is not.
    ...contactNames.filter(name =>
      listOf(service, '', name).some(({ item }) => textOf(item, 'name', 'email') !== undefined),
    ),
    // Ages are read; who it is for in words is not.
    ...eligibilityNames.filter(
      name =>
        textOf(service, name) !== undefined || listOf(service, '', name).some(({ item }) => hasWords(item)),
    ),
  ]
  if (fields.length > 0) fault('leftOut', {}, { fields: fields.join(', ') }, 'warning')
}
