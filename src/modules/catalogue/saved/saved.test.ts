import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app.ts'
import { getPage } from '#test/client.ts'

const app = await testApp()
const { rows } = await app.db.publicReader.query({
  text: 'select id::text from catalogue.service order by slug, id limit 2',
})
const ids = rows.map(row => `tilbud=${String(row['id'])}`).join('&')

test('of a list in the address it is not said that it is only in this browser', async () => {
  const shared = (await getPage(app, `/lagret?${ids}`)).html
  assert.ok(shared.includes('<p class="lead" data-lead="link">Listen ligger i lenken'))
  assert.ok(shared.includes('<p class="lead" data-lead="own" hidden>'))
  const own = (await getPage(app, '/lagret')).html
  assert.ok(own.includes('<p class="lead" data-lead="own">Listen ligger bare i denne nettleseren'))
  assert.ok(!own.includes('data-lead="link"'))
})
