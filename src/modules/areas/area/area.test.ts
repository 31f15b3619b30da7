import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import type { Area } from './area.schema.ts'
import {
  findArea,
  findPopulation,
  findSuccessors,
  listAllMunicipalityCodes,
  listAncestors,
  listCounties,
  listDistricts,
  listMunicipalities,
  listNeighbours,
} from './area.store.ts'

const { publicReader } = await testDatabase('reference')
const names = (areas: Area[]): string[] => areas.map(area => area.distinctName)

test('an area is found by its code, whatever its kind', async () => {
  assert.equal((await findArea(publicReader, 'NO'))?.name, 'Norge')
  assert.equal((await findArea(publicReader, 'hf-ahus'))?.regionKind, 'hospital')
  assert.equal((await findArea(publicReader, '030112'))?.distinctName, 'Alna (Oslo)')
  assert.equal(await findArea(publicReader, '9999'), null)
  const karasjok = await findArea(publicReader, '5610')
  assert.equal(karasjok?.name, 'Karasjok')
  assert.equal(karasjok?.officialName, 'Kárášjohka - Karasjok')
  assert.equal(karasjok?.languageForm, 'bokmål')
})

test('counties and municipalities are listed by name, in Norwegian order', async () => {
  const counties = await listCounties(publicReader)
  assert.equal(counties.length, 15)
  assert.deepEqual(names(counties).slice(-2), ['Vestland', 'Østfold'])
  const rogaland = await listMunicipalities(publicReader, '11')
  assert.equal(rogaland.length, 23)
  assert.equal((await listMunicipalities(publicReader, null)).length, 357)
  assert.deepEqual(await listMunicipalities(publicReader, '99'), [])
})

test('what a place lies in comes nearest first, without regions', async () => {
  assert.deepEqual(names(await listAncestors(publicReader, '3228')), ['Akershus', 'Norge'])
  assert.deepEqual(names(await listAncestors(publicReader, '030112')), ['Oslo', 'Oslo', 'Norge'])
  assert.deepEqual(await listAncestors(publicReader, 'NO'), [])
})

test('districts are those of the municipality; most have none', async () => {
  assert.equal((await listDistricts(publicReader, '0301')).length, 17)
  assert.deepEqual(await listDistricts(publicReader, '3228'), [])
})

test('neighbours share a border on land', async () => {
  const neighbours = names(await listNeighbours(publicReader, '3228'))
  assert.ok(neighbours.includes('Eidsvoll') && neighbours.includes('Ullensaker'))
  assert.deepEqual(await listNeighbours(publicReader, '1151'), [])
})

test('inhabitants come in bands of age, for every kind of area', async () => {
  const nes = await findPopulation(publicReader, '3228')
  assert.equal(nes?.year, 2026)
  assert.equal(nes.age13To19, nes.age13To15 + nes.age16To19)
  const district = await findPopulation(publicReader, '030112')
  assert.equal(district?.total, 50_786)
  const [county, region, country] = await Promise.all(
    ['32', 'rhf-sor-ost', 'NO'].map(code => findPopulation(publicReader, code)),
  )
  assert.ok(county!.total < region!.total && region!.total < country!.total)
  assert.equal(await findPopulation(publicReader, '9999'), null)
})

test('an old code leads to what came after it', async () => {
  assert.deepEqual(names(await findSuccessors(publicReader, '0236')), ['Nes'])
  assert.deepEqual(names(await findSuccessors(publicReader, '1613')), ['Heim', 'Hitra', 'Orkland'])
  assert.deepEqual(names(await findSuccessors(publicReader, '30')), ['Akershus', 'Buskerud', 'Østfold'])
  assert.deepEqual(await findSuccessors(publicReader, '3228'), [])
})

test('all municipality codes come in order', async () => {
  const codes = await listAllMunicipalityCodes(publicReader)
  assert.equal(codes.length, 357)
  assert.equal(codes[0], '0301')
  assert.deepEqual(codes, codes.toSorted())
})
