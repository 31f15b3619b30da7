import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listeningApp } from '#test/app.ts'
import { axeFindings, desk, phone, sideways, testBrowser, type Page } from '#test/browser.ts'
import { loginAs } from '#test/client.ts'
import { keys, pointing } from '#test/hands.ts'
import { button } from '#test/journey.ts'

const app = await listeningApp()
const browser = await testBrowser(app.baseUrl)

const editor = await loginAs(app, 'redaktor-nes')
await app.db.asOwner(tx =>
  tx.query({
    text: `insert into organizations.role_grant (person_id, organization_id, role)
           select $1, id, 'editor' from organizations.organization where key = 'nes-kommune'`,
    values: [editor.personId],
  }),
)

const [name = '', token = ''] = editor.headers.cookie.split('=')

const sheet = 'Tilbud;Kommune;Alder fra;Målgruppe\r\nLeirskole;Nes;10;Ungdom\r\nKorpset;Nes;ti;Ungdommer\r\n'

const ways = [
  { way: 'on a phone, with a script', looking: phone, script: true, hands: pointing },
  { way: 'on a phone, without JavaScript', looking: phone, script: false, hands: pointing },
  { way: 'at a desk, by keys alone', looking: desk, script: true, hands: keys },
]

for (const { way, looking, script, hands } of ways) {
  test(`a spreadsheet with faults is imported ${way}`, async t => {
    const page = await browser.visit(t, { ...looking, script })
    await page.context().addCookies([{ name, value: token, url: app.baseUrl.replace('http:', 'https:') }])
    await page.goto('/arbeid/import')
    await looksRight(page, script)
    await hands.press(button(page, 'Send filen'))
    await hands.press(page.getByRole('link', { name: 'Velg en fil.' }))
    await looksRight(page, script)
    await hands.attach(page.getByLabel('Fil', { exact: true }), {
      name: 'tilbud.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(sheet),
    })
    await hands.press(button(page, 'Send filen'))
    await page.getByRole('heading', { name: 'Kolonner' }).waitFor()
    assert.equal(await page.getByLabel('1. «Tilbud»').inputValue(), 'navn')
    await hands.select(page.getByLabel('«Ungdommer» i kolonnen målgrupper'), 'Ungdom')
    await looksRight(page, script)
    await hands.press(button(page, 'Les filen'))
    await page.getByText('Filen blir lest').waitFor()
    assert.deepEqual(await app.runJobs(), { failures: [] })
    // The page comes again by itself.
    await page.getByText('«ti» er ikke et tall').waitFor()
    await looksRight(page, script)
    await hands.press(button(page, 'Importer bare de uten feil'))
    await page.getByRole('progressbar', { name: '0 av 1 er tatt inn' }).waitFor()
    assert.deepEqual(await app.runJobs(), { failures: [] })
    await page.getByText('1 nye utkast').waitFor()
    await looksRight(page, script)
    await page.goto('/arbeid/eksport')
    await page.getByRole('link', { name: 'CSV (regneark)' }).waitFor()
    await looksRight(page, script)
  })
}

/** Nobody is shut out, and nothing lies beyond the edge of the screen. */
async function looksRight(page: Page, script: boolean): Promise<void> {
  if (!script) return
  assert.deepEqual(await axeFindings(page), [])
  assert.equal(await sideways(page), 0)
}
