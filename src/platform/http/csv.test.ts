import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvCell, csvFile } from './csv.ts'

test('a table is a file that says its name and that it is UTF-8, with semicolons between', () => {
  assert.deepEqual(
    csvFile('tall.csv', [
      ['Sted', 'Tall'],
      ['Årnes', '1,5'],
    ]),
    {
      kind: 'text',
      status: 200,
      type: 'text/csv; charset=utf-8; header=present',
      text: '\uFEFFSted;Tall\r\nÅrnes;1,5\r\n',
      headers: { 'content-disposition': 'attachment; filename="tall.csv"' },
    },
  )
})

test('a cell is safe however the formula begins', () => {
  for (const start of ['=', '+', '-', '@', '\t=', ' =', '\r=']) {
    const cell = csvCell(`${start}cmd|' /C calc'!A0`)
    assert.match(cell, /^"?'/, JSON.stringify(start))
  }
  assert.equal(csvCell('Helt vanlig'), 'Helt vanlig')
  assert.equal(csvCell('12–18 år'), '12–18 år')
  assert.equal(csvCell('a"b'), '"a""b"')
})
