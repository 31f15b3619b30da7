import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listeningApp } from '#test/app.ts'
import { axeFindings, desk, phone, sideways, testBrowser, type Page } from '#test/browser.ts'

const app = await listeningApp()
const browser = await testBrowser(app.baseUrl)

for (const script of [true, false]) {
  const how = script ? 'with a script' : 'without JavaScript'

  test(`she logs in on a phone, sees where she is logged in, and logs out, ${how}`, async t => {
    const page = await browser.visit(t, { ...phone, script })
    await page.goto('/arbeid/okter')
    await page.getByRole('heading', { level: 1, name: 'Logg inn' }).waitFor()
    await page.getByRole('link', { name: 'Jeg er her på jobb' }).click()
    await page.getByRole('button', { name: 'Kari Myhre' }).click()
    // Where she was going.
    await page.getByRole('heading', { level: 1, name: 'Her er du logget inn' }).waitFor()
    assert.equal(new URL(page.url()).pathname, '/arbeid/okter')
    assert.match(await page.locator('main').innerText(), /Chrome, Linux \(her\)/)
    await page.getByRole('button', { name: 'Logg ut', exact: true }).click()
    // By way of the provider, and back.
    await page.waitForURL('**/logg-ut/ferdig?*')
    await page.getByRole('heading', { level: 1, name: 'Du er logget ut' }).waitFor()
    await page.goto('/arbeid')
    await page.getByRole('heading', { level: 1, name: 'Logg inn' }).waitFor()
  })
}

test('a citizen logs in by the keyboard alone, in nynorsk', async t => {
  const page = await browser.visit(t, { ...desk, script: false })
  await page.goto('/nn/arbeid')
  await pressUntil(page, 'Eg er her for meg sjølv')
  await page.waitForURL('**/demo/id-porten/velg/*')
  await pressUntil(page, 'Hanne Lie')
  await page.getByRole('heading', { level: 1, name: 'Hei, Hanne Lie' }).waitFor()
  assert.equal(new URL(page.url()).pathname, '/nn/arbeid')
  await pressUntil(page, 'Logg ut')
  await page.waitForURL('**/nn/logg-ut/ferdig')
})

test('who changes her mind at the provider comes back, and can try once more', async t => {
  const page = await browser.visit(t, { ...desk, script: false })
  await page.goto('/logg-inn')
  await page.getByRole('link', { name: 'Jeg er her for meg selv' }).click()
  await page.getByRole('button', { name: 'Avbryt' }).click()
  await page.getByRole('heading', { level: 1, name: 'Du logget ikke inn' }).waitFor()
  await page.getByRole('link', { name: 'Prøv en gang til' }).click()
  await page.getByRole('heading', { level: 1, name: 'Logg inn' }).waitFor()
})

test('a session that is ended elsewhere is over here, and a form sent with it says so', async t => {
  const page = await browser.visit(t, desk)
  await logIn(page)
  await page.goto('/arbeid/okter')
  await app.db.asOwner(tx =>
    tx.query({ text: `select people.end_sessions_of(person_id, 'roles-changed') from people.session` }),
  )
  await page.getByRole('button', { name: /Avslutt og logg ut her/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Du er logget ut' }).waitFor()
  await page.locator('main').getByRole('link', { name: 'Logg inn', exact: true }).click()
  await page.waitForURL('**/logg-inn?til=%2Farbeid%2Fokter')
})

test('the ways to log in begin on one line, beside each other', async t => {
  const page = await browser.visit(t, desk)
  await page.goto('/logg-inn')
  const tops = await page
    .locator('main .choice-label')
    .evaluateAll(labels => labels.map(label => Math.round(label.getBoundingClientRect().top)))
  assert.equal(tops.length, 2)
  assert.equal(new Set(tops).size, 1, tops.join(', '))
})

test('nobody is shut out of logging in, the work desk or the list of sessions, in any look', async t => {
  const findings: string[] = []
  const look = async (page: Page, name: string) => {
    for (const { width, height } of [phone, desk]) {
      await page.setViewportSize({ width, height })
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        findings.push(...(await axeFindings(page)).map(found => `${name} ${width} ${colorScheme}: ${found}`))
        if ((await sideways(page)) > 0) findings.push(`${name} ${width}: scrolls sideways`)
        const folder = process.env['PICTURES']
        if (folder)
          await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: true })
      }
    }
  }
  const page = await browser.visit(t)
  await page.goto('/logg-inn')
  await look(page, 'log-in')
  await page.goto('/logg-inn/ansatt')
  await look(page, 'choose-person')
  await logIn(page)
  await look(page, 'work-desk')
  const again = await browser.visit(t)
  await logIn(again)
  await again.goto('/arbeid/okter')
  await look(again, 'sessions')
  await again.goto('/arbeid/finnes-ikke')
  await look(again, 'not-found')
  await again.goto('/logg-inn/svar/ansatt')
  await look(again, 'interrupted')
  await again.goto('/logg-ut/ferdig')
  await look(again, 'logged-out')
  assert.deepEqual(findings, [])
})

async function logIn(page: Page): Promise<void> {
  await page.goto('/logg-inn/ansatt')
  await page.getByRole('button', { name: 'Kari Myhre' }).click()
  await page.getByRole('heading', { level: 1, name: 'Hei, Kari Myhre' }).waitFor()
}

/** Goes on by the tab key to what has that name, and presses Enter. */
async function pressUntil(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 60; steps++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? '')
    if (at.startsWith(name)) return page.keyboard.press('Enter')
  }
  assert.fail(`${name} cannot be reached by the tab key`)
}
