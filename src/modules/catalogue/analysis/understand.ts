import type { Lexicon, QueryOptions, QueryWord, Understanding } from './analysis.ts'
import { ageIn } from './ages.ts'
import { conceptByCode } from './concepts.ts'
import { wordsOf, type Word } from './letters.ts'
import { mended } from './mended.ts'
import { placeIn } from './place-words.ts'
import { joinedWords, phraseWords, singleWords, isAbout, type Found, type Query } from './query-words.ts'
import { withSpaces } from './run-together.ts'
import { fillers, isStopWord } from './stop-words.ts'
import { languageOf } from './query-language.ts'
import { toldTogether } from './story.ts'
import { voiceIn } from './voice.ts'

/** Nobody asks in more: the rest of a text is not read. */
const LONGEST_QUERY = 2_000
const MOST_TYPED = 48
/** Of these, how many are looked for: the rarest. */
const MOST_SOUGHT = 12
/** From so many words on it is a sentence. */
const STORY = 7

/**
 * What somebody who types this is after: words with all they may mean, an age, a place. Bounded work whatever is typed; never
 * throws.
 */
export function understandQuery(text: string, lexicon: Lexicon, options: QueryOptions = {}): Understanding {
  const isPlace = (word: string) => options.places?.([word]) ?? false
  const typed = withSpaces(wordsOf(text.slice(0, LONGEST_QUERY), MOST_TYPED), lexicon, isPlace, MOST_TYPED)
  const taken = new Set<number>()
  const take = (positions: readonly number[]) => positions.forEach(position => taken.add(position))

  const age = ageIn(typed)
  if (age && !age.isSought) take(age.at)
  const isEnglish = languageOf(typed, lexicon) === 'en'
  const place = placeIn(typed, taken, options.places, isEnglish)
  if (place?.isSure) take(place.positions)

  const meant = mended(typed, taken, lexicon, isPlace)
  const query: Query = {
    typed,
    meant,
    lexicon,
    isEnglish,
    taken,
    isTyping: options.isTyping ?? false,
  }
  // 'Hvem kan jeg snakke med' is a way to begin, and the question itself where nothing follows.
  const beginning = new Set(fillerPositions(typed, taken))
  const phrases = phraseWords(query).filter(({ positions }) => !positions.every(at => beginning.has(at)))
  phrases.forEach(phrase => take(phrase.positions))
  take(fillerPositions(typed, taken))
  const joined = joinedWords(query)
  joined.forEach(word => take(word.positions))
  const found = [...phrases, ...joined, ...singleWords(query)]
  const words = sought(
    found.length > 0 || place || age ? found : singleWords({ ...query, taken: new Set() }, true),
  )
  const isStory = typed.length >= STORY
  const told = isStory ? toldTogether(meant, taken, isEnglish) : null

  const concepts = [...new Set(words.flatMap(word => word.concepts))]
  return {
    words: (told ? [...words, told] : words).map(withoutConcepts),
    place,
    age: age?.age ?? null,
    audiences: [...new Set(concepts.flatMap(code => conceptByCode.get(code)?.audiences ?? []))],
    concepts,
    voice: voiceIn(meant),
    isStory,
    saysWhat: words.some(isAbout),
  }
}

/** Places of the words of ways to begin a question, which say nothing here. */
function fillerPositions(typed: readonly Word[], taken: ReadonlySet<number>): number[] {
  const positions: number[] = []
  for (let at = 0; at < typed.length; at++) {
    const filler = fillers.find(words =>
      words.every((word, index) => typed[at + index]?.surface === word && !taken.has(at + index)),
    )
    if (!filler) continue
    positions.push(...filler.map((_, index) => at + index))
    at += filler.length - 1
  }
  // When there is nothing else, the filler was the question.
  const rest = typed.some(
    (word, at) => !taken.has(at) && !positions.includes(at) && !isStopWord(word.surface, 'nb'),
  )
  return rest || taken.size > 0 ? positions : []
}

/** In the order typed; words of one lexeme once; of too many those that weigh most. */
function sought(found: readonly Found[]): Found[] {
  const byLexeme = new Map<string, Found>()
  for (const word of found.toSorted((a, b) => a.positions[0]! - b.positions[0]!)) {
    const lexeme = word.alternatives[0]!.lexeme
    const before = byLexeme.get(lexeme)
    if (before) before.positions.push(...word.positions)
    else byLexeme.set(lexeme, { ...word, positions: [...word.positions] })
  }
  const kept = [...byLexeme.values()].toSorted((a, b) => b.weight - a.weight).slice(0, MOST_SOUGHT)
  const most = Math.max(...kept.map(word => word.weight))
  return kept
    .toSorted((a, b) => a.positions[0]! - b.positions[0]!)
    .map(word => ({ ...word, weight: Math.max(0.05, Math.round((word.weight / most) * 100) / 100) }))
}

function withoutConcepts({
  surface,
  positions,
  weight,
  isKnown,
  isProperty,
  alternatives,
}: Found): QueryWord {
  return { surface, positions, weight, isKnown, isProperty, alternatives }
}
