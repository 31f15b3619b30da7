import assert from 'node:assert/strict'
import { test } from 'node:test'
import { speaksOfDanger } from './danger-words.ts'

test('words of danger are heard in all languages, also within a sentence and without Norwegian letters', () => {
  for (const text of [
    'pappa slår meg',
    'pappa slar meg',
    'PAPPA SLAAR MEG!',
    'jeg orker ikke leve',
    'eg vil døy',
    'i want to die',
    'voldtatt',
    'min venn har tatt overdose',
  ]) {
    assert.ok(speaksOfDanger(text), text)
  }
})

test('everyday searches are no danger', () => {
  for (const text of [
    'låne ski',
    'åpen barnehage',
    'svømmekurs i Rana',
    'helsestasjon for ungdom',
    'trua',
    '',
  ]) {
    assert.ok(!speaksOfDanger(text), text)
  }
})
