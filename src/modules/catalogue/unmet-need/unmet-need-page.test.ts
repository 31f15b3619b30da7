import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app.ts'
import { loginAs } from '#test/client.ts'
import { connectLogins } from '#test/logins.ts'
import { noteUnmetNeed } from './unmet-need.store.ts'

const app = await testApp()
const logins = await connectLogins(app.db)

const note = (day: string, counts: Record<string, number>, ...texts: string[]) =>
  app.db.database.transaction(null, tx =>
    noteUnmetNeed(tx, { day, counts: new Map(Object.entries(counts)), texts: new Set(texts) }),
  )
for (const day of ['01', '02', '03', '04', '05'])
  await note(`2026-11-${day}`, { '3228': 5, '3238': 2, '32': 1 }, 'svømmekurs')
await note('2026-10-01', { '3228': 3, '1103': 50, NO: 90 }, 'rullestoldans')
await note('2025-10-31', { '3228': 700 })

const textOf = async (key: string, path = '/arbeid/udekket') => {
  const page = await (await loginAs(app, key)).get(path)
  assert.equal(page.status, 200, `${key} ${path}`)
  return page.html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

test('a coordinator and a leader see searches without a hit in their municipality by month, never fewer than five', async () => {
  for (const key of ['koordinator-nes', 'leder-nes']) {
    const text = await textOf(key)
    assert.match(text, /Søk uten treff, Nes november 2026 25 oktober 2026 under 5 september 2026 0 /)
    assert.doesNotMatch(text, /700|Stavanger/)
  }
  assert.match(await textOf('koordinator-nannestad'), /Nannestad november 2026 10 oktober 2026 0 /)
})

test('who coordinates more sees each municipality in it, and all together', async () => {
  const all = await textOf('regionkoordinator')
  assert.match(all, /november 2026 40 oktober 2026 under 5 /)
  assert.match(all, /Nes 30 Nannestad 10 Akershus 5 /)
  assert.doesNotMatch(all, /Stavanger/)
  assert.match(
    await textOf('regionkoordinator', '/arbeid/udekket?omrade=3238'),
    /Nannestad november 2026 10 /,
  )
})

test('another’s area looks as if it were not there, by the page and by the program’s own login', async () => {
  const ingrid = await loginAs(app, 'koordinator-nes')
  for (const area of ['3238', '32', 'NO', '1103', '9999'])
    assert.equal((await ingrid.get(`/arbeid/udekket?omrade=${area}`)).status, 404, area)
  for (const key of ['redaktor-nes', 'admin-nes', 'larer-nes', 'utenforstaende', 'foresatt-a'])
    assert.equal((await (await loginAs(app, key)).get('/arbeid/udekket')).status, 404, key)
  // She leads a school, and no municipality.
  const head = await textOf('rektor-nannestad')
  assert.match(head, /Du har ikke et område/)
  assert.doesNotMatch(head, /svømmekurs/)

  const asked = (person: string | null, statement: string) =>
    app.db.database.transaction(person, async tx => (await tx.query({ text: statement })).rows.length)
  const inNes = `select from catalogue.unmet_need_in('3228', '2020-01-01')`
  const words = `select from catalogue.unmet_need_words('2020-01-01')`
  assert.ok((await asked(ingrid.personId, inNes)) > 0)
  assert.equal(await asked(ingrid.personId, `select from catalogue.unmet_need_in('32', '2020-01-01')`), 0)
  assert.equal(await asked(ingrid.personId, words), 1)
  for (const key of ['redaktor-nes', 'rektor-nannestad', 'larer-nes']) {
    const { personId } = await loginAs(app, key)
    assert.deepEqual([await asked(personId, inNes), await asked(personId, words)], [0, 0], key)
  }
  assert.deepEqual([await asked(null, inNes), await asked(null, words)], [0, 0])
  for (const table of ['day', 'text', 'sighting', 'key'])
    await assert.rejects(logins.app.query(`select from catalogue.unmet_need_${table}`), { code: '42501' })
  for (const statement of [inNes, words])
    await assert.rejects(logins.public.query(statement), { code: '42501' })
})

test('words are shown when many days hold them, without a place; what is only counted stays unsaid', async () => {
  const text = await textOf('koordinator-nannestad')
  assert.match(text, /svømmekurs 5 november 2026/)
  assert.doesNotMatch(text, /rullestoldans/)
})
