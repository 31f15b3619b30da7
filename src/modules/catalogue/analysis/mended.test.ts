import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeLexicon, understandQuery } from './analysis.ts'
import { baseWords } from './base-words.ts'
import { wordsOf } from './letters.ts'
import { mended } from './mended.ts'
import { withSpaces } from './run-together.ts'
import { stemOf } from './stem.ts'
import { isStopWord } from './stop-words.ts'
import { everydayWords } from './story-words.ts'

const lexicon = makeLexicon([
  ['helsestasjon', 60],
  ['barnehage', 100],
  ['skole', 150],
  ['legevakt', 20],
  ['timeplan', 2],
])
const places = new Set(['oppaker', 'holter'])
const isPlace = (word: string) => places.has(word)
const ask = (text: string) => understandQuery(text, lexicon, { places: words => isPlace(words.join(' ')) })
const spaced = (text: string) =>
  withSpaces(wordsOf(text), lexicon, isPlace, 48)
    .map(({ surface }) => surface)
    .join(' ')
const meant = (text: string) =>
  mended(wordsOf(text), new Set(), lexicon, isPlace).map(({ surface }) => surface)

/** Of each kind of mistake, what is typed, and what was meant. */
const mistakes: [kind: string, typed: string, right: string][] = [
  ['a letter of a phrase', 'pappa er i febgsel', 'pappa er i fengsel'],
  ['a letter of a phrase', 'vil ikke på skoeln', 'vil ikke på skolen'],
  ['an end', 'vi trenger familieterap', 'vi trenger familieterapi'],
  ['a double consonant', 'jeg blir mobet på skolen', 'jeg blir mobbet på skolen'],
  ['as it is heard', 'sykisk helse', 'psykisk helse'],
  ['e for æ, o for å', 'ho vil ikkje snakke norsk i barnehogen', 'ho vil ikkje snakke norsk i barnehagen'],
  ['a split compound in a phrase', 'melding til barne vernet', 'melding til barnevernet'],
  ['a small word joined', 'klagepå vedtaket', 'klage på vedtaket'],
  ['a small word joined', 'angstanfallpå jobb', 'angstanfall på jobb'],
  ['English words joined', 'childbenefit', 'child benefit'],
  ['a number joined', 'sommerjobb16 år', 'sommerjobb 16 år'],
]

test('misspelt in any kind of way, a query means what it means spelt right', () => {
  for (const [kind, typed, right] of mistakes) {
    const [first] = ask(right).concepts
    assert.ok(first, right)
    assert.ok(
      ask(typed).words.some(({ alternatives }) => alternatives.some(({ lexeme }) => lexeme === `c:${first}`)),
      `${kind}: ${typed} is not ${first}`,
    )
  }
})

test('who speaks is heard, and how old somebody is, also in misspelt words', () => {
  assert.equal(ask('sønen min vil ikke spise').voice, ask('sønnen min vil ikke spise').voice)
  assert.equal(ask('sommerjobb16 år').age?.fromMonths, 16 * 12)
  assert.equal(ask('legevaktoppaker').place?.text, 'oppaker')
})

/** Letters swapped, left out, a double one made single and a single one double, as it sounds, and an end left out. */
function slipsOf(word: string, index: number): string[] {
  const at = 1 + (index % (word.length - 2))
  const [before, letter, next, after] = [word.slice(0, at), word[at]!, word[at + 1]!, word.slice(at + 2)]
  return [
    before + next + letter + after,
    before + next + after,
    word.replace(/([bdfgklmnprst])\1/, '$1'),
    word.replace(/(?<=[aeiouyæøå])([bdfgklmnprst])(?=[aeiouyæøå])/, '$1$1'),
    word.replace(/æ|er/, found => (found === 'æ' ? 'e' : 'ær')),
    word.replace('å', 'o').replace('sjon', 'son').replace('y', 'i').replace('au', 'æu'),
    word.slice(0, -1),
  ].filter(slip => slip !== word)
}

test('nearly every word that content knows is led back to from a mistake, and most often first', () => {
  const words = [...baseWords()].filter(word => /^[a-zæøå]{6,}$/.test(word) && !isStopWord(word, 'nb'))
  let [tried, found, first] = [0, 0, 0]
  for (const [index, word] of words.entries()) {
    if (index % 7 > 0) continue
    for (const q of slipsOf(word, index)) {
      if (lexicon.countOf(stemOf(q)) > 0) continue
      tried++
      const near = lexicon.spellings(q).map(({ word: form }) => stemOf(form))
      if (near.includes(stemOf(word))) found++
      if (near[0] === stemOf(word)) first++
    }
  }
  assert.ok(tried > 2000, String(tried))
  assert.ok(found / tried > 0.985, `${found} of ${tried}`)
  assert.ok(first / tried > 0.94, `${first} of ${tried}`)
})

test('words that are spelled right stay as they are', () => {
  const known = [...baseWords(), ...everydayWords].filter(word => /^[a-zæøå]+$/.test(word))
  assert.deepEqual(
    known.filter(word => meant(word).join() !== word),
    [],
  )
  assert.deepEqual(
    known.filter(word => spaced(word) !== word),
    [],
  )
  for (const text of ['hver dag', 'mamma på jobb', 'Holter', 'ny skole'])
    assert.deepEqual(
      meant(text),
      wordsOf(text).map(({ surface }) => surface),
    )
})

test('compounds that nobody knows stay whole, and so do words that a small one begins', () => {
  for (const word of ['overleppa', 'vinduskarmen', 'sparepengene', 'tonight', 'skismisse', 'holter'])
    assert.equal(spaced(word), word)
})

test('a word that people tell of a day with is not taken for one of the field, where it is misspelt', () => {
  // 'heis' is not 'hets', and neither is 'hesi'.
  for (const [typed, right] of [
    ['fryserr', 'fryser'],
    ['sjokolde', 'sjokolade'],
    ['gulroot', 'gulrot'],
  ] as const) {
    const [word] = ask(typed).words
    assert.deepEqual(
      word!.alternatives.map(({ kind }) => kind),
      ['same'],
      `${typed}, ${right}`,
    )
  }
})
