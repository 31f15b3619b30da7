import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import { findPopulation } from './area.store.ts'

const { publicReader } = await testDatabase('reference')

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
