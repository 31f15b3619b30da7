import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadGeography, loadKnownPlaces } from '#modules/areas/index.ts'
import { testClock } from '#test/clock.ts'
import { testDatabase } from '#test/database.ts'
import { loadSearchKnowledge } from './knowledge.ts'
import { showSearch } from './search.tsx'
import { SearchQuery } from './search.schema.ts'

// Which pages of searches may be kept for the next who asks the same (docs/adr/0043). That they are is seen in manners.test.ts.

const db = await testDatabase('demo')
const knowledge = await loadSearchKnowledge(
  db.publicReader,
  await loadGeography(db.publicReader),
  await loadKnownPlaces(db.publicReader),
)

async function isKept(query: Record<string, string>, search = knowledge): Promise<boolean> {
  const result = await showSearch(
    {
      tx: db.publicReader,
      input: { params: {}, query: SearchQuery.parse(query), body: {} },
      language: 'nb',
      clock: testClock,
      baseUrl: 'http://127.0.0.1',
      isVisit: false,
      accept: '*/*',
      userAgent: '',
      cookie: () => null,
      publishedEpoch: null,
      actor: null,
    },
    { search, unmetNeeds: null },
  )
  return result.kind === 'page' && (result.head.keep ?? false)
}

test('a search in plain, known words that found something', async () => {
  for (const q of ['svømmekurs', 'helsestasjon', 'psykisk helse', 'hjelp til foreldre', 'fritidsklubb i Nes'])
    assert.ok(await isKept({ q, kommune: '3228' }), q)
  assert.ok(await isKept({ kommune: '3228' }), 'a place without words')
  assert.ok(await isKept({ kommune: '3228', alder: '13-15' }), 'a place and an age')
})

test('nothing that may tell of somebody, of danger, or that found nothing', async () => {
  const others: Record<string, string>[] = [
    { q: 'helsestasjon for Kari' },
    { q: 'Ahmed fritidsklubb' },
    { q: 'helsestasjon 41 22 33 44' },
    { q: 'helsestasjon kari@example.no' },
    { q: 'helsestasjon Storgata 5' },
    { q: 'fritidsklubb qwzxkj' },
    { q: 'jeg orker ikke mer' },
    { q: 'selvmord' },
    { q: 'blir slått hjemme' },
    { risiko: 'violence-or-abuse' },
    { q: 'min datter på fjorten år går ikke på skolen og jeg vet ikke hva jeg skal gjøre med helsestasjon' },
    { q: 'qwzxkjv' },
  ]
  for (const query of others) assert.ok(!(await isKept({ kommune: '3228', ...query })), JSON.stringify(query))
})

test('nothing while what has been published is not yet known, nor when it came to be known meanwhile', async () => {
  const query = { q: 'svømmekurs', kommune: '3228' }
  assert.ok(!(await isKept(query, { ...knowledge, isSettled: () => false })))
  let isRead = false
  const lexicon = () => {
    isRead = true
    return knowledge.lexicon()
  }
  assert.ok(!(await isKept(query, { ...knowledge, lexicon, isSettled: () => isRead })))
  knowledge.changed()
  assert.ok(!knowledge.isSettled())
  while (!knowledge.isSettled()) await new Promise(resolve => setImmediate(resolve))
  assert.ok(await isKept(query))
})
