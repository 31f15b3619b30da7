import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foldName } from './fold.ts'

test('case, accents and Norwegian letters make no difference', () => {
  for (const name of ['Årnes', 'ÅRNES', 'arnes', 'Aarnes', 'A\u030Arnes'])
    assert.equal(foldName(name), 'arnes')
  for (const name of ['Herøy', 'heroy', 'HEROEY']) assert.equal(foldName(name), 'heroy')
  for (const name of ['Bærum', 'baerum', 'BÆRUM']) assert.equal(foldName(name), 'baerum')
})

test('Sámi and Kven letters become plain ones', () => {
  assert.equal(foldName('Kárášjohka'), 'karasjohka')
  assert.equal(foldName('Porsáŋgu'), 'porsangu')
  assert.equal(foldName('Nåavmesjenjaelmie'), 'navmesjenjaelmie')
  assert.equal(foldName('Yykeä'), 'yykea')
})

test('signs become single spaces', () => {
  assert.equal(foldName('  Nore og   Uvdal '), 'nore og uvdal')
  assert.equal(foldName('Herøy (Nordland)'), 'heroy nordland')
  assert.equal(foldName('Sør-Varanger'), foldName('sor varanger'))
  assert.equal(foldName('%_\\'), '')
})
