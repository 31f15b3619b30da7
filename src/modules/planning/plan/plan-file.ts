import type { Locale } from '#platform/i18n/locale.tsx'
import { sumEconomy } from '../measure/rules.ts'
import { latenessNames, measureStateNames } from '../measure/words.ts'
import type { Unit } from '../paper/home.store.ts'
import { economyInWords, economyNames, linkNames } from '../paper/words.ts'
import type { ListedMeasure } from './choose-measures.ts'
import { messages } from './messages.ts'

/** Measures as a table for a spreadsheet: days as `YYYY-MM-DD`, amounts as whole numbers. */
export function measureLines(
  measures: readonly ListedMeasure[],
  units: readonly Unit[],
  locale: Locale,
): string[][] {
  const { text, localText } = locale
  const head = [
    messages.number,
    messages.measure,
    messages.fileText,
    messages.who,
    messages.unit,
    messages.fileFrom,
    messages.fileTo,
    messages.status,
    messages.fileLate,
    messages.economy,
    messages.fileSum,
    messages.fileLinks,
  ].map(message => text(message))
  const rows = measures.map(({ fields, state, lateness }) => [
    String(fields.number ?? ''),
    fields.title,
    fields.text,
    fields.responsible,
    fields.units.flatMap(id => localText(units.find(unit => unit.id === id)?.name) || []).join(', '),
    fields.starts_on ?? '',
    fields.ends_on ?? '',
    text(measureStateNames[state]),
    lateness ? text(latenessNames[lateness]) : '',
    fields.economy.map(row => economyInWords(row, locale)).join('; '),
    String(sumEconomy(fields.economy).sum || ''),
    fields.links.map(link => `${text(linkNames[link.kind])}: ${link.title}`).join('; '),
  ])
  return [head, ...rows]
}

/** What it costs by year and kind of money, one line for each. */
export function economyLines(measures: readonly ListedMeasure[], { text }: Locale): string[][] {
  const sums = sumEconomy(measures.flatMap(({ fields }) => fields.economy))
  const rows = sums.years.flatMap((year, index) =>
    sums.rows
      .filter(row => row.byYear[index] !== 0)
      .map(row => [String(year), text(economyNames[row.kind]), String(row.byYear[index])]),
  )
  return [[messages.fileYear, messages.fileKind, messages.fileAmount].map(message => text(message)), ...rows]
}
