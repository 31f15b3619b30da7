import * as z from 'zod'
import { line, lines, rooms, several, type Form } from '#modules/catalogue/index.ts'
import type { Control, EconomyControl, FieldError, LinksControl } from './control.ts'
import type { Unit } from './home.store.ts'
import { messages } from './messages.ts'
import {
  economyKinds,
  EconomyRow,
  EconomyRows,
  PaperLink,
  PaperLinks,
  type EconomyRow as Row,
} from './paper.schema.ts'

/** What was read of a form: fields to save (null: empty), and what is wrong. */
export type ReadForm = { fields: Record<string, unknown>; errors: FieldError[] }

/** Empty rows after those that are there. */
const EMPTY_ROWS = 2
const MOST_ROWS = 40

/** Names of the parts of a row of economy, from 1. */
export const rowName = (control: EconomyControl, row: number, part: 'ar' | 'slag' | 'kroner') =>
  `${control.name}-${row}-${part}`

/** So many rows are shown: those that are filled in, and some more. */
export function rowsShown(control: EconomyControl, form: Form): number {
  const filled = Array.from({ length: MOST_ROWS }, (_, index) => index + 1).findLast(row =>
    (['ar', 'slag', 'kroner'] as const).some(part => line(form, rowName(control, row, part)) !== ''),
  )
  return Math.min((filled ?? 0) + EMPTY_ROWS, MOST_ROWS)
}

/** A link as a value of its tick. */
export const linkValue = (link: PaperLink): string => JSON.stringify(link)

/** The values of a form for what has been written. Read again, they give the same (see the test). */
export function fillForm(controls: readonly Control[], fields: Readonly<Record<string, unknown>>): Form {
  const form: Form = {}
  for (const control of controls) {
    const value = fields[control.field]
    if (value === undefined || value === null) continue
    if (control.kind === 'economy') {
      for (const [index, { year, kind, amount_nok }] of EconomyRows.parse(value).entries()) {
        form[rowName(control, index + 1, 'ar')] = String(year)
        form[rowName(control, index + 1, 'slag')] = kind
        form[rowName(control, index + 1, 'kroner')] = amount_nok === null ? '' : String(amount_nok)
      }
    } else if (control.kind === 'links') form[control.name] = PaperLinks.parse(value).map(linkValue)
    else if (control.kind === 'decimal') form[control.name] = z.coerce.string().parse(value).replace('.', ',')
    else if (control.kind === 'lines') form[control.name] = z.array(z.string()).parse(value).join('\n')
    else form[control.name] = z.union([z.array(z.string()), z.coerce.string()]).parse(value)
  }
  return form
}

/**
 * Reads a form. What cannot be read is told of, and then nothing should be saved.
 * @param units of the organisation: no other can be named
 * @param has the links that the paper has: no others can be ticked
 */
export function readForm(
  controls: readonly Control[],
  form: Form,
  units: readonly Unit[],
  has: readonly PaperLink[],
): ReadForm {
  const read: ReadForm = { fields: {}, errors: [] }
  for (const control of controls) {
    const value = readControl(control, form, units, has, read.errors)
    read.fields[control.field] = value
    const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0)
    const isWrong = read.errors.some(error => error.id.startsWith(control.name))
    if (control.isMust && isEmpty && !isWrong)
      read.errors.push({ id: control.name, message: messages.mustFill })
  }
  return read
}

function readControl(
  control: Control,
  form: Form,
  units: readonly Unit[],
  has: readonly PaperLink[],
  errors: FieldError[],
): unknown {
  const { name } = control
  const wrong = (message: FieldError['message'], id = name) => void errors.push({ id, message })
  const typed = line(form, name)
  switch (control.kind) {
    case 'words': {
      const text = control.lines === 1 ? typed : lines(form, name)
      if (text.length > control.max) wrong(messages.tooLong)
      return text
    }
    case 'lines': {
      const list = lines(form, name)
        .split('\n')
        .map(one => one.trim())
        .filter(Boolean)
      if (list.length > control.max || list.some(one => one.length > 200)) wrong(messages.tooLong)
      return [...new Set(list)]
    }
    case 'number': {
      const number = wholeNumber(typed)
      if (number === undefined || (number !== null && (number < control.min || number > control.max)))
        wrong(messages.notNumber)
      return number ?? null
    }
    case 'decimal': {
      const number = decimalNumber(typed)
      if (number === undefined) wrong(messages.notDecimal)
      return number ?? null
    }
    case 'kept':
      if (typed.length > control.max) wrong(messages.tooLong)
      return typed
    case 'date': {
      const day = dayOf(typed)
      if (day === undefined) wrong(messages.notDate)
      return day ?? null
    }
    case 'link': {
      const address = webAddressOf(typed)
      if (address === undefined) wrong(messages.notLink)
      return address ?? typed
    }
    case 'choice':
      if (typed !== '' && !control.options.some(option => option.value === typed)) wrong(messages.notChoice)
      return typed
    case 'several': {
      const chosen = several(form, name)
      if (chosen.some(one => !control.options.some(option => option.value === one))) wrong(messages.notChoice)
      return chosen
    }
    case 'unit':
    case 'units': {
      const ids = several(form, name)
      if (ids.some(id => !units.some(unit => unit.id === id))) wrong(messages.notChoice)
      return control.kind === 'unit' ? (ids[0] ?? null) : ids
    }
    case 'economy':
      return readEconomy(control, form, wrong)
    case 'links':
      return readLinks(control, form, has, wrong)
  }
}

/**
 * A whole number as people write it: spaces or points between thousands, kroner after it. What has decimals is none: `1.5` is not 15.
 * Undefined: no whole number; null: nothing.
 */
export function wholeNumber(typed: string): number | null | undefined {
  const plain = typed.replace(/\s/g, '').replace(/,-$|kr(oner)?\.?$/i, '')
  if (plain === '') return typed === '' ? null : undefined
  const digits = /^\d{1,3}(\.\d{3})+$/.test(plain) ? plain.replaceAll('.', '') : plain
  return /^\d{1,12}$/.test(digits) ? Number(digits) : undefined
}

/**
 * As people write numbers: spaces between thousands, three decimals at most. `1.250` is none, for it may be a thousand and more or
 * one and a quarter. Undefined: no number; null: nothing.
 */
export function decimalNumber(typed: string): number | null | undefined {
  if (typed === '') return null
  const written = typed.replace(/\s|%$|kr$/g, '').replace('−', '-')
  if (/^-?[1-9]\d{0,2}(\.\d{3})+$/.test(written)) return undefined
  const plain = written.replace(',', '.')
  return /^-?\d{1,11}(\.\d{1,3})?$/.test(plain) ? Number(plain) + 0 : undefined
}

/** A day as browsers send it, or as people write it in Norway. Undefined: no day; null: nothing. */
export function dayOf(typed: string): string | null | undefined {
  if (typed === '') return null
  const written = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(typed)
  const day = written
    ? `${written[3]}-${written[2]!.padStart(2, '0')}-${written[1]!.padStart(2, '0')}`
    : typed
  return z.iso.date().safeParse(day).success && day >= '1900' && day < '2100' ? day : undefined
}

/** An address of the web as people write it, `Https://…` too. Undefined: none; null: nothing. */
export function webAddressOf(typed: string): string | null | undefined {
  if (typed === '') return null
  if (typed.length > 2000 || !/^https?:\/\/\S+$/i.test(typed) || !URL.canParse(typed)) return undefined
  return typed.replace(/^https?/i, scheme => scheme.toLowerCase())
}

type Wrong = (message: FieldError['message'], id?: string) => void

function readEconomy(control: EconomyControl, form: Form, wrong: Wrong): Row[] {
  const rows: Row[] = []
  for (let row = 1; row <= MOST_ROWS; row++) {
    const [ar, slag, kroner] = (['ar', 'slag', 'kroner'] as const).map(part =>
      line(form, rowName(control, row, part)),
    ) as [string, string, string]
    if (ar === '' && slag === '' && kroner === '') continue
    const amount = wholeNumber(kroner)
    const isYear = /^(19|20)\d\d$/.test(ar)
    const isKind = economyKinds.some(kind => kind === slag)
    if (!isYear) wrong(messages.rowYear, rowName(control, row, 'ar'))
    if (!isKind) wrong(messages.rowKind, rowName(control, row, 'slag'))
    if (amount === undefined) wrong(messages.notNumber, rowName(control, row, 'kroner'))
    if (isYear && isKind && amount !== undefined)
      rows.push(EconomyRow.parse({ year: Number(ar), kind: slag, amount_nok: amount }))
  }
  return rows
}

/** What a tick stands for, whatever its title is by now: a gap may be told otherwise since the form was opened. */
function nameOfLink(tick: string): string {
  const read = TickedLink.safeParse(tick)
  return read.success ? JSON.stringify([read.data.kind, read.data.key, read.data.area]) : ''
}
const TickedLink = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue('no link')
      return z.NEVER
    }
  })
  .pipe(PaperLink)

/** Those that were left ticked, and a room that was added. */
function readLinks(control: LinksControl, form: Form, has: readonly PaperLink[], wrong: Wrong): PaperLink[] {
  const ticked = new Set(several(form, control.name).map(nameOfLink))
  const kept = has.filter(link => ticked.has(nameOfLink(linkValue(link))))
  const code = line(form, `${control.name}-rom`)
  if (code === '') return kept
  const room = rooms.get(code)
  if (!room) {
    wrong(messages.notChoice, `${control.name}-rom`)
    return kept
  }
  if (kept.some(link => link.kind === 'room' && link.key === code)) return kept
  return [...kept, { kind: 'room', key: code, title: room.name.nb }]
}
