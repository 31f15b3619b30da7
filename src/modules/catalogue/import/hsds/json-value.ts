import { cleanText } from '../file/text.ts'

export type Json = { readonly [name: string]: unknown }

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text or number of one of these names, as text; undefined when there is none, or it is empty. */
export function textOf(record: Json, ...names: string[]): string | undefined {
  for (const name of names) {
    const value = Object.hasOwn(record, name) ? record[name] : undefined
    const text = typeof value === 'string' ? cleanText(value) : typeof value === 'number' ? String(value) : ''
    if (text !== '') return text
  }
  return undefined
}

/** A number, also written as text. */
export function numberOf(record: Json, name: string): number | undefined {
  const text = textOf(record, name)
  const number = text === undefined ? Number.NaN : Number(text)
  return Number.isFinite(number) ? number : undefined
}

export function booleanOf(record: Json, name: string): boolean {
  const value = Object.hasOwn(record, name) ? record[name] : undefined
  return value === true || (typeof value === 'string' && /^(true|1|yes)$/i.test(value.trim()))
}

/** The objects of one of these names, of all that there are; one alone counts as a list of one. With their paths. */
export function listOf(record: Json, path: string, ...names: string[]): { item: Json; path: string }[] {
  return names.flatMap(name => {
    const value = Object.hasOwn(record, name) ? record[name] : undefined
    if (isJson(value)) return [{ item: value, path: `${path}.${name}` }]
    if (!Array.isArray(value)) return []
    return value.flatMap((item: unknown, i) =>
      isJson(item) ? [{ item, path: `${path}.${name}[${i}]` }] : [],
    )
  })
}

export function objectOf(record: Json, name: string): Json | undefined {
  const value = Object.hasOwn(record, name) ? record[name] : undefined
  return isJson(value) ? value : undefined
}
