import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import * as z from 'zod'
import { exec, sql, value } from '#platform/db/sql.ts'
import { testApp } from '#test/app.ts'
import { loginAs, type LoggedIn, type Page } from '#test/client.ts'
import { hiddenIn, location } from '#test/service-forms.ts'
import { stableId } from '../demo/demo.ts'
import { listWaiting } from './waiting.store.ts'

const app = await testApp()
await app.db.asOwner(tx => exec(tx, sql`update catalogue.service set confirm_by = '2040-01-01'`))

let kari: LoggedIn
before(async () => {
  kari = await loginAs(app, 'redaktor-nes')
})

const serviceOf = (organization: string, nth: number) =>
  app.db.asOwner(tx =>
    value(
      tx,
      z.string(),
      sql`select service.id from catalogue.service join organizations.organization owner on owner.id = service.owner_id
          where owner.key = ${organization} order by service.id offset ${nth} limit 1`,
    ),
  )
const dueOn = (service: string, day: string) =>
  app.db.asOwner(tx => exec(tx, sql`update catalogue.service set confirm_by = ${day} where id = ${service}`))
/** What waits, in the order of the list. */
const waitsFor = (page: Page) =>
  [
    ...page.html.matchAll(
      /<li class="waiting-item"><div><p class="quiet small">([^<]*)<\/p><a href="([^"]*)"/g,
    ),
  ].map(match => `${match[1]} ${match[2]}`)

test('an editor sees what waits for her by its date, and confirms by one press', async () => {
  // The demonstration's mapping round waits for her too: everybody has said that they are done.
  await app.db.asOwner(tx =>
    tx.query({
      text: 'insert into mapping.completion (respondent_id) select id from mapping.respondent on conflict do nothing',
    }),
  )
  const [late, soon, far] = [
    await serviceOf('nes-kommune', 0),
    await serviceOf('nes-kommune', 1),
    await serviceOf('nes-kommune', 2),
  ]
  await dueOn(late, '2026-11-01')
  await dueOn(soon, '2026-12-22')
  await dueOn(far, '2026-12-23')
  await dueOn(await serviceOf('nannestad-kommune', 0), '2026-11-01')
  const desk = await kari.get('/arbeid')
  assert.deepEqual(waitsFor(desk), [
    `Bekreft at det stemmer /arbeid/tilbud/${late}/bekreftelse`,
    `Sendt tilbake til deg /arbeid/tilbud/${stableId('demo-utkast-foreldrekafe')}`,
    `Se gjennom /arbeid/tilbud/${stableId('demo-utkast-turgruppe')}`,
    `Bekreft at det stemmer /arbeid/tilbud/${soon}/bekreftelse`,
  ])
  assert.match(desk.html, /Fristen var 1\. november 2026/)
  assert.match(desk.html, /Publisert \(\d+\)/)

  const path = `/arbeid/tilbud/${late}/bekreftelse`
  const pressed = await kari.post(path, hiddenIn(desk, path))
  assert.equal(location(pressed), '/arbeid?bekreftet=ja')
  assert.deepEqual((await app.runJobs()).failures, [])
  const after = await kari.get('/arbeid?bekreftet=ja')
  assert.match(after.html, /Tilbudet er bekreftet/)
  assert.ok(!waitsFor(after).some(item => item.includes(late)))
})

test('after 90 days archiving is offered, to those who may', async () => {
  const old = await serviceOf('nes-kommune', 3)
  await dueOn(old, '2026-08-24')
  assert.match(waitsFor(await kari.get('/arbeid'))[0]!, /^Bekreft at/)
  await dueOn(old, '2026-08-23')
  const desk = await kari.get('/arbeid')
  assert.equal(waitsFor(desk)[0], `Ikke bekreftet på lenge: bekreft eller arkiver /arbeid/tilbud/${old}`)
  assert.match((await kari.get(`/arbeid/tilbud/${old}`)).html, new RegExp(`/arbeid/tilbud/${old}/arkivering`))
  await dueOn(old, '2028-01-01')
})

test('a coordinator sees questions, first approvals and what is past its date', async () => {
  const coordinator = await loginAs(app, 'koordinator-nes')
  await dueOn(await serviceOf('nes-kommune', 4), '2026-11-20')
  const redCross = await serviceOf('nes-rode-kors', 0)
  await dueOn(redCross, '2026-11-21')
  const items = waitsFor(await coordinator.get('/arbeid'))
    .filter(item => !/ \/arbeid\/(planer|foringer|henvendelser)/.test(item))
    .map(item => item.replace(/[0-9a-f-]{36}/, 'id'))
  assert.deepEqual(items.toSorted(), [
    'Godkjenn første gang /arbeid/dekning/id',
    'Ikke bekreftet i tide /arbeid/ubekreftet',
    'Svar på om det skal vises hos dere /arbeid/dekning/id',
  ])
  const list = await coordinator.get('/arbeid/ubekreftet')
  assert.match(list.html, new RegExp(`href="/tilbud/${redCross}/`))
  assert.match(list.html, /Skulle vært bekreftet 20\. november 2026/)
  const others = await loginAs(app, 'koordinator-nannestad')
  assert.doesNotMatch((await others.get('/arbeid/ubekreftet')).html, new RegExp(redCross))
  assert.equal((await kari.get('/arbeid/ubekreftet')).status, 404)
})

test('who asks to join waits for those who may admit', async () => {
  await app.db.asOwner(tx =>
    exec(
      tx,
      sql`insert into organizations.join_request
            (submission, level, name, organization_number, contact_name, contact_email, purpose, area_code)
          values (gen_random_uuid(), 'voluntary', 'Nes Turlag', '974760673', 'Tor Tur', 'tor@example.no', 'Turer', '3228')`,
    ),
  )
  const coordinator = await loginAs(app, 'koordinator-nes')
  assert.ok(waitsFor(await coordinator.get('/arbeid')).some(item => item.startsWith('Vil være med')))
  for (const key of ['koordinator-nannestad', 'redaktor-nes', 'leder-nes']) {
    const desk = await (await loginAs(app, key)).get('/arbeid')
    assert.doesNotMatch(desk.html, /Nes Turlag/, key)
  }
})

test('where two persons are wanted, nobody is asked to review what she asked for herself', async () => {
  const turgruppe = stableId('demo-utkast-turgruppe')
  await app.db.asOwner(async tx => {
    await exec(
      tx,
      sql`insert into catalogue.publishing_rule (organization_id, two_persons)
          select owner_id, true from catalogue.draft where id = ${turgruppe}`,
    )
    await exec(
      tx,
      sql`update catalogue.review_request set asked_by = ${kari.personId} where draft_id = ${turgruppe}`,
    )
  })
  assert.doesNotMatch((await kari.get('/arbeid')).html, new RegExp(turgruppe))
  await app.db.asOwner(tx => exec(tx, sql`delete from catalogue.publishing_rule`))
})

test('when nothing waits the desk says so, and what one can do; that is also said beside what waits', async () => {
  const busy = await (await loginAs(app, 'redaktor-nes')).get('/arbeid')
  assert.match(busy.html, /Dette venter på deg[^]*href="\/arbeid\/tilbud\/nytt">\s*Registrer et nytt tilbud/)
  const county = await (await loginAs(app, 'redaktor-fylke')).get('/arbeid')
  assert.match(county.html, /Ingenting venter på deg nå/)
  assert.match(county.html, /href="\/arbeid\/tilbud\/nytt">Registrer et nytt tilbud/)
  const teacher = await (await loginAs(app, 'larer-nes')).get('/arbeid')
  assert.match(teacher.html, /Ingenting venter på deg nå/)
  assert.doesNotMatch(teacher.html, /Registrer et nytt tilbud|Tilbudene dine/)
})

test('the statement gives nothing to those without a role, and nobody what is another’s', async () => {
  const asked = (personId: string) =>
    app.db.database.transaction(personId, tx => listWaiting(tx, personId, '2026-11-22', 50))
  for (const key of ['utenforstaende', 'foresatt-a', 'larer-nes', 'personvernombud-nes'])
    assert.deepEqual(await asked((await loginAs(app, key)).personId), [], key)
  assert.ok((await asked(kari.personId)).length > 2)
})

test('of much that waits the first is shown, with the way to the rest', async () => {
  await app.db.asOwner(tx =>
    exec(
      tx,
      sql`update catalogue.service set confirm_by = '2026-12-01' from organizations.organization owner
          where owner.id = service.owner_id and owner.key = 'nes-kommune'`,
    ),
  )
  const desk = await kari.get('/arbeid')
  assert.equal(waitsFor(desk).filter(item => item.startsWith('Bekreft')).length, 6)
  assert.match(desk.html, /href="\/arbeid\/tilbud\?frist=ja">Alle \d+ som skal bekreftes/)
})
