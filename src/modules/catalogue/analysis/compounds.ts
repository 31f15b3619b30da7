import { stemOf } from './stem.ts'
import { isStopWord } from './stop-words.ts'
import { shortParts, suffixWords, wholeWords } from './word-forms.ts'

/** What is asked of a lexicon when a compound is taken apart. */
export type KnownWords = {
  /** How often a form was seen as a word of its own. */
  count(form: string): number
  /** How often a lexeme was, in all its forms. */
  countOf(lexeme: string): number
}

/** Compounds of compounds of compounds: 'barnevernstjeneste|leder|møte'. More parts than this nobody searches by. */
const DEEPEST = 3

/**
 * Lexemes of the parts of a compound, outermost first, then those of parts that are compounds themselves: of
 * skolehelsetjeneste skole, helsetjeneste, helse and tjeneste. Every part is a word that is used on its own, has at least four
 * letters (or is listed as short) and is no stop word; a linking -s- or -e- stands for itself. Empty when it is no compound,
 * or is felt as one word (content/word-forms.yaml, `whole`).
 */
export function partsOf(form: string, known: KnownWords, depth = DEEPEST): string[] {
  if (depth === 0 || form.length < 7 || isWhole(form)) return []
  const parts = fewestParts(form, known)
  const lexemes = parts.flatMap(part => [part.lexeme, ...partsOf(part.form, known, depth - 1)])
  return [...new Set(lexemes)]
}

function isWhole(form: string): boolean {
  return wholeWords.has(form) || wholeStems.has(stemOf(form))
}

const wholeStems = new Set([...wholeWords].map(stemOf))

type Part = { form: string; lexeme: string; count: number }
type Split = { parts: Part[]; common: number }

/** The way to take a word apart with the fewest parts; of those with as few, the one of the commonest words. */
function fewestParts(form: string, known: KnownWords): Part[] {
  // best[i]: how the letters before i come apart.
  const best: (Split | undefined)[] = [{ parts: [], common: 0 }]
  // In nynorsk 'vanskelege' ends like a physician.
  const endsAsAdjective =
    form.endsWith('lege') && (known.count(form.slice(0, -1)) > 0 || known.count(`${form.slice(0, -3)}ig`) > 0)
  for (let end = 3; end <= form.length; end++) {
    for (let start = 0; start <= end - 3; start++) {
      const before = best[start]
      if (!before || before.parts.length >= 4 || (start === 0 && end === form.length)) continue
      const letters = form.slice(start, end)
      const part = end === form.length ? lastPart(letters, known, endsAsAdjective) : innerPart(letters, known)
      if (!part) continue
      const split = { parts: [...before.parts, part], common: before.common + Math.log(1 + part.count) }
      if (isBetter(split, best[end])) best[end] = split
    }
  }
  return best[form.length]?.parts ?? []
}

function isBetter(split: Split, other: Split | undefined): boolean {
  if (!other) return true
  const more = split.parts.length - other.parts.length
  return more < 0 || (more === 0 && split.common > other.common)
}

/** The last part carries the inflection of the whole: any form of a known lexeme. */
function lastPart(form: string, known: KnownWords, isAdjective: boolean): Part | undefined {
  const lexeme = stemOf(form)
  const count = known.countOf(lexeme)
  const isSuffix = suffixWords.has(form) || suffixStems.has(lexeme) || isAdjective
  return !isSuffix && mayBePart(form, lexeme, count) ? { form, lexeme, count } : undefined
}

const suffixStems = new Set([...suffixWords].map(stemOf))

/** Inner parts stand as they are in a dictionary, or with a linking -s- or -e-: barnevern-s-, jent-e-, skul-e-. */
function innerPart(letters: string, known: KnownWords): Part | undefined {
  const bare = /[se]$/.test(letters) ? letters.slice(0, -1) : letters
  // 'arbeids' may be known too, from 'arbeids- og …'.
  const form = known.count(bare) > 0 && known.count(bare) >= known.count(letters) ? bare : letters
  const lexeme = stemOf(form)
  const seen = known.count(form) || (letters.endsWith('e') ? known.countOf(lexeme) : 0)
  // Of two ways, the one without a linking letter: samtykke-skjema, not samtykke-s-kjema.
  const count = form === letters ? seen : seen / LINK
  return mayBePart(form, lexeme, seen) ? { form, lexeme, count } : undefined
}

/** A link makes a way of taking apart so many times less likely. */
const LINK = 10

/** Short words are in others by chance: those of four letters must be seen twice, those of three be listed. */
function mayBePart(form: string, lexeme: string, count: number): boolean {
  if (count === 0 || isStopWord(form, 'nb') || /\d/.test(form)) return false
  if (form.length <= 3 || lexeme.length <= 3) return shortParts.has(form) || shortStems.has(lexeme)
  return form.length >= 5 || count >= 2
}

const shortStems = new Set([...shortParts].map(stemOf))
