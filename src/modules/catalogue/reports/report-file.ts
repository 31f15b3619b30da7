import type { Locale } from '#platform/i18n/locale.tsx'
import type { Cell, ReportTable } from './report-table.ts'

export const headLine = (columns: ReportTable['columns']): string[] => columns.map(({ label }) => label)

export const fileLine = (row: readonly Cell[], locale: Locale): string[] =>
  row.map(cell => textOf(cell, locale))

/** Days as `YYYY-MM-DD`, which every spreadsheet sorts; numbers with a comma and no space in them. */
function textOf(cell: Cell, { localText }: Locale): string {
  if (typeof cell === 'string') return cell
  if ('local' in cell) return localText(cell.local)
  if ('day' in cell) return cell.day
  return cell.n === null ? '' : cell.n.toFixed(cell.decimals ?? 0).replace('.', ',')
}
