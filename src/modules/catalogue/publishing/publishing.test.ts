import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import * as z from 'zod'
import { many, sql, value } from '#platform/db/sql.ts'
import { testApp } from '#test/app.ts'
import { getPage, loginAs, type LoggedIn } from '#test/client.ts'
import { newSubmission, organizationId } from '#test/staff.ts'
import {
  begin,
  hiddenIn,
  idIn,
  location,
  press,
  publish,
  saveStep,
  writeService,
} from '#test/service-forms.ts'
import { stableId } from '../demo/demo.ts'

const app = await testApp()

let kari: LoggedIn
let nannestad: LoggedIn
let nesCoordinator: LoggedIn
let redCross: LoggedIn
before(async () => {
  kari = await loginAs(app, 'redaktor-nes')
  nannestad = await loginAs(app, 'redaktor-nannestad')
  nesCoordinator = await loginAs(app, 'koordinator-nes')
  redCross = await loginAs(app, 'redaktor-frivillig')
})

const stateOf = (id: string) =>
  app.db.asOwner(tx =>
    value(tx, z.string(), sql`select state from catalogue.draft_states('2026-11-22') where draft_id = ${id}`),
  )

const coverageOf = async (id: string) => {
  const rows = await many(
    app.db.publicReader,
    z.object({ area_code: z.string() }),
    sql`select area_code from catalogue.published_coverage where service_id = ${id} order by area_code`,
  )
  return rows.map(row => row.area_code)
}

const runJobs = async () => assert.deepEqual((await app.runJobs()).failures, [])

describe('a service from its name to the public', () => {
  test('is written step by step, seen as it will be, published, changed, confirmed and put away', async () => {
    const id = await writeService(app, kari, 'Turkveld for foreldre', 'nes-kommune', 'Nes')
    const page = `/arbeid/tilbud/${id}`
    assert.match((await kari.get(page)).html, /Alt som må være med, er på plass/)
    assert.equal((await getPage(app, `/tilbud/${id}`)).status, 404)
    const preview = await kari.get(`${page}/forhandsvisning`)
    assert.match(preview.html, /Forhåndsvisning/)
    assert.match(preview.html, /63 91 10 00/)

    assert.equal((await publish(kari, id)).status, 303)
    await runJobs()
    assert.equal(await stateOf(id), 'published')
    const shown = await getPage(app, `/tilbud/${id}/turkveld-for-foreldre`)
    assert.equal(shown.status, 200)
    assert.deepEqual(await coverageOf(id), ['3228'])
    assert.ok((await getPage(app, '/tilbud?q=turkveld&kommune=3228')).html.includes(id))
    const listed = async (area: string) =>
      (await getPage(app, `/api/hsds/services?area=${area}&search=turkveld`)).html.includes(id)
    assert.deepEqual([await listed('3228'), await listed('3238')], [true, false])

    // What is changed waits, everywhere.
    await saveStep(kari, id, 'hva', { 'navn-nb': 'Skogkveld for foreldre', 'setning-nb': 'Vi går i skogen.' })
    assert.equal(await stateOf(id), 'changed')
    for (const path of [
      `/tilbud/${id}/turkveld-for-foreldre`,
      '/tilbud?q=skogkveld',
      `/api/hsds/services/${id}`,
      '/kommune/3228',
    ])
      assert.doesNotMatch((await getPage(app, path, { lint: false })).html, /Skogkveld for foreldre/, path)

    const history = await kari.get(`${page}/historikk`)
    assert.match(history.html, /<del>Turkveld<\/del><ins>Skogkveld<\/ins>/)
    const restored = await press(kari, `${page}/historikk`, `${page}/gjenoppretting`)
    assert.equal(restored.status, 303)
    assert.match((await kari.get(page)).html, /<h1[^>]*>Turkveld for foreldre/)

    assert.equal((await press(kari, `${page}/bekreftelse`, `${page}/bekreftelse`)).status, 303)
    await runJobs()
    const until = await value(
      app.db.publicReader,
      z.string(),
      sql`select confirm_by::text from catalogue.published_service where id = ${id}`,
    )
    assert.equal(until, '2027-05-22')

    assert.equal((await press(kari, page, `${page}/arkivering`, { grunn: 'Det er slutt' })).status, 303)
    await runJobs()
    assert.deepEqual(await coverageOf(id), [])
    assert.equal(await stateOf(id), 'archived')
  })

  test('a form that comes twice counts once', async () => {
    const path = '/arbeid/tilbud/nytt'
    const place = await app.db.asOwner(tx => organizationId(tx, 'nes-kommune'))
    const fields = { ...hiddenIn(await kari.get(path), path), sted: place, navn: 'To ganger' }
    const [one, two] = [await kari.post(path, fields), await kari.post(path, fields)]
    assert.equal(location(one), location(two))
    const id = idIn(location(one))
    const copy = { submission: newSubmission() }
    const copies = [1, 2].map(() => kari.post(`/arbeid/tilbud/${id}/kopi`, copy))
    assert.equal(new Set((await Promise.all(copies)).map(location)).size, 1)
  })

  test('a confirmation that is pressed twice at once is one; who brings back an old version sees first what is new', async () => {
    const id = await writeService(app, kari, 'Dobbelt trykk', 'nes-kommune', 'Nes')
    await publish(kari, id)
    await runJobs()
    const path = `/arbeid/tilbud/${id}/bekreftelse`
    const confirmation = hiddenIn(await kari.get(path), path)
    const pressed = await Promise.all([1, 2, 3].map(() => kari.post(path, confirmation)))
    assert.deepEqual(
      pressed.map(({ status }) => status),
      [303, 303, 303],
    )

    await saveStep(kari, id, 'hva', { 'navn-nb': 'Dobbelt trykk', 'setning-nb': 'Ny setning.' })
    const [history, restoration] = [`/arbeid/tilbud/${id}/historikk`, `/arbeid/tilbud/${id}/gjenoppretting`]
    const old = hiddenIn(await kari.get(history), restoration)
    await saveStep(kari, id, 'hva', { 'navn-nb': 'Dobbelt trykk', 'setning-nb': 'Enda nyere setning.' })
    const late = await kari.get(location(await kari.post(restoration, old)))
    assert.match(late.html, /Ingenting er hentet tilbake/)
    assert.match((await kari.get(`/arbeid/tilbud/${id}/steg/hva`)).html, /Enda nyere setning/)
    const fresh = hiddenIn(late, restoration)
    for (const which of ['once', 'and the same form again'])
      assert.match(location(await kari.post(restoration, fresh)), /gjort=hentet/, which)
    assert.doesNotMatch((await kari.get(`/arbeid/tilbud/${id}/steg/hva`)).html, /Enda nyere/)
  })

  test('what cannot be read comes back as it was typed, with a way to the field', async () => {
    const id = await begin(app, kari, 'Feil', 'nes-kommune')
    const wrong = await saveStep(kari, id, 'kontakt', {
      'telefon-1-nummer': 'spør i resepsjonen',
      'telefon-1-slag': 'voice',
    })
    assert.equal(wrong.status, 422)
    assert.match(wrong.html, /href="#telefon-1-nummer"/)
    assert.match(wrong.html, /value="spør i resepsjonen"/)
    const nowhere = await saveStep(kari, id, 'hvor', { 'flere-steder': 'Langtvekkistan' })
    assert.equal(nowhere.status, 422)
    assert.match(nowhere.html, /value="Langtvekkistan"/)
    const noName = await kari.post('/arbeid/tilbud/nytt', { submission: newSubmission(), sted: '', navn: '' })
    assert.equal(noName.status, 422)
  })

  test('rows of a form have all their cells: days, times and what is secret', async () => {
    const id = await begin(app, kari, 'Rader', 'nes-kommune')
    const page = await kari.get(`/arbeid/tilbud/${id}/steg/kontakt`)
    for (const part of [
      'tid-1-dager',
      'value="su"',
      'tid-2-alltid',
      'sted-1-hemmelig',
      'unntak-1-dato',
      'lenke-2-adresse',
    ])
      assert.ok(page.html.includes(part), part)
    const fields = new URLSearchParams({
      ...hiddenIn(page, `/arbeid/tilbud/${id}/steg/kontakt`),
      'tid-1-apner': '9',
      'tid-1-stenger': '15',
      'sted-1-kommune': '3228',
    })
    fields.append('tid-1-dager', 'mo')
    fields.append('tid-1-dager', 'fr')
    const saved = await app.server.inject({
      method: 'POST',
      url: `/arbeid/tilbud/${id}/steg/kontakt`,
      headers: {
        ...kari.headers,
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
      },
      payload: fields.toString(),
    })
    assert.equal(saved.statusCode, 303)
    assert.match((await kari.get(`/arbeid/tilbud/${id}/steg/kontakt`)).html, /value="15:00"/)
  })

  test('what is not whole cannot be published', async () => {
    const id = await begin(app, kari, 'Bare et navn', 'nes-kommune')
    const path = `/arbeid/tilbud/${id}/publisering`
    assert.doesNotMatch((await kari.get(path)).html, new RegExp(`action="${path}"`))
    await kari.post(path, { submission: newSubmission(), revision: '1' })
    assert.equal(await stateOf(id), 'draft')
  })
})

test('two editors at once: the second is told who changed what, and keeps what she wrote', async () => {
  const id = await begin(app, kari, 'Felles', 'nes-kommune')
  const path = `/arbeid/tilbud/${id}/steg/hva`
  const admin = await loginAs(app, 'admin-nes')
  const opened = hiddenIn(await admin.get(path), path)
  await saveStep(kari, id, 'hva', { 'navn-nb': 'Felles kafé', 'setning-nb': 'Kaffe og prat.' })
  const clash = await admin.post(path, { ...opened, 'navn-nb': 'Felles verksted', 'om-nb': 'Vi snekrer.' })
  assert.equal(clash.status, 422)
  assert.match(clash.html, /Kari Myhre lagret dette/)
  assert.match(clash.html, /Felles kafé/)
  assert.match(clash.html, /value="Felles verksted"/)
  assert.match(clash.html, /Vi snekrer\./)
  const again = await admin.post(path, {
    ...hiddenIn(clash, path),
    'navn-nb': 'Felles verksted',
    'setning-nb': 'Kaffe og prat.',
    'om-nb': 'Vi snekrer.',
  })
  assert.equal(again.status, 303)
  const page = await kari.get(`/arbeid/tilbud/${id}/steg/hva`)
  assert.match(page.html, /value="Felles verksted"/)
  assert.match(page.html, /Kaffe og prat\./)
})

describe('review', () => {
  test('a publisher sends a service back with a reason, which the editor reads', async () => {
    const id = stableId('demo-utkast-turgruppe')
    const page = `/arbeid/tilbud/${id}`
    assert.match((await kari.get(page)).html, /Klar for en titt/)
    const silent = await press(kari, page, `${page}/avgjorelse`, { svar: 'tilbake', begrunnelse: '' })
    assert.equal(silent.status, 422)
    assert.match(silent.html, /href="#begrunnelse"/)
    await press(kari, page, `${page}/avgjorelse`, { svar: 'tilbake', begrunnelse: 'Skriv hva det koster' })
    assert.equal(await stateOf(id), 'sent-back')
    assert.match((await kari.get(page)).html, /Skriv hva det koster/)
  })

  test('where two persons are wanted, another approves before it is published', async () => {
    const nes = await app.db.asOwner(tx => organizationId(tx, 'nannestad-kommune'))
    await app.db.asOwner(tx =>
      tx.query({
        text: `insert into catalogue.publishing_rule (organization_id, two_persons) values ('${nes}', true)`,
      }),
    )
    const id = await writeService(app, nannestad, 'To må til', 'nannestad-kommune', 'Nannestad')
    const page = `/arbeid/tilbud/${id}`
    assert.match((await nannestad.get(`${page}/publisering`)).html, /Send det til gjennomgang først/)
    await nannestad.post(`${page}/publisering`, { submission: newSubmission(), revision: '6' })
    assert.notEqual(await stateOf(id), 'published')
    await press(nannestad, page, `${page}/gjennomgang`, { melding: 'Se på denne' })
    assert.equal(await stateOf(id), 'in-review')
    assert.match((await nannestad.get(page)).html, /Her skal en annen godkjenne/)
    const request = await app.db.asOwner(tx =>
      value(tx, z.string(), sql`select id from catalogue.review_request where draft_id = ${id}`),
    )
    const own = await nannestad.post(`${page}/avgjorelse`, { foresporsel: request, svar: 'godkjent' })
    assert.equal(own.status, 404)
    assert.equal(await stateOf(id), 'in-review')
  })
})

describe('coverage', () => {
  test('a neighbour accepts, and the service shows there too; refusing takes a reason', async () => {
    const demo = stableId('demo-utkast-foreldrekurs')
    const list = await nesCoordinator.get('/arbeid/dekning')
    assert.match(list.html, /Foreldrekurs på nett/)
    assert.doesNotMatch(
      list.html,
      /Fra …|>For Nes\. Spurt/,
      'each says from whom, also those that were answered',
    )
    const asked = /href="(\/arbeid\/dekning\/[0-9a-f-]{36})">Foreldrekurs på nett/.exec(list.html)?.[1]
    assert.ok(asked)
    assert.match((await nesCoordinator.get(`${asked}/forhandsvisning`)).html, /Foreldrekurs på nett/)
    const silent = await nesCoordinator.post(asked, { svar: 'nei', begrunnelse: '' })
    assert.equal(silent.status, 422)
    assert.equal((await nesCoordinator.post(asked, { svar: 'ja' })).status, 303)
    await runJobs()
    assert.deepEqual(await coverageOf(demo), ['3228', '3238'])
    assert.equal((await nannestad.get(asked)).status, 404)
    assert.equal((await nannestad.post(asked, { svar: 'nei', begrunnelse: 'x' })).status, 404)
    // She cannot read the draft itself.
    assert.equal((await nesCoordinator.get(`/arbeid/tilbud/${demo}`)).status, 404)
  })

  test('a voluntary organisation is shown when the coordinator has approved', async () => {
    const id = await writeService(app, redCross, 'Leksevenn', 'nes-rode-kors', 'Nes')
    assert.match((await redCross.get(`/arbeid/tilbud/${id}/publisering`)).html, /blir disse spurt/)
    await publish(redCross, id)
    await runJobs()
    assert.deepEqual(await coverageOf(id), [])
    assert.equal(await stateOf(id), 'waiting')
    const list = await nesCoordinator.get('/arbeid/dekning')
    const asked = /href="(\/arbeid\/dekning\/[0-9a-f-]{36})">Leksevenn/.exec(list.html)?.[1]
    await nesCoordinator.post(asked!, { svar: 'ja' })
    await runJobs()
    assert.deepEqual(await coverageOf(id), ['3228'])
  })
})

test('every page of a service is well made in all languages, for those who may see it', async () => {
  const id = stableId('demo-utkast-turgruppe')
  const published = await app.db.asOwner(tx =>
    value(
      tx,
      z.string(),
      sql`select service.id from catalogue.service join organizations.organization o on o.id = owner_id where o.key = 'nes-kommune' limit 1`,
    ),
  )
  for (const prefix of ['', '/nn', '/en', '/se']) {
    for (const path of [
      '/arbeid/tilbud',
      '/arbeid/tilbud?q=finnesikke',
      '/arbeid/tilbud?tilstand=published&side=2',
      '/arbeid/tilbud/nytt',
      ...['', '/historikk', '/publisering', '/forhandsvisning'].map(end => `/arbeid/tilbud/${id}${end}`),
      `/arbeid/tilbud/${published}`,
      `/arbeid/tilbud/${published}/bekreftelse`,
      ...['hva', 'hvem', 'hvor', 'hvordan', 'kontakt', 'lov', 'sprak'].map(
        step => `/arbeid/tilbud/${published}/steg/${step}`,
      ),
    ]) {
      assert.equal((await kari.get(prefix + path)).status, 200, prefix + path)
    }
    assert.equal((await nesCoordinator.get(`${prefix}/arbeid/dekning`)).status, 200)
  }
})
