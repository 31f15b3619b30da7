import { test } from 'node:test'
import { listeningApp } from '#test/app.ts'
import { testBrowser, phone, desk } from '#test/browser.ts'
import { pagesOfEveryKind } from './pages.ts'
const app = await listeningApp()
const browser = await testBrowser(app.baseUrl)
const pages = new Map(await pagesOfEveryKind(app))
test('probe', async t => {
  for (const [looking, name] of [[phone, 'phone'], [desk, 'desk']] as const) for (const scheme of ['light', 'dark'] as const) {
    const page = await browser.visit(t, { ...looking, scheme })
    const kinds = ['front page', 'help', 'help in a municipality', 'municipality', 'search with many filters', 'service with a map', 'service with opening hours', 'service with a secret address', 'country', 'search without hits', 'error report', 'saved services', 'choice between places', 'place not found', 'open data', 'service without contact', 'service with many phones', 'county', 'not found']
    for (const kind of kinds) {
      await page.goto(pages.get(kind)!)
      await page.screenshot({ path: `/tmp/e2e/shots/${kind.replaceAll(' ', '-')}-${name}-${scheme}.png` })
      await page.screenshot({ path: `/tmp/e2e/shots/${kind.replaceAll(' ', '-')}-${name}-${scheme}-full.png`, fullPage: true })
    }
    await page.goto(pages.get('search with many filters')!)
    if (name === 'phone') await page.locator('.filter-sheet > summary').click()
    await page.screenshot({ path: `/tmp/e2e/shots/filter-${name}-${scheme}-full.png`, fullPage: true })
    await page.screenshot({ path: `/tmp/e2e/shots/filter-${name}-${scheme}.png` })
  }
})
