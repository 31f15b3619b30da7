import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import { loadGeography, type GeoArea } from './geography.ts'

const { publicReader } = await testDatabase('reference')
const norway = await loadGeography(publicReader)
const names = (areas: readonly GeoArea[]): string[] => areas.map(area => area.distinctName)

test('an area knows the county, the municipality and the country it lies in', () => {
  assert.equal(norway.countyOf('3228')?.name, 'Akershus')
  assert.equal(norway.countyOf('32')?.code, '32')
  assert.equal(norway.countyOf('NO'), undefined)
  assert.equal(norway.municipalityOf('030112')?.code, '0301')
  assert.deepEqual(
    norway.ancestorsOf('030112').map(area => area.code),
    ['0301', '03', 'NO'],
  )
  assert.equal(norway.country().code, 'NO')
})

test('counties, municipalities and neighbours come by name', () => {
  assert.equal(norway.counties().length, 15)
  assert.equal(names(norway.counties()).at(-1), 'Østfold')
  assert.equal(norway.municipalitiesOf('56').length, 18)
  assert.deepEqual(norway.municipalitiesOf('3228'), [])
  assert.ok(names(norway.neighboursOf('3228')).includes('Ullensaker'))
  assert.equal(norway.districtsOf('0301').length, 17)
})

test('old codes lead to their successors', () => {
  assert.deepEqual(names(norway.successorsOf('0236')), ['Nes'])
  assert.deepEqual(names(norway.successorsOf('1613')), ['Heim', 'Hitra', 'Orkland'])
  assert.deepEqual(norway.successorsOf('3228'), [])
})

test('regions are found by their kind', () => {
  const { health, governor, hospital, police } = norway.regionKindsOf('3228')
  assert.equal(health?.code, 'rhf-sor-ost')
  assert.equal(governor?.code, 'sf-ostviken-oslo-ak')
  assert.equal(hospital?.code, 'hf-ahus')
  assert.equal(police?.code, 'pd-ost')
  assert.equal(norway.regionKindsOf('5501').hospital, undefined)
})

test('a place is covered by itself, what lies above it, and in part by its districts', () => {
  const oslo = norway.coveringCodes('0301')
  assert.equal(oslo.get('0301'), 'whole')
  assert.equal(oslo.get('rhf-sor-ost'), 'whole')
  assert.equal(oslo.get('NO'), 'whole')
  assert.equal(oslo.get('030112'), 'part')
  assert.equal(norway.coveringCodes('9999').size, 0)
})

test('a name comes in the language of the page where the place has one', () => {
  const karasjok = norway.need('5610')
  assert.equal(norway.localName(karasjok, 'se'), 'Kárášjohka')
  assert.equal(norway.localName(karasjok, 'nn'), 'Karasjok')
  assert.equal(norway.localName(norway.need('3228'), 'se'), 'Nes')
  assert.equal(norway.localName(norway.country(), 'nn'), 'Noreg')
  assert.equal(norway.localName(norway.need('pd-ost'), 'en'), 'East Police District')
})

test('an unknown code is missing, and a fault where it must be known', () => {
  assert.equal(norway.get('9999'), undefined)
  assert.throws(() => norway.need('9999'), /9999/)
})
