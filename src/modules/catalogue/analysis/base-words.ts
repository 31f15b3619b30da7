import {
  accessKinds,
  audiences,
  diagnosisGroups,
  levels,
  riskGroups,
  rooms,
  targetGroups,
  themes,
} from '../vocabulary/vocabulary.ts'
import { concepts } from './concepts.ts'
import { norwegianOf } from './english.ts'
import { wordsOf } from './letters.ts'

/** Marks the English words of a lexicon. */
export const ENGLISH = 'en:'

/**
 * Words that every lexicon knows, each once: those of the concepts (with Los's, where a concept is linked to it), of the
 * vocabularies, and of the English table.
 */
export function baseWords(): Set<string> {
  const words = new Set<string>()
  const add = (text: string, isEnglish: boolean) => {
    for (const { surface } of wordsOf(text)) words.add(isEnglish ? ENGLISH + surface : surface)
  }
  for (const { label, words: own, slang, phrases } of concepts) {
    for (const lists of [own, slang, phrases])
      for (const [language, texts] of Object.entries(lists ?? {}))
        for (const text of texts) add(text.replace(/\{[^}]*\}/g, ' '), language === 'en')
    for (const [language, text] of Object.entries(label)) add(text, language === 'en')
  }
  for (const vocabulary of [
    levels,
    rooms,
    themes,
    audiences,
    targetGroups,
    riskGroups,
    diagnosisGroups,
    accessKinds,
  ])
    for (const { name } of vocabulary.list)
      for (const [language, text] of Object.entries(name)) add(text, language === 'en')
  for (const [lexeme, meant] of norwegianOf) {
    words.add(lexeme)
    for (const text of meant) add(text, false)
  }
  return words
}
