import { setImmediate as breathe } from 'node:timers/promises'
import { makeFault, type Fault, type FaultCode } from '../fault/fault.ts'
import type { TableRow } from './csv.ts'
import { readSheetApart } from './read-sheet.ts'
import { cleanText } from './text.ts'
import { readZip, writeZip } from './zip.ts'

const MB = 1024 * 1024
/** Unpacked, all its parts of XML together. 10,000 services with long texts are some 20 MB. */
const UNPACKED_MB = 60
const MOST_ROWS = 20_000
const MOST_COLUMNS = 200
/** Of all cells together: a short file can point at one long text from many cells. */
const MOST_CHARACTERS = 60_000_000

type SheetRead = { rows: TableRow[] } | { fault: Fault }

/**
 * The rows of a sheet of an Excel file: the first, or the one of that name. Numbers, dates and yes or no come as text, as one would
 * write them. The file is unpacked by us first, with limits, and packed anew: what reads it sees only what we have measured, and
 * no address of a cell that would make it lay out an endless table.
 */
export async function readXlsx(bytes: Uint8Array, sheet?: string): Promise<SheetRead> {
  const parts = readZip(bytes, UNPACKED_MB * MB, name => /\.(xml|rels)$/.test(name))
  if (parts === 'too-large') return failed('zipTooLarge', { mb: UNPACKED_MB })
  if (parts === 'broken') return failed('brokenZip')
  const sheets = parts.filter(part => /worksheets\/[^/]*\.xml$/.test(part.name))
  const troubles: ReturnType<typeof sizeTrouble>[] = []
  for (const part of sheets) {
    // Between the steps others are answered.
    await breathe()
    troubles.push(sizeTrouble(part.bytes))
  }
  await breathe()
  if (troubles.includes('brokenSheet')) return failed('brokenSheet')
  if (troubles.includes('sheetTooLarge')) return tooLarge()
  try {
    return await rowsOf(await readSheetApart(writeZip(parts, 'as-they-are'), sheet ?? 1, MOST_CHARACTERS))
  } catch (error) {
    const { name } = error as Error
    if (name === 'SheetTooLargeError') return tooLarge()
    if (sheet !== undefined && name === 'SheetNotFoundError') return failed('noSuchSheet', { sheet })
    return failed('brokenSheet')
  }
}

function failed(code: FaultCode, params = {}): SheetRead {
  return { fault: makeFault(code, {}, params) }
}

const tooLarge = () => failed('sheetTooLarge', { rows: MOST_ROWS, columns: MOST_COLUMNS })

/** What is wrong with where a sheet says its rows and cells are. */
function sizeTrouble(xml: Buffer): 'sheetTooLarge' | 'brokenSheet' | null {
  const text = xml.toString('utf8')
  let rows = 0
  for (const [tag, name] of text.matchAll(/<(?:\w+:)?(row|c)\s[^>]*>/g)) {
    const address = /\sr\s*=\s*(["'])(.*?)\1/.exec(tag)?.[2]
    if (name === 'row') rows += 1
    if (rows > MOST_ROWS) return 'sheetTooLarge'
    if (address === undefined) continue
    const [, letters, row] = /^([A-Z]*)(\d{1,9})$/.exec(address) ?? []
    if (letters === undefined) return 'brokenSheet'
    if (Number(row) > MOST_ROWS || columnNumber(letters) > MOST_COLUMNS) return 'sheetTooLarge'
  }
  return null
}

/** `A` is 1, `AA` is 27. */
function columnNumber(letters: string): number {
  return letters.split('').reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}

async function rowsOf(sheet: readonly (readonly unknown[])[]): Promise<SheetRead> {
  const rows: TableRow[] = []
  for (const [index, given] of sheet.entries()) {
    if (index % 1000 === 0) await breathe()
    if (given.length > MOST_COLUMNS) return tooLarge()
    const cells = given.map(cellText)
    if (cells.some(cell => cell !== '')) rows.push({ row: index + 1, cells })
  }
  return { rows }
}

function cellText(cell: unknown): string {
  if (typeof cell === 'string') return cleanText(cell)
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  if (typeof cell === 'boolean') return cell ? 'ja' : 'nei'
  if (cell instanceof Date) return Number.isNaN(cell.valueOf()) ? '' : cell.toISOString().slice(0, 10)
  return ''
}
