import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app.ts'
import { getPage, loginAs } from '#test/client.ts'
import { publish, saveStep, writeService } from '#test/service-forms.ts'

const app = await testApp()
const kari = await loginAs(app, 'redaktor-nes')

test('a service says who gives it and who pays, by name or number, and the public sees it', async () => {
  const id = await writeService(app, kari, 'Kveldstur for unge', 'nes-kommune', 'Nes')
  const step = `/arbeid/tilbud/${id}/steg/lov`
  const { number } = await app.db.asOwner(async tx => {
    const { rows } = await tx.query({
      text: `select organization_number as number from organizations.organization where key = 'akershus-fylkeskommune'`,
    })
    return { number: String(rows[0]!['number']) }
  })
  const empty = await kari.get(step)
  assert.match(empty.html, /Hvem som leverer og betaler/)
  assert.match(empty.html, /<datalist id="forslag-organizations">/)

  const wrong = await saveStep(kari, id, 'lov', {
    'part-1-rolle': 'funds',
    'part-1-organisasjon': 'En organisasjon som ingen kjenner',
  })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /Vi fant ingen, eller flere, med dette navnet/)
  assert.match(wrong.html, /value="En organisasjon som ingen kjenner"/)

  const saved = await saveStep(kari, id, 'lov', {
    'part-1-rolle': 'funds',
    'part-1-organisasjon': number.replace(/(...)(...)(...)/, '$1 $2 $3'),
    'part-2-rolle': 'delivers',
    'part-2-organisasjon': 'Helsestasjonen (Nes kommune)',
  })
  assert.equal(saved.status, 303, saved.html)
  const again = await kari.get(step)
  assert.match(again.html, /value="Akershus fylkeskommune"/)
  assert.match(again.html, /value="Helsestasjonen \(Nes kommune\)"/)
  assert.match((await kari.get(`/arbeid/tilbud/${id}/historikk`)).html, /organisasjonsnummer: Helsestasjonen/)

  // Another in the unit's place: the unit does not stay behind.
  await saveStep(kari, id, 'lov', {
    'part-1-rolle': 'funds',
    'part-1-organisasjon': 'akershus fylkeskommune',
    'part-2-rolle': 'delivers',
    'part-2-organisasjon': 'Nannestad kommune',
  })
  assert.equal((await publish(kari, id)).status, 303)
  assert.deepEqual((await app.runJobs()).failures, [])
  const shown = await getPage(app, `/tilbud/${id}/kveldstur-for-unge`)
  assert.match(shown.html, /Akershus fylkeskommune/)
  assert.match(shown.html, /Nannestad kommune/)
  assert.doesNotMatch(shown.html, /Helsestasjonen</)
})

test('the text beside a telephone number can be said in each language', async () => {
  const id = await writeService(app, kari, 'Morgentur for unge', 'nes-kommune', 'Nes')
  await saveStep(kari, id, 'kontakt', {
    'telefon-1-nummer': '63 91 10 00',
    'telefon-1-slag': 'voice',
    'telefon-1-hvem': 'Vakten',
    'telefon-1-hvem-nn': 'Vakta',
    'telefon-1-hvem-en': 'The person on duty',
    'lenke-1-adresse': 'www.nes.kommune.no',
    'lenke-1-slag': 'website',
    'lenke-1-tekst': 'Les mer',
    'lenke-1-tekst-en': 'Read more about it',
  })
  assert.match((await kari.get(`/arbeid/tilbud/${id}/steg/kontakt`)).html, /value="The person on duty"/)
  assert.equal((await publish(kari, id)).status, 303)
  assert.deepEqual((await app.runJobs()).failures, [])
  const page = `/tilbud/${id}/morgentur-for-unge`
  assert.match((await getPage(app, page)).html, /Vakten/)
  assert.match((await getPage(app, `/nn${page}`)).html, /Vakta/)
  const english = (await getPage(app, `/en${page}`)).html
  assert.match(english, /The person on duty/)
  assert.match(english, /Read more about it/)
  const hsds = (await app.server.inject(`/api/hsds/services/${id}`)).json<{
    phones: { description: string }[]
  }>()
  assert.equal(hsds.phones[0]!.description, 'Vakten')
})
