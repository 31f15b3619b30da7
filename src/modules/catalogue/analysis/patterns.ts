import type { Token } from './analysis.ts'
import * as z from 'zod'
import { hashOfFiles } from '#platform/content/content.ts'
import { doneOnce } from '#platform/kept-work.ts'
import { concepts, groupsFile, synonymFiles, wordGroups } from './concepts.ts'
import { englishLexeme } from './english.ts'
import { foldLetters, wordsOf } from './letters.ts'
import { stemOf } from './stem.ts'
import { isStopWord, negations, weakWords } from './stop-words.ts'
import type { Concept } from './synonyms.schema.ts'

/** A word, term, slang word or phrase of a concept, as lexemes in their order. */
type Pattern = { concept: string; kind: 'word' | 'slang' | 'phrase'; isEnglish: boolean; steps: Step[] }

/** One lexeme, or any of a group's. Patterns share those that are alike: each with a set of its own, they took ten megabytes. */
type Step = { lexemes: ReadonlySet<string>; isStop: boolean; isTelling: boolean; isOfWhom?: boolean }

/** Where a concept was found in a text. */
export type ConceptFound = {
  concept: string
  kind: Pattern['kind']
  isEnglish: boolean
  /** None of its words tells anything by itself: 'komme ut'. */
  isOfSmallWords: boolean
  /** Places in the list of tokens that was looked in. */
  at: number[]
}

/**
 * How far two words of a pattern may stand apart: how many other words may be between them, and how many stop words, of which
 * two make up one other.
 */
export type Apart = { words: number; stopWords: number }

/** Small words alone tell something only as they are said: 'får ikke være med', not 'får du ikke hjelp, så være ...'. */
const TOGETHER: Apart = { words: 0, stopWords: 1 }

/** A text as it is looked in: a token, with the lexemes it is known by. */
export type Sought = Pick<Token, 'isStopWord'> & {
  lexemes: readonly string[]
  /** A sentence begins with it: no pattern goes on across. */
  isFirst?: boolean
}

/** All concepts found in a text. Longer patterns do not hide shorter ones. */
export function conceptsIn(
  tokens: readonly Sought[],
  kinds: ReadonlySet<Pattern['kind']>,
  apart: Apart,
): ConceptFound[] {
  const found: ConceptFound[] = []
  tokens.forEach((token, start) => {
    for (const lexeme of token.lexemes) {
      for (const pattern of patternsByFirst.get(lexeme) ?? []) {
        if (!kinds.has(pattern.kind) || (token.isStopWord && pattern.steps.length === 1)) continue
        const within = pattern.steps.some(step => step.isTelling) ? apart : TOGETHER
        const at = placesOf(pattern.steps, tokens, start, within)
        if (!at) continue
        const { concept, kind, isEnglish, steps } = pattern
        found.push({ concept, kind, isEnglish, isOfSmallWords: steps.every(step => step.isStop), at })
      }
    }
  })
  return found
}

/** Concepts that a lexeme alone is a word of. */
export function conceptsOfLexeme(lexeme: string, kinds: ReadonlySet<Pattern['kind']>): Pattern[] {
  return (patternsByFirst.get(lexeme) ?? []).filter(
    pattern => pattern.steps.length === 1 && kinds.has(pattern.kind),
  )
}

function placesOf(
  steps: readonly Step[],
  tokens: readonly Sought[],
  start: number,
  apart: Apart,
): number[] | null {
  const at = [start]
  let place = start
  for (const step of steps.slice(1)) {
    let words = 0
    let stopWords = 0
    for (place++; ; place++) {
      const token = tokens[place]
      if (!token || token.isFirst) return null
      if (token.lexemes.some(lexeme => step.lexemes.has(lexeme))) break
      if (token.isStopWord) stopWords++
      else words++
      if (words > apart.words || 2 * words + stopWords > apart.stopWords) return null
    }
    at.push(place)
  }
  return at
}

const negationLexemes = new Set([...negations].flatMap(word => [lexemeOf(word, false), lexemeOf(word, true)]))

const notLexemes = new Set(['ikke', 'aldri'].map(word => lexemeOf(word, false)))

/** Lexemes of words that decide little beside others: 'bo' says as little as 'bor'. */
export const weakStems = new Set([...weakWords].map(stemOf))

/** Groups that tell of whom and where, and not what the matter is. */
const whomAndWhere = new Set(['parent', 'child', 'teen', 'kin', 'partner', 'school', 'kindergarten'])

const ofWhomAndWhere = new Set([...whomAndWhere].flatMap(group => [...groupLexemes(group)]))

/** Whether a word of a phrase tells of whom it is, or where it happens: 'barnehagen' in 'veiledning til barnehagen'. */
export function tellsOfWhomOrWhere(surface: string): boolean {
  return ofWhomAndWhere.has(stemOf(surface)) || ofWhomAndWhere.has(englishLexeme(surface))
}

export const patterns = doneOnce(
  'patterns',
  [
    hashOfFiles([
      ...synonymFiles,
      groupsFile,
      'data/los.json',
      'content/word-forms.yaml',
      'content/stop-words.yaml',
      'content/english.yaml',
    ]),
  ],
  z.custom<Pattern[]>(Array.isArray),
  () => {
    const shared = new Map<string, Step>()
    return concepts.flatMap(concept => patternsOf(concept, shared))
  },
)
const patternsByFirst = new Map<string, Pattern[]>()
for (const pattern of patterns) {
  for (const lexeme of pattern.steps[0]!.lexemes) {
    const list = patternsByFirst.get(lexeme)
    if (list) list.push(pattern)
    else patternsByFirst.set(lexeme, [pattern])
  }
}

function patternsOf(concept: Concept, shared: Map<string, Step>): Pattern[] {
  const made = new Map<string, Pattern>()
  for (const kind of ['word', 'slang', 'phrase'] as const) {
    const lists = { word: concept.words, slang: concept.slang, phrase: concept.phrases }[kind] ?? {}
    for (const [language, texts] of Object.entries(lists)) {
      const isEnglish = language === 'en'
      for (const text of texts) {
        const said = stepsOf(text, isEnglish).map(step => alike(step, shared))
        for (const steps of [said, asInSubclause(said)]) {
          const key = steps.map(step => [...step.lexemes].join('|')).join(' ')
          if (steps.length > 0 && !made.has(key))
            made.set(key, { concept: concept.code, kind, isEnglish, steps })
        }
      }
    }
  }
  return [...made.values()]
}

/** The step that stands for all that are alike. */
function alike(step: Step, shared: Map<string, Step>): Step {
  const key = JSON.stringify({ ...step, lexemes: [...step.lexemes] })
  const first = shared.get(key) ?? step
  shared.set(key, first)
  return first
}

/** A subordinate clause has its 'ikke' before the verb: 'møter ikke opp' is also 'en elev som ikke møter opp'. */
function asInSubclause(steps: readonly Step[]): Step[] {
  const not = steps.findIndex(({ lexemes }) => [...lexemes].some(lexeme => notLexemes.has(lexeme)))
  const verb = not - 1
  return verb < 0 || steps.length < 3 ? [...steps] : steps.with(verb, steps[not]!).with(not, steps[verb]!)
}

/**
 * The words that must be there. Stop words are left out, but negations; all are needed when less than two telling words would be
 * left ('vil ikke på skolen', 'trenger hjelp nå', but not 'redd for å gå hjem').
 */
function stepsOf(text: string, isEnglish: boolean): Step[] {
  const steps = wordsOf(
    text.replace(/\{([^}]*)\}/g, (_, group: string) => `gruppe0${group.replaceAll('-', '0')}`),
  ).map(({ surface }) => stepOf(surface, isEnglish))
  const telling = steps.filter(step => step.isTelling)
  const kept = steps.filter(
    step => !step.isStop || [...step.lexemes].some(lexeme => negationLexemes.has(lexeme)),
  )
  return telling.length >= 2 && kept.some(step => !step.isOfWhom) ? kept : steps
}

function stepOf(surface: string, isEnglish: boolean): Step {
  if (surface.startsWith('gruppe0')) {
    const group = surface.slice('gruppe0'.length).replaceAll('0', '-')
    return { lexemes: groupLexemes(group), isStop: false, isTelling: true, isOfWhom: whomAndWhere.has(group) }
  }
  const isStop = isStopWord(surface, isEnglish ? 'en' : 'nb')
  const lexeme = lexemeOf(surface, isEnglish)
  return {
    lexemes: new Set([lexeme]),
    isStop,
    isOfWhom: ofWhomAndWhere.has(lexeme),
    isTelling: !isStop && !weakWords.has(surface) && !weakStems.has(stemOf(surface)),
  }
}

function lexemeOf(surface: string, isEnglish: boolean): string {
  return isEnglish ? englishLexeme(surface) : stemOf(surface)
}

function groupLexemes(group: string): Set<string> {
  return new Set(
    (wordGroups[group] ?? []).flatMap(word => [
      lexemeOf(foldLetters(word), false),
      lexemeOf(foldLetters(word), true),
    ]),
  )
}
