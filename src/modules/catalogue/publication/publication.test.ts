import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import * as z from 'zod'
import { many, sql, value } from '#platform/db/sql.ts'
import { testApp } from '#test/app.ts'
import { getPage } from '#test/client.ts'
import { makeTestOwner, serviceDocument } from '#test/services.ts'
import type { ServiceDocument } from '../document/document.schema.ts'
import { publish, withdraw } from './publication.store.ts'
import { slugOf } from './slug.ts'

const app = await testApp({ template: 'reference' })
await app.db.asOwner(makeTestOwner)

const publishNow = (document: ServiceDocument, note?: string) =>
  app.db.asOwner(tx => publish(tx, document, { by: 'prøven', ...(note && { note }) }))

test('a document is published once: the same again changes nothing', async () => {
  const document = serviceDocument({
    key: 'en-gang',
    phones: [{ number: '12345678' }],
    hours: [{ always: true }],
  })
  const first = await publishNow(document)
  const before = await everything()
  const again = await publishNow(document)
  assert.deepEqual([first.published, again], [true, { id: first.id, published: false }])
  assert.ok(before === (await everything()), 'a row was changed')
})

test('each change is a version, with its words, who and why; the public sees the last', async () => {
  const document = serviceDocument({ key: 'historie', name: { nb: 'Første navn', nn: 'Første namn' } })
  const { id } = await publishNow(document)
  const changed = serviceDocument({ ...document, name: { nb: 'Nytt navn', nn: 'Nytt namn' } })
  assert.deepEqual(await publishNow(changed, 'Nytt navn fra høsten'), { id, published: true })
  const versions = await app.db.asOwner(tx =>
    many(
      tx,
      z.object({ version: z.number(), name: z.string(), note: z.string().nullable(), by: z.string() }),
      sql`select version, document->'name'->>'nb' as name, note, published_by as by
          from catalogue.service_version where service_id = ${id} order by version`,
    ),
  )
  assert.deepEqual(versions, [
    { version: 1, name: 'Første navn', note: null, by: 'prøven' },
    { version: 2, name: 'Nytt navn', note: 'Nytt navn fra høsten', by: 'prøven' },
  ])
  const page = await getPage(app, `/tilbud/${id}/nytt-navn`)
  assert.match(page.html, /<h1[^>]*>Nytt navn</)
  assert.doesNotMatch(page.html, /Første navn/)
})

test('what is no longer in the document is no longer there', async () => {
  const full = serviceDocument({
    key: 'med-alt',
    phones: [{ number: '12345678' }],
    links: [{ kind: 'website', url: 'https://example.org/' }],
    places: [{ street: 'Storgata 1', postcode: '2150', city: 'Årnes', area: '3228', lat: 60.12, lon: 11.47 }],
    hours: [{ days: ['mo'], opens: '08:00', closes: '15:00' }],
    legal_basis: [{ law: 'barnevernsloven', section: '§ 3-1' }],
    languages: ['en'],
  })
  const { id } = await publishNow(full)
  await publishNow(serviceDocument({ key: 'med-alt' }))
  for (const table of ['phone', 'link', 'schedule', 'legal_basis', 'service_at_location']) {
    assert.equal(await countOf(`catalogue.${table} where service_id = '${id}'`), 0, table)
  }
  assert.equal(
    await countOf(`catalogue.location where street = 'Storgata 1'`),
    0,
    'the address nobody uses stays',
  )
  assert.equal(
    await countOf(`catalogue.service_term where service_id = '${id}' and vocabulary = 'language'`),
    0,
  )
})

test('two services at one place share it, and it stays as long as one of them is there', async () => {
  const places = [{ street: 'Delegata 2', postcode: '2150', city: 'Årnes', area: '3228' }]
  const one = await publishNow(serviceDocument({ key: 'deler-en', places }))
  const two = await publishNow(serviceDocument({ key: 'deler-to', places }))
  const shared = () => countOf(`catalogue.location where street = 'Delegata 2'`)
  assert.equal(await shared(), 1)
  await app.db.asOwner(tx => withdraw(tx, one.id))
  assert.equal(await shared(), 1)
  await app.db.asOwner(tx => withdraw(tx, two.id))
  assert.equal(await shared(), 0)
})

test('what could lead to a protected place is nowhere: not in a table, not on a page, not in the open data', async () => {
  const place = {
    street: 'Hemmeliggata 77',
    postcode: '2169',
    city: 'Skjulstad',
    area: '3228',
    lat: 60.98765,
    lon: 11.43219,
  }
  const open = serviceDocument({
    key: 'krisesenter',
    sensitive: true,
    places: [{ ...place, name: { nb: 'Huset', nn: 'Huset' } }],
  })
  // As it may go: the address is out before somebody thinks of it.
  const { id } = await publishNow(open)
  assert.match(await everything(), /Hemmeliggata 77/)
  await publishNow(serviceDocument({ ...open, places: [{ ...open.places[0]!, protected: true }] }))

  const secrets = ['Hemmeliggata', '2169', 'Skjulstad', '60.98765', '11.43219']
  const tables = await everything({ but: 'version' })
  const newest = await app.db.asOwner(tx =>
    value(
      tx,
      z.string(),
      sql`select document::text from catalogue.service_version where service_id = ${id} order by version desc limit 1`,
    ),
  )
  const page = await until(`/tilbud/${id}/proevetilbud`, ({ html }) => html.includes('Adressen er hemmelig'))
  const others = [
    `/tilbud?kommune=3228`,
    '/kommune/3228',
    `/lagret?tilbud=${id}`,
    '/api/hsds/services',
    `/api/hsds/services/${id}`,
    '/sitemap.xml',
  ]
  const seen = [page.html, ...(await Promise.all(others.map(async path => (await getPage(app, path)).html)))]
  assert.ok(seen.every(text => text.length > 200))
  for (const secret of secrets) {
    // Whole: four digits may stand within the numbers that search keeps.
    const whole = new RegExp(`(?<!\\w)${secret.replaceAll('.', String.raw`\.`)}(?!\\w)`)
    assert.ok(!whole.test(tables), `${secret} is in a table`)
    assert.ok(!newest.includes(secret), `${secret} is in the newest version`)
    for (const [index, text] of seen.entries())
      assert.ok(!text.includes(secret), `${secret} is on ${others[index - 1] ?? 'the page'}`)
  }
})

test('a chain that names a service before it is there holds when it comes', async () => {
  const one = await publishNow(serviceDocument({ key: 'kjede-en', stronger: ['kjede-to'] }))
  const two = await publishNow(serviceDocument({ key: 'kjede-to' }))
  const links = () =>
    countOf(`catalogue.service_chain where easier_id = '${one.id}' and stronger_id = '${two.id}'`)
  assert.equal(await links(), 1)
  assert.match((await getPage(app, `/tilbud/${one.id}/proevetilbud`)).html, new RegExp(two.id))
})

test('the name of a protected place is not shown, and earlier versions forget where it is', async () => {
  const places = [{ street: 'Gjemt vei 9', postcode: '2150', city: 'Årnes', area: '3228' }]
  const { id } = await publishNow(serviceDocument({ key: 'gjemt', places }))
  const name = { nb: 'Gjemt vei 9', nn: 'Gjemt veg 9' }
  await publishNow(serviceDocument({ key: 'gjemt', places: [{ name, area: '3228', protected: true }] }))
  assert.equal(
    await countOf(
      `catalogue.service_version where service_id = '${id}' and document::text like '%Gjemt ve%'`,
    ),
    0,
  )
  assert.doesNotMatch((await getPage(app, `/tilbud/${id}/proevetilbud`)).html, /Gjemt ve/)
})

test('a withdrawn service is gone for the public; its versions stay, and it can come back', async () => {
  const document = serviceDocument({ key: 'trukket' })
  const { id } = await publishNow(document)
  const path = `/tilbud/${id}/proevetilbud`
  assert.equal((await getPage(app, path)).status, 200)
  await app.db.asOwner(tx => withdraw(tx, id))
  await until(path, ({ status }) => status === 404)
  assert.doesNotMatch(
    (await getPage(app, '/tilbud?kommune=3228&q=prøvetilbud&sorter=navn')).html,
    new RegExp(id),
  )
  assert.equal((await getPage(app, `/api/hsds/services/${id}`)).status, 404)
  assert.equal(await countOf(`catalogue.service_version where service_id = '${id}'`), 1)
  assert.deepEqual(await publishNow(document), { id, published: true })
  await until(path, ({ status }) => status === 200)
})

test('a document that names what is not there is refused whole', async () => {
  const before = await everything()
  for (const [what, wrong] of Object.entries({
    owner: { organizations: [{ organization: 'finnes-ikke', role: 'owner' as const }] },
    unit: { organizations: [{ organization: 'prove-kommune', unit: 'finnes-ikke', role: 'owner' as const }] },
    helper: {
      organizations: [
        { organization: 'prove-kommune', role: 'owner' as const },
        { organization: 'finnes-ikke', role: 'delivers' as const },
      ],
    },
    area: { coverage: ['3228', '9999'] },
    room: { room: 'finnes-ikke' },
    theme: { themes: ['finnes-ikke'] },
    audience: { audiences: ['finnes-ikke'] },
    place: { places: [{ area: '9999' }] },
  })) {
    await assert.rejects(publishNow(serviceDocument({ key: 'feil', ...wrong })), `unknown ${what}`)
  }
  assert.ok(before === (await everything()), 'something of it stayed')
})

test('a code that is named twice counts once', async () => {
  const { id } = await publishNow(
    serviceDocument({
      key: 'dobbelt',
      audiences: ['parents', 'parents'],
      access: ['drop-in', 'drop-in'],
      target_groups: ['parent', 'parent'],
      coverage: ['3228', '3228'],
    }),
  )
  const row = await app.db.asOwner(tx =>
    many(
      tx,
      z.object({
        audiences: z.array(z.string()),
        access_kinds: z.array(z.string()),
        target_groups: z.array(z.string()),
      }),
      sql`select audiences, access_kinds, target_groups from catalogue.search_document where service_id = ${id}`,
    ),
  )
  assert.deepEqual(row, [{ audiences: ['parents'], access_kinds: ['drop-in'], target_groups: ['parent'] }])
})

test('the part of an address that people read has plain letters', () => {
  assert.equal(
    slugOf('Åpen barnehage på Årnes – Ærlig & øyeblikkelig!'),
    'aapen-barnehage-paa-aarnes-aerlig-oeyeblikkelig',
  )
  assert.equal(slugOf('Čáhcesuolu'), 'cahcesuolu')
  assert.equal(slugOf('???'), 'tilbud')
  assert.ok(slugOf('a'.repeat(200)).length <= 80)
})

/** All rows of the catalogue and the names of its tables, as text. */
async function everything(options: { but?: string } = {}): Promise<string> {
  return app.db.rolledBack(async tx => {
    const { rows } = await tx.query({
      text: `select relname from pg_class where relnamespace = 'catalogue'::regnamespace and relkind = 'r' order by 1`,
    })
    const texts: string[] = []
    for (const { relname } of rows as { relname: string }[]) {
      if (options.but && relname.includes(options.but)) continue
      const found = await tx.query({
        text: `select coalesce(string_agg(t::text, E'\\n' order by t::text), '') as text from catalogue.${relname} t`,
      })
      texts.push(relname, (found.rows[0] as { text: string }).text)
    }
    assert.ok(rows.length > 15)
    return texts.join('\n')
  })
}

function countOf(what: string): Promise<number> {
  return app.db.rolledBack(async tx => {
    const { rows } = await tx.query({ text: `select count(*)::integer as n from ${what}` })
    return (rows[0] as { n: number }).n
  })
}

/** A page as it is soon: rendered pages are kept until the server hears of the change. */
async function until(path: string, isThere: (page: { status: number; html: string }) => boolean) {
  for (let tries = 0; ; tries++) {
    const page = await getPage(app, path)
    if (isThere(page)) return page
    assert.ok(tries < 100, `${path} does not become what it should be: ${page.status}`)
    await wait(20)
  }
}
