import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app.ts'
import { getPage } from '#test/client.ts'

const app = await testApp()

test('who corrects the place keeps the need, the filters and the order', async () => {
  const { status, html } = await getPage(
    app,
    '/sted?sted=qqqqqq&q=angst&alder=13-15&alder=16-19&niva=all&sorter=navn',
  )
  assert.equal(status, 404)
  const form = html.slice(html.indexOf('<form class="find"'))
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  assert.deepEqual(
    hidden.map(([, name, value]) => `${name}=${value}`),
    ['alder=13-15', 'alder=16-19', 'niva=all', 'sorter=navn'],
  )
  assert.match(form, /value="angst"/)
})

test('who chooses between places keeps them too', async () => {
  const { html } = await getPage(app, '/sted?sted=V%C3%A5ler&q=angst&alder=13-15')
  for (const code of ['3419', '3114'])
    assert.match(html, new RegExp(`href="/tilbud\\?q=angst&amp;kommune=${code}&amp;alder=13-15"`))
})
