import { wordGroups } from './concepts.ts'
import { englishLexeme } from './english.ts'
import { foldLetters } from './letters.ts'
import { stemOf } from './stem.ts'

/** Lexemes of people of a family and around it: of whom a sentence tells, hardly ever what is sought. */
export const peopleWords: ReadonlySet<string> = new Set(
  ['parent', 'child', 'kin', 'partner'].flatMap(group =>
    wordGroups[group]!.map(foldLetters).flatMap(word => [stemOf(word), englishLexeme(word)]),
  ),
)
