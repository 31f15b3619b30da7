import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app.ts'
import { getPage } from '#test/client.ts'

const app = await testApp()

/** What stands in the box above all else: its title, and the numbers in their order. Null: there is no box. */
async function box(path: string): Promise<{ title: string; numbers: string[]; html: string } | null> {
  const { html } = await getPage(app, path)
  const start = html.indexOf('<section class="danger-first"')
  if (start < 0) {
    assert.doesNotMatch(html, /data-leave/, `${path} can be left quickly, but tells nobody to call`)
    return null
  }
  assert.ok(start < html.indexOf('<h1'), `${path}: the box stands above the title`)
  assert.ok(
    start < html.indexOf('class="hit"') || !html.includes('class="hit"'),
    `${path}: and above the hits`,
  )
  assert.match(html, /data-leave/, `${path} can be left quickly`)
  const box = html.slice(start, html.indexOf('</section>', start))
  return {
    title: /<p class="danger-title"[^>]*>(?:<[^>]*>)*([^<]*)/.exec(box)![1]!,
    numbers: [...box.matchAll(/href="tel:(?:\+47)?(\d+)"/g)].map(([, number]) => number!),
    html: box,
  }
}

for (const [prefix, violence, suicide] of [
  ['', ['pappa slår', 'Er du i fare nå?'], ['vil dø', 'Har du det veldig vondt nå?']],
  ['/nn', ['pappa slår', 'Er du i fare no?'], ['vil døy', 'Har du det veldig vondt no?']],
  ['/en', ['dad hits', 'Are you in danger now?'], ['want to die', 'Are you feeling very low now?']],
] as const) {
  test(`who writes of danger sees whom to call above the hits, on ${prefix || '/'}`, async () => {
    const hit = await box(`${prefix}/tilbud?kommune=3228&q=${encodeURIComponent(violence[0])}`)
    assert.equal(hit?.title, violence[1])
    assert.deepEqual(hit.numbers.slice(0, 2), ['112', '116111'])
    const low = await box(`${prefix}/tilbud?kommune=3228&q=${encodeURIComponent(suicide[0])}`)
    assert.equal(low?.title, suicide[1])
    assert.deepEqual(low.numbers, ['113', '116111', '116123', '22400040', '116117'])
  })
}

test('each kind of danger has the numbers that fit it, and the nearest where they can help', async () => {
  const numbers = async (q: string) => (await box(`/tilbud?kommune=3228&q=${encodeURIComponent(q)}`))?.numbers
  assert.deepEqual(await numbers('overdose'), ['113', '116117', '22591300'])
  const violence = (await numbers('slår meg'))!
  for (const near of ['66104500', '64993270', '66932310']) assert.ok(violence.includes(near), near)
  assert.ok(!violence.includes('22591300'), 'no poison centre for violence')
  assert.deepEqual((await numbers('nakenbilder'))?.slice(0, 3), ['112', '116111', '02800'])
  assert.equal(new Set(violence).size, violence.length, 'each once')
})

test('a number is written once: its name does not repeat it', async () => {
  const found = await box('/tilbud?kommune=3228&q=vold')
  const text = found!.html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  assert.equal(text.match(/\b112\b/g)?.length, 2, 'in the advice and as the number')
  assert.equal(text.match(/116.111/g)?.length, 1)
})

test('where no service is known the national numbers stand all the same', async () => {
  const found = await box('/tilbud?kommune=1151&q=voldtatt')
  assert.deepEqual(found?.numbers.slice(0, 2), ['112', '116111'])
})

test('a theme that is about danger is named in the title and has the box, also as a word of Los', async () => {
  for (const [code, title] of [
    ['hjelp-ved-overgrep', 'Vold og overgrep: tilbud i Nes'],
    ['barnevern', 'Barnevern: tilbud i Nes'],
    ['krisesenter', 'Krisesenter: tilbud i Nes'],
    ['tvangsekteskap', 'Tvangsekteskap: tilbud i Nes'],
    ['livskriser', 'Livskriser: tilbud i Nes'],
  ]) {
    const path = `/tilbud?kommune=3228&tema=${code}`
    assert.ok(await box(path), code)
    assert.equal((await getPage(app, path)).title, `${title} – Nettungen`)
  }
  assert.equal((await box('/tilbud?tema=tvangsekteskap'))?.title, 'Er du redd for å bli tvunget?')
})

test('a word of Los that came with a link is named, and stays when a filter is chosen', async () => {
  const { html } = await getPage(app, '/tilbud?kommune=3228&tema=krisesenter')
  assert.match(html, /class="chip"[^>]*>(<[^>]*>)*[^<]*<\/span>(<[^>]*>)*Krisesenter/)
  const filters = html.slice(html.indexOf('data-filters'), html.indexOf('filter-sheet'))
  assert.match(filters, /<input type="hidden" name="tema" value="krisesenter"/)
})

test('everyday searches and themes have no box', async () => {
  for (const path of ['/tilbud?kommune=3228', '/tilbud?kommune=3228&q=låne ski', '/tilbud?tema=fritid'])
    assert.equal(await box(path), null, path)
})

test('words that only the search understands have the box', async () => {
  assert.equal((await box('/tilbud?kommune=3228&q=livstrett'))?.title, 'Har du det veldig vondt nå?')
  assert.equal((await box('/tilbud?q=pappa+klyper+meg'))?.title, 'Er du i fare nå?')
})

test('where the place is not understood the numbers stand too', async () => {
  for (const place of ['qqqqqq', 'V%C3%A5ler']) {
    assert.ok((await box(`/sted?sted=${place}&q=vil+ikke+leva`))?.numbers.includes('116111'), place)
    assert.equal(await box(`/sted?sted=${place}&q=ski`), null)
  }
})

test('a cry for help in the field that asks where is heard, by its meaning too', async () => {
  for (const [text, title] of [
    ['jeg vil dø', 'Har du det veldig vondt nå?'],
    ['livstrett', 'Har du det veldig vondt nå?'],
    ['pappa klyper meg', 'Er du i fare nå?'],
    ['pappa slår meg i Nes', 'Er du i fare nå?'],
  ])
    assert.equal((await box(`/sted?sted=${encodeURIComponent(text!)}`))?.title, title, text)
  assert.equal(
    (await box('/sted?sted=qqqqqq&q=livstrett'))?.title,
    'Har du det veldig vondt nå?',
    'and what is written as a need',
  )
  assert.ok((await box('/en/sted?sted=I+want+to+die'))?.numbers.includes('116111'))
})

test('the nearest are there when a cry for help names a place, and none are when it does not', async () => {
  const near = ['66104500', '64993270', '66932310']
  const said = await box('/sted?sted=pappa+sl%C3%A5r+meg+i+Nannestad')
  assert.deepEqual(said?.numbers.slice(0, 2), ['112', '116111'])
  const of = (await box('/tilbud?kommune=3238&q=pappa+sl%C3%A5r+meg'))!.numbers
  assert.deepEqual(said?.numbers, of, 'the same as in a search there')
  const inNes = (await box('/sted?sted=pappa+sl%C3%A5r+meg+i+Nes'))!
  for (const number of near) assert.ok(inNes.numbers.includes(number), number)
  assert.match(inNes.html, /href="\/hjelp\?kommune=3228"/)
  const nowhere = (await box('/sted?sted=pappa+sl%C3%A5r+meg'))!.numbers
  assert.ok(!near.some(number => nowhere.includes(number)))
})

test('a place that we do not know, or that is misspelled, is no danger', async () => {
  for (const place of ['Valdres', 'Trondhjem', 'Voss herd', 'Nannestd', 'Hengsvik', 'Rån', 'Volda by'])
    assert.equal((await box(`/sted?sted=${encodeURIComponent(place)}`))?.title, undefined, place)
})

test('a page without hits says whom one can talk to, in every language', async () => {
  for (const prefix of ['', '/nn', '/en']) {
    const { html } = await getPage(app, `${prefix}/tilbud?q=qwertyuiopasdf&kommune=3228`)
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
    for (const number of ['116111', '116123']) assert.match(main, new RegExp(`href="tel:(\\+47)?${number}"`))
  }
})
