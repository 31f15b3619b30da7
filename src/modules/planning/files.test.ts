import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import * as z from 'zod'
import { stableId } from '#modules/catalogue/index.ts'
import { sql, value } from '#platform/db/sql.ts'
import { testApp } from '#test/app.ts'
import { loginAs, type LoggedIn, type Page } from '#test/client.ts'
import { fileOf } from '#test/files.ts'
import { hiddenIn } from '#test/service-forms.ts'

// What pages of planning show as lists is a file too, read here as a spreadsheet reads it.

const app = await testApp()

let ragnhild: LoggedIn
let ingrid: LoggedIn
let jonas: LoggedIn
let teacher: LoggedIn
before(async () => {
  ragnhild = await loginAs(app, 'regionkoordinator')
  ingrid = await loginAs(app, 'koordinator-nes')
  jonas = await loginAs(app, 'koordinator-nannestad')
  teacher = await loginAs(app, 'larer-nes')
})

const send = async (
  who: LoggedIn,
  path: string,
  action: string,
  fields: Record<string, string>,
): Promise<Page> => who.post(action, { ...hiddenIn(await who.get(path), action), ...fields })

test('the register of plans is a file, as it is chosen, and so are the measures that are late', async () => {
  const plans = await fileOf(jonas, '/arbeid/planer', '/arbeid/planer/csv')
  assert.deepEqual(
    plans.map(line => line['Navn på planen']),
    plans.map(line => line['Navn på planen']).toSorted((a, b) => a!.localeCompare(b!, 'nb')),
  )
  const plan = plans.find(line => line['Navn på planen']!.includes('tidlig inn'))!
  assert.equal(plan['Organisasjon'], 'Nannestad kommune')
  assert.equal(plan['Tilstand'], 'Vedtatt')
  assert.equal(plan['Tiltak'], '16')
  assert.equal(plan['Forsinket'], '4')
  assert.doesNotMatch(JSON.stringify(plans), /eksempel/, 'the plans of Nes are not hers')
  const late = await fileOf(jonas, '/arbeid/planer', '/arbeid/planer/csv?del=forsinket')
  assert.equal(late.length, 4)
  assert.ok(late.every(line => line['Forsinket'] !== '' && line['Navn på planen'] === plan['Navn på planen']))
  const drafts = await jonas.get('/arbeid/planer/csv?tilstand=draft')
  assert.doesNotMatch(drafts.html, /tidlig inn/)
})

test('what was said in a consultation is a file with what was done with it, and those who have said nothing', async () => {
  const path = `/arbeid/planer/horing/${stableId('consultation nes-oppvekst')}`
  const before = hiddenIn(await ingrid.get(path), `${path}/uttalelse`)
  const said = { gruppe: 'Elevrådet', tekst: '=HYPERLINK("http://x.no";"Trykk")', dato: '2026-11-20' }
  assert.equal((await ingrid.post(`${path}/uttalelse`, { ...before, ...said })).status, 303)
  const { html } = await ingrid.get(`${path}/csv`)
  assert.match(html, /"'=HYPERLINK\(""http/, 'what a person wrote is no formula')
  const lines = await fileOf(teacher, path, `${path}/csv`)
  const mine = lines.find(line => line['På vegne av'] === 'Elevrådet')!
  assert.equal(mine['Gitt'], '2026-11-20')
  assert.equal(mine['Hva ble gjort'], '')
  assert.ok(lines.some(line => line['Hva ble gjort'] !== '' && /^2026-\d\d-\d\d$/.test(line['Skrevet']!)))
  const invited = [...(await ingrid.get(path)).html.matchAll(/<li>([^<]+): ikke svart<\/li>/g)].map(
    one => one[1],
  )
  assert.deepEqual(
    lines.filter(line => line['Gitt'] === 'Ikke svart').map(line => line['På vegne av']),
    invited,
  )
  assert.ok(invited.length > 0)
  for (const who of [jonas, ragnhild]) assert.equal((await who.get(`${path}/csv`)).status, 404)
})

test('concretisations are a file with all that is written on them', async () => {
  const page = '/arbeid/planer/konkretisering'
  const lines = await fileOf(teacher, page, `${page}/csv`)
  const list = await teacher.get(page)
  assert.equal(lines.length, list.html.match(/<th scope="row">/g)?.length)
  const [line] = lines
  assert.equal(line!['Organisasjon'], 'Nes kommune')
  assert.match(line!['Evalueres']!, /^(20\d\d-\d\d-\d\d)?$/)
  assert.ok(Object.values(line!).filter(Boolean).length > 10, JSON.stringify(line))
  assert.doesNotMatch((await jonas.get(`${page}/csv`)).html, /Nes kommune/)
})

test('the sender of a guideline gets who has taken note of it, who has not and when; what was noted only who noted it gets', async () => {
  const blank = await ragnhild.get('/arbeid/foringer/ny')
  const action = /action="(\/arbeid\/foringer\/ny[^"]*)"/.exec(blank.html)![1]!
  const fields = { overskrift: 'Felles rutine', tekst: 'Ha en felles rutine.', kilde: 'Rundskriv' }
  const begun = await ragnhild.post(action, { ...hiddenIn(blank, action), ...fields })
  const id = /[0-9a-f-]{36}/.exec(String(begun.headers['location']))![0]
  const path = `/arbeid/foringer/${id}`
  await send(ragnhild, path, `${path}/publisering`, { utfall: 'published' })
  assert.equal((await send(ingrid, path, `${path}/kvittering`, { merknad: 'Tas opp i mars' })).status, 303)
  await send(ingrid, path, `${path}/kvittering`, { merknad: '@SUM(1)' })

  const all = await fileOf(ragnhild, path, `${path}/csv`)
  const nes = all.filter(line => line['Kommune'] === 'Nes kommune')
  assert.equal(nes.length, 1)
  assert.equal(nes[0]!['Status'], 'Kvittert')
  assert.match(nes[0]!['Dato']!, /^2026-\d\d-\d\d$/)
  const silent = all.filter(line => line['Status'] === 'Ikke kvittert')
  assert.ok(silent.some(line => line['Kommune'] === 'Nannestad' && line['Dato'] === ''))
  const inArea = await app.db.asOwner(tx =>
    value(
      tx,
      z.number(),
      sql`select count(*) from planning.guideline_publication published
          join areas.closure lies on lies.ancestor_code = published.area_code
          join areas.area on area.code = lies.descendant_code and area.kind = 'municipality'
          where published.paper_id = ${id}`,
    ),
  )
  assert.equal(silent.length, inArea - 1, 'each municipality once, Nes among those who have')
  const page = await ragnhild.get(path)
  assert.match(page.html, new RegExp(`${silent.length} kommuner har ikke kvittert`))
  assert.doesNotMatch(JSON.stringify(all), /mars|SUM|Merknad/)
  assert.doesNotMatch((await ragnhild.get('/arbeid/foringer/csv')).html, /mars|SUM/)

  assert.match((await ingrid.get(`${path}/csv`)).html, /\r\nNes kommune;Kvittert;[\d-]+;'@SUM\(1\)\r\n$/)
  const theirs = await fileOf(jonas, path, `${path}/csv`)
  assert.deepEqual(
    theirs.map(line => [line['Kommune'], line['Status'], line['Merknad']]),
    [['Nannestad kommune', 'Ikke kvittert', '']],
  )
  const list = await fileOf(ingrid, '/arbeid/foringer', '/arbeid/foringer/csv')
  const title = /<h1[^>]*>([^<]+)/.exec((await ingrid.get(path)).html)![1]
  const mine = list.find(line => line['Overskrift'] === title)!
  assert.equal(mine['Merknad'], "'@SUM(1)")
  assert.match(mine['Kvittert']!, /^2026-/)
  const own = await fileOf(ragnhild, '/arbeid/foringer', '/arbeid/foringer/csv')
  assert.equal(own.find(line => line['Overskrift'] === title)!['Kommuner som har kvittert'], '1')
})

test('enquiries are a file, and the answers to one; a neighbour gets no answer that is not shared', async () => {
  const list = await ragnhild.get('/arbeid/henvendelser')
  const path = /href="(\/arbeid\/henvendelser\/[0-9a-f-]{36})"/.exec(list.html)![1]!
  const enquiries = await fileOf(ragnhild, '/arbeid/henvendelser', '/arbeid/henvendelser/csv')
  assert.equal(enquiries.length, list.html.match(/<th scope="row">/g)?.length)
  const before = hiddenIn(await ingrid.get(path), `${path}/svar`)
  const kind = await app.db.asOwner(tx =>
    value(
      tx,
      z.string(),
      sql`select answer_kind from planning.enquiry where paper_id = ${path.split('/').at(-1)!}`,
    ),
  )
  const svar = { text: 'Vårt eget svar', number: '4321', 'yes-no': 'yes', link: 'https://eget.example/' }[
    kind
  ]!
  const shown = { text: 'Vårt eget svar', number: /4\s321/, 'yes-no': 'Ja', link: 'https://eget.example/' }[
    kind
  ]!
  assert.equal((await ingrid.post(`${path}/svar`, { ...before, svar })).status, 303)
  const answers = await fileOf(ragnhild, path, `${path}/csv`)
  const nes = answers.find(line => line['Kommune']!.startsWith('Nes'))!
  assert.equal(nes['Status'], 'Svart')
  assert.match(nes['Svar']!, new RegExp(shown))
  assert.match(nes['Svart dato']!, /^2026-/)
  const own = await fileOf(ingrid, path, `${path}/csv`)
  assert.equal(own.length, 1)
  const neighbour = await jonas.get(`${path}/csv`)
  assert.equal(neighbour.status, 200)
  assert.doesNotMatch(neighbour.html, /Nes/)
})

test('saved calculations are a file in whole kroner, and the rounds of the method with what was learnt', async () => {
  const leader = await loginAs(app, 'leder-nes')
  const scenarios = await fileOf(leader, '/arbeid/verdi', '/arbeid/verdi/csv')
  const list = await leader.get('/arbeid/verdi')
  assert.deepEqual(
    scenarios.map(line => line['Navn']),
    [...list.html.matchAll(/href="\/arbeid\/verdi\/[0-9a-f-]{36}">([^<]+)</g)].map(one => one[1]),
  )
  assert.ok(
    scenarios.every(line => /^\d{4,}$/.test(line['Kostnad']!) && line['Organisasjon'] === 'Nes kommune'),
  )
  for (const [index, [, path]] of [
    ...list.html.matchAll(/href="(\/arbeid\/verdi\/[0-9a-f-]{36})">/g),
  ].entries()) {
    const own = /href="([^"]*del=antakelser[^"]*)"/.exec((await leader.get(path!)).html)![1]!
    const assumptions = await fileOf(leader, path!, own.replaceAll('&amp;', '&'))
    const cost = assumptions.find(line => line['Antakelse'] === 'Hva tiltaket koster i alt')!
    assert.equal(scenarios[index]!['Kostnad'], cost['Tall'], 'as in the calculation itself')
  }
  assert.equal((await teacher.get('/arbeid/verdi/csv')).status, 404)
  assert.doesNotMatch((await jonas.get('/arbeid/verdi/csv')).html, /Nes kommune/)

  const home = /href="(\/arbeid\/metode\/runder\/csv[^"]*)"/.exec(
    (await teacher.get('/arbeid/metode')).html,
  )![1]!
  const rounds = await fileOf(teacher, '/arbeid/metode', home)
  assert.deepEqual(
    rounds.map(line => [line['Runde'], line['Avsluttet'] !== '', line['Hva dere har lært'] !== '']),
    [
      ['2', false, false],
      ['1', true, true],
    ],
  )
  assert.equal((await jonas.get(home)).status, 404)
})

test('the yearly report is three files: goals with figures, measures with their plans, and the money of the year', async () => {
  const leader = await loginAs(app, 'leder-nes')
  const page = await leader.get('/arbeid/mal/arsrapport')
  const hrefs = [...page.html.matchAll(/href="(\/arbeid\/mal\/arsrapport\/csv[^"]*)"/g)]
    .map(one => one[1]!.replaceAll('&amp;', '&'))
    .filter(href => !/del=(kort|ferdige)/.test(href))
  assert.equal(hrefs.length, 3)
  const [goals, measures, money] = await Promise.all(
    hrefs.map(href => fileOf(leader, '/arbeid/mal/arsrapport', href)),
  )
  assert.ok(goals!.length > 0 && measures!.length > 0 && money!.length > 0)
  assert.ok(goals!.every(line => page.html.includes(Object.values(line)[0]!)))
  assert.ok(measures!.every(line => page.html.includes(line['Plan']!)))
  const sum = money!.reduce((all, line) => all + Number(line['Kroner']), 0)
  const told = /<strong>Sum<\/strong>[\s\S]*?<strong>([\d\s\u00A0]+)<\/strong>/.exec(page.html)?.[1] ?? '0'
  assert.equal(sum, Number(told.replaceAll(/\s/g, '')))
  assert.equal((await jonas.get(hrefs[0]!)).status, 404)
  const longAgo = hrefs[0]!.replace(/ar=\d+/, 'ar=1950')
  assert.equal((await leader.get(longAgo)).status, 404, 'a year without a report has no file')
})
