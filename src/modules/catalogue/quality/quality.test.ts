import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import { serviceDocument } from '#test/services.ts'
import { checksOf, isComplete } from './quality.ts'
import { listLookalikes, listPostcodes } from './quality.store.ts'
import { hardestParts, lixOf } from './readability.ts'

const db = await testDatabase('demo')
const postcodes = await listPostcodes(db.publicReader, ['2150', '9999'])

const { key: _key, organizations: _owner, confirmed: _day, ...whole } = serviceDocument()
const checks = (fields: Record<string, unknown>) => checksOf(fields, postcodes, [])
const controls = (fields: Record<string, unknown>, weight: 'must' | 'should') =>
  checks(fields)
    .filter(check => check.weight === weight)
    .map(check => check.control)

describe('what is missing', () => {
  test('is told by its step and field', () => {
    assert.deepEqual(controls({}, 'must'), [
      'navn-nb',
      'setning-nb',
      'hvem',
      'rom',
      'dekker',
      'tilgang',
      'navn-nn',
      'setning-nn',
    ])
    assert.ok(isComplete(checks(whole)))
  })

  test('of a text that is there in bokmål is the nynorsk, and what is written is not called wrong', () => {
    const name = { nb: 'Turgruppe' }
    assert.deepEqual(controls({ ...whole, name }, 'must'), ['navn-nn'])
  })

  test('is each field that publishing needs, and no other', () => {
    for (const field of ['name', 'summary', 'coverage', 'room', 'audiences', 'access'])
      assert.ok(!isComplete(checks({ ...whole, [field]: undefined })), field)
    for (const field of ['description', 'phones', 'cost', 'themes', 'languages'])
      assert.ok(isComplete(checks({ ...whole, [field]: undefined })), field)
  })

  test('is also a code that is not there any more, or what the schema refuses', () => {
    assert.deepEqual(controls({ ...whole, room: 'finnes-ikke' }, 'must'), ['rom'])
    assert.deepEqual(controls({ ...whole, phones: [{ number: 'nei' }] }, 'must'), ['telefon'])
  })
})

test('advice: numbers, postcodes, links, contact, age', () => {
  assert.ok(controls({ ...whole, phones: [{ number: '123456' }] }, 'should').includes('telefon'))
  for (const number of ['63911000', '+4763911000', '116117', '112', '02800', '+4687654321'])
    assert.ok(
      !controls({ ...whole, phones: [{ number, kind: 'voice' }] }, 'should').includes('telefon'),
      number,
    )
  const place = (postcode: string, city: string) =>
    controls({ ...whole, places: [{ postcode, city, area: '3228' }] }, 'should').includes('sted')
  assert.deepEqual(
    [place('2150', 'Årnes'), place('2150', 'Hamar'), place('9999', 'Ingensteds')],
    [false, true, true],
  )
  assert.ok(
    controls({ ...whole, links: [{ kind: 'website', url: 'http://example.org/' }] }, 'should').includes(
      'lenke',
    ),
  )
  assert.ok(controls({ ...whole, audiences: ['children'] }, 'should').includes('alder'))
})

test('how hard a text is to read is told with the sentence to begin with', () => {
  const easy =
    'Vi møtes hver uke. Du kan bare komme. Vi lager mat og prater. Det er gratis. Ta gjerne med en venn eller to.'
  const hard =
    'Kommunens tverrfaglige forebyggingstjeneste tilbyr lavterskel veiledningssamtaler vedrørende foreldrekompetanse, samspillsproblematikk og utviklingsutfordringer i henhold til gjeldende helselovgivning og kommunale prioriteringer og samarbeidsavtaler med spesialisthelsetjenesten.'
  assert.ok(lixOf(easy)! < 30, String(lixOf(easy)))
  assert.ok(lixOf(hard)! > 60, String(lixOf(hard)))
  assert.equal(lixOf('For kort til å si noe.'), null)
  assert.ok(controls({ ...whole, description: { nb: hard } }, 'should').includes('om-nb'))
  assert.ok(!controls({ ...whole, description: { nb: easy } }, 'should').includes('om-nb'))
  assert.deepEqual(hardestParts(hard).words[0], 'spesialisthelsetjenesten')
})

describe('what is likely there already', () => {
  const ask = (name: string, coverage: string[]) =>
    listLookalikes(db.publicReader, {
      id: '0190a1b2-0000-7000-8000-000000000001',
      name,
      summary: '',
      coverage,
    })

  test('is found by a name much alike, in an area that overlaps', async () => {
    const found = await db.asOwner(tx =>
      listLookalikes(tx, {
        id: '0190a1b2-0000-7000-8000-000000000001',
        name: 'Foreldre og fødselsforberedende kurs',
        summary: '',
        coverage: ['3228'],
      }),
    )
    assert.deepEqual(
      found.map(one => one.name),
      ['Foreldre- og fødselsforberedende kurs'],
    )
  })

  test('and not elsewhere, nor by another name', async () => {
    const elsewhere = await db.asOwner(tx =>
      listLookalikes(tx, {
        id: '0190a1b2-0000-7000-8000-000000000001',
        name: 'Foreldre og fødselsforberedende kurs',
        summary: '',
        coverage: ['4601'],
      }),
    )
    assert.deepEqual(elsewhere, [])
    assert.deepEqual(await ask('Ab', ['3228']), [])
  })
})
