import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listeningApp } from '#test/app.ts'
import { phone, sideways, testBrowser, type Page } from '#test/browser.ts'
import { servicesOfEveryKind } from './pages.ts'

const app = await listeningApp()
const browser = await testBrowser(app.baseUrl)

/** A finger needs as much. */
const TARGET = 44

/** Two rows of targets; the names in the second may take two lines. */
const TWO_ROWS = 108

for (const prefix of ['', '/nn', '/se', '/en']) {
  test(`on a phone the numbers at the top take two rows, on ${prefix}/`, async t => {
    const page = await browser.visit(t, phone)
    await page.goto(`${prefix}/om`)
    const band = (await page.locator('.help-band').boundingBox())!
    assert.ok(band.height <= TWO_ROWS, `${band.height} px`)
    const rows = new Set((await boxesOf(page, '.help-band .phone-number')).map(({ y }) => y))
    assert.equal(rows.size, 1, 'all numbers stand in one row')
    await theyCanBeTapped(page)
  })
}

for (const [how, looking] of Object.entries({
  'on a narrow phone': { width: 320, height: 568 },
  'at 200 % on a desk': { width: 640, height: 450 },
  'at 200 % on a phone': { width: 180, height: 370 },
})) {
  test(`the numbers at the top can be read and tapped ${how}`, async t => {
    const page = await browser.visit(t, looking)
    await page.goto('/om')
    await theyCanBeTapped(page)
    if (looking.width >= 320) assert.equal(await sideways(page), 0)
  })
}

const [sensitive] = (await servicesOfEveryKind(app)).filter(({ kind }) => kind === 'with a secret address')

for (const [kind, path] of [
  ['the help page', '/hjelp'],
  ['the help page of a municipality', '/hjelp?kommune=3228'],
  ['a search about danger', '/tilbud?q=pappa+sl%C3%A5r+meg&kommune=3228'],
  ['a cry for help as a place', '/sted?sted=pappa+sl%C3%A5r+meg+i+Nes'],
  ['a sensitive service', `/tilbud/${sensitive!.id}/${sensitive!.slug}`],
] as const) {
  test(`the way out lies on no number to call on ${kind}, at the top and at the bottom`, async t => {
    for (const height of [740, 640, 568]) {
      const page = await browser.visit(t, { ...phone, height })
      await page.goto(path)
      const wayOut = page.locator('[data-leave]')
      for (const end of ['top', 'bottom']) {
        await page.evaluate(to => scrollTo(0, to === 'top' ? 0 : document.body.scrollHeight), end)
        const bar = (await wayOut.boundingBox())!
        assert.ok(bar.y >= 0 && bar.y + bar.height <= height, `in sight at the ${end}, at ${height}`)
        assert.ok(bar.height >= TARGET)
        const covered = (await boxesOf(page, 'a[href^="tel:"]')).filter(
          box => box.y < bar.y + bar.height && box.y + box.height > bar.y,
        )
        assert.deepEqual(covered, [], `covered at the ${end}, at ${height}`)
      }
    }
  })
}

async function theyCanBeTapped(page: Page): Promise<void> {
  const width = page.viewportSize()!.width
  const boxes = await boxesOf(page, '.help-band a')
  assert.ok(boxes.length > 4)
  for (const { x, right, height } of boxes) {
    assert.ok(height >= TARGET, `${height} px high`)
    assert.ok(x >= 0 && right <= width, `from ${x} to ${right} of ${width} px`)
  }
}

function boxesOf(page: Page, selector: string) {
  return page.locator(selector).evaluateAll(links =>
    links.map(link => {
      const { x, y, right, height } = link.getBoundingClientRect()
      return { text: link.textContent, x, y, right, height }
    }),
  )
}
