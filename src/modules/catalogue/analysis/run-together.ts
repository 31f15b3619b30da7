import type { Lexicon } from './analysis.ts'
import type { Word } from './letters.ts'
import { isStopWord } from './stop-words.ts'
import { isKnownWord, NEAR } from './word-alternatives.ts'

/** Shorter ones are misspelt rather than two. */
const SHORTEST = 9
/** One who leaves out one space does not leave out ten. */
const MOST_PARTS = 5
/** Words that are looked at: the work must be bounded whatever is typed. */
const MOST_LOOKED_AT = 3

/**
 * Words that were written without the spaces between them, as they would be with: 'helsestasjonforungdom', 'vilikkepåskolen'.
 * Only of a word that nobody knows, that is no compound, and that is not misspelt; compounds stay whole.
 */
export function withSpaces(typed: readonly Word[], lexicon: Lexicon, most: number): Word[] {
  let looks = MOST_LOOKED_AT
  const words = typed.flatMap((word): Word[] => {
    if (looks === 0 || word.surface.length < SHORTEST || /[^a-zæøå]/.test(word.surface)) return [word]
    if (isKnownWord(word.surface, lexicon) || lexicon.analyse(word.surface).parts.length > 0) return [word]
    looks--
    if ((lexicon.spellings(word.surface)[0]?.strength ?? 0) >= NEAR) return [word]
    const parts = partsOf(word.surface, lexicon)
    return parts
      ? parts.map((surface, at) => ({ surface, written: surface, before: at > 0 ? '' : word.before }))
      : [word]
  })
  return words.slice(0, most)
}

const shortest = new Set(['på', 'og'])

type Split = { parts: string[]; common: number }

/** The way with the fewest words; of those with as few, the one of the commonest. Null: it does not come apart. */
function partsOf(letters: string, lexicon: Lexicon): string[] | null {
  const best: (Split | undefined)[] = [{ parts: [], common: 0 }]
  for (let end = 2; end <= letters.length; end++) {
    for (let start = 0; start <= end - 2; start++) {
      const before = best[start]
      if (!before || before.parts.length >= MOST_PARTS) continue
      const part = letters.slice(start, end)
      const common = commonness(part, lexicon)
      if (common === 0) continue
      const split = { parts: [...before.parts, part], common: before.common + common }
      if (isBetter(split, best[end])) best[end] = split
    }
  }
  const parts = best[letters.length]?.parts ?? []
  return parts.length > 1 && parts.some(part => part.length >= 4 && !isStopWord(part, 'nb')) ? parts : null
}

/** Small words count as common as any, but two letters may be in others by chance; others must have been seen, and have four. */
function commonness(part: string, lexicon: Lexicon): number {
  if (isStopWord(part, 'nb')) return part.length > 2 || shortest.has(part) ? 6 : 0
  return part.length >= 4 ? Math.log(1 + lexicon.count(part)) : 0
}

function isBetter(split: Split, other: Split | undefined): boolean {
  if (!other) return true
  const more = split.parts.length - other.parts.length
  return more < 0 || (more === 0 && split.common > other.common)
}
