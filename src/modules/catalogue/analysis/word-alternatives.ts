import type { LocalText } from '#platform/i18n/language.ts'
import type { Alternative, AlternativeKind, Lexicon } from './analysis.ts'
import { ENGLISH } from './base-words.ts'
import { conceptLexeme } from './concept-lexeme.ts'
import { conceptByCode } from './concepts.ts'
import { englishLexeme, norwegianOf } from './english.ts'
import { conceptsOfLexeme, weakStems } from './patterns.ts'
import type { Spelling } from './spelling.ts'
import { stemOf } from './stem.ts'
import { isStopWord } from './stop-words.ts'
import { isEveryday, isEverydayForm } from './story-words.ts'

/** Most that a word is searched by: the strongest. */
const MOST = 12

/** Weaker ones would find only noise. */
const WEAKEST = 0.15

/** A guess as strong as this is taken for what was meant. */
const SURE_GUESS = 0.6

/** A known word as near as this is what was meant, even where the word comes apart into others: 'helsesykpleier'. */
export const NEAR = 0.72

const OF_KNOWN = 0.6

/** A stem of so few letters is other words' too. */
const SHORT_STEM = 4

/** A letter at the end, a double one, or one that sounds alike. */
const ONE_LETTER = 0.77

/** A guess at the end of a compound counts this much of what the end alone would, and is made for so many ends. */
const OF_END = 0.85
const MOST_ENDS = 2

/** How much an alternative counts beside the word itself (1), by how it came about. */
export const strengths = {
  concept: 0.9,
  broader: 0.45,
  see: 0.35,
  translation: 0.9,
  related: 0.8,
  part: 0.6,
  weakPart: 0.2,
  beginning: 0.65,
}

const sought = new Set(['word', 'slang', 'phrase'] as const)
const words = new Set(['word'] as const)

/** What a single word of a query is, and what to look for. */
export type WordFound = {
  alternatives: Alternative[]
  /** The lexicon or content/ knows it, or its parts. */
  isKnown: boolean
  /** What may have been meant is known. */
  isGuessed: boolean
  concepts: string[]
}

/**
 * What to look for when somebody types a word: itself, what it means, what it is made of, and, when nobody knows it, what may
 * have been meant.
 * @param isEnglish the query is
 * @param mayGoOn the word may be half typed
 * @param mayGuess what was meant may be guessed, when nobody knows the word
 */
export function alternativesOf(
  word: string,
  lexicon: Lexicon,
  isEnglish: boolean,
  mayGoOn: boolean,
  mayGuess = true,
): WordFound {
  const found: Alternative[] = []
  const { stem, parts } = lexicon.analyse(word)
  const concepts = conceptsOfLexeme(stem, sought).map(pattern => pattern.concept)
  const isNorwegian = lexicon.countOf(stem) > 0 || concepts.length > 0
  const english = englishLexeme(word)
  const isEnglishWord = lexicon.countOf(english) > 0 || norwegianOf.has(english)

  if (isNorwegian || !isEnglishWord) {
    const strength = isEnglish && isEnglishWord ? 0.4 : 1
    found.push({ lexeme: stem, kind: 'same', strength, meant: { nb: word } })
    found.push(...relatedTo(stem, lexicon).map(other => scaled(other, strength)))
    for (const code of concepts) found.push(...conceptAlternatives(code, 'synonym', strength))
  }
  if (isEnglishWord) {
    const strength = isEnglish || !isNorwegian ? 1 : 0.35
    found.push({ lexeme: english, kind: 'same', strength, meant: { en: word } })
    found.push(...translationsOf(english, strength))
    for (const { concept } of conceptsOfLexeme(english, sought)) {
      concepts.push(concept)
      found.push(...conceptAlternatives(concept, 'translation', strength))
    }
  }
  const isKnown = isNorwegian || isEnglishWord
  const meant =
    isKnown || !mayGuess || isEveryday(stem)
      ? likelyMeant(word, lexicon).flatMap(({ word: form, strength }) =>
          meantAlternatives(form, strength, 'spelling', lexicon),
        )
      : parts.length === 0
        ? guesses(word, lexicon)
        : nearGuesses(word, lexicon)
  found.push(...meant)
  if (isNorwegian || !isEnglishWord) {
    // Of a word whose meaning is known the parts say less: 'søskensjalusi' is no sweetheart's. Nor is 'lekeshjelp' play.
    const share = concepts.length > 0 || (parts.length > 0 && meant.length > 0) ? OF_KNOWN : 1
    found.push(...partAlternatives(parts, lexicon).map(part => scaled(part, share)))
  }
  if (mayGoOn) found.push(...continuations(word, lexicon))
  return {
    alternatives: strongest(found),
    isKnown: isKnown || parts.length > 0,
    isGuessed: found.some(
      ({ kind, strength }) => (kind === 'spelling' || kind === 'prefix') && strength >= SURE_GUESS,
    ),
    concepts,
  }
}

/** A concept, its wider ones, and what helps with it. */
export function conceptAlternatives(code: string, kind: AlternativeKind, strength: number): Alternative[] {
  const concept = conceptByCode.get(code)
  if (!concept) return []
  const named = (other: string, share: number): Alternative[] => {
    const meant = conceptByCode.get(other)?.label
    return meant
      ? [{ lexeme: conceptLexeme(other), kind, strength: share * strength, meant: { ...meant } }]
      : []
  }
  return [
    ...named(code, strengths.concept),
    ...concept.broader.flatMap(other => named(other, strengths.broader)),
    ...concept.see.flatMap(other => named(other, strengths.see)),
  ]
}

/** No lexeme twice, the strongest first; of the same strength in order of letters. */
export function strongest(alternatives: readonly Alternative[]): Alternative[] {
  const best = new Map<string, Alternative>()
  for (const alternative of alternatives) {
    const before = best.get(alternative.lexeme)
    if (!before || alternative.strength > before.strength) best.set(alternative.lexeme, alternative)
  }
  return [...best.values()]
    .filter(({ strength }) => strength >= WEAKEST)
    .map(alternative => ({ ...alternative, strength: Math.round(alternative.strength * 100) / 100 }))
    .sort((a, b) => b.strength - a.strength || (a.lexeme < b.lexeme ? -1 : 1))
    .slice(0, MOST)
}

function scaled(alternative: Alternative, share: number): Alternative {
  return { ...alternative, strength: alternative.strength * share }
}

function translationsOf(english: string, strength: number): Alternative[] {
  const norwegian = (norwegianOf.get(english) ?? []).filter(text => !text.includes(' '))
  return [
    ...norwegian.map((text): Alternative => ({
      lexeme: stemOf(text),
      kind: 'translation',
      strength: strengths.translation * strength,
      meant: { nb: text },
    })),
    ...[english, ...norwegian.map(stemOf)]
      .flatMap(lexeme => conceptsOfLexeme(lexeme, words))
      .flatMap(pattern => conceptAlternatives(pattern.concept, 'translation', strength)),
  ]
}

/** Words of the same root that the lexicon knows: mobbe and mobbing, ensom and ensomhet. */
function relatedTo(stem: string, lexicon: Lexicon): Alternative[] {
  const others = stem.endsWith('ing')
    ? [stem.slice(0, -3), stemOf(`${stem.slice(0, -3)}e`)]
    : stem.endsWith('het')
      ? [stem.slice(0, -3)]
      : [`${stem}ing`, `${stem}${stem.at(-1)}ing`, `${stem}het`]
  return others.flatMap((lexeme): Alternative[] => {
    const form = lexeme.length >= 3 && lexeme !== stem ? lexicon.formOf(lexeme) : undefined
    return form ? [{ lexeme, kind: 'same', strength: strengths.related, meant: { nb: form } }] : []
  })
}

/** Rare parts say more: of barnehageplass barnehage more than plass. */
function partAlternatives(parts: readonly string[], lexicon: Lexicon): Alternative[] {
  const rarest = Math.max(...parts.map(part => rarity(part, lexicon)))
  return parts.flatMap((part): Alternative[] => {
    const form = lexicon.formOf(part) ?? part
    const strength = weakStems.has(part)
      ? strengths.weakPart
      : strengths.part * Math.max(0.5, rarity(part, lexicon) / rarest)
    return [
      { lexeme: part, kind: 'part', strength, meant: { nb: form } },
      ...conceptsOfLexeme(part, words).flatMap(pattern =>
        conceptAlternatives(pattern.concept, 'part', strength * 0.9).slice(0, 1),
      ),
    ]
  })
}

/** How rare a lexeme is: the logarithm of one in how many words. */
export function rarity(lexeme: string, lexicon: Lexicon): number {
  return Math.log((lexicon.total + 2) / (lexicon.countOf(lexeme) + 1))
}

/** What may have been meant by a word that nobody knows: known words near to it, or two written together. */
function guesses(word: string, lexicon: Lexicon): Alternative[] {
  const near = spellingsSought(word, lexicon)
  if (!near) return []
  const apart = (near[0]?.strength ?? 0) < NEAR ? takenApart(word, lexicon) : null
  return [
    ...(apart ?? []).flatMap(form => meantAlternatives(form, 0.8, 'spelling', lexicon)),
    ...near.flatMap(({ word: form, strength }) =>
      meantAlternatives(form, apart ? 0.6 * strength : strength, 'spelling', lexicon),
    ),
    ...(apart ? [] : endGuesses(word, lexicon)),
    ...continuations(word, lexicon),
  ]
}

/** Of a compound that nobody knows, whose first word is known: what its last may have been, 'mobbing' of 'jentemobing'. */
function endGuesses(word: string, lexicon: Lexicon): Alternative[] {
  let tries = MOST_ENDS
  for (let at = 4; at <= word.length - 5 && tries > 0; at++) {
    if (lexicon.countOf(stemOf(word.slice(0, at))) === 0) continue
    tries--
    const [nearest] = lexicon.spellings(word.slice(at))
    if (nearest && nearest.strength >= NEAR && lexicon.count(nearest.word) > 0)
      return meantAlternatives(nearest.word, OF_END * nearest.strength, 'spelling', lexicon)
  }
  return []
}

/** Of a word that comes apart: only what it is very near to, for most such words are what they look like. */
function nearGuesses(word: string, lexicon: Lexicon): Alternative[] {
  return (spellingsSought(word, lexicon) ?? [])
    .filter(({ strength }) => strength >= NEAR)
    .flatMap(({ word: form, strength }) => meantAlternatives(form, strength, 'spelling', lexicon))
}

/**
 * Known words near to one that nobody knows. Null: what is nearest is a word that people tell of a day with, or a small one; no
 * service has it, and what else is near was not meant.
 */
function spellingsSought(word: string, lexicon: Lexicon): Spelling[] | null {
  const near = lexicon.spellings(word)
  const sought = near.filter(
    ({ word: form }) =>
      !isStopWord(form, 'nb') && (lexicon.count(form) > 0 || lexicon.count(ENGLISH + form) > 0),
  )
  return near.length > 0 && (sought[0]?.strength ?? 0) < near[0]!.strength ? null : sought
}

/**
 * What may have been meant by a word that was never seen so written, and whose short stem is another's: 'demen', which is no form of
 * 'dem', by one letter 'demens'.
 */
export function likelyMeant(word: string, lexicon: Lexicon): Spelling[] {
  const stem = stemOf(word)
  const isSeen = lexicon.count(word) > 0 || lexicon.count(ENGLISH + word) > 0 || isEverydayForm(word)
  if (isSeen || word.length < 4 || stem.length > SHORT_STEM || lexicon.countOf(stem) === 0) return []
  return (spellingsSought(word, lexicon) ?? []).filter(
    ({ word: form, strength }) => strength >= ONE_LETTER && stemOf(form) !== stem,
  )
}

/** The lexicon or content/ knows a word as it is written, in Norwegian or English. */
export function isKnownWord(word: string, lexicon: Lexicon): boolean {
  const { stem } = lexicon.analyse(word)
  const english = englishLexeme(word)
  return (
    lexicon.countOf(stem) > 0 ||
    lexicon.countOf(english) > 0 ||
    norwegianOf.has(english) ||
    conceptsOfLexeme(stem, sought).length > 0 ||
    isEveryday(stem)
  )
}

/** The lexeme of a known form. */
export function lexemeOfForm(form: string, lexicon: Lexicon): string {
  return lexicon.count(ENGLISH + form) > 0 && lexicon.count(form) === 0 ? englishLexeme(form) : stemOf(form)
}

/** A known word that was meant, its concepts, and what it is in Norwegian. */
function meantAlternatives(
  form: string,
  strength: number,
  kind: AlternativeKind,
  lexicon: Lexicon,
): Alternative[] {
  const isNorwegian = lexicon.count(form) > 0
  const lexeme = lexemeOfForm(form, lexicon)
  const meant: LocalText = isNorwegian ? { nb: form } : { en: form }
  const parts = isNorwegian ? lexicon.analyse(form).parts : []
  return [
    { lexeme, kind, strength, meant },
    ...conceptsOfLexeme(lexeme, sought).flatMap(pattern =>
      conceptAlternatives(pattern.concept, kind, strength).map(other => ({ ...other, meant })),
    ),
    ...(isNorwegian ? [] : translationsOf(lexeme, strength).map(other => ({ ...other, kind }))),
    ...parts.map(part => ({ lexeme: part, kind, strength: strength * strengths.part, meant })),
  ]
}

/** 'ppttjenesten': two known words, of which the first may be an abbreviation. */
function takenApart(word: string, lexicon: Lexicon): [string, string] | null {
  for (let at = word.length - 4; at >= 3; at--) {
    const [first, second] = [word.slice(0, at), word.slice(at)]
    if (
      lexicon.count(first) > 0 &&
      lexicon.countOf(stemOf(second)) > 0 &&
      lexicon.count(ENGLISH + first) === 0
    )
      return [first, lexicon.formOf(stemOf(second)) ?? second]
  }
  return null
}

/** What a word may become when more of it is typed. */
function continuations(word: string, lexicon: Lexicon): Alternative[] {
  if (word.length < 2) return []
  const longer = lexicon.beginningWith(word, 6).filter(form => form !== word)
  return longer.flatMap((form, place) =>
    meantAlternatives(form, strengths.beginning - 0.05 * place, 'prefix', lexicon).slice(0, 2),
  )
}
