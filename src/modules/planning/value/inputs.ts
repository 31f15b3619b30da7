import * as z from 'zod'
import { line, type Form } from '#modules/catalogue/index.ts'
import type { QueryValues } from '#platform/http/url.ts'
import { numberFields, type Inputs, type NumberField, type Unit } from './fields.ts'
import { startAges, type StartAge } from './rules.ts'

/** The address of a calculation: which names count, and what may stand there, `readInputs` says. */
export const ValueQuery = z
  .object({})
  .catchall(z.union([z.string().max(300), z.array(z.string().max(300)).max(20)]))

/** What is wrong with a number; `age`: with the choice of the age of start. */
export type InputError = { kind: 'number' | 'order'; field: NumberField } | { kind: 'age' }

/** Names of those that only say where a calculation is to be saved. */
export const keptNames = ['regnestykke', 'organisasjon'] as const

const standardAge: StartAge = '3-5'

/** What the address says: numbers that are not there, or wrong, are those of the example. @param year the present one */
export function readInputs(form: Form, year: number): { inputs: Inputs; errors: InputError[] } {
  const errors: InputError[] = []
  const age = line(form, 'alder')
  const startAge = startAges.find(one => one === age) ?? standardAge
  if (age !== '' && startAge !== age) errors.push({ kind: 'age' })
  const fields = numberFields(year)
  const numbers = new Map<string, number>()
  for (const field of fields) {
    const typed = line(form, field.name)
    const number = typed === '' ? field.standard : numberOf(typed, field.unit)
    const isWrong = number === null || number < field.min || number > field.max
    if (isWrong) errors.push({ kind: 'number', field })
    // What is wrong is never reckoned with: a cost over a million million years would be.
    numbers.set(field.name, isWrong ? field.standard : number)
  }
  for (const field of fields) {
    const from = field.name.endsWith('-til') ? numbers.get(field.name.replace('-til', '-fra')) : undefined
    if (from !== undefined && from > numbers.get(field.name)! && !isTold(field))
      errors.push({ kind: 'order', field })
  }
  return { inputs: { startAge, numbers }, errors }

  function isTold(field: NumberField): boolean {
    const names = [field.name, field.name.replace('-til', '-fra')]
    return errors.some(error => error.kind === 'number' && names.includes(error.field.name))
  }
}

/** As people write numbers: spaces between thousands, decimals after a comma; only per cents have decimals. Null: no number. */
function numberOf(typed: string, unit: Unit): number | null {
  const plain = typed.replace(/[\s\u00a0]|kr(oner)?\.?$|%$|,-$/g, '')
  if (unit === 'percent')
    return /^\d{1,3}([.,]\d{1,2})?$/.test(plain) ? Number(plain.replace(',', '.')) : null
  const digits = /^\d{1,3}(\.\d{3})+$/.test(plain) ? plain.replaceAll('.', '') : plain
  return /^\d{1,12}$/.test(digits) ? Number(digits) : null
}

/** What makes a calculation another than the example, for its address. Read again, it gives the same (see the test). */
export function queryOfInputs({ startAge, numbers }: Inputs, year: number): QueryValues {
  const query: QueryValues = { alder: startAge }
  for (const { name, standard } of numberFields(year)) {
    const number = numbers.get(name)
    // The first year would be another one next year.
    if (number !== undefined && (number !== standard || name === 'start')) query[name] = String(number)
  }
  return query
}

/** A calculation as text, to be kept: `alder=3-5,kostnad=…`. Every number, so that it says the same when the example has changed. */
export const textOfInputs = ({ startAge, numbers }: Inputs): string =>
  [['alder', startAge], ...numbers].map(([name, value]) => `${name}=${value}`).join(',')

/** Reads it again; wrong only when somebody has written it by hand. */
export function inputsOfText(text: string, year: number): { inputs: Inputs; errors: InputError[] } {
  const pairs = text.split(',').map(pair => pair.split('=', 2))
  return readInputs(Object.fromEntries(pairs.map(([name = '', value = '']) => [name, value])), year)
}
