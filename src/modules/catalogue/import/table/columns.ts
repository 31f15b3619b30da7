import { foldWord } from '../words/word-list.ts'
import type { Column } from './column.ts'
import { linkColumn, phoneColumn } from './contact-columns.ts'
import { factColumns } from './fact-columns.ts'
import { exceptionsColumn, hoursColumn } from './hours-columns.ts'
import { organizationsColumn, unitColumn } from './owner-columns.ts'
import { addressColumns, placesColumn } from './place-columns.ts'
import { costTextColumns, keywordColumns, textColumns } from './text-columns.ts'
import { coverageColumn, roomColumn, wordColumns } from './word-columns.ts'

/** What the owner calls the service: importing it again changes the same one. */
export const ID_COLUMN = 'id'

const idColumn: Column = {
  key: ID_COLUMN,
  also: [
    'egen id',
    'nøkkel',
    'key',
    'own id',
    'lokal id',
    'referanse',
    'nummer',
    'tilbudsnummer',
    'id nummer',
  ],
  // The row's own: see readTable.
  read: () => {},
  write: document => document.key,
}

/** The columns of the table of one's own services, in the order we write them. */
export const columns: readonly Column[] = [
  idColumn,
  ...textColumns,
  organizationsColumn,
  unitColumn,
  coverageColumn,
  roomColumn,
  ...wordColumns,
  ...factColumns,
  ...costTextColumns,
  phoneColumn,
  linkColumn,
  placesColumn,
  ...addressColumns,
  hoursColumn,
  exceptionsColumn,
  ...keywordColumns,
]

const byKey = new Map(columns.map(column => [column.key, column]))

const byHeading = new Map<string, Column>()
for (const column of columns) byHeading.set(foldWord(column.key), column)
for (const column of columns)
  for (const heading of column.also)
    if (!byHeading.has(foldWord(heading))) byHeading.set(foldWord(heading), column)

export function columnOf(key: string): Column | undefined {
  return byKey.get(key)
}

/** The column a heading means, or undefined: it is then for a person to choose. */
export function columnByHeading(heading: string): Column | undefined {
  const bare = heading.replace(/\(.*?\)|[*:]/g, '')
  // `Nettside/URL`, `Telefon, e-post`: the first that is known.
  const ways = [heading, bare, ...bare.split(/[/,;]|\s+(?:og|eller|and|or)\s+/)].map(foldWord)
  for (const way of [...ways, ...ways.map(plainHeading)]) {
    const column = byHeading.get(way)
    if (column) return column
  }
  return undefined
}

const LANGUAGE = /\b(bokmål|nynorsk|nordsamisk|samisk|engelsk|english|nb|nn|se|en)\b/
const OF_THE_SERVICE = /(tjeneste|teneste|tilbud|tilbod|tiltak)/.source

/** `nynorsk navn` → `navn nynorsk`, `tjenestens navn` and `navn på tiltaket` → `navn`, `tlf nr` → `tlf`. */
function plainHeading(folded: string): string {
  const language = LANGUAGE.exec(folded)?.[1]
  const rest = (language === undefined ? folded : folded.replace(LANGUAGE, ' '))
    .replace(new RegExp(`(^| )${OF_THE_SERVICE}(ns|ts|s|as|ets)( |$)`), ' ')
    .replace(new RegExp(` (på|for|til|om|av) ${OF_THE_SERVICE}(n|t|et|a)?( |$)`), ' ')
    .replace(/ ?(nr|nummer)( |$)/, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return language === undefined ? rest : `${rest} ${language}`
}
