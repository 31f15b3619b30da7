import assert from 'node:assert/strict'
import { test } from 'node:test'
import writeXlsxFile from 'write-excel-file/node'
import { csvCell, csvText } from '#platform/http/csv.ts'
import { testDatabase } from '#test/database.ts'
import { faultsOf, readAll, testImportWorld, textFile } from '#test/imports.ts'
import { serviceDocument } from '#test/services.ts'
import { tableOf } from '../../export/csv.ts'
import { writeXlsx } from '../../export/xlsx.ts'
import { readableCell } from '../file/csv.ts'
import { readZip, writeZip } from '../file/zip.ts'
import { readItems, writeItems } from './items.ts'
import { mapHeadings, unknownWords } from './mapping.ts'

const db = await testDatabase('reference')
const world = await testImportWorld(db.publicReader)

const danger = ['=1+1', '+1', '-1+1', '@SUM(A1)', '\t=1', "'=1", "''=1", '=HYPERLINK("http://example.org")']

test('no cell that is written begins as a formula, and each is read as it was', () => {
  for (const text of danger) {
    assert.match(csvCell(text).replace(/^"/, ''), /^'/)
    assert.equal(readableCell(csvCell(text).replace(/^"|"$/g, '').replaceAll('""', '"')), text)
  }
  assert.equal(readableCell(csvCell('-1')), '-1')
  assert.equal(csvCell("'n Roll"), "'n Roll")
  assert.equal(readableCell("'n Roll"), "'n Roll")
})

test('a service full of formulas is text in both kinds of table', async () => {
  const document = serviceDocument({
    name: { nb: danger[0]!, nn: danger[3]! },
    phones: [{ number: '+4712345678' }],
    links: [{ kind: 'website', url: 'https://example.org/', label: { nb: danger[7]! } }],
  })
  const csv = csvText(tableOf([document], world))
  assert.doesNotMatch(csv, /(^|[;\n"])[=+\-@]/m)
  const xlsx = await writeXlsx([document], world)
  const parts = readZip(xlsx, 10_000_000, name => name.endsWith('.xml'))
  assert.ok(Array.isArray(parts))
  for (const part of parts) assert.doesNotMatch(part.bytes.toString(), /<f[ >]/, part.name)
})

test('headings in several ways are known, each column of ours once, and a person’s choice goes before', () => {
  assert.deepEqual(
    mapHeadings([
      'Tilbud',
      'Navn',
      'Kort beskrivelse',
      'MÅLGRUPPE',
      'Alder fra (år)',
      'Tlf.',
      'Noe annet',
      '',
    ]),
    ['navn', null, 'sammendrag', 'målgrupper', 'alder fra', 'telefon', null, null],
  )
  assert.deepEqual(mapHeadings(['Tilbud', 'Navn'], { columns: { Tilbud: null, Navn: 'navn' }, words: {} }), [
    null,
    'navn',
  ])
  assert.deepEqual(mapHeadings(['Navn', 'X'], { columns: { X: 'navn' }, words: {} }), [null, 'navn'])
  assert.deepEqual(mapHeadings(['Navn'], { columns: { Navn: 'finnes ikke' }, words: {} }), [null])
})

test('words nobody knows are gathered with what they may mean, and have the meaning they are given', async () => {
  const text = 'navn;målgruppe;kommune\nEn;Ungdommer, Foreldre;Nes\nTo;ungdommer;Ness\nTre;Katter;Nes\n'
  const rows = [
    { row: 2, cells: ['En', 'Ungdommer, Foreldre', 'Nes'] },
    { row: 3, cells: ['To', 'ungdommer', 'Nes'] },
    { row: 4, cells: ['Tre', 'Katter', 'Nes'] },
  ]
  const keys = mapHeadings(['navn', 'målgruppe', 'kommune'])
  assert.deepEqual(unknownWords(keys, rows, { columns: {}, words: {} }, world), [
    { column: 'målgrupper', word: 'Ungdommer', times: 2, near: ['Ungdom'] },
    { column: 'målgrupper', word: 'Katter', times: 1, near: [] },
  ])
  const mapping = {
    columns: {},
    words: { målgrupper: { ungdommer: 'youth', katter: null }, områder: { ness: '3228' } },
  }
  assert.deepEqual(unknownWords(keys, rows, mapping, world), [])
  const { records } = await readAll(textFile(text), world, { mapping })
  assert.deepEqual(
    records.flatMap(record => faultsOf(record)),
    [],
  )
  assert.deepEqual(
    records.map(({ document }) => [document?.target_groups, document?.coverage]),
    [
      [['youth', 'parent'], ['3228']],
      [['youth'], ['3228']],
      [undefined, ['3228']],
    ],
  )
})

test('a code that a mapping gives and that there is not stops the record, and no more', async () => {
  const mapping = { columns: {}, words: { målgrupper: { katter: 'cats' } } }
  const { records } = await readAll(textFile('navn;målgruppe\nEn;Katter\nTo;Foreldre\n'), world, { mapping })
  assert.deepEqual(
    records.map(record => faultsOf(record).length),
    [1, 0],
  )
})

test('things in a cell are read as they were written, whatever signs are in them', () => {
  const items = [
    { main: 'a|b;c\\d=e', fields: [['tekst', 'x;y|z\\n\n='] as const] },
    { main: '', fields: [['navn nynorsk', 'å'] as const] },
  ]
  assert.deepEqual(
    readItems(writeItems(items)).map(({ main, fields }) => ({ main, fields: [...fields] })),
    items,
  )
  assert.deepEqual(
    readItems('66104500; 66104501 | 113').map(item => item.main),
    ['66104500', '66104501', '113'],
  )
})

const sheetOf = async (rows: (string | number | boolean | Date | null)[][], sheet = 'Ark1') =>
  writeXlsxFile(
    rows.map(cells =>
      cells.map(value =>
        value instanceof Date
          ? { value, type: Date, format: 'dd.mm.yyyy' }
          : value === null
            ? null
            : { value },
      ),
    ),
    { sheet },
  ).toBuffer()

test('numbers, days and yes or no in a sheet are read as what they are', async () => {
  const bytes = await sheetOf([
    ['Navn', 'Alder fra', 'Telefon', 'Bekreftet', 'Tolk', 'Postnr', 'Kommune'],
    ['Klubben', 10, 66104500, new Date('2026-11-01T00:00:00Z'), true, 150, 301],
  ])
  const { records } = await readAll({ name: 'x.xlsx', bytes }, world)
  const [record] = records
  assert.deepEqual(faultsOf(record), [])
  assert.deepEqual(record!.document!.age, { from: 120 })
  assert.deepEqual(record!.document!.phones, [{ number: '66104500', kind: 'voice', checked: false }])
  assert.equal(record!.document!.confirmed, '2026-11-01')
  assert.equal(record!.document!.interpreter, true)
  assert.deepEqual(record!.document!.coverage, ['0301'])
  assert.equal(record!.document!.places?.[0]?.postcode, '0150')
})

test('a sheet may be named; one that there is not is told', async () => {
  const bytes = await sheetOf([['navn'], ['En']], 'Tilbud')
  assert.equal((await readAll({ name: 'x', bytes }, world, { sheet: 'Tilbud' })).records.length, 1)
  assert.deepEqual((await readAll({ name: 'x', bytes }, world, { sheet: 'Hemmelig' })).fileFaults, [
    'Filen har ikke noe ark som heter «Hemmelig».',
  ])
})

test('a sheet that says it is endless is refused before it is laid out', async () => {
  const parts = readZip(await sheetOf([['navn'], ['En']]), 10_000_000, () => true)
  assert.ok(Array.isArray(parts))
  for (const address of ['XFD2', 'A1048576', "A9999999'", '&#65;1']) {
    const hostile = parts.map(({ name, bytes }) => ({
      name,
      bytes: /worksheets\/[^/]*\.xml$/.test(name)
        ? Buffer.from(bytes.toString().replace('r="A2"', `r="${address}"`))
        : bytes,
    }))
    const { records, fileFaults } = await readAll({ name: 'x', bytes: writeZip(hostile) }, world)
    assert.equal(records.length, 0)
    assert.match(fileFaults.join(), /Arket (er for stort|kan ikke leses)/, address)
  }
})

test('a short file that shows one long text in many cells is refused before it becomes long', async () => {
  const rows = Array.from({ length: 70 }, () => ['Lang'])
  const parts = readZip(await sheetOf([['navn'], ...rows]), 10_000_000, () => true)
  assert.ok(Array.isArray(parts))
  const hostile = parts.map(({ name, bytes }) => ({
    name,
    bytes: Buffer.from(bytes.toString().replace('Lang', 'a'.repeat(1_000_000))),
  }))
  const { records, fileFaults } = await readAll({ name: 'x', bytes: writeZip(hostile) }, world)
  assert.equal(records.length, 0)
  assert.match(fileFaults.join(), /Arket er for stort/)
})
