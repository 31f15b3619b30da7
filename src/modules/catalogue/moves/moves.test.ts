import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { testApp } from '#test/app.ts'
import { getPage, loginAs } from '#test/client.ts'
import { idOf } from '#test/roles.ts'
import { hiddenIn, publish, saveStep, writeService } from '#test/service-forms.ts'
import { newSubmission } from '#test/staff.ts'

const app = await testApp()
const kari = await loginAs(app, 'redaktor-nes')
const [nes, clinic, schools, maura] = await app.db.asOwner(async tx => [
  await idOf(tx, 'organization', 'nes-kommune'),
  await idOf(tx, 'unit', 'nes-helsestasjonen'),
  await idOf(tx, 'unit', 'nes-skolene'),
  await idOf(tx, 'unit', 'nannestad-maura-skole'),
])
const runJobs = async () => assert.deepEqual((await app.runJobs()).failures, [])

test('a service moves to a unit of its organisation: its page and history say so, and nothing else changes', async () => {
  const id = await writeService(app, kari, 'Turgruppe for alle', 'nes-kommune', 'Nes')
  await publish(kari, id)
  await runJobs()
  const path = `/arbeid/tilbud/${id}/flytting`
  assert.match((await kari.get(`/arbeid/tilbud/${id}`)).html, new RegExp(path))
  const form = hiddenIn(await kari.get(path), path)
  assert.equal(form['fra'], nes)

  const moved = await kari.post(path, { ...form, til: clinic })
  assert.equal(moved.status, 303)
  const after = await kari.get(String(moved.headers['location']))
  assert.match(after.html, /Flyttet\. Tilbudet hører nå til Helsestasjonen/)
  assert.match(after.html, /Publisert/)
  await runJobs()
  const shown = await getPage(app, `/tilbud/${id}/turgruppe-for-alle`)
  assert.match(shown.html, /Helsestasjonen/)
  assert.match(
    (await kari.get(`/arbeid/tilbud/${id}/historikk`)).html,
    /Du flyttet det fra Nes kommune til Helsestasjonen/i,
  )
  assert.equal((await kari.post(path, { ...form, til: clinic })).status, 303, 'the same form once more')

  // Another had the form open before.
  const late = await kari.post(path, { ...form, submission: newSubmission(), til: schools })
  assert.equal(late.status, 422)
  assert.match(late.html, /Noen har flyttet tilbudet[^<]*Helsestasjonen/)
  for (const til of [maura, clinic, newSubmission(), ''])
    assert.equal(
      (await kari.post(path, { submission: newSubmission(), fra: clinic, til })).status,
      422,
      `${til} is no place to go`,
    )

  // Back again, and the next change of its texts goes out under the unit it has then.
  const back = await kari.post(path, { submission: newSubmission(), fra: clinic, til: nes })
  assert.equal(back.status, 303)
  await runJobs()
  // The page was kept: it goes when the notice of the change has come.
  while (/Helsestasjonen/.test((await getPage(app, `/tilbud/${id}/turgruppe-for-alle`)).html))
    await setImmediate()
})

test('only those who publish or administer both where it is and where it goes may move it, also in the database', async () => {
  const id = await writeService(app, kari, 'Turgruppe som blir', 'nes-kommune', 'Nes')
  const path = `/arbeid/tilbud/${id}/flytting`
  for (const key of ['redaktor-nannestad', 'leder-nes', 'helsesykepleier-nes'] as const) {
    const other = await loginAs(app, key)
    assert.equal((await other.get(path)).status, 404, key)
    const sent = await other.post(path, { submission: newSubmission(), fra: nes, til: clinic })
    assert.equal(sent.status, 404, key)
  }
  const move = (person: string, from: string | null, to: string) =>
    app.db.database.transaction(person, tx =>
      tx.query({
        text: `insert into catalogue.draft_move (draft_id, from_unit_id, to_unit_id, submission, moved_by) values ($1, $2, $3, $4, $5)`,
        values: [id, from, to, newSubmission(), person],
      }),
    )
  const nannestad = await loginAs(app, 'redaktor-nannestad')
  await assert.rejects(move(nannestad.personId, null, maura), /no such draft/)
  await assert.rejects(move(kari.personId, null, maura), /no such draft|no such unit/)
  await assert.rejects(move(kari.personId, clinic, schools), /meanwhile/)
})

test('while a change waits for its day, its own pages say that all still see the version before', async () => {
  const id = await writeService(app, kari, 'Turgruppe som venter', 'nes-kommune', 'Nes')
  await publish(kari, id)
  await runJobs()
  await saveStep(kari, id, 'hva', { 'navn-nb': 'Turgruppe som venter', 'setning-nb': 'Nytt fra desember.' })
  await publish(kari, id, { fra: '2026-12-01' })
  await runJobs()
  const page = await kari.get(`/arbeid/tilbud/${id}`)
  assert.match(
    page.html,
    /Endringen vises for alle fra 1\. desember 2026\. Til da ser alle versjonen fra før/,
  )
  const list = await kari.get('/arbeid/tilbud?q=Turgruppe+som+venter')
  assert.match(list.html, /Ny versjon fra 1\. desember 2026; den gamle vises til da/)
})
