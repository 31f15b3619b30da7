import { understandQuery, type Lexicon, type Understanding } from '../analysis/analysis.ts'
import type { SearchKnowledge } from './knowledge.ts'

/** A few megabytes. */
const LIMIT = 1_500
/** What is longer, hardly anybody else writes. */
const LONGEST = 60

const keptBy = new WeakMap<Lexicon, Map<string, Understanding>>()

/**
 * What a text means, kept from search to search while the words known are the same: most people ask in the same few words, in
 * one municipality after the other, and to find out what they mean takes as long as to find what answers them. It is kept in
 * memory only, without whose it was. What is returned is never changed.
 */
export function understandText(
  text: string,
  knowledge: Pick<SearchKnowledge, 'lexicon' | 'places'>,
  isTyping: boolean,
): Understanding {
  const lexicon = knowledge.lexicon()
  const understand = () =>
    understandQuery(text, lexicon, {
      isTyping,
      places: names => knowledge.places.codesOf(names.join(' ')).length > 0,
    })
  // Half typed, it is soon another.
  if (isTyping || text.length > LONGEST) return understand()
  let kept = keptBy.get(lexicon)
  if (!kept) keptBy.set(lexicon, (kept = new Map()))
  const understood = kept.get(text) ?? understand()
  // A Map keeps the order of insertion: taken out and put in again it is the youngest.
  kept.delete(text)
  kept.set(text, understood)
  if (kept.size > LIMIT) kept.delete(kept.keys().next().value!)
  return understood
}
