import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import type { Place } from './place.schema.ts'
import { resolvePlace, searchPlaces } from './place.ts'

const { publicReader } = await testDatabase('reference')

/** What a text is resolved to, as `one town 3228 Årnes`. */
async function resolved(text: string): Promise<string> {
  const found = await resolvePlace(publicReader, text)
  const places = found.kind === 'one' ? [found.place] : found.kind === 'several' ? found.places : found.near
  return [found.kind, ...places.map(told)].join(' | ')
}

function told(place: Place): string {
  return `${place.kind} ${place.municipality?.code ?? place.countyCode ?? '-'} ${place.label}`
}

async function searched(text: string): Promise<string[]> {
  return (await searchPlaces(publicReader, text, 6)).map(told)
}

test('a town is found however it is typed', async () => {
  for (const text of [
    'arnes',
    'Aarnes',
    'ÅRNES',
    ' årnes ',
    'Årnes, Nes',
    'Årnes i Nes',
    'Årnes (Akershus)',
  ]) {
    assert.equal(await resolved(text), 'one | town 3228 Årnes', text)
  }
  assert.equal(await resolved('mo i rana'), 'one | town 1833 Mo i Rana')
})

test('a town that two municipalities share is asked about', async () => {
  assert.equal(await resolved('Bryne'), 'several | town 1121 Bryne | town 1120 Bryne')
})

test('a town of the postcode register goes before an admin centre of the same name', async () => {
  assert.equal(await resolved('Årnes, Åfjord'), 'one | town 5058 Årnes')
})

test('a municipality is found in every official language', async () => {
  assert.equal(await resolved('Kautokeino'), 'one | municipality 5612 Kautokeino')
  assert.equal(await resolved('guovdageaidnu'), 'one | municipality 5612 Guovdageaidnu')
  assert.equal(await resolved('Porsanki'), 'one | municipality 5622 Porsanki')
  assert.equal(
    await resolved('Guovdageaidnu - Kautokeino'),
    'one | municipality 5612 Guovdageaidnu - Kautokeino',
  )
})

test('the authority may be named with it', async () => {
  assert.equal(await resolved('Nes kommune'), 'one | municipality 3228 Nes')
  assert.equal(await resolved('voss herad'), 'one | municipality 4621 Voss')
  assert.equal(await resolved('Oslo kommune'), 'one | municipality 0301 Oslo')
  assert.equal(await resolved('Oslo fylke'), 'one | county 03 Oslo')
})

test('the name of a municipality goes before other places that have it', async () => {
  assert.equal(await resolved('oslo'), 'one | municipality 0301 Oslo')
  assert.equal(await resolved('nes'), 'one | municipality 3228 Nes')
  assert.equal(await resolved('Sande'), 'one | municipality 1514 Sande')
  assert.equal((await searched('nes'))[0], 'municipality 3228 Nes')
})

test('two municipalities of one name are asked about, unless it is told apart', async () => {
  assert.equal(await resolved('Herøy'), 'several | municipality 1515 Herøy | municipality 1818 Herøy')
  assert.match(await resolved('Våler'), /^several \| municipality 3114 Våler \| municipality 3419 Våler$/)
  for (const text of ['Herøy (Nordland)', 'herøy i nordland', 'Herøy, Nordland', 'heroy nordland']) {
    assert.match(await resolved(text), /^one \| municipality 1818 /, text)
  }
})

test('a postcode is found with or without its town', async () => {
  assert.equal(await resolved('2150'), 'one | postcode 3228 2150 Årnes')
  assert.equal(await resolved('2150 Årnes'), 'one | postcode 3228 2150 Årnes')
  assert.equal(await resolved('N-2150 ÅRNES'), 'one | postcode 3228 2150 Årnes')
  assert.equal(await resolved('2150 Oslo'), 'several | postcode 3228 2150 Årnes | municipality 0301 Oslo')
  assert.match(await resolved('2149'), /^none \| postcode 3228 2150 Årnes/)
})

test('a number that is a municipality and a postcode elsewhere is asked about', async () => {
  assert.equal(await resolved('3228'), 'several | municipality 3228 Nes | postcode 3907 3228 Sandefjord')
  assert.equal(await resolved('3228 Nes'), 'one | municipality 3228 Nes')
  assert.equal(await resolved('3228 Sandefjord'), 'one | postcode 3907 3228 Sandefjord')
  assert.equal(await resolved('0301'), 'one | municipality 0301 Oslo')
})

test('Svalbard and Jan Mayen have no municipality', async () => {
  assert.equal(await resolved('Longyearbyen'), 'one | town - Longyearbyen')
  assert.equal(await resolved('9170 Longyearbyen'), 'one | postcode - 9170 Longyearbyen')
  assert.equal(await resolved('svalbard'), 'one | town - Svalbard')
})

test('a former municipality or county leads to what it became', async () => {
  assert.equal(await resolved('Skedsmo'), 'one | former 3205 Skedsmo')
  assert.equal(await resolved('Tysfjord'), 'several | former 1806 Tysfjord | former 1875 Tysfjord')
  assert.equal(await resolved('Nes (Buskerud)'), 'one | former 3322 Nes (Buskerud)')
  assert.equal(await resolved('Hordaland'), 'one | county 46 Hordaland')
  assert.equal(await resolved('Viken'), 'several | county 31 Viken | county 32 Viken | county 33 Viken')
})

test('a county is found by its name', async () => {
  const found = await resolvePlace(publicReader, 'finnmárku')
  assert.deepEqual(found, {
    kind: 'one',
    place: {
      kind: 'county',
      label: 'Finnmárku',
      municipality: null,
      countyCode: '56',
      countyName: 'Finnmark',
    },
  })
})

test('what is misspelled or half written is not resolved, but the near is told', async () => {
  assert.equal(await resolved('nannestd'), 'none | municipality 3238 Nannestad')
  assert.match(await resolved('lillestr'), /^none \| municipality 3205 Lillestrøm/)
  assert.equal(await resolved('xqzw'), 'none')
})

test('no text, signs and hostile text find nothing and harm nothing', async () => {
  for (const text of [
    '',
    '   ',
    '%',
    '_',
    "'; drop table areas.area; --",
    '\\',
    '( ) ,',
    'i',
    '💚',
    '0'.repeat(500),
  ]) {
    assert.match(await resolved(text), /^none/, text)
  }
  await resolved('a '.repeat(2000))
})

test('suggestions begin with what begins as it is typed', async () => {
  assert.deepEqual((await searched('lille')).slice(0, 3), [
    'municipality 3205 Lillestrøm',
    'municipality 3405 Lillehammer',
    'municipality 4215 Lillesand',
  ])
  assert.equal((await searched('år'))[0], 'municipality 4643 Årdal')
  assert.equal((await searched('2150 å'))[0], 'postcode 3228 2150 Årnes')
  assert.ok((await searched('215')).includes('postcode 3228 2150 Årnes'))
  assert.deepEqual(await searched(''), [])
})

test('a place is suggested once, though several of its names fit', async () => {
  const suggestions = await searched('kar')
  assert.equal(suggestions.filter(suggestion => suggestion.includes('5610')).length, 1)
})

test('resolving takes some milliseconds', async () => {
  const texts = ['nes', '2150 Årnes', 'nannestd', 'Herøy', 'herøy i nordland']
  const times: number[] = []
  for (let round = 0; round < 40; round++) {
    const start = performance.now()
    await resolvePlace(publicReader, texts[round % texts.length]!)
    times.push(performance.now() - start)
  }
  const median = times.sort((a, b) => a - b)[times.length / 2]!
  // 0.3 to 2.5 ms alone on two cores; here other tests run beside it.
  assert.ok(median < 15, `median ${median.toFixed(1)} ms`)
})
