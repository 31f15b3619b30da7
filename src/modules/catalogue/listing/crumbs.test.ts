import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadGeography } from '#modules/areas/index.ts'
import { testDatabase } from '#test/database.ts'
import { urls } from '../urls.ts'
import { crumbsAbove, crumbsTo } from './crumbs.ts'

const db = await testDatabase('reference')
const geography = await loadGeography(db.publicReader)

test('breadcrumbs lead down the geography, in the language of the page', () => {
  assert.deepEqual(crumbsTo('3228', geography, 'nb'), [
    { label: 'Norge', path: urls.country.href() },
    { label: 'Akershus', path: urls.county.href({ code: '32' }) },
    { label: 'Nes', path: urls.municipality.href({ code: '3228' }) },
  ])
  assert.deepEqual(crumbsTo('32', geography, 'en'), [
    { label: 'Norway', path: urls.country.href() },
    { label: 'Akershus', path: urls.county.href({ code: '32' }) },
  ])
  assert.deepEqual(crumbsTo(null, geography, 'nn'), [{ label: 'Noreg', path: urls.country.href() }])
  assert.deepEqual(crumbsTo('NO', geography, 'nb'), crumbsTo(null, geography, 'nb'))
})

test('an area’s own page has what it lies in, and not itself', () => {
  const labels = (code: string) =>
    crumbsAbove(geography.need(code), geography, 'nb').map(({ label }) => label)
  assert.deepEqual(labels('3228'), ['Norge', 'Akershus'])
  assert.deepEqual(labels('32'), ['Norge'])
  assert.deepEqual(labels('NO'), [])
})
