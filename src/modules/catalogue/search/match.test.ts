import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { QueryWord, Voice } from '../analysis/analysis.ts'
import { hashOf, packFacts, swapped } from './facts.ts'
import { matchAll } from './match.ts'

const word: QueryWord = {
  surface: 'uro',
  positions: [0],
  weight: 1,
  isKnown: true,
  isProperty: false,
  alternatives: [{ lexeme: 'uro', kind: 'same', strength: 1, meant: { nb: 'uro' } }],
}

/** A service that has the word in its name, as PostgreSQL gives it. */
function service(meantFor: 'residents' | 'services', years: { from: number; to: number }): Uint32Array {
  const bytes = packFacts({
    number: 1,
    level: 'all',
    meantFor,
    ownerLevel: 'municipality',
    ageFrom: years.from * 12,
    ageTo: years.to * 12,
    confirmedOn: '2026-01-01',
    confirmBy: '2026-07-01',
    name: 'Tilbud',
    areas: ['3228'],
    codes: [],
  })
  const key = (hashOf('uro') >>> 2) << 2
  const array = [swapped(1), 0, swapped(23), swapped(1), swapped(1), swapped(4), swapped(key)]
  return Uint32Array.from([
    ...new Uint32Array(new Uint8Array(bytes).buffer),
    ...array.map(number => number >>> 0),
  ])
}

function scoreOf(facts: Uint32Array, voice: Voice | null, age: [from: number, to: number] | null): number {
  const { ranked } = matchAll(facts, {
    words: [word],
    saysWhat: true,
    voice,
    age: age && { fromMonths: age[0] * 12, toMonths: age[1] * 12 },
    covering: null,
    chosen: [],
    choices: [],
    bands: new Map(),
    today: 0,
  })
  return ranked[0]!.score
}

test('an age that an employee tells is that of whom she speaks, not of the course she looks for', () => {
  const course = service('services', { from: 0, to: 100 })
  assert.ok(scoreOf(course, 'employee', [15, 16]) > 0.9 * scoreOf(course, 'employee', null))
  assert.ok(scoreOf(course, 'parent', [15, 16]) < 0.5 * scoreOf(course, 'parent', null))
})

test('what is for another age comes later, whoever speaks', () => {
  const ofSmall = service('residents', { from: 0, to: 6 })
  for (const voice of ['employee', 'parent', null] as const)
    assert.ok(scoreOf(ofSmall, voice, [15, 16]) < 0.5 * scoreOf(ofSmall, voice, [3, 4]), String(voice))
})
