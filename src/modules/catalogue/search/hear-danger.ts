import { resolvePlace } from '#modules/areas/index.ts'
import type { Reader } from '#platform/db/sql.ts'
import { understandQuery, type QueryWord, type Understanding } from '../analysis/analysis.ts'
import { wordsOf } from '../analysis/letters.ts'
import { isStopWord, weakWords } from '../analysis/stop-words.ts'
import { dangerKinds, type DangerKind } from '../listing/danger-kinds.ts'
import { listHelpLines, type HelpLine } from '../listing/help-lines.store.ts'
import { dangersFor } from './danger-words-asked.ts'
import { dangersIn } from './danger-words.ts'
import type { SearchKnowledge } from './knowledge.ts'

/** What danger may be spoken of, the municipality named with it, and who can help there. */
export type DangerHeard = {
  dangers: DangerKind[]
  near: string | null
  helpLines: HelpLine[]
  /** What was written as a place is a need ('redd', 'hjelp'): places that are spelled alike would be no answer. */
  isNeed: boolean
}

/** Danger in what was written as a place and is none: in the field that asks where somebody may cry for help. */
export function hearDangerInPlace(
  tx: Reader,
  written: string,
  knowledge: SearchKnowledge,
): Promise<DangerHeard> {
  return hearDanger(tx, { tema: [], rom: [], risiko: [], diagnose: [] }, written, knowledge)
}

/**
 * What danger is spoken of, heard as the search hears it, and who is near. Somebody may cry for help in the field that asks
 * where: what is no place is heard too.
 * @param notPlace what was written as a place and is none
 */
export async function hearDanger(
  tx: Reader,
  query: Parameters<typeof dangersFor>[0],
  notPlace: string | null,
  knowledge: SearchKnowledge,
): Promise<DangerHeard> {
  const { geography, places } = knowledge
  const understood = (words: string) =>
    understandQuery(words, knowledge.lexicon(), {
      places: names => places.codesOf(names.join(' ')).length > 0,
    })
  const [need, place] = [query.q, notPlace].map(words => (words ? understood(words) : null))
  const heard = new Set([
    ...dangersFor(query, need ?? null),
    ...(notPlace ? dangersIn(notPlace, place ? withoutGuesses(place) : null) : []),
  ])
  const all = dangerKinds.filter(kind => heard.has(kind))
  const urgent = all.filter(kind => !kind.talk_only)
  const dangers = urgent.length > 0 ? urgent : all
  const near = dangers.length > 0 ? await municipalityIn([place, need]) : null
  const isNearHelpful = dangers.some(danger => danger.nearest)
  const helpLines = isNearHelpful ? await listHelpLines(tx, near ?? geography.country().code) : []
  const isNeed = notPlace !== null && (dangers.length > 0 || (!!place && isOfNeed(notPlace, place)))
  return { dangers, near, helpLines, isNeed }

  /** The one municipality that the words surely name. */
  async function municipalityIn(all: (Understanding | null | undefined)[]): Promise<string | null> {
    for (const words of all) {
      const found = words?.place?.isSure ? await resolvePlace(tx, words.place.text) : null
      if (found?.kind === 'one' && found.place.municipality) return found.place.municipality.code
    }
    return null
  }
}

/** Less sure than this, a concept is only near to a word. */
const MEANT = 0.8

/** The words are surely known as words of a need; or they are such as ask for help and say no more. */
function isOfNeed(written: string, understood: Understanding): boolean {
  const { words, place } = understood
  if (place?.isSure) return false
  const means = (word: QueryWord) =>
    word.alternatives.some(
      ({ lexeme, kind, strength }) =>
        lexeme.startsWith('c:') && strength >= MEANT && (kind === 'synonym' || kind === 'translation'),
    )
  const isSpelled = (word: QueryWord) => word.surface.includes(' ') || word.alternatives[0]!.kind === 'same'
  if (words.some(word => word.isKnown && isSpelled(word) && means(word))) return true
  return wordsOf(written, MOST_WORDS).every(
    ({ surface }) => weakWords.has(surface) || isStopWord(surface, 'nb') || isStopWord(surface, 'en'),
  )
}

/** Who writes more does not write a place. */
const MOST_WORDS = 48

/** A word alone that nobody knows is a place we lack or one misspelled ('Valdres' is near 'vald'), not a misspelled cry for help. */
function withoutGuesses(understood: Understanding): Understanding {
  const [only, ...others] = understood.words
  if (!only || others.length > 0 || only.surface.includes(' ')) return understood
  const alternatives = only.alternatives.filter(({ kind }) => kind !== 'spelling')
  return { ...understood, words: [{ ...only, alternatives }] }
}
