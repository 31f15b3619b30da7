import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { testApp } from '#test/app.ts'
import { getPage } from '#test/client.ts'
import { localeOf } from '#platform/i18n/locale.tsx'
import type { Why } from '../analysis/analysis.ts'
import { whyInWords } from '../listing/why-in-words.ts'
import { writePacks } from './pack.store.ts'

const app = await testApp()

/** What is said of why each hit is one, by the name of the hit. */
async function whyShown(path: string): Promise<Map<string, string | undefined>> {
  const { html } = await getPage(app, path)
  const hits = html.split('class="hit"').slice(1)
  return new Map(
    hits.map(hit => [
      hit.slice(hit.indexOf('<h3'), hit.indexOf('</h3>')).replace(/<[^>]*>/g, ''),
      /<p class="hit-why">([^<]*)/.exec(hit)?.[1],
    ]),
  )
}

describe('why a service is a hit', () => {
  for (const [prefix, words] of [
    ['', /^Treff på «[^»]+» for «hasj»$/],
    ['/nn', /^Treff på «[^»]+» for «hasj»$/],
    ['/en', /^Matches “[^”]+” for “hasj”$/],
  ] as const) {
    test(`is said where it was found by what the word means, on ${prefix}/tilbud`, async () => {
      const said = [...(await whyShown(`${prefix}/tilbud?q=hasj&kommune=3228`)).values()]
      const told = said.filter(why => why !== undefined)
      assert.ok(told.length > 0)
      for (const why of told) assert.match(why, words)
    })
  }

  test('stands after the facts of the hit', async () => {
    const { html } = await getPage(app, '/tilbud?q=hasj&kommune=3228')
    assert.match(html, /<\/ul><p class="hit-why">/)
  })

  test('is not said where the typed word itself is, nor of a list without words', async () => {
    for (const path of ['/tilbud?q=barnevern&kommune=3228', '/tilbud?kommune=3228']) {
      const said = await whyShown(path)
      assert.ok(said.size > 0)
      for (const [name, why] of said) if (/barnevern/i.test(name)) assert.equal(why, undefined, name)
    }
    assert.ok([...(await whyShown('/tilbud?kommune=3228')).values()].every(why => why === undefined))
  })

  test('is not said where what the word means stands in the name, and at most of two words', () => {
    const why = (typed: string, nb: string, kind: Why['kind'] = 'synonym'): Why => ({
      typed,
      meant: { nb },
      kind,
      lexeme: 'c:x',
    })
    const said = (name: string, ...all: Why[]) =>
      whyInWords(localeOf('nb'), { card: { name: { nb: name } }, why: all })
    assert.equal(said('Uteteamet', why('hasj', 'Rus')), 'Treff på «rus» for «hasj»')
    assert.equal(said('Ruskonsulent', why('hasj', 'Rus')), null)
    assert.equal(said('Uteteamet', why('skilsmisse', 'Skilsmisse og brudd')), null)
    assert.equal(said('Hasjavvenning', why('hasj', 'Rus')), null)
    assert.equal(said('Uteteamet', why('arbeidskontoret', 'NAV')), 'Treff på «NAV» for «arbeidskontoret»')
    for (const kind of ['same', 'part', 'prefix', 'spelling'] as const)
      assert.equal(said('Uteteamet', why('hasj', 'Rus', kind)), null, kind)
    assert.equal(
      said('Uteteamet', why('hasj', 'Rus'), why('pils', 'Øl'), why('slåss', 'Vold')),
      'Treff på «rus» for «hasj». Treff på «øl» for «pils»',
    )
  })
})

describe('of more than a thousand hits in the country', () => {
  before(async () => {
    // As many as the search looks at and some more, all like one that is published: only what search reads of them.
    await app.db.asOwner(async tx => {
      await tx.query({
        text: `
          with one as (
            select s.*, r.key, v.document, v.published_by, e.lexemes, e.weighed, e.facts, e.card
            from catalogue.service s join catalogue.service_record r using (id)
            join catalogue.service_version v on v.service_id = s.id and v.version = s.version
            join catalogue.search_entry e on e.service_id = s.id
            where s.slug = 'helsestasjon' order by s.id limit 1
          ),
          copies as (select platform.new_id() as new_id, n from generate_series(1, 1030) n),
          records as (
            insert into catalogue.service_record (id, key, owner_id)
            select new_id, key || '-' || n, owner_id from one, copies
          ),
          versions as (
            insert into catalogue.service_version (service_id, version, document, published_by)
            select new_id, 1, document, published_by from one, copies
          ),
          services as (
            insert into catalogue.service (id, slug, version, owner_id, room_code, meant_for, cost_kind, confirmed_on, confirm_by)
            select new_id, slug, 1, owner_id, room_code, meant_for, cost_kind, confirmed_on, confirm_by from one, copies
          )
          insert into catalogue.search_entry (service_id, lexemes, weighed, facts, card)
          select new_id, lexemes, weighed, facts, card from one, copies`,
      })
      await writePacks(tx)
    })
    // Until the program has heard of it; it gets a turn to hear.
    while (!heading((await getPage(app, '/tilbud?q=helsestasjon')).html).includes('1000'))
      await setImmediate()
  })

  for (const [prefix, first, last] of [
    ['', 'Viser 1–20 av over 1000 treff', 'Viser 981–1000 av over 1000 treff'],
    ['/nn', 'Viser 1–20 av over 1000 treff', 'Viser 981–1000 av over 1000 treff'],
    ['/en', 'Showing 1–20 of over 1000 results', 'Showing 981–1000 of over 1000 results'],
  ] as const) {
    test(`it is said that there are more, and pages can be turned to the last, on ${prefix}/tilbud`, async () => {
      const page = await getPage(app, `${prefix}/tilbud?q=helsestasjon`)
      assert.equal(heading(page.html), first)
      assert.match(page.html, new RegExp(`href="${prefix}/tilbud\\?q=helsestasjon&amp;side=50"`))
      assert.doesNotMatch(page.html, /side=51/)
      assert.equal(heading((await getPage(app, `${prefix}/tilbud?q=helsestasjon&side=50`)).html), last)
      const beyond = await getPage(app, `${prefix}/tilbud?q=helsestasjon&side=51`)
      assert.deepEqual(
        [beyond.status, beyond.headers['location']],
        [302, `${prefix}/tilbud?q=helsestasjon&side=50`],
      )
    })
  }

  test('in a place they are counted', async () => {
    const { html } = await getPage(app, '/tilbud?q=helsestasjon&kommune=3228')
    assert.doesNotMatch(heading(html), /over/)
  })
})

function heading(html: string): string {
  return /<h2 id="treff">([^<]*)/.exec(html)![1]!
}
