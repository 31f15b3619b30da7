import type { Alternative } from './analysis.ts'
import { conceptByCode, concepts } from './concepts.ts'
import { conceptLexeme } from './concept-lexeme.ts'
import { englishLexeme } from './english.ts'
import { foldLetters, type Word } from './letters.ts'
import { patterns } from './patterns.ts'
import { peopleWords } from './people.ts'
import type { Found } from './query-words.ts'
import { stemOf } from './stem.ts'
import { isStopWord } from './stop-words.ts'
import { storyWords } from './story-words.ts'

/** A word of the list tells as much as it would in so many phrases. */
const IN_LIST = 3

/** What a word tells is shared by the concepts it tells of, and by what else it may be told in. */
const OF_ELSE = 1

/** Concepts that a story is taken to be about, at most. */
const MOST = 4

/** So many words must tell of it: 'sommer' alone tells of no holiday. */
const TOGETHER = 2

/** The words must tell so much together: below, they might tell anything. */
const LEAST = 0.3

/** From so much on they tell it surely. */
const SURE = 0.9

/** Less than a word that means it: what the words tell together raises no alarm, and is asked of no service. */
const STRENGTH = 0.75

type Told = { code: string; share: number }[]
const toldBy = readTold()

/**
 * What the words of a sentence tell together, as a word of its own: 'snubler', 'bein' and 'sykle' mean nothing of the field, or
 * something else, and together that a body does not obey. Each word votes for the concepts whose stories are told in it
 * (content/story-words.yaml, and the phrases of content/synonyms). Null: they tell nothing.
 * @param taken places of words that have been understood together
 */
export function toldTogether(
  typed: readonly Word[],
  taken: ReadonlySet<number>,
  isEnglish: boolean,
): Found | null {
  const votes = new Map<string, number>()
  const voters = new Map<string, Set<string>>()
  const positions: number[] = []
  typed.forEach(({ surface }, at) => {
    if (taken.has(at) || isStopWord(surface, isEnglish ? 'en' : 'nb')) return
    const told = toldOf(surface, isEnglish)
    if (!told) return
    positions.push(at)
    for (const { code, share } of told) {
      votes.set(code, (votes.get(code) ?? 0) + share)
      voters.set(code, (voters.get(code) ?? new Set()).add(surface))
    }
  })
  const best = [...votes]
    .filter(([code]) => voters.get(code)!.size >= TOGETHER)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST)
  const most = best[0]?.[1] ?? 0
  if (most < LEAST) return null
  return {
    surface: positions.map(at => typed[at]!.surface).join(' '),
    positions,
    weight: Math.min(1, most / SURE),
    isKnown: false,
    isProperty: false,
    alternatives: best.map(([code, vote]) => alternativeOf(code, vote / most)),
    concepts: [],
  }
}

function toldOf(surface: string, isEnglish: boolean): Told | undefined {
  return isEnglish
    ? (toldBy.get(englishLexeme(surface)) ?? toldBy.get(stemOf(surface)))
    : toldBy.get(stemOf(surface))
}

function alternativeOf(code: string, share: number): Alternative {
  const strength = Math.round(STRENGTH * share * 100) / 100
  return {
    lexeme: conceptLexeme(code),
    kind: 'synonym',
    strength,
    meant: { ...conceptByCode.get(code)!.label },
  }
}

/** For each lexeme, the concepts whose stories it is told in. One that many are told in says little of any. */
function readTold(): Map<string, Told> {
  const counts = new Map<string, Map<string, number>>()
  const add = (lexeme: string, code: string, count: number) => {
    let own = counts.get(lexeme)
    if (!own) counts.set(lexeme, (own = new Map()))
    own.set(code, (own.get(code) ?? 0) + count)
  }
  for (const { concept, steps } of patterns) {
    if (steps.length < 2) continue
    for (const { isStop, lexemes } of steps)
      if (!isStop && lexemes.size === 1) add([...lexemes][0]!, concept, 1)
  }
  for (const [code, { no, en }] of Object.entries(storyWords)) {
    if (!conceptByCode.has(code))
      throw new Error(`content/story-words.yaml names the concept ${code}, which is not there`)
    for (const word of no) add(stemOf(foldLetters(word)), code, IN_LIST)
    for (const word of en) add(englishLexeme(foldLetters(word)), code, IN_LIST)
  }
  const told = new Map<string, Told>()
  for (const [lexeme, own] of counts) {
    if (peopleWords.has(lexeme)) continue
    const sum = [...own.values()].reduce((a, b) => a + b, OF_ELSE)
    const rarity = 1 - Math.log(own.size) / Math.log(concepts.length)
    told.set(
      lexeme,
      [...own].map(([code, count]) => ({ code, share: (rarity * count) / sum })),
    )
  }
  return told
}
