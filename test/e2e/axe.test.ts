import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listeningApp } from '#test/app.ts'
import { axeFindings, desk, phone, sideways, testBrowser, type Page } from '#test/browser.ts'
import { languages, localPath } from '#platform/i18n/language.ts'
import { pagesOfEveryKind } from './pages.ts'

const app = await listeningApp()
const browser = await testBrowser(app.baseUrl)
const pages = await pagesOfEveryKind(app)

/** Looked at from every side in every language. The other pages are so in bokmål, and get a glance in the rest. */
const thorough = new Set([
  'front page',
  'help',
  'municipality',
  'search with many filters',
  'service with a secret address',
])

for (const language of languages) {
  test(`nobody is shut out of any page in ${language}, on a phone or at a desk, by day or by night`, async t => {
    const page = await browser.visit(t)
    const findings: string[] = []
    for (const [kind, path] of pages) {
      await page.goto(localPath(language, path))
      const found = language === 'nb' || thorough.has(kind) ? await lookAround(page) : await glance(page)
      findings.push(...found.map(finding => `${kind} (${localPath(language, path)}) ${finding}`))
    }
    assert.deepEqual(findings, [])
  })
}

test('nobody is shut out of a form with errors', async t => {
  const page = await browser.visit(t)
  const [, report] = pages.find(([kind]) => kind === 'error report')!
  for (const language of languages) {
    await page.goto(localPath(language, report))
    await page.locator('main form button').click()
    await page.locator('.ds-error-summary').waitFor()
    await page.waitForLoadState()
    assert.deepEqual(await lookAround(page), [], language)
  }
})

/** The same page narrow and wide, light and dark. */
async function lookAround(page: Page): Promise<string[]> {
  return [
    ...(await look(page, phone.width, 'light', 'all')),
    ...(await look(page, phone.width, 'dark', 'colours')),
    ...(await look(page, desk.width, 'light', 'all')),
    ...(await look(page, desk.width, 'dark', 'colours')),
  ]
}

/** What another language can change: words, and the room they take. Colours are those of bokmål. */
async function glance(page: Page): Promise<string[]> {
  return [
    ...(await look(page, phone.width, 'light', 'all')),
    ...(await look(page, desk.width, 'light', 'room')),
  ]
}

/** Everything is asked in one scheme; another only changes colours. */
async function look(
  page: Page,
  width: number,
  colorScheme: 'light' | 'dark',
  asked: 'all' | 'colours' | 'room',
): Promise<string[]> {
  await page.setViewportSize({ width, height: 800 })
  await page.emulateMedia({ colorScheme })
  const findings = asked === 'room' ? [] : await axeFindings(page, asked)
  const beyond = await sideways(page)
  if (beyond > 0) findings.push(`scrolls sideways by ${beyond} px`)
  return findings.map(finding => `at ${width} px, ${colorScheme}: ${finding}`)
}
