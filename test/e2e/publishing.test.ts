import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stableId } from '#modules/catalogue/demo/demo.ts'
import { listeningApp } from '#test/app.ts'
import { axeFindings, desk, phone, sideways, testBrowser, type Page } from '#test/browser.ts'
import { loginAs } from '#test/client.ts'

const app = await listeningApp()
const browser = await testBrowser(app.baseUrl)

const inReview = stableId('demo-utkast-turgruppe')
const begun = stableId('demo-utkast-sommerkor')
const published = stableId('nes-fodselsforberedende-kurs')
const steps = ['hva', 'hvem', 'hvor', 'hvordan', 'kontakt', 'lov', 'sprak']

const pages: [key: string, name: string, path: string][] = [
  ['redaktor-nes', 'list', '/arbeid/tilbud'],
  ['redaktor-nes', 'no-hits', '/arbeid/tilbud?q=finnesikke'],
  ['redaktor-nes', 'new', '/arbeid/tilbud/nytt'],
  ['redaktor-nes', 'draft', `/arbeid/tilbud/${begun}`],
  ['redaktor-nes', 'review', `/arbeid/tilbud/${inReview}`],
  ['redaktor-nes', 'published', `/arbeid/tilbud/${published}`],
  ['redaktor-nes', 'publication', `/arbeid/tilbud/${inReview}/publisering`],
  ['redaktor-nes', 'preview', `/arbeid/tilbud/${inReview}/forhandsvisning`],
  ['redaktor-nes', 'history', `/arbeid/tilbud/${published}/historikk`],
  ['redaktor-nes', 'confirmation', `/arbeid/tilbud/${published}/bekreftelse`],
  ['redaktor-nes', 'move', `/arbeid/tilbud/${published}/flytting`],
  ...steps.map((step): [string, string, string] => [
    'redaktor-nes',
    step,
    `/arbeid/tilbud/${published}/steg/${step}`,
  ]),
  ['koordinator-nes', 'coverage', '/arbeid/dekning'],
  ['koordinator-nes', 'hiding', '/arbeid/dekning/skjuling'],
  ['admin-nes', 'rule', '/arbeid/tilbud/regel'],
  ['koordinator-nes', 'report', '/arbeid/rapporter/rom'],
  ['koordinator-nes', 'report-list', '/arbeid/rapporter/tilbud?niva=help'],
  ['koordinator-nes', 'unmet-need', '/arbeid/udekket'],
  ['redaktor-nes', 'views', '/arbeid/visninger'],
]

async function visitAs(page: Page, key: string): Promise<void> {
  const { headers } = await loginAs(app, key)
  const [name, value] = headers.cookie.split('=') as [string, string]
  await page
    .context()
    .addCookies([{ name, value, url: app.baseUrl.replace('http:', 'https:'), secure: true, httpOnly: true }])
}

test('nobody is shut out of the pages where services are written and published', async t => {
  const page = await browser.visit(t)
  const findings: string[] = []
  for (const [key, name, path] of pages) {
    await visitAs(page, key)
    await page.goto(path)
    for (const [{ width }, scheme] of [
      [phone, 'light'],
      [phone, 'dark'],
      [desk, 'light'],
      [desk, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme: scheme })
      const found = await axeFindings(page, scheme === 'light' ? 'all' : 'colours')
      const beyond = await sideways(page)
      if (beyond > 0) found.push(`scrolls sideways by ${beyond} px`)
      findings.push(...found.map(finding => `${name} ${width} ${scheme}: ${finding}`))
      const folder = process.env['PICTURES']
      if (folder) await page.screenshot({ path: `${folder}/${name}-${width}-${scheme}.png`, fullPage: true })
    }
  }
  assert.deepEqual(findings, [])
})

test('without a script, by keys alone, a service is begun and its first step saved', async t => {
  const page = await browser.visit(t, { ...phone, script: false })
  await visitAs(page, 'redaktor-nes')
  await page.goto('/arbeid/tilbud/nytt')
  await page.selectOption('#sted', { index: 1 })
  await page.focus('#navn')
  await page.keyboard.type('Sykkelverksted')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/steg\/hva$/)
  await page.focus('#setning-nb')
  await page.keyboard.type('Reparer sykkelen din sammen med oss.')
  await page.locator('button[name=videre]').focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/steg\/hvem$/)
  assert.equal(await page.locator('h1').textContent(), 'Hvem det er for')
})
