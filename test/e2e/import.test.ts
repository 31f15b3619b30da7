import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listeningApp } from '#test/app.ts'
import { axeFindings, phone, sideways, testBrowser, type Page } from '#test/browser.ts'
import { loginAs } from '#test/client.ts'

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

for (const script of [true, false]) {
  test(`a spreadsheet with faults is imported on a phone, ${script ? 'with a script' : 'without JavaScript'}`, async t => {
    const page = await browser.visit(t, { ...phone, script })
    await page.context().addCookies([{ name, value: token, url: app.baseUrl.replace('http:', 'https:') }])
    await page.goto('/arbeid/import')
    await looksRight(page, script)
    await page.getByRole('button', { name: 'Send filen' }).click()
    await page.getByRole('link', { name: 'Velg en fil.' }).click()
    await looksRight(page, script)
    await page.getByLabel('Fil', { exact: true }).setInputFiles({
      name: 'tilbud.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(sheet),
    })
    await page.getByRole('button', { name: 'Send filen' }).click()
    await page.getByRole('heading', { name: 'Kolonner' }).waitFor()
    assert.equal(await page.getByLabel('1. «Tilbud»').inputValue(), 'navn')
    await page.getByLabel('«Ungdommer» i kolonnen målgrupper').selectOption({ label: 'Ungdom' })
    await looksRight(page, script)
    await page.getByRole('button', { name: 'Les filen' }).click()
    await page.getByText('Filen blir lest').waitFor()
    assert.deepEqual(await app.runJobs(), { failures: [] })
    // The page comes again by itself.
    await page.getByText('«ti» er ikke et tall').waitFor()
    await looksRight(page, script)
    await page.getByRole('button', { name: 'Importer bare de uten feil' }).click()
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
