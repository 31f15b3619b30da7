import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app.ts'
import { getPage } from '#test/client.ts'

const app = await testApp()

/** Numbers to call in the content of the page, in their order. */
async function numbers(path: string): Promise<string[]> {
  const { html } = await getPage(app, path)
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  return [...main.matchAll(/href="tel:(?:\+47)?(\d+)"/g)].map(([, number]) => number!)
}

test('police and ambulance stand first, in every language and place', async () => {
  for (const path of [
    '/hjelp',
    '/nn/hjelp',
    '/se/hjelp',
    '/en/hjelp',
    '/hjelp?kommune=3228',
    '/hjelp?sted=V%C3%A5ler',
    '/hjelp?sted=qqqqqq',
    '/hjelp?sted=Akershus',
    '/hjelp?kommune=1151',
  ]) {
    assert.deepEqual((await numbers(path)).slice(0, 2), ['112', '113'], path)
  }
})

test('the nearest stand before the national ones where life is not in danger', async () => {
  const found = await numbers('/hjelp?kommune=3228')
  for (const near of ['66104500', '64993270', '66932310'])
    assert.ok(found.indexOf(near) > 0 && found.indexOf(near) < found.indexOf('116006'), near)
  assert.ok(found.indexOf('63901133') > found.indexOf('113'), 'the local emergency clinic comes after 113')
})

for (const [prefix, question] of [
  ['', 'Hvilket «Våler» mener du?'],
  ['/nn', 'Kva for eit «Våler» meiner du?'],
  ['/en', 'Which “Våler” do you mean?'],
] as const) {
  test(`of a name that several places bear the reader chooses, on ${prefix}/hjelp`, async () => {
    const { status, html } = await getPage(app, `${prefix}/hjelp?sted=V%C3%A5ler`)
    assert.equal(status, 200)
    assert.ok(html.includes(question))
    for (const [code, county] of [
      ['3419', 'Innlandet'],
      ['3114', 'Østfold'],
    ]) {
      assert.match(
        html,
        new RegExp(`<a href="${prefix}/hjelp\\?kommune=${code}">(<[^>]*>)*Våler[^<]*, ${county}`),
      )
    }
    assert.match(html, /<input[^>]*name="sted"[^>]*value="Våler"|<input[^>]*value="Våler"[^>]*name="sted"/)
  })
}

test('a place that is sure leads to its numbers', async () => {
  const numbered = await getPage(app, '/hjelp?sted=2150')
  assert.deepEqual([numbered.status, numbered.headers['location']], [302, '/hjelp?kommune=3228'])
})

test('of a place that is not there one is told so, and the national numbers stand', async () => {
  const { html } = await getPage(app, '/hjelp?sted=qqqqqq')
  assert.match(html, /Vi fant ikke stedet/)
  assert.match(html, /href="tel:116111"/)
})

for (const [prefix, title, website] of [
  ['', 'Vi kjenner ikke nummeret til barnevernet i Utsira på dagtid', 'nettsiden til Utsira kommune'],
  ['/nn', 'Vi kjenner ikkje nummeret til barnevernet i Utsira på dagtid', 'nettsida til Utsira kommune'],
  [
    '/en',
    'We do not know the daytime number of child protection in Utsira',
    'website of the municipality of Utsira',
  ],
] as const) {
  test(`where no number of the child protection is known that is said, with whom to ask, on ${prefix}/hjelp`, async () => {
    const { html } = await getPage(app, `${prefix}/hjelp?kommune=1151`)
    const notice = noticeIn(html, title)
    assert.match(notice, new RegExp(`<a href="https://www.utsira.kommune.no">${website}`))
    assert.match(notice, /href="tel:116111"/)
  })
}

test('a child protection without a number is not known either; one with a number is', async () => {
  assert.match((await getPage(app, '/hjelp?kommune=3238')).html, /barnevernet i Nannestad på dagtid/)
  assert.doesNotMatch((await getPage(app, '/hjelp?kommune=3228')).html, /barnevernet i Nes på dagtid/)
  assert.doesNotMatch((await getPage(app, '/hjelp')).html, /på dagtid<\/strong>/)
})

test('the switchboard of the municipality is named when it is known', async () => {
  await app.db.asOwner(tx =>
    tx.query({
      text: `update organizations.organization set phone = '66105000' where key = 'nannestad-kommune'`,
    }),
  )
  const { html } = await getPage(app, '/hjelp?kommune=3238')
  assert.match(noticeIn(html, 'barnevernet i Nannestad'), /sentralbordet.*href="tel:\+4766105000"/)
})

test('of a county the reader chooses the municipality, and what covers the county stands below', async () => {
  for (const sted of ['Akershus', 'akershus fylke']) {
    const { status, html } = await getPage(app, `/hjelp?sted=${encodeURIComponent(sted)}`)
    assert.equal(status, 200)
    const notice = noticeIn(html, 'Hvor i Akershus bor du?')
    assert.match(notice, /<details[\s\S]*href="\/hjelp\?kommune=3228">Nes</)
    assert.equal(notice.match(/href="\/hjelp\?kommune=32\d\d"/g)?.length, 21)
  }
  assert.match((await getPage(app, '/nn/hjelp?sted=Akershus')).html, /Kvar i Akershus bur du\?/)
  assert.match((await getPage(app, '/en/hjelp?sted=Akershus')).html, /Where in Akershus do you live\?/)
})

test('Oslo is one municipality, Norway needs no choice, and of a former county one chooses what it became', async () => {
  const oslo = await getPage(app, '/hjelp?sted=Oslo+fylke')
  assert.deepEqual([oslo.status, oslo.headers['location']], [302, '/hjelp?kommune=0301'])
  const norway = await getPage(app, '/nn/hjelp?sted=Noreg')
  assert.deepEqual([norway.status, norway.headers['location']], [302, '/nn/hjelp'])
  const viken = await getPage(app, '/hjelp?sted=Viken')
  assert.match(
    noticeIn(viken.html, 'Hvilket «Viken» mener du?'),
    /href="\/hjelp\?sted=%C3%98stfold">Østfold</,
  )
})

test('of a name that may well be another place than the municipality of that name the reader chooses', async () => {
  const { html } = await getPage(app, '/hjelp?sted=Os')
  const notice = noticeIn(html, 'Hvilket «Os» mener du?')
  for (const code of ['3430', '4624']) assert.ok(notice.includes(`/hjelp?kommune=${code}`))
})

/** The box with this in its title. */
function noticeIn(html: string, title: string): string {
  const at = html.indexOf(title)
  assert.ok(at > 0, title)
  const start = html.lastIndexOf('<div class="ds-alert', at)
  return html.slice(start, html.indexOf('<section', at))
}

test('a cry for help in the field that asks where is answered with whom to call, not with an unknown place', async () => {
  for (const sted of ['jeg vil dø', 'pappa slår meg', 'han voldtok meg']) {
    const path = `/hjelp?sted=${encodeURIComponent(sted)}`
    const { status, html } = await getPage(app, path)
    assert.equal(status, 200)
    const main = html.slice(html.indexOf('<main'))
    assert.ok(
      main.indexOf('class="danger-first') >= 0 && main.indexOf('class="danger-first') < main.indexOf('<h1'),
      sted,
    )
    assert.doesNotMatch(main, /Vi fant ikke stedet/, sted)
    assert.ok(['112', '113', '116111', '116123'].includes((await numbers(path))[0]!), sted)
  }
  const { html } = await getPage(app, '/hjelp?sted=Valdres')
  assert.doesNotMatch(html.slice(html.indexOf('<main')), /class="danger-first/)
})

test('where several lack a number it is said once in each group', async () => {
  const { html } = await getPage(app, '/hjelp?kommune=3238')
  const groups = html.slice(html.indexOf('<main')).split('<section').slice(1)
  const said = groups.map(group => group.split('Nummeret mangler her').length - 1)
  assert.ok(said.includes(1), said.join())
  assert.ok(Math.max(...said) === 1, said.join())
})
