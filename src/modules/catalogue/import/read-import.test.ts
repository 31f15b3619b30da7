import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { testDatabase } from '#test/database.ts'
import { faultsOf, readAll, testImportWorld, textFile } from '#test/imports.ts'
import { writeZip } from './file/zip.ts'
import { isGood } from './record/record.ts'

const db = await testDatabase('reference')
const world = await testImportWorld(db.publicReader)

const table = async (text: string) => (await readAll(textFile(text), world)).records

test('any bytes are read without trouble, also after the beginning of a file we know', async () => {
  const start = fc.constantFrom(
    '',
    'navn;alder\n',
    '[{"name":"a",',
    '{"name":"a"}\n{',
    'PK\u0003\u0004',
    'sep=;\n',
    '"',
    '\uFEFF[',
  )
  await fc.assert(
    fc.asyncProperty(start, fc.uint8Array({ maxLength: 400 }), async (start, bytes) => {
      await readAll({ name: 'x', bytes: Buffer.concat([Buffer.from(start, 'latin1'), bytes]) }, world)
    }),
    { numRuns: 800 },
  )
})

test('any JSON is read without trouble', async () => {
  const json = fc.jsonValue({ maxDepth: 2 })
  const service = fc.dictionary(
    fc.constantFrom(
      'id',
      'name',
      'description',
      'phones',
      'schedules',
      'service_areas',
      'service_at_locations',
      'attributes',
      'languages',
      'cost_options',
      'organization',
      'minimum_age',
      'maximum_age',
      'nettungen',
      'url',
      'status',
      '__proto__',
    ),
    fc.oneof(
      json,
      fc.array(
        fc.dictionary(
          fc.constantFrom(
            'number',
            'location',
            'taxonomy_term',
            'name',
            'byday',
            'opens_at',
            'fields',
            'seals',
          ),
          json,
        ),
      ),
    ),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(service, { maxLength: 3 }), async services => {
      const { records } = await readAll(textFile(JSON.stringify(services)), world)
      assert.equal(records.length, services.length)
    }),
    { numRuns: 150 },
  )
})

test('any cells are read without trouble, and every row is told of', async () => {
  const { columns } = await import('./table/columns.ts')
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('10–18 år', 'ma-fr 8-15', '12345678; tekst=x', '3228', 'ja'),
  )
  const keys = columns.map(column => column.key)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...keys), cell), { minLength: 1, maxLength: 8 }),
      async pairs => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
        const heads = ['navn', ...pairs.map(([key]) => key)].map(quoted).join(';')
        const { records } = await readAll(
          textFile(`${heads}\n${['x', ...pairs.map(([, text]) => text)].map(quoted).join(';')}\n`),
          world,
        )
        assert.equal(records.length, 1)
      },
    ),
    { numRuns: 800 },
  )
})

test('what is wrong is told by row and column, in plain words', async () => {
  const records = await table(
    [
      'Navn;Alder fra;Målgruppe;Kommune;Telefon;Tolk',
      'Klubben;10;Ungdom;Nes;66 10 45 00;ja',
      ...Array.from({ length: 9 }, (_, i) => `Nummer ${i};10;Ungdom;Nes;;`),
      'Gruppa;ti;Ungdommer;Næs;12;kanskje',
    ].join('\r\n'),
  )
  assert.equal(records.length, 11)
  assert.deepEqual(faultsOf(records[0]), [])
  assert.deepEqual(records[0]!.document!.age, { from: 120 })
  assert.deepEqual(records[0]!.document!.coverage, ['3228'])
  assert.deepEqual(records[0]!.document!.phones, [{ number: '66104500', kind: 'voice', checked: false }])
  assert.equal(records[0]!.document!.interpreter, true)
  assert.deepEqual(faultsOf(records[10]), [
    'Rad 12, kolonne «Alder fra»: «ti» er ikke et tall. Skriv for eksempel 10.',
    'Rad 12, kolonne «Målgruppe»: «Ungdommer» er ikke blant ordene vi bruker her. Mener du «Ungdom»?',
    'Rad 12, kolonne «Kommune»: Vi kjenner ikke området «Næs». Skriv navnet eller nummeret på kommunen, fylket eller bydelen.',
    'Rad 12, kolonne «Telefon»: «12» er ikke et telefonnummer. Skriv for eksempel 12 34 56 78.',
    'Rad 12, kolonne «Tolk»: «kanskje» er verken ja eller nei. Skriv ja, nei eller ingenting.',
  ])
})

test('what is missing is a warning, and stops nothing', async () => {
  const [record] = await table('navn\nKlubben\n')
  assert.ok(isGood(record!))
  assert.deepEqual(faultsOf(record, 'warning'), [
    'Rad 2: Sammendraget mangler.',
    'Rad 2: Det står ikke hvilke kommuner, fylker eller bydeler tilbudet er for.',
    'Rad 2: Rommet i pyramiden mangler.',
    'Rad 2: Det står ikke hvem tilbudet er for.',
    'Rad 2: Det står ikke hvordan man får tilbudet.',
  ])
  const [nameless] = await table('navn;sammendrag\n;Noe\n')
  assert.ok(!isGood(nameless!))
  assert.deepEqual(faultsOf(nameless), ['Rad 2: Tilbudet har ikke noe navn.'])
})

test('a row with quotation marks out of place is told, and the rows around it are read', async () => {
  const records = await table('navn;sammendrag\nEn;"god"\nTo;"dår"lig;x\nTre;god\n\n"Fire\nog";god\n')
  assert.deepEqual(
    records.map(record => [record.at.row, isGood(record), record.document?.name?.nb]),
    [
      [2, true, 'En'],
      [3, false, undefined],
      [4, true, 'Tre'],
      [6, true, 'Fire\nog'],
    ],
  )
})

test('the table may be in the ways of older and other programs', async () => {
  const name = async (bytes: Uint8Array) =>
    (await readAll({ name: 'x.csv', bytes }, world)).records[0]?.document?.name?.nb
  const text = 'navn;sammendrag\nBlåbærtur;Å gå\n'
  assert.equal(await name(Buffer.from(text)), 'Blåbærtur')
  assert.equal(await name(Buffer.from(`\uFEFF${text}`)), 'Blåbærtur')
  assert.equal(await name(Buffer.from(text, 'latin1')), 'Blåbærtur')
  assert.equal(await name(Buffer.from(`\uFEFF${text}`, 'utf16le')), 'Blåbærtur')
  assert.equal(await name(Buffer.from(text.replaceAll(';', ','))), 'Blåbærtur')
  assert.equal(await name(Buffer.from(text.replaceAll(';', '\t'))), 'Blåbærtur')
  assert.equal(await name(Buffer.from(`sep=;\r\n${text.replaceAll('\n', '\r\n')}`)), 'Blåbærtur')
})

test('an address may stand in one cell or in three, and lies in the municipality that is covered', async () => {
  const [one, three] = await table(
    'navn;adresse;postnr;poststed;kommune\nEn;Rådhusgata 2, 2150 Årnes;;;3228\nTre;Rådhusgata 2;150;Oslo;Nes\n',
  )
  const rest = { approximate: false, protected: false }
  assert.deepEqual(one!.document!.places, [
    { street: 'Rådhusgata 2', postcode: '2150', city: 'Årnes', area: '3228', ...rest },
  ])
  assert.deepEqual(three!.document!.places, [
    { street: 'Rådhusgata 2', postcode: '0150', city: 'Oslo', area: '0301', ...rest },
  ])
})

test("another organisation's service cannot be imported, and a known one may give it", async () => {
  const [foreign, given] = await table(
    'navn;organisasjoner\nEn;nabo-kommune\nTo;Nabo kommune; rolle=leverer\n'.replace(
      'To;Nabo kommune; rolle=leverer',
      'To;"Nabo kommune; rolle=leverer"',
    ),
  )
  assert.deepEqual(faultsOf(foreign), [
    'Rad 2: «nabo-kommune» eier tilbudet. Du kan bare importere tilbud for prove-kommune.',
  ])
  assert.deepEqual(given!.document!.organizations, [
    { organization: 'prove-kommune', role: 'owner' },
    { organization: 'nabo-kommune', role: 'delivers' },
  ])
})

test('the same id twice is told at the second', async () => {
  const records = await table('id;navn\na;En\nb;To\na;Tre\n')
  assert.deepEqual(records.map(isGood), [true, true, false])
  assert.deepEqual(faultsOf(records[2]), [
    'Rad 4: Id-en «a» står også tidligere i filen. Hvert tilbud skal ha sin egen.',
  ])
})

test('files that cannot be read are refused in words', async () => {
  const said = async (bytes: Uint8Array) => (await readAll({ name: 'x', bytes }, world)).fileFaults
  assert.deepEqual(await said(Buffer.from('')), ['Filen er tom.'])
  assert.deepEqual(await said(Buffer.from('%PDF-1.7')), [
    'Vi kjenner ikke igjen denne typen fil. Bruk CSV, Excel (.xlsx), JSON eller en tabellpakke (.zip).',
  ])
  assert.deepEqual(await said(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1])), [
    'Filen er fra et gammelt Excel (.xls) eller er låst med passord. Lagre den som .xlsx uten passord.',
  ])
  assert.deepEqual(await said(Buffer.alloc(21 * 1024 * 1024, 97)), [
    'Filen er for stor. Den kan være på 20 MB. Del den i flere.',
  ])
  assert.deepEqual(await said(Buffer.from('[{"name": "a"},\n nei]')), [
    'Filen er ikke gyldig JSON ved «: "a"}, nei]».',
  ])
  assert.deepEqual(await said(Buffer.from('a;b\n1;2\n')), [
    'Ingen kolonne er valgt for navnet på tilbudet. Første rad skal ha overskriftene.',
  ])
  assert.deepEqual(await said(Buffer.from('navn;alder\n')), ['Vi fant ingen tilbud i filen.'])
  assert.deepEqual(await said(writeZip([{ name: 'a.csv', bytes: Buffer.from('x') }])), [
    'Pakken har ingen tabell over tilbud (services.csv).',
  ])
})

test('an archive that would become endless is stopped while it is unpacked', async () => {
  const huge = writeZip([{ name: 'services.csv', bytes: Buffer.alloc(70 * 1024 * 1024) }])
  assert.ok(huge.length < 1024 * 1024)
  const { fileFaults } = await readAll({ name: 'x.zip', bytes: huge }, world)
  assert.deepEqual(fileFaults, ['Filen blir for stor når den pakkes ut: mer enn 60 MB. Del den i flere.'])
})
