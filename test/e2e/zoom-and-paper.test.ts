import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listeningApp } from '#test/app.ts'
import { phone, sideways, testBrowser, type Page } from '#test/browser.ts'
import { comes } from '#test/journey.ts'
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

/** A sheet of A4 between margins of 10 mm, in CSS pixels. */
const sheet = { width: 718, height: 1047 }

test('a report with many rows can be printed on A4: nothing is cut, headings come on each sheet, and a list in parts says so', async t => {
  const page = await comes(browser, t, 'Ingrid Sørum', '/arbeid/rapporter', { looking: sheet })
  const faults: string[] = []
  for (const path of [
    '/arbeid/rapporter',
    '/arbeid/rapporter/tilbud?omrade=NO',
    '/arbeid/rapporter/rom',
    '/arbeid/rapporter/eier?omrade=NO',
    '/arbeid/rapporter/per-1000?omrade=32',
  ]) {
    await page.goto(path)
    await page.emulateMedia({ media: 'print' })
    faults.push(...(await whatIsCut(page)).map(fault => `${path}: ${fault}`))
    const table = page.locator('.report table')
    const { right, headings, breaks } = await table.evaluate(node => ({
      right: node.getBoundingClientRect().right,
      headings: getComputedStyle(node.querySelector('thead')!).display,
      breaks: getComputedStyle(node.querySelector('tbody tr')!).breakInside,
    }))
    if (right > sheet.width) faults.push(`${path}: the table ends at ${right} px`)
    assert.deepEqual([headings, breaks], ['table-header-group', 'avoid'], path)
    for (const away of ['form', 'nav:not(.crumbs)', 'button', 'summary'])
      for (const part of await page.locator(`main ${away}`).all())
        if (await part.isVisible()) faults.push(`${path}: shows ${away}`)
    await page.locator('.report .print-only').first().waitFor()
  }
  assert.deepEqual(faults, [])

  await page.goto('/arbeid/rapporter/tilbud?omrade=NO')
  assert.equal(await page.locator('.report tbody tr:visible').count(), 100)
  await page.getByText(/Dette er side 1 av \d+ i listen\. Alle \d+ tilbudene er i filen/).waitFor()
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
  const sheets = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
  assert.ok(sheets >= 2 && sheets <= 6, `${sheets} sheets`)
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
