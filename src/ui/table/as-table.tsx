import type { ComponentChild } from 'preact'
import { piecesOf } from '#platform/i18n/marks.ts'
import { markingLocale, useLocale, type Locale } from '#platform/i18n/locale.tsx'
import { Disclosure } from '#ui/disclosure/disclosure.tsx'
import { messages } from '#ui/messages.ts'
import { Table } from './table.tsx'

type LinesProps = {
  caption: string
  /** As in a file, headings first; the first cell of each names it, and is never empty. */
  lines: (locale: Locale) => readonly (readonly string[])[]
}

/** What stands above as a list or a drawing, once more as a table, one press away: with the words of the file that can be kept of it. */
export function AsTable(props: LinesProps) {
  const { t } = useLocale()
  return (
    <Disclosure summary={t(messages.asTable, { what: props.caption })}>
      <LinesTable {...props} />
    </Disclosure>
  )
}

/** A table of what stands in a file. */
export function LinesTable({ caption, lines }: LinesProps) {
  const [head = [], ...rows] = lines(markingLocale(useLocale()))
  return (
    <Table
      caption={caption}
      rowHeader
      stacks
      columns={head.map(label => ({ label }))}
      rows={rows.map(row => row.map(inItsLanguage))}
    />
  )
}

function inItsLanguage(cell: string): ComponentChild {
  return piecesOf(cell).map(({ text, language }, index) =>
    language ? (
      <span key={index} lang={language}>
        {text}
      </span>
    ) : (
      text
    ),
  )
}
