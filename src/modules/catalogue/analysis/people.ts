import { wordGroups } from './concepts.ts'
import { englishLexeme } from './english.ts'
import { foldLetters } from './letters.ts'
import { stemOf } from './stem.ts'

/** Lexemes of people of a family and around it: of whom a sentence tells, hardly ever what is sought. */
export const peopleWords = lexemesOf(['parent', 'child', 'kin', 'partner'])

/** Of these, the ones that the words for others end in: 'nabogutt', 'skoleelev', 'tippoldemor'; but a 'brannmann' is nobody's husband. */
export const kinWords = lexemesOf(['child', 'kin'])

function lexemesOf(groups: readonly string[]): ReadonlySet<string> {
  return new Set(
    groups.flatMap(group =>
      wordGroups[group]!.map(foldLetters).flatMap(word => [stemOf(word), englishLexeme(word)]),
    ),
  )
}
