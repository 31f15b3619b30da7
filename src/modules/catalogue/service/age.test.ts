import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localeOf } from '#platform/i18n/locale.tsx'
import { serviceDocument } from '#test/services.ts'
import { ageInWords } from './age.ts'

const inWords = (from: number | null, to: number | null, language: 'nb' | 'nn' | 'se' | 'en' = 'nb') =>
  ageInWords(localeOf(language), from, to)

test('ages are said as people say them: years with both ends, weeks for the newborn (decisions, 5)', () => {
  assert.equal(inWords(120, 228), '10–18 år')
  assert.equal(inWords(0, 1.5), '0–6 uker')
  assert.equal(inWords(0, 72), '0–5 år')
  assert.equal(inWords(72, 156), '6–12 år')
  assert.equal(inWords(156, 240), '13–19 år')
  assert.equal(inWords(240, 300), '20–24 år')
})

test('what has no years, one year, or no end is said so', () => {
  assert.equal(inWords(0, 12), 'under 1 år')
  assert.equal(inWords(null, 12), 'under 1 år')
  assert.equal(inWords(12, 24), '1 år')
  assert.equal(inWords(4, 18), '4–18 måneder')
  assert.equal(inWords(216, null), 'fra 18 år')
  assert.equal(inWords(216, 1500), 'fra 18 år')
})

test('a service for all ages says nothing of age', () => {
  for (const [from, to] of [
    [null, null],
    [0, null],
    [0, 1500],
  ] as const)
    assert.equal(inWords(from, to), null)
})

test('a part of a year belongs to the year it has begun', () => {
  assert.equal(inWords(0, 66), '0–5 år')
  assert.equal(inWords(150, 228), '12–18 år')
})

test('ages have words in all languages', () => {
  assert.equal(inWords(0, 1.5, 'nn'), '0–6 veker')
  assert.equal(inWords(216, null, 'nn'), 'frå 18 år')
  assert.equal(inWords(156, 252, 'se'), '13–20 jagi')
  assert.equal(inWords(156, 252, 'en'), '13–20 years')
  assert.equal(inWords(12, 24, 'en'), '1 year')
})

test('a document has ages in months with one decimal, the lower below the upper', () => {
  assert.deepEqual(serviceDocument({ age: { from: 0, to: 1.5 } }).age, { from: 0, to: 1.5 })
  for (const age of [
    { from: 120, to: 120 },
    { from: 228, to: 120 },
    { from: -1 },
    { to: 0 },
    { from: 1.55 },
  ]) {
    assert.throws(() => serviceDocument({ age }), JSON.stringify(age))
  }
})
