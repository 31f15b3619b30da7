import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import * as z from 'zod'
import { sql, value } from '#platform/db/sql.ts'
import { testApp } from '#test/app.ts'
import { loginAs } from '#test/client.ts'
import { newSubmission } from '#test/staff.ts'
import { stableId } from '../demo/demo.ts'

const app = await testApp()
const kari = await loginAs(app, 'redaktor-nes')

const stateOf = (id: string) =>
  app.db.asOwner(tx =>
    value(tx, z.string(), sql`select state from catalogue.draft_states('2026-11-22') where draft_id = ${id}`),
  )

describe('what is not hers looks as if it were not there', () => {
  const id = stableId('demo-utkast-sommerkor')
  const page = `/arbeid/tilbud/${id}`
  const gets = ['', '/steg/hva', '/forhandsvisning', '/historikk', '/publisering', '/bekreftelse'].map(
    end => page + end,
  )
  const form = {
    submission: newSubmission(),
    revision: '1',
    foresporsel: newSubmission(),
    svar: 'godkjent',
    publisering: newSubmission(),
  }
  const posts = [
    '/steg/hva',
    '/gjennomgang',
    '/avgjorelse',
    '/publisering',
    '/arkivering',
    '/bekreftelse',
    '/kopi',
    '/gjenoppretting',
  ].map(end => page + end)
  for (const key of [
    'redaktor-nannestad',
    'redaktor-frivillig',
    'larer-nes',
    'utenforstaende',
    'koordinator-nannestad',
  ]) {
    test(key, async () => {
      const who = await loginAs(app, key)
      for (const path of gets) assert.equal((await who.get(path)).status, 404, path)
      for (const path of posts) assert.equal((await who.post(path, form)).status, 404, path)
      assert.equal(await stateOf(id), 'draft')
      const list = await who.get('/arbeid/tilbud')
      assert.doesNotMatch(list.html, /Sommerkor/)
    })
  }

  test('also with ids of nothing, and with one’s own draft and another’s version', async () => {
    const nothing = '0190a1b2-0000-7000-8000-000000000001'
    for (const path of gets) assert.equal((await kari.get(path.replace(id, nothing))).status, 404, path)
    for (const path of posts)
      assert.equal((await kari.post(path.replace(id, nothing), form)).status, 404, path)
    assert.equal((await kari.get(`${page}/steg/finnes-ikke`)).status, 404)
    assert.equal((await kari.get('/arbeid/tilbud/ikke-en-id')).status, 404)
    const others = await app.db.asOwner(tx =>
      value(
        tx,
        z.string(),
        sql`select publication.id from catalogue.publication join catalogue.draft on draft.id = draft_id
            join organizations.organization on organization.id = owner_id where organization.key = 'nannestad-kommune' limit 1`,
      ),
    )
    const nested = await kari.post(`${page}/gjenoppretting`, {
      submission: newSubmission(),
      revision: '1',
      publisering: others,
    })
    assert.equal(nested.status, 404)
  })

  test('a leader reads and changes nothing', async () => {
    const leader = await loginAs(app, 'leder-nes')
    assert.equal((await leader.get(page)).status, 200)
    for (const path of posts) assert.equal((await leader.post(path, form)).status, 404, path)
  })
})
