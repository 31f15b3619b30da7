import type { ServiceDocument } from '../../document/document.schema.ts'
import type { FaultCode, FaultPlace } from '../fault/fault.ts'
import type { Reading } from '../record/record.ts'
import type { ImportWorld } from '../words/import-words.ts'
import type { WordList } from '../words/word-list.ts'

/** What a person has chosen for words in her file that we do not know: a code, or null to leave the word out. By word as foldWord has it. */
export type WordChoices = ReadonlyMap<string, string | null>

/** The cell that is being read: never empty. */
export type Cell = { text: string; at: FaultPlace; choices: WordChoices }

/** A column of the table of one's own services. What it writes it reads again as the same. */
export type Column = {
  /** The heading we write, which never changes its meaning. */
  key: string
  /** Other headings that people use for it. */
  also: readonly string[]
  /** The list that its words are of, for those it has. */
  words?: (world: ImportWorld) => WordList
  read: (cell: Cell, reading: Reading) => void
  /** Null: the column is read, and not written. */
  write: ((document: ServiceDocument, world: ImportWorld) => string) | null
}

/** A value of a cell, or null with the fault told. */
export function valueOf<T>(
  value: T | null,
  code: FaultCode,
  { text, at }: Pick<Cell, 'text' | 'at'>,
  reading: Reading,
): T | null {
  if (value === null) reading.fault(code, at, { value: text })
  return value
}
