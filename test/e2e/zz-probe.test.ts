import { test } from 'node:test'
import { listeningApp } from '#test/app.ts'
import { testBrowser, phone, desk } from '#test/browser.ts'
const app = await listeningApp()
const browser = await testBrowser(app.baseUrl)
test('probe', async t => {
  for (const [looking, name] of [
    [phone, 'phone'],
    [desk, 'desk'],
    [{ ...desk, forcedColors: 'active' as const }, 'forced'],
  ] as const) {
    const page = await browser.visit(t, looking)
    await page.goto('/')
    await page.keyboard.press('Tab')
    await page.screenshot({
      path: `/tmp/e2e/skip-${name}.png`,
      clip: { x: 0, y: 0, width: 360, height: 220 },
    })
    await page.goto('/tilbud?kommune=3228&alder=13-15')
    for (let i = 0; i < 30; i++) await page.keyboard.press('Tab')
    await page.screenshot({ path: `/tmp/e2e/s-${name}.png` })
  }
})
