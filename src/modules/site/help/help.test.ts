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
