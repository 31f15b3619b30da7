import { analyseText, type Token } from '../analysis/analysis.ts'
import type { SearchKnowledge } from '../search/knowledge.ts'
import type { WordKnowledge } from './keepable-text.ts'

/** What the search knows of words, at this moment. */
export function wordKnowledge({
  lexicon,
  places,
}: Pick<SearchKnowledge, 'lexicon' | 'places'>): WordKnowledge {
  const known = lexicon()
  /** Whether each word is so, in Norwegian or in English. */
  const areAll = (text: string, holds: (token: Token) => boolean) =>
    (['nb', 'en'] as const).some(language => {
      const tokens = analyseText(text, known, language)
      return tokens.length > 0 && tokens.every(holds)
    })
  return {
    isStopWord: word => areAll(word, token => token.isStopWord),
    isKnown: word => areAll(word, token => known.countOf(token.stem) > 0),
    isCompound: word => areAll(word, token => token.parts.length > 0),
    isPlace: words => places.codesOf(words).length > 0,
  }
}
