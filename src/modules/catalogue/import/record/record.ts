import type * as z from 'zod'
import type { LocalText } from '#platform/i18n/language.ts'
import { ServiceDocument } from '../../document/document.schema.ts'
import { makeFault, type Fault, type FaultCode, type FaultPlace } from '../fault/fault.ts'
import type { ImportWorld } from '../words/import-words.ts'

type Given = z.input<typeof ServiceDocument>

/** A service document in which anything may be missing, and name and summary may be in any of the languages. */
export type IncompleteDocument = Partial<Omit<Given, 'name' | 'summary'>> & {
  name?: LocalText
  summary?: LocalText
}

export type ImportedRecord = {
  /** Which it is in the file, from 1. */
  number: number
  at: FaultPlace
  /** What its owner calls it, for importing it again; null when it has no such name. */
  ownId: string | null
  /** Null when nothing of it could be read. */
  document: IncompleteDocument | null
  faults: Fault[]
}

/** A record or something wrong with the file as a whole, which stops it where it is told. */
export type ImportRead = { record: ImportedRecord } | { fileFault: Fault }

/** Good records can become drafts; a record with an error cannot. */
export function isGood(record: ImportedRecord): boolean {
  return record.document !== null && record.faults.every(fault => fault.severity !== 'error')
}

/** What is being read of one record. */
export type Reading = {
  document: IncompleteDocument
  world: ImportWorld
  fault: (code: FaultCode, at: FaultPlace, params?: Fault['params'], severity?: Fault['severity']) => void
}

export function startReading(world: ImportWorld): Reading & { faults: Fault[] } {
  const faults: Fault[] = []
  return {
    document: {},
    world,
    faults,
    fault: (code, at, params, severity) => void faults.push(makeFault(code, at, params, severity)),
  }
}

const LONGEST_TEXT = 20_000
const LONGEST_ID = 200

/**
 * Completes what was read to a record: with its owner, only with what fits the document, and with what is missing told.
 * @param at where the record stands
 */
export function finishRecord(
  reading: Reading & { faults: Fault[] },
  { number, at, ownId }: { number: number; at: FaultPlace; ownId: string | null },
): ImportedRecord {
  const { document, faults, world } = reading
  tellForeignOwner(reading, at)
  if (!document.organizations?.some(part => part.role === 'owner'))
    document.organizations = [{ organization: world.owner, role: 'owner' }, ...(document.organizations ?? [])]
  if (ownId !== null && /^[a-z0-9-]{2,120}$/.test(ownId)) document.key = ownId
  tellLong(reading, at)
  leaveOutMisfits(reading, at)
  leaveOutUnknownCodes(reading, at)
  tellMissing(reading, at)
  return { number, at, ownId: ownId === null ? null : ownId.slice(0, LONGEST_ID), document, faults }
}

/** Others' services are never written, whoever the file says they belong to. */
function tellForeignOwner({ document, world, fault }: Reading, at: FaultPlace): void {
  // The first is whose it is; others may own it with her.
  const first = document.organizations?.find(part => part.role === 'owner')
  if (first && first.organization !== world.owner)
    fault('foreignOwner', at, { value: first.organization, owner: world.owner })
}

export const textFields = [
  'name',
  'summary',
  'description',
  'how_to_get',
  'what_happens',
  'good_to_know',
] as const

function tellLong({ document, fault }: Reading, at: FaultPlace): void {
  for (const field of textFields) {
    for (const text of Object.values(document[field] ?? {}))
      if (text && text.length > LONGEST_TEXT)
        fault('tooLong', { column: field, ...at }, { max: LONGEST_TEXT })
  }
}

function leaveOutMisfits({ document, fault }: Reading, at: FaultPlace): void {
  for (const name of Object.keys(document) as (keyof IncompleteDocument)[]) {
    if (name === 'name' || name === 'summary') continue
    const schema: z.ZodType = ServiceDocument.shape[name]
    const fitted = schema.safeParse(document[name])
    if (fitted.success) Object.assign(document, { [name]: fitted.data })
    else {
      fault('doesNotFit', at, { value: JSON.stringify(document[name]) ?? '', field: name })
      Reflect.deleteProperty(document, name)
    }
  }
  const { from, to } = document.age ?? {}
  if (from !== undefined && to !== undefined && from >= to) {
    fault('ageOrder', at, { value: `${from}–${to} mnd` })
    delete document.age
  }
}

const wordFields = [
  'audiences',
  'target_groups',
  'risk_groups',
  'diagnosis_groups',
  'themes',
  'access',
  'languages',
] as const

/** Codes that no list has would stop the publishing of the service: files may hold them as such, and mappings too. */
function leaveOutUnknownCodes({ document, world, fault }: Reading, at: FaultPlace): void {
  for (const field of wordFields) {
    const given = document[field]
    if (!given) continue
    const unknown = given.filter(code => world.lists[field].find(code) !== code)
    for (const value of unknown) fault('unknownWord', at, { value })
    if (unknown.length > 0) document[field] = given.filter(code => !unknown.includes(code))
  }
  if (document.room !== undefined && world.lists.room.find(document.room) !== document.room) {
    fault('unknownWord', at, { value: document.room })
    delete document.room
  }
  const isArea = (code: string) => world.areas.find(code) === code
  for (const value of document.coverage?.filter(code => !isArea(code)) ?? [])
    fault('unknownArea', at, { value })
  if (document.coverage) document.coverage = document.coverage.filter(isArea)
  for (const { area } of document.places?.filter(place => !isArea(place.area)) ?? [])
    fault('unknownArea', at, { value: area })
  if (document.places) document.places = document.places.filter(place => isArea(place.area))
  for (const { organization, unit } of document.organizations ?? []) {
    const known = world.organizations.find(({ key }) => key === organization)
    if (!known) fault('unknownOrganization', at, { value: organization })
    else if (unit !== undefined && !known.units.some(({ key }) => key === unit))
      fault('unknownOrganization', at, { value: unit })
  }
}

function tellMissing({ document, fault }: Reading, at: FaultPlace): void {
  const { name = {}, summary = {} } = document
  if (Object.values(name).every(text => !text)) return fault('noName', at)
  const warn = (code: FaultCode) => fault(code, at, {}, 'warning')
  if (Object.values(summary).every(text => !text)) warn('missingSummary')
  else if (!name.nb || !name.nn || !summary.nb || !summary.nn) warn('missingNynorsk')
  if (!document.coverage?.length) warn('missingCoverage')
  if (!document.room) warn('missingRoom')
  if (!document.audiences?.length) warn('missingAudiences')
  if (!document.access?.length) warn('missingAccess')
}
