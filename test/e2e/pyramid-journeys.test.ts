import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listeningApp } from '#test/app.ts'
import { axeFindings, desk, phone, sideways, testBrowser, type Page } from '#test/browser.ts'

// A citizen looks into a room on a phone; a coordinator orders the rooms, looks for a chain and for what lacks.

const app = await listeningApp()
const browser = await testBrowser(app.baseUrl)

async function looksRight(page: Page): Promise<void> {
  assert.deepEqual(await axeFindings(page), [], page.url())
  assert.equal(await sideways(page), 0, page.url())
}
const title = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor()

test('a citizen opens a room of the pyramid on a phone, and a chain for youth', async t => {
  const page = await browser.visit(t, phone)
  await page.goto('/pyramide/3228')
  await looksRight(page)
  await page.locator('.pyramid-small a').first().click()
  await page
    .getByRole('heading', { level: 3 })
    .getByRole('link', { name: 'Helsestasjon', exact: true })
    .click()
  await title(page, 'Helsestasjon i Nes')
  await looksRight(page)
  await page.goto('/pyramide/3228')
  await page.getByRole('link', { name: 'Se kjeden for en gruppe' }).click()
  await title(page, 'Tiltakskjeden i Nes')
  await page.getByText('Velg hvem det gjelder', { exact: true }).click()
  await page.getByText('Særlig for', { exact: true }).first().click()
  await page
    .getByLabel(/^Ungdom/)
    .first()
    .check()
  await page.getByRole('button', { name: 'Vis kjeden' }).click()
  await page.getByRole('heading', { name: 'Hvor er kjeden brutt?' }).waitFor()
  assert.match(page.url(), /malgruppe=youth/)
  await looksRight(page)
})

test('a coordinator renames a room, compares two chains and sees what lacks', async t => {
  const page = await browser.visit(t, desk)
  await page.goto('/arbeid/pyramide')
  await page.getByRole('link', { name: 'Jeg er her på jobb' }).click()
  await page.getByRole('button', { name: 'Ingrid Sørum' }).click()
  await title(page, 'Rommene i pyramiden')
  await looksRight(page)
  await page.getByRole('link', { name: 'Gi nytt navn Helsestasjon', exact: true }).click()
  await looksRight(page)
  await page.getByLabel('Navn på bokmål').fill('Småbarnshuset')
  await page.getByRole('button', { name: 'Lagre', exact: true }).click()
  await page.getByText('Pyramiden er endret.').waitFor()
  await page.getByRole('link', { name: 'Se pyramiden slik alle ser den' }).click()
  await page.getByRole('heading', { level: 3, name: 'Småbarnshuset' }).waitFor()
  await page.goto('/pyramide/3228/kjede?malgruppe=youth')
  await page.getByRole('link', { name: 'Sammenlign med et annet utvalg' }).click()
  await page.goto(page.url().replace('sammenlign=ja', 'alder2=0-5&sammenlign=ja'))
  await page.getByRole('heading', { name: 'Rom for rom' }).waitFor()
  await looksRight(page)
  await page.goto('/arbeid/pyramide/hull')
  await title(page, 'Hva mangler i Nes?')
  await looksRight(page)
})
