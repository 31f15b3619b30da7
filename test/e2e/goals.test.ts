import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listeningApp } from '#test/app.ts'
import { axeFindings, desk, sideways, testBrowser, type Page } from '#test/browser.ts'

// A leader reads how the year went and prints it; on the way she looks at what early effort is worth.

const app = await listeningApp()
const browser = await testBrowser(app.baseUrl)

async function looksRight(page: Page): Promise<void> {
  assert.deepEqual(await axeFindings(page), [], page.url())
  assert.equal(await sideways(page), 0, page.url())
}

test('a leader logs in, finds the goals, reads the yearly report and prints it', async t => {
  const page = await browser.visit(t, desk)
  await page.goto('/arbeid/mal')
  await page.getByRole('link', { name: /Jeg er her på jobb/ }).click()
  await page.getByRole('button', { name: /Tove Haga/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Resultatmål' }).waitFor()
  await looksRight(page)
  await page.getByRole('link', { name: 'Les årsrapporten' }).click()
  await page.getByRole('heading', { level: 1, name: 'Årsrapport 2026 for Nes kommune' }).waitFor()
  await looksRight(page)
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.locator('.line-chart svg').first().isVisible(), true, 'the drawing is on paper')
  assert.equal(await page.getByRole('button', { name: 'Vis rapporten' }).isVisible(), false)
  const paper = await page.pdf({ format: 'A4' })
  assert.ok(paper.length > 10_000)
  await page.emulateMedia({ media: 'screen' })

  // What is printed for the council stays as it is.
  await page.getByText('Denne rapporten er et utkast.').waitFor()
  await page.getByRole('button', { name: 'Gjør ferdig' }).click()
  await page.getByText('Årsrapporten er ferdig og tatt vare på.').waitFor()
  await looksRight(page)
  const live = page.url()
  await page.getByRole('link', { name: 'Årsrapport 2026', exact: true }).click()
  await page.getByText(/Rapporten ble gjort ferdig 22\. november 2026/).waitFor()
  await looksRight(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await looksRight(page)
  await page.setViewportSize({ width: 360, height: 740 })
  assert.equal(await sideways(page), 0)
  await page.setViewportSize(desk)
  await page.emulateMedia({ media: 'print', colorScheme: 'light' })
  assert.equal(await page.locator('svg').first().isVisible(), true, 'the drawing is on paper')
  assert.equal(await page.getByRole('link', { name: 'Til årsrapportene' }).isVisible(), false)
  assert.ok((await page.pdf({ format: 'A4' })).length > 10_000)
  await page.emulateMedia({ media: 'screen' })
  await page.goto(live)

  await page
    .locator('.year-goal')
    .getByRole('link', { name: /Færre elever med høyt fravær/ })
    .click()
  await page.getByRole('heading', { level: 1, name: /Færre elever med høyt fravær/ }).waitFor()
  assert.equal(
    await page.getByRole('button', { name: 'Lagre tallet' }).isVisible(),
    true,
    'she leads the schools too',
  )
  await looksRight(page)

  await page.goto('/arbeid/verdi')
  await page.getByRole('link', { name: /Foreldreveiledning for alle/ }).click()
  await page.getByRole('link', { name: 'Regn videre på det' }).click()
  await page.locator('#alder').selectOption({ label: '10–12 år' })
  await page.getByRole('button', { name: 'Regn ut' }).click()
  await page.getByText(/ved 10–12 år/).waitFor()
  await looksRight(page)
})
