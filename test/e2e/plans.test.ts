import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stableId } from '#modules/catalogue/index.ts'
import { takeUpHref } from '#modules/planning/index.ts'
import { listeningApp } from '#test/app.ts'
import { loginAs } from '#test/client.ts'
import { axeFindings, desk, phone, sideways, testBrowser, type Page } from '#test/browser.ts'

// From a gap in the pyramid to a measure of the plan that is under way, and the plan on paper.

const app = await listeningApp()
const browser = await testBrowser(app.baseUrl)

async function looksRight(page: Page): Promise<void> {
  assert.deepEqual(await axeFindings(page), [], page.url())
  assert.equal(await sideways(page), 0, page.url())
}

const ofNes = [
  '/arbeid/planer',
  `/arbeid/planer/${stableId('plan nes-forebygging')}`,
  `/arbeid/planer/horing/${stableId('consultation nes-oppvekst')}`,
  `/arbeid/planer/konkretisering/${stableId('concretisation nes-oppvekst')}`,
  `/arbeid/planer/konkretisering/${stableId('concretisation nes-oppvekst')}/steg/ressurser`,
]

test('nobody is shut out of the plans, on a phone or in the dark', async t => {
  const page = await browser.visit(t, phone)
  const { headers } = await loginAs(app, 'koordinator-nes')
  const [name, value] = headers.cookie.split('=') as [string, string]
  const url = app.baseUrl.replace('http:', 'https:')
  await page.context().addCookies([{ name, value, url, secure: true, httpOnly: true }])
  for (const path of ofNes) {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(path)
    await looksRight(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    assert.deepEqual(await axeFindings(page, 'colours'), [], path)
  }
})

test('a coordinator sees a gap in the pyramid, takes it into the plan, writes the measure, sets its status and prints the plan', async t => {
  const page = await browser.visit(t, desk)
  await page.goto('/pyramide/3228')
  const gap = page.locator('.row-missing, .row-empty, .row-voluntary, .row-others').first()
  const room = (await gap.locator('a').getAttribute('href'))!.split('/').at(-1)!
  const state = /row-(missing|empty|voluntary|others)/.exec((await gap.getAttribute('class'))!)![1]!
  const name = (await gap.locator('a').innerText()).trim()

  // Where she comes to from the gap; she logs in on the way.
  await page.goto(takeUpHref('gap', `${state}:${room}`, '3228'))
  await page.getByRole('link', { name: /Jeg er her på jobb/ }).click()
  await page.getByRole('button', { name: /Ingrid Sørum/ }).click()
  await page.getByRole('heading', { name: 'Ta inn i en plan' }).waitFor()
  await looksRight(page)
  await page.getByRole('link', { name: /Handlingsplan for forebyggende arbeid/ }).click()
  assert.match(await page.locator('#tiltak').inputValue(), new RegExp(name.slice(0, 8)))
  await page.locator('#tiltak').fill('Et tilbud der det ikke er noe i dag')
  await page.locator('#ansvar').fill('Leder for Familiens Hus')
  await page.getByLabel('Familiens Hus', { exact: true }).check()
  await page.locator('#start').fill('2027-01-10')
  await page.locator('#slutt').fill('2027-12-20')
  await page.locator('#okonomi-1-ar').fill('2027')
  await page.locator('#okonomi-1-slag').selectOption({ label: 'Nye midler' })
  await page.locator('#okonomi-1-kroner').fill('75 000')
  await looksRight(page)
  await page.getByRole('button', { name: 'Lagre' }).click()

  await page.getByRole('heading', { level: 1, name: 'Et tilbud der det ikke er noe i dag' }).waitFor()
  assert.equal(await page.locator(`dd a[href$="/${room}"]`).count(), 1, 'it leads back to the room')
  await page.locator('#tilstand').selectOption({ label: 'I gang' })
  await page.locator('#kommentar').fill('Styringsgruppen er satt ned')
  await page.getByRole('button', { name: 'Lagre status' }).click()
  await page.getByText('Styringsgruppen er satt ned').waitFor()
  await looksRight(page)

  await page.getByRole('link', { name: 'Tilbake til planen' }).click()
  await page.getByText(/2027: Nye midler, 75\s000 kroner/).waitFor()
  await looksRight(page)
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.locator('svg.gantt').first().isVisible(), true, 'the drawing is on paper')
  assert.equal(await page.getByRole('button', { name: 'Lagre status' }).isVisible(), false)
  assert.equal(await page.locator('.plan-filter').isVisible(), false)
  const paper = await page.pdf({ format: 'A4' })
  assert.ok(paper.length > 10_000)
})
