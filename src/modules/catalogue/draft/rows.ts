import * as z from 'zod'
import { ServiceDocument } from '../document/document.schema.ts'
import type { Cell, FieldError, RowsControl } from './control.ts'
import { partyCode, partyOf, type Lookups } from './lookups.ts'
import { line, several, type Form } from './form.ts'
import { messages } from './messages.ts'

/** Empty rows after those that are there. */
const SPARE = 2
const MOST = 40

const Entry = z.record(z.string(), z.unknown())

/** Name of a cell in the form. */
export const cellName = (control: RowsControl, index: number, cell: { name: string }) =>
  `${control.name}-${index + 1}-${cell.name}`

/** Rows that a form shows: those it holds, and some empty ones. */
export function rowsIn(control: RowsControl, form: Form): number {
  const used = filledRows(control, form)
  return Math.min(used + SPARE, MOST)
}

function filledRows(control: RowsControl, form: Form): number {
  for (let row = MOST; row > 0; row--) {
    if (
      control.cells.some(
        cell => cell.look !== 'select' && several(form, cellName(control, row - 1, cell)).length > 0,
      )
    )
      return row
  }
  return 0
}

/** The entries of a document as values of a form. What no cell shows goes along in a hidden one, so that it is not lost. */
export function fillRows(control: RowsControl, entries: unknown, lookups: Lookups): Form {
  const form: Form = {}
  const list = z
    .array(Entry)
    .catch([])
    .parse(entries ?? [])
  for (const [index, entry] of list.entries()) {
    const rest = structuredClone(entry)
    for (const cell of control.cells) {
      const name = cellName(control, index, cell)
      if (cell.look === 'organization') {
        const code = codeOfParty(rest)
        take(rest, cell.path)
        take(rest, ['unit'])
        form[name] = lookups.organizations.nameOf(code) ?? code
        continue
      }
      const value = take(rest, cell.path)
      if (Array.isArray(value)) form[name] = value.map(String)
      else if (value === true) form[name] = 'ja'
      else if (typeof value === 'string')
        form[name] = cell.look === 'municipality' ? (lookups.municipalities.nameOf(value) ?? value) : value
    }
    form[cellName(control, index, { name: 'rest' })] = JSON.stringify(rest)
  }
  return form
}

/** The entries that a form holds. Rows without anything are left out. */
export function readRows(
  control: RowsControl,
  form: Form,
  lookups: Lookups,
): { entries: unknown[]; errors: FieldError[] } {
  const entries: unknown[] = []
  const errors: FieldError[] = []
  const schema = schemaOf(control.field)
  for (let index = 0; index < filledRows(control, form); index++) {
    const entry = readRow(control, form, index)
    if (!entry) continue
    const long = control.cells.filter(cell => isTooLong(cell, line(form, cellName(control, index, cell))))
    for (const cell of long) errors.push({ id: cellName(control, index, cell), message: messages.tooLong })
    if (long.length > 0) continue
    const unknown = takeCodes(control, entry, lookups)
    if (unknown) {
      errors.push({ id: cellName(control, index, unknown), message: unknown.wrong ?? messages.rowWrong })
      continue
    }
    const found = schema.safeParse(entry)
    entries.push(found.success ? found.data : entry)
    if (!found.success) errors.push(errorOf(control, index, found.error))
  }
  return { entries, errors }
}

/** Longer than a cell is for. */
function isTooLong(cell: Cell, typed: string): boolean {
  return typed.length > (cell.look === 'url' ? 2000 : Math.max(cell.max ?? 0, 500))
}

/** Puts codes where names were written. @returns the cell in which a name is not known */
function takeCodes(control: RowsControl, entry: Record<string, unknown>, lookups: Lookups): Cell | null {
  for (const cell of control.cells) {
    const [first] = cell.path
    const typed = entry[first!]
    if (cell.look === 'organization') {
      const party = lookups.organizations.find(typeof typed === 'string' ? typed : '')
      if (party === null) return cell
      Object.assign(entry, partyOf(party))
      continue
    }
    if (cell.look !== 'municipality' || typeof typed !== 'string') continue
    const code = lookups.areas.find(typed)
    if (code === null) return cell
    entry[first!] = code
  }
  return null
}

/** The code of the organisation that an entry names, with its unit. */
export function codeOfParty(entry: Record<string, unknown>): string {
  const { organization, unit } = entry
  return partyCode(
    typeof organization === 'string' ? organization : '',
    typeof unit === 'string' ? unit : undefined,
  )
}

function readRow(control: RowsControl, form: Form, index: number): Record<string, unknown> | null {
  const entry = restOf(form, cellName(control, index, { name: 'rest' }))
  let isEmpty = true
  for (const cell of control.cells) {
    const value = readCell(form, cellName(control, index, cell), cell)
    if (value === null) continue
    if (cell.look !== 'select') isEmpty = false
    put(entry, cell.path, value)
  }
  return isEmpty ? null : (control.shape?.(entry) ?? entry)
}

function readCell(form: Form, name: string, cell: Cell): unknown {
  if (cell.look === 'days') return several(form, name).length > 0 ? several(form, name) : null
  const typed = line(form, name)
  if (typed === '') return null
  if (cell.look === 'check') return true
  // Numbers are written with spaces, addresses without their scheme.
  if (cell.look === 'tel') return typed.replace(/[\s.()-]/g, '').replace(/^00/, '+')
  if (cell.look === 'url') return /^[a-z]+:/i.test(typed) ? typed : `https://${typed}`
  if (cell.look === 'time')
    return typed
      .replace('.', ':')
      .replace(/^(\d)(?!\d)/, '0$1')
      .replace(/^(\d\d)$/, '$1:00')
  return typed
}

/** What went along hidden is looked at like anything that is sent. */
function restOf(form: Form, name: string): Record<string, unknown> {
  const text = [form[name] ?? ''].flat()[0] ?? ''
  try {
    return Entry.catch({}).parse(JSON.parse(text || '{}'))
  } catch {
    return {}
  }
}

function errorOf(control: RowsControl, index: number, error: z.ZodError): FieldError {
  const paths = allPaths(error)
  const cell =
    control.cells.find(one =>
      paths.some(path => one.path.every((part, n) => path[n] === part) && path.length > 0),
    ) ?? control.cells[0]!
  return { id: cellName(control, index, cell), message: cell.wrong ?? messages.rowWrong }
}

/** Where an entry is wrong; in a choice between forms, where any of them is. */
function allPaths(error: z.ZodError): PropertyKey[][] {
  return error.issues.flatMap(issue =>
    issue.code === 'invalid_union' ? issue.errors.flatMap(inner => inner.map(one => one.path)) : [issue.path],
  )
}

function schemaOf(field: string): z.ZodType {
  const shape: Record<string, z.ZodType> = ServiceDocument.shape
  const list = shape[field]
  const inner = list instanceof z.ZodDefault ? list.unwrap() : list
  if (!(inner instanceof z.ZodArray)) throw new Error(`${field} is no list`)
  return z.unknown().pipe(inner.element as z.ZodType)
}

function take(entry: Record<string, unknown>, [first, ...more]: readonly string[]): unknown {
  const value = entry[first!]
  if (more.length === 0) {
    delete entry[first!]
    return value
  }
  if (typeof value !== 'object' || value === null) return undefined
  const inner: Record<string, unknown> = { ...value }
  const found = take(inner, more)
  if (Object.keys(inner).length > 0) entry[first!] = inner
  else delete entry[first!]
  return found
}

function put(entry: Record<string, unknown>, [first, ...more]: readonly string[], value: unknown): void {
  if (more.length === 0) {
    entry[first!] = value
    return
  }
  const inner: Record<string, unknown> = { ...(entry[first!] as Record<string, unknown> | undefined) }
  put(inner, more, value)
  entry[first!] = inner
}
