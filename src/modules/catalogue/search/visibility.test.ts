import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import * as fc from 'fast-check'
import { covers, loadGeography, loadKnownPlaces } from '#modules/areas/index.ts'
import { testApp } from '#test/app.ts'
import { getPage } from '#test/client.ts'
import { makeTestOwner, serviceDocument } from '#test/services.ts'
import { publish } from '../publication/publication.store.ts'
import { SearchQuery } from './search.schema.ts'
import { findServices } from './find-services.ts'
import { loadSearchKnowledge } from './knowledge.ts'

const app = await testApp({ template: 'reference' })
const geography = await loadGeography(app.db.publicReader)
const knowledge = await loadSearchKnowledge(
  app.db.publicReader,
  geography,
  await loadKnownPlaces(app.db.publicReader),
)
const municipalities = geography.municipalities().map(area => area.code)

/** Areas of every kind, so that each is chosen about as often as the others; some close to each other. */
const near = ['3228', '3238', '3205', '0301', '030112', '030111', '030101', '1103', '4601', '5501']
const wide = [
  'NO',
  '32',
  '03',
  '11',
  '46',
  '56',
  'rhf-sor-ost',
  'rhf-nord',
  'sf-ostviken-oslo-ak',
  'hf-ahus',
  'pd-ost',
]
const anyArea = fc.oneof(
  fc.constantFrom(...near),
  fc.constantFrom(...wide),
  fc.constantFrom(...municipalities),
)

const seed = Math.floor(Math.random() * 2 ** 31)
const coverages = fc.sample(
  fc.uniqueArray(
    anyArea.filter(code => geography.get(code) !== undefined),
    { minLength: 1, maxLength: 4 },
  ),
  { seed, numRuns: 70 },
)

const coverageOf = await app.db.asOwner(async tx => {
  await makeTestOwner(tx)
  const made = new Map<string, string[]>()
  for (const [index, coverage] of coverages.entries()) {
    const name = `Tilbud nummer ${index}`
    const document = serviceDocument({ key: `tilfeldig-${index}`, name: { nb: name, nn: name }, coverage })
    made.set((await publish(tx, document, { by: 'prøven' })).id, coverage)
  }
  return made
})

/** Ids of the services that cover a place, by the rule as the program knows it, with how much of it they cover. */
const expectedIn = (place: string) =>
  [...coverageOf].flatMap(([id, coverage]) => {
    const cover = covers(geography, coverage, place)
    return cover ? [{ id, whole: cover === 'whole' }] : []
  })

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

test('a service is found in a municipality exactly when its coverage includes it, wholly or in part', async () => {
  for (const kommune of municipalities) {
    const found = await allHits({ kommune })
    const expected = expectedIn(kommune).sort(byId)
    const told = `seed ${seed}: ${kommune} finds ${found.length}, and ${expected.length} cover it`
    assert.ok(JSON.stringify(found) === JSON.stringify(expected), told)
  }
})

test('a search in a county finds what covers all of it; one without a place finds all', async () => {
  for (const county of geography.counties()) {
    const found = await allHits({ dekker: county.code })
    assert.deepEqual(
      found.map(hit => hit.id),
      expectedIn(county.code)
        .sort(byId)
        .map(hit => hit.id),
      `seed ${seed}: ${county.code}`,
    )
  }
  assert.equal(
    (await allHits({ dekker: 'NO' })).length,
    coverages.filter(coverage => coverage.includes('NO')).length,
  )
  assert.equal((await allHits({})).length, coverages.length)
})

test('the pages of a municipality show the same: its number of services, and each of them in the list', async () => {
  for (const kommune of ['3228', '0301', '5501', municipalities[seed % municipalities.length]!]) {
    const expected = expectedIn(kommune)
    const overview = await getPage(app, `/kommune/${kommune}`, { lint: false })
    const total =
      /Se alle (\d+) tilbud/.exec(overview.html)?.[1] ??
      /<p class="lead">[^<]*?(\d+) tilbud/.exec(overview.html)?.[1]
    assert.equal(Number(total), expected.length, `seed ${seed}: /kommune/${kommune}`)
    const listed = new Set<string>()
    for (let side = 1; side <= Math.ceil(expected.length / 20); side++) {
      const page = await getPage(app, `/tilbud?kommune=${kommune}&sorter=navn&side=${side}`, { lint: false })
      for (const [, id] of page.html.matchAll(/class="hit-name"><a href="\/tilbud\/([0-9a-f-]{36})\//g))
        listed.add(id!)
    }
    assert.deepEqual(
      [...listed].toSorted(),
      expected.map(({ id }) => id).toSorted(),
      `seed ${seed}: /tilbud?kommune=${kommune}`,
    )
  }
})

test('a service of one district is shown in its municipality as being there only', async () => {
  const name = { nb: 'Åpen møteplass', nn: 'Open møteplass' }
  const { id } = await app.db.asOwner(tx =>
    publish(tx, serviceDocument({ key: 'bydel', name, coverage: ['030112'] }), { by: 'prøven' }),
  )
  const search = async () => (await getPage(app, '/tilbud?kommune=0301&q=møteplass')).html
  let inOslo = await search()
  // Until the program has heard of it; it gets a turn to hear.
  while (!inOslo.includes(id)) {
    await setImmediate()
    inOslo = await search()
  }
  assert.match(hitWith(inOslo, id), /Bare i bydel Alna/)
  assert.match(
    hitWith((await getPage(app, '/nn/tilbud?kommune=0301&q=møteplass')).html, id),
    /Berre i bydel Alna/,
  )
  assert.doesNotMatch(
    (await getPage(app, '/tilbud?kommune=3228&q=møteplass')).html,
    new RegExp(`/tilbud/${id}/[^"]*\\?kommune=3228`),
  )
})

/** The part of a list that is about one service. */
function hitWith(html: string, id: string): string {
  return html.split('class="hit"').find(part => part.includes(id)) ?? assert.fail(`the list has no ${id}`)
}

/** All hits of a search, over all its pages, by id. */
async function allHits(given: Partial<SearchQuery>): Promise<{ id: string; whole: boolean }[]> {
  const found: { id: string; whole: boolean }[] = []
  for (let side = 1; ; side++) {
    const { hits, total } = await findServices(
      app.db.publicReader,
      SearchQuery.parse({ ...given, sorter: 'navn', side }),
      knowledge,
      '2026-11-22',
    )
    found.push(...hits.map(({ card, whole }) => ({ id: card.id, whole })))
    if (hits.length === 0 || found.length >= total) {
      assert.equal(found.length, total)
      return found.sort(byId)
    }
  }
}
