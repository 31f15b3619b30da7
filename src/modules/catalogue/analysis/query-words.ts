import { isOfGrade } from './ages.ts'
import type { Lexicon, QueryWord } from './analysis.ts'
import { conceptByCode } from './concepts.ts'
import { mayBePiece } from './mended.ts'
import { kinWords, peopleWords } from './people.ts'
import { englishLexeme } from './english.ts'
import type { Word } from './letters.ts'
import { conceptsIn, conceptsOfLexeme, tellsOfWhomOrWhere, weakStems, type ConceptFound } from './patterns.ts'
import { stemOf } from './stem.ts'
import { isStopWord, weakWords } from './stop-words.ts'
import { isEveryday } from './story-words.ts'
import { introducedIn } from './voice.ts'
import {
  alternativesOf,
  conceptAlternatives,
  isKnownWord,
  likelyMeant,
  lexemeOfForm,
  NEAR,
  rarity,
  strongest,
  type WordFound,
} from './word-alternatives.ts'

/** A query on its way to be understood. */
export type Query = {
  typed: readonly Word[]
  /** The same, with those that nobody knows as they were surely meant. */
  meant: readonly Word[]
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

/** And one that means nothing of the field: it tells the story around what is sought. */
const OF_STORY = 0.5

/** Words of a query for which is guessed what was meant: the first that nobody knows. */
const MOST_GUESSES = 5

/** What is known beside it makes a guess surer. */
const NEAR_IN_PHRASE = 0.65

/** How much the words of a phrase count beside what it means: 'drikker', where somebody's drinking is meant. */
const OF_PHRASE = 0.4

const sought = new Set(['word', 'slang', 'phrase'] as const)

/** Phrases and terms of several words that mean a concept: 'mamma drikker', 'åpen barnehage'. */
export function phraseWords(query: Query): Found[] {
  let guesses = MOST_GUESSES
  const guessed = new Map<number, number>()
  // A misspelt word is one of a phrase too: 'vil ikke på skloen'.
  const meantLexemes = (surface: string, at: number) => {
    if (guesses === 0 || surface.length < 4 || isStop(surface, query.isEnglish)) return []
    if (query.typed.length === 1) return []
    if (isKnownWord(surface, query.lexicon))
      return likelyMeant(surface, query.lexicon).map(({ word }) => lexemeOfForm(word, query.lexicon))
    guesses--
    const near = query.lexicon.spellings(surface).filter(({ strength }) => strength >= NEAR_IN_PHRASE)
    if (near[0]) guessed.set(at, near[0].strength)
    return near.map(({ word }) => lexemeOfForm(word, query.lexicon))
  }
  const tokens = query.typed.map(({ surface, before }, at) => ({
    isFirst: /[.!?;:\n]/.test(before),
    isStopWord: isStop(query.meant[at]!.surface, query.isEnglish),
    lexemes: query.taken.has(at)
      ? lexemesOfAge(surface)
      : [
          ...lexemesInPieces(query, at),
          englishLexeme(surface),
          ...lexemesOfKin(surface, query.lexicon),
          ...meantLexemes(surface, at),
        ],
  }))
  const telling = (found: ConceptFound) => found.at.filter(at => !tokens[at]!.isStopWord).length
  const longest = conceptsIn(tokens, sought, { words: 1, stopWords: 5 })
    .filter(found => found.at.length > 1 && isAsSaid(found, guessed))
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

/** Of a word written in pieces, the first stands for it. */
function lexemesInPieces({ typed, meant }: Query, at: number): string[] {
  if (meant[at]!.surface === '') return []
  return [stemOf((meant[at + 1]?.surface === '' ? meant : typed)[at]!.surface)]
}

/** Of the words of an age, those that name a child by it ('fireåringen', '14-åringen'), or a grade ('første klasse'). */
function lexemesOfAge(surface: string): string[] {
  if (/åring(en|ar|ane|er|ene)?$/.test(surface)) return [stemOf('barn')]
  return isOfGrade(surface) ? [stemOf(surface), englishLexeme(surface)] : []
}

/** Of a compound that names somebody, who that is: a child, of 'nabogutten' and 'skoleeleven'. */
function lexemesOfKin(surface: string, lexicon: Lexicon): string[] {
  const { stem } = lexicon.analyse(surface)
  if (kinWords.has(stem) || conceptsOfLexeme(stem, sought).length > 0) return []
  for (let at = 3; at <= stem.length - 3; at++) {
    const [first, last] = [stem.slice(0, at), stem.slice(at)]
    if (kinWords.has(last) && (lexicon.countOf(first) > 0 || isEveryday(first))) return [last]
  }
  return []
}

/**
 * A word that is guessed makes a phrase only as it is said: not 'spinner og får ikke', which is not 'spiser ikke'. One that is very
 * near may have a small word or two between: 'pappa er i febgsel'.
 */
function isAsSaid(found: ConceptFound, guessed: ReadonlyMap<number, number>): boolean {
  const least = Math.min(...found.at.map(at => guessed.get(at) ?? 1))
  return least === 1 || span(found) <= found.at.length + (least >= NEAR ? 1 : 0)
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
    const share = weakWords.has(surface) || tellsOfWhomOrWhere(surface) ? OF_PHRASE / 2 : OF_PHRASE
    const { alternatives } = alternativesOf(surface, query.lexicon, query.isEnglish, false)
    return alternatives.map(alternative => ({ ...alternative, strength: alternative.strength * share }))
  })
  return {
    surface: surfaces.join(' '),
    positions: at,
    weight: (areProperties(concepts) ? WEAK : 1) * Math.log(query.lexicon.total + 2),
    isKnown: true,
    isProperty: areProperties(concepts),
    alternatives: strongest([...concepts.flatMap(code => conceptAlternatives(code, kind, 1.1)), ...parts]),
    concepts,
  }
}

function areProperties(concepts: readonly string[]): boolean {
  return concepts.length > 0 && concepts.every(code => conceptByCode.get(code)?.is_property)
}

/**
 * Two words that are one, or three: 'helse sykepleier', 'barne verns vakt'. None is a stop word, and together they are known;
 * or nobody knows one of them, and together they are nearly a known word: 'famile vern kontor'.
 */
export function joinedWords(query: Query): Found[] {
  if (query.isEnglish) return []
  const joined: Found[] = []
  let guesses = MOST_GUESSES
  for (let at = 0; at + 1 < query.typed.length; at++) {
    for (const length of [3, 2]) {
      const surfaces = query.typed.slice(at, at + length).map(word => word.surface)
      if (surfaces.length < length || surfaces.some((_, index) => query.taken.has(at + index))) continue
      let form = knownForm(query, at, length)
      if (!form && guesses > 0 && mayBeGuessed(surfaces, query.lexicon)) {
        guesses--
        form = guessedForm(surfaces, query.lexicon)
      }
      if (!form) continue
      joined.push(joinedWord(query, at, surfaces, form))
      at += length - 1
      break
    }
  }
  return joined
}

/** What so many words are together, where they are a known word. */
function knownForm({ meant }: Query, at: number, length: number): string | null {
  const isJoined = (index: number) => meant[at + index]?.surface === ''
  const isWhole = !isJoined(0) && isJoined(1) && isJoined(length - 1) && !isJoined(length)
  return isWhole ? meant[at]!.surface : null
}

function mayBeGuessed(surfaces: readonly string[], lexicon: Lexicon): boolean {
  return surfaces.every(mayBePiece) && !surfaces.every(surface => isKnownWord(surface, lexicon))
}

function guessedForm(surfaces: readonly string[], lexicon: Lexicon): string | null {
  const [nearest] = lexicon.spellings(surfaces.join(''))
  return nearest && nearest.strength >= NEAR && lexicon.count(nearest.word) > 0 ? nearest.word : null
}

function joinedWord({ lexicon }: Query, at: number, surfaces: string[], form: string): Found {
  const whole = alternativesOf(form, lexicon, false, false)
  const alternatives = whole.alternatives.map(alternative => ({
    ...alternative,
    kind: alternative.kind === 'same' ? ('spelling' as const) : alternative.kind,
    strength: alternative.strength * 0.95,
  }))
  return {
    surface: surfaces.join(' '),
    positions: surfaces.map((_, index) => at + index),
    weight: rarity(stemOf(form), lexicon),
    isKnown: true,
    isProperty: areProperties(whole.concepts),
    alternatives: strongest([
      ...alternatives,
      ...surfaces.map(part => ({
        lexeme: stemOf(part),
        kind: 'same' as const,
        strength: 0.4,
        meant: { nb: part },
      })),
    ]),
    concepts: whole.concepts,
  }
}

/** The words that are left, each by itself. @param withStopWords when there are no others */
export function singleWords(query: Query, withStopWords = false): Found[] {
  const { typed, taken, lexicon, isEnglish, isTyping } = query
  let guesses = MOST_GUESSES
  const introduced = introducedIn(query.meant)
  return typed.flatMap(({ surface }, at): Found[] => {
    if (
      taken.has(at) ||
      (!withStopWords &&
        (isStop(query.meant[at]!.surface, isEnglish) || surface.length < 2 || /^\d+$/.test(surface)))
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
        weight: weightOf(surface, found, lexicon) * (introduced.has(at) ? OF_STORY : 1),
        isKnown: found.isKnown || found.isGuessed,
        isProperty: areProperties(found.concepts),
        alternatives: found.alternatives,
        concepts: found.concepts,
      },
    ]
  })
}

/** By how rare the word is, or what is guessed that it was; less for one that says little, or that nobody knows. */
function weightOf(
  surface: string,
  { alternatives, isKnown, isGuessed, concepts }: WordFound,
  lexicon: Lexicon,
): number {
  const isOfPeople =
    concepts.length === 0 && (peopleWords.has(stemOf(surface)) || peopleWords.has(englishLexeme(surface)))
  if (isOfPeople) return WEAK * rarity(stemOf(surface), lexicon)
  if (!isKnown) {
    const guess = alternatives.find(({ kind }) => kind === 'spelling' || kind === 'prefix')
    return isGuessed && guess ? 0.9 * rarity(guess.lexeme, lexicon) : UNKNOWN * rarity(surface, lexicon)
  }
  const share = weakStems.has(stemOf(surface)) ? WEAK : concepts.length > 0 ? 1 : OF_STORY
  return share * Math.min(rarity(alternatives[0]!.lexeme, lexicon), rarity(stemOf(surface), lexicon))
}

/** The word says what the matter is: it means something of the field, that is more than a property. */
export function isAbout({ concepts }: Found): boolean {
  return concepts.length > 0 && !areProperties(concepts)
}

function isStop(surface: string, isEnglish: boolean): boolean {
  return surface === '' || isStopWord(surface, isEnglish ? 'en' : 'nb') || (isEnglish && surface.length < 2)
}
