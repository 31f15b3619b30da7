/** No word that anybody means is longer; and work must be bounded. */
const LONGEST_WORD = 64

/**
 * A text in lower case with the letters æ, ø and å as Norwegian writes them ('ä' is æ, 'ö' is ø) and without other accents,
 * Sámi ones among them. 'ÅRNES' written with a loose ring is the same as with a joined one.
 */
export function foldLetters(text: string): string {
  const lower = text.toLowerCase()
  if (/^[a-zæøå\d .,-]*$/.test(lower)) return lower
  return lower.normalize('NFC').replace(/[^\p{ASCII}æøå]/gu, letter => plainLetter(letter))
}

// Letters that do not come apart into a plain one and an accent, or that stand for one of ours.
const plainLetters: Record<string, string> = {
  ä: 'æ',
  ö: 'ø',
  đ: 'd',
  ð: 'd',
  ŋ: 'n',
  ŧ: 't',
  þ: 't',
  ß: 'ss',
  œ: 'ø',
}

function plainLetter(letter: string): string {
  return plainLetters[letter] ?? letter.normalize('NFD').replace(/\p{M}+$/u, '')
}

/** A word of a text: folded, as it was written, and the signs between it and the word before. */
export type Word = { surface: string; written: string; before: string }

/**
 * The words of a text, in order: runs of letters and digits. An apostrophe within a word is left out ("don't" is dont); a
 * hyphen parts ('PP-tjenesten', '14-åring').
 */
export function wordsOf(text: string, most = Infinity): Word[] {
  const words: Word[] = []
  const composed = text.normalize('NFC')
  let end = 0
  for (const match of composed.matchAll(wordPattern)) {
    if (words.length >= most) break
    const written = match[0].slice(0, LONGEST_WORD)
    const surface = foldLetters(written).replace(apostrophes, '').slice(0, LONGEST_WORD)
    words.push({ surface, written, before: composed.slice(Math.max(end, match.index - 3), match.index) })
    end = match.index + match[0].length
  }
  return words
}

const wordPattern = /[\p{L}\p{N}]+(?:['’`´][\p{L}]+)*/gu
const apostrophes = /['’`´]/g
