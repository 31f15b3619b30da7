import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { csvCell, csvFile, csvLine } from './csv.ts'

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

test('a negative number is a number; what only begins like one is text', () => {
  for (const number of ['-1', '-12', '-0,5', '-1250000,75']) assert.equal(csvCell(number), number)
  for (const text of [
    '-',
    '-1+2',
    '-1,',
    '-,5',
    '-1,5,5',
    '-1.5',
    '--1',
    '-1 ',
    ' -1',
    '-1\n',
    '-1\n=1',
    '-1E5',
    '-A1',
    '+1',
  ])
    assert.match(csvCell(text), /^"?'/, JSON.stringify(text))
  assert.equal(csvCell('-1,5', ','), '"-1,5"', 'one cell where commas part them')
})

test('what stands in a cell is read back as it was, whatever is in it', () => {
  const cells = [
    'a;b',
    'a,b',
    'a"b',
    'to\nlinjer',
    'to\r\nlinjer',
    'a\rb',
    ' foran',
    'bak ',
    '',
    'Æ 12–18 år',
  ]
  for (const separator of [';', ','])
    assert.deepEqual(parse(csvLine(cells, separator), { delimiter: separator }), [cells])
  for (const edge of [' foran', 'bak ']) assert.equal(csvCell(edge), `"${edge}"`, 'spaces at the edge stay')
  assert.equal(csvCell('a;b'), '"a;b"')
  assert.equal(csvCell('a;b', ','), 'a;b', 'what parts no cells needs no quotes')
})

test('an apostrophe that somebody wrote before a formula gets one more, so that one can be taken away', () => {
  for (const cell of ["'=1+1", "''@SUM(A1)", "' -1"]) assert.equal(csvCell(cell), `'${cell}`)
  assert.equal(csvCell("'sitat'"), "'sitat'")
})
