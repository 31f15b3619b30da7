import writeXlsxFile from 'write-excel-file/node'
import type { ServiceDocument } from '../document/document.schema.ts'
import type { ImportWorld } from '../import/words/import-words.ts'
import { cellsOf, headings } from './csv.ts'

/** A sheet with the services, its headings in bold and held in place. Every cell is a text: none is a formula, whatever it begins with. */
export async function writeXlsx(documents: Iterable<ServiceDocument>, world: ImportWorld): Promise<Buffer> {
  const rows = [
    headings().map(value => ({ value, type: String, fontWeight: 'bold' as const })),
    ...[...documents].map(document =>
      cellsOf(document, world).map(text => (text === '' ? null : { value: sheetText(text), type: String })),
    ),
  ]
  const columns = headings().map(heading => ({ width: Math.max(12, Math.min(40, heading.length + 4)) }))
  return writeXlsxFile(rows, { columns, stickyRowsCount: 1, sheet: 'Tilbud' }).toBuffer()
}

/**
 * What looks like the sheet format's own way of writing a sign (`_x0041_`) is written so that it stays as it is. And a word that every
 * object of JavaScript knows (`valueOf`) has its first letter written in that way: the writer would look it up and find a function.
 */
function sheetText(text: string): string {
  const safe = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  if (!(safe in {})) return safe
  return `_x${safe.charCodeAt(0).toString(16).padStart(4, '0')}_${safe.slice(1)}`
}
