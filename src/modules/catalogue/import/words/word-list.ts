import type { LocalText } from '#platform/i18n/language.ts'

/** Words with codes, to be found by what people write. */
export type WordList = {
  /** The code of a word or name, however it is written. */
  find: (text: string) => string | undefined
  /** The name people see, when it leads back to the code; else the code. */
  nameOf: (code: string) => string
  /** Names that are like this one, nearest first, at most three. */
  near: (text: string) => string[]
  /** The names people see. */
  names: readonly string[]
}

/** A name as it is compared: without capitals, accents on vowels, signs and extra spaces. */
export function foldWord(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[éèê]/g, 'e')
    .replace(/[^\p{L}\p{N}\p{M}+]+/gu, ' ')
    .trim()
}

export function makeWordList(
  entries: readonly { code: string; name: LocalText; also?: readonly string[] }[],
): WordList {
  const codes = new Map<string, string>()
  const names = new Map<string, string>()
  for (const { code, name } of entries) {
    names.set(code, name.nb ?? code)
    codes.set(foldWord(code), code)
  }
  const add = (word: string | undefined, code: string) => {
    if (word && !codes.has(foldWord(word))) codes.set(foldWord(word), code)
  }
  for (const { code, name } of entries) add(name.nb, code)
  for (const { code, name, also = [] } of entries)
    for (const word of [name.nn, name.se, name.en, ...also]) add(word, code)
  const shown = [...names.values()].map(name => ({ name, pairs: pairsOf(foldWord(name)) }))
  const find = (text: string) => codes.get(foldWord(text))
  return {
    find,
    nameOf(code) {
      const name = names.get(code)
      return name !== undefined && find(name) === code && !/[|;\n]/.test(name) ? name : code
    },
    near: text => nearest(foldWord(text.slice(0, 100)), shown),
    names: [...names.values()],
  }
}

/** How alike two words must be to be suggested: the share of their pairs of letters that they have in common … */
const LIKE = 0.35
/** … and how much of the likeness of the best. */
const NEAR_BEST = 0.7

function nearest(text: string, names: readonly { name: string; pairs: ReadonlySet<string> }[]): string[] {
  const pairs = pairsOf(text)
  const like = names
    .map(({ name, pairs: others }) => ({ name, likeness: likeness(pairs, others) }))
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, 3)
  const least = Math.max(LIKE, NEAR_BEST * (like[0]?.likeness ?? 0))
  return like.filter(({ likeness }) => likeness >= least).map(({ name }) => name)
}

function pairsOf(word: string): ReadonlySet<string> {
  const letters = ` ${word} `.split('')
  return new Set(letters.slice(1).map((letter, i) => letters[i]! + letter))
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter(pair => other.has(pair)).length
  return (2 * common) / (one.size + other.size)
}
