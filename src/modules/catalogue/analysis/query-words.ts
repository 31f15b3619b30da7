import type { Lexicon, QueryWord } from './analysis.ts'
import { englishLexeme } from './english.ts'
import type { Word } from './letters.ts'
import { conceptsIn, type ConceptFound } from './patterns.ts'
import { stemOf } from './stem.ts'
import { isStopWord, weakWords } from './stop-words.ts'
import {
  alternativesOf,
  conceptAlternatives,
  rarity,
  strongest,
  type WordFound,
} from './word-alternatives.ts'

/** A query on its way to be understood. */
export type Query = {
  typed: readonly Word[]
  lexicon: Lexicon
  isEnglish: boolean
  /** Places whose words have been understood. */
  taken: ReadonlySet<number>
  isTyping: boolean
}

/** A word of the query, with the concepts it means. Its weight is not yet beside the others'. */
export type Found = QueryWord & { concepts: string[] }

/** Beside others, a word that says little counts this much of its rarity, and one that nobody knows this. */
const WEAK = 0.3
const UNKNOWN = 0.5

/** Words of a query for which is guessed what was meant: the first that nobody knows. */
const MOST_GUESSES = 5

/** How much the words of a phrase count beside what it means: 'drikker', where somebody's drinking is meant. */
const OF_PHRASE = 0.4

const sought = new Set(['word', 'slang', 'phrase'] as const)

/** Phrases and terms of several words that mean a concept: 'mamma drikker', 'åpen barnehage'. */
export function phraseWords(query: Query): Found[] {
  const tokens = query.typed.map(({ surface, before }, at) => ({
    isFirst: /[.!?;:\n]/.test(before),
    isStopWord: isStop(surface, query.isEnglish),
    lexemes: query.taken.has(at) ? [] : [stemOf(surface), englishLexeme(surface)],
  }))
  const telling = (found: ConceptFound) => found.at.filter(at => !tokens[at]!.isStopWord).length
  const longest = conceptsIn(tokens, sought, { words: 1, stopWords: 5 })
    .filter(found => found.at.length > 1)
    .toSorted((a, b) => telling(b) - telling(a) || b.at.length - a.at.length || span(a) - span(b))
  const phrases: { at: number[]; found: ConceptFound[] }[] = []
  const used = new Set<number>()
  for (const found of longest) {
    const same = phrases.find(({ at }) => at.join() === found.at.join())
    if (same) same.found.push(found)
    else if (!found.at.some(at => used.has(at))) {
      phrases.push({ at: found.at, found: [found] })
      found.at.forEach(at => used.add(at))
    }
  }
  return phrases.map(({ at, found }) => phraseWord(query, at, found))
}

function span(found: ConceptFound): number {
  return found.at.at(-1)! - found.at[0]!
}

function phraseWord(query: Query, at: number[], found: ConceptFound[]): Found {
  const concepts = [...new Set(found.map(({ concept }) => concept))]
  const surfaces = at.map(place => query.typed[place]!.surface)
  const own = surfaces.filter(surface => !isStop(surface, query.isEnglish))
  const kind = found.every(({ isEnglish }) => isEnglish) ? 'translation' : 'synonym'
  const parts = own.flatMap(surface => {
    const share = weakWords.has(surface) ? OF_PHRASE / 2 : OF_PHRASE
    const { alternatives } = alternativesOf(surface, query.lexicon, query.isEnglish, false)
    return alternatives.map(alternative => ({ ...alternative, strength: alternative.strength * share }))
  })
  return {
    surface: surfaces.join(' '),
    positions: at,
    weight: Math.log(query.lexicon.total + 2),
    isKnown: true,
    alternatives: strongest([...concepts.flatMap(code => conceptAlternatives(code, kind, 1.1)), ...parts]),
    concepts,
  }
}

/** Two words that are one: 'helse sykepleier'. Neither is a stop word, and together they are known. */
export function joinedWords(query: Query): Found[] {
  const { typed, taken, lexicon, isEnglish } = query
  const joined: Found[] = []
  for (let at = 0; at + 1 < typed.length; at++) {
    const [first, second] = [typed[at]!.surface, typed[at + 1]!.surface]
    if (taken.has(at) || taken.has(at + 1) || isEnglish || first.length < 3 || second.length < 3) continue
    if (isStop(first, false) || isStop(second, false)) continue
    const form = ['', 's', 'e']
      .map(link => first + link + second)
      .find(whole => lexicon.countOf(stemOf(whole)) > 0)
    if (!form) continue
    const whole = alternativesOf(form, lexicon, false, false)
    const alternatives = whole.alternatives.map(alternative => ({
      ...alternative,
      kind: alternative.kind === 'same' ? ('spelling' as const) : alternative.kind,
      strength: alternative.strength * 0.95,
    }))
    joined.push({
      surface: `${first} ${second}`,
      positions: [at, at + 1],
      weight: rarity(stemOf(form), lexicon),
      isKnown: true,
      alternatives: strongest([
        ...alternatives,
        ...[first, second].map(part => ({
          lexeme: stemOf(part),
          kind: 'same' as const,
          strength: 0.4,
          meant: { nb: part },
        })),
      ]),
      concepts: whole.concepts,
    })
    at++
  }
  return joined
}

/** The words that are left, each by itself. @param withStopWords when there are no others */
export function singleWords(query: Query, withStopWords = false): Found[] {
  const { typed, taken, lexicon, isEnglish, isTyping } = query
  let guesses = MOST_GUESSES
  return typed.flatMap(({ surface }, at): Found[] => {
    if (
      taken.has(at) ||
      (!withStopWords && (isStop(surface, isEnglish) || surface.length < 2 || /^\d+$/.test(surface)))
    )
      return []
    const mayGoOn = isTyping && at === typed.length - 1
    const found = alternativesOf(surface, lexicon, isEnglish, mayGoOn, guesses > 0)
    if (!found.isKnown) guesses--
    if (found.alternatives.length === 0) return []
    return [
      {
        surface,
        positions: [at],
        weight: weightOf(surface, found, lexicon),
        isKnown: found.isKnown || found.isGuessed,
        alternatives: found.alternatives,
        concepts: found.concepts,
      },
    ]
  })
}

/** By how rare the word is, or what is guessed that it was; less for one that says little, or that nobody knows. */
function weightOf(
  surface: string,
  { alternatives, isKnown, isGuessed }: WordFound,
  lexicon: Lexicon,
): number {
  if (!isKnown) {
    const guess = alternatives.find(({ kind }) => kind === 'spelling' || kind === 'prefix')
    return isGuessed && guess ? 0.9 * rarity(guess.lexeme, lexicon) : UNKNOWN * rarity(surface, lexicon)
  }
  const share = weakWords.has(surface) ? WEAK : 1
  return share * Math.min(rarity(alternatives[0]!.lexeme, lexicon), rarity(stemOf(surface), lexicon))
}

function isStop(surface: string, isEnglish: boolean): boolean {
  return isStopWord(surface, isEnglish ? 'en' : 'nb') || (isEnglish && surface.length < 2)
}
