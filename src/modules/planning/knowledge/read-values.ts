import { readCsv } from '#modules/catalogue/index.ts'
import type { Message, Params } from '#platform/i18n/messages.ts'
import { decimalNumber } from '../paper/read-form.ts'
import { messages } from './messages.ts'

/** A year's value of an indicator, as it was typed or stood in a row. */
export type TypedValue = { year: string; value: string; source: string }
/** Null: none, and the note says why. */
export type ReadValue = { year: number; value: number | null; source: string }
export type ValueError = { field: 'ar' | 'verdi' | 'kilde'; message: Message }

/** Reads what was typed, as people write years and numbers. `hasNote`: a value may be missing when it says why. */
export function readValue(
  { year, value, source }: TypedValue,
  hasNote: boolean,
): { read: ReadValue } | { errors: ValueError[] } {
  const errors: ValueError[] = []
  if (!/^(199\d|20\d\d)$/.test(year)) errors.push({ field: 'ar', message: messages.wrongYear })
  const number = decimalNumber(value.trim())
  if (number === undefined) errors.push({ field: 'verdi', message: messages.wrongValue })
  if (number === null && !hasNote) errors.push({ field: 'verdi', message: messages.missingValue })
  if (source === '') errors.push({ field: 'kilde', message: messages.missingSource })
  if (source.length > 300) errors.push({ field: 'kilde', message: messages.tooLong })
  if (errors.length > 0 || number === undefined) return { errors }
  return { read: { year: Number(year), value: number, source } }
}

/** A row that can be saved. */
export type FileRow = ReadValue & { row: number; name: string; measuredIn: string }
/** What is wrong with a row; null: with the file. */
export type RowError = { row: number | null; message: Message; params: Params }

/** More rows than this are no knowledge base of a municipality. */
const MOST_ROWS = 500

const headings: Record<'name' | 'measuredIn' | 'year' | 'value' | 'source', readonly string[]> = {
  name: ['indikator', 'navn', 'indicator', 'name'],
  measuredIn: ['måleenhet', 'enhet', 'unit', 'målt i'],
  year: ['år', 'year', 'årstall', 'årstal'],
  value: ['verdi', 'tall', 'tal', 'value'],
  source: ['kilde', 'kjelde', 'source'],
}
type Column = keyof typeof headings

/** Reads a table of values: what can be saved, and what is wrong, by row as a spreadsheet numbers them. */
export async function readFile(text: string): Promise<{ rows: FileRow[]; errors: RowError[] }> {
  const [rows, errors]: [FileRow[], RowError[]] = [[], []]
  let columns: Partial<Record<Column, number>> | null = null
  const seen = new Set<string>()
  for await (const one of readCsv(text)) {
    if ('fault' in one) {
      errors.push({ row: one.fault.at.row ?? null, message: messages.brokenRow, params: {} })
      continue
    }
    const { row, cells } = one.row
    if (!columns) {
      columns = columnsOf(cells)
      const missing = (['name', 'year', 'value', 'source'] as const).filter(
        column => columns?.[column] === undefined,
      )
      if (missing.length === 0) continue
      const params = { columns: missing.map(column => headings[column][0]!).join(', ') }
      return { rows: [], errors: [{ row: null, message: messages.missingColumns, params }] }
    }
    if (rows.length >= MOST_ROWS) {
      errors.push({ row, message: messages.tooManyRows, params: { n: MOST_ROWS } })
      break
    }
    const cell = (column: Column) => cells[columns?.[column] ?? -1] ?? ''
    const [name, measuredIn] = [cell('name'), cell('measuredIn')]
    const read = readValue({ year: cell('year'), value: cell('value'), source: cell('source') }, false)
    const wrong: Message[] = 'errors' in read ? read.errors.map(error => error.message) : []
    if (name === '') wrong.unshift(messages.missingName)
    if (name.length > 200 || measuredIn.length > 60) wrong.push(messages.tooLong)
    const key = `${name}\n${cell('year')}`
    if (wrong.length === 0 && seen.has(key)) wrong.push(messages.twice)
    seen.add(key)
    errors.push(...wrong.map(message => ({ row, message, params: {} })))
    if (wrong.length === 0 && 'read' in read) rows.push({ row, name, measuredIn, ...read.read })
  }
  if (!columns) errors.push({ row: null, message: messages.emptyFile, params: {} })
  return { rows, errors }
}

function columnsOf(cells: readonly string[]): Partial<Record<Column, number>> {
  const found: Partial<Record<Column, number>> = {}
  for (const [column, names] of Object.entries(headings) as [Column, readonly string[]][]) {
    const index = cells.findIndex(cell => names.includes(cell.toLowerCase().trim()))
    if (index >= 0) found[column] = index
  }
  return found
}
