import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseCsv } from './csv.ts'

test('a row becomes an object by the names of the first line', () => {
  assert.deepEqual(parseCsv('code,name\n3228,Nes\n3238,Nannestad\n'), [
    { code: '3228', name: 'Nes' },
    { code: '3238', name: 'Nannestad' },
  ])
})

test('empty fields stay, also the last of a row and of the text', () => {
  assert.deepEqual(parseCsv('a,b,c\n,,\n1,,'), [
    { a: '', b: '', c: '' },
    { a: '1', b: '', c: '' },
  ])
})

test('a field in quotes holds commas, line breaks and doubled quotes', () => {
  assert.deepEqual(parseCsv('a,b\r\n"x, ""y""\r\nz",2\r\n'), [{ a: 'x, "y"\r\nz', b: '2' }])
})

test('a byte order mark is no part of the first name', () => {
  assert.deepEqual(parseCsv('\uFEFFa\n1\n'), [{ a: '1' }])
})

test('no text has no rows', () => {
  assert.deepEqual(parseCsv(''), [])
  assert.deepEqual(parseCsv('a,b\n'), [])
})

test('a row that is too short or too long is refused, with its number', () => {
  assert.throws(() => parseCsv('a,b\n1,2\n1\n'), /Row 3 has 1 fields, not 2/)
  assert.throws(() => parseCsv('a,b\n1,2,3\n'), /Row 2/)
})

test('a quote that is not closed, or inside a word, is refused', () => {
  assert.throws(() => parseCsv('a\n"x\n'), /quote/)
  assert.throws(() => parseCsv('a\nx"y"\n'), /quote/)
  assert.throws(() => parseCsv('a\n"x"y\n'), /quote/)
})
