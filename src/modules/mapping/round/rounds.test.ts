import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app.ts'
import { loginAs } from '#test/client.ts'

const app = await testApp()

test('the list of rounds is a file with its days, of those that one sees', async () => {
  const ingrid = await loginAs(app, 'koordinator-nes')
  const page = await ingrid.get('/arbeid/kartlegging')
  assert.match(page.html, /href="\/arbeid\/kartlegging\/csv"/)
  const file = await ingrid.get('/arbeid/kartlegging/csv')
  assert.match(String(file.headers['content-disposition']), /filename="kartlegginger-2026-11-22\.csv"/)
  const lines = file.html.split('\r\n').slice(0, -1)
  assert.equal(lines[0], '\uFEFFKartlegging;Organisasjon;Åpnet;Frist;Avsluttet')
  assert.equal(lines.length - 1, page.html.match(/<th scope="row">/g)?.length)
  assert.ok(
    lines
      .slice(1)
      .every(line => /;Nes kommune;\d{4}-\d\d-\d\d;\d{4}-\d\d-\d\d;(\d{4}-\d\d-\d\d)?$/.test(line)),
  )
  const jonas = await loginAs(app, 'koordinator-nannestad')
  assert.doesNotMatch((await jonas.get('/arbeid/kartlegging/csv')).html, /Nes kommune/)
})
