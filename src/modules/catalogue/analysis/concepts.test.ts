import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeLexicon, understandQuery } from './analysis.ts'
import { conceptByCode, concepts, wordGroups } from './concepts.ts'
import { Concept, faultsOf, WordGroups } from './synonyms.schema.ts'

const lexicon = makeLexicon()
const codes = { los: new Set(['helsestasjon']), audiences: new Set(['parents']) }
const grief = { code: 'grief', label: { nb: 'Sorg', nn: 'Sorg', en: 'Grief' }, words: { nb: ['sorg'] } }

test('the field is covered: at least 150 meanings, with words in bokmål and English', () => {
  assert.ok(concepts.length >= 150, `${concepts.length}`)
  for (const { code, words } of concepts) assert.ok(words.nb?.length, `${code} has no words`)
  assert.ok(concepts.filter(({ words }) => words.en?.length).length >= concepts.length - 5)
})

test('every word, slang word and phrase of a concept leads to it', () => {
  const lost = concepts.flatMap(({ code, words, slang, phrases }) =>
    [words, slang, phrases].flatMap(lists =>
      Object.values(lists ?? {})
        .flat()
        .map(text => text.replace(/\{([^}]*)\}/g, (_, group: string) => wordGroups[group]![0]!))
        .filter(text => !leadsTo(text, code))
        .map(text => `${code}: ${text}`),
    ),
  )
  // A few of them are a shorter phrase of another concept, or an age.
  assert.ok(lost.length <= 40, `${lost.length}: ${lost.join(' | ')}`)
})

function leadsTo(text: string, code: string): boolean {
  const { words, concepts: found } = understandQuery(text, lexicon)
  return (
    found.includes(code) ||
    words.some(({ alternatives }) => alternatives.some(({ lexeme }) => lexeme === `c:${code}`))
  )
}

test('a fault in a concept is told with its name', () => {
  const faulty = [
    { ...grief, broader: ['loss'], see: ['grief'] },
    { ...grief, los: ['helsestasjonen'], audiences: ['aunts'] },
    { ...grief, code: 'other', phrases: { nb: ['{uncle} er død'] } },
  ].map(concept => Concept.parse(concept))
  assert.deepEqual(faultsOf(faulty, new Set(['parent']), codes), [
    'The concept grief names the concept loss, which is not there.',
    'The concept grief names itself.',
    'The concept grief is there twice.',
    'The concept grief names helsestasjonen, which is no Los word.',
    'The concept grief names the audience aunts, which is not there.',
    'The concept other has a phrase with the group uncle, which is not there.',
  ])
  assert.deepEqual(faultsOf([Concept.parse(grief)], new Set(), codes), [])
})

test('a concept that is not written as one is refused', () => {
  for (const wrong of [
    { code: 'Grief' },
    { label: { nb: 'Sorg' } },
    { words: { no: ['sorg'] } },
    { word: [] },
  ])
    assert.ok(!Concept.safeParse({ ...grief, ...wrong }).success, JSON.stringify(wrong))
  assert.ok(!WordGroups.safeParse({ parent: ['vil ikke'] }).success)
})

test('words of Los that mean the same are words of the concept', () => {
  assert.ok(conceptByCode.get('physiotherapy')?.words.nb?.includes('Manuellterapeut'))
})
