import * as z from 'zod'
import type { ImportWorld } from '../words/import-words.ts'
import { foldWord } from '../words/word-list.ts'
import type { TableRow } from '../file/csv.ts'
import { columnByHeading, columnOf } from './columns.ts'
import { pieces } from './word-columns.ts'

/**
 * How a table is read: which column of ours each of its headings is, and what its words mean. By heading and not by number, so that
 * it serves the next file of the same kind, and is kept for the organisation.
 */
export const Mapping = z.object({
  /** Key of our column by heading; null: the column is left out. */
  columns: z.record(z.string().max(300), z.string().max(60).nullable()),
  /** Codes by key of our column and folded word; null: the word is left out. */
  words: z
    .record(z.string().max(60), z.record(z.string().max(300), z.string().max(120).nullable()))
    .default({}),
})
export type Mapping = z.output<typeof Mapping>

export const noMapping: Mapping = { columns: {}, words: {} }

/** Which column of ours each heading is: as chosen before, else as guessed. Each of ours is used once. */
export function mapHeadings(headings: readonly string[], mapping: Mapping = noMapping): (string | null)[] {
  const used = new Set<string>()
  const chosen = headings.map(heading => {
    if (!Object.hasOwn(mapping.columns, heading)) return undefined
    const key = mapping.columns[heading] ?? null
    if (key === null || !columnOf(key) || used.has(key)) return null
    used.add(key)
    return key
  })
  return headings.map((heading, i) => {
    const before = chosen[i]
    if (before !== undefined) return before
    const guess = columnByHeading(heading)?.key
    if (guess === undefined || used.has(guess)) return null
    used.add(guess)
    return guess
  })
}

/** A word of a table that is not known, where it stands, how often, and what it may mean. */
export type UnknownWord = { column: string; word: string; times: number; near: string[] }

/** The words of a table that none of our lists have and nobody has chosen a meaning for, the most frequent first. */
export function unknownWords(
  keys: readonly (string | null)[],
  rows: Iterable<TableRow>,
  mapping: Mapping,
  world: ImportWorld,
): UnknownWord[] {
  const found = new Map<string, UnknownWord>()
  const ours = keys.map(key => (key === null ? undefined : columnOf(key)))
  for (const { cells } of rows) {
    for (const [i, text] of cells.entries()) {
      const column = ours[i]
      if (!column?.words || text === '') continue
      const list = column.words(world)
      const choices = choicesOf(mapping, column.key)
      for (const word of pieces({ text, choices }, list)) {
        if (list.find(word) !== undefined || choices.has(foldWord(word))) continue
        const place = `${column.key} ${foldWord(word)}`
        const known = found.get(place)
        if (known) known.times += 1
        else found.set(place, { column: column.key, word, times: 1, near: list.near(word) })
      }
    }
  }
  return [...found.values()].toSorted((a, b) => b.times - a.times)
}

export function choicesOf(mapping: Mapping, column: string): ReadonlyMap<string, string | null> {
  const words = Object.hasOwn(mapping.words, column) ? mapping.words[column]! : {}
  return new Map(Object.entries(words))
}
