import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listeningApp } from '#test/app.ts'
import { desk, phone, testBrowser, type Looking, type Page } from '#test/browser.ts'
import { servicesOfEveryKind } from './pages.ts'

const app = await listeningApp()
const browser = await testBrowser(app.baseUrl)
const services = new Map(
  (await servicesOfEveryKind(app)).map(service => [service.kind, `/tilbud/${service.id}/${service.slug}`]),
)
const sensitive = services.get('with a secret address')!

test('with the keys alone, from the front page to a call', async t => {
  const page = await browser.visit(t, phone)
  await page.goto('/')
  assert.equal((await tab(page)).text, 'Hopp til innhold')
  await tabTo(page, 'a[href="tel:116111"]')
  await tabTo(page, '.site-menu > summary')
  await page.keyboard.press('Enter')
  await tabTo(page, '.site-menu a[href="/tilbud"]')
  await tabTo(page, '.site-languages > summary')
  await tabTo(page, '#find-place')
  await page.keyboard.type('Nes')
  await tabTo(page, '#find-need')
  await page.keyboard.type('barnevern')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: '«barnevern» i Nes' }).waitFor()
  await page.waitForLoadState()

  await tabTo(page, '.filter-sheet > summary')
  await page.keyboard.press('Enter')
  await tabTo(page, '#filter-alder-6-12')
  await page.keyboard.press('Space')
  await tabTo(page, '.filters button')
  await page.keyboard.press('Enter')
  await page.locator('.chip').waitFor()
  await page.waitForLoadState()

  await tabTo(page, '.chip')
  await tabTo(page, '.hit a')
  await page.keyboard.press('Enter')
  await page.locator('article.service').waitFor()
  await page.waitForLoadState()
  const phoneLink = await tabTo(page, '.box-contact a[href^="tel:"]')
  assert.match(phoneLink.text, /^Ring [\d ]+$/)
})

test('the skip link leads past the menu to the content', async t => {
  const page = await browser.visit(t, desk)
  await page.goto('/kommune/3228')
  assert.equal((await tab(page)).text, 'Hopp til innhold')
  await page.keyboard.press('Enter')
  await tab(page)
  assert.equal(await page.locator('main :focus').count(), 1, 'the next stop is in the content')
})

const walked: [path: string, looking: Looking][] = [
  ['/', phone],
  ['/', desk],
  ['/kommune/3228', phone],
  ['/fylke/32', desk],
  ['/tilbud?kommune=3228&alder=13-15', desk],
  ['/hjelp?kommune=3228', phone],
  [sensitive, phone],
  [sensitive, desk],
  [`${sensitive}/meld-feil`, phone],
  ['/tilbud?kommune=3228&alder=13-15', { ...desk, forcedColors: 'active' }],
  ['/', { ...phone, forcedColors: 'active', scheme: 'dark' }],
  ['/kommune/3228', { ...desk, reducedMotion: 'reduce' }],
]

for (const [path, looking] of walked) {
  test(`focus goes through all of ${path} in order and is always seen, ${JSON.stringify(looking)}`, async t => {
    const page = await browser.visit(t, looking)
    await page.goto(path)
    const all = await page.evaluate(stopsInOrder)
    const seen: string[] = []
    for (const expected of all) {
      const stop = await tab(page)
      assert.equal(stop.name, expected)
      if (!stop.visible) seen.push(`${stop.name} shows no focus`)
      if (!stop.inSight) seen.push(`${stop.name} is hidden while it has focus`)
      if (stop.height < 24 && !stop.onMap) seen.push(`${stop.name} is ${stop.height} px high`)
    }
    assert.deepEqual(seen, [])
  })
}

test('nothing moves for those who have asked for rest', async t => {
  const page = await browser.visit(t, { ...desk, reducedMotion: 'reduce' })
  for (const path of ['/', '/tilbud?kommune=3228', sensitive, '/demo/komponenter']) {
    await page.goto(path)
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter(element => {
          const style = getComputedStyle(element)
          return (
            style.transitionDuration !== '0s' ||
            style.animationName !== 'none' ||
            style.scrollBehavior === 'smooth'
          )
        }).length,
    )
    assert.equal(moving, 0, path)
  }
})

test('three times Escape leaves a page that nobody should see over a shoulder, and the way back does not show it', async t => {
  const page = await browser.visit(t, desk)
  await page.goto('/personvern')
  await page.goto(sensitive)
  await page.locator('.leave-ready').waitFor()
  for (let press = 0; press < 3; press++) await page.keyboard.press('Escape')
  await page.waitForURL('https://www.yr.no/')
  await page.goBack()
  assert.equal(new URL(page.url()).pathname, '/personvern')
})

test('the button to leave works with a script and without', async t => {
  for (const script of [true, false]) {
    const page = await browser.visit(t, { ...phone, script })
    await page.goto(sensitive)
    await page.getByRole('link', { name: 'Forlat siden raskt' }).click()
    await page.waitForURL('https://www.yr.no/')
  }
})

test('an ordinary page has no such button', async t => {
  const page = await browser.visit(t, desk)
  await page.goto('/kommune/3228')
  assert.equal(await page.locator('[data-leave]').count(), 0)
})

type Stop = {
  name: string
  text: string
  visible: boolean
  inSight: boolean
  height: number
  onMap: boolean
}

/** Presses Tab and tells where focus went. */
async function tab(page: Page): Promise<Stop> {
  await page.keyboard.press('Tab')
  return page.evaluate(() => {
    const element = document.activeElement!
    // A part of a map shows focus by its own line.
    const drawn = element.querySelector(':scope > :is(use, path)') ?? element
    const style = getComputedStyle(drawn)
    const outlined = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2
    const box = element.getBoundingClientRect()
    // Any of its four quarters is enough: a link over two lines has a hole in its middle.
    const points = [0.25, 0.5, 0.75].flatMap(x =>
      [0.25, 0.5, 0.75].map(y => [box.left + x * box.width, box.top + y * box.height] as const),
    )
    return {
      name: `${element.tagName} ${element.id || element.getAttribute('href') || element.textContent?.trim().slice(0, 40)}`,
      text: element.textContent?.replace(/\s+/g, ' ').trim() ?? '',
      visible:
        element.matches(':focus-visible') &&
        (outlined || style.boxShadow !== 'none' || (drawn !== element && style.strokeWidth === '4px')),
      inSight: points.some(([x, y]) => element.contains(document.elementFromPoint(x, y))),
      height: Math.round(box.height),
      // Small counties have their names beside the map too.
      onMap: drawn !== element,
    }
  })
}

/** Presses Tab until an element has focus. @throws when it comes round without finding it */
async function tabTo(page: Page, selector: string): Promise<Stop> {
  for (let presses = 0; presses < 150; presses++) {
    const stop = await tab(page)
    assert.ok(stop.visible, `${stop.name} shows focus`)
    if (await page.evaluate(wanted => document.activeElement!.matches(wanted), selector)) return stop
  }
  throw new Error(`Tab does not lead to ${selector}`)
}

/** Everything that takes focus, as it is read: what is folded away or belongs to a chosen radio group is left out. */
function stopsInOrder(): string[] {
  return [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button, input, textarea, select, summary, [tabindex="0"]',
    ),
  ]
    .filter(
      element =>
        element.checkVisibility({ visibilityProperty: true }) && !element.matches('input[type=hidden]'),
    )
    .filter(element =>
      element instanceof HTMLInputElement && element.type === 'radio' ? element.checked : true,
    )
    .map(
      element =>
        `${element.tagName} ${element.id || element.getAttribute('href') || element.textContent?.trim().slice(0, 40)}`,
    )
}
