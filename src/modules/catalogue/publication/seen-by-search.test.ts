import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { testApp } from '#test/app.ts'
import { getPage } from '#test/client.ts'
import { makeTestOwner, publishService, withdrawService } from '#test/services.ts'

const app = await testApp()
await app.db.asOwner(makeTestOwner)

const PATH = '/tilbud?q=snurrebass&kommune=3228'
const both = (text: string) => ({ nb: text, nn: text })
const search = async () => (await getPage(app, PATH)).html

/** Asks until the search shows it: the database tells the program of changes. */
async function searchUntil(isSo: (html: string) => boolean): Promise<string> {
  for (;;) {
    const html = await search()
    if (isSo(html)) return html
    // A search that asks nobody would leave the program no turn to hear.
    await setImmediate()
  }
}

test('a search shows a service as it was last published, however often it has shown it before', async () => {
  const named = (name: string, summary: string) =>
    app.db.asOwner(tx => publishService(tx, { key: 'snurr', name: both(name), summary: both(summary) }))
  const id = await named('Snurrebass på låven', 'Lek på låven.')
  await searchUntil(html => html.includes('Lek på låven.'))
  for (let i = 0; i < 3; i += 1) assert.match(await search(), /Snurrebass på låven/)
  await named('Snurrebass i skogen', 'Lek i skogen.')
  const html = await searchUntil(html => html.includes('Lek i skogen.'))
  assert.match(html, /Snurrebass i skogen/)
  assert.doesNotMatch(html, /låven/)
  await app.db.asOwner(tx => withdrawService(tx, id))
  assert.doesNotMatch(await searchUntil(html => !html.includes('skogen')), new RegExp(id))
})

test('who searches while a service is being published waits for nobody, and sees nothing of it before it is done', async () => {
  await app.db.rolledBack(async tx => {
    await publishService(tx, { key: 'under-arbeid', name: both('Snurrebass under arbeid') })
    assert.doesNotMatch(await search(), /under arbeid/)
    assert.equal((await getPage(app, '/kommune/3228')).status, 200)
  })
})
