import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { listeningApp } from '#test/app.ts'
import { axeFindings, desk, phone, sideways, testBrowser, type Looking, type Page } from '#test/browser.ts'

// What comes to municipalities from above, and what they know of themselves, in browsers of those who take part.

const app = await listeningApp()
const browser = await testBrowser(app.baseUrl)

async function comes(t: TestContext, name: string, path: string, looking: Looking): Promise<Page> {
  const page = await browser.visit(t, looking)
  await page.goto(path)
  await page.getByRole('link', { name: 'Jeg er her på jobb' }).click()
  await page.getByRole('button', { name }).click()
  await page.waitForURL(url => url.pathname === path)
  return page
}

/** For everybody, on a phone and at a desk, by day and by night. */
async function looksRight(page: Page): Promise<void> {
  assert.deepEqual(await axeFindings(page), [], page.url())
  assert.equal(await sideways(page), 0, page.url())
  const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  await page.emulateMedia({ colorScheme: isDark ? 'light' : 'dark' })
  assert.deepEqual(await axeFindings(page, 'colours'), [], page.url())
  await page.emulateMedia({ colorScheme: isDark ? 'dark' : 'light' })
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click()
const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
const said = (page: Page, text: string | RegExp) => page.locator('main').getByText(text).first().waitFor()

test('the state publishes a guideline; a municipality sees it on its desk and takes note of it on a phone; the sender sees that', async t => {
  const ragnhild = await comes(t, 'Ragnhild Moen', '/arbeid/foringer', desk)
  await looksRight(ragnhild)
  await follow(ragnhild, /^Ny føring/)
  await ragnhild.getByLabel('Overskrift').fill('Felles rutine mot skolefravær')
  await ragnhild.locator('#tekst').fill('Skole, helsestasjon og barnevern lager rutinen sammen.')
  await ragnhild.locator('#kilde').fill('Tildelingsbrev 2027')
  await ragnhild.getByLabel('Helsestasjon', { exact: true }).check()
  await ragnhild.locator('#fra').fill('2027-08-01')
  await ragnhild.locator('#til').fill('2027-01-01')
  await press(ragnhild, 'Lagre')
  await ragnhild.locator('.ds-error-summary').waitFor()
  await looksRight(ragnhild)
  await ragnhild.locator('#til').fill('2028-07-31')
  await press(ragnhild, 'Lagre')
  await title(ragnhild, 'Felles rutine mot skolefravær')
  await looksRight(ragnhild)
  await press(ragnhild, 'Publiser')
  await said(ragnhild, 'Ingen har kvittert ennå.')
  const path = new URL(ragnhild.url()).pathname

  const ingrid = await comes(t, 'Ingrid Sørum', '/arbeid', { ...phone, scheme: 'dark' })
  await follow(ingrid, /Felles rutine mot skolefravær/)
  await title(ingrid, 'Felles rutine mot skolefravær')
  await looksRight(ingrid)
  await ingrid.getByLabel(/^Merknad til dere selv/).fill('Til koordineringsgruppen i mars')
  await press(ingrid, /^Kvitter for Nes/)
  await said(ingrid, /^Kvittert/)
  await said(ingrid, 'Til koordineringsgruppen i mars')
  await looksRight(ingrid)
  await ingrid.goto('/arbeid/foringer')
  await looksRight(ingrid)

  await ragnhild.goto(path)
  await ragnhild.getByRole('row', { name: /^Nes kommune/ }).waitFor()
  assert.equal(await ragnhild.getByText('Til koordineringsgruppen i mars').count(), 0, 'the note is theirs')
  await looksRight(ragnhild)
})

test('the region gathers an enquiry to two municipalities; one answers, and the list shows who has', async t => {
  const ragnhild = await comes(t, 'Ragnhild Moen', '/arbeid/henvendelser', desk)
  await looksRight(ragnhild)
  await follow(ragnhild, /^Ny henvendelse/)
  await ragnhild.locator('#sporsmal').fill('Hvor mange barn går i åpen barnehage?')
  await ragnhild.locator('#svartype').selectOption({ label: 'Tall' })
  await ragnhild.locator('#frist').fill('2026-12-20')
  for (const name of ['Nes', 'Nannestad']) await ragnhild.getByLabel(name, { exact: true }).check()
  await looksRight(ragnhild)
  await press(ragnhild, 'Lagre')
  await said(ragnhild, 'Når den er sendt, kan den ikke endres.')
  await looksRight(ragnhild)
  await press(ragnhild, 'Send til 2 kommuner')
  await said(ragnhild, '0 av 2 har svart')
  await looksRight(ragnhild)
  const path = new URL(ragnhild.url()).pathname

  const jonas = await comes(t, 'Jonas Holter', path, { ...phone, script: false })
  await jonas.locator('input[name=svar]').fill('mange')
  await press(jonas, 'Send svaret')
  await said(jonas, 'Skriv et tall med siffer')
  assert.equal(await sideways(jonas), 0)
  await jonas.locator('input[name=svar]').fill('17')
  await press(jonas, 'Send svaret')
  await said(jonas, 'Det er lagret.')
  assert.equal(await sideways(jonas), 0)

  await ragnhild.goto('/arbeid/henvendelser/oversikt')
  await looksRight(ragnhild)
  const cell = async (municipality: string) => {
    const heads = await ragnhild.getByRole('columnheader').allInnerTexts()
    const column = heads.findIndex(head => head.includes('Hvor mange barn går i åpen barnehage'))
    const row = ragnhild
      .getByRole('row')
      .filter({ has: ragnhild.getByRole('rowheader', { name: municipality, exact: true }) })
    return (
      await row
        .getByRole('cell')
        .nth(column - 1)
        .innerText()
    ).trim()
  }
  assert.deepEqual([await cell('Nannestad'), await cell('Nes')], ['Svart', 'Ikke svart'])
  await follow(ragnhild, 'Hvor mange barn går i åpen barnehage?')
  await said(ragnhild, '1 av 2 har svart')
  await ragnhild.getByRole('row', { name: /^Nannestad.*17/ }).waitFor()
  await looksRight(ragnhild)
})

test('figures come from a file with a fault in it, and stand beside what lacks and what one wants', async t => {
  const page = await comes(t, 'Ingrid Sørum', '/arbeid/kunnskap', phone)
  await looksRight(page)
  await page.goto('/arbeid/kunnskap/import')
  await looksRight(page)
  const rows = [
    'Indikator;Måleenhet;År;Verdi;Kilde',
    'Elever som leser hver dag;prosent;2025;42,5;Ungdata',
    'Elever som leser hver dag;prosent;25;40;Ungdata',
  ]
  await page.locator('#fil').setInputFiles({
    name: 'tall.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`${rows.join('\r\n')}\r\n`),
  })
  await press(page, 'Se hva som blir lest')
  await said(page, 'Rad 3: Skriv året med fire siffer')
  await looksRight(page)
  await press(page, 'Lagre 1 rad')
  await said(page, 'Elever som leser hver dag')
  await looksRight(page)
  for (const beside of ['/arbeid/pyramide/hull', '/arbeid/mal']) {
    await page.goto(beside)
    const row = page.getByRole('row').filter({ hasText: 'Elever som leser hver dag' })
    await row.getByText('42,5 prosent').waitFor()
    await looksRight(page)
  }
  await page.getByRole('link', { name: 'Elever som leser hver dag' }).click()
  await title(page, 'Elever som leser hver dag')
  await looksRight(page)
})
