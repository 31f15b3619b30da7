import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listeningApp } from '#test/app.ts'
import { desk, phone, testBrowser, type Page } from '#test/browser.ts'
import { servicesOfEveryKind } from './pages.ts'

const app = await listeningApp()
const browser = await testBrowser(app.baseUrl)
const [one, other] = await servicesOfEveryKind(app)

test('a saved service stands on the list, can be shared and taken away, and only its id is kept', async t => {
  const page = await browser.visit(t, { ...phone, permissions: ['clipboard-read', 'clipboard-write'] })
  for (const service of [one!, other!]) {
    await page.goto(`/tilbud/${service.id}/${service.slug}`)
    await page.getByRole('button', { name: 'Lagre i nettleseren' }).click()
    await page.getByRole('button', { name: 'Ta bort' }).waitFor()
  }
  assert.deepEqual(await whatIsKept(page), { 'nettungen.lagret': JSON.stringify([one!.id, other!.id]) })

  await page.locator('.site-menu > summary').click()
  await page.getByRole('link', { name: 'Lagrede tilbud' }).click()
  await page.locator('.hit').nth(1).waitFor()
  const names = await page.locator('.hit-name').allInnerTexts()
  assert.equal(names.length, 2)
  await page.getByText('Listen ligger bare i denne nettleseren').waitFor()

  await page.getByRole('button', { name: 'Kopier lenke' }).click()
  await page.getByRole('button', { name: 'Lenken er kopiert' }).waitFor()
  const shared = await page.evaluate(() => navigator.clipboard.readText())
  const friend = await browser.visit(t, { ...desk, script: false })
  await friend.goto(shared)
  assert.deepEqual(await friend.locator('.hit-name').allInnerTexts(), names)

  for (const service of [one!, other!]) {
    await page.goto(`/tilbud/${service.id}/${service.slug}`)
    await page.getByRole('button', { name: 'Ta bort' }).click()
    await page.getByRole('button', { name: 'Lagre i nettleseren' }).waitFor()
  }
  await page.goto('/lagret')
  await page.getByText('Ingen lagrede tilbud').waitFor()
  assert.deepEqual(await whatIsKept(page), { 'nettungen.lagret': '[]' })
})

test('somebody who looks at a shared list keeps nothing of it', async t => {
  const page = await browser.visit(t, phone)
  await page.goto(`/lagret?tilbud=${one!.id}&tilbud=${other!.id}`)
  assert.equal(await page.locator('.hit').count(), 2)
  await page.getByText('Listen ligger i lenken').waitFor()
  assert.ok(!(await page.getByText('bare i denne nettleseren').isVisible()))
  assert.deepEqual(await whatIsKept(page), {})
})

test('a browser that keeps nothing still shows services', async t => {
  const page = await browser.visit(t, phone)
  await page.addInitScript({
    content: `Object.defineProperty(window, 'localStorage', { get() { throw new Error('closed') } })`,
  })
  await page.goto(`/tilbud/${one!.id}/${one!.slug}`)
  await page.getByRole('button', { name: 'Lagre i nettleseren' }).click()
  assert.ok(await page.getByRole('button', { name: 'Lagre i nettleseren' }).isVisible())
})

for (const [prefix, place, need] of [
  ['', 'Hvor bor du?', 'Hva trenger du?'],
  ['/nn', 'Kvar bur du?', 'Kva treng du?'],
] as const) {
  test(`places and needs are suggested while one types, on ${prefix || '/'}`, async t => {
    const page = await browser.visit(t, phone)
    await page.goto(prefix || '/')
    await page.getByLabel(place).pressSequentially('Årn')
    await page.locator('#find-place + datalist option[value^="Årnes"]').first().waitFor({ state: 'attached' })
    await page.getByLabel(need).pressSequentially('helsestasjon f')
    await page
      .locator('#find-need + datalist option[value*="elsestasjon for ungdom"]')
      .first()
      .waitFor({ state: 'attached' })
    const offered = await page.locator('#find-place + datalist option').first().getAttribute('value')
    await page.getByLabel(place).fill(offered!)
    await page.getByLabel(need).press('Enter')
    await page.locator('.hit').first().waitFor()
    assert.equal(new URL(page.url()).searchParams.get('kommune'), '3228')
  })
}

test('at a desk a choice counts at once, its number was true, and focus stays', async t => {
  const page = await browser.visit(t, desk)
  await page.goto('/tilbud?kommune=3228')
  const promised = Number(
    await page.locator('label[for="filter-hvem-young-people"] .filter-count').innerText(),
  )
  await page.locator('#filter-hvem-young-people').check()
  await page.waitForURL(/hvem=/)
  await page.locator('#filter-hvem-young-people:focus').waitFor()
  assert.equal(await page.locator('#filter-hvem-young-people').isChecked(), true)
  assert.equal(await hits(page), promised)
  assert.equal(await everyHit(page), promised)
})

test('each number in a filter is what one gets by choosing it', async t => {
  const page = await browser.visit(t, { ...desk, script: false })
  await page.goto('/tilbud?kommune=3228&q=angst')
  const options = await page.locator('.filters input[type=checkbox]').evaluateAll(inputs =>
    inputs.map(input => ({
      choice: `${input.getAttribute('name')}=${input.getAttribute('value')}`,
      count: Number(input.parentElement!.querySelector('.filter-count')!.textContent),
    })),
  )
  assert.ok(options.length > 20)
  for (const { choice, count } of options.filter((_, index) => index % 4 === 0)) {
    await page.goto(`/tilbud?kommune=3228&q=angst&${choice}`)
    assert.equal(await hits(page), count, choice)
  }
})

test('a chosen filter can be taken away, and then all of them', async t => {
  const page = await browser.visit(t, desk)
  await page.goto('/tilbud?kommune=3228&alder=13-15&niva=all&q=angst')
  await page.getByRole('link', { name: 'Fjern 13–15 år' }).click()
  await page.waitForURL(url => !url.searchParams.has('alder'))
  assert.equal(new URL(page.url()).searchParams.get('niva'), 'all')
  await page.locator('.chip-clear').click()
  await page.waitForURL(url => !url.searchParams.has('niva'))
  const { searchParams } = new URL(page.url())
  assert.deepEqual([searchParams.get('kommune'), searchParams.get('q')], ['3228', 'angst'])
  assert.equal(await page.locator('.chip').count(), 0)
})

test('on a phone several things are chosen in the sheet before it is sent', async t => {
  const page = await browser.visit(t, phone)
  await page.goto('/tilbud?kommune=3228')
  await page.locator('.filter-sheet > summary').click()
  await page.locator('#filter-alder-6-12').check()
  await page.locator('#filter-hvem-children').check()
  await page.getByRole('button', { name: 'Vis treff' }).click()
  await page.locator('.chip').nth(1).waitFor()
  assert.equal(await page.locator('.chip').count(), 2)
  assert.match(await page.locator('.filter-sheet > summary').innerText(), /2 valgt/)
})

/** Everything that this site has left in the browser. */
async function whatIsKept(page: Page): Promise<Record<string, string>> {
  assert.deepEqual(await page.context().cookies(), [])
  return page.evaluate(() =>
    Object.fromEntries([...Object.entries(localStorage), ...Object.entries(sessionStorage)]),
  )
}

/** The number of hits that the page speaks of. */
async function hits(page: Page): Promise<number> {
  return Number(/(\d+)\s+treff/.exec(await page.locator('#treff').innerText())![1])
}

/** Hits counted one by one, over all pages. */
async function everyHit(page: Page): Promise<number> {
  let count = await page.locator('.hit').count()
  while (await page.locator('a[rel=next]').count()) {
    await page.goto((await page.locator('a[rel=next]').getAttribute('href'))!)
    count += await page.locator('.hit').count()
  }
  return count
}
