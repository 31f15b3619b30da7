import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { stableId } from '#modules/catalogue/index.ts'
import { testApp } from '#test/app.ts'
import { getPage, loginAs, type LoggedIn, type Page } from '#test/client.ts'
import { hiddenIn, location } from '#test/service-forms.ts'

const app = await testApp()
let ingrid: LoggedIn
before(async () => {
  ingrid = await loginAs(app, 'koordinator-nes')
})
const idIn = (page: Page) =>
  /([0-9a-f-]{36})/.exec(location(page))?.[1] ?? assert.fail(page.html.slice(0, 3000))

test('anybody sees what an early intervention may save: the child first, then the answer, and every assumption with where it is from', async () => {
  const page = await getPage(app, '/verdi-av-tidlig-innsats?rente=0&start=2020')
  assert.equal(page.status, 200)
  assert.ok(page.html.indexOf('Barnet kommer først') < page.html.indexOf('Svaret'))
  assert.match(page.html, /ved 3–5 år, kan det spare om lag 16 millioner kroner mer enn det koster/)
  for (const [age, net] of [
    ['3–5', '16 020 000'],
    ['6–9', '9 961 600'],
    ['10–12', '4 951 600'],
    ['13–15', '2 009 600'],
  ])
    assert.match(plain(page.html), new RegExp(`${age} år.*?${net}`), age)
  assert.match(page.html, /Vår antakelse/)
  assert.match(page.html, /R-109\/2021/)
  assert.match(page.html, /<svg viewBox="0 0 720 320" role="img" aria-label="Linje over/)
  assert.match((await getPage(app, '/en/verdi-av-tidlig-innsats')).html, /The child comes first/)
  assert.match((await getPage(app, '/nn/verdi-av-tidlig-innsats')).html, /Barnet kjem først/)
})
const plain = (html: string) => html.replaceAll(/\u00a0|&nbsp;/g, ' ').replaceAll('\n', ' ')

test('an assumption is changed in the form, all of it stands in the address, and the page says what was changed', async () => {
  const page = await getPage(app, '/verdi-av-tidlig-innsats?alder=6-9&barnevern=400+000&rente=2,5')
  assert.match(page.html, /Endret av deg/)
  assert.match(plain(page.html), /\(var 800 000 kroner\)/)
  assert.match(plain(page.html), /id="barnevern"[^>]*value="400 000"/)
  assert.match(
    page.html,
    /\/verdi-av-tidlig-innsats\/csv\?alder=6-9&amp;start=2026&amp;rente=2.5&amp;barnevern=400000/,
  )
})

test('what is no number comes back with words, as it was typed, and nothing is worked out', async () => {
  const page = await getPage(app, '/verdi-av-tidlig-innsats?kostnad=masse&hoy=90')
  assert.equal(page.status, 422)
  assert.match(page.html, /href="#kostnad"/)
  assert.match(plain(page.html), /Hva tiltaket koster i alt: skriv et tall fra 0 til 10 000 000 000/)
  assert.match(page.html, /value="masse"/)
  assert.match(page.html, /<details class="ds-details" open/, 'what is wrong is not hidden')
  assert.doesNotMatch(page.html, /Svaret/)
  assert.equal((await getPage(app, '/verdi-av-tidlig-innsats/csv?kostnad=masse')).status, 303)
  const endless = await getPage(app, '/verdi-av-tidlig-innsats?varighet=999999999999')
  assert.equal(endless.status, 422, 'a number without end is answered like any other that is wrong')
  assert.match(endless.html, /id="varighet"[^>]*value="999999999999"/)
})

test('the same is a file: a line for each year, and the assumptions with their reasons', async () => {
  const years = (await getPage(app, '/verdi-av-tidlig-innsats/csv?rente=0&start=2020')).html
    .trim()
    .split('\r\n')
  assert.equal(years.length, 1 + 24)
  assert.match(years[1]!, /^2020;4;0;0;0;0;0;0;-750000;-750000;/)
  assert.match(years.at(-1)!, /^2043;27;0;150000;0;50000;150000;130000;0;480000;480000;.*;16020000;/)
  const assumptions = await getPage(app, '/verdi-av-tidlig-innsats/csv?rente=2,5&del=antakelser')
  assert.match(assumptions.html, /Rente;2,5;prosent;Endret av deg;/)
})

test('a coordinator saves a calculation, and saves it again with other figures; both versions stay', async () => {
  const open = await getPage(app, '/verdi-av-tidlig-innsats?kostnad=1000000')
  const way = /href="(\/arbeid\/verdi\/ny[^"]*)"/.exec(open.html)![1]!.replaceAll('&amp;', '&')
  const form = await ingrid.get(way)
  assert.match(form.html, /de som leder hos Nes kommune/)
  const action = /action="(\/arbeid\/verdi\/ny[^"]*)"/.exec(form.html)![1]!
  const sent = { ...hiddenIn(form, action), navn: 'Foreldrekurs', om: 'Til budsjettet' }
  const [first, again] = [await ingrid.post(action, sent), await ingrid.post(action, sent)]
  assert.equal(first.status, 303, first.html.slice(0, 2000))
  assert.equal(idIn(first), idIn(again), 'sent twice, it is one')
  const path = `/arbeid/verdi/${idIn(first)}`
  assert.match(plain((await ingrid.get(path)).html), /1 000 000 kroner/)

  const other = `${path}/endre?tall=${encodeURIComponent('alder=6-9,start=2026,kostnad=2000000')}`
  const edit = await ingrid.get(other)
  const saved = await ingrid.post(`${path}/endre`, {
    ...hiddenIn(edit, `${path}/endre`),
    navn: 'Foreldrekurs',
    om: 'Til budsjettet',
  })
  assert.equal(saved.status, 303)
  const page = plain((await ingrid.get(path)).html)
  assert.match(
    page,
    /Alder: 3–5 år til 6–9 år\. Hva tiltaket koster i alt: 1 000 000 kroner til 2 000 000 kroner/,
  )
  assert.match(page, /Lagret første gang/)
  const wrong = await ingrid.post(`${path}/endre`, {
    ...hiddenIn(edit, `${path}/endre`),
    submission: crypto.randomUUID(),
    revision: '1',
    navn: 'x',
    tall: 'kostnad=masse',
  })
  assert.equal(wrong.status, 422)
})

test('who leads reads what is saved; who works in a unit does not, nor anybody elsewhere', async () => {
  const path = `/arbeid/verdi/${stableId('scenario nes-foreldreveiledning')}`
  for (const key of ['leder-nes', 'admin-nes']) {
    const page = await (await loginAs(app, key)).get(path)
    assert.equal(page.status, 200, key)
    assert.doesNotMatch(page.html, /Endre navn og tekst/)
  }
  const nannestad = await (await loginAs(app, 'koordinator-nannestad')).get(path)
  const teacher = await (await loginAs(app, 'larer-nes')).get(path)
  assert.deepEqual([nannestad.status, teacher.status], [404, 404])
})

test('a saved calculation goes along with a measure of a plan', async () => {
  const id = stableId('scenario nes-foreldreveiledning')
  const plan = stableId('plan nes-forebygging')
  const form = await ingrid.get(`/arbeid/planer/ta-inn?slag=scenario&nokkel=${id}&omrade=3228&plan=${plan}`)
  assert.match(form.html, /Regnestykke: Foreldreveiledning for alle \(eksempel\)/)
})
