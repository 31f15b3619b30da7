import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import * as z from 'zod'
import { sql, value } from '#platform/db/sql.ts'
import { testApp } from '#test/app.ts'
import { loginAs, type LoggedIn, type Page } from '#test/client.ts'
import { hiddenIn } from '#test/service-forms.ts'

// What comes to municipalities from above: guidelines and enquiries. One app, since each tells on from the one before.

const app = await testApp()

let ragnhild: LoggedIn
let ingrid: LoggedIn
let jonas: LoggedIn
before(async () => {
  ragnhild = await loginAs(app, 'regionkoordinator')
  ingrid = await loginAs(app, 'koordinator-nes')
  jonas = await loginAs(app, 'koordinator-nannestad')
})

/** Sends the form of a page. */
async function send(
  who: LoggedIn,
  path: string,
  action: string,
  fields: Record<string, string>,
): Promise<Page> {
  return who.post(action, { ...hiddenIn(await who.get(path), action), ...fields })
}
/** Begins a paper by its form. */
async function begin(path: string, fields: Record<string, string | string[]>): Promise<string> {
  const page = await ragnhild.get(path)
  const action = new RegExp(`action="(${path}[^"]*)"`).exec(page.html)![1]!
  const all = Object.entries({ ...hiddenIn(page, action), ...fields })
  const answer = await app.server.inject({
    method: 'POST',
    url: action,
    headers: {
      ...ragnhild.headers,
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
    },
    payload: new URLSearchParams(
      all.flatMap(([name, value]) => [value].flat().map(one => [name, one])),
    ).toString(),
  })
  return (
    /([0-9a-f-]{36})/.exec(String(answer.headers['location']))?.[1] ?? assert.fail(answer.body.slice(0, 3000))
  )
}

test('a guideline is seen by the municipalities it covers when it is published, and the sender sees who has taken note and no more', async () => {
  const id = await begin('/arbeid/foringer/ny', {
    overskrift: 'Tverrfaglig innsats mot skolefravær',
    tekst: 'Kommunene skal ha en felles rutine.',
    kilde: 'Tildelingsbrev 2026',
    rom: 'helsestasjon',
    til: '2027-12-31',
  })
  const path = `/arbeid/foringer/${id}`
  assert.equal((await ingrid.get(path)).status, 404, 'a draft is for nobody else')
  const published = await send(ragnhild, path, `${path}/publisering`, { utfall: 'published' })
  assert.equal(published.status, 303)
  assert.match((await ingrid.get('/arbeid/foringer')).html, /Tverrfaglig innsats mot skolefravær/)
  assert.match((await ingrid.get('/arbeid')).html, /Tverrfaglig innsats mot skolefravær/)
  assert.equal((await ingrid.get(`${path}/endre`)).status, 404)

  const form = hiddenIn(await ingrid.get(path), `${path}/kvittering`)
  for (const _ of [1, 2])
    assert.equal(
      (await ingrid.post(`${path}/kvittering`, { ...form, merknad: 'Tas opp i mars' })).status,
      303,
    )
  assert.match((await ingrid.get(path)).html, /Tas opp i mars/)
  const back = await ingrid.post(`${path}/kvittering`, {
    ...form,
    merknad: 'Skrevet etter å ha gått tilbake',
  })
  assert.equal(back.status, 422, 'a form from before she took note loses nothing and overwrites nothing')
  assert.match(back.html, /En kollega har kvittert[\s\S]*>Skrevet etter å ha gått tilbake<\/textarea>/)
  const sender = await ragnhild.get(path)
  assert.match(sender.html, /<th scope="row">Nes kommune<\/th>/)
  assert.doesNotMatch(sender.html, /Tas opp i mars|Ingrid/)
  assert.doesNotMatch((await jonas.get(path)).html, /Tas opp i mars/)

  const change = await send(ragnhild, `${path}/endre`, `${path}/endre`, {
    overskrift: 'Innsats mot fravær',
    tekst: 'Ny tekst.',
    kilde: 'Tildelingsbrev 2027',
  })
  assert.equal(change.status, 303)
  assert.doesNotMatch((await jonas.get(path)).html, /Ny tekst/, 'what is written on is not published')
  const old = hiddenIn(await jonas.get(path), `${path}/kvittering`)
  await send(ragnhild, path, `${path}/publisering`, { utfall: 'published' })
  const tooLate = await jonas.post(`${path}/kvittering`, { ...old, merknad: 'Lest' })
  assert.equal(tooLate.status, 422)
  assert.match(tooLate.html, /publisert på nytt imens/)
  assert.match(tooLate.html, />Lest<\/textarea>/)
})

test('a municipality writes its note anew as often as it likes; nothing it wrote is wiped out, and the sender sees none of it', async () => {
  const id = await begin('/arbeid/foringer/ny', {
    overskrift: 'Felles rutine for overgangar',
    tekst: 'Kommunene skal ha en felles rutine for overganger.',
    kilde: 'Rundskriv 2026',
  })
  const path = `/arbeid/foringer/${id}`
  await send(ragnhild, path, `${path}/publisering`, { utfall: 'published' })
  await send(ingrid, path, `${path}/kvittering`, { merknad: 'Først' })
  const before = await app.db.asOwner(tx =>
    value(tx, z.string(), sql`select max(acknowledged_at)::text from planning.acknowledgement`),
  )
  const opened = hiddenIn(await ingrid.get(path), `${path}/kvittering`)
  const long = await ingrid.post(`${path}/kvittering`, { ...opened, merknad: 'x'.repeat(2001) })
  assert.equal(long.status, 422)
  assert.match(long.html, /aria-invalid="true"[^>]*>x{2001}</)
  assert.match(long.html, /<details[^>]* open/)
  for (const _ of [1, 2])
    assert.equal((await ingrid.post(`${path}/kvittering`, { ...opened, merknad: 'Deretter' })).status, 303)
  const page = await ingrid.get(path)
  assert.match(page.html, /<p class="written">Deretter<\/p>/)
  assert.match(page.html, /Merknaden slik den har stått[\s\S]*Deretter[\s\S]*Først/)
  assert.equal(page.html.match(/Deretter/g)?.length, 3, 'where it stands, in the list and in the field')
  await send(ingrid, path, `${path}/kvittering`, { merknad: '' })
  assert.match((await ingrid.get(path)).html, /Ingen merknad/)

  const late = await ingrid.post(`${path}/kvittering`, { ...opened, merknad: 'For sent' })
  assert.equal(late.status, 422)
  assert.match(late.html, />For sent<\/textarea>/)
  for (const who of [ragnhild, jonas]) assert.doesNotMatch((await who.get(path)).html, /Først|Deretter/)
  const theirs = {
    ...hiddenIn(await jonas.get(path), `${path}/kvittering`),
    kjent: '3',
    merknad: 'Fra naboen',
  }
  const other = await jonas.post(`${path}/kvittering`, { ...theirs, organisasjon: opened['organisasjon']! })
  assert.equal(other.status, 404)
  assert.equal(
    await app.db.asOwner(tx =>
      value(tx, z.string(), sql`select max(acknowledged_at)::text from planning.acknowledgement`),
    ),
    before,
    'when it took note stays',
  )
})

test('a guideline is listed where one plans, and taken into a measure by its title', async () => {
  const id = await app.db.asOwner(tx =>
    value(
      tx,
      z.string(),
      sql`select paper_id from planning.guideline_publication where fields->>'title' = 'Innsats mot fravær'`,
    ),
  )
  const plans = await ingrid.get('/arbeid/planer')
  const plan = /href="(\/arbeid\/planer\/[0-9a-f-]{36})"/.exec(plans.html)![1]!
  assert.match((await ingrid.get(plan)).html, /Føringer å planlegge etter[\s\S]*Innsats mot fravær/)
  const take = await ingrid.get(
    `/arbeid/planer/ta-inn?slag=guideline&nokkel=${id}&omrade=3228&plan=${plan.split('/').at(-1)}`,
  )
  assert.match(take.html, /value="Innsats mot fravær"/)
})

test('municipalities are asked once: the answer is for who asks, the region and themselves, and what is like it is shown before the next is sent', async () => {
  const ask = (sporsmal: string) =>
    begin('/arbeid/henvendelser/ny', {
      sporsmal,
      hvorfor: 'Til en felles plan',
      svartype: 'number',
      frist: '2026-12-20',
      kommuner: ['3228', '3238'],
    })
  const id = await ask('Hvor mange helsesykepleiere er ansatt i skolehelsetjenesten?')
  const path = `/arbeid/henvendelser/${id}`
  assert.equal((await ingrid.get(path)).status, 404)
  const sent = await send(ragnhild, path, `${path}/utsending`, {})
  assert.equal(sent.status, 303)
  assert.equal((await ragnhild.get(`${path}/endre`)).status, 404, 'what is sent is not changed')
  assert.match((await ingrid.get('/arbeid')).html, /Hvor mange helsesykepleiere/)

  const form = hiddenIn(await ingrid.get(path), `${path}/svar`)
  const wrong = await ingrid.post(`${path}/svar`, { ...form, svar: 'ganske mange' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /value="ganske mange"/)
  assert.equal((await ingrid.post(`${path}/svar`, { ...form, svar: '12,5', deles: 'ja' })).status, 303)
  const second = { ...form, submission: crypto.randomUUID(), svar: '13' }
  const told = await ingrid.post(`${path}/svar`, second)
  assert.equal(told.status, 422)
  assert.match(told.html, /har svart imens/)
  assert.doesNotMatch((await jonas.get(path)).html, /12,5/, 'a neighbour does not read it')
  assert.match((await ragnhild.get(path)).html, /12,5/)

  const table = await ragnhild.get('/arbeid/henvendelser/oversikt')
  assert.match(table.html, /<th scope="row">Nannestad<\/th><td[^>]*>Ikke svart/)
  assert.equal((await ingrid.get('/arbeid/henvendelser/oversikt')).status, 404)
  const file = await ragnhild.get('/arbeid/henvendelser/oversikt/csv')
  assert.match(file.html, /;2026-12-20;Svart;12,5\r\n/)

  const again = await ask('Antall helsesykepleiere i skolehelsetjenesten')
  const draft = await ragnhild.get(`/arbeid/henvendelser/${again}`)
  assert.match(draft.html, /Allerede spurt[\s\S]*Hvor mange helsesykepleiere[\s\S]*12,5/)
})

test('coordinators who have not answered are reminded once a step, and the mail does not say what was asked', async () => {
  const mails = () =>
    app.db.asOwner(tx =>
      value(tx, z.number(), sql`select count(*) from platform.mail where kind = 'planning.enquiry'`),
    )
  const earlier = await mails()
  await app.runJobs({ at: new Date('2026-12-14T08:00:00Z') })
  const first = await mails()
  assert.ok(first > earlier)
  await app.runJobs({ at: new Date('2026-12-14T09:00:00Z') })
  assert.equal(await mails(), first)
  const texts = await app.db.asOwner(tx =>
    value(
      tx,
      z.string(),
      sql`select string_agg(subject || coalesce(text, ''), ' ') from platform.mail where kind = 'planning.enquiry'`,
    ),
  )
  assert.doesNotMatch(texts, /helsesykepleier/)
})

test('what is known about a place has its source and year, is corrected by a new row, and is for those who plan there', async () => {
  const page = await jonas.get('/arbeid/kunnskap/ny')
  const action = /action="(\/arbeid\/kunnskap\/ny[^"]*)"/.exec(page.html)![1]!
  const typed = {
    ...hiddenIn(page, action),
    navn: 'Trives på skolen',
    maleenhet: 'prosent',
    ar: '2023',
    verdi: 'åtti',
    kilde: 'Elevundersøkelsen',
  }
  const wrong = await jonas.post(action, typed)
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /value="åtti"/)
  const begun = await jonas.post(action, { ...typed, verdi: '80,5' })
  assert.equal(begun.status, 303)
  const path = String(begun.headers['location']).split('?')[0]!
  assert.equal(
    (await jonas.post(action, { ...typed, verdi: '80,5' })).headers['location'],
    begun.headers['location'],
  )
  const form = hiddenIn(await jonas.get(path), `${path}/verdi`)
  const sent = { ...form, ar: '2023', verdi: '81', kilde: 'Elevundersøkelsen', merknad: 'Rettet' }
  assert.equal((await jonas.post(`${path}/verdi`, sent)).status, 303)
  assert.equal((await jonas.post(`${path}/verdi`, { ...sent, submission: crypto.randomUUID() })).status, 422)
  const shown = await jonas.get(path)
  assert.match(shown.html, /81 prosent[\s\S]*80,5 prosent/, 'what holds, and the history')
  assert.equal((await ingrid.get(path)).status, 404)
  assert.match((await jonas.get('/arbeid/kunnskap')).html, /Statistisk sentralbyrå/)
})

test('figures come from a file when one has seen what is read, with what is wrong told by row', async () => {
  const page = await jonas.get('/arbeid/kunnskap/import')
  const action = /action="(\/arbeid\/kunnskap\/import[^"]*)"/.exec(page.html)![1]!
  const file =
    'Indikator;Måleenhet;År;Verdi;Kilde\r\nNasjonale prøver, lesing;poeng;2024;49,5;Udir\r\nFeil;poeng;24;x;Udir\r\n'
  const answer = await app.server.inject({
    method: 'POST',
    url: action,
    headers: {
      ...jonas.headers,
      'content-type': 'multipart/form-data; boundary=skille',
      'sec-fetch-site': 'same-origin',
    },
    payload: `--skille\r\ncontent-disposition: form-data; name="fil"; filename="tall.csv"\r\ncontent-type: text/csv\r\n\r\n${file}\r\n--skille--\r\n`,
  })
  assert.equal(answer.statusCode, 200, answer.body.slice(0, 500))
  assert.match(answer.body, /Rad 3: Skriv året med fire siffer/)
  assert.match(answer.body, /Lagre 1 rad/)
  assert.doesNotMatch((await jonas.get('/arbeid/kunnskap')).html, /Nasjonale prøver, lesing/)
  const saving = /action="(\/arbeid\/kunnskap\/import\/lagring[^"]*)"/.exec(answer.body)![1]!
  const submission = /name="submission" value="([^"]*)"/.exec(answer.body)![1]!
  for (const _ of [1, 2]) assert.equal((await jonas.post(saving, { submission, tekst: file })).status, 303)
  assert.match((await jonas.get('/arbeid/kunnskap')).html, /Nasjonale prøver, lesing[\s\S]*49,5 poeng/)
  assert.match(
    (await jonas.get('/arbeid/kunnskap/csv')).html,
    /Nasjonale prøver, lesing;poeng;2024;49,5;Udir\r\n/,
  )
})
