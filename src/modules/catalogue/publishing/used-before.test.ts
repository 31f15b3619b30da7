import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app.ts'
import { getPage, loginAs } from '#test/client.ts'
import { idOf } from '#test/roles.ts'
import { hiddenIn, location, publish, writeService } from '#test/service-forms.ts'
import { newSubmission } from '#test/staff.ts'

// Each form has an id. The same form again is the same answer; an id that was used for another thing is told, and changes nothing.

const app = await testApp()
const kari = await loginAs(app, 'redaktor-nes')
const bjorn = await loginAs(app, 'admin-nes')
const [nes, clinic] = await app.db.asOwner(async tx => [
  await idOf(tx, 'organization', 'nes-kommune'),
  await idOf(tx, 'unit', 'nes-helsestasjonen'),
])
const runJobs = async () => assert.deepEqual((await app.runJobs()).failures, [])
const service = async (name: string) => writeService(app, kari, name, 'nes-kommune', 'Nes')

function isTold(answer: { status: number; html: string }): void {
  assert.equal(answer.status, 409)
  assert.match(answer.html, /Skjemaet er brukt før/)
  assert.match(answer.html, /Det du sendte nå, er ikke lagret/)
}

test('a step: the same again is the same; its id for another service, another step or another person is told', async () => {
  const [one, other] = [await service('Første turgruppe'), await service('Andre turgruppe')]
  const path = `/arbeid/tilbud/${one}/steg/hva`
  const form = hiddenIn(await kari.get(path), path)
  const fields = { ...form, 'navn-nb': 'Første turgruppe', 'setning-nb': 'Vi går sammen.' }
  assert.equal((await kari.post(path, fields)).status, 303)
  assert.equal((await kari.post(path, fields)).status, 303, 'sent twice')

  const elsewhere = `/arbeid/tilbud/${other}/steg/hva`
  const there = hiddenIn(await kari.get(elsewhere), elsewhere)
  isTold(await kari.post(elsewhere, { ...fields, ...there, submission: form['submission']! }))
  assert.doesNotMatch((await kari.get(elsewhere)).html, /Vi går sammen/)

  const next = `/arbeid/tilbud/${one}/steg/hvordan`
  const step = hiddenIn(await kari.get(next), next)
  isTold(
    await kari.post(next, {
      ...step,
      submission: form['submission']!,
      tilgang: 'referral',
      'gjor-nb': 'Ring.',
    }),
  )

  const his = hiddenIn(await bjorn.get(path), path)
  isTold(
    await bjorn.post(path, {
      ...fields,
      ...his,
      submission: form['submission']!,
      'setning-nb': 'Vi løper sammen.',
    }),
  )
  assert.match((await kari.get(path)).html, /Vi går sammen/)
})

test('who goes back in her browser and writes more in the same form loses nothing and is asked what holds', async () => {
  const id = await service('Turgruppe som rettes')
  const path = `/arbeid/tilbud/${id}/steg/hva`
  const form = { ...hiddenIn(await kari.get(path), path), 'navn-nb': 'Turgruppe som rettes' }
  assert.equal((await kari.post(path, { ...form, 'setning-nb': 'Vi går hver mandag.' })).status, 303)
  const more = { ...form, 'setning-nb': 'Vi går hver tirsdag.' }
  const asked = await kari.post(path, more)
  assert.equal(asked.status, 422)
  assert.match(asked.html, /Vi går hver tirsdag/)
  assert.match(asked.html, /Vi går hver mandag/)
  const again = { ...more, ...hiddenIn(asked, path), likevel: 'ja' }
  assert.equal((await kari.post(path, again)).status, 303)
  assert.equal((await kari.post(path, again)).status, 303, 'sent twice')
  assert.match((await kari.get(path)).html, /Vi går hver tirsdag/)
  // What only the second time changed needs no question, and is saved.
  const late = { ...hiddenIn(await kari.get(path), path), 'navn-nb': 'Turgruppe som rettes' }
  await kari.post(path, { ...late, 'setning-nb': 'Vi går hver onsdag.' })
  assert.equal(
    (await kari.post(path, { ...late, 'setning-nb': 'Vi går hver onsdag.', 'navn-nb': 'Onsdagstur' })).status,
    303,
  )
  assert.match((await kari.get(path)).html, /Onsdagstur/)
})

test('the form for a new service begins one; with another name it asks, and begins another the next time', async () => {
  const form = { ...hiddenIn(await kari.get('/arbeid/tilbud/nytt'), '/arbeid/tilbud/nytt'), sted: nes }
  const first = await kari.post('/arbeid/tilbud/nytt', { ...form, navn: 'Korpset' })
  assert.equal(
    location(await kari.post('/arbeid/tilbud/nytt', { ...form, navn: 'Korpset' })),
    location(first),
  )
  const asked = await kari.post('/arbeid/tilbud/nytt', { ...form, navn: 'Koret' })
  assert.equal(asked.status, 422)
  assert.match(asked.html, /alt brukt til et tilbud med et annet navn/)
  assert.match(asked.html, /value="Koret"/)
  const second = await kari.post('/arbeid/tilbud/nytt', {
    ...form,
    ...hiddenIn(asked, '/arbeid/tilbud/nytt'),
    navn: 'Koret',
  })
  assert.equal(second.status, 303)
  assert.notEqual(location(second), location(first))
  isTold(await bjorn.post('/arbeid/tilbud/nytt', { ...form, navn: 'Korpset' }))
  isTold(await kari.post('/arbeid/tilbud/nytt', { ...form, sted: clinic, navn: 'Korpset' }))
})

test('a copy, a review, a publication, a confirmation and a move: the id of one service does nothing to another, and it is said', async () => {
  const [one, other] = [await service('Sykkelgruppa'), await service('Skigruppa')]
  const at = (id: string, what: string) => `/arbeid/tilbud/${id}/${what}`
  const sentTwice = async (id: string, form: Record<string, string>, what: string) => {
    assert.equal((await kari.post(at(id, what), form)).status, 303, what)
    assert.equal((await kari.post(at(id, what), form)).status, 303, `${what}, sent twice`)
  }
  const revisionOf = async (id: string) =>
    hiddenIn(await kari.get(at(id, 'publisering')), at(id, 'publisering'))['revision']!

  const copy = { submission: newSubmission() }
  await sentTwice(one, copy, 'kopi')
  isTold(await kari.post(at(other, 'kopi'), copy))

  const review = { submission: newSubmission(), melding: 'Se på den' }
  await sentTwice(one, { ...review, revision: await revisionOf(one) }, 'gjennomgang')
  isTold(await kari.post(at(other, 'gjennomgang'), { ...review, revision: await revisionOf(other) }))

  const publication = { submission: newSubmission() }
  await sentTwice(one, { ...publication, revision: await revisionOf(one) }, 'publisering')
  isTold(await kari.post(at(other, 'publisering'), { ...publication, revision: await revisionOf(other) }))
  await runJobs()
  assert.equal((await getPage(app, `/tilbud/${other}`, { lint: false })).status, 404, 'nothing was published')
  isTold(
    await kari.post(at(one, 'publisering'), {
      ...publication,
      revision: await revisionOf(one),
      fra: '2026-12-24',
    }),
  )

  await publish(kari, other)
  await runJobs()
  const confirmation = { submission: newSubmission() }
  await sentTwice(one, confirmation, 'bekreftelse')
  isTold(await kari.post(at(other, 'bekreftelse'), confirmation))
  isTold(await bjorn.post(at(one, 'bekreftelse'), confirmation))

  const move = { submission: newSubmission(), fra: nes, til: clinic }
  await sentTwice(one, move, 'flytting')
  isTold(await kari.post(at(other, 'flytting'), move))
  assert.doesNotMatch((await kari.get(at(other, 'historikk'))).html, /flyttet det/)
  // The same form with another place to go: it is no longer where the form says, which is told with the form.
  const back = await kari.post(at(one, 'flytting'), { ...move, til: nes })
  assert.equal(back.status, 422)
  assert.match(back.html, /Noen har flyttet tilbudet/)
})

test('an invitation: its id for another address is told, and no mail goes out', async () => {
  const path = `/arbeid/admin/organisasjon/${nes}/invitasjon`
  const form = { submission: newSubmission(), epost: 'ny@example.no', roller: 'editor', enhet: '' }
  assert.equal((await bjorn.post(path, form)).status, 303)
  assert.equal((await bjorn.post(path, form)).status, 303, 'sent twice')
  isTold(await bjorn.post(path, { ...form, epost: 'en-annen@example.no' }))
  await runJobs()
  const post = (await getPage(app, '/demo/post')).html
  assert.match(post, /ny@example\.no/)
  assert.doesNotMatch(post, /en-annen@example\.no/)
})
