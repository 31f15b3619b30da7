import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashOfToken, newToken, SESSION_COOKIE } from '#platform/auth/session-token.ts'
import { testApp } from '#test/app.ts'
import { getPage, loginAs, postForm } from '#test/client.ts'

const app = await testApp()
const owner = (text: string, values: unknown[] = []) =>
  app.db.asOwner(async tx => (await tx.query({ text, values })).rows)

test('who is not logged in is sent to log in, and would come back to where she was', async () => {
  for (const [path, to] of [
    ['/arbeid', '/logg-inn?til=%2Farbeid'],
    ['/nn/arbeid?side=2&q=%C3%A5', '/nn/logg-inn?til=%2Fnn%2Farbeid%3Fside%3D2%26q%3D%25C3%25A5'],
  ]) {
    const page = await getPage(app, path!)
    assert.equal(page.status, 303)
    assert.equal(page.headers['location'], to)
    assert.equal(page.headers['cache-control'], 'private, no-store')
  }
})

test('a token that nobody gave opens nothing', async () => {
  const odd = [newToken(), '', 'x', "' or 1=1 --", 'a'.repeat(10_000), '%00', newToken().toUpperCase()]
  for (const token of odd) {
    const page = await getPage(app, '/arbeid', { headers: { cookie: `${SESSION_COOKIE}=${token}` } })
    assert.equal(page.status, 303, token)
  }
})

test('the work desk says who she is, and is kept nowhere', async () => {
  const kari = await loginAs(app, 'redaktor-nes')
  const page = await kari.get('/arbeid')
  assert.equal(page.status, 200)
  assert.match(page.html, /<h1[^>]*>Hei, Kari Myhre</)
  assert.equal(page.headers['cache-control'], 'private, no-store')
  assert.equal(page.headers['etag'], undefined)
  assert.match(page.html, /<meta name="robots" content="noindex"/)
  assert.match(page.html, /<form method="post" action="\/logg-ut">/)
})

test('her roles are read anew each time: a role that ends bites at once', async () => {
  const nina = await loginAs(app, 'leder-nes')
  const [grant] = await owner(
    `insert into organizations.role_grant (person_id, organization_id, role)
     select $1, id, 'data-protection-officer' from organizations.organization where key = 'nes-rode-kors' returning id`,
    [nina.personId],
  )
  assert.match((await nina.get('/arbeid')).html, /Personvernombud, Nes Røde Kors/)
  await owner('insert into organizations.role_end (grant_id) values ($1)', [grant!['id']])
  assert.doesNotMatch((await nina.get('/arbeid')).html, /Nes Røde Kors/)
})

test('a session ends an hour after it was last used, and ten hours after it began', async () => {
  const cases: [used: string, started: string, holds: boolean][] = [
    ['59 minutes', '2 hours', true],
    ['61 minutes', '2 hours', false],
    ['1 minute', '599 minutes', true],
    ['1 minute', '601 minutes', false],
  ]
  for (const [used, started, holds] of cases) {
    const person = await loginAs(app, 'larer-nes')
    await owner(
      `update people.session set last_used_at = now() - $2::interval, started_at = now() - $3::interval
       where person_id = $1`,
      [person.personId, used, started],
    )
    assert.equal((await person.get('/arbeid')).status, holds ? 200 : 303, `${used}, ${started}`)
  }
})

test('using a session keeps it, to the minute', async () => {
  const person = await loginAs(app, 'ppt-nes')
  const used = async () =>
    String(
      (
        await owner(`select last_used_at::text from people.session where person_id = $1`, [person.personId])
      )[0]!['last_used_at'],
    )
  const atFirst = await used()
  await person.get('/arbeid')
  assert.equal(await used(), atFirst)
  await owner(`update people.session set last_used_at = now() - interval '50 minutes' where person_id = $1`, [
    person.personId,
  ])
  const before = await used()
  await person.get('/arbeid')
  assert.notEqual(await used(), before)
})

test('who logs out is out, in that browser only', async () => {
  const [here, there] = [await loginAs(app, 'admin-nes'), await loginAs(app, 'admin-nes')]
  const left = await here.post('/logg-ut', { sprak: 'nn' })
  assert.equal(left.status, 303)
  assert.match(
    String([left.headers['set-cookie']].flat()[0]),
    /^__Host-nettungen=; Path=\/; Max-Age=0; HttpOnly; Secure; SameSite=Lax$/,
  )
  assert.equal((await here.get('/arbeid')).status, 303)
  assert.equal((await there.get('/arbeid')).status, 200)
  assert.equal((await here.post('/logg-ut', { sprak: 'nb' })).status, 303, 'once more is no trouble')
  assert.equal((await postForm(app, '/logg-ut', { sprak: 'nb' })).status, 303)
})

test('she sees where she is logged in, in coarse words, and ends one or all', async () => {
  const [here, there, third] = [
    await loginAs(app, 'helsesykepleier-nes'),
    await loginAs(app, 'helsesykepleier-nes'),
    await loginAs(app, 'helsesykepleier-nes'),
  ]
  await owner(
    `update people.session set device = 'Firefox, Windows', started_at = timestamptz '2026-11-21 08:05+01'
     where person_id = $1 and token_hash = $2`,
    [there.personId, hashOfToken(there.headers.cookie.split('=')[1]!)],
  )
  await owner(
    'update people.session set last_used_at = now(), started_at = now() where person_id = $1 and device = $2',
    [there.personId, 'Firefox, Windows'],
  )
  const page = await here.get('/arbeid/okter')
  assert.equal(page.html.match(/name="okt" value="[0-9a-f-]{36}"/g)?.length, 3)
  assert.match(page.html, /Test \(her\)/)
  const id = /Firefox, Windows[\s\S]*?name="okt" value="([^"]*)"/.exec(page.html)![1]!
  const ended = await here.post('/arbeid/okter/avslutt', { okt: id })
  assert.equal(ended.status, 303)
  assert.equal(ended.headers['location'], '/arbeid/okter')
  assert.equal((await there.get('/arbeid')).status, 303)
  assert.equal((await here.get('/arbeid')).status, 200)
  const all = await third.post('/arbeid/okter/avslutt', { okt: 'alle' })
  assert.equal(all.headers['location'], '/logg-ut/ferdig')
  for (const one of [here, third]) assert.equal((await one.get('/arbeid')).status, 303)
})

test('nobody ends the session of another', async () => {
  const [mine, hers] = [await loginAs(app, 'redaktor-fylke'), await loginAs(app, 'leder-nes')]
  const [session] = await owner(
    'select id from people.session where person_id = $1 order by started_at desc limit 1',
    [hers.personId],
  )
  assert.equal((await mine.post('/arbeid/okter/avslutt', { okt: String(session!['id']) })).status, 303)
  assert.equal((await hers.get('/arbeid')).status, 200)
  for (const okt of ['', 'x', "' or 1=1", '00000000-0000-0000-0000-000000000000', 'ALLE']) {
    const answer = await mine.post('/arbeid/okter/avslutt', { okt })
    assert.ok([303, 400].includes(answer.status), okt)
    assert.equal((await mine.get('/arbeid')).status, 200)
  }
})

test('all sessions of a person can be ended when her roles change', async () => {
  const [here, there] = [await loginAs(app, 'stafettholder-nes'), await loginAs(app, 'stafettholder-nes')]
  const other = await loginAs(app, 'barnevern-nes')
  await owner(`select people.end_sessions_of($1, 'roles-changed')`, [here.personId])
  for (const one of [here, there]) assert.equal((await one.get('/arbeid')).status, 303)
  assert.equal((await other.get('/arbeid')).status, 200)
})

test('the program cannot end the sessions of others, nor read them, by SQL', async () => {
  const [mine, hers] = [await loginAs(app, 'koordinator-nes'), await loginAs(app, 'koordinator-nannestad')]
  await app.db.database.transaction(mine.personId, async tx => {
    const { rows } = await tx.query({ text: 'select distinct person_id from people.live_session' })
    assert.deepEqual(rows, [{ person_id: mine.personId }])
  })
  for (const text of [
    `select people.end_sessions_of('${hers.personId}', 'logged-out')`,
    `insert into people.session_end (session_id, reason) select id, 'logged-out' from people.session`,
    `update people.session set last_used_at = now()`,
    `delete from people.session`,
    `select from people.login_attempt`,
  ]) {
    await assert.rejects(
      app.db.database.transaction(mine.personId, tx => tx.query({ text })),
      /permission denied/,
      text,
    )
  }
})

test('her own page says who she is here, where she is logged in and what is kept, and logs her out everywhere', async () => {
  const parent = await loginAs(app, 'foresatt-a')
  const page = await parent.get('/min-side')
  assert.equal(page.status, 200)
  assert.equal(page.headers['cache-control'], 'private, no-store')
  const [me] = await owner('select name from people.person where id = $1', [parent.personId])
  assert.match(page.html, new RegExp(String(me!['name'])))
  assert.match(page.html, /for deg selv/)
  assert.match(page.html, /Du er logget inn ett sted: her/)
  assert.match(page.html, /Det er ikke fødselsnummeret ditt; det lagrer vi ikke/)
  assert.match((await parent.get('/arbeid')).html, /href="\/min-side"/)

  const other = await loginAs(app, 'foresatt-a')
  assert.match((await parent.get('/min-side')).html, /Du er logget inn 2 steder/)
  const out = await parent.post('/arbeid/okter/avslutt', { okt: 'alle' })
  assert.equal(out.status, 303)
  for (const one of [parent, other]) assert.equal((await one.get('/min-side')).status, 303)
})

test('one whose name no provider told is not given one', async () => {
  const parent = await loginAs(app, 'foresatt-b')
  await owner(`update people.person set name = 'Innbygger', email = null where id = $1`, [parent.personId])
  const { html } = await parent.get('/min-side')
  assert.match(html, /Vi vet ikke hva du heter, og trenger ikke vite det/)
  assert.match(html, /Vi har ingen/)
})
