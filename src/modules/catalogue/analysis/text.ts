import type { Language } from '#platform/i18n/language.ts'
import type { Lexicon, Token } from './analysis.ts'
import { englishLexeme } from './english.ts'
import { wordsOf } from './letters.ts'
import { isStopWord } from './stop-words.ts'

/**
 * The words of a text, analysed. Bokmål, nynorsk and Sámi are treated alike; English has lexemes of its own and no
 * compounds.
 */
export function analyseText(
  text: string,
  lexicon: Pick<Lexicon, 'analyse'>,
  language: Language = 'nb',
): Token[] {
  return wordsOf(text).map(({ surface }, position) => {
    const isStop = isStopWord(surface, language)
    if (language === 'en')
      return { position, surface, stem: englishLexeme(surface), parts: [], isStopWord: isStop }
    const { stem, parts } = lexicon.analyse(surface)
    return { position, surface, stem, parts: [...parts], isStopWord: isStop }
  })
}
