import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listeningApp } from '#test/app.ts'
import { phone, testBrowser, type Page } from '#test/browser.ts'
import { servicesOfEveryKind } from './pages.ts'

// With the limits that people meet: the last test is about them.
const app = await listeningApp({ rateLimits: true })
const browser = await testBrowser(app.baseUrl)
const [service] = await servicesOfEveryKind(app)
const report = `/tilbud/${service!.id}/${service!.slug}/meld-feil`

for (const script of [true, false]) {
  const how = script ? 'with a script' : 'without JavaScript'

  test(`somebody who did not find it says what she sought, and is thanked, ${how}`, async t => {
    const sought = `svømmekurs ${how}`
    const page = await browser.visit(t, { ...phone, script })
    await page.goto('/kommune/3228')
    await page.locator('main summary').filter({ hasText: 'Fant du det du lette etter?' }).click()
    await page.getByLabel('Nei').check()
    await page.getByLabel('Hva lette du etter?').fill(`${sought}, ring 900 12 345`)
    await send(page)
    await page.getByRole('heading', { level: 1, name: 'Takk for hjelpen' }).waitFor()
    const kept = await feedback(`kind = 'not-found' and message like '${sought}%'`)
    assert.equal(kept.length, 1)
    assert.equal(kept[0]!['municipality_code'], '3228')
    assert.ok(!JSON.stringify(kept).includes('12 345'), 'a number is not kept')
  })

  test(`an empty report comes back with what is wrong, and focus on it, ${how}`, async t => {
    const page = await browser.visit(t, { ...phone, script })
    await page.goto(report)
    await send(page)
    await page.locator('.ds-error-summary:focus').waitFor()
    assert.match(await page.title(), /Meld en feil/)
    await page.getByRole('alert').getByRole('link', { name: 'Skriv hva som er feil' }).press('Enter')
    await page.locator('#melding:focus').waitFor()
    assert.equal(await page.locator('#melding').getAttribute('aria-invalid'), 'true')
    await page.locator('#melding').fill(`Åpningstiden er feil, ${how}`)
    await send(page)
    await page.getByRole('heading', { level: 1, name: 'Takk for hjelpen' }).waitFor()
    const kept = await feedback(`kind = 'error' and message = 'Åpningstiden er feil, ${how}'`)
    assert.equal(kept[0]!['service_id'], service!.id)
  })
}

test('a report that is too long comes back whole', async t => {
  const page = await browser.visit(t, phone)
  const text = 'Nummeret stemmer ikke. '.repeat(50).trim()
  await page.goto(report)
  await page.locator('#melding').fill(text)
  await send(page)
  await page.locator('.ds-error-summary:focus').waitFor()
  assert.equal(await page.locator('#melding').inputValue(), text)
})

test('whoever sends too much too fast is asked to wait, in words', async t => {
  const page = await browser.visit(t, { ...phone, script: false })
  await page.goto(report)
  for (let sent = 0; sent < 10; sent++) {
    await send(page)
    if ((await page.locator('.ds-error-summary').count()) === 0) break
  }
  await page.getByRole('heading', { level: 1, name: 'Det går litt fort' }).waitFor()
})

async function send(page: Page): Promise<void> {
  await page.locator('main form[method=post]').getByRole('button').click()
}

async function feedback(condition: string): Promise<Record<string, unknown>[]> {
  const text = `select * from catalogue.feedback where ${condition}`
  return app.db.asOwner(async tx => (await tx.query({ text })).rows)
}
