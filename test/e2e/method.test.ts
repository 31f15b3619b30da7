import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listeningApp } from '#test/app.ts'
import { axeFindings, desk, phone, sideways, testBrowser, type Page } from '#test/browser.ts'

// The method on a phone, and how far the municipalities have come as the region sees it.

const app = await listeningApp()
const browser = await testBrowser(app.baseUrl)

async function looksRight(page: Page): Promise<void> {
  assert.deepEqual(await axeFindings(page), [], page.url())
  assert.equal(await sideways(page), 0, page.url())
}

/** Asks for a page behind the login, and logs in on the way. */
async function comeTo(page: Page, path: string, name: RegExp): Promise<void> {
  await page.goto(path)
  await page.getByRole('link', { name: /Jeg er her på jobb/ }).click()
  await page.getByRole('button', { name }).click()
  await page.waitForURL(url => url.pathname === path)
}

test('somebody reads the method on a phone: presses a step in the spiral, goes on to the next, and round again', async t => {
  const page = await browser.visit(t, phone)
  await page.goto('/')
  await page.getByRole('main').getByRole('link', { name: 'Les om metoden' }).click()
  await page.getByRole('heading', { level: 1, name: 'Metoden' }).waitFor()
  await looksRight(page)
  const step = page.locator('svg.spiral a').nth(3)
  const box = (await step.boundingBox())!
  assert.ok(box.width >= 44 && box.height >= 44, 'a finger hits it')
  await step.click()
  await page.getByRole('heading', { level: 1, name: 'Kartlegging' }).waitFor()
  await looksRight(page)
  await page.getByRole('link', { name: 'Neste: Analyse av behov' }).click()
  await page.getByRole('heading', { level: 1, name: 'Analyse av behov' }).waitFor()
  await page.goto('/metode/evaluering')
  await page.getByRole('link', { name: /begynn på en ny runde/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Forankring' }).waitFor()
})

test('a coordinator on a phone ticks an item and sets a step as done; the region sees that and nothing more', async t => {
  const ingrid = await browser.visit(t, phone)
  await comeTo(ingrid, '/arbeid/metode', /Ingrid Sørum/)
  await looksRight(ingrid)
  await ingrid.locator('svg.spiral a').nth(3).click()
  await ingrid.getByLabel('Frivillige og private er invitert med.').check()
  await looksRight(ingrid)
  await ingrid.getByRole('button', { name: 'Lagre sjekklisten' }).click()
  await ingrid.getByText('Lagret', { exact: true }).waitFor()
  assert.equal(await ingrid.getByLabel('Frivillige og private er invitert med.').isChecked(), true)
  await ingrid.locator('#tilstand').selectOption({ label: 'Ferdig' })
  await ingrid.locator('#kommentar').fill('Alle enheter er med')
  await ingrid.getByRole('button', { name: 'Lagre status' }).click()
  await ingrid.getByText('Alle enheter er med').waitFor()

  const ragnhild = await browser.visit(t, desk)
  await comeTo(ragnhild, '/arbeid/metode/kommuner', /Ragnhild Moen/)
  await looksRight(ragnhild)
  await ragnhild.locator('#fylke').selectOption({ label: 'Akershus' })
  await ragnhild.getByRole('button', { name: 'Vis' }).click()
  const nes = ragnhild.getByRole('row', { name: /^Nes / })
  await nes.getByText('4 av 8').waitFor()
  assert.equal(await ragnhild.getByText('Alle enheter er med').count(), 0)
  await ragnhild.emulateMedia({ media: 'print' })
  assert.equal(await ragnhild.locator('#fylke').isVisible(), false)
})
