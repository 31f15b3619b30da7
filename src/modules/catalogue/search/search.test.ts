import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { loadGeography, loadKnownPlaces } from '#modules/areas/index.ts'
import { testApp } from '#test/app.ts'
import { getPage } from '#test/client.ts'
import { ageBands } from '../vocabulary/vocabulary.ts'
import { filterNames, SearchQuery, type FilterName } from './search.schema.ts'
import { findServices, type Found } from './find-services.ts'
import { loadSearchKnowledge } from './knowledge.ts'

const app = await testApp()
const TODAY = '2026-11-22'
const knowledge = await loadSearchKnowledge(
  app.db.publicReader,
  await loadGeography(app.db.publicReader),
  await loadKnownPlaces(app.db.publicReader),
)

const find = (given: Partial<SearchQuery>): Promise<Found> =>
  findServices(app.db.publicReader, SearchQuery.parse(given), knowledge, TODAY)

const inNes = await find({ kommune: '3228' })
/** Every choice of every filter that some service in Nes has. */
const choices = filterNames.flatMap(filter =>
  Object.entries(inNes.counts[filter] ?? {}).flatMap(([code, n]) => (n > 0 ? [{ filter, code }] : [])),
)

test('the number at each choice is what one gets by choosing it', async () => {
  assert.ok(choices.length > 100, `only ${choices.length} choices`)
  const searches: Partial<SearchQuery>[] = [
    { kommune: '3228' },
    { kommune: '3238', q: 'hjelp' },
    { kommune: '0301' },
    { dekker: '32' },
    {},
    { kommune: '3228', alder: ['13-15'] },
    { kommune: '3228', tema: ['rus-og-avhengighet'], niva: ['more', 'help'] },
    { q: 'rus', hvem: ['young-people', 'parents'], tilgang: ['contact'] },
  ]
  for (const [index, base] of searches.entries()) {
    const { counts } = await find(base)
    // All of them in Nes, and in each of the others another part.
    for (const { filter, code } of choices.filter(
      (_, place) => index === 0 || place % searches.length === index,
    )) {
      const { total } = await find({ ...base, [filter]: [code] })
      assert.equal(counts[filter]?.[code] ?? 0, total, `${JSON.stringify(base)}: ${filter} ${code}`)
    }
  }
})

test('a further filter never adds a hit, and a further choice within one never takes one away', async () => {
  const asked = fc.record({
    q: fc.constantFrom(undefined, 'hjelp', 'barn', 'snakke med noen', 'rus'),
    kommune: fc.constantFrom(undefined, '3228', '3238', '0301'),
    chosen: fc.uniqueArray(fc.constantFrom(...choices), { maxLength: 4 }),
    more: fc.constantFrom(...choices),
  })
  await fc.assert(
    fc.asyncProperty(asked, async ({ q, kommune, chosen, more }) => {
      const base = { ...(q && { q }), ...(kommune && { kommune }), ...asFilters(chosen) }
      const [before, after] = [await allIds(base), await allIds({ ...base, ...asFilters([...chosen, more]) })]
      const isNewFilter = !chosen.some(({ filter }) => filter === more.filter)
      const [smaller, larger] = isNewFilter ? [after, before] : [before, after]
      assert.deepEqual(
        [...smaller].filter(id => !larger.has(id)),
        [],
      )
    }),
    { numRuns: 1_000, interruptAfterTimeLimit: 3_000, markInterruptAsFailure: false },
  )
})

test('the numbers on the page of a place are those of the searches they lead to', async () => {
  for (const [path, atLeast] of [
    ['/kommune/3228', 25],
    ['/kommune/3238', 25],
    ['/nn/kommune/1103', 10],
    ['/fylke/32', 10],
    ['/norge', 10],
  ] as const) {
    const numbers = numbersOf((await getPage(app, path, { lint: false })).html)
    assert.ok(numbers.length >= atLeast, `${path} has only ${numbers.length} numbers`)
    for (const { href, number } of numbers) {
      assert.equal(await hitsAt(href), number, `${path} promises ${number} at ${href}`)
    }
  }
})

test('numbers in the search’s own filters are those of the searches they lead to', async () => {
  const { html } = await getPage(app, '/tilbud?kommune=3228&tema=rus-og-avhengighet', { lint: false })
  const options = [
    ...html.matchAll(/<input[^>]*name="(alder|hvem|niva)"[^>]*value="([^"]+)"[\s\S]*?<\/label>/g),
  ]
  assert.ok(options.length > 8, `only ${options.length} options`)
  for (const [option, name, value] of options) {
    const number = Number(/(\d+)\D*$/.exec(plain(option))?.[1])
    assert.equal(
      await hitsAt(`/tilbud?kommune=3228&tema=rus-og-avhengighet&${name}=${value}`),
      number,
      `${name}=${value}`,
    )
  }
})

test('an age finds what is for it, by months, and no meeting place of employees', async () => {
  for (const { code, from, to } of ageBands.list) {
    const { hits } = await find({ kommune: '3228', alder: [code], sorter: 'navn' })
    assert.ok(hits.length > 0, code)
    for (const { card } of hits) {
      assert.ok(
        card.age_from < to && card.age_to > from,
        `${card.name.nb}: ${card.age_from}–${card.age_to} for ${code}`,
      )
      assert.notEqual(card.meant_for, 'services')
    }
  }
})

test('the words of people find something in Nes, in bokmål, nynorsk and English', async () => {
  for (const [path, wanted] of [
    ['/tilbud?q=hasj&kommune=3228', /rus/i],
    ['/tilbud?q=fysioterapi&kommune=3228', /fysioterap/i],
    ['/nn/tilbud?q=skulehelseteneste&kommune=3228', /skulehelsetenest/i],
    ['/en/tilbud?q=pregnant&kommune=3228', /pregnan/i],
    ['/tilbud?q=jordmor&kommune=3228', /svangerskap/i],
    ['/tilbud?q=l%C3%A5ne+ski&kommune=3228', /bua|utstyr/i],
    ['/tilbud?q=HELSESTASJON&kommune=3228', /helsestasjon/i],
  ] as const) {
    const { html } = await getPage(app, path, { lint: false })
    const names = [...html.matchAll(/class="hit"[\s\S]*?(?=class="hit-facts")/g)]
      .slice(0, 3)
      .map(([hit]) => plain(hit))
    assert.ok(
      names.some(name => wanted.test(name)),
      `${path} finds first ${names.join(' | ')}`,
    )
  }
})

test('where danger is heard, those who help with it come first, and courses for employees do not', async () => {
  for (const [q, wanted] of [
    ['hvordan henge seg', /legevakt|113|116 123|rus for voksne|Kirkens SOS/i],
    ['mannen min slår meg', /krisesenter|barnevern|voldslinje|vold- og/i],
    ['my husband hits me', /krisesenter|barnevern|vold/i],
    ['barnet har drukket klor', /gift|113|legevakt/i],
    ['noen deler nakenbilder av meg', /politi/i],
  ] as const) {
    const names = (await find({ kommune: '3228', q })).hits.map(hit => hit.card.name.nb ?? '')
    assert.match(names[0]!, wanted, `${q}: ${names.slice(0, 4).join(', ')}`)
    assert.ok(!names.slice(0, 3).some(name => /for ansatte|fritidsklubb/i.test(name)), q)
  }
})

test('what is for the one who speaks comes before what is for others', async () => {
  const first = async (q: string) =>
    (await find({ kommune: '3238', q })).hits.map(hit => hit.card.name.nb ?? '')
  const placeOf = (names: string[], name: string) => names.findIndex(other => other.startsWith(name))
  const [asked, asYouth] = [await first('hasj'), await first('læreren min røyker hasj')]
  assert.ok(placeOf(asYouth, 'Helsestasjon for ungdom') < placeOf(asYouth, 'Rus og psykisk helse for voksne'))
  assert.ok(asked.length > 3)
  // Those who work with children seek meetings of their own; a parent does not.
  const meeting = /rutinemøte|BRUS|Drøftingsteam/i
  const asEmployee = await first('jeg er lærer og vil drøfte uro for et barn med andre tjenester')
  const asParent = await first('sønnen vår strever på skolen og vi er urolige for ham')
  assert.ok(
    asEmployee.slice(0, 3).some(name => meeting.test(name)),
    asEmployee.join(' | '),
  )
  assert.ok(!asParent.slice(0, 2).some(name => meeting.test(name)), asParent.join(' | '))
})

test('a question that is all there is, is answered', async () => {
  for (const q of ['hvem kan jeg snakke med', 'kven kan eg snakke med', 'who can i talk to']) {
    const { understood } = await find({ kommune: '3228', q })
    assert.deepEqual(understood?.concepts, ['conversation'], q)
  }
  const { understood } = await find({ kommune: '3228', q: 'hvem kan jeg snakke med om gjeld' })
  assert.deepEqual(understood?.concepts, ['debt'])
})

test('fyll alone is alcohol; filling in a form and turning sixteen are not', async () => {
  const concepts = async (q: string) => (await find({ kommune: '3228', q })).understood?.concepts ?? []
  assert.ok((await concepts('fyll')).includes('alcohol'))
  for (const q of ['fylle ut skjema', 'fyller seksten', 'hvem har fylt ut søknaden'])
    assert.ok(!(await concepts(q)).includes('alcohol'), q)
})

test('words that mean two things, or are near to others, lead to what was meant', async () => {
  for (const [kommune, q, wanted] of [
    ['3238', 'lekeshjelp', /Biblioteket/],
    ['3228', 'feriejobb 16 år', /ung\.no/],
    ['3228', 'spillavhengig', /spill|rus/i],
    ['3228', 'oldemor husker ikke hvem vi er', /Hukommelse|pårørende|syk/],
    ['3228', 'farfar glemmer alt mulig', /Hukommelse/],
    ['3238', 'besteforeldre tar seg av barnebarnet', /barnevern|fosterhjem/i],
  ] as const) {
    const [first] = (await find({ kommune, q })).hits
    assert.match(first?.card.name.nb ?? '', wanted, q)
  }
})

test('what the municipality itself has comes before what others have, when both are what was asked for', async () => {
  for (const [kommune, q, first] of [
    ['3228', 'helsestasjon', 'Helsestasjon'],
    ['3238', 'NAV', 'NAV Nannestad'],
    ['3228', 'barnehageplass', 'Barnehage'],
    ['3238', 'logoped', 'Logoped'],
    ['3238', 'jordmor', 'Jordmor'],
    ['3238', 'barnevernstjeneste', 'Barnevernstjenesten i Nannestad'],
  ] as const) {
    const { hits } = await find({ kommune, q })
    assert.equal(hits[0]!.card.name.nb, first, `${q}: ${hits.map(hit => hit.card.name.nb).join(', ')}`)
  }
})

test('that a service is always open is found, and decides little beside what is sought', async () => {
  const always = await find({ kommune: '3238', q: 'døgnet rundt' })
  const names = always.hits.map(hit => hit.card.name.nb ?? '')
  assert.ok(
    names.some(name => name.includes('Alarmtelefonen')) && names.some(name => name.includes('116 117')),
  )
  const { hits } = await find({ kommune: '3228', q: 'psykolog hele døgnet' })
  assert.ok(!hits.slice(0, 2).some(hit => /brann|politi/i.test(hit.card.name.nb ?? '')))
})

test('filters that few use are shown to who asks for them, and what is chosen in them always', async () => {
  const groups = async (path: string) =>
    [...(await getPage(app, path)).html.matchAll(/class="filter-group" id="filter-(\w+)"/g)].map(
      ([, name]) => name,
    )
  const few = ['alder', 'hvem', 'tema', 'niva', 'tilgang']
  assert.deepEqual(await groups('/tilbud?kommune=3228'), few)
  assert.deepEqual(await groups('/tilbud?kommune=3228&filtre=alle'), [
    ...few,
    'malgruppe',
    'risiko',
    'diagnose',
    'rom',
  ])
  assert.deepEqual(await groups('/tilbud?kommune=3228&diagnose=anxiety'), [...few, 'diagnose'])
  const { html } = await getPage(app, '/tilbud?kommune=3228&filtre=alle')
  assert.match(html, /<input type="hidden" name="filtre" value="alle"/, 'choosing keeps them in sight')
})

test('a place among the words is the place, also as an authority, and of several the one in the county that is named', async () => {
  const placeOf = async (q: string, kommune?: string) => {
    const { query } = await find({ q, ...(kommune && { kommune }) })
    return query.kommune ?? query.dekker ?? null
  }
  assert.equal(await placeOf('logoped 5 år Årnes'), '3228')
  assert.equal(await placeOf('barnevernet i Nes kommune'), '3228')
  assert.equal(await placeOf('nannestad kommune', '3228'), '3238')
  assert.equal(await placeOf('psykolog Nes i Buskerud'), '3322')
  assert.equal(await placeOf('helsestasjon 2030'), '3238')
  assert.equal(await placeOf('angst', '3228'), '3228')
})

test('of several places of a name the reader is asked which, unless something tells', async () => {
  const location = async (path: string) => {
    const { status, headers } = await getPage(app, path)
    return `${status} ${decodeURIComponent(String(headers['location'] ?? ''))}`
  }
  assert.equal(await location('/tilbud?q=b%C3%B8'), '302 /sted?sted=bø')
  assert.match(
    await location('/tilbud?q=logoped+i+B%C3%B8'),
    /^302 \/sted\?.*q=logoped.*sted=Bø|^302 \/sted\?.*sted=Bø.*q=logoped/,
  )
  const { html } = await getPage(app, '/sted?sted=B%C3%B8&q=logoped+i+B%C3%B8')
  assert.match(html, /kommune=1867/)
  for (const path of [
    '/tilbud?q=logoped+Nes',
    '/tilbud?q=logoped+i+B%C3%B8&kommune=1867',
    '/tilbud?q=B%C3%B8+i+Nordland',
  ])
    assert.match(await location(path), /^200 /, path)
})

test('a long story is answered by how it begins, also in the field that asks where, and while one types', async () => {
  const story = `pappa slår meg ${'og jeg vet ikke hva jeg skal gjøre '.repeat(60)}`
  for (const long of [story, `${'a'.repeat(399)}😢`, '😢'.repeat(700)]) {
    const { status, html } = await getPage(app, `/tilbud?kommune=3228&q=${encodeURIComponent(long)}`)
    assert.equal(status, 200, long.slice(0, 20))
    if (long === story) assert.match(html, /112/)
    const inPlace = await app.server.inject(`/sted?sted=${encodeURIComponent(long)}`)
    assert.ok([200, 302, 404].includes(inPlace.statusCode), `${inPlace.statusCode}`)
  }
  const typed = await app.server.inject(`/tilbud/forslag?q=${encodeURIComponent(story)}`)
  assert.equal(typed.statusCode, 200)
})

test('where there is nothing one is told what to do, and what is like it elsewhere', async () => {
  const nonsense = await getPage(app, '/tilbud?q=qwertyuiopasdf&kommune=3228')
  assert.equal(nonsense.status, 200)
  assert.match(nonsense.html, /Ingen treff/)
  assert.match(nonsense.html, /Søk i hele landet/)
  assert.match(nonsense.html, /href="\/kommune\/3228"[^>]*>Se alt i Nes/)
  assert.match(nonsense.html, /Spør Nes kommune/)

  const { hits } = await find({ kommune: '3228', q: 'babykafé' })
  assert.ok(hits.length > 0, 'the demo has a service of Nes that Tromsø lacks')
  const elsewhere = await getPage(app, '/tilbud?q=babykaf%C3%A9&kommune=5501')
  assert.match(elsewhere.html, /Dette dekker ikke Tromsø/)
  assert.match(elsewhere.html, new RegExp(`/tilbud/${hits[0]!.card.id}/`))
})

test('a page after the last leads to the last, and what is chosen is kept', async () => {
  const last = Math.ceil(inNes.total / 20)
  const answer = await getPage(app, '/en/tilbud?kommune=3228&side=999&sorter=navn')
  assert.deepEqual(
    [answer.status, answer.headers['location']],
    [302, `/en/tilbud?kommune=3228&sorter=navn&side=${last}`],
  )
  assert.equal((await getPage(app, `/tilbud?kommune=3228&sorter=navn&side=${last}`)).status, 200)
  const none = await getPage(app, '/tilbud?q=qwertyuiopasdf&side=2')
  assert.deepEqual([none.status, none.headers['location']], [302, '/tilbud?q=qwertyuiopasdf'])
})

test('pages of a search hold each hit once, in the order that was asked for', async () => {
  for (const sorter of ['relevans', 'navn', 'bekreftet'] as const) {
    const ids: string[] = []
    for (let side = 1; side <= Math.ceil(inNes.total / 20); side++)
      ids.push(...(await find({ kommune: '3228', sorter, side })).hits.map(hit => hit.card.id))
    assert.equal(ids.length, inNes.total)
    assert.equal(new Set(ids).size, inNes.total, sorter)
  }
  const byName = (await find({ kommune: '3228', sorter: 'navn' })).hits.map(hit => hit.card.name.nb!)
  assert.deepEqual(byName, byName.toSorted(new Intl.Collator('nb').compare))
  const byDate = (await find({ kommune: '3228', sorter: 'bekreftet' })).hits.map(hit => hit.card.confirmed_on)
  assert.deepEqual(byDate, byDate.toSorted().toReversed())
})

function asFilters(list: { filter: FilterName; code: string }[]): Partial<SearchQuery> {
  return Object.fromEntries(
    [...Map.groupBy(list, ({ filter }) => filter)].map(([filter, chosen]) => [
      filter,
      chosen.map(({ code }) => code),
    ]),
  )
}

async function allIds(given: Partial<SearchQuery>): Promise<Set<string>> {
  const ids = new Set<string>()
  for (let side = 1; ; side++) {
    const { hits, total } = await find({ ...given, side })
    for (const hit of hits) ids.add(hit.card.id)
    if (side * 20 >= total) return ids
  }
}

/** Links to searches that say how many services they lead to, with that number. */
function numbersOf(html: string): { href: string; number: number }[] {
  const main = /<main[\s\S]*<\/main>/.exec(html)![0]
  return [...main.matchAll(/<a [^>]*href="([^"]*\/tilbud\?[^"]*)"[\s\S]*?(?=<\/li>|<\/p>)/g)].flatMap(
    ([link, href]) => {
      const number = /(\d+)\D*$/.exec(plain(link))?.[1]
      return number ? [{ href: href!.replaceAll('&amp;', '&'), number: Number(number) }] : []
    },
  )
}

async function hitsAt(path: string): Promise<number> {
  const { html } = await getPage(app, path, { lint: false })
  return Number(/(\d+)\D*$/.exec(plain(/<h2 id="treff">[\s\S]*?<\/h2>/.exec(html)![0]))?.[1])
}

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

test('who types is helped on also in a municipality that is not there', async () => {
  for (const kommune of ['2150', '9999', '']) {
    const answer = await app.server.inject(`/tilbud/forslag?kommune=${kommune}&q=barneve`)
    assert.equal(answer.statusCode, 200, kommune)
    assert.match(answer.body, /arnevern/)
  }
})

test('what is only like what was asked for is no hit', async () => {
  // Nes has none; services on the web, such as the police, are not it.
  for (const q of ['leksehjelp på nett', 'leksehjelp døgnet rundt'])
    assert.equal((await find({ q, kommune: '3228' })).total, 0, q)
  const anywhere = await find({ q: 'leksehjelp på nett' })
  assert.equal(anywhere.hits[0]!.card.name.nb, 'Biblioteket')
  // Where nothing else is asked for, it is what is sought.
  assert.ok((await find({ q: 'på nett', kommune: '3228' })).total > 5)
  assert.ok((await find({ q: 'hjelp på nett', kommune: '3228' })).total > 5)
})

test('small words in the sentences of a service do not tell what it is about', async () => {
  // The emergency service "can come out to you".
  const { hits } = await find({ q: 'homofil', kommune: '3228' })
  const names = hits.map(({ card }) => card.name.nb)
  assert.ok(names.includes('Skeiv Ungdom'))
  assert.ok(!names.some(name => name?.startsWith('Barnevernvakten')), names.join(', '))
})
