import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod'
import { sql, value } from '#platform/db/sql.ts'
import { testApp } from '#test/app.ts'
import { loginAs } from '#test/client.ts'
import { organizationId } from '#test/staff.ts'

const app = await testApp()
const coordinator = await loginAs(app, 'koordinator-nes')
const neighbour = await loginAs(app, 'koordinator-nannestad')
const administrator = await loginAs(app, 'admin-nes')
const PATH = '/arbeid/dekning/skjuling'

const idOf = (key: string) =>
  app.db.asOwner(tx => value(tx, z.string(), sql`select id from catalogue.service_record where key = ${key}`))
const isShown = (id: string) =>
  value(
    app.db.publicReader,
    z.boolean(),
    sql`select exists (select from catalogue.published_service where id = ${id})`,
  )
const aVoluntaryKey = await value(
  app.db.publicReader,
  z.string(),
  sql`select service.id from catalogue.published_service service
      join catalogue.published_coverage coverage on coverage.service_id = service.id
      where owner_level = 'voluntary' and coverage.area_code = '3228' and not exists (
        select from catalogue.published_coverage other where other.service_id = service.id and other.area_code <> '3228')
      order by service.id limit 1`,
)

test('a coordinator hides a voluntary service with a reason, and shows it again', async () => {
  const id = aVoluntaryKey
  assert.ok((await coordinator.get(PATH)).html.includes(id))
  const form = { tilbud: id, kommune: '3228', hva: 'skjul', begrunnelse: 'Er ikke i drift' }
  const silent = await coordinator.post(PATH, { ...form, begrunnelse: '' })
  assert.equal(silent.status, 422)
  assert.equal((await neighbour.post(PATH, form)).status, 404)
  assert.equal((await coordinator.post(PATH, { ...form, kommune: '3238' })).status, 404)
  const atOnce = await Promise.all([1, 2].map(() => coordinator.post(PATH, form)))
  assert.ok(atOnce.every(({ status }) => status === 303))
  assert.deepEqual((await app.runJobs()).failures, [])
  assert.equal(await isShown(id), false)
  assert.match((await coordinator.get(PATH)).html, /Er ikke i drift/)
  assert.equal((await coordinator.post(PATH, { ...form, hva: 'vis' })).status, 303)
  assert.deepEqual((await app.runJobs()).failures, [])
  assert.equal(await isShown(id), true)
})

test('a municipality’s own service is not hers to hide', async () => {
  const id = await idOf('nes-fodselsforberedende-kurs')
  const hidden = await coordinator.post(PATH, { tilbud: id, kommune: '3228', hva: 'skjul', begrunnelse: 'x' })
  assert.equal(hidden.status, 404)
})

test('an administrator decides that publishing takes two, in her own organisation', async () => {
  const path = '/arbeid/tilbud/regel'
  const [nes, other] = await app.db.asOwner(async tx => [
    await organizationId(tx, 'nes-kommune'),
    await organizationId(tx, 'nannestad-kommune'),
  ])
  assert.match((await administrator.get(path)).html, /én publisere alene/)
  assert.equal((await administrator.post(path, { organisasjon: nes, to: 'ja' })).status, 303)
  assert.match((await administrator.get(path)).html, /må en annen enn den som spør, godkjenne/)
  assert.equal((await administrator.post(path, { organisasjon: other, to: 'ja' })).status, 404)
  assert.equal((await coordinator.get(path)).status, 404)
})
