import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  analyseText,
  documentLexemes,
  lexiconOf,
  makeLexicon,
  understandQuery,
  type DocumentFields,
} from './analysis.ts'
import { stemOf } from './stem.ts'

const service: DocumentFields = {
  name: [{ nb: 'Helsestasjon for ungdom', nn: 'Helsestasjon for ungdom', en: 'Youth health clinic' }],
  keywords: [{ nb: ['prevensjon', 'kjærlighetssorg'], nn: ['prevensjon', 'kjærleikssorg'] }],
  labels: [{ nb: 'Rus og avhengighet', nn: 'Rus og avhengigheit' }],
  summary: [{ nb: 'Kom innom uten time og snakk med en helsesykepleier om kropp, sex og følelser.' }],
  text: [
    { nb: 'Vi har åpent på ungdomsskolen. Du kan snakke om angst.', nn: 'Vi har ope på ungdomsskulen.' },
    { nb: 'Ungdom', en: 'Bring a friend in time' },
  ],
}
const lexicon = makeLexicon(
  lexiconOf([...Object.values(service).flat(), { nb: 'kjærlighet sorg sorg ungdom skole skole skolen' }]),
)
const weightOf = (lexeme: string) =>
  documentLexemes(service, lexicon).find(entry => entry.lexeme === lexeme)?.weight

test('words weigh by where they stand, and each is there once with its best weight', () => {
  assert.equal(weightOf(stemOf('helsestasjon')), 'A')
  assert.equal(weightOf(stemOf('prevensjon')), 'A')
  assert.equal(weightOf(stemOf('sorg')), 'B', 'a part of a keyword')
  assert.equal(weightOf(stemOf('rus')), 'B')
  assert.equal(weightOf(stemOf('helsesykepleier')), 'C')
  assert.equal(weightOf(stemOf('angst')), 'D')
  assert.equal(weightOf(stemOf('ungdom')), 'A', 'in the name, also when text has it too')
  const lexemes = documentLexemes(service, lexicon).map(entry => entry.lexeme)
  assert.equal(new Set(lexemes).size, lexemes.length)
})

test('a name that ends in a word for any service is the name of what comes before', () => {
  const named = (name: string) => {
    const fields = { name: [{ nb: name }], keywords: [], labels: [], summary: [], text: [] }
    const known = makeLexicon(
      lexiconOf([{ nb: `${name} barnevern barnevern tjeneste tjeneste leder leder` }]),
    )
    return documentLexemes(fields, known).find(({ lexeme }) => lexeme === stemOf('barnevern'))?.weight
  }
  assert.equal(named('Barnevernstjenesten'), 'A')
  assert.equal(named('Barnevernslederen'), 'B')
})

test('stop words are left out', () => {
  for (const word of ['for', 'om', 'med', 'vi', 'har']) assert.equal(weightOf(stemOf(word)), undefined, word)
})

test('concepts are indexed with their words, and what they are a kind of a step below', () => {
  assert.equal(weightOf('c:youth-clinic'), 'A')
  assert.equal(weightOf('c:contraception'), 'A')
  assert.equal(weightOf('c:addiction'), 'B')
  assert.equal(weightOf('c:anxiety'), 'D')
  assert.equal(
    weightOf('c:mental-health'),
    undefined,
    'a text that mentions anxiety is not about mental health',
  )
})

test('English words are not mistaken for Norwegian ones', () => {
  assert.equal(weightOf('en:tim'), 'D')
  assert.equal(weightOf(stemOf('time')), 'C')
  assert.equal(weightOf('en:clinic'), 'A')
})

test('positions grow, and words of two texts never stand together', () => {
  const entries = documentLexemes({ ...service, text: [{ nb: 'alfa beta' }, { nb: 'gamma' }] }, lexicon)
  const [alfa, beta, gamma] = ['alfa', 'beta', 'gamma'].map(
    word => entries.find(entry => entry.lexeme === stemOf(word))!.positions[0]!,
  )
  assert.equal(beta! - alfa!, 1)
  assert.ok(gamma! - beta! > 5)
  for (const { positions } of entries) assert.ok(positions.length >= 1 && positions.length <= 8)
})

test('the same service and words give the same lexemes, in whatever order the words were learnt', () => {
  const counts = [...lexiconOf(Object.values(service).flat())]
  const one = documentLexemes(service, makeLexicon(counts))
  const other = documentLexemes(service, makeLexicon(counts.toReversed()))
  assert.deepEqual(one, other)
})

test('a service is found by every word of its name and keywords', () => {
  const indexed = new Set(documentLexemes(service, lexicon).map(entry => entry.lexeme))
  for (const text of [
    'helsestasjon',
    'helsestasjonen',
    'ungdommer',
    'ungdomar',
    'youth clinic',
    'clinics',
    'kjærleikssorg',
    'sorg',
  ])
    for (const { surface, alternatives } of understandQuery(text, lexicon).words)
      assert.ok(
        alternatives.some(({ lexeme }) => indexed.has(lexeme)),
        surface,
      )
})

test('a text is told word by word', () => {
  assert.deepEqual(
    analyseText('Åpent på PP-tjenesten', lexicon).map(({ surface, position, isStopWord }) => [
      surface,
      position,
      isStopWord,
    ]),
    [
      ['åpent', 0, false],
      ['på', 1, true],
      ['pp', 2, false],
      ['tjenesten', 3, false],
    ],
  )
})

test('counts are learnt by language', () => {
  const counts = lexiconOf([{ nb: 'Time, time og TIME', nn: ['time'], en: 'time' }])
  assert.deepEqual([counts.get('time'), counts.get('en:time'), counts.get('og')], [4, 1, 1])
})

test('a phrase of small words tells something among keywords, and nothing in a sentence', () => {
  const has = (fields: Partial<DocumentFields>) =>
    documentLexemes({ name: [], keywords: [], labels: [], summary: [], text: [], ...fields }, lexicon).some(
      ({ lexeme }) => lexeme === 'c:lgbt',
    )
  assert.ok(has({ keywords: [{ nb: ['komme ut'] }] }))
  assert.ok(!has({ text: [{ nb: 'De gir råd på telefonen og kan komme ut til deg.' }] }))
  assert.ok(!has({ summary: [{ nb: 'Vi kan komme ut til deg.' }] }))
  assert.ok(has({ text: [{ nb: 'For deg som liker jenter.' }] }), 'a phrase with a word that tells')
})
