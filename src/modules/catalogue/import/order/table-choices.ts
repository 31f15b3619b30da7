import type { Geography } from '#modules/areas/index.ts'
import type { TableRow } from '../file/csv.ts'
import { kindOf, type GivenFile } from '../file/kind.ts'
import { tableRows } from '../read-import.ts'
import { columnOf, columns } from '../table/columns.ts'
import { mapHeadings, unknownWords, type Mapping } from '../table/mapping.ts'
import { importWorldOf, type KnownOrganization } from '../words/import-words.ts'
import { foldWord } from '../words/word-list.ts'

/** What a person chooses for a table: its columns, and words that we do not know. */
export type TableChoices = {
  headings: string[]
  /** Our column for each heading; null: left out. */
  keys: (string | null)[]
  /** The first value of each column. */
  examples: string[]
  /** Keys of all our columns. */
  columns: string[]
  words: {
    field: string
    word: string
    column: string
    times: number
    options: { value: string; label: string }[]
    value: string
  }[]
}

/** Rows that are looked at for words: what comes later is told when the file is read. */
const LOOKED_AT = 2000
/** Words that are asked about at a time, the most frequent first. */
const ASKED = 30
/** What is longer is no word of a list but a text: it has no place in a form, and is told when the file is read. */
const LONGEST_WORD = 200
/** A list so long is offered by what is near only. */
const LONG_LIST = 60

/** Null: the file is no table, or cannot be read. */
export async function tableChoices(
  file: GivenFile,
  mapping: Mapping,
  about: {
    geography: Geography
    organizations: readonly KnownOrganization[]
    owner: { key: string; areaCode: string | null }
  },
): Promise<TableChoices | null> {
  const kind = kindOf(file)
  if ('fault' in kind || (kind.kind !== 'csv' && kind.kind !== 'xlsx')) return null
  const read = await tableRows(file)
  if ('fault' in read) return null
  const rows: TableRow[] = []
  for await (const one of read.rows) {
    if ('row' in one) rows.push(one.row)
    if (rows.length > LOOKED_AT) break
  }
  const headings = rows.shift()?.cells ?? []
  const keys = mapHeadings(headings, mapping)
  const world = importWorldOf(about.geography, about.organizations, about.owner)
  const chosen = Object.entries(mapping.words).flatMap(([column, words]) =>
    Object.entries(words).map(([word, code]) => ({ column, word, code, times: 0, near: [] as string[] })),
  )
  const unknown = unknownWords(keys, rows, { ...mapping, words: {} }, world)
    .filter(({ word }) => word.length <= LONGEST_WORD)
    .slice(0, ASKED)
  return {
    headings,
    keys,
    examples: headings.map((_, i) => rows.find(row => row.cells[i])?.cells[i]?.slice(0, 80) ?? ''),
    columns: columns.map(column => column.key),
    words: unknown.map(({ column, word, times, near }) => {
      const list = columnOf(column)?.words?.(world)
      const names = list && list.names.length <= LONG_LIST ? list.names : near
      const before = chosen.find(one => one.column === column && one.word === foldWord(word))
      return {
        field: fieldOf(column, word),
        word,
        column,
        times,
        options: [...new Set([...near, ...names])].map(name => ({
          value: list?.find(name) ?? name,
          label: name,
        })),
        value: before ? (before.code ?? LEFT_OUT) : '',
      }
    }),
  }
}

/** A word that is left out, in the form. */
export const LEFT_OUT = '-'

function fieldOf(column: string, word: string): string {
  return `ord:${column}:${foldWord(word)}`
}

/** The choices of a form as a mapping. */
export function chosenMapping(headings: readonly string[], fields: Record<string, string>): Mapping {
  const chosenColumns = headings.flatMap((heading, i) => {
    const key = fields[`k${i}`]
    return key === undefined || heading === ''
      ? []
      : [[heading.slice(0, 300), key === '' ? null : key.slice(0, 60)] as const]
  })
  const words: Record<string, Record<string, string | null>> = {}
  for (const [field, value] of Object.entries(fields)) {
    const [, column, word] = /^ord:([^:]+):(.+)$/.exec(field) ?? []
    if (column === undefined || word === undefined || value === '' || !columnOf(column)) continue
    words[column] = {
      ...words[column],
      [word.slice(0, 300)]: value === LEFT_OUT ? null : value.slice(0, 120),
    }
  }
  return { columns: Object.fromEntries(chosenColumns), words }
}
