import { hash } from 'node:crypto'
import { ServiceDocument } from '../../document/document.schema.ts'
import { textFields, type IncompleteDocument } from '../record/record.ts'
import { isJson, type Json } from './json-value.ts'

/** The field of a service in which we write what HSDS has no word for. */
export const EXTENSION = 'nettungen'

/**
 * What a document has beyond what can be read from its form in HSDS, by field. Each has a seal: how the field looked in HSDS
 * when it was written. Who changes the field in HSDS afterwards breaks the seal, and then HSDS is right.
 */
export type Extension = { version: 1; fields: Json; seals: { [field: string]: string } }

/** @param plain what is read of the document's form in HSDS alone */
export function extensionOf(document: ServiceDocument, plain: IncompleteDocument): Extension {
  const fields: Record<string, unknown> = {}
  const seals: Record<string, string> = {}
  const read = fitted(plain)
  const names = new Set([...Object.keys(document), ...Object.keys(read)])
  for (const name of names) {
    const own: unknown = Reflect.get(document, name)
    const other: unknown = Reflect.get(read, name)
    if (sealOf(own) === sealOf(other)) continue
    // Null: the document does not have it, though HSDS seems to say so.
    fields[name] = own ?? null
    seals[name] = sealOf(other)
  }
  return { version: 1, fields, seals }
}

/**
 * Puts what a document has beyond HSDS back to what was read.
 * @returns the fields that have been changed in HSDS since, whose extension is left out
 */
export function applyExtension(document: IncompleteDocument, given: unknown): string[] {
  const extension = readExtension(given)
  if (!extension) return []
  const read = fitted(document)
  const changed: string[] = []
  for (const [name, value] of Object.entries(extension.fields)) {
    if (!Object.hasOwn(ServiceDocument.shape, name)) continue
    const isSealed = extension.seals[name] === sealOf(Reflect.get(read, name))
    if (isSealed && value === null) Reflect.deleteProperty(document, name)
    else if (isSealed) Object.assign(document, { [name]: value })
    else if (isText(name) && isJson(value))
      // Other languages than HSDS has stay as they were.
      Object.assign(document, { [name]: { ...value, ...document[name] } })
    else changed.push(name)
  }
  return changed
}

function readExtension(given: unknown): Extension | null {
  const value = typeof given === 'string' ? parsed(given) : given
  if (!isJson(value) || !isJson(value['fields']) || !isJson(value['seals'])) return null
  const seals = Object.entries(value['seals']).filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string',
  )
  return { version: 1, fields: value['fields'], seals: Object.fromEntries(seals) }
}

/** In a table it is a text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isText(name: string): name is (typeof textFields)[number] {
  return (textFields as readonly string[]).includes(name)
}

/** With what the document's schema fills in, so that the same is the same. */
function fitted(document: IncompleteDocument): object {
  return Object.fromEntries(
    Object.entries(document).map(([name, value]) => {
      const parsed = ServiceDocument.shape[name as keyof typeof ServiceDocument.shape].safeParse(value)
      return [name, parsed.success ? parsed.data : value]
    }),
  )
}

function sealOf(value: unknown): string {
  return hash('sha256', JSON.stringify(sorted(value)) ?? '', 'hex').slice(0, 16)
}

/** With the names of objects in order, which has no meaning. What is empty by default counts as not there. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isJson(value)) return value
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, inner]) => [name, sorted(inner)]),
  )
}
