import { dangerKinds, harmlessPhrases, type DangerKind } from '../listing/danger-kinds.ts'

/** Where a phrase stands in a text: from a word up to, not including, another. */
type Place = { from: number; to: number }

/**
 * The kinds of danger that a search may be about, the most urgent first: suicide, violence, abuse, overdose … in any of our
 * languages. Numbers to call then stand above the hits; the search itself is answered all the same.
 */
export function dangersIn(text: string): DangerKind[] {
  const found = new Set(foldedForms(text).flatMap(form => kindsIn(form.split(' '))))
  return dangerKinds.filter(kind => found.has(kind))
}

/** A phrase inside a longer one does not count, nor one that shares words with a harmless phrase: see the file of words. */
function kindsIn(words: string[]): DangerKind[] {
  const harmless: Place[] = []
  const dangers: (Place & { kinds: readonly DangerKind[] })[] = []
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= Math.min(words.length, from + longest); to++) {
      const phrase = words.slice(from, to).join(' ')
      if (harmlessIndex.has(phrase)) harmless.push({ from, to })
      const kinds = kindsByPhrase.get(phrase)
      if (kinds) dangers.push({ from, to, kinds })
    }
  }
  return dangers
    .filter(danger => !dangers.some(other => isWithin(danger, other)))
    .filter(danger => harmless.every(place => !overlap(danger, place) || isWithin(place, danger)))
    .flatMap(({ kinds }) => kinds)
}

function isWithin(inner: Place, outer: Place): boolean {
  return outer.from <= inner.from && inner.to <= outer.to && outer.to - outer.from > inner.to - inner.from
}

function overlap(one: Place, other: Place): boolean {
  return one.from < other.to && other.from < one.to
}

const kindsByPhrase = new Map<string, DangerKind[]>()
for (const kind of dangerKinds) {
  for (const phrase of foldedPhrases(Object.values(kind.words).flat())) {
    kindsByPhrase.set(phrase, [...(kindsByPhrase.get(phrase) ?? []), kind])
  }
}
const harmlessIndex = foldedPhrases(harmlessPhrases)
const longest = Math.max(
  ...[...kindsByPhrase.keys(), ...harmlessIndex].map(phrase => phrase.split(' ').length),
)

/** Each phrase in every form: `redd for pappa/mamma` is two. */
function foldedPhrases(written: readonly string[]): Set<string> {
  return new Set(written.flatMap(spelledOut).flatMap(foldedForms))
}

function spelledOut(phrase: string): string[] {
  return phrase
    .split(' ')
    .map(word => word.split('/'))
    .reduce<string[]>(
      (beginnings, words) => beginnings.flatMap(beginning => words.map(word => `${beginning} ${word}`)),
      [''],
    )
}

/** Lower case, one space between words; with æ, ø and å as they are, and as people write them without. */
function foldedForms(text: string): string[] {
  const plain = text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  const twoLetters = plain.replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa')
  const oneLetter = plain.replaceAll('æ', 'ae').replaceAll('ø', 'o').replaceAll('å', 'a')
  return [...new Set([plain, twoLetters, oneLetter])]
}
