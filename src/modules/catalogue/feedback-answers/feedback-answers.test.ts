import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod'
import { exec, sql, value } from '#platform/db/sql.ts'
import { testApp } from '#test/app.ts'
import { loginAs } from '#test/client.ts'

const app = await testApp()
const Id = z.string()

const serviceOf = (organization: string) =>
  app.db.asOwner(tx =>
    value(
      tx,
      Id,
      sql`select service.id from catalogue.service join organizations.organization owner on owner.id = service.owner_id
          where owner.key = ${organization} order by service.id limit 1`,
    ),
  )
const tell = (kind: string, service: string | null, municipality: string | null, message: string | null) =>
  app.db.asOwner(tx =>
    value(
      tx,
      Id,
      sql`insert into catalogue.feedback (kind, service_id, municipality_code, message)
          values (${kind}, ${service}, ${municipality}, ${message}) returning id`,
    ),
  )
const closings = (id: string) =>
  app.db.asOwner(tx =>
    value(tx, z.number(), sql`select count(*) from catalogue.feedback_closing where feedback_id = ${id}`),
  )

const error = await tell('error', await serviceOf('nes-kommune'), null, 'Telefonen er lagt ned')
const lacking = await tell('not-found', null, '3228', 'Sykkelkurs')
await tell('found', await serviceOf('nes-kommune'), '3228', null)
const kari = await loginAs(app, 'redaktor-nes')
const coordinator = await loginAs(app, 'koordinator-nes')
const list = '/arbeid/tilbakemeldinger'
const at = (id: string) => `${list}/${id}`

test('an error is told to those who own the service, waits on their desk, and is closed once with a note', async () => {
  const shown = await kari.get(list)
  assert.match(shown.html, /Telefonen er lagt ned/)
  assert.doesNotMatch(shown.html, /Sykkelkurs/)
  assert.match((await kari.get('/arbeid')).html, new RegExp(at(error)))

  const long = await kari.post(at(error), { merknad: 'ord '.repeat(300) })
  assert.equal(long.status, 422)
  assert.match(long.html, /Skriv kortere/)
  assert.equal(await closings(error), 0)

  assert.equal((await kari.post(at(error), { merknad: 'Nytt nummer er inne' })).status, 303)
  assert.equal((await kari.post(at(error), { merknad: 'En gang til' })).status, 303)
  assert.equal(await closings(error), 1)
  assert.match((await kari.get(list)).html, /Nytt nummer er inne/)
  assert.doesNotMatch((await kari.get('/arbeid')).html, new RegExp(at(error)))
})

test('what is about no service is the coordinator’s; she reads of services and does not close it', async () => {
  assert.match((await coordinator.get(list)).html, /Sykkelkurs/)
  assert.match((await coordinator.get('/arbeid')).html, new RegExp(at(lacking)))
  assert.equal((await coordinator.post(at(lacking), { merknad: '' })).status, 303)
  assert.equal(await closings(lacking), 1)
  const other = await tell('error', await serviceOf('nes-kommune'), null, 'Feil adresse')
  assert.match((await coordinator.get(at(other))).html, /Bare de som redigerer/)
  assert.equal((await coordinator.post(at(other), { merknad: '' })).status, 404)
  assert.equal(await closings(other), 0)
})

test('others find nothing of it', async () => {
  const [ours, without] = [
    await tell('error', await serviceOf('nes-kommune'), null, 'Bare for Nes'),
    await tell('not-found', null, '3228', 'Bare for Nes'),
  ]
  for (const key of [
    'redaktor-nannestad',
    'koordinator-nannestad',
    'redaktor-frivillig',
    'larer-nes',
    'utenforstaende',
  ]) {
    const who = await loginAs(app, key)
    assert.doesNotMatch((await who.get(list)).html, /Bare for Nes/, key)
    for (const id of [ours, without]) {
      assert.equal((await who.get(at(id))).status, 404, key)
      assert.equal((await who.post(at(id), { merknad: '' })).status, 404, key)
    }
    for (const id of [ours, without]) {
      await assert.rejects(
        app.db.database.transaction(who.personId, tx =>
          exec(
            tx,
            sql`insert into catalogue.feedback_closing (feedback_id, closed_by) values (${id}, ${who.personId})`,
          ),
        ),
        { code: '42501' },
        `${key} by SQL`,
      )
      assert.equal(await closings(id), 0)
    }
  }
  // Nor may who reads close it, or close it in another's name.
  for (const [who, by] of [
    [coordinator.personId, coordinator.personId],
    [kari.personId, coordinator.personId],
  ] as const)
    await assert.rejects(
      app.db.database.transaction(who, tx =>
        exec(
          tx,
          sql`insert into catalogue.feedback_closing (feedback_id, closed_by) values (${ours}, ${by})`,
        ),
      ),
      { code: '42501' },
    )
})
