import type { Lexicon } from './analysis.ts'
import { ENGLISH } from './base-words.ts'
import { englishLexeme, norwegianOf } from './english.ts'
import type { Word } from './letters.ts'
import { stemOf } from './stem.ts'
import { isStopWord } from './stop-words.ts'
import { isEveryday } from './story-words.ts'
import { isKnownWord, NEAR } from './word-alternatives.ts'

/** Shorter ones are misspelt rather than two. */
const SHORTEST = 7
/** One who leaves out one space does not leave out ten. */
const MOST_PARTS = 5
/** Words that are looked at: the work must be bounded whatever is typed. */
const MOST_LOOKED_AT = 3

/** A word as near as this was meant, even where it comes apart into one that was seen and a small one: 'klagepå'. */
const SURELY = 0.83

/** Whether a word is the name of a place. */
export type IsPlace = (word: string) => boolean

/**
 * Words that were written without the spaces between them, as they would be with: 'helsestasjonforungdom', 'vilikkepåskolen',
 * 'childbenefit', 'legevaktoppaker', 'sommerjobb16'. Only of a word that nobody knows, that is no compound, and that is not
 * misspelt; compounds stay whole.
 */
export function withSpaces(typed: readonly Word[], lexicon: Lexicon, isPlace: IsPlace, most: number): Word[] {
  let looks = MOST_LOOKED_AT
  const words = typed.flatMap((word): Word[] => {
    const { surface } = word
    const withNumber = /^([a-zæøå]{4,})(\d{1,4}[a-zæøå]*)$/.exec(surface)
    if (withNumber) return apart(word, withNumber.slice(1))
    if (looks === 0 || surface.length < SHORTEST || /[^a-zæøå]/.test(surface)) return [word]
    if (isKnownWord(surface, lexicon) || lexicon.analyse(surface).parts.length > 0 || isPlace(surface))
      return [word]
    looks--
    const split =
      splitOf(surface, form => inNorwegian(form, lexicon), isPlace) ??
      splitOf(surface, form => inEnglish(form, lexicon), isPlace)
    const strength = lexicon.spellings(surface)[0]?.strength ?? 0
    return split && strength < (split.hasSmall && split.isSeen ? SURELY : NEAR)
      ? apart(word, split.parts)
      : [word]
  })
  return words.slice(0, most)
}

function apart(word: Word, parts: readonly string[]): Word[] {
  return parts.map((surface, at) => ({ surface, written: surface, before: at > 0 ? '' : word.before }))
}

/** Parts, how common they are together, and whether small ones are among them, and all were seen so written. */
type Split = { parts: string[]; common: number; beginsSmall: boolean; hasSmall: boolean; isSeen: boolean }

/** What a part is: how common, whether a small word, and whether it was seen so written. */
type Part = { common: number; isSmall: boolean; isSeen: boolean }

/** The way with the fewest words; of those with as few, the one of the commonest. Null: it does not come apart. */
function splitOf(letters: string, partOf: (part: string) => Part | null, isPlace: IsPlace): Split | null {
  const best: (Split | undefined)[] = [
    { parts: [], common: 0, beginsSmall: false, hasSmall: false, isSeen: true },
  ]
  for (let end = 2; end <= letters.length; end++) {
    const isLast = end === letters.length
    for (let start = 0; start <= end - 2; start++) {
      const before = best[start]
      if (!before || before.parts.length >= MOST_PARTS) continue
      const form = letters.slice(start, end)
      if (isLast && inflections.has(form)) continue
      // A place stands last; few of its letters are in other words by chance.
      const part = partOf(form) ?? (isLast && form.length >= 5 && isPlace(form) ? A_PLACE : null)
      if (!part) continue
      const split = {
        parts: [...before.parts, form],
        common: before.common + part.common,
        beginsSmall: before.beginsSmall || (part.isSmall && start === 0),
        hasSmall: before.hasSmall || (part.isSmall && start > 0),
        isSeen: before.isSeen && part.isSeen,
      }
      if (isBetter(split, best[end])) best[end] = split
    }
  }
  const split = best[letters.length]
  if (
    !split ||
    split.parts.length < 2 ||
    !split.parts.some(part => part.length >= 4 && !isStopWord(part, 'nb'))
  )
    return null
  // A small word before another makes a new one: 'overleppa', 'tonight'.
  if (split.parts.length === 2 && split.beginsSmall) return null
  // Two long words are a compound, of which one was never seen so written: 'sparepengene'.
  return split.isSeen || split.hasSmall ? split : null
}

const A_PLACE: Part = { common: 1, isSmall: false, isSeen: true }
const A_SMALL_WORD: Part = { common: 6, isSmall: true, isSeen: true }

/** Two letters may be in others by chance, but not these at the edge of words. */
const shortest = new Set(['på', 'og', 'om', 'av', 'du', 'vi'])

/** Small words that are inflections too: 'vinduskar-men'. */
const inflections = new Set(['men', 'er', 'te', 'ene'])

/** Small words count as common as any; others must have four letters, and be known. */
function inNorwegian(form: string, lexicon: Lexicon): Part | null {
  if (isStopWord(form, 'nb')) return form.length > 2 || shortest.has(form) ? A_SMALL_WORD : null
  if (form.length < 4) return null
  const count = lexicon.count(form)
  if (count > 0) return { common: Math.log(1 + count), isSmall: false, isSeen: true }
  const stem = stemOf(form)
  const isKnown = form.length >= 5 && (lexicon.countOf(stem) > 0 || isEveryday(stem))
  return isKnown ? { common: 0, isSmall: false, isSeen: false } : null
}

function inEnglish(form: string, lexicon: Lexicon): Part | null {
  if (isStopWord(form, 'en')) return form.length > 1 ? A_SMALL_WORD : null
  if (form.length < 3) return null
  const lexeme = englishLexeme(form)
  const count = lexicon.count(ENGLISH + form)
  const isKnown = count > 0 || (lexeme === ENGLISH + form && norwegianOf.has(lexeme))
  return isKnown ? { common: Math.log(1 + count), isSmall: false, isSeen: true } : null
}

function isBetter(split: Split, other: Split | undefined): boolean {
  if (!other) return true
  const more = split.parts.length - other.parts.length
  return more < 0 || (more === 0 && split.common > other.common)
}
