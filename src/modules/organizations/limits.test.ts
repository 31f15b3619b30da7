import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { Tx } from '#platform/db/sql.ts'
import { testApp, testClock } from '#test/app.ts'
import { loginAs, postForm } from '#test/client.ts'
import { endRole, giveRole, idOf, makePerson } from '#test/roles.ts'

// How often one may ask, who may take a role, when a session ends, what is forgotten: docs/adr/0029-limits-and-retention.md

const app = await testApp()
const organizations = await app.db.asOwner(async tx => ({
  nes: await idOf(tx, 'organization', 'nes-kommune'),
  nannestad: await idOf(tx, 'organization', 'nannestad-kommune'),
  redCross: await idOf(tx, 'organization', 'nes-rode-kors'),
}))

const rows = (text: string, values: unknown[] = []) =>
  app.db.rolledBack(async tx => (await tx.query({ text, values })).rows as Record<string, string>[])
const asOwner = (work: (tx: Tx) => Promise<unknown>) => app.db.asOwner(work)
const run = (text: string, values: unknown[] = []) => asOwner(tx => tx.query({ text, values }))

/** An administrator of an organisation, logged in. */
async function administratorOf(organization: string, key: string) {
  const person = await loginAs(app, key)
  await asOwner(tx => giveRole(tx, person.personId, { role: 'administrator', organization }))
  return person
}
const nes = await loginAs(app, 'admin-nes')

const invite = (who: typeof nes, organization: string, email: string, roles = 'editor') =>
  who.post(`/arbeid/admin/organisasjon/${organization}/invitasjon`, {
    submission: randomUUID(),
    epost: email,
    roller: roles,
    enhet: '',
  })

/** The path of the link in the last mail to an address. */
async function linkTo(email: string): Promise<string> {
  const [mail] = await rows('select text from platform.mail where recipient = $1 order by id desc limit 1', [
    email,
  ])
  return /http:\/\/127\.0\.0\.1:3000(\/\S+)/.exec(mail!['text']!)![1]!
}

test('one address gets three invitations a day from one organisation and five from all, in whatever case it is written', async () => {
  const nannestad = await administratorOf('nannestad-kommune', 'redaktor-nannestad')
  const redCross = await administratorOf('nes-rode-kors', 'redaktor-frivillig')
  for (let n = 0; n < 3; n++)
    assert.equal((await invite(nes, organizations.nes, 'mange@example.no')).status, 303)
  const fourth = await invite(nes, organizations.nes, 'Mange@Example.no')
  assert.equal(fourth.status, 422)
  assert.match(fourth.html, /sendt mange invitasjoner til denne adressen/)
  assert.equal((await invite(nes, organizations.nes, 'en.annen@example.no')).status, 303)
  for (let n = 0; n < 2; n++)
    assert.equal((await invite(nannestad, organizations.nannestad, 'mange@example.no')).status, 303)
  assert.equal((await invite(nannestad, organizations.nannestad, 'mange@example.no')).status, 422)
  assert.equal((await invite(redCross, organizations.redCross, 'mange@example.no')).status, 422)
  const sent = await rows(`select id from platform.mail where lower(recipient) = 'mange@example.no'`)
  assert.equal(sent.length, 5)
  // Nor by SQL as the program's own login.
  await assert.rejects(
    app.db.database.transaction(nes.personId, tx =>
      tx.query({
        text: `insert into organizations.invitation (organization_id, roles, email, token_hash, invited_by)
               values ($1, '{editor}', 'MANGE@example.no', sha256('ny'), platform.actor())`,
        values: [organizations.nes],
      }),
    ),
    /row-level security/,
  )
  // The next day there is room again.
  await run(`update organizations.invitation set invited_at = invited_at - interval '25 hours'`)
  assert.equal((await invite(nes, organizations.nes, 'mange@example.no')).status, 303)
})

test('a role in a public organisation is not taken with a citizen’s login, one in a voluntary organisation is', async () => {
  const citizen = await loginAs(app, 'foresatt-a')
  await invite(nes, organizations.nes, 'hanne@example.no', 'professional')
  const link = await linkTo('hanne@example.no')
  const shown = await citizen.get(link)
  assert.match(shown.html, /Du er logget inn som innbygger/)
  assert.doesNotMatch(shown.html, /Ta imot rollene/)
  assert.equal((await citizen.post(link, {})).headers['location'], link)
  const held = () => rows('select from organizations.role_grant where person_id = $1', [citizen.personId])
  assert.equal((await held()).length, 0)
  await assert.rejects(
    asOwner(tx => giveRole(tx, citizen.personId, { role: 'editor', organization: 'nes-kommune' })),
    /for who logs in as an employee/,
    'nor by the operator',
  )
  // The link is still good for who it was meant for.
  const employee = await loginAs(app, 'utenforstaende')
  assert.equal((await employee.post(link, {})).headers['location'], '/arbeid')

  const redCross = await loginAs(app, 'redaktor-frivillig')
  await invite(redCross, organizations.redCross, 'hanne@example.no')
  assert.equal((await citizen.post(await linkTo('hanne@example.no'), {})).headers['location'], '/arbeid')
  assert.equal((await held()).length, 1)
})

test('a session ends when its person loses a role that she logged in with, and not by one given and taken meanwhile', async () => {
  const person = await loginAs(app, 'koordinator-nes')
  const give = (role: string, organization: string, unit?: string) =>
    app.db.asOwner(tx => giveRole(tx, person.personId, { role, organization, ...(unit && { unit }) }))
  const isIn = async (who = person) => (await who.get('/arbeid')).status === 200
  for (let n = 0; n < 3; n++) {
    const given = await give('professional', 'nannestad-kommune')
    await asOwner(tx => endRole(tx, given))
    assert.ok(await isIn(), 'whoever may give her a role cannot throw her out by it')
  }
  const [editor, editorOfClinic] = [
    await give('editor', 'nes-kommune'),
    await give('editor', 'nes-kommune', 'nes-helsestasjonen'),
  ]
  const later = await loginAs(app, 'koordinator-nes')
  await asOwner(tx => endRole(tx, editorOfClinic))
  assert.ok(await isIn(later), 'the other role covers what she lost')
  await asOwner(tx => endRole(tx, editor))
  assert.ok(!(await isIn(later)))
  assert.ok(await isIn(), 'a session from before she had it goes on')
  assert.equal((await person.get('/arbeid/tilbud/nytt')).status, 404, 'without the role')
})

const request = (given: Record<string, string> = {}) => ({
  submission: randomUUID(),
  slag: 'voluntary',
  navn: 'Turlaget',
  nummer: '974760673',
  sted: '3228',
  om: 'Turer',
  kontakt: 'Tor',
  epost: 'tor@example.no',
  ...given,
})

test('in the name of one organisation, or from one address, three requests a day are taken, and the next is told so', async () => {
  const first = request()
  assert.equal((await postForm(app, '/bli-med', first)).status, 303)
  assert.equal((await postForm(app, '/bli-med', request({ epost: 'b@example.no' }))).status, 303)
  assert.equal((await postForm(app, '/bli-med', request({ epost: 'c@example.no' }))).status, 303)
  const fourth = await postForm(app, '/bli-med', request({ epost: 'd@example.no' }))
  assert.equal(fourth.status, 422)
  assert.match(fourth.html, /flere søknader fra dere det siste døgnet[\s\S]*value="Turlaget"/)
  assert.equal(
    (await postForm(app, '/bli-med', first)).status,
    303,
    'the first form sent again is no new one',
  )
  for (const nummer of ['889640782', '983544622'])
    assert.equal((await postForm(app, '/bli-med', request({ nummer, epost: 'TOR@example.no' }))).status, 303)
  assert.equal((await postForm(app, '/bli-med', request({ nummer: '971032081' }))).status, 422)
  assert.equal((await rows('select id from organizations.join_request')).length, 5)
})

test('a body of several municipalities decides nothing in the county’s place', async () => {
  const areas = (organization: string) =>
    app.db.asOwner(async tx => {
      const person = await makePerson(tx, 'Koordinator')
      await giveRole(tx, person, { role: 'coordinator', organization })
      await tx.query({ text: `select set_config('app.actor', $1, true)`, values: [person] })
      const { rows: found } = await tx.query({
        text: `select organizations.reach_areas('{coordinator}') as areas, organizations.admitting_areas() as admits`,
      })
      return found[0] as { areas: string[]; admits: string[] }
    })
  assert.deepEqual(await areas('romerike-krisesenter'), { areas: [], admits: [] })
  assert.deepEqual((await areas('akershus-fylkeskommune')).areas, ['32'])
  assert.deepEqual((await areas('nes-kommune')).areas, ['3228'])
})

test('what is over is forgotten after its time, and not before', async () => {
  const count = async () => {
    const [row] = await rows(`select
      (select count(*) from organizations.join_request) as requests,
      (select count(*) from organizations.invitation) as invitations,
      (select count(*) from people.session) as sessions,
      (select count(*) from people.login_attempt) as logins`)
    return Object.values(row!).map(Number)
  }
  await run('delete from organizations.join_request')
  await run('delete from organizations.invitation')
  await run('delete from people.session')
  for (const [asked, decided] of [
    [10, null],
    [370, null],
    [300, 200],
    [300, 100],
  ]) {
    await run(
      `with asked as (
         insert into organizations.join_request
           (submission, level, name, organization_number, contact_name, contact_email, purpose, area_code, asked_at)
         values (gen_random_uuid(), 'voluntary', 'Turlaget', '974760673', 'Tor', 'a@b', 'Turer', '3228', now() - make_interval(days => $1)) returning id)
       insert into organizations.join_decision (request_id, organization_id, reason, decided_at)
       select id, $3, 'Nei', now() - make_interval(days => $2) from asked where $2::integer is not null`,
      [asked, decided, organizations.nes],
    )
  }
  for (const expired of [-5, 50, 100])
    await run(
      `insert into organizations.invitation (organization_id, roles, email, token_hash, expires_at)
       values ($1, '{editor}', 'a@b', sha256($2::text::bytea), now() - make_interval(days => $2::integer))`,
      [organizations.nes, expired],
    )
  await run(`insert into organizations.invitation_end (invitation_id, accepted, ended_at)
    select id, true, now() - interval '95 days' from organizations.invitation where expires_at > now()`)
  for (const began of [1, 40])
    await run(
      `insert into people.session (person_id, identity_id, token_hash, device, started_at)
       select person_id, id, sha256($1::text::bytea), 'Test', now() - make_interval(days => $1::integer) from people.identity limit 1`,
      [began],
    )
  for (const began of [0, 2])
    await run(
      `insert into people.login_attempt (state_hash, browser_hash, provider, nonce, verifier, return_to, language, started_at)
       values (sha256($1::text::bytea), sha256('b'), 'employee', 'n', 'v', '/arbeid', 'nb', now() - make_interval(days => $1::integer))`,
      [began],
    )
  assert.deepEqual(await count(), [4, 3, 2, 2])
  const today = testClock.now().toISOString().slice(0, 10)
  for (const kind of ['organizations.forget-joining', 'people.forget-logins'])
    await run(`select graphile_worker.add_job($1, json_build_object('day', $2::text))`, [kind, today])
  assert.deepEqual(await app.runJobs(), { failures: [] })
  assert.deepEqual(await count(), [2, 1, 1, 1])
})
