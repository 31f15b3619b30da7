import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { axeFindings, desk, sideways, type Looking, type Page, type TestBrowser } from './browser.ts'
import { pointing, type Hands } from './hands.ts'

/** Somebody at work opens a page, logs in on the way, and is where she was going. */
export async function comes(
  browser: TestBrowser,
  t: TestContext,
  name: string,
  path: string,
  { looking = desk, hands = pointing }: { looking?: Looking; hands?: Hands } = {},
): Promise<Page> {
  const page = await browser.visit(t, looking)
  await page.goto(path)
  await logIn(page, name, hands)
  return page
}

export async function logIn(page: Page, name: string, hands: Hands = pointing): Promise<void> {
  await hands.press(page.getByRole('link', { name: 'Jeg er her på jobb' }))
  await hands.press(page.getByRole('button', { name }))
  await page.waitForURL(url => !url.pathname.startsWith('/demo/') && !url.pathname.startsWith('/logg-inn'))
}

/** Nobody is shut out, and nothing lies beyond the edge of the screen. */
export async function looksRight(page: Page): Promise<void> {
  assert.deepEqual(await axeFindings(page), [], page.url())
  assert.equal(await sideways(page), 0, page.url())
}

export const said = (page: Page, text: string | RegExp) =>
  page.locator('main').getByText(text).first().waitFor()
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
export const title = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name, ...(typeof name === 'string' && { exact: true }) }).waitFor()

/** In which of some municipalities the public finds a service, by its page of the place's search. */
export async function foundIn(page: Page, name: string, codes: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const code of codes) {
    await page.goto(`/tilbud?kommune=${code}&q=${encodeURIComponent(name)}`)
    // What is offered from elsewhere when a place has none is no hit, and says so.
    const hits = page.locator('.search-hits > .hits')
    if ((await hits.getByRole('link', { name }).count()) > 0) found.push(code)
  }
  return found
}

type Writing = { name: string; places: string; hands?: Hands }

/** Writes all that is needed of a service, step by step, as a new user does. */
export async function writesSteps(page: Page, { name, places, hands = pointing }: Writing): Promise<void> {
  const onward = () => hands.press(button(page, 'Lagre og gå videre'))
  await title(page, 'Hva det er')
  await hands.fill(page.locator('#setning-nb'), 'Vi øver sammen hver torsdag, og du trenger ikke kunne noe.')
  await onward()
  await title(page, 'Hvem det er for')
  await hands.check(page.locator('input[name=hvem][value=parents]'))
  await hands.select(page.getByLabel('Pyramiderom'), await roomLabel(page, 'foreldreveiledning'))
  await hands.fill(page.locator('#ord-nb'), 'kveldskafé, møteplass')
  await onward()
  await title(page, 'Hvor det gjelder')
  await hands.fill(page.getByLabel('Flere steder'), places)
  await onward()
  await title(page, 'Slik får du det')
  await hands.check(page.locator('input[name=tilgang]').first())
  await hands.fill(page.locator('#gjor-nb'), 'Bare kom.')
  await hands.check(page.locator('input[name=pris]').first())
  await onward()
  await title(page, 'Kontakt, steder og tider')
  await hands.fill(page.locator('#telefon-1-nummer'), '63 91 10 00')
  await hands.fill(page.locator('#sted-1-navn'), 'Grendehuset')
  await hands.fill(page.locator('#sted-1-kommune'), 'Nes')
  await onward()
  await title(page, 'Lov og kvalitet')
  await onward()
  await title(page, 'Språk side om side')
  await hands.fill(page.locator('#navn-nn'), name)
  await hands.fill(page.locator('#setning-nn'), 'Vi øver saman kvar torsdag, og du treng ikkje kunne noko.')
  await onward()
}

const roomLabel = (page: Page, code: string) =>
  page
    .getByLabel('Pyramiderom')
    .locator(`option[value="${code}"]`)
    .evaluate(option => (option as HTMLOptionElement).label)
