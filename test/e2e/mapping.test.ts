import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { listeningApp } from '#test/app.ts'
import { axeFindings, desk, phone, sideways, testBrowser, type Looking, type Page } from '#test/browser.ts'

// A mapping round with three units, from the form that opens it to the report and on into a plan, in browsers of those who take part.

const app = await listeningApp()
const browser = await testBrowser(app.baseUrl)

async function comes(t: TestContext, name: string, path: string, looking: Looking): Promise<Page> {
  const page = await browser.visit(t, looking)
  await page.goto(path)
  await page.getByRole('link', { name: 'Jeg er her på jobb' }).click()
  await page.getByRole('button', { name }).click()
  await page.waitForURL(url => !url.pathname.startsWith('/demo/') && !url.pathname.startsWith('/logg-inn'))
  return page
}

async function looksRight(page: Page): Promise<void> {
  assert.deepEqual(await axeFindings(page), [], page.url())
  assert.equal(await sideways(page), 0, page.url())
}

const said = (page: Page, text: string | RegExp) => page.locator('main').getByText(text).first().waitFor()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

test('a coordinator runs a round with three units to its report, sees what has changed since the last, and takes a gap into the plan', async t => {
  const coordinator = await comes(t, 'Ingrid Sørum', '/arbeid/kartlegging', desk)
  await looksRight(coordinator)
  await coordinator.getByRole('link', { name: 'Åpne en kartlegging' }).click()
  await coordinator.getByLabel('Tittel').fill('Kartlegging våren 2027')
  await coordinator.getByLabel('Frist').fill('2027-03-01')
  for (const box of await coordinator.locator('input[name=spurte]').all()) await box.setChecked(false)
  for (const unit of ['Helsestasjonen', 'Skolene i Nes', 'NAV Nes'])
    await coordinator.getByLabel(unit, { exact: true }).check()
  await coordinator.locator('#egne').fill('Hva bør vi slutte med?')
  await looksRight(coordinator)
  await press(coordinator, 'Åpne kartleggingen')
  await said(coordinator, 'Kartleggingen er åpnet.')
  const round = new URL(coordinator.url()).pathname
  await looksRight(coordinator)

  // The editor answers for the three, on a phone without JavaScript.
  const editor = await comes(t, 'Kari Myhre', round, { ...phone, script: false })
  for (const unit of ['Helsestasjonen', 'Skolene i Nes', 'NAV Nes']) {
    await editor.goto(round)
    await editor.getByRole('link', { name: unit }).click()
    await said(editor, 'Tilbudene deres')
    if (unit === 'Helsestasjonen') assert.equal(await sideways(editor), 0)
    await editor
      .getByRole('button', { name: /^Det stemmer/ })
      .first()
      .click()
    await said(editor, 'Lagret.')
    const room = editor.locator('.mapping-room').first()
    await room.locator('summary').click()
    await room.getByLabel('Grunn').selectOption('no-means')
    await room.getByLabel('Forklar kort').fill('Vi mangler folk.')
    await room.getByRole('button', { name: 'Lagre svaret' }).click()
    await said(editor, /Vi har ikke folk eller penger: Vi mangler folk\./)
    await editor.getByLabel('Hva bør vi slutte med?').fill('Skjemaer ingen leser.')
    // The page before says that something was saved, too.
    const answered = editor.waitForEvent('load')
    await editor.getByRole('button', { name: /^Lagre svaret.*Hva bør vi slutte med/ }).click()
    await answered
    await said(editor, 'Lagret.')
    await press(editor, 'Vi er ferdige')
    await said(editor, /Takk! Koordinatoren ser at dere er ferdige/)
  }

  // What goes into a service, from the list.
  await editor
    .getByRole('link', { name: /^Årsverk og budsjett/ })
    .first()
    .click()
  await editor.locator('#arsverk-2026').fill('2,25')
  await editor.locator('#budsjett-2026').fill('2 100 000')
  await press(editor, 'Lagre 2026')
  await said(editor, 'Lagret.')

  await coordinator.goto(round)
  await coordinator
    .getByRole('link', { name: /^Gjør det til et funn/ })
    .first()
    .click()
  await looksRight(coordinator)
  await press(coordinator, 'Lagre funnet')
  await said(coordinator, 'Funnet er lagret.')
  await coordinator.getByRole('link', { name: 'Avslutt kartleggingen' }).click()
  await looksRight(coordinator)
  await press(coordinator, 'Avslutt kartleggingen')
  await said(coordinator, 'rapporten er frosset')
  await looksRight(coordinator)
  await coordinator.getByRole('link', { name: 'Åpne rapporten' }).click()
  await said(coordinator, 'Skjemaer ingen leser.')
  await said(coordinator, /Vi mangler folk\./)
  await looksRight(coordinator)
  await coordinator.getByRole('link', { name: 'Til kartleggingen' }).click()
  await coordinator.getByRole('link', { name: 'Sammenlign med en annen kartlegging' }).click()
  await coordinator.getByLabel('Fra', { exact: true }).selectOption({ label: 'Kartlegging høsten 2025' })
  await press(coordinator, 'Sammenlign')
  await said(coordinator, /Fra Kartlegging høsten 2025 til Kartlegging våren 2027/)
  await said(coordinator, 'Leksehjelp på biblioteket')
  await looksRight(coordinator)

  // What the round found goes into the plan by its own name, and so does what lacks.
  await coordinator.goto(round)
  const finding = (await coordinator.locator('#funn h3').first().innerText()).trim()
  await coordinator.locator('#funn').getByRole('link', { name: 'Ta inn i en plan' }).first().click()
  await coordinator.getByRole('heading', { level: 1, name: 'Ta inn i en plan' }).waitFor()
  assert.ok(finding.includes(await coordinator.locator('.lead').innerText()), finding)
  await coordinator.goto('/arbeid/pyramide/hull')
  await coordinator.getByRole('heading', { level: 1, name: 'Hva mangler i Nes?' }).waitFor()
  await looksRight(coordinator)
  const row = coordinator
    .getByRole('row')
    .filter({ has: coordinator.getByRole('link', { name: /^Ta inn i plan/ }) })
  const room = row.first().getByRole('rowheader').getByRole('link')
  const [name, path] = [
    (await room.innerText()).trim(),
    new URL(await room.evaluate(a => (a as HTMLAnchorElement).href)).pathname,
  ]
  await row
    .first()
    .getByRole('link', { name: /^Ta inn i plan/ })
    .click()
  await coordinator.getByRole('heading', { level: 1, name: 'Ta inn i en plan' }).waitFor()
  await looksRight(coordinator)
  await coordinator.getByRole('link', { name: /Handlingsplan for forebyggende arbeid/ }).click()
  await coordinator.locator('#tiltak').fill('Et tiltak etter kartleggingen')
  await looksRight(coordinator)
  await press(coordinator, 'Lagre')
  await coordinator.getByRole('heading', { level: 1, name: 'Et tiltak etter kartleggingen' }).waitFor()
  await looksRight(coordinator)
  await coordinator
    .locator('dd')
    .getByRole('link', { name: new RegExp(name) })
    .click()
  await coordinator.waitForURL(url => url.pathname === path)
  await coordinator.goto('/arbeid/pyramide/hull')
  await row.first().getByRole('link', { name: 'Et tiltak etter kartleggingen' }).waitFor()
  await looksRight(coordinator)

  // The leader reads all of it, and the turn over the years.
  const leader = await comes(t, 'Tove Haga', '/arbeid/ressurser', { ...desk, scheme: 'dark' })
  await said(leader, 'Årsverk etter nivå og år')
  await looksRight(leader)
  await leader.goto(`${round}/rapport`)
  await looksRight(leader)
})
