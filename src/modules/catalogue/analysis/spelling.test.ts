import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { makeLexicon } from './lexicon.ts'
import { lettersBetween } from './spelling.ts'

const lexicon = makeLexicon([
  ['helsestasjon', 60],
  ['psykolog', 20],
  ['barnehage', 100],
  ['hjelp', 200],
  ['skole', 150],
  ['kjole', 1],
  ['fysioterapi', 12],
  ['mobbing', 15],
])

/** What is typed, and what was meant. */
const misspelt: [string, string][] = [
  ['fysioterpi', 'fysioterapi'],
  ['fysoterapi', 'fysioterapi'],
  ['fysioterapu', 'fysioterapi'],
  ['psykolgo', 'psykolog'],
  ['sykolog', 'psykolog'],
  ['psykålåg', 'psykolog'],
  ['jælp', 'hjelp'],
  ['jelp', 'hjelp'],
  ['helsestason', 'helsestasjon'],
  ['helsestajson', 'helsestasjon'],
  ['hellsestasjon', 'helsestasjon'],
  ['barnehaje', 'barnehage'],
  ['barnehave', 'barnehage'],
  ['foedsel', 'fødsel'],
  ['fodsel', 'fødsel'],
  ['mobing', 'mobbing'],
  ['spiseforstyrelse', 'spiseforstyrrelse'],
  ['sjenerell', ''],
  ['barneværn', 'barnevern'],
  ['logopæd', 'logoped'],
  ['prevansjon', 'prevensjon'],
  ['anoreksia', 'anoreksi'],
  ['avlassning', 'avlastning'],
  ['krisecenter', 'krisesenter'],
  ['selvmor', 'selvmord'],
  ['cannabbis', 'cannabis'],
  ['skjole', 'skole'],
  ['helsesøser', 'helsesøster'],
]

test('a misspelt word leads to the one that was meant', () => {
  for (const [typed, meant] of misspelt) {
    const found = lexicon.spellings(typed)
    if (meant)
      assert.ok(
        found.some(({ word }) => word === meant),
        `${typed}: ${found.map(({ word }) => word).join()}`,
      )
  }
})

test('nearly all lead to it first', () => {
  const wrong = misspelt.filter(([typed, meant]) => meant && lexicon.spellings(typed)[0]?.word !== meant)
  assert.ok(wrong.length <= 2, wrong.join(' | '))
})

test('what is like no word leads nowhere, and at most three are offered', () => {
  for (const typed of ['qwxzjk', 'xxxxxxxxxxxxxxxxx', '12345', 'ab', '', 'ббббб'])
    assert.deepEqual(lexicon.spellings(typed), [], typed)
  for (const typed of ['hels', 'barn', 'skol']) assert.ok(lexicon.spellings(typed).length <= 3)
})

test('keys side by side, doubled letters, swapped ones and sound-alikes are nearer than others', () => {
  const far = lettersBetween('hjelp', 'hxelp', 5)
  assert.ok(lettersBetween('hjelp', 'hkelp', 5) < far)
  assert.ok(lettersBetween('mobbing', 'mobing', 5) < lettersBetween('mobbing', 'mbbing', 5))
  assert.ok(lettersBetween('hjelp', 'hjlep', 5) < far)
  assert.ok(lettersBetween('språk', 'sprok', 5) < far)
})

test('a word is at no distance from itself, and as far there as back', () => {
  const word = fc.stringMatching(/^[a-zæøå]{1,20}$/)
  fc.assert(fc.property(word, one => assert.equal(lettersBetween(one, one, 9), 0)))
  fc.assert(
    fc.property(word, word, (one, other) => {
      const there = lettersBetween(one, other, 99)
      assert.ok(Math.abs(there - lettersBetween(other, one, 99)) < 1e-9)
    }),
  )
})
