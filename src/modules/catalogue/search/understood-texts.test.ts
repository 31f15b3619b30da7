import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeLexicon } from '../analysis/analysis.ts'
import type { SearchKnowledge } from './knowledge.ts'
import { understandText } from './understood-texts.ts'

const known: Pick<SearchKnowledge, 'lexicon' | 'places'> & { words: string[] } = (() => {
  let lexicon = makeLexicon([['logoped', 5]])
  return {
    places: { codesOf: (text: string) => (text === 'årnes' ? ['3228'] : []) },
    lexicon: () => lexicon,
    set words(forms: string[]) {
      lexicon = makeLexicon(forms.map(form => [form, 5]))
    },
  }
})()

test('a text that is asked again is understood once, and the same', () => {
  const first = understandText('logoped 5 år Årnes', known, false)
  assert.equal(first.place?.text.toLowerCase(), 'årnes')
  assert.ok(first.age)
  assert.equal(understandText('logoped 5 år Årnes', known, false), first)
})

test('with other words known, it is understood anew', () => {
  const before = understandText('gokartbane', known, false)
  known.words = ['gokartbane']
  const after = understandText('gokartbane', known, false)
  assert.equal(before.words[0]?.isKnown, false)
  assert.equal(after.words[0]?.isKnown, true)
})

test('many texts, and long ones, are not all kept', () => {
  const first = understandText('logoped', known, false)
  for (let n = 0; n < 2_000; n += 1) understandText(`x${n}`, known, false)
  assert.notEqual(understandText('logoped', known, false), first)
  const long = 'logoped '.repeat(20)
  assert.notEqual(understandText(long, known, false), understandText(long, known, false))
})
