import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, type TestContext } from 'node:test'
import type axe from 'axe-core'
import { chromium, type BrowserContextOptions, type Page } from 'playwright-core'

export type { Page }

/** How somebody looks at the site. Widths and heights are CSS pixels. */
export type Looking = {
  width?: number
  height?: number
  scheme?: 'light' | 'dark'
  script?: boolean
} & Pick<
  BrowserContextOptions,
  'deviceScaleFactor' | 'reducedMotion' | 'forcedColors' | 'hasTouch' | 'permissions'
>

export const phone = { width: 360, height: 740, hasTouch: true } satisfies Looking
export const desk = { width: 1440, height: 900 } satisfies Looking

export type TestBrowser = {
  /** A new visitor, with nothing kept from before. Gone after the test. Links of ours may be given as paths. */
  visit(test: TestContext, looking?: Looking): Promise<Page>
}

/**
 * A browser for one test file. To be called at the top of it, with the app's `baseUrl`; closed after its tests, which
 * then fail if a page said something in its console, broke its own security policy, asked another server for anything or
 * was answered with a fault of ours (5xx).
 */
export async function testBrowser(baseUrl: string): Promise<TestBrowser> {
  const executablePath = process.env['TEST_CHROMIUM']
  if (!executablePath) throw new Error('Browser tests are run by the test runner: npm run test:only -- FILE')
  const browser = await chromium.launch({
    executablePath,
    args: ['--disable-gpu', '--font-render-hinting=none'],
    env: { ...process.env, FONTCONFIG_PATH: process.env['TEST_FONTS'] },
  })
  const complaints: string[] = []
  after(async () => {
    await browser.close()
    assert.deepEqual(complaints, [], 'pages complained')
  })
  return {
    async visit(test, { width = 1280, height = 900, scheme = 'light', script = true, ...rest } = {}) {
      const context = await browser.newContext({
        ...rest,
        baseURL: baseUrl,
        viewport: { width, height },
        colorScheme: scheme,
        javaScriptEnabled: script,
        locale: 'nb-NO',
        timezoneId: 'Europe/Oslo',
      })
      context.setDefaultTimeout(30_000)
      test.after(() => context.close())
      const page = await context.newPage()
      await listen(page, baseUrl, complaints)
      return page
    },
  }
}

async function listen(page: Page, baseUrl: string, complaints: string[]): Promise<void> {
  const complain = (what: string) => complaints.push(`${page.url().replace(baseUrl, '')}: ${what}`)
  page.on('response', answer => {
    if (answer.status() >= 500) complain(`${answer.url()} was answered ${answer.status()}`)
  })
  page.on('pageerror', error => complain(error.message))
  page.on('console', message => {
    // A page with status 404 or 422 is an answer, not a fault; what it asks for in addition must be there.
    const ofThePage =
      message.location().url === page.url() && message.text().startsWith('Failed to load resource')
    if (['error', 'warning'].includes(message.type()) && !ofThePage) complain(message.text())
  })
  await page.route(
    address => address.origin !== baseUrl && address.protocol.startsWith('http'),
    route => {
      if (!route.request().isNavigationRequest()) complain(`asked ${route.request().url()}`)
      return route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title>' })
    },
  )
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.2 on level A and AA, and good practice. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What only depends on colours: enough to ask again when nothing but the scheme has changed. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** What axe finds on the page as it stands: one line for each kind of finding. */
export async function axeFindings(page: Page, only: 'all' | 'colours' = 'all'): Promise<string[]> {
  // A press may have led here just now: without its styles a page has other faults.
  await page.waitForLoadState()
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
  const violations = await page.evaluate(
    async options =>
      (await (globalThis as unknown as { axe: typeof axe }).axe.run(document, options)).violations,
    {
      runOnly:
        only === 'all'
          ? { type: 'tag' as const, values: rules }
          : { type: 'rule' as const, values: colourRules },
      resultTypes: ['violations' as const],
    },
  )
  return violations.map(({ id, help, nodes }) => {
    const places = nodes
      .slice(0, 3)
      .map(node => `${node.target.join(' ')} (${node.any[0]?.message ?? node.html.slice(0, 80)})`)
    return `${id}: ${help}, ${nodes.length} times, such as ${places.join('; ')}`
  })
}

/** How far the page scrolls sideways, in CSS pixels. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  )
}
