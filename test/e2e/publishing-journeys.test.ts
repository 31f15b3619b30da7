import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listeningApp } from '#test/app.ts'
import { loginAs } from '#test/client.ts'
import { publish, writeService } from '#test/service-forms.ts'
import { desk, phone, testBrowser, type Page } from '#test/browser.ts'
import { keys, pointing } from '#test/hands.ts'
import { button, comes, foundIn, logIn, looksRight, said, title, writesSteps } from '#test/journey.ts'

// From the first question to the public page, by those who take part: each in a browser of her own, from the open pages on.

const app = await listeningApp()
const browser = await testBrowser(app.baseUrl)

const [nes, nannestad, eidsvoll] = ['3228', '3238', '3240'] as const

const jobsAreDone = async () => assert.deepEqual((await app.runJobs()).failures, [])
const press = (page: Page, name: string) => button(page, name).click()
const found = (page: Page, name: string) => foundIn(page, name, [nes, nannestad, eidsvoll])

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

  const coordinator = await comes(browser, t, 'Ingrid Sørum', '/arbeid')
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
  await writesSteps(applicant, { name: 'Kveldskafé for foreldre', places: 'Nes, Nannestad' })
  await said(applicant, 'Alt som må være med, er på plass.')
  await applicant.getByRole('link', { name: 'Publiser', exact: true }).click()
  await said(applicant, /blir disse spurt om tilbudet kan vises hos dem: Nes.*Nannestad/)
  await press(applicant, 'Publiser')
  await said(applicant, /De som er spurt, ser det på arbeidsbordet sitt/)
  await said(applicant, 'Nannestad: venter på svar')
  await jobsAreDone()
  const anybody = await browser.visit(t, phone)
  assert.deepEqual(await found(anybody, 'Kveldskafé for foreldre'), [], 'nobody has agreed')

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
  assert.deepEqual(await found(anybody, 'Kveldskafé for foreldre'), [nes])

  // A neighbour accepts coverage, on a phone.
  const neighbour = await comes(browser, t, 'Jonas Holter', '/arbeid/dekning', { looking: phone })
  await neighbour.getByRole('link', { name: 'Kveldskafé for foreldre' }).click()
  await looksRight(neighbour)
  await press(neighbour, 'Ja, vis det hos oss')
  await said(neighbour, /vises nå i Nannestad/)
  await looksRight(neighbour)
  await jobsAreDone()
  assert.deepEqual(await found(anybody, 'Kveldskafé for foreldre'), [nes, nannestad])
  await anybody.goto(`/tilbud?kommune=${nannestad}&q=kveldskaf%C3%A9`)
  await anybody.locator('main').getByRole('link', { name: 'Kveldskafé for foreldre' }).first().click()
  await said(anybody, 'Romerike kveldskafé')
  await looksRight(anybody)
  await applicant.reload()
  await said(applicant, 'Nannestad: ja')
})

/** Of all services one is to be confirmed, tomorrow: of Nes. @returns its id */
const onlyOneIsDue = () =>
  app.db.asOwner(async tx => {
    await tx.query({ text: `update catalogue.service set confirm_by = '2040-01-01'` })
    const { rows } = await tx.query({
      text: `update catalogue.service set confirm_by = '2026-11-23' where id = (
               select service.id from catalogue.service join organizations.organization owner on owner.id = owner_id
               where owner.key = 'nes-kommune' order by service.id limit 1) returning id::text`,
    })
    return String(rows[0]!['id'])
  })

test('an editor confirms a service from the mail that reminds her, by keys alone', async t => {
  const id = await onlyOneIsDue()
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
  await keys.press(page.getByRole('button', { name: 'Bekreft at alt stemmer' }))
  await said(page, 'Takk! Det er bekreftet.')
  await jobsAreDone()
  await page.getByRole('link', { name: 'Se den offentlige siden' }).focus()
  await page.keyboard.press('Enter')
  await said(page, /22\. november 2026/)
})

test('a publisher sends a service back with a reason; who wrote it sees it, mends it and it is published', async t => {
  const admin = await loginAs(app, 'admin-nes')
  const service = `/arbeid/tilbud/${await writeService(app, admin, 'Kafé for fedre', 'nes-kommune', 'Nes')}`
  const writer = await comes(browser, t, 'Bjørn Tveit', service)
  await writer.getByLabel(/Melding til den som skal se på det/).fill('Er dette godt nok?')
  await press(writer, 'Send til gjennomgang')
  await said(writer, /Sendt\. De som kan publisere hos dere/)
  await looksRight(writer)

  const publisher = await comes(browser, t, 'Kari Myhre', '/arbeid', { looking: phone })
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

test('by keys alone: a service is written, looked at, published, accepted by a neighbour, and shows in both and no third', async t => {
  const name = 'Turgruppe for småbarnsfamilier'
  const writer = await comes(browser, t, 'Bjørn Tveit', '/arbeid', { hands: keys })
  await keys.press(writer.getByRole('link', { name: 'Registrer et nytt tilbud' }).first())
  await keys.select(writer.locator('#sted'), 'Nes kommune')
  await keys.fill(writer.locator('#navn'), name)
  await keys.press(button(writer, 'Begynn'))
  await writesSteps(writer, { name, places: 'Nes, Nannestad', hands: keys })
  await said(writer, 'Alt som må være med, er på plass.')
  const service = new URL(writer.url()).pathname
  await keys.fill(writer.getByLabel(/Melding til den som skal se på det/), 'Ser du på denne?')
  await keys.press(button(writer, 'Send til gjennomgang'))
  await said(writer, /Sendt\. De som kan publisere hos dere/)

  const publisher = await comes(browser, t, 'Kari Myhre', '/arbeid', { hands: keys })
  await keys.press(publisher.locator(`main a[href="${service}"]`).first())
  await said(publisher, 'Ser du på denne?')
  await keys.press(button(publisher, 'Godkjenn'))
  await said(publisher, /Godkjent\./)
  await keys.press(publisher.getByRole('link', { name: 'Publiser', exact: true }))
  await said(publisher, /blir disse spurt om tilbudet kan vises hos dem: Nannestad/)
  await keys.press(button(publisher, 'Publiser'))
  await said(publisher, 'Nannestad: venter på svar')
  await jobsAreDone()

  const neighbour = await comes(browser, t, 'Jonas Holter', '/arbeid', { hands: keys })
  await keys.press(neighbour.getByRole('link', { name }).first())
  await keys.press(button(neighbour, 'Ja, vis det hos oss'))
  await said(neighbour, /vises nå i Nannestad/)
  await jobsAreDone()
  const anybody = await browser.visit(t, phone)
  assert.deepEqual(await found(anybody, name), [nes, nannestad])
})

for (const { way, looking, name } of [
  { way: 'at a desk', looking: desk, name: 'Svømmekurs på tvers' },
  { way: 'on a phone without JavaScript', looking: { ...phone, script: false }, name: 'Sykkelkurs på tvers' },
]) {
  test(`a neighbouring municipality accepts a service's coverage from its work desk, ${way}: it shows there and in no third`, async t => {
    const kari = await loginAs(app, 'redaktor-nes')
    const id = await writeService(app, kari, name, 'nes-kommune', 'Nes, Nannestad')
    assert.equal((await publish(kari, id)).status, 303)
    await jobsAreDone()
    const anybody = await browser.visit(t, phone)
    assert.deepEqual(await found(anybody, name), [nes], 'Nannestad has not answered')

    const neighbour = await comes(browser, t, 'Jonas Holter', '/arbeid', { looking })
    if (looking === desk) await looksRight(neighbour)
    await pointing.press(neighbour.getByRole('link', { name }).first())
    await said(neighbour, 'Nes kommune')
    if (looking === desk) await looksRight(neighbour)
    await press(neighbour, 'Ja, vis det hos oss')
    await said(neighbour, /vises nå i Nannestad/)
    if (looking === desk) await looksRight(neighbour)
    await jobsAreDone()
    assert.deepEqual(await found(anybody, name), [nes, nannestad])
    await neighbour.goto('/arbeid')
    assert.equal(await neighbour.getByRole('link', { name }).count(), 0, 'it waits no longer')
    assert.match((await kari.get(`/arbeid/tilbud/${id}`)).html, /Nannestad: ja/)
  })
}

test('an editor confirms from her list on a phone', async t => {
  const id = await onlyOneIsDue()
  const editor = await comes(browser, t, 'Kari Myhre', '/arbeid/tilbud?frist=ja', { looking: phone })
  await looksRight(editor)
  await editor.locator(`form[action="/arbeid/tilbud/${id}/bekreftelse"] button`).click()
  await editor.waitForURL(/bekreftet=ja/)
  await said(editor, /bekreftet/)
  await looksRight(editor)
})
