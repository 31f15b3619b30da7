import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app.ts'
import { getPage } from '#test/client.ts'

const app = await testApp()

test('who corrects the place keeps the need, the filters and the order', async () => {
  const { status, html } = await getPage(
    app,
    '/sted?sted=qqqqqq&q=angst&alder=13-15&alder=16-19&niva=all&sorter=navn',
  )
  assert.equal(status, 404)
  const form = html.slice(html.indexOf('<form class="find"'))
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  assert.deepEqual(
    hidden.map(([, name, value]) => `${name}=${value}`),
    ['alder=13-15', 'alder=16-19', 'niva=all', 'sorter=navn'],
  )
  assert.match(form, /value="angst"/)
})

test('who chooses between places keeps them too', async () => {
  const { html } = await getPage(app, '/sted?sted=V%C3%A5ler&q=angst&alder=13-15')
  for (const code of ['3419', '3114'])
    assert.match(html, new RegExp(`href="/tilbud\\?q=angst&amp;kommune=${code}&amp;alder=13-15"`))
})

test('the country leads to what is there for all, or to a search of all', async () => {
  for (const country of ['Norge', 'hele landet', 'Noreg', 'Norway']) {
    const sted = encodeURIComponent(country)
    const alone = await getPage(app, `/sted?sted=${sted}`)
    assert.deepEqual([alone.status, alone.headers['location']], [302, '/norge'], country)
    const search = await getPage(app, `/nn/sted?sted=${sted}&q=angst`)
    assert.deepEqual([search.status, search.headers['location']], [302, '/nn/tilbud?q=angst'], country)
  }
})

test('a name and a postcode lead to the municipality', async () => {
  for (const sted of ['nes 2150', '2150 Årnes', 'nes, akershus', 'Nes i Akershus', 'Nes kommune']) {
    const { status, headers } = await getPage(app, `/sted?sted=${encodeURIComponent(sted)}`)
    assert.deepEqual([status, headers['location']], [302, '/kommune/3228'], sted)
  }
})

for (const [prefix, question, details] of [
  ['', 'Hvilket «Os» mener du?', ['Kommune i Innlandet', 'I Bjørnafjorden kommune, Vestland']],
  ['/nn', 'Kva for eit «Os» meiner du?', ['Kommune i Innlandet', 'I Bjørnafjorden kommune, Vestland']],
  [
    '/en',
    'Which “Os” do you mean?',
    ['Municipality in Innlandet', 'In the municipality of Bjørnafjorden, Vestland'],
  ],
] as const) {
  test(`of a name where it is not clear which is meant the reader chooses by links, on ${prefix}/sted`, async () => {
    const { status, html, title } = await getPage(app, `${prefix}/sted?sted=Os`)
    assert.equal(status, 200)
    assert.equal(title, `${question} – Nettungen`)
    for (const code of ['3430', '4624'])
      assert.ok(html.includes(`<a class="choice" href="${prefix}/kommune/${code}">`))
    for (const detail of details) assert.ok(html.includes(detail), detail)
  })
}

test('who has chosen between places is not asked again when she searches on', async () => {
  for (const [path, sted] of [
    ['/kommune/3430', 'Os (Innlandet)'],
    ['/tilbud?kommune=1867&q=angst', 'Bø (Nordland)'],
    ['/tilbud?kommune=1818&q=angst', 'Herøy (Nordland)'],
    ['/tilbud?kommune=0301&q=angst', 'Oslo'],
    ['/tilbud?kommune=3238&q=angst', 'Nannestad'],
    ['/tilbud?dekker=NO&q=angst', 'Norge'],
  ] as const) {
    const { html } = await getPage(app, path)
    const field = /<input[^>]*name="sted"[^>]*>/.exec(html)![0]
    assert.match(field, new RegExp(`value="${sted.replace(/[()]/g, '\\$&')}"`), path)
    assert.equal((await getPage(app, `/sted?sted=${encodeURIComponent(sted)}&q=angst`)).status, 302, path)
  }
})

test('what was written as a place can be looked for as a need', async () => {
  const { html } = await getPage(app, '/sted?sted=psykolog')
  assert.match(html, /href="\/tilbud\?q=psykolog">Søk etter tilbud om «psykolog»/)
})

for (const need of [
  'redd',
  'hjelp',
  'hjelp meg',
  'angst',
  'help',
  'jeg er redd',
  'blir mobbet',
  'slår meg',
]) {
  test(`who writes «${need}» where a place is asked for is told whom to call, and asked for the place`, async () => {
    const { html, title } = await getPage(app, `/sted?sted=${encodeURIComponent(need)}`)
    assert.equal(title, 'Hvor bor du? – Nettungen')
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
    assert.match(main, /href="tel:116111"/)
    assert.doesNotMatch(main, /Mente du/)
    assert.ok(main.includes(`href="/tilbud?q=${encodeURIComponent(need).replaceAll('%20', '+')}"`))
    // The words stay, as the need.
    assert.match(/<input[^>]*name="q"[^>]*>/.exec(main)![0], new RegExp(`value="${need}"`))
    assert.match(/<input[^>]*name="sted"[^>]*>/.exec(main)![0], /value=""|^(?!.*value)/)
  })
}

test('a misspelt place is still answered by places', async () => {
  for (const [sted, meant] of [
    ['Eidsvol', 'Eidsvoll'],
    ['Nannstad', 'Nannestad'],
    ['Kristansand', 'Kristiansand'],
    ['Hjelmland', 'Hjelmeland'],
    ['Lilestrøm', 'Lillestrøm'],
  ]) {
    const { html } = await getPage(app, `/sted?sted=${encodeURIComponent(sted!)}`)
    assert.match(html, /Mente du et av disse/, sted)
    assert.ok(html.includes(`>${meant}`), sted)
  }
})
