import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import * as z from 'zod'
import { many, sql, value } from '#platform/db/sql.ts'
import { testApp } from '#test/app.ts'
import { getPage, loginAs, type LoggedIn } from '#test/client.ts'

const app = await testApp()

/** Gives a person of the demonstration a role, until the demo data does so itself. */
async function employed(key: string, organization: string): Promise<LoggedIn> {
  const person = await loginAs(app, key)
  await app.db.asOwner(tx =>
    tx.query({
      text: `insert into organizations.role_grant (person_id, organization_id, role)
             select $1, id, 'editor' from organizations.organization where key = $2`,
      values: [person.personId, organization],
    }),
  )
  return person
}

const nes = await employed('redaktor-nes', 'nes-kommune')
const nannestad = await employed('redaktor-nannestad', 'nannestad-kommune')

/** Sends a form with a file as a browser does. */
async function sendFile(
  person: LoggedIn | null,
  bytes: Uint8Array | null,
  fields: Record<string, string> = {},
) {
  const form = new FormData()
  for (const [name, given] of Object.entries({ innsending: randomUUID(), ...fields })) form.set(name, given)
  form.set('fil', new Blob(bytes ? [new Uint8Array(bytes)] : []), bytes ? 'tilbud.csv' : '')
  const body = new Response(form)
  const answer = await app.server.inject({
    method: 'POST',
    url: '/arbeid/import',
    headers: {
      ...person?.headers,
      'content-type': body.headers.get('content-type')!,
      'sec-fetch-site': 'same-origin',
    },
    payload: Buffer.from(await body.arrayBuffer()),
  })
  return { status: answer.statusCode, html: answer.body, path: answer.headers['location'] ?? '' }
}

/** The value of a hidden field of a page. */
const hidden = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''

const sheet = [
  'Tilbud;Kort beskrivelse;Kommune;Alder fra;Målgruppe;Rart',
  'Leirskole;En uke ute;Nes;10;Ungdom;x',
  'Korpset;Musikk;Nes;ti;Ungdom;x',
  'Kveldsklubb;For unge;Nes;13;Ungdommer;x',
].join('\r\n')

/** What a browser sends when the form is sent as it stands. */
function asItStands(html: string, action: string): Record<string, string> {
  const form = html.split('<form').find(part => part.includes(`action="${action}"`)) ?? assert.fail(action)
  const fields: [string, string][] = []
  for (const [, name, value] of form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g))
    fields.push([name!, value!])
  for (const [, name, options] of form.matchAll(/<select[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
    const all = [...options!.matchAll(/<option([^>]*)>/g)].map(([, attributes]) => attributes!)
    const chosen = all.find(one => / selected/.test(one)) ?? all[0]!
    fields.push([name!, / value="([^"]*)"/.exec(chosen)?.[1] ?? ''])
  }
  const names = fields.map(([name]) => name)
  assert.equal(new Set(names).size, names.length, 'no field stands twice')
  return Object.fromEntries(fields)
}

test('the form for columns sent as it stands is right, whatever stands in the file', async () => {
  const long = 'ungdom som '.repeat(60)
  const file = [
    'Navn nb;Navn (nynorsk);Beskrivelse en;Tlf;E-post;Nettside;Kommune(r);Alder fra;Målgruppe;Rart & <rart>;;Navn nb',
    `A;B;C;63911000;a@example.no;example.no;Nes;10;${long}a|${long}b;x;y;z`,
    'A2;B;C;63911000;a@example.no;example.no;Nes;10;– | constructor | __proto__ | <b>;x;y;z',
  ].join('\r\n')
  const first = await nes.get('/arbeid/import')
  const sent = await sendFile(nes, Buffer.from(file), { eier: hidden(first.html, 'eier') })
  const { html } = await nes.get(sent.path)
  const chosen = asItStands(html, `${sent.path}/lesing`)
  assert.deepEqual(
    [0, 1, 2, 3, 4, 5, 6, 7].map(i => chosen[`k${i}`]),
    ['navn', 'navn nynorsk', 'beskrivelse engelsk', 'telefon', '', 'nettsted', 'områder', 'alder fra'],
  )
  const asked = await nes.post(`${sent.path}/lesing`, chosen)
  assert.equal(asked.status, 303)
  assert.deepEqual(await app.runJobs(), { failures: [] })
  assert.match((await nes.get(sent.path)).html, /Vi fant 2 tilbud/)
})

test('a spreadsheet with faults is imported: columns, faults in words, the good rows, the result', async () => {
  const first = await nes.get('/arbeid/import')
  assert.equal(first.status, 200)
  const sent = await sendFile(nes, Buffer.from(sheet), { eier: hidden(first.html, 'eier') })
  assert.equal(sent.status, 303)

  const mapping = await nes.get(sent.path)
  assert.match(mapping.html, /<option value="navn" selected/)
  assert.match(mapping.html, /«Ungdommer» i kolonnen målgrupper/)
  assert.match(mapping.html, /For eksempel: Leirskole/)
  const fields = {
    innsending: hidden(mapping.html, 'innsending'),
    k0: 'navn',
    k1: 'sammendrag',
    k2: 'områder',
    k3: 'alder fra',
    k4: 'målgrupper',
    k5: '',
    'ord:målgrupper:ungdommer': 'youth',
  }
  const asked = await nes.post(`${sent.path}/lesing`, fields)
  assert.equal(asked.status, 303)
  const waiting = await nes.get(sent.path)
  assert.equal(waiting.headers['refresh'], '3', 'the page asks for itself again, without script')
  assert.deepEqual(await app.runJobs(), { failures: [] })

  const read = await nes.get(sent.path)
  assert.equal(read.headers['refresh'], undefined)
  assert.match(read.html, /Vi fant 3 tilbud\. 2 kan bli utkast, 1 har feil\./)
  assert.match(read.html, /Rad 3, kolonne «Alder fra»: «ti» er ikke et tall\. Skriv for eksempel 10\./)
  assert.match(read.html, /Importer bare de uten feil/)
  assert.doesNotMatch(read.html, /Importer alle/)
  const nynorsk = await nes.get(`/nn${sent.path}`)
  assert.match(nynorsk.html, /«ti» er ikkje eit tal\. Skriv til dømes 10\./)

  const lesing = hidden(read.html, 'lesing')
  // All are not good: asking for all starts nothing.
  await nes.post(`${sent.path}/start`, { lesing, ta: 'all' })
  assert.match((await nes.get(sent.path)).html, /Klar til å starte/)
  await nes.post(`${sent.path}/start`, { lesing, ta: 'good' })
  await nes.post(`${sent.path}/start`, { lesing, ta: 'good' })
  const underWay = await nes.get(sent.path)
  assert.match(underWay.html, /<progress max="2" value="0"/)
  assert.deepEqual(await app.runJobs(), { failures: [] })
  const done = await nes.get(sent.path)
  assert.match(done.html, /2 nye utkast, 0 endret, 0 uten endring, 0 avvist\./)
  const drafts = await app.db.asOwner(tx =>
    many(
      tx,
      z.object({ name: z.string(), groups: z.array(z.string()) }),
      sql`select document->'name'->>'nb' as name, document->'target_groups' as groups from catalogue.draft
          where document->'name'->>'nb' in ('Leirskole', 'Korpset', 'Kveldsklubb') order by 1`,
    ),
  )
  assert.deepEqual(drafts, [
    { name: 'Kveldsklubb', groups: ['youth'] },
    { name: 'Leirskole', groups: ['youth'] },
  ])

  // The next file of the organisation begins with these columns and words.
  const next = await sendFile(nes, Buffer.from(sheet))
  const remembered = await nes.get(next.path)
  assert.match(remembered.html, /<option value="youth" selected/)
  const cancelled = await nes.post(`${next.path}/avbrudd`, {})
  assert.equal(cancelled.status, 303)
  assert.match((await nes.get(next.path)).html, /Avbrutt/)
})

test('the same form sent twice is one import', async () => {
  const innsending = randomUUID()
  const [one, other] = [
    await sendFile(nes, Buffer.from(sheet), { innsending }),
    await sendFile(nes, Buffer.from(sheet), { innsending }),
  ]
  assert.equal(one.path, other.path)
})

test('files that cannot be taken are refused in words, and the form comes back', async () => {
  for (const [bytes, words] of [
    [null, 'Velg en fil.'],
    [Buffer.from('%PDF-1.7'), 'Vi kjenner ikke igjen denne typen fil.'],
    [Buffer.alloc(20 * 1024 * 1024 + 1, 97), 'Filen er for stor. Den kan være på 20 MB.'],
    [Buffer.alloc(20 * 1024 * 1024 + 500_000, 97), 'Filen er for stor. Den kan være på 20 MB.'],
  ] as const) {
    const { status, html } = await sendFile(nes, bytes)
    assert.equal(status, 422, words)
    assert.ok(html.includes(words), words)
    assert.match(html, /<form method="post" action="\/arbeid\/import"/)
  }
})

test('a form that is broken off, or full of fields, is the trouble of who sends it', async () => {
  for (const payload of [
    '--x\r\ncontent-disposition: form-data; name="fil"; filename="a"\r\n\r\nnavn',
    '',
    Array.from(
      { length: 80 },
      (_, i) => `--x\r\ncontent-disposition: form-data; name="f${i}"\r\n\r\nx\r\n`,
    ).join('') + '--x--',
  ]) {
    const answer = await app.server.inject({
      method: 'POST',
      url: '/arbeid/import',
      headers: {
        ...nes.headers,
        'content-type': 'multipart/form-data; boundary=x',
        'sec-fetch-site': 'same-origin',
      },
      payload,
    })
    assert.ok(answer.statusCode >= 400 && answer.statusCode < 500, String(answer.statusCode))
  }
})

test('who is not logged in, or may not import, has no file read', async () => {
  assert.equal((await sendFile(null, Buffer.from(sheet))).status, 401)
  const outsider = await loginAs(app, 'utenforstaende')
  assert.equal((await sendFile(outsider, Buffer.from(sheet))).status, 404)
  const count = () =>
    app.db.asOwner(tx => value(tx, z.number(), sql`select count(*)::integer from catalogue.import_order`))
  const before = await count()
  const owner = await app.db.asOwner(tx =>
    value(tx, z.string(), sql`select id from organizations.organization where key = 'nannestad-kommune'`),
  )
  // Another's organisation is not taken for one's own, though that is the only one there is to choose.
  assert.equal((await sendFile(nes, Buffer.from(sheet), { eier: owner })).status, 422)
  assert.equal(await count(), before)
  const sent = await sendFile(nes, Buffer.from(sheet))
  assert.equal(sent.status, 303)
  assert.equal(await count(), before + 1)
  assert.equal((await nannestad.get(sent.path)).status, 404)
  for (const [path, fields] of [
    [`${sent.path}/lesing`, { innsending: randomUUID() }],
    [`${sent.path}/start`, { lesing: randomUUID(), ta: 'good' }],
    [`${sent.path}/avbrudd`, {}],
  ] as const)
    assert.equal((await nannestad.post(path, fields)).status, 404, path)
})

test('one takes out one’s own published services, and reads them in again without a change', async () => {
  const page = await nes.get('/arbeid/eksport')
  assert.match(page.html, /Nes kommune/)
  for (const format of ['csv', 'xlsx', 'json', 'ndjson', 'zip']) {
    const path = `/arbeid/eksport/nes-kommune/${format}`
    assert.ok(page.html.includes(path))
    const answer = await app.server.inject({ method: 'GET', url: path, headers: nes.headers })
    assert.equal(answer.statusCode, 200, format)
    assert.match(String(answer.headers['content-disposition']), new RegExp(`tilbud-nes-kommune\\.${format}`))
    assert.match(String(answer.headers['cache-control']), /no-store/)
    const sent = await sendFile(nes, answer.rawPayload)
    const shown = await nes.get(sent.path)
    if (format === 'csv' || format === 'xlsx')
      await nes.post(`${sent.path}/lesing`, { innsending: hidden(shown.html, 'innsending') })
    assert.deepEqual(await app.runJobs(), { failures: [] })
    const read = await nes.get(sent.path)
    assert.match(read.html, /0 har feil/, format)
    await nes.post(`${sent.path}/start`, { lesing: hidden(read.html, 'lesing'), ta: 'all' })
    assert.deepEqual(await app.runJobs(), { failures: [] })
    const done = await nes.get(sent.path)
    assert.match(done.html, /0 nye utkast/, format)
    assert.match(done.html, /0 avvist/, format)
    assert.match(done.html, / 0 endret/, format)
  }
  assert.equal((await nannestad.get('/arbeid/eksport/nes-kommune/csv')).status, 404)
  assert.equal((await getPage(app, '/arbeid/eksport/nes-kommune/csv')).status, 303)
})
