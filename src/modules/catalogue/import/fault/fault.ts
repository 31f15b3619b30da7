import type { Language } from '#platform/i18n/language.ts'
import { wording, type Params } from '#platform/i18n/messages.ts'
import { faultTexts, placeTexts } from './fault-texts.ts'

export type FaultCode = keyof typeof faultTexts

/** Where in what was given: a row and column of a table, or a path and id in JSON. Rows count from 1, as a spreadsheet shows them. */
export type FaultPlace = { file?: string; row?: number; column?: string; path?: string; id?: string }

/**
 * Something that is wrong or missing in what was given to be imported. Plain data: it is kept beside the record, and said in
 * the reader's language when it is shown.
 */
export type Fault = {
  code: FaultCode
  /** An error stops its record: something stands there that is not understood. A warning does not. */
  severity: 'error' | 'warning'
  at: FaultPlace
  params: Params
}

/** A text of a fault is shown on a line: what was written is told, but not all of it. */
const SHOWN = 80

export function makeFault(
  code: FaultCode,
  at: FaultPlace,
  params: Params = {},
  severity: Fault['severity'] = 'error',
): Fault {
  const shown = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' && value.length > SHOWN ? `${value.slice(0, SHOWN).toWellFormed()} …` : value,
  ])
  return { code, severity, at, params: Object.fromEntries(shown) as Params }
}

/** The fault in words: `Rad 12, kolonne «alder fra»: «ti» er ikke et tall. Skriv for eksempel 10.` */
export function faultInWords({ code, at, params }: Fault, language: Language): string {
  const where = placeInWords(at, language)
  const what = wording(faultTexts[code], language, params).text
  return where === '' ? what : `${where}: ${what}`
}

/** The place in words: `Rad 12, kolonne «alder fra»`; empty when it is the whole file. */
export function placeInWords(at: FaultPlace, language: Language): string {
  // From the whole (`$`) or a line on: there is nothing before it to be told.
  const path = at.path?.replace(/^\$?\.?/, '') ?? ''
  const parts = [
    ...(at.file === undefined ? [] : [wording(placeTexts.file, language, { file: at.file }).text]),
    ...(at.row === undefined ? [] : [wording(placeTexts.row, language, { row: at.row }).text]),
    ...(at.column === undefined ? [] : [wording(placeTexts.column, language, { column: at.column }).text]),
    ...(path === '' ? [] : [wording(placeTexts.path, language, { path }).text]),
    ...(at.id === undefined ? [] : [wording(placeTexts.id, language, { id: at.id }).text]),
  ]
  const words = parts.join(', ')
  return words.charAt(0).toLocaleUpperCase(language) + words.slice(1)
}
