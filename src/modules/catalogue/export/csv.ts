import type { ServiceDocument } from '../document/document.schema.ts'
import { columns } from '../import/table/columns.ts'
import type { ImportWorld } from '../import/words/import-words.ts'

/** The headings of the table of one's own services: those that are written. */
export function headings(): string[] {
  return columns.filter(column => column.write).map(column => column.key)
}

/** The cells of a service, as import reads them again. */
export function cellsOf(document: ServiceDocument, world: ImportWorld): string[] {
  return columns.flatMap(column => (column.write ? [column.write(document, world)] : []))
}

/** Says that it is UTF-8 to Excel; semicolons, since the comma is in Norwegian numbers. As the table in our open data. */
export function* writeCsv(documents: Iterable<ServiceDocument>, world: ImportWorld): Generator<string> {
  yield `\uFEFF${csvLine(headings())}`
  for (const document of documents) yield csvLine(cellsOf(document, world))
}

export function csvLine(cells: readonly string[], separator = ';'): string {
  return `${cells.map(cell => csvCell(cell, separator)).join(separator)}\r\n`
}

/**
 * A cell that a spreadsheet takes for text, whatever it begins with (OWASP, CSV injection): an apostrophe stands before what could be
 * a formula, and before apostrophes that do, so that import takes away just the one that was put there.
 */
export function csvCell(text: string, separator = ';'): string {
  const safe = /^'*\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text
  const isPlain = !/["\r\n]/.test(safe) && !safe.includes(separator) && safe === safe.trim()
  return isPlain ? safe : `"${safe.replaceAll('"', '""')}"`
}
