// Makes misspelt queries of those spelt right, as Norwegians misspell. The same for the same seed.
import { wordsOf } from '../src/modules/catalogue/analysis/letters.ts'
import { isStopWord } from '../src/modules/catalogue/analysis/stop-words.ts'
import type { Lexicon } from '../src/modules/catalogue/analysis/analysis.ts'
import { seeded } from './draw.ts'

export type Misspelt = { kind: string; q: string }

/** Shorter words are misspelt less, and say less. */
const SHORTEST = 5
/** In a query of so many words that may be misspelt, two are. */
const LONG = 6

/** All ways to misspell a word in a kind of way. */
type Kind = (word: string, lexicon: Lexicon) => string[]

/** What stands there, and what is written instead. Each place by itself. */
const written =
  (...changes: [RegExp, string | ((letters: string) => string)][]): Kind =>
  word =>
    changes.flatMap(([from, to]) =>
      [...word.matchAll(from)].map(({ 0: letters, index }) => {
        const instead = typeof to === 'string' ? to : to(letters)
        return word.slice(0, index) + instead + word.slice(index + letters.length)
      }),
    )

const keyboard = ['qwertyuiopå', 'asdfghjkløæ', 'zxcvbnm']
const besideOf = (letter: string) =>
  keyboard.flatMap(row => {
    const at = row.indexOf(letter)
    return at < 0 ? [] : [row[at - 1], row[at + 1]].filter(other => other !== undefined)
  })
const eachPlace = (word: string, change: (at: number) => string[]) =>
  Array.from(word).flatMap((_, at) => change(at))

const single: Record<string, Kind> = {
  'a double consonant made single': written([/([bdfgklmnprst])\1/g, letters => letters[0]!]),
  'a single consonant made double': written([
    /(?<=[aeiouyæøå])[bdfgklmnprst](?=[aeiouyæøå])/g,
    letter => letter + letter,
  ]),
  'the key beside': word =>
    eachPlace(word, at => besideOf(word[at]!).map(other => word.slice(0, at) + other + word.slice(at + 1))),
  'two letters swapped': word =>
    eachPlace(word, at =>
      at === 0 || word[at] === word[at + 1] || at + 1 === word.length
        ? []
        : [word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2)],
    ),
  'a letter left out': word =>
    eachPlace(word, at => (at === 0 ? [] : [word.slice(0, at) + word.slice(at + 1)])),
  'e for æ, o for å, and back': written(
    [/æ/g, 'e'],
    [/å/g, 'o'],
    [/ø/g, 'o'],
    [/e(?=r)/g, 'æ'],
    [/o(?=[gv])/g, 'å'],
  ),
  'sj, skj, kj': written(
    [/skj|sk(?=[iyø])/g, 'sj'],
    [/(?<!s)kj/g, 'skj'],
    [/(?<!s)k(?=i)/g, 'kj'],
    [/(?<!k)sj(?!on)/g, 'skj'],
    [/sjon/g, 'son'],
  ),
  'a silent letter left out': written(
    [/^hv/g, 'v'],
    [/^[gh]j/g, 'j'],
    [/lig(?=e?$)/g, 'li'],
    [/(?<=[^l]i)g$/g, ''],
    [/(?<=[nlr])d(?!r)/g, ''],
    [/(?<=e)t$/g, ''],
  ),
  'written as it is heard': written(
    [/^ps(?=y)/g, 's'],
    [/y/g, 'i'],
    [/c(?=[eiy])/g, 's'],
    [/c(?=[aou])/g, 'k'],
    [/ch|sh/g, 'sj'],
    [/ph/g, 'f'],
    [/th/g, 't'],
    [/w/g, 'v'],
    [/x/g, 'ks'],
    [/z/g, 's'],
    [/ee|ea/g, 'i'],
    [/oo/g, 'u'],
    [/eu/g, 'ev'],
    [/au/g, 'æu'],
    [/ei/g, 'æi'],
    [/(?<=[aeiou])nsj/g, 'ngsj'],
    [/g(?=t)/g, 'k'],
    [/b(?=s)/g, 'p'],
    [/ia/g, 'ja'],
    [/io/g, 'jo'],
  ),
  'an end left out': word => [word.slice(0, -1), ...(word.length > 7 ? [word.slice(0, -2)] : [])],
  'a compound split': (word, lexicon) =>
    eachPlace(word, at => {
      const [first, last] = [word.slice(0, at), word.slice(at)]
      const isPart = (form: string) => form.length > 3 && !isStopWord(form, 'nb') && lexicon.count(form) > 0
      return isPart(last) && (isPart(first) || isPart(first.replace(/[se]$/, ''))) ? [`${first} ${last}`] : []
    }),
}

/** As heard, and a slip of the finger: in longer words there are two. */
const twice: Kind = (word, lexicon) =>
  word.length < 7
    ? []
    : [
        'written as it is heard',
        'e for æ, o for å, and back',
        'a silent letter left out',
        'sj, skj, kj',
      ].flatMap(heard =>
        single[heard]!(word, lexicon).flatMap(once =>
          ['a double consonant made single', 'a single consonant made double', 'two letters swapped'].flatMap(
            slip => single[slip]!(once, lexicon),
          ),
        ),
      )

const kinds: Record<string, Kind> = { ...single, 'two mistakes in a word': twice }

/**
 * Of a query in each kind of way in which one of its words can be, two in long ones: the words that are no stop words, and have five
 * letters. What becomes another known word is left out: nobody can tell that it is misspelt.
 */
export function misspellingsOf(query: string, lexicon: Lexicon, seed: number): Misspelt[] {
  const random = seeded(seed)
  const typed = wordsOf(query).map(({ surface }) => surface)
  const places = typed.flatMap((word, at) =>
    word.length >= SHORTEST && /^[a-zæøå]+$/.test(word) && !isStopWord(word, 'nb') && !isStopWord(word, 'en')
      ? [at]
      : [],
  )
  const made = Object.entries(kinds).flatMap(([kind, ways]): Misspelt[] => {
    const words = [...typed]
    let left = places.length >= LONG ? 2 : 1
    for (const at of shuffled(places, random)) {
      const found = ways(typed[at]!, lexicon).filter(word => word !== typed[at] && lexicon.count(word) === 0)
      if (found.length === 0) continue
      words[at] = found[Math.floor(random() * found.length)]!
      if (--left === 0) break
    }
    return words.join(' ') === typed.join(' ') ? [] : [{ kind, q: words.join(' ') }]
  })
  const start = places.filter(at => at + 1 < typed.length)
  if (start.length === 0) return made
  const at = start[Math.floor(random() * start.length)]!
  const joined = [...typed.slice(0, at), typed[at]! + typed[at + 1]!, ...typed.slice(at + 2)]
  return [...made, { kind: 'two words joined', q: joined.join(' ') }]
}

function shuffled(places: readonly number[], random: () => number): number[] {
  return places
    .map(place => ({ place, order: random() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ place }) => place)
}
