import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { listeningApp } from '#test/app.ts'
import { loginAs } from '#test/client.ts'
import { writeService } from '#test/service-forms.ts'
import { axeFindings, desk, phone, sideways, testBrowser, type Looking, type Page } from '#test/browser.ts'

// From the first question to the public page, by those who take part: each in a browser of her own, from the open pages on.

const app = await listeningApp()
const browser = await testBrowser(app.baseUrl)

const [nes, nannestad, eidsvoll] = ['3228', '3238', '3240'] as const

/** Somebody at work opens a page, logs in on the way, and is where she was going. */
async function comes(t: TestContext, name: string, path: string, looking: Looking = desk): Promise<Page> {
  const page = await browser.visit(t, looking)
  await page.goto(path)
  await logIn(page, name)
  return page
}

async function logIn(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Jeg er her på jobb' }).click()
  await page.getByRole('button', { name }).click()
  await page.waitForURL(url => !url.pathname.startsWith('/demo/') && !url.pathname.startsWith('/logg-inn'))
}

/** Nobody is shut out, and nothing lies beyond the edge of the screen. */
async function looksRight(page: Page): Promise<void> {
  assert.deepEqual(await axeFindings(page), [], page.url())
  assert.equal(await sideways(page), 0, page.url())
}

const jobsAreDone = async () => assert.deepEqual((await app.runJobs()).failures, [])
const said = (page: Page, text: string | RegExp) => page.locator('main').getByText(text).first().waitFor()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const title = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name, ...(typeof name === 'string' && { exact: true }) }).waitFor()

/** In which of the municipalities the public finds a service, by its page of the place's search. */
async function foundIn(page: Page, name: string): Promise<string[]> {
  const found: string[] = []
  for (const code of [nes, nannestad, eidsvoll]) {
    await page.goto(`/tilbud?kommune=${code}&q=${encodeURIComponent(name)}`)
    // What is offered from elsewhere when a place has none is no hit, and says so.
    const hits = page.locator('.search-hits > .hits')
    if ((await hits.getByRole('link', { name }).count()) > 0) found.push(code)
  }
  return found
}

/** Writes all that is needed, step by step, as a new user does. */
async function writesSteps(page: Page, places: string): Promise<void> {
  await title(page, 'Hva det er')
  await page.locator('#setning-nb').fill('Vi øver sammen hver torsdag, og du trenger ikke kunne noe.')
  await press(page, 'Lagre og gå videre')
  await title(page, 'Hvem det er for')
  await page.locator('input[name=hvem][value=parents]').check()
  await page.getByLabel('Pyramiderom').selectOption('foreldreveiledning')
  await page.locator('#ord-nb').fill('kveldskafé, møteplass')
  await press(page, 'Lagre og gå videre')
  await title(page, 'Hvor det gjelder')
  await page.getByLabel('Flere steder').fill(places)
  await press(page, 'Lagre og gå videre')
  await title(page, 'Slik får du det')
  await page.locator('input[name=tilgang]').first().check()
  await page.locator('#gjor-nb').fill('Bare kom.')
  await page.locator('input[name=pris]').first().check()
  await press(page, 'Lagre og gå videre')
  await title(page, 'Kontakt, steder og tider')
  await page.locator('#telefon-1-nummer').fill('63 91 10 00')
  await page.locator('#sted-1-navn').fill('Grendehuset')
  await page.locator('#sted-1-kommune').fill('Nes')
  await press(page, 'Lagre og gå videre')
  await title(page, 'Lov og kvalitet')
  await press(page, 'Lagre og gå videre')
  await title(page, 'Språk side om side')
  await page.locator('#navn-nn').fill('Kveldskafé for foreldre')
  await page.locator('#setning-nn').fill('Vi øver saman kvar torsdag, og du treng ikkje kunne noko.')
  await press(page, 'Lagre og gå videre')
}

test('a voluntary organisation asks to join, is let in, writes a service, and it shows where coordinators agreed and nowhere else', async t => {
  // The organisation on a phone without JavaScript, the coordinators at their desks.
  const applicant = await browser.visit(t, { ...phone, script: false })
  await applicant.goto('/bli-med')
  await applicant.getByLabel('Frivillig', { exact: true }).check()
  await applicant.getByLabel('Navn på organisasjonen').fill('Romerike kveldskafé')
  await applicant.getByLabel('Organisasjonsnummer').fill('974760673')
  await applicant.locator('#sted').selectOption(nes)
  await applicant.locator('#om').fill('Vi holder kafé for foreldre hver torsdag.')
  await applicant.locator('#kontakt').fill('Geir Lund')
  await applicant.locator('#epost').fill('geir.lund@example.no')
  await press(applicant, 'Send søknaden')
  await said(applicant, /Dere får svar på e-post/)

  const coordinator = await comes(t, 'Ingrid Sørum', '/arbeid')
  await coordinator.getByRole('link', { name: 'Romerike kveldskafé' }).click()
  await looksRight(coordinator)
  await press(coordinator, 'Ta opp organisasjonen')
  await said(coordinator, /Romerike kveldskafé er tatt opp/)
  await looksRight(coordinator)
  await jobsAreDone()

  // The mail, its link, and the first login.
  await applicant.goto('/demo/post')
  await applicant.getByRole('link', { name: /Romerike kveldskafé/ }).click()
  await applicant.locator('.mail-text a').click()
  await logIn(applicant, 'Geir Lund')
  await press(applicant, 'Ta imot rollene')
  await applicant.waitForURL('**/arbeid')
  await applicant.getByRole('link', { name: 'Registrer et nytt tilbud' }).first().click()
  await applicant.locator('#navn').fill('Kveldskafé for foreldre')
  await press(applicant, 'Begynn')
  await writesSteps(applicant, 'Nes, Nannestad')
  await said(applicant, 'Alt som må være med, er på plass.')
  await applicant.getByRole('link', { name: 'Publiser', exact: true }).click()
  await said(applicant, /blir disse spurt om tilbudet kan vises hos dem: Nes.*Nannestad/)
  await press(applicant, 'Publiser')
  await said(applicant, /De som er spurt, ser det på arbeidsbordet sitt/)
  await said(applicant, 'Nannestad: venter på svar')
  await jobsAreDone()
  const anybody = await browser.visit(t, phone)
  assert.deepEqual(await foundIn(anybody, 'Kveldskafé for foreldre'), [], 'nobody has agreed')

  // Nes approves, Nannestad has not answered.
  await coordinator.goto('/arbeid')
  await coordinator.getByRole('link', { name: 'Kveldskafé for foreldre' }).click()
  await coordinator.getByRole('link', { name: 'Se det slik alle vil se det' }).click()
  await said(coordinator, 'Grendehuset')
  await looksRight(coordinator)
  await coordinator.goBack()
  await looksRight(coordinator)
  await press(coordinator, 'Ja, vis det hos oss')
  await said(coordinator, /vises nå i Nes/)
  await jobsAreDone()
  assert.deepEqual(await foundIn(anybody, 'Kveldskafé for foreldre'), [nes])

  // A neighbour accepts coverage, on a phone.
  const neighbour = await comes(t, 'Jonas Holter', '/arbeid/dekning', phone)
  await neighbour.getByRole('link', { name: 'Kveldskafé for foreldre' }).click()
  await looksRight(neighbour)
  await press(neighbour, 'Ja, vis det hos oss')
  await said(neighbour, /vises nå i Nannestad/)
  await looksRight(neighbour)
  await jobsAreDone()
  assert.deepEqual(await foundIn(anybody, 'Kveldskafé for foreldre'), [nes, nannestad])
  await anybody.goto(`/tilbud?kommune=${nannestad}&q=kveldskaf%C3%A9`)
  await anybody.locator('main').getByRole('link', { name: 'Kveldskafé for foreldre' }).first().click()
  await said(anybody, 'Romerike kveldskafé')
  await looksRight(anybody)
  await applicant.reload()
  await said(applicant, 'Nannestad: ja')
})

test('an editor confirms a service from the mail that reminds her, by keys alone', async t => {
  const id = await app.db.asOwner(async tx => {
    await tx.query({ text: `update catalogue.service set confirm_by = '2040-01-01'` })
    const { rows } = await tx.query({
      text: `update catalogue.service set confirm_by = '2026-11-23' where id = (
               select service.id from catalogue.service join organizations.organization owner on owner.id = owner_id
               where owner.key = 'nes-kommune' order by service.id limit 1) returning id::text`,
    })
    return String(rows[0]!['id'])
  })
  assert.deepEqual((await app.runJobs({ at: new Date('2026-11-23T07:00:00Z') })).failures, [])
  const page = await browser.visit(t, { ...desk, script: false })
  await page.goto('/demo/post')
  await page
    .getByRole('link', { name: /bekreft/i })
    .first()
    .focus()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/demo/post/*')
  await page.locator(`.mail-text a[href*="${id}"]`).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Jeg er her på jobb' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Kari Myhre' }).focus()
  await page.keyboard.press('Enter')
  await title(page, /fortsatt\?$/)
  assert.match(page.url(), new RegExp(`/arbeid/tilbud/${id}/bekreftelse$`))
  // From the top of the page by Tab until the button, as keys go.
  const button = page.getByRole('button', { name: 'Bekreft at alt stemmer' })
  for (let n = 0; n < 60 && !(await button.evaluate(node => node === document.activeElement)); n++)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await said(page, 'Takk! Det er bekreftet.')
  await jobsAreDone()
  await page.getByRole('link', { name: 'Se den offentlige siden' }).focus()
  await page.keyboard.press('Enter')
  await said(page, /22\. november 2026/)
})

test('a publisher sends a service back with a reason; who wrote it sees it, mends it and it is published', async t => {
  const admin = await loginAs(app, 'admin-nes')
  const service = `/arbeid/tilbud/${await writeService(app, admin, 'Kafé for fedre', 'nes-kommune', 'Nes')}`
  const writer = await comes(t, 'Bjørn Tveit', service)
  await writer.getByLabel(/Melding til den som skal se på det/).fill('Er dette godt nok?')
  await press(writer, 'Send til gjennomgang')
  await said(writer, /Sendt\. De som kan publisere hos dere/)
  await looksRight(writer)

  const publisher = await comes(t, 'Kari Myhre', '/arbeid', phone)
  await publisher.locator(`a[href="${service}"]`).click()
  await said(publisher, 'Er dette godt nok?')
  await press(publisher, 'Send tilbake')
  await publisher.getByRole('link', { name: 'Skriv hvorfor.' }).click()
  await publisher.keyboard.type('Skriv når dere møtes')
  await press(publisher, 'Send tilbake')
  await said(publisher, /Sendt tilbake\./)
  await looksRight(publisher)

  await writer.goto('/arbeid')
  await writer.locator(`a[href="${service}"]`).click()
  await said(writer, 'Skriv når dere møtes')
  await looksRight(writer)
  await writer.getByRole('link', { name: /Kontakt, steder og tider/ }).click()
  await writer.locator('#tid-1-dager').check()
  await writer.locator('#tid-1-apner').fill('18')
  await writer.locator('#tid-1-stenger').fill('20')
  await press(writer, 'Lagre og bli her')
  await said(writer, 'Lagret.')
  await writer.getByRole('link', { name: 'Tilbake til stegene' }).click()
  await press(writer, 'Send til gjennomgang')

  await publisher.goto(service)
  await press(publisher, 'Godkjenn')
  await said(publisher, /Godkjent\./)
  await publisher.getByRole('link', { name: 'Publiser', exact: true }).click()
  await press(publisher, 'Publiser')
  await said(publisher, /Publisert\. Det tar noen sekunder/)
  await jobsAreDone()
  await publisher.goto(service)
  await publisher.getByRole('link', { name: 'Se den offentlige siden' }).click()
  await said(publisher, '18–20')
})
