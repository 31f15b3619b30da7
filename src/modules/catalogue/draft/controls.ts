import * as z from 'zod'
import { ServiceDocument } from '../document/document.schema.ts'
import { ageText, monthsOf } from './age-text.ts'
import { languages, type Language } from '#platform/i18n/language.ts'
import type { ChoiceControl, Control, FieldError, OwnControl, RowsControl } from './control.ts'
import { line, lines, several, type Form } from './form.ts'
import type { Lookup, Lookups } from './lookups.ts'
import type { Fields } from './merge.ts'
import { messages } from './messages.ts'
import { fillRows, readRows } from './rows.ts'

/** What was read of a form: fields to save (null: empty), and what is wrong. */
export type ReadForm = { fields: Record<string, unknown>; errors: FieldError[] }

const SomeFields = z.record(z.string(), z.unknown()).catch({})

/** The values of a form for what has been written. Read again, they give the same (see the test). */
export function fillForm(controls: readonly Control[], document: Fields, lookups: Lookups): Form {
  return Object.assign({}, ...controls.map(control => fillControl(control, document, lookups))) as Form
}

function fillControl(control: Control, document: Fields, lookups: Lookups): Form {
  const value = document[control.field]
  switch (control.kind) {
    case 'text': {
      const text = SomeFields.parse(value)[control.language]
      return typeof text === 'string' ? { [control.name]: text } : {}
    }
    case 'choice':
      if (control.look === 'yes-no')
        return typeof value === 'boolean' ? { [control.name]: value ? 'ja' : 'nei' } : {}
      if (Array.isArray(value)) return { [control.name]: value.map(String) }
      return typeof value === 'string' ? { [control.name]: value } : {}
    case 'rows':
      return fillRows(control, value, lookups)
    default:
      return fillOwn(control, value)
  }
}

function fillOwn(control: OwnControl, value: unknown): Form {
  if (control.kind === 'coverage')
    return {
      dekker: z
        .array(z.string())
        .catch([])
        .parse(value ?? []),
    }
  const fields = SomeFields.parse(value ?? {})
  if (control.kind === 'keywords') {
    return Object.fromEntries(
      languages.map(language => [
        keywordsName(language),
        z.array(z.string()).catch([]).parse(fields[language]).join(', '),
      ]),
    )
  }
  if (control.kind === 'age') {
    return {
      ...(typeof fields['from'] === 'number' && { 'alder-fra': ageText(fields['from'], false) }),
      ...(typeof fields['to'] === 'number' && { 'alder-til': ageText(fields['to'], true) }),
    }
  }
  const { kind, text, amount_nok, ...rest } = fields
  const { nb, ...others } = SomeFields.parse(text ?? {})
  return {
    ...(typeof kind === 'string' && { pris: kind }),
    ...(typeof nb === 'string' && { 'pris-tekst': nb }),
    ...(typeof amount_nok === 'number' && { 'pris-kroner': String(amount_nok) }),
    'pris-rest': JSON.stringify({ ...rest, ...(Object.keys(others).length > 0 && { text: others }) }),
  }
}

/** Name of the field for search words in a language. */
export const keywordsName = (language: Language) => `ord-${language}`

/** Empty lines for what is added by its name to a list of choices. */
export const MORE_LINES = 2
/** Name of such a line, from 1. */
export const moreName = (control: ChoiceControl, line: number) => `${control.name}-ny-${line}`

/**
 * Reads a form. What cannot be read is told of, and then nothing should be saved.
 * @param lookups what is written by its name and kept by its code
 */
export function readForm(controls: readonly Control[], form: Form, lookups: Lookups): ReadForm {
  const read: ReadForm = { fields: {}, errors: [] }
  for (const control of controls) {
    if (control.kind === 'coverage') readCoverage(form, lookups.areas, read)
    else if (control.kind === 'rows') readRowsControl(control, form, lookups, read)
    else readControl(control, form, lookups, read)
  }
  return read
}

/** Areas that were ticked, and those whose names were written, with commas between. */
function readCoverage(form: Form, areas: Lookup, { fields, errors }: ReadForm): void {
  const codes = several(form, 'dekker')
  for (const name of line(form, 'flere-steder').split(',')) {
    if (name.trim() === '') continue
    const code = areas.find(name)
    if (code) codes.push(code)
    else errors.push({ id: 'flere-steder', message: messages.areaUnknown })
  }
  if (codes.some(code => areas.find(code) === null))
    errors.push({ id: 'flere-steder', message: messages.areaUnknown })
  fields['coverage'] = [...new Set(codes)]
}

function readRowsControl(control: RowsControl, form: Form, lookups: Lookups, read: ReadForm): void {
  const found = readRows(control, form, lookups)
  read.errors.push(...found.errors)
  read.fields[control.field] = found.entries
}

function readControl(
  control: Exclude<Control, RowsControl>,
  form: Form,
  lookups: Lookups,
  { fields, errors }: ReadForm,
): void {
  switch (control.kind) {
    case 'text': {
      const text = SomeFields.parse(fields[control.field] ?? {})
      const typed = control.lines > 1 ? lines(form, control.name) : line(form, control.name)
      if (typed.length > control.max) errors.push({ id: control.name, message: messages.tooLong })
      fields[control.field] = { ...text, [control.language]: typed }
      return
    }
    case 'choice': {
      const known = new Set(control.options.map(option => option.value))
      const given = several(form, control.name)
      const more = control.more && lookups[control.more.from]
      if (given.some(value => !known.has(value) && (more?.nameOf(value) ?? null) === null))
        errors.push({ id: control.name, message: messages.unknownChoice })
      if (more) addNamed(control, form, more, { given, errors })
      if (control.look === 'checkboxes') fields[control.field] = [...new Set(given)]
      else if (control.look === 'yes-no') fields[control.field] = given[0] ? given[0] === 'ja' : null
      else fields[control.field] = given[0] ?? null
      return
    }
    default:
      readOwn(control, form, { fields, errors })
  }
}

function addNamed(
  control: ChoiceControl,
  form: Form,
  lookup: Lookup,
  { given, errors }: { given: string[]; errors: FieldError[] },
): void {
  for (let n = 1; n <= MORE_LINES; n++) {
    const typed = line(form, moreName(control, n))
    if (typed === '') continue
    const code = lookup.find(typed)
    if (code === null) errors.push({ id: moreName(control, n), message: messages.nameUnknown })
    else given.push(code)
  }
}

function readOwn(control: OwnControl, form: Form, { fields, errors }: ReadForm): void {
  if (control.kind === 'keywords') {
    readKeywords(form, { fields, errors })
    return
  }
  if (control.kind === 'age') {
    const [from, to] = [line(form, 'alder-fra'), line(form, 'alder-til')]
    const age = { from: from ? monthsOf(from, false) : undefined, to: to ? monthsOf(to, true) : undefined }
    if (age.from === null) errors.push({ id: 'alder-fra', message: messages.ageWrong })
    if (age.to === null) errors.push({ id: 'alder-til', message: messages.ageWrong })
    if (typeof age.from === 'number' && typeof age.to === 'number' && age.from >= age.to)
      errors.push({ id: 'alder-til', message: messages.ageOrder })
    const given = {
      ...(typeof age.from === 'number' && { from: age.from }),
      ...(typeof age.to === 'number' && { to: age.to }),
    }
    fields['age'] = Object.keys(given).length > 0 ? given : null
    return
  }
  readCost(form, { fields, errors })
}

const LONGEST_KEYWORDS = 1000

/** Words with commas between, in each language. */
function readKeywords(form: Form, { fields, errors }: ReadForm): void {
  const words: Record<string, string[]> = {}
  for (const language of languages) {
    const typed = line(form, keywordsName(language))
    if (typed.length > LONGEST_KEYWORDS)
      errors.push({ id: keywordsName(language), message: messages.tooLong })
    const list = typed.split(/[,;]/).flatMap(word => word.trim() || [])
    if (list.length > 0) words[language] = [...new Set(list)]
  }
  fields['keywords'] = Object.keys(words).length > 0 ? words : null
}

const LONGEST_COST = 500

function readCost(form: Form, { fields, errors }: ReadForm): void {
  const kind = line(form, 'pris')
  const words = line(form, 'pris-tekst')
  const amount = line(form, 'pris-kroner').replace(/\s|kr\.?|,-/gi, '')
  if (amount !== '' && !/^\d{1,7}$/.test(amount))
    errors.push({ id: 'pris-kroner', message: messages.amountWrong })
  const rest = restOfCost(form)
  const text = { ...SomeFields.parse(rest['text'] ?? {}), ...(words && { nb: words }) }
  const cost = {
    kind: kind || 'unknown',
    ...(Object.keys(text).length > 0 && { text }),
    ...(amount !== '' && { amount_nok: Number(amount) }),
  }
  if (words.length > LONGEST_COST) errors.push({ id: 'pris-tekst', message: messages.tooLong })
  const isGiven = kind !== '' || words !== '' || amount !== ''
  if (isGiven && errors.length === 0 && !ServiceDocument.shape.cost.safeParse(cost).success)
    errors.push({ id: 'pris', message: messages.unknownChoice })
  fields['cost'] = isGiven ? cost : null
}

function restOfCost(form: Form): Record<string, unknown> {
  try {
    return SomeFields.parse(JSON.parse([form['pris-rest'] ?? '{}'].flat()[0] ?? '{}'))
  } catch {
    return {}
  }
}
