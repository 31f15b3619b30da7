import assert from 'node:assert/strict'
import { before as beforeAll, test } from 'node:test'
import { testApp } from '#test/app.ts'
import { makeTestOwner, publishService } from '#test/services.ts'

const app = await testApp({ template: 'reference' })
const ids: Record<string, string> = {}

beforeAll(async () => {
  await app.db.asOwner(async tx => {
    await makeTestOwner(tx)
    const make = async (key: string, given: Parameters<typeof publishService>[1]) => {
      ids[key] = await publishService(tx, { key, ...given })
    }
    await make('nes', { name: { nb: 'Klatring i Nes', nn: 'Klatring i Nes' }, coverage: ['3228'] })
    await make('akershus', {
      coverage: ['32'],
      room: 'ppt',
      audiences: ['young-people'],
      age: { from: 156, to: 240 },
    })
    await make('landet', { coverage: ['NO'], themes: ['helsestasjon'], target_groups: ['youth'] })
    await make('nabo', { coverage: ['3238'], themes: ['skolehelsetjeneste'] })
    await make('ansatte', {
      coverage: ['3228'],
      meant_for: 'services',
      hours: [{ days: ['mo'], opens: '09:00', closes: '15:00' }],
    })
  })
})

type ListPage = {
  total_items: number
  total_pages: number
  page_number: number
  size: number
  first_page: boolean
  last_page: boolean
  empty: boolean
  contents: { id: string; name: string }[]
}

async function ask(query: string, path = '/api/hsds/services') {
  const answer = await app.server.inject(`${path}?${query}`)
  assert.equal(answer.statusCode, 200, `${query}: ${answer.body.slice(0, 300)}`)
  return answer.json<ListPage>()
}

/** Keys of the services that a query gives. */
async function found(query: string, path?: string): Promise<string[]> {
  const { contents } = await ask(query, path)
  const keys = Object.entries(ids)
  return contents.map(({ id }) => keys.find(([, other]) => other === id)?.[0] ?? id).toSorted()
}

async function refused(query: string, path = '/api/hsds/services') {
  const answer = await app.server.inject(`${path}?${query}`)
  assert.equal(answer.statusCode, 400, query)
  assert.match(String(answer.headers['content-type']), /^application\/problem\+json/)
  return answer.json<{ detail: string; errors: { parameter: string; detail: string }[] }>()
}

test('a place has what covers it: its own, its county’s, the country’s', async () => {
  assert.deepEqual(await found('area=3228'), ['akershus', 'ansatte', 'landet', 'nes'])
  assert.deepEqual(await found('area=3238'), ['akershus', 'landet', 'nabo'])
  assert.deepEqual(await found('area=32'), ['akershus', 'landet'])
  assert.deepEqual(await found('area=5001'), ['landet'])
})

test('an old number is told what came after it; one that never was is told what a number is', async () => {
  const { errors } = await refused('area=3034')
  assert.deepEqual(errors, [{ parameter: 'area', detail: '3034 is an old code; now 3228 Nes' }])
  assert.match((await refused('area=9999')).detail, /^area: there is no area 9999/)
})

test('an age is a resident’s: those for employees are for no age', async () => {
  assert.deepEqual(await found('area=3228&age=14'), ['akershus', 'landet', 'nes'])
  assert.deepEqual(await found('area=3228&age=5'), ['landet', 'nes'])
  assert.deepEqual(await found('area=3228&age=19'), ['akershus', 'landet', 'nes'])
  assert.deepEqual(await found('area=3228&age=20'), ['landet', 'nes'])
})

test('room, level, target group and theme narrow, together even more', async () => {
  assert.deepEqual(await found('room=ppt'), ['akershus'])
  assert.deepEqual(await found('level=more'), ['akershus'])
  assert.deepEqual(await found('target_group=youth'), ['landet'])
  assert.deepEqual(await found('theme=skolehelsetjeneste'), ['nabo'])
  assert.deepEqual(await found('theme=helsestasjon'), ['landet', 'nabo'], 'the theme gathers both')
  assert.deepEqual(await found('theme=helsestasjon&area=3228'), ['landet'])
  assert.deepEqual(await found('room=ppt&level=all'), [])
})

test('a term of a taxonomy gives those that have it or one below it; its taxonomy gives all of them', async () => {
  const term = async (search: string, taxonomy: string) => {
    const { contents } = (
      await app.server.inject(`/api/hsds/taxonomy_terms?search=${search}&per_page=500`)
    ).json<{
      contents: { id: string; code: string; taxonomy: string; taxonomy_id: string; parent_id?: string }[]
    }>()
    const one = contents.find(({ code, taxonomy: other }) => code === search && other === taxonomy)
    assert.ok(one, search)
    return one
  }
  const los = await term('helsestasjon', 'Los')
  assert.deepEqual(await found(`taxonomy_term_id=${los.id}`), ['landet'])
  assert.deepEqual(await found(`taxonomy_id=${los.taxonomy_id}`), ['landet', 'nabo'])
  assert.ok(los.parent_id)
  assert.ok((await found(`taxonomy_term_id=${los.parent_id}`)).includes('landet'))
  assert.deepEqual(await found('taxonomy_term_id=00000000-0000-4000-8000-000000000000'), [])
  assert.deepEqual(await found('taxonomy_id=00000000-0000-4000-8000-000000000000'), [])
})

test('words are searched for; nonsense finds nothing', async () => {
  assert.deepEqual(await found('search=klatring'), ['nes'])
  assert.deepEqual(await found('search=klatring&area=3238'), [])
  assert.deepEqual(await found('search=qqxxzz'), [])
  assert.equal((await ask('search=qqxxzz')).empty, true)
})

test('what was changed since a moment', async () => {
  assert.equal((await found('modified_after=2999-01-01T00:00:00Z')).length, 0)
  assert.equal((await found('modified_after=2020-01-01')).length, 5)
  assert.equal(
    (await found('modified_after=2020-01-01T00:00:00+01:00')).length,
    5,
    'a plus that came as a space',
  )
})

test('HSDS-UK has ages, days and times of its own', async () => {
  assert.deepEqual(await found('minimum_age=13', '/api/oruk/services'), ['akershus'])
  assert.deepEqual(await found('minimum_age=14', '/api/oruk/services'), [])
  assert.deepEqual(await found('maximum_age=19', '/api/oruk/services'), ['akershus'])
  assert.deepEqual(await found('day=MO', '/api/oruk/services'), ['ansatte'])
  assert.deepEqual(await found('day=TU', '/api/oruk/services'), [])
  assert.deepEqual(await found('start_time=09:00&end_time=15:00', '/api/oruk/services'), ['ansatte'])
  assert.deepEqual(await found('start_time=09:30', '/api/oruk/services'), [])
})

test('pages follow each other without a gap, in the order of the ids, and say where they are', async () => {
  const all = (await ask('per_page=500')).contents.map(({ id }) => id)
  assert.deepEqual(all, all.toSorted())
  // The second time each page begins where the one before ended, instead of counting up to it.
  for (const turn of [1, 2]) {
    const read: string[] = []
    for (let page = 1; page <= 3; page++) {
      const list = await ask(`per_page=2&page=${page}`)
      read.push(...list.contents.map(({ id }) => id))
      const { contents: _, ...figures } = list
      assert.deepEqual(figures, {
        total_items: 5,
        total_pages: 3,
        page_number: page,
        size: page === 3 ? 1 : 2,
        first_page: page === 1,
        last_page: page === 3,
        empty: false,
      })
    }
    assert.deepEqual(read, all, `turn ${turn}`)
  }
  assert.equal((await ask('page=4&per_page=2')).empty, true)
  assert.equal((await ask('page=1000000&per_page=500')).empty, true)
})

test('a page links to the ones beside it, with what was asked for', async () => {
  const answer = await app.server.inject('/api/hsds/services?area=3228&per_page=1&page=2')
  const base = `${app.baseUrl}/api/hsds/services?area=3228&per_page=1`
  assert.equal(
    answer.headers['link'],
    [`<${base}&page=1>; rel="first"`, `<${base}&page=1>; rel="prev"`, `<${base}&page=3>; rel="next"`].join(
      ', ',
    ),
  )
})

test('a new service is on the pages at once, though counts and pages are kept', async () => {
  const before = await ask('per_page=1')
  const id = await app.db.asOwner(tx => publishService(tx, { key: 'ny' }))
  // The notice comes by itself; until then the count is that of before. Answers that are kept would leave it no room.
  while ((await ask('per_page=1')).total_items === before.total_items) await new Promise(setImmediate)
  assert.equal((await ask('per_page=1')).total_items, before.total_items + 1)
  assert.ok((await ask('per_page=500')).contents.some(service => service.id === id))
  ids['ny'] = id
})

test('each parameter that does not fit is named, with what is allowed', async () => {
  const { errors } = await refused('page=0&per_page=abc&level=tull&full=kanskje&organization_id=7&format=xml')
  assert.deepEqual(
    errors.map(({ parameter, detail }) => `${parameter} ${detail}`),
    [
      'organization_id must be an id, such as 0190a1b2-0000-7000-8000-000000000001',
      'level must be one of: all, more, help',
      'page must be 1 or more',
      'per_page must be a whole number',
      'format must be json (pages) or ndjson (all of it, a line each)',
      'full must be true or false',
    ],
  )
  assert.match((await refused('per_page=501')).detail, /must be 500 or less.*ndjson/)
  assert.match((await refused('per_page=101&full=true')).detail, /must be 100 or less with full=true/)
  assert.equal((await ask('per_page=10000&minimal=true')).total_items, 6)
  assert.match((await refused('page=1&page=2')).detail, /^page: must be a whole number/)
})

test('minimal gives ids and times', async () => {
  const { contents } = await ask('minimal=true')
  for (const item of contents) assert.deepEqual(Object.keys(item), ['id', 'last_modified'])
})

test('a query may be sent as JSON or as a form, from anywhere, and changes nothing', async () => {
  const bodies: [type: string | null, payload: string][] = [
    ['application/json', JSON.stringify({ area: '3228', age: 14, per_page: 2, full: false })],
    ['application/x-www-form-urlencoded', 'area=3228&age=14&per_page=2'],
  ]
  const expected = await ask('area=3228&age=14&per_page=2')
  for (const [type, payload] of bodies) {
    const answer = await app.server.inject({
      method: 'POST',
      url: '/api/hsds/services',
      headers: { origin: 'https://example.org', ...(type && { 'content-type': type }) },
      payload,
    })
    assert.equal(answer.statusCode, 200, answer.body.slice(0, 200))
    assert.deepEqual(answer.json(), expected)
  }
  const plain = await app.server.inject({ method: 'POST', url: '/api/hsds/services?per_page=2' })
  assert.equal(plain.json<ListPage>().size, 2)
  for (const payload of ['{', '[]', '7', 'null']) {
    const answer = await app.server.inject({
      method: 'POST',
      url: '/api/hsds/services',
      headers: { 'content-type': 'application/json' },
      payload,
    })
    assert.equal(answer.statusCode, 400, payload)
    assert.match(String(answer.headers['content-type']), /^application\/problem\+json/)
  }
})

test('pages of other sites may ask, and are told so beforehand; also what is refused can be read', async () => {
  for (const url of [
    '/api/hsds/services',
    '/api/hsds/services?page=0',
    '/api/hsds/services/nope',
    '/apne-data/tilbud.csv',
  ]) {
    const answer = await app.server.inject({ url, headers: { origin: 'https://example.org' } })
    assert.equal(answer.headers['access-control-allow-origin'], '*', url)
    assert.equal(answer.headers['set-cookie'], undefined, url)
  }
  const asked = await app.server.inject({
    method: 'OPTIONS',
    url: '/api/hsds/services',
    headers: { origin: 'https://example.org', 'access-control-request-method': 'POST' },
  })
  assert.equal(asked.statusCode, 204)
  assert.equal(asked.headers['access-control-allow-methods'], 'GET, POST, OPTIONS')
  const pageOfOurs = await app.server.inject({ url: '/', headers: { origin: 'https://example.org' } })
  assert.equal(pageOfOurs.headers['access-control-allow-origin'], undefined, 'our pages are no API')
})

test('an answer has a tag, and is not sent again to those who have it; what was searched for is kept nowhere', async () => {
  for (const url of [
    '/api/hsds/services?per_page=2',
    `/api/hsds/services/${ids['nes']}`,
    '/api/openapi.json',
  ]) {
    const first = await app.server.inject(url)
    assert.match(String(first.headers['cache-control']), /max-age=60/)
    const again = await app.server.inject({
      url,
      headers: { 'if-none-match': String(first.headers['etag']) },
    })
    assert.equal(again.statusCode, 304, url)
    assert.equal(again.body, '')
    assert.equal(again.headers['access-control-allow-origin'], '*')
  }
  const searched = await app.server.inject('/api/hsds/services?search=klatring')
  assert.equal(searched.headers['cache-control'], 'private, no-store')
})

test('one that there is not is told so, as a problem', async () => {
  for (const path of ['services', 'organizations', 'service_at_locations', 'taxonomies', 'taxonomy_terms']) {
    for (const id of ['00000000-0000-4000-8000-000000000000', 'not-a-uuid']) {
      const answer = await app.server.inject(`/api/hsds/${path}/${id}`)
      assert.equal(answer.statusCode, 404, path)
      assert.match(String(answer.headers['content-type']), /^application\/problem\+json/)
      assert.equal(answer.json<{ status: number }>().status, 404)
    }
  }
})

test('an organisation has its services, by name or whole', async () => {
  const { contents } = await ask('per_page=1', '/api/hsds/organizations')
  const id = contents[0]!.id
  const read = async (query: string) =>
    (await app.server.inject(`/api/hsds/organizations/${id}${query}`)).json<{
      services: { id: string; attributes?: unknown }[]
    }>()
  const named = await read('')
  assert.equal(named.services.length, 6)
  assert.ok(named.services.every(service => service.attributes === undefined))
  const whole = await read('?full_service=true')
  assert.ok(whole.services.every(service => Array.isArray(service.attributes)))
  assert.deepEqual(await found(`organization_id=${id}&room=ppt`), ['akershus'])
})
