import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rooms } from '#modules/catalogue/index.ts'
import { testApp } from '#test/app.ts'
import { getPage } from '#test/client.ts'
import { makeOrganization, publishService } from '#test/services.ts'
import { layOut } from './pyramid/layout.ts'

const app = await testApp()

const ask = (url: string) => app.server.inject({ method: 'GET', url })

/** The file of a place, by room. */
async function tableOf(code: string): Promise<Map<string, string[]>> {
  const answer = await ask(`/pyramide/${code}/csv`)
  assert.equal(answer.statusCode, 200)
  const [, ...lines] = answer.body.split('\r\n').filter(line => line !== '')
  return new Map(lines.map(line => line.split(';')).map(cells => [cells[3]!, cells]))
}

const SERVICES = 6
const STATE = 11

test('the pyramid says of each room what one finds by looking at every service that covers the place', async () => {
  const { rows: services } = await app.db.publicReader.query({
    text: `select s.room_code as room, array_agg(distinct a.area_code) as areas,
        array_agg(distinct o.level) filter (where p.role in ('owner', 'delivers')) as behind
      from catalogue.service s join catalogue.service_area a on a.service_id = s.id
      join catalogue.service_organization p on p.service_id = s.id
      join organizations.organization o on o.id = p.organization_id group by s.id`,
  })
  const { rows: cover } = await app.db.publicReader.query({
    text: `select place_code, area_code from areas.cover where place_code in ('3228', '3238', '0301', '1151', '5601')`,
  })
  const covering = Map.groupBy(cover as { place_code: string; area_code: string }[], row => row.place_code)
  assert.equal(covering.size, 5)
  const states = new Set<string>()
  for (const [place, areas] of covering) {
    const near = new Set(areas.map(row => row.area_code))
    const here = (services as { room: string; areas: string[]; behind: string[] }[]).filter(service =>
      service.areas.some(area => near.has(area)),
    )
    const table = await tableOf(place)
    for (const { code, duty } of rooms.list) {
      const inRoom = here.filter(service => service.room === code)
      const cells = table.get(code)!
      assert.equal(cells[SERVICES], String(inRoom.length), `${place} ${code}`)
      const owners = cells.slice(SERVICES + 1, STATE).reduce((sum, cell) => sum + Number(cell), 0)
      assert.equal(owners, inRoom.length)
      const by: (string | undefined)[] = duty.by === 'state' ? ['state', 'region'] : [duty.by]
      const isFilled = inRoom.some(service => service.behind.some(level => by.includes(level)))
      const isOpen = duty.statutory ? isFilled : inRoom.length > 0
      assert.equal(cells[STATE] === 'har tilbud', isOpen, `${place} ${code}: ${cells[STATE]}`)
      states.add(cells[STATE]!)
    }
  }
  assert.ok(states.has('mangler') && states.has('ingen ennå') && states.has('ikke fra kommunen'))
})

test('the numbers of the rooms are those of the searches they lead to, in a municipality and in a county', async () => {
  for (const [place, choice] of [
    ['3228', 'kommune=3228'],
    ['32', 'dekker=32'],
  ]) {
    const table = await tableOf(place!)
    const { html } = await getPage(app, `/pyramide/${place}`)
    for (const { code } of rooms.list) {
      const n = table.get(code)![SERVICES]!
      const room = await ask(`/pyramide/${place}/${code}`)
      const said = n === '0' ? 'Ingen tilbud er lagt inn her ennå' : `<h2 id="tilbud">${n} tilbud</h2>`
      assert.ok(room.body.includes(said), `${place} ${code}: ${n}`)
      // Once in the drawing and once in the list.
      assert.ok(html.split(`href="/pyramide/${place}/${code}"`).length > 2, code)
    }
    const search = await ask(`/tilbud?${choice}&rom=barnevern`)
    const hits = search.body.split('<li class="hit">').length - 1
    assert.equal(String(hits), table.get('barnevern')![SERVICES])
  }
})

test('a voluntary service does not close the gap of a duty, one of the municipality does, also when others own it', async () => {
  const state = async () => (await tableOf('1151')).get('avlastning')![STATE]
  // What is published is heard of a moment later.
  const becomes = async (wanted: string) => {
    let now = await state()
    while (now !== wanted) now = await state()
    return now
  }
  assert.equal(await state(), 'mangler')
  await app.db.asOwner(async tx => {
    await makeOrganization(tx, { key: 'prove-lag', level: 'voluntary', area: '1151' })
    await makeOrganization(tx, { key: 'prove-utsira', level: 'municipality', area: '1151' })
    await publishService(tx, {
      room: 'avlastning',
      coverage: ['1151'],
      key: 'lagets',
      organizations: [{ organization: 'prove-lag', role: 'owner' }],
    })
  })
  assert.equal(await becomes('bare frivillig'), 'bare frivillig')
  const { html } = await getPage(app, '/pyramide/1151/avlastning')
  assert.match(html, /Loven gir plikten til kommunen/)
  await app.db.asOwner(tx =>
    publishService(tx, {
      room: 'avlastning',
      coverage: ['1151'],
      key: 'felles',
      organizations: [
        { organization: 'prove-lag', role: 'owner' },
        { organization: 'prove-utsira', role: 'delivers' },
      ],
    }),
  )
  assert.equal(await becomes('har tilbud'), 'har tilbud')
})

test('a room explains itself in bokmål, nynorsk and English, with where it is from and that it must be checked', async () => {
  for (const [prefix, words] of [
    [
      '',
      [
        'krisesenterlova § 2',
        'Må kontrolleres mot Lovdata',
        'Bufdir|Barne-, ungdoms- og familiedirektoratet',
      ],
    ],
    ['/nn', ['krisesenterlova § 2', 'Må kontrollerast mot Lovdata']],
    [
      '/en',
      ['krisesenterlova § 2', 'Must be checked against Lovdata', 'Help and protection for whoever is hit'],
    ],
  ] as const) {
    const { html } = await getPage(app, `${prefix}/pyramide/3228/vold-overgrep`)
    for (const word of words) assert.match(html, new RegExp(word), word)
    assert.match(html, /href="tel:112"/, 'whom to call stands there too')
    assert.match(html, /yr\.no/, 'it can be left quickly')
  }
  for (const room of rooms.list) {
    assert.ok(room.responsibility.nn && room.responsibility.en, room.code)
    assert.ok(room.laws.every(law => law.text?.nb && law.text.nn && law.text.en))
    assert.ok(!room.duty.statutory || room.laws.length > 0, `${room.code}: no law is named for its duty`)
  }
})

test('old numbers lead to the pyramid of what came after them, unknown ones nowhere', async () => {
  const moved = await ask('/pyramide/0236')
  assert.equal(moved.statusCode, 301)
  assert.equal(moved.headers['location'], '/pyramide/3228')
  assert.equal((await ask('/nn/pyramide/0236/barnevern')).headers['location'], '/nn/pyramide/3228/barnevern')
  for (const path of ['/pyramide/9999', '/pyramide/3228/finnes-ikke', '/pyramide/NO', '/pyramide/9999/csv'])
    assert.equal((await ask(path)).statusCode, 404, path)
})

test('who looks at a municipality or a county finds the way to its pyramid', async () => {
  assert.match((await ask('/kommune/3228')).body, /href="\/pyramide\/3228"/)
  assert.match((await ask('/en/fylke/32')).body, /href="\/en\/pyramide\/32"/)
  assert.match((await ask('/pyramide/32')).body, /href="\/pyramide\/3238"/)
})

test('in the drawing every brick lies in its band, and the pyramid widens downwards', () => {
  for (const sizes of [
    [12, 14, 16],
    [1, 0, 3],
    [20, 25, 30],
  ]) {
    const { bands, width } = layOut(
      sizes.map(size => Array.from({ length: size }, (_, index) => `Rom\u00ADnavn ${index}`)),
      name => name,
    )
    const bricks = bands.flatMap(band => band.bricks)
    assert.equal(bricks.length, sizes[0]! + sizes[1]! + sizes[2]!)
    const rows = [...Map.groupBy(bricks, brick => brick.y)].toSorted(([a], [b]) => a - b)
    let before = 0
    for (const [, row] of rows) {
      const first = row[0]!
      const last = row.at(-1)!
      const wide = last.x + last.width - first.x
      assert.ok(first.x > 0 && last.x + last.width < width)
      assert.ok(wide > before)
      before = wide
      for (const [index, brick] of row.entries())
        if (index > 0) assert.ok(brick.x >= row[index - 1]!.x + row[index - 1]!.width)
    }
  }
})
