import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app.ts'
import { getPage, postForm } from '#test/client.ts'
import { withoutPersons } from './without-persons.ts'

const app = await testApp({ rateLimits: true })
const { rows } = await app.db.publicReader.query({
  text: `select id, slug from catalogue.service where slug = 'helsestasjon' order by id limit 1`,
})
const service = rows[0] as { id: string; slug: string }
const reportPath = `/tilbud/${service.id}/${service.slug}/meld-feil`

/** What is kept, oldest first, as the owner of the tables reads it. */
async function kept(): Promise<Record<string, unknown>[]> {
  return app.db.rolledBack(
    async tx => (await tx.query({ text: 'select * from catalogue.feedback order by ctid' })).rows,
  )
}

const last = async () => (await kept()).at(-1)!

test('an answer to "did you find it" is kept for the municipality and the service, and thanked for', async () => {
  const asked = await getPage(app, `/tilbud/${service.id}/${service.slug}?kommune=3228`)
  assert.match(asked.html, /<form method="post" action="\/tilbakemelding"/)
  const answer = await postForm(app, '/tilbakemelding', {
    svar: 'nei',
    lette_etter: '  Svømmekurs \n for  små ',
    kommune: '3228',
    tilbud: service.id,
  })
  assert.deepEqual([answer.status, answer.headers['location']], [303, '/takk'])
  const { kind, service_id, municipality_code, message } = await last()
  assert.deepEqual(
    [kind, service_id, municipality_code, message],
    ['not-found', service.id, '3228', 'Svømmekurs for små'],
  )
  assert.match((await getPage(app, '/takk')).html, /uten spor av deg/)
})

test('an answer may be only a yes; a service or municipality that is not there is left out', async () => {
  await post(1, '/nn/tilbakemelding', { svar: 'ja', lette_etter: '', kommune: '', tilbud: '' })
  assert.deepEqual(nothingBut(await last()), { kind: 'found' })
  const unknown = { svar: 'nei', kommune: '9999', tilbud: '00000000-0000-4000-8000-000000000000' }
  assert.equal((await post(1, '/nn/tilbakemelding', unknown)).status, 303)
  assert.deepEqual(nothingBut(await last()), { kind: 'not-found' })
})

test('a report of an error is kept for the owner of the service, with its lines', async () => {
  assert.match((await getPage(app, reportPath)).html, /<textarea[^>]*name="melding"/)
  const answer = await post(2, reportPath, { melding: 'Feil adresse.\r\nDet er flyttet til Årnes.' })
  assert.deepEqual([answer.status, answer.headers['location']], [303, '/takk'])
  const { kind, service_id, message } = await last()
  assert.deepEqual(
    [kind, service_id, message],
    ['error', service.id, 'Feil adresse.\nDet er flyttet til Årnes.'],
  )
})

test('nothing is kept that tells who wrote: no address, no browser, no time of day', async () => {
  const before = new Date()
  await post(
    3,
    reportPath,
    { melding: 'Stengt i høst' },
    {
      'user-agent': 'Merkelig nettleser 7',
      referer: `${app.baseUrl}/tilbud?q=hemmelig`,
      cookie: 'a=b',
      'accept-language': 'se',
    },
  )
  const row = await last()
  assert.deepEqual(Object.keys(row).toSorted(), [
    'created_on',
    'id',
    'kind',
    'message',
    'municipality_code',
    'service_id',
  ])
  assert.match(String(row['created_on']), /^\d{4}-\d{2}-\d{2}$/)
  // A key in the order of its making (version 7) would hold the time.
  assert.match(String(row['id']), /^[0-9a-f]{8}-[0-9a-f]{4}-4/)
  const text = JSON.stringify(row)
  for (const trace of ['Merkelig', 'hemmelig', '10.9.', 'a=b', before.toISOString().slice(11, 16)])
    assert.ok(!text.includes(trace), trace)
})

test('numbers of telephones and births, and addresses of mail and pages, are taken out', () => {
  for (const [written, stored] of [
    ['Ring meg på 91234567', 'Ring meg på [fjernet]'],
    ['tlf. 912 34 567 eller +47 22 33 44 55', 'tlf. [fjernet] eller [fjernet]'],
    ['tlf (+47) 912-34-567', 'tlf (+47) [fjernet]'],
    ['nummer 912–34–567 og 912\u00A034\u00A0567', 'nummer [fjernet] og [fjernet]'],
    ['født 01010112345', 'født [fjernet]'],
    ['født 010101 12345', 'født [fjernet]'],
    ['٩١٢٣٤٥٦٧', '[fjernet]'],
    ['skriv til kari.nordmann@example.org!', 'skriv til [fjernet]'],
    ['se https://example.org/kari?x=1 her', 'se [fjernet] her'],
    [
      'Det koster 1200 kroner, åpent 8-16, alder 13-19, postnummer 2150',
      'Det koster 1200 kroner, åpent 8-16, alder 13-19, postnummer 2150',
    ],
  ] as const) {
    assert.equal(withoutPersons(written), stored)
  }
})

test('they are taken out before anything is kept, also where the marks make it longer', async () => {
  await post(4, '/tilbakemelding', { svar: 'nei', lette_etter: 'Jeg heter 01010112345, ring 912 34 567' })
  assert.equal((await last())['message'], 'Jeg heter [fjernet], ring [fjernet]')
  const many = 'a@b '.repeat(245)
  assert.equal((await post(4, reportPath, { melding: many })).status, 303)
  const message = String((await last())['message'])
  assert.ok(message.length <= 1000 && !message.includes('@'))
})

test('an answer that is longer than its field is cut, not lost', async () => {
  const words = 'ord '.repeat(400).trim()
  assert.equal((await post(10, '/tilbakemelding', { svar: 'nei', lette_etter: words })).status, 303)
  assert.equal((await last())['message'], words.slice(0, 1000))
})

test('an empty report, and one that is too long, come back with what was written and what to do', async () => {
  const before = (await kept()).length
  const long = `Linje én\n${'ord '.repeat(300)}<b>slutt</b>`
  for (const [written, error] of [
    ['', 'Skriv hva som er feil'],
    ['  \n ', 'Skriv hva som er feil'],
    [long, 'Skriv kortere: høyst 1000 tegn'],
  ] as const) {
    const { status, html } = await postForm(app, reportPath, { melding: written })
    assert.equal(status, 422)
    assert.match(html, new RegExp(`<a href="#melding">${error}</a>`), 'the summary leads to the field')
    assert.match(
      html,
      /<textarea[^>]*id="melding"[^>]*aria-invalid="true"|<textarea[^>]*aria-invalid="true"[^>]*id="melding"/,
    )
    assert.match(html, /<title>[^<]*Meld en feil om/)
  }
  const { html } = await post(5, reportPath, { melding: long })
  const field = /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(html)![1]!
  assert.equal(field.replace(/^\n/, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>'), long.trim())
  assert.equal((await kept()).length, before, 'nothing of it is kept')
})

test('in English the form speaks English', async () => {
  const { html } = await post(6, `/en${reportPath}`, { melding: '' })
  assert.match(html, /<html lang="en"/)
  assert.match(html, /Write what is wrong/)
})

test('an answer that is none is a bad request with a page, and a report on what is not there is not found', async () => {
  assert.equal((await post(7, '/tilbakemelding', { svar: 'kanskje' })).status, 400)
  assert.equal((await post(7, '/tilbakemelding', {})).status, 400)
  const gone = '/tilbud/00000000-0000-4000-8000-000000000000/borte/meld-feil'
  assert.equal((await getPage(app, gone)).status, 404)
  assert.equal((await post(7, gone, { melding: 'x' })).status, 404)
})

test('the seventh form from one place within a minute is asked to wait; others are not', async () => {
  const send = () => post(9, '/se/tilbakemelding', { svar: 'ja' })
  for (let n = 1; n <= 6; n++) assert.equal((await send()).status, 303, `number ${n}`)
  const before = (await kept()).length
  const seventh = await send()
  assert.equal(seventh.status, 429)
  assert.match(seventh.html, /<h1[^>]*><span lang="nb">Det går litt fort</)
  assert.ok(Number(seventh.headers['retry-after']) > 0)
  assert.equal((await kept()).length, before)
  assert.equal((await post(8, '/se/tilbakemelding', { svar: 'ja' })).status, 303)
})

/** The columns that have something, but for key and date. */
function nothingBut({
  id: _id,
  created_on: _date,
  ...row
}: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))
}

/** Sends a form as a browser on our own page does, from one of several homes: each may send six a minute. */
async function post(
  home: number,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
) {
  const answer = await app.server.inject({
    method: 'POST',
    url: path,
    remoteAddress: `10.9.0.${home}`,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      ...headers,
    },
    payload: new URLSearchParams(fields).toString(),
  })
  return { status: answer.statusCode, html: answer.body, headers: answer.headers }
}
