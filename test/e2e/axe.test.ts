import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listeningApp } from '#test/app.ts'
import { axeFindings, desk, phone, sideways, testBrowser, type Page } from '#test/browser.ts'
import { languages, localPath } from '#platform/i18n/language.ts'
import { pagesOfEveryKind } from './pages.ts'

const app = await listeningApp()
const browser = await testBrowser(app.baseUrl)
const pages = await pagesOfEveryKind(app)

for (const language of languages) {
  test(`nobody is shut out of any page in ${language}, on a phone or at a desk, by day or by night`, async t => {
    const page = await browser.visit(t)
    const findings: string[] = []
    for (const [kind, path] of pages) {
      await page.goto(localPath(language, path))
      for (const finding of await lookAround(page))
        findings.push(`${kind} (${localPath(language, path)}) ${finding}`)
    }
    assert.deepEqual(findings, [])
  })
}

test('nobody is shut out of a form with errors', async t => {
  const page = await browser.visit(t)
  for (const language of languages) {
    const [, report] = pages.find(([kind]) => kind === 'error report')!
    await page.goto(localPath(language, report))
    await page.locator('main form button').click()
    await page.locator('.ds-error-summary').waitFor()
    assert.deepEqual(await lookAround(page), [], language)
  }
})

/** The same page narrow and wide, light and dark. Everything is asked for each width; a new scheme only changes colours. */
async function lookAround(page: Page): Promise<string[]> {
  const findings: string[] = []
  for (const { width, height } of [phone, desk]) {
    await page.setViewportSize({ width, height })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const found = await axeFindings(page, colorScheme === 'light' ? 'all' : 'colours')
      findings.push(...found.map(finding => `at ${width} px, ${colorScheme}: ${finding}`))
    }
    const beyond = await sideways(page)
    if (beyond > 0) findings.push(`at ${width} px: scrolls sideways by ${beyond} px`)
  }
  return findings
}
