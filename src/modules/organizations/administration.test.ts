import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app.ts'
import { loginAs, type LoggedIn } from '#test/client.ts'
import { idOf } from '#test/roles.ts'

// Through the front door: who has what, changing and ending it, deputies, units and agreements.

const app = await testApp()
const [nes, nannestad, clinic, maura] = await app.db.asOwner(async tx => [
  await idOf(tx, 'organization', 'nes-kommune'),
  await idOf(tx, 'organization', 'nannestad-kommune'),
  await idOf(tx, 'unit', 'nes-helsestasjonen'),
  await idOf(tx, 'unit', 'nannestad-maura-skole'),
])
const admin = await loginAs(app, 'admin-nes')
const house = `/arbeid/admin/organisasjon/${nes}`

async function grantOf(person: LoggedIn, role?: string): Promise<string> {
  return app.db.rolledBack(async tx => {
    const { rows } = await tx.query({
      text: `select id from organizations.role_grant given where person_id = $1 and ($2::text is null or role = $2)
               and not exists (select from organizations.role_end where grant_id = given.id) order by granted_at desc limit 1`,
      values: [person.personId, role ?? null],
    })
    return rows[0]!['id'] as string
  })
}

test('an administrator sees who has what, since when and from whom', async () => {
  const start = await admin.get('/arbeid/admin')
  assert.match(start.html, /Roller i Nes kommune/)
  const { html, status } = await admin.get(house)
  assert.equal(status, 200)
  for (const text of ['Kari Myhre', 'Publiserer', 'Linn Fossum', 'Helsestasjonen', 'siden 1. januar 2026'])
    assert.ok(html.includes(text), text)
  assert.doesNotMatch(html, /Ola Rustad/, 'nobody of another municipality')
  for (const language of ['nn', 'en']) assert.equal((await admin.get(`/${language}${house}`)).status, 200)
})

test('who has no such role finds nothing there, and who is not logged in is asked to log in', async () => {
  for (const key of ['redaktor-nes', 'utenforstaende', 'admin-nes'] as const) {
    const person = await loginAs(app, key)
    const other = `/arbeid/admin/organisasjon/${nannestad}`
    for (const path of [other, `${other}/enheter`, `${other}/rolle`, `${other}/invitasjon`])
      assert.equal((await person.get(path)).status, 404, `${key} ${path}`)
    assert.equal((await person.get(`/arbeid/admin/enhet/${maura}`)).status, 404, key)
  }
  assert.equal((await (await loginAs(app, 'redaktor-nes')).get(house)).status, 404)
  const leader = await loginAs(app, 'leder-nes')
  const seen = await leader.get(house)
  assert.equal(seen.status, 200)
  assert.doesNotMatch(seen.html, /Inviter en person/)
  const anonymous = await app.server.inject({ method: 'GET', url: house })
  assert.equal(anonymous.statusCode, 303)
})

test('a role is given, changed and ended, and the session of who lost it ends', async () => {
  let nurse = await loginAs(app, 'helsesykepleier-nes')
  const form = { person: nurse.personId, rolle: 'editor', enhet: clinic, fra: '', til: '2027-06-30' }
  assert.equal((await admin.post(`${house}/rolle`, form)).status, 303)
  const again = await admin.post(`${house}/rolle`, form)
  assert.equal(again.status, 422)
  assert.match(again.html, /har denne rollen allerede/)
  const id = await grantOf(nurse, 'editor')
  const role = `/arbeid/admin/rolle/${id}`
  assert.match((await admin.get(role)).html, /til 30. juni 2027/)
  assert.equal((await nurse.get(role)).status, 200, 'her own')
  nurse = await loginAs(app, 'helsesykepleier-nes')
  const changed = await admin.post(`${role}/endring`, { rolle: 'leader', enhet: clinic, fra: '', til: '' })
  assert.equal(changed.status, 303)
  assert.equal((await nurse.get('/arbeid')).status, 303, 'she must log in again')
  assert.equal(
    (await admin.post(`${role}/endring`, { rolle: 'editor', enhet: '' })).status,
    303,
    'it is over',
  )
  const leader = `/arbeid/admin/rolle/${await grantOf(nurse, 'leader')}`
  assert.equal((await admin.post(`${leader}/avslutning`, { grunn: 'Sluttet' })).status, 303)
  assert.equal((await admin.post(`${leader}/avslutning`, {})).status, 303, 'twice is once')
  assert.match((await admin.get(leader)).html, /Denne rollen er over[\s\S]*Sluttet/)
})

test('wrong input comes back with what was chosen and what to do', async () => {
  const teacher = await loginAs(app, 'larer-nes')
  const path = `/arbeid/admin/rolle/${await grantOf(teacher)}`
  const { status, html } = await admin.post(`${path}/endring`, {
    rolle: 'konge',
    enhet: maura,
    fra: '2020-01-01',
    til: 'i morgen',
  })
  assert.equal(status, 422)
  for (const error of [
    'Velg en rolle',
    'Velg hvor rollen gjelder',
    'Velg i dag eller senere',
    'Skriv datoen',
  ])
    assert.ok(html.includes(error), error)
  assert.match(html, /value="i morgen"/)
  assert.equal((await admin.post(`${house}/rolle`, {})).status, 422)
})

test('no form gives more than its sender has', async () => {
  const editorNannestad = await loginAs(app, 'redaktor-nannestad')
  // a stranger's id, and another municipality's unit
  const stranger = { person: editorNannestad.personId, rolle: 'editor', enhet: '' }
  assert.equal((await admin.post(`${house}/rolle`, stranger)).status, 422)
  const teacher = await loginAs(app, 'larer-nes')
  const elsewhere = { person: teacher.personId, rolle: 'editor', enhet: maura }
  assert.equal((await admin.post(`${house}/rolle`, elsewhere)).status, 422)
  // to herself
  const own = await admin.post(`${house}/rolle`, { person: admin.personId, rolle: 'professional', enhet: '' })
  assert.equal(own.status, 422)
  assert.match(own.html, /kan du ikke gi deg selv/)
  // another's role, by its id
  const other = `/arbeid/admin/rolle/${await grantOf(editorNannestad)}`
  for (const answer of [
    await admin.get(other),
    await admin.post(`${other}/endring`, { rolle: 'editor', enhet: '' }),
    await admin.post(`${other}/avslutning`, {}),
    await admin.post(`${other}/stedfortreder`, { person: teacher.personId }),
  ])
    assert.equal(answer.status, 404)
  // a colleague without the right
  const editor = await loginAs(app, 'redaktor-nes')
  const hers = `/arbeid/admin/rolle/${await grantOf(teacher)}`
  assert.equal((await editor.post(`${hers}/avslutning`, {})).status, 404)
  assert.equal((await editor.post(`${hers}/endring`, { rolle: 'editor', enhet: '' })).status, 404)
})

test('the last administrator stays, until there is another', async () => {
  const own = `/arbeid/admin/rolle/${await grantOf(admin, 'administrator')}`
  const refused = await admin.post(`${own}/avslutning`, {})
  assert.equal(refused.status, 422)
  assert.match(refused.html, /Dette er den siste administratoren/)
  const leader = await loginAs(app, 'leder-nes')
  const form = { person: leader.personId, rolle: 'administrator', enhet: '' }
  assert.equal((await admin.post(`${house}/rolle`, form)).status, 303)
  const second = await loginAs(app, 'leder-nes')
  assert.equal((await second.get(`${house}/enheter`)).status, 200)
  // the second is now one who may end the first, but not herself afterwards
  const hers = `/arbeid/admin/rolle/${await grantOf(second, 'administrator')}`
  assert.equal((await admin.post(`${hers}/avslutning`, {})).status, 303)
})

test('a deputy stands in, and is shown as such', async () => {
  const leader = await loginAs(app, 'leder-nes')
  const teacher = await loginAs(app, 'larer-nes')
  const role = `/arbeid/admin/rolle/${await grantOf(leader, 'leader')}`
  assert.equal((await admin.post(`${role}/stedfortreder`, {})).status, 422)
  assert.equal((await admin.post(`${role}/stedfortreder`, { person: teacher.personId })).status, 303)
  assert.match((await admin.get(role)).html, /Amina Yusuf/)
  assert.match((await admin.get(house)).html, /stedfortreder for Tove Haga/)
  assert.equal((await teacher.get(house)).status, 200, 'she sees what the leader sees')
  assert.equal((await admin.post(`${role}/avslutning`, {})).status, 303)
  assert.equal((await (await loginAs(app, 'larer-nes')).get(house)).status, 404, 'it ends with the leader’s')
})

test('units are made, renamed, moved and closed', async () => {
  const units = `${house}/enheter`
  const made = await admin.post(units, { navn: 'Ungdomshelsa', navn_en: 'Youth health', under: clinic })
  assert.equal(made.status, 303)
  const same = await admin.post(units, { navn: 'Ungdomshelsa', under: clinic })
  assert.equal(same.status, 422)
  assert.match(same.html, /Det finnes en enhet med dette navnet/)
  const wrong = await admin.post(units, { navn: '', under: maura, telefon: 'x', nettside: 'nei' })
  for (const error of [
    'Skriv navnet',
    'Velg hvor enheten ligger',
    'Skriv bare siffer',
    'Skriv hele adressen',
  ])
    assert.ok(wrong.html.includes(error), error)
  const list = await admin.get(units)
  const id = /enhet\/([0-9a-f-]{36})">Ungdomshelsa</.exec(list.html)![1]!
  const unit = `/arbeid/admin/enhet/${id}`
  const below = await admin.post(`/arbeid/admin/enhet/${clinic}`, { navn: 'Helsestasjonen', under: id })
  assert.equal(below.status, 422, 'not below itself')
  assert.equal((await admin.post(unit, { navn: 'Ung helse', under: '', telefon: '63 91 10 00' })).status, 303)
  assert.match((await admin.get(unit)).html, /value="63911000"/)
  assert.match((await admin.get(`/en${unit}`)).html, /value="Ung helse"/)
  const inUse = await admin.post(`/arbeid/admin/enhet/${clinic}/nedleggelse`, {})
  assert.equal(inUse.status, 422)
  assert.equal((await admin.post(`${unit}/nedleggelse`, {})).status, 303)
  assert.match((await admin.get(units)).html, /Én nedlagt enhet/)
  assert.equal((await admin.post(`/arbeid/admin/enhet/${maura}/nedleggelse`, {})).status, 404)
})

test('two municipalities agree, both see it, and either ends it', async () => {
  const ours = await loginAs(app, 'koordinator-nes')
  const theirs = await loginAs(app, 'koordinator-nannestad')
  const path = '/arbeid/admin/avtaler'
  assert.match((await ours.get(path)).html, /Ingen avtaler ennå/)
  assert.equal((await ours.post(path, { fra: nannestad, til: nes })).status, 422, 'not in another’s name')
  assert.equal((await ours.post(path, { fra: nes, til: '' })).status, 422)
  const offered = await ours.post(path, { fra: nes, til: nannestad, om: 'Fritidstilbud' })
  assert.equal(offered.status, 303)
  const twice = await ours.post(path, { fra: nes, til: nannestad })
  assert.match(twice.html, /Det finnes en avtale eller et forslag/)
  const seen = await theirs.get(path)
  const id = /avtaler\/([0-9a-f-]{36})\/godkjenning/.exec(seen.html)![1]!
  assert.equal((await ours.post(`${path}/${id}/godkjenning`, {})).status, 404, 'the other accepts')
  const county = await loginAs(app, 'regionkoordinator')
  assert.equal((await county.post(`${path}/${id}/avslutning`, {})).status, 404)
  assert.equal((await theirs.post(`${path}/${id}/godkjenning`, {})).status, 303)
  const editor = await (await loginAs(app, 'redaktor-nes')).get(path)
  assert.match(editor.html, /gjelder siden/)
  assert.doesNotMatch(editor.html, /<form method="post" action="\/arbeid\/admin\/avtaler/)
  assert.equal((await theirs.post(`${path}/${id}/avslutning`, {})).status, 303)
  assert.match((await ours.get(path)).html, /Én avtale som er over/)
})
