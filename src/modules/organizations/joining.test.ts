import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { testApp } from '#test/app.ts'
import { getPage, loginAs, postForm } from '#test/client.ts'
import { idOf } from '#test/roles.ts'

// Through the front door: persons come in by invitation, organisations by asking and being admitted.

const app = await testApp()
const [nes, redCross, clinic] = await app.db.asOwner(async tx => [
  await idOf(tx, 'organization', 'nes-kommune'),
  await idOf(tx, 'organization', 'nes-rode-kors'),
  await idOf(tx, 'unit', 'nes-helsestasjonen'),
])
const admin = await loginAs(app, 'admin-nes')
const house = `/arbeid/admin/organisasjon/${nes}`

const rows = (text: string, values: unknown[] = []) =>
  app.db.rolledBack(async tx => (await tx.query({ text, values })).rows as Record<string, string>[])
const change = (text: string, values: unknown[] = []) =>
  app.db.asOwner(async tx => void (await tx.query({ text, values })))

/** The path of the link in the last mail to an address. */
async function linkTo(email: string): Promise<string> {
  const [mail] = await rows(`select text from platform.mail where recipient = $1 order by id desc limit 1`, [
    email,
  ])
  return /http:\/\/127\.0\.0\.1:3000(\/\S+)/.exec(mail!['text']!)![1]!
}

const invitation = (given: Record<string, string> = {}) => ({
  submission: randomUUID(),
  epost: 'geir.lund@example.no',
  roller: 'professional',
  enhet: clinic,
  ...given,
})

test('an invited person logs in and has the roles, once', async () => {
  const form = invitation()
  assert.equal((await admin.post(`${house}/invitasjon`, form)).status, 303)
  assert.equal((await admin.post(`${house}/invitasjon`, form)).status, 303, 'sent twice')
  const sent = await rows(`select id from platform.mail where recipient = 'geir.lund@example.no'`)
  assert.equal(sent.length, 1)
  assert.match((await admin.get(house)).html, /geir\.lund@example\.no/)
  const link = await linkTo('geir.lund@example.no')
  const token = link.split('/').at(-1)!
  const kept = await rows(
    'select encode(token_hash, $1) as hash, i::text as whole from organizations.invitation i',
    ['hex'],
  )
  assert.ok(!JSON.stringify(kept).includes(token), 'of the link only a hash is kept')

  const anonymous = await app.server.inject({ method: 'GET', url: link })
  assert.equal(anonymous.statusCode, 303, 'one logs in first')
  const geir = await loginAs(app, 'utenforstaende')
  const shown = await geir.get(link)
  assert.match(shown.html, /Fagperson[\s\S]*Helsestasjonen[\s\S]*Geir Lund/)
  assert.doesNotMatch(shown.html, /en annen e-post/)
  assert.equal(shown.headers['cache-control'], 'private, no-store')
  assert.equal(shown.headers['referrer-policy'], 'same-origin')
  assert.match(shown.html, /<meta name="robots" content="noindex/)
  assert.equal((await geir.post(link, {})).headers['location'], '/arbeid')
  assert.match((await geir.get('/arbeid')).html, /Fagperson/)

  const teacher = await loginAs(app, 'larer-nes')
  for (const person of [geir, teacher]) {
    assert.match((await person.get(link)).html, /Den er tatt imot allerede/)
    assert.equal((await person.post(link, {})).headers['location'], link)
  }
  assert.equal(
    (await rows('select from organizations.role_grant where person_id = $1', [geir.personId])).length,
    1,
  )
})

test('who logs in with another address is warned, and may accept', async () => {
  await admin.post(`${house}/invitasjon`, invitation({ epost: 'privat@example.no' }))
  const teacher = await loginAs(app, 'larer-nes')
  const shown = await teacher.get(await linkTo('privat@example.no'))
  assert.match(shown.html, /Invitasjonen gikk til en annen e-post/)
  assert.match(shown.html, /privat@example\.no[\s\S]*amina\.yusuf@example\.no/)
  assert.equal((await teacher.post(await linkTo('privat@example.no'), {})).headers['location'], '/arbeid')
})

test('an invitation that has expired, was withdrawn, is one’s own or whose sender has left gives nothing', async () => {
  const person = await loginAs(app, 'ppt-nes')
  const refusedFor = async (email: string, why: RegExp, who = person) => {
    const link = await linkTo(email)
    const before = await rows('select from organizations.role_grant where person_id = $1', [who.personId])
    const { html } = await who.get(link)
    assert.match(html, why)
    assert.doesNotMatch(html, /Ta imot rollene/)
    assert.equal((await who.post(link, {})).headers['location'], link)
    const after = await rows('select from organizations.role_grant where person_id = $1', [who.personId])
    assert.equal(after.length, before.length)
  }
  const sent = async (email: string, given: Record<string, string> = {}) => {
    assert.equal(
      (await admin.post(`${house}/invitasjon`, invitation({ epost: email, ...given }))).status,
      303,
    )
    return (await rows('select id from organizations.invitation where email = $1', [email]))[0]!['id']!
  }
  await sent('own@example.no')
  await refusedFor('own@example.no', /Du har sendt den selv/, admin)
  const expired = await sent('expired@example.no')
  await change(`update organizations.invitation set expires_at = now() - interval '1 second' where id = $1`, [
    expired,
  ])
  await refusedFor('expired@example.no', /Den er gått ut/)
  assert.match((await admin.get(house)).html, /gikk ut/)
  const withdrawn = await sent('withdrawn@example.no')
  const editor = await loginAs(app, 'koordinator-nannestad')
  const withdrawal = `/arbeid/admin/invitasjon/${withdrawn}/tilbakekalling`
  assert.equal((await editor.post(withdrawal, {})).status, 404, 'not by another municipality')
  assert.equal((await admin.post(withdrawal, {})).status, 303)
  await refusedFor('withdrawn@example.no', /Den er trukket tilbake/)
  const left = await sent('left@example.no')
  await change(`update organizations.invitation set invited_by = $2 where id = $1`, [
    left,
    (await loginAs(app, 'redaktor-nes')).personId,
  ])
  await refusedFor('left@example.no', /kan ikke invitere dit lenger/)
  assert.equal((await person.get(`/arbeid/invitasjon/${'x'.repeat(43)}`)).status, 404)
  assert.equal((await person.get('/arbeid/invitasjon/kort')).status, 404)
})

test('two who accept at once do not both get the roles', async () => {
  await admin.post(`${house}/invitasjon`, invitation({ epost: 'to@example.no', roller: 'leader' }))
  const link = await linkTo('to@example.no')
  const both = [await loginAs(app, 'barnevern-nes'), await loginAs(app, 'stafettholder-nes')]
  const answers = await Promise.all(both.map(person => person.post(link, {})))
  assert.deepEqual(answers.map(answer => answer.headers['location']).toSorted(), ['/arbeid', link])
})

test('an invitation with faults comes back; to another house there is no form', async () => {
  const { status, html } = await admin.post(`${house}/invitasjon`, {
    submission: randomUUID(),
    epost: 'en@example.no,to@example.no',
    enhet: redCross,
    til: '2020-01-01',
  })
  assert.equal(status, 422)
  for (const error of [
    'Skriv en e-postadresse',
    'Velg minst én rolle',
    'Velg hvor rollene',
    'i dag eller senere',
  ])
    assert.ok(html.includes(error), error)
  const other = `/arbeid/admin/organisasjon/${await app.db.asOwner(tx => idOf(tx, 'organization', 'nannestad-kommune'))}`
  assert.equal((await admin.post(`${other}/invitasjon`, invitation())).status, 404)
})

const request = (given: Record<string, string> = {}) => ({
  submission: randomUUID(),
  slag: 'voluntary',
  navn: 'Årnes turlag',
  nummer: '974 760 673',
  sted: '3228',
  om: 'Turer for barn og foreldre hver lørdag.',
  nettside: 'https://turlaget.example.no',
  kontakt: 'Tor Tur',
  epost: 'tor@example.no',
  ...given,
})

test('what an organisation writes comes back when something is wrong, and nothing is kept', async () => {
  const { status, html } = await postForm(app, '/bli-med', {
    submission: randomUUID(),
    navn: 'Turlaget <b>',
    nummer: '974760674',
    sted: '9999',
    epost: 'tor',
  })
  assert.equal(status, 422)
  for (const error of ['Velg frivillig', 'Nummeret stemmer ikke', 'Velg hvor dere er', 'Skriv hva dere gjør'])
    assert.ok(html.includes(error), error)
  assert.match(html, /value="Turlaget &lt;b>"/)
  assert.equal((await rows('select from organizations.join_request')).length, 0)
})

test('a voluntary organisation asks, is admitted with its territory, and its contact becomes its administrator', async () => {
  const asked = await getPage(app, '/bli-med')
  assert.equal(asked.headers['cache-control'], 'no-store')
  const form = request()
  assert.equal((await postForm(app, '/bli-med', form)).headers['location'], '/bli-med/takk')
  await postForm(app, '/bli-med', form)
  assert.match((await getPage(app, '/bli-med/takk')).html, /Dette skjer nå/)
  assert.equal((await rows('select from organizations.join_request')).length, 1)

  // those above and in the place see it, the neighbour does not
  const coordinator = await loginAs(app, 'koordinator-nes')
  const neighbour = await loginAs(app, 'koordinator-nannestad')
  assert.match((await coordinator.get('/arbeid/admin')).html, /Én organisasjon venter på svar/)
  const list = await coordinator.get('/arbeid/admin/opptak')
  const path = /\/arbeid\/admin\/opptak\/[0-9a-f-]{36}/.exec(list.html)![0]
  assert.match(
    (await (await loginAs(app, 'regionkoordinator')).get('/arbeid/admin/opptak')).html,
    /Årnes turlag/,
  )
  assert.doesNotMatch((await neighbour.get('/arbeid/admin/opptak')).html, /Årnes turlag/)
  for (const answer of [
    await neighbour.get(path),
    await neighbour.post(path, { vegne: nes, omrade: '3228' }),
    await neighbour.post(`${path}/avslag`, { vegne: nes, grunn: 'Nei' }),
    await (await loginAs(app, 'redaktor-nes')).get(path),
  ])
    assert.equal(answer.status, 404)

  assert.equal((await coordinator.post(path, { vegne: nes })).status, 422, 'a territory must be chosen')
  assert.equal((await coordinator.post(path, { vegne: nes, omrade: '3238' })).status, 422, 'inside one’s own')
  assert.equal((await coordinator.post(path, { vegne: redCross, omrade: '3228' })).status, 422)
  assert.equal((await coordinator.post(path, { vegne: nes, omrade: '3228' })).status, 303)
  assert.match((await coordinator.get(path)).html, /tatt opp/)
  assert.equal(
    (await coordinator.post(`${path}/avslag`, { vegne: nes, grunn: 'Nei' })).status,
    303,
    'it is decided',
  )
  assert.match((await coordinator.get('/arbeid/admin/opptak')).html, /Årnes turlag[\s\S]*invitert/)

  const [made] = await rows(
    `select id, level from organizations.organization where organization_number = '974760673'`,
  )
  const covers = (area: string) =>
    rows('select organizations.covers_freely($1, $2) as free', [made!['id'], area]).then(r => r[0]!['free'])
  assert.deepEqual([await covers('3228'), await covers('3238'), await covers('32')], [true, false, false])
  const tor = await loginAs(app, 'utenforstaende')
  assert.equal((await tor.post(await linkTo('tor@example.no'), {})).headers['location'], '/arbeid')
  const own = await tor.get(`/arbeid/admin/organisasjon/${made!['id']}`)
  assert.match(own.html, /Administrator[\s\S]*Inviter en person|Inviter en person[\s\S]*Administrator/)
  assert.equal((await tor.get(house)).status, 404)
  // from now on it invites for itself
  assert.equal((await coordinator.get(`/arbeid/admin/organisasjon/${made!['id']}/invitasjon`)).status, 404)
})

test('who asks in the name of an organisation that is here gets no key to it', async () => {
  await postForm(app, '/bli-med', request({ epost: 'tyv@example.no', sted: '3238' }))
  const coordinator = await loginAs(app, 'koordinator-nannestad')
  const list = await coordinator.get('/arbeid/admin/opptak')
  const path = /\/arbeid\/admin\/opptak\/[0-9a-f-]{36}/.exec(list.html)![0]
  assert.match((await coordinator.get(path)).html, /Nummeret er her fra før/)
  const nannestad = await app.db.asOwner(tx => idOf(tx, 'organization', 'nannestad-kommune'))
  assert.equal((await coordinator.post(path, { vegne: nannestad, omrade: '3238' })).status, 303)
  assert.deepEqual(await rows(`select id from platform.mail where recipient = 'tyv@example.no'`), [])
  const [{ free } = {}] = await rows(
    `select organizations.covers_freely(id, '3238') as free from organizations.organization where organization_number = '974760673'`,
  )
  assert.equal(free, true)
})

test('who asks under the name of another organisation is not let in unseen', async () => {
  await postForm(app, '/bli-med', request({ navn: 'nes KOMMUNE', nummer: '938801363', sted: '3238' }))
  const coordinator = await loginAs(app, 'koordinator-nannestad')
  const list = await coordinator.get('/arbeid/admin/opptak')
  const path = /nes KOMMUNE[^]*?href="(\/arbeid\/admin\/opptak\/[0-9a-f-]{36})"/.exec(list.html)![1]!
  assert.match((await coordinator.get(path)).html, /Navnet er her fra før/)
})

test('who gives territory to an organisation that is here and has no administrator gets no key to it either', async () => {
  const made = await rows(`select id from organizations.organization where organization_number = '974760673'`)
  const id = made[0]!['id']
  await change(
    `insert into organizations.role_end (grant_id) select id from organizations.role_grant
     where organization_id = $1 and role = 'administrator'`,
    [id],
  )
  // Nannestad gave it territory in the test before this one, Nes let it in
  const [neighbour, first] = [
    await loginAs(app, 'koordinator-nannestad'),
    await loginAs(app, 'koordinator-nes'),
  ]
  assert.equal((await neighbour.get(`/arbeid/admin/organisasjon/${id}/invitasjon`)).status, 404)
  assert.equal((await first.get(`/arbeid/admin/organisasjon/${id}/invitasjon`)).status, 200)
})

test('two requests with one number, admitted at once, make one organisation and one invitation', async () => {
  const emails = ['en@example.no', 'to@example.org']
  for (const epost of emails)
    await postForm(app, '/bli-med', request({ submission: randomUUID(), nummer: '971277882', epost }))
  const coordinator = await loginAs(app, 'koordinator-nes')
  const asked = await rows(
    `select id from organizations.join_request where organization_number = '971277882'`,
  )
  const answers = await Promise.all(
    asked.map(({ id }) => coordinator.post(`/arbeid/admin/opptak/${id}`, { vegne: nes, omrade: '3228' })),
  )
  assert.deepEqual(
    answers.map(answer => answer.status),
    [303, 303],
  )
  const sent = await rows('select from platform.mail where recipient = any ($1)', [emails])
  assert.equal(sent.length, 1, 'a link that leads nowhere is not sent')
})

test('a refusal has a reason, which the contact is told', async () => {
  await postForm(
    app,
    '/bli-med',
    request({ nummer: '889640782', epost: 'nei@example.no', navn: 'Feil sted AS' }),
  )
  const coordinator = await loginAs(app, 'koordinator-nes')
  const html = (await coordinator.get('/arbeid/admin/opptak')).html
  const path = /\/arbeid\/admin\/opptak\/[0-9a-f-]{36}/.exec(html)![0]
  assert.equal((await coordinator.post(`${path}/avslag`, { vegne: nes })).status, 422)
  const answer = await coordinator.post(`${path}/avslag`, { vegne: nes, grunn: 'Dere har ikke tilbud her.' })
  assert.equal(answer.status, 303)
  const [mail] = await rows(`select text from platform.mail where recipient = 'nei@example.no'`)
  assert.match(mail!['text']!, /Nes kommune har svart nei[\s\S]*Dere har ikke tilbud her/)
  assert.match((await coordinator.get(path)).html, /Dere har ikke tilbud her/)
})

test('a coordinator invites the first administrator of an organisation she admitted, and no more', async () => {
  const coordinator = await loginAs(app, 'koordinator-nes')
  assert.match((await coordinator.get('/arbeid/admin/opptak')).html, /Nes Røde Kors/)
  const path = `/arbeid/admin/organisasjon/${redCross}/invitasjon`
  const form = { submission: randomUUID(), epost: 'rk@example.no', roller: 'administrator', enhet: '' }
  assert.equal((await coordinator.post(path, form)).headers['location'], '/arbeid/admin/opptak')
  const volunteer = await loginAs(app, 'redaktor-frivillig')
  assert.equal((await volunteer.post(await linkTo('rk@example.no'), {})).headers['location'], '/arbeid')
  assert.equal((await volunteer.get(`/arbeid/admin/organisasjon/${redCross}`)).status, 200)
  assert.equal((await coordinator.get(path)).status, 404)
  assert.equal((await coordinator.get(`${house}/invitasjon`)).status, 404, 'and not into her own house')
})
