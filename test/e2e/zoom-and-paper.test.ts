import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listeningApp } from '#test/app.ts'
import { phone, sideways, testBrowser, type Page } from '#test/browser.ts'
import { pagesOfEveryKind } from './pages.ts'

const app = await listeningApp()
const browser = await testBrowser(app.baseUrl)
const pages = await pagesOfEveryKind(app)
const paths = new Map(pages)

/** A window of 1280 × 1024 at 400 %. */
const enlarged = { width: 320, height: 256, deviceScaleFactor: 4 }

test('at 400 % nothing is cut and no page scrolls sideways', async t => {
  const page = await browser.visit(t, enlarged)
  const faults: string[] = []
  for (const [kind, path] of pages) {
    await page.goto(path)
    if (await page.locator('.filter-sheet').count())
      await page.locator('.filter-sheet > summary').first().click()
    faults.push(...(await whatIsCut(page)).map(fault => `${kind}: ${fault}`))
    const beyond = await sideways(page)
    if (beyond > 0) faults.push(`${kind}: scrolls sideways by ${beyond} px`)
  }
  assert.deepEqual(faults, [])
})

test('with more space between letters, words and lines nothing is cut', async t => {
  const page = await browser.visit(t, phone)
  const faults: string[] = []
  for (const [kind, path] of pages) {
    await page.goto(path)
    // The distances of WCAG 1.4.12, set as a person's own style is: beside the page's policy.
    await page.evaluate(() => {
      const style = new CSSStyleSheet()
      style.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }',
      )
      document.adoptedStyleSheets = [style]
    })
    faults.push(...(await whatIsCut(page)).map(fault => `${kind}: ${fault}`))
    const beyond = await sideways(page)
    if (beyond > 0) faults.push(`${kind}: scrolls sideways by ${beyond} px`)
  }
  assert.deepEqual(faults, [])
})

test('at 400 % the way out covers at most a third of a sensitive page', async t => {
  const page = await browser.visit(t, enlarged)
  await page.goto(paths.get('service with a secret address')!)
  const bar = (await page.locator('[data-leave]').boundingBox())!
  assert.ok(bar.height <= enlarged.height / 3, `${bar.height} px`)
})

test('on paper a service is without menu and buttons, and has its numbers', async t => {
  const page = await browser.visit(t)
  await page.emulateMedia({ media: 'print' })
  for (const kind of ['with many phones', 'with a secret address', 'with opening hours']) {
    await page.goto(paths.get(`service ${kind}`)!)
    for (const away of [
      '.help-band',
      '.site-menu',
      '.site-languages',
      '.leave',
      '.ds-skip-link',
      'form',
      '[data-save]',
    ]) {
      for (const part of await page.locator(away).all())
        assert.ok(!(await part.isVisible()), `${kind}: ${away}`)
    }
    const numbers = await page.locator('.box-contact a[href^="tel:"]').all()
    assert.ok(numbers.length > 0 || kind !== 'with many phones')
    for (const number of numbers) {
      assert.ok(await number.isVisible())
      const digits = (await number.getAttribute('href'))!.replace(/^tel:(\+47)?/, '')
      assert.ok((await number.innerText()).replace(/\D/g, '').includes(digits), `${digits} is written out`)
      assert.equal(await number.evaluate(link => getComputedStyle(link).color), 'rgb(0, 0, 0)')
    }
    assert.ok(await page.getByRole('heading', { level: 1 }).isVisible())
  }
})

test('a saved list can be printed', async t => {
  const page = await browser.visit(t)
  await page.emulateMedia({ media: 'print' })
  await page.goto(paths.get('saved services')!)
  assert.equal(await page.locator('.hit:visible').count(), 4)
  assert.equal(await page.locator('button:visible').count(), 0)
})

/** Visible text that stands outside the window or in a box too small for it. What scrolls by itself is left out. */
function whatIsCut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement!
      const text = walker.currentNode.textContent!.trim()
      if (!text || parent.closest('.visually-hidden, .table-scroll, noscript, script, .ds-skip-link, svg'))
        continue
      if (!parent.checkVisibility({ visibilityProperty: true })) continue
      range.selectNodeContents(walker.currentNode)
      for (const { left, right, width } of range.getClientRects()) {
        if (width > 1 && (left < -1 || right > innerWidth + 1))
          faults.push(`"${text.slice(0, 40)}" at ${Math.round(right)} px`)
      }
      for (let box: HTMLElement | null = parent; box; box = box.parentElement) {
        const { overflowX, overflowY, clipPath } = getComputedStyle(box)
        // For screen readers only.
        if (clipPath !== 'none') break
        const cutsX = overflowX !== 'visible' && box.scrollWidth > box.clientWidth + 1
        const cutsY = overflowY === 'hidden' && box.scrollHeight > box.clientHeight + 1
        if ((cutsX || cutsY) && box !== document.documentElement)
          faults.push(`"${text.slice(0, 40)}" in ${box.tagName}.${box.className}`)
      }
    }
    return [...new Set(faults)]
  })
}
