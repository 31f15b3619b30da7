import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { testApp } from '#test/app.ts'
import { makeTestOwner, publishService } from '#test/services.ts'
import { columns } from './columns.ts'

const app = await testApp({ template: 'reference' })

before(() =>
  app.db.asOwner(async tx => {
    await makeTestOwner(tx)
    await publishService(tx, {
      key: 'farlig',
      name: { nb: '=HYPERLINK("http://example.org";"Trykk")', nn: 'Farleg' },
      summary: { nb: 'Linje en\nlinje; to "tre"', nn: 'x' },
      age: { from: 18, to: 42 },
      phones: [{ number: '+4712345678' }, { number: '113' }],
      places: [
        { name: { nb: 'Rådhuset' }, street: 'Storgata 1', postcode: '2150', city: 'Årnes', area: '3228' },
        {
          name: { nb: 'Skjermet hus' },
          street: 'Hemmelig gate 2',
          postcode: '2151',
          area: '3228',
          protected: true,
        },
      ],
    })
    await publishService(tx, { key: 'nabo', coverage: ['3238'] })
  }),
)

/** Reads a table as a spreadsheet does: semicolons, quotes, lines within quotes. */
function readTable(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^;"\r\n]*))(;|\r\n)/g)) {
    rows.at(-1)!.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  assert.deepEqual(rows.pop(), [], 'every line is ended')
  return rows
}

async function fetchTable(query = '') {
  const answer = await app.server.inject(`/apne-data/tilbud.csv${query}`)
  assert.equal(answer.statusCode, 200)
  assert.equal(answer.headers['content-type'], 'text/csv; charset=utf-8; header=present')
  assert.match(String(answer.headers['content-disposition']), /filename="tilbud\.csv"/)
  assert.deepEqual([...answer.rawPayload.subarray(0, 3)], [0xef, 0xbb, 0xbf], 'a byte order mark')
  const [keys = [], ...rows] = readTable(answer.body.replace(/^\uFEFF/, ''))
  return { keys, rows: rows.map(row => Object.fromEntries(keys.map((key, i) => [key, row[i] ?? '']))) }
}

test('the first line has the keys, and every line as many cells', async () => {
  const { keys, rows } = await fetchTable()
  assert.deepEqual(
    keys,
    columns.map(column => column.key),
  )
  assert.equal(rows.length, 2)
  for (const row of rows) assert.equal(Object.keys(row).length, keys.length)
})

test('what could run in a spreadsheet is text; lines, quotes and several values are whole', async () => {
  const { rows } = await fetchTable('?area=3228')
  assert.equal(rows.length, 1)
  const [row = {}] = rows
  assert.equal(row['navn'], `'=HYPERLINK("http://example.org";"Trykk")`)
  assert.equal(row['sammendrag'], 'Linje en\nlinje; to "tre"')
  assert.equal(row['telefon'], `'+4712345678 | 113`)
  assert.deepEqual([row['alder_fra'], row['alder_til_og_med']], ['1,5', '3,5'])
  assert.equal(row['områdenavn'], 'Nes')
})

test('a protected place is not in the table', async () => {
  const { rows } = await fetchTable('?area=3228')
  assert.equal(rows[0]?.['adresser'], 'Rådhuset, Storgata 1, 2150 Årnes')
  assert.doesNotMatch(JSON.stringify(rows), /Hemmelig|Skjermet|2151/)
})

test('the table may be of one area; one that there is not is told', async () => {
  assert.equal((await fetchTable('?area=3238')).rows.length, 1)
  assert.equal((await fetchTable('?area=NO')).rows.length, 0)
  const answer = await app.server.inject('/apne-data/tilbud.csv?area=9999')
  assert.equal(answer.statusCode, 400)
  assert.match(String(answer.headers['content-type']), /^application\/problem\+json/)
})
