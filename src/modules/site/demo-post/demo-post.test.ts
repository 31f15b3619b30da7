import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp, type TestApp } from '#test/app.ts'
import { getPage } from '#test/client.ts'
import { asApp } from '#test/logins.ts'
import { sendMail } from '#platform/mail/mail.ts'

const demo = await testApp({ template: 'demo' })
const real = await testApp({ template: 'reference', demo: false })

async function write(app: TestApp, to: string, subject: string): Promise<void> {
  const text = `Hei!\n\nSe http://127.0.0.1:3000/arbeid/tilbud?a=1&b=2.\n<b>Hilsen</b>`
  await asApp(app.db, tx => sendMail(tx, { to, subject, text, kind: 'catalogue.reminder' }))
  await app.runJobs()
}

test('a demonstration shows its mails, the newest first, with links that can be followed', async () => {
  assert.match((await getPage(demo, '/demo/post')).html, /Ingen e-post ennå/)
  for (const n of [1, 2]) await write(demo, 'redaktor-nes@example.no', `Brev ${n}`)
  const list = await getPage(demo, '/demo/post')
  const links = [...list.html.matchAll(/href="(\/demo\/post\/[^"]+)">([^<]+)</g)]
  assert.deepEqual(
    links.map(([, , subject]) => subject),
    ['Brev 2', 'Brev 1'],
  )
  const mail = await getPage(demo, links[0]![1]!)
  assert.equal(mail.status, 200)
  assert.match(mail.html, /<a href="http:\/\/127\.0\.0\.1:3000\/arbeid\/tilbud\?a=1&amp;b=2" rel="nofollow">/)
  assert.match(mail.html, /&lt;b>Hilsen|&lt;b&gt;Hilsen/)
  assert.match(mail.html, /<meta name="robots" content="noindex/)
})

test('a mail to an address that may be somebody’s is never shown', async () => {
  for (const to of [
    'kari@nes.kommune.no',
    'kari@example.no.evil.com',
    'kari@notexample.no',
    'kari@example.noo',
  ])
    await write(demo, to, 'Ekte adresse')
  assert.doesNotMatch((await getPage(demo, '/demo/post')).html, /Ekte adresse/)
  const { rows } = await demo.db.asOwner(tx =>
    tx.query({ text: `select id from platform.mail where subject = 'Ekte adresse'` }),
  )
  assert.equal(rows.length, 4)
  for (const { id } of rows) assert.equal((await getPage(demo, `/demo/post/${id}`)).status, 404)
})

test('in a database that is no demonstration there is no such page, and its database gives no mail away', async () => {
  await write(real, 'kari@example.no', 'Ekte brev')
  assert.equal((await getPage(real, '/demo/post')).status, 404)
  const { rows } = await asApp(real.db, tx => tx.query({ text: 'select * from platform.demo_mails(null)' }))
  assert.deepEqual(rows, [])
})
