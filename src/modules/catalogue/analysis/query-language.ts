import type { Lexicon } from './analysis.ts'
import { englishLexeme, norwegianOf } from './english.ts'
import type { Word } from './letters.ts'
import { conceptsOfLexeme } from './patterns.ts'
import { isStopWord } from './stop-words.ts'

const words = new Set(['word', 'slang'] as const)

/** Whether a query is in English: more of its words are only that than only Norwegian. */
export function languageOf(typed: readonly Word[], lexicon: Lexicon): 'no' | 'en' {
  let balance = 0
  for (const { surface } of typed) {
    const norwegian = isStopWord(surface, 'nb') || isNorwegianWord(surface, lexicon)
    const english = isStopWord(surface, 'en') || isEnglishWord(surface, lexicon)
    balance += (english ? 1 : 0) - (norwegian ? 1 : 0)
  }
  return balance > 0 ? 'en' : 'no'
}

function isNorwegianWord(form: string, lexicon: Lexicon): boolean {
  const { stem } = lexicon.analyse(form)
  return lexicon.countOf(stem) > 0 || conceptsOfLexeme(stem, words).length > 0
}

function isEnglishWord(form: string, lexicon: Lexicon): boolean {
  const lexeme = englishLexeme(form)
  return lexicon.countOf(lexeme) > 0 || norwegianOf.has(lexeme)
}
