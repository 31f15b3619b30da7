import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { listeningApp } from '#test/app.ts'
import { axeFindings, desk, phone, sideways, testBrowser, type Looking, type Page } from '#test/browser.ts'
import { loginAs, postForm } from '#test/client.ts'
import { idOf } from '#test/roles.ts'

const app = await listeningApp()
const browser = await testBrowser(app.baseUrl)

/** The id in the first row that a question gives. */
const idBy = (text: string): Promise<string> =>
  app.db.rolledBack(async tx => String((await tx.query({ text })).rows[0]?.['id']))

async function visitAs(t: Parameters<typeof browser.visit>[0], key: string, looking: Looking): Promise<Page> {
  const page = await browser.visit(t, looking)
  const { headers } = await loginAs(app, key)
  const [name = '', value = ''] = headers.cookie.split('=')
  const cookie = { name, value, domain: '127.0.0.1', path: '/', secure: true, sameSite: 'Lax' as const }
  await page.context().addCookies([cookie])
  return page
}

const house = `/arbeid/admin/organisasjon/${await app.db.asOwner(tx => idOf(tx, 'organization', 'nes-kommune'))}`
const unit = await app.db.asOwner(tx => idOf(tx, 'unit', 'nes-helsestasjonen'))
const admin = await loginAs(app, 'admin-nes')
const invited = { submission: randomUUID(), epost: 'ny@example.no', roller: 'editor', enhet: '' }
await admin.post(`${house}/invitasjon`, invited)
await postForm(app, '/bli-med', {
  submission: randomUUID(),
  slag: 'voluntary',
  navn: 'Romerike musikkverksted for små og store barn',
  nummer: '974760673',
  sted: '3228',
  om: 'Musikk hver lørdag.',
  kontakt: 'Tor Tur',
  epost: 'tor@example.no',
})

const pages: [name: string, who: string, path: string][] = [
  ['start', 'admin-nes', '/arbeid/admin'],
  ['roles', 'admin-nes', house],
  ['its own page', 'admin-nes', `${house}/opplysninger`],
  ['failed jobs', 'admin-helsedirektoratet', '/arbeid/admin/jobber'],
  ['a person’s own page', 'foresatt-a', '/min-side'],
  [
    'a role',
    'admin-nes',
    `/arbeid/admin/rolle/${await idBy(`select id from organizations.role_grant where role = 'leader' limit 1`)}`,
  ],
  ['an invitation to send', 'admin-nes', `${house}/invitasjon`],
  ['units', 'admin-nes', `${house}/enheter`],
  ['a unit', 'admin-nes', `/arbeid/admin/enhet/${unit}`],
  ['requests', 'koordinator-nes', '/arbeid/admin/opptak'],
  [
    'a request',
    'koordinator-nes',
    `/arbeid/admin/opptak/${await idBy('select id from organizations.join_request')}`,
  ],
  ['agreements', 'koordinator-nes', '/arbeid/admin/avtaler'],
]

for (const [name, who, path] of pages) {
  test(`administration, ${name}: nothing for axe to find, and nothing beside the screen`, async t => {
    for (const looking of [phone, { ...desk, scheme: 'dark' as const }]) {
      const page = await visitAs(t, who, looking)
      assert.equal((await page.goto(path))?.status(), 200)
      assert.deepEqual(await axeFindings(page), [])
      assert.equal(await sideways(page), 0)
    }
  })
}

test('a role is taken back by keyboard, without script', async t => {
  const page = await visitAs(t, 'admin-nes', { ...phone, script: false })
  await page.goto(house)
  await page.getByRole('link', { name: /Fagperson for Amina Yusuf/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: /Hvorfor/ }).focus()
  await page.keyboard.type('Ny jobb')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('summary', { hasText: 'Én rolle som er over' }).waitFor()
  assert.equal(new URL(page.url()).pathname, house)
})
