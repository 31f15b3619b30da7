import type { Locale } from '#platform/i18n/locale.tsx'
import { csvLine } from '../export/csv.ts'
import type { Cell, ReportTable } from './report-table.ts'

/** As the table of one's own services: it says that it is UTF-8, and what could be a formula is not one. */
export function headLine(columns: ReportTable['columns']): string {
  return `\uFEFF${csvLine(columns.map(({ label }) => label))}`
}

export function fileLine(row: readonly Cell[], locale: Locale): string {
  return csvLine(row.map(cell => textOf(cell, locale)))
}

/** Days as `YYYY-MM-DD`, which every spreadsheet sorts; numbers with a comma and no space in them. */
function textOf(cell: Cell, { localText }: Locale): string {
  if (typeof cell === 'string') return cell
  if ('local' in cell) return localText(cell.local)
  if ('day' in cell) return cell.day
  return cell.n === null ? '' : cell.n.toFixed(cell.decimals ?? 0).replace('.', ',')
}
