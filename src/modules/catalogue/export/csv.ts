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

/** Services as a table in the order of our columns, headings first: as the table in our open data. */
export function* tableOf(documents: Iterable<ServiceDocument>, world: ImportWorld): Generator<string[]> {
  yield headings()
  for (const document of documents) yield cellsOf(document, world)
}
