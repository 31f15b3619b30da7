import type { Snapshot } from '../db/snapshot.ts'
import { stream, text, type Result } from './result.ts'

const TYPE = 'text/csv; charset=utf-8; header=present'

/** Says that it is UTF-8 to Excel, which else takes æ, ø and å for something else. Other programs know it too. */
const BYTE_ORDER_MARK = '\uFEFF'

export type CsvLines = Iterable<readonly string[]>

/** A table to be kept, for spreadsheets. @param name what the file is called @param lines the first has the headings */
export function csvFile(name: string, lines: CsvLines): Result {
  return text(TYPE, csvText(lines), attached(name))
}

/**
 * The same of any length, written while it is read: see `stream`.
 * @param batches gives lines, some at a time; the first has the headings
 */
export function csvStream(
  name: string,
  batches: (snapshot: Snapshot) => AsyncGenerator<CsvLines>,
  headers?: Record<string, string>,
): Result {
  return stream(
    TYPE,
    async function* write(snapshot) {
      yield BYTE_ORDER_MARK
      for await (const lines of batches(snapshot)) yield textOf(lines)
    },
    { ...attached(name), ...headers },
  )
}

const attached = (name: string) => ({ 'content-disposition': `attachment; filename="${name}"` })

/** A whole table as it stands in a file. */
export const csvText = (lines: CsvLines) => BYTE_ORDER_MARK + textOf(lines)

const textOf = (lines: CsvLines) => [...lines].map(line => csvLine(line)).join('')

/** @param separator Norwegian spreadsheets part columns by semicolons, since the comma is in their numbers */
export function csvLine(cells: readonly string[], separator = ';'): string {
  return `${cells.map(cell => csvCell(cell, separator)).join(separator)}\r\n`
}

/**
 * A cell that a spreadsheet takes for text, whatever it begins with: what somebody wrote must not run on the machine of who reads it
 * (OWASP, CSV injection). An apostrophe stands before what could be a formula, and before apostrophes that do, so that import takes away
 * just the one that was put there. A negative number, with decimals after a comma, can be no formula and stays one that can be added up.
 */
export function csvCell(cell: string, separator = ';'): string {
  const couldRun = /^'*\s*[=+\-@\t\r]/.test(cell) && !/^-\d+(,\d+)?$/.test(cell)
  const safe = couldRun ? `'${cell}` : cell
  const isPlain = !/["\r\n]/.test(safe) && !safe.includes(separator) && safe === safe.trim()
  return isPlain ? safe : `"${safe.replaceAll('"', '""')}"`
}
