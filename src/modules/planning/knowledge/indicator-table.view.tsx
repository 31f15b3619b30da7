import { useLocale } from '#platform/i18n/locale.tsx'
import { Table } from '#ui/table/table.tsx'
import { urls } from '../urls.ts'
import type { Indicator } from './indicator.store.ts'
import { messages } from './messages.ts'

/** A value with what it is measured in: `87,5 prosent`. */
export const valueInWords = (value: number, measuredIn: string, number: (value: number) => string) =>
  `${number(value)} ${measuredIn}`.trim()

/** Indicators with their latest values, source and year; each leads to its history. Other pages may show it beside what it is about. */
export function IndicatorTable({
  indicators,
  caption,
}: {
  indicators: readonly Indicator[]
  caption: string
}) {
  const { text, link, number } = useLocale()
  return (
    <Table
      caption={caption}
      isHeaded
      rowHeader
      stacks
      columns={[
        { label: text(messages.indicator) },
        { label: text(messages.lastValue), numeric: true },
        { label: text(messages.year), numeric: true },
        { label: text(messages.source) },
      ]}
      rows={indicators.map(({ id, name, measured_in, years }) => {
        const last = years.at(-1)
        return [
          <a href={link(urls.indicator.href({ id }))}>{name}</a>,
          last?.value != null && valueInWords(last.value, measured_in, number),
          last && String(last.year),
          last?.source ?? '',
        ]
      })}
    />
  )
}
