import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod'
import { many, sql, value, type Reader } from '#platform/db/sql.ts'
import { testApp } from '#test/app.ts'
import { getPage, loginAs } from '#test/client.ts'
import { idOf } from '#test/roles.ts'
import { rewriteSearchEntries } from '../search/entry.store.ts'

// Organisations and units that get another name, through the front door, and what shows it.

const app = await testApp()
const admin = await loginAs(app, 'admin-nes')
const [nes, clinic] = await app.db.asOwner(async tx => [
  await idOf(tx, 'organization', 'nes-kommune'),
  await idOf(tx, 'unit', 'nes-helsestasjonen'),
])

const servicesOf = (unit: string | null) =>
  app.db.asOwner(async tx => {
    const rows = await many(
      tx,
      z.object({ id: z.string(), slug: z.string() }),
      sql`select s.id, s.slug from catalogue.service s join catalogue.service_organization o on o.service_id = s.id
          where o.organization_id = ${nes} and case when ${unit}::uuid is null then o.role = 'owner' else o.unit_id = ${unit} end
          order by s.id`,
    )
    return rows
  })

const words = (tx: Reader) =>
  value(
    tx,
    z.string(),
    sql`select string_agg(form || ' ' || count, ',' order by form collate "C") from catalogue.word_form
        where form ~ 'nes|kommune|storelva'`,
  )

const changesAfter = async (mark: string) => {
  const answer = await app.server.inject(`/api/changes?after=${mark}`)
  return answer.json<{ next: string; changes: { id: string }[] }>()
}

/** Where one who has read what is told so far goes on. */
async function newestMark(): Promise<string> {
  const answer = await app.server.inject('/api/changes?limit=1000')
  return answer.json<{ next: string }>().next
}

const runJobs = async () => assert.deepEqual((await app.runJobs()).failures, [])

test('a unit that gets another name is called so on the pages of its services, and those who keep a copy hear of it', async () => {
  const services = await servicesOf(clinic)
  const path = `/tilbud/${services[0]!.id}/${services[0]!.slug}`
  assert.match((await getPage(app, path)).html, /Helsestasjonen/)
  const mark = await newestMark()
  const saved = await admin.post(`/arbeid/admin/enhet/${clinic}`, {
    navn: 'Familiehuset ved Storelva',
    under: '',
  })
  assert.equal(saved.status, 303)
  await runJobs()
  assert.match((await getPage(app, path)).html, /Familiehuset ved Storelva/)
  let heard: string[] = []
  // Other test databases on this server may be at work: a change is told when nothing can come before it.
  while (heard.length < services.length) heard = (await changesAfter(mark)).changes.map(({ id }) => id)
  assert.deepEqual(heard.toSorted(), services.map(({ id }) => id).toSorted())
})

test('an organisation that gets another name is called so on pages, in searches and lists, and in open data', async () => {
  const form = `/arbeid/admin/organisasjon/${nes}/opplysninger`
  const page = await admin.get(form)
  assert.equal(page.status, 200)
  assert.match((await admin.get('/arbeid/admin')).html, new RegExp(form))
  const sett = /name="sett" value="([^"]*)"/.exec(page.html)![1]!
  const fields = {
    sett,
    navn: 'Storelva kommune',
    navn_nn: 'Storelva kommune',
    navn_en: '',
    telefon: '63 91 10 00',
    nettside: 'https://www.nes.kommune.no',
  }
  const saved = await admin.post(form, fields)
  assert.equal(saved.status, 303)
  await runJobs()

  const [service] = await servicesOf(null)
  assert.match((await getPage(app, `/tilbud/${service!.id}/${service!.slug}`)).html, /Storelva kommune/)
  const found = await getPage(app, '/tilbud?sok=storelva&kommune=3228')
  assert.match(found.html, /Storelva kommune/)
  assert.doesNotMatch(found.html, /Nes kommune/)
  assert.match((await getPage(app, '/kommune/3228')).html, /Storelva kommune/)
  const hsds = (await app.server.inject(`/api/hsds/services/${service!.id}`)).json<{
    organization: { name: string }
  }>()
  assert.equal(hsds.organization.name, 'Storelva kommune')

  const [counted, anew] = await app.db.rolledBack(async tx => {
    const before = await words(tx)
    await rewriteSearchEntries(tx)
    return [before, await words(tx)]
  })
  assert.equal(counted, anew, 'the words of the old name are gone, those of the new are counted')

  // A form that was opened before: she is told, and loses nothing.
  const late = await admin.post(form, { ...fields, navn: 'Nes og Storelva kommune' })
  assert.equal(late.status, 422)
  assert.match(late.html, /Noen andre har lagret/)
  assert.match(late.html, /value="Nes og Storelva kommune"/)
  assert.equal((await admin.post(form, fields)).status, 303, 'the same form once more changes nothing')
})

test('no organisation takes the name of another, by its form or as the program’s own login', async () => {
  const form = `/arbeid/admin/organisasjon/${nes}/opplysninger`
  for (const navn of ['Nannestad kommune', 'NANNESTAD  kommune', '\u202ENannestad kommune']) {
    const refused = await admin.post(form, { navn, sett: '' })
    assert.equal(refused.status, 422, navn)
    assert.match(refused.html, /En annen organisasjon heter dette/)
  }
  assert.equal((await admin.post(form, { navn: '\u200B', sett: '' })).status, 422, 'a name that nobody sees')
  await assert.rejects(
    app.db.database.transaction(admin.personId, tx =>
      tx.query({
        text: `update organizations.organization_text set name = 'nannestad Kommune' where organization_id = $1 and language = 'nb'`,
        values: [nes],
      }),
    ),
    /Another organisation has that name/,
  )
})

test('what cannot be a name, a number or an address comes back with the form', async () => {
  const form = `/arbeid/admin/organisasjon/${nes}/opplysninger`
  const wrong = await admin.post(form, { navn: '', telefon: 'x', nettside: 'nes', sett: '' })
  assert.equal(wrong.status, 422)
  for (const said of [/Skriv navnet på organisasjonen/, /Skriv bare siffer/, /Skriv hele adressen/])
    assert.match(wrong.html, said)
})
