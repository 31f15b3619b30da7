import type { Lexicon } from './analysis.ts'
import type { Word } from './letters.ts'
import type { IsPlace } from './run-together.ts'
import { stemOf } from './stem.ts'
import { isStopWord } from './stop-words.ts'
import { isEveryday } from './story-words.ts'
import { isKnownWord, NEAR } from './word-alternatives.ts'

/** Shorter ones are near to too many. */
const SHORTEST = 4
/** Words of a query that are looked at: the work must be bounded whatever is typed. */
const MOST_LOOKED_AT = 8

/**
 * The words as they were surely meant, each in its place: one that nobody knows as the known word that it is very near to, and of
 * those that are one written in pieces the first as that one, the others empty. For what words mean together; what each may mean
 * by itself has more than one answer (word-alternatives.ts).
 * @param taken places of words that have been understood
 */
export function mended(
  typed: readonly Word[],
  taken: ReadonlySet<number>,
  lexicon: Lexicon,
  isPlace: IsPlace,
): Word[] {
  let looks = MOST_LOOKED_AT
  const words: Word[] = []
  while (words.length < typed.length) {
    const pieces = inPieces(typed, words.length, taken, lexicon)
    const word = typed[words.length]!
    if (pieces) {
      words.push({ ...word, surface: pieces.form })
      for (let i = 1; i < pieces.length; i++) words.push({ ...typed[words.length]!, surface: '' })
    } else if (looks === 0 || taken.has(words.length) || !mayBeMisspelt(word.surface, lexicon, isPlace))
      words.push(word)
    else {
      looks--
      const [nearest] = lexicon.spellings(word.surface)
      words.push(nearest && nearest.strength >= NEAR ? { ...word, surface: nearest.word } : word)
    }
  }
  return words
}

function mayBeMisspelt(form: string, lexicon: Lexicon, isPlace: IsPlace): boolean {
  return form.length >= SHORTEST && !isKnownWord(form, lexicon) && !isStopWord(form, 'en') && !isPlace(form)
}

/** 'helse sykepleier', 'barne verns vakt': three or two words, none a stop word, that are a known one together. */
function inPieces(
  typed: readonly Word[],
  at: number,
  taken: ReadonlySet<number>,
  lexicon: Lexicon,
): { form: string; length: number } | null {
  for (const length of [3, 2]) {
    const surfaces = typed.slice(at, at + length).map(({ surface }) => surface)
    if (surfaces.length < length || !surfaces.every(mayBePiece)) continue
    if (surfaces.some((_, index) => taken.has(at + index))) continue
    if (typed.slice(at + 1, at + length).some(({ before }) => before.trim() !== '')) continue
    const [beginning, last] = [surfaces.slice(0, -1).join(''), surfaces.at(-1)!]
    const form = ['', 's', 'e']
      .map(link => beginning + link + last)
      .find(joined => lexicon.countOf(stemOf(joined)) > 0 || isEveryday(stemOf(joined)))
    if (form) return { form, length }
  }
  return null
}

export function mayBePiece(surface: string): boolean {
  return surface.length >= 3 && !isStopWord(surface, 'nb')
}
