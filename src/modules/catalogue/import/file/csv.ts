import { parse, type CsvError } from 'csv-parse'
import { makeFault, type Fault } from '../fault/fault.ts'
import { cleanText } from './text.ts'

/** A row of a table, with its number as a spreadsheet shows it. */
export type TableRow = { row: number; cells: string[] }

/** A row, or what is wrong with one. */
export type RowRead = { row: TableRow } | { fault: Fault }

const LONGEST_ROW = 1_000_000
/** A file with more rows that cannot be read than this is no table. */
const MOST_BROKEN = 100

const separators = [';', ',', '\t'] as const

/**
 * The rows of a CSV file, one at a time. A row whose quotation marks are wrong is told, and reading goes on with the next line.
 * Empty rows count, and are not given.
 * @param text as decodeText gives it
 */
export async function* readCsv(text: string): AsyncGenerator<RowRead> {
  const { separator, start } = separatorOf(text)
  const bytes = Buffer.from(text.slice(start).toWellFormed(), 'utf8')
  let row = start > 0 ? 1 : 0
  let offset = 0
  for (let broken = 0; offset < bytes.length && broken <= MOST_BROKEN; broken += 1) {
    const rows = rowsFrom(bytes, offset, separator)
    let good = offset
    let failed: CsvError | null = null
    try {
      for await (const { record, info } of rows) {
        row += 1
        good = offset + info.bytes
        const cells = record.map(cell => cleanText(readableCell(cell)))
        if (cells.some(cell => cell !== '')) yield { row: { row, cells } }
      }
    } catch (error) {
      failed = error as CsvError
    }
    if (!failed) return
    row += 1
    yield { fault: makeFault('brokenQuote', { row }) }
    offset = nextLine(bytes, good)
  }
}

function rowsFrom(bytes: Buffer, offset: number, delimiter: string) {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_ROW,
    info: true,
    // Named, since with mixed ones the parser takes the first it sees for all.
    record_delimiter: ['\r\n', '\n', '\r'],
  })
  parser.end(bytes.subarray(offset))
  return parser as AsyncIterable<{ record: string[]; info: { bytes: number } }>
}

/** The first byte after the next line break. */
function nextLine(bytes: Buffer, from: number): number {
  const end = bytes.indexOf(0x0a, from)
  return end === -1 ? bytes.length : end + 1
}

/** Excel's own first line (`sep=;`), or the separator that the first line with words has most of outside quotation marks. */
export function separatorOf(text: string): { separator: string; start: number } {
  const named = /^\uFEFF?sep=(.)\r?\n/.exec(text)
  if (named) return { separator: named[1]!, start: named[0].length }
  const start = text.startsWith('\uFEFF') ? 1 : 0
  const line = firstLine(text.slice(start, start + 100_000))
  const counted = separators.map(separator => ({ separator, n: line.split(separator).length }))
  const most = Math.max(...counted.map(({ n }) => n))
  return { separator: counted.find(({ n }) => n === most)!.separator, start }
}

function firstLine(text: string): string {
  const unquoted = text.replace(/"(?:[^"]|"")*"/g, '')
  return /^[^\r\n]*\S[^\r\n]*$/m.exec(unquoted)?.[0] ?? ''
}

/** Takes away the apostrophe that made a text safe in a spreadsheet (see csvCell in #platform/http/csv.ts). */
export function readableCell(cell: string): string {
  return /^'+\s*[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell
}
