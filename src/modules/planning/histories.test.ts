import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stableId } from '#modules/catalogue/index.ts'
import { testApp } from '#test/app.ts'
import { getPage, loginAs } from '#test/client.ts'
import { fileOf, linesOf, tableIn } from '#test/files.ts'
import { send, typedIn } from '#test/service-forms.ts'

// What has happened with what coordinators write is a file with what the page says, read here as a spreadsheet does.

const app = await testApp()
const ingrid = await loginAs(app, 'koordinator-nes')
const jonas = await loginAs(app, 'koordinator-nannestad')
const ragnhild = await loginAs(app, 'regionkoordinator')
const leader = await loginAs(app, 'leder-nes')
const teacher = await loginAs(app, 'larer-nes')

const bare = (cells: string[]) => cells.map(cell => cell.replace(/^'/, ''))

test('the history of a plan, a measure and a step is a file: how it stood and what was changed, by whom and when', async () => {
  const plan = `/arbeid/planer/${stableId('plan nes-forebygging')}`
  const measure = await send(ingrid, `${plan}/tiltak`, `${plan}/tiltak`, {
    tiltak: 'Noe nytt',
    tittel: 'Noe nytt',
  })
  const step = /href="(\/arbeid\/metode\/steg\/[0-9a-f-]{36})"/.exec(
    (await ingrid.get('/arbeid/metode')).html,
  )![1]!
  for (const [page, form, state, to, file] of [
    [plan, `${plan}/endre`, `${plan}/tilstand`, 'adopted', `${plan}/historikk/csv`],
    [measure, `${measure}/endre`, `${measure}/status`, 'started', `${measure}/historikk/csv`],
    [step, `${step}/endre`, `${step}/tilstand`, 'started', `${step}/csv?del=historikk`],
  ] as const) {
    const typed = typedIn((await ingrid.get(form)).html)
    await send(ingrid, form, form, { ...typed, ansvar: '=SUM(1); rådgiver' })
    await send(ingrid, page, state, { tilstand: to, kommentar: '@møte 3' })
    const lines = await fileOf(ingrid, page, file)
    const [last] = lines.filter(line => line['Kommentar'] === "'@møte 3")
    assert.equal(last!['Hvem'], 'Ingrid Sørum')
    assert.match(last!['Dato']!, /^2026-\d\d-\d\d$/)
    const changed = lines.find(line => line['Etter'] === "'=SUM(1); rådgiver")!
    assert.deepEqual([changed['Før'], changed['Hvem']], [typed['ansvar'], 'Ingrid Sørum'], page)
    const shown = (await ingrid.get(page)).html
    assert.ok(shown.includes('=SUM(1); rådgiver') && shown.includes('@møte 3'))
    assert.equal((await teacher.get(file)).status, 200, 'who reads the plans of Nes')
    for (const who of [jonas, ragnhild]) assert.equal((await who.get(file)).status, 404)
  }
})

test('checklists and documents of a round and of a step are files, and the checklist a table', async () => {
  const round = /href="(\/arbeid\/metode\/runder\/[0-9a-f-]{36})\/csv"/.exec(
    (await ingrid.get('/arbeid/metode')).html,
  )![1]!
  const steps = (await ingrid.get(round)).html.matchAll(/href="(\/arbeid\/metode\/steg\/[0-9a-f-]{36})"/g)
  const step = [...steps].at(-1)![1]!
  await send(ingrid, step, `${step}/dokumenter`, { tittel: '-Vedtak', lenke: 'https://nes.example/vedtak' })
  const boxes = [...(await ingrid.get(step)).html.matchAll(/<input[^>]*name="gjort"[^>]*>/g)].map(
    ([tag]) => ({
      item: /value="([a-z0-9-]+)"/.exec(tag)![1]!,
      isDone: tag.includes('checked'),
    }),
  )
  const kjent = boxes.flatMap(({ item, isDone }) => (isDone ? [item] : []))
  const next = boxes.find(({ isDone }) => !isDone)!.item
  await send(ingrid, step, `${step}/sjekkliste`, { kjent, gjort: [...kjent, next] })

  const list = await linesOf(ingrid, step, `${step}/csv`)
  const { html } = await ingrid.get(step)
  assert.deepEqual(tableIn(html, 'Sjekkliste'), list)
  assert.equal(list.length - 1, html.match(/name="gjort"/g)!.length)
  assert.deepEqual(
    list.slice(1).map(cells => cells[2] === 'ja'),
    [...html.matchAll(/<input[^>]*name="gjort"[^>]*>/g)].map(match => match[0].includes('checked')),
  )
  const done = list.find(cells => cells[4] === 'Ingrid Sørum')!
  assert.match(done[3]!, /^2026-\d\d-\d\d$/)
  const all = await linesOf(ingrid, round, `${round}/csv?del=sjekkliste`)
  assert.deepEqual(
    all.filter(cells => cells[1] === list[1]![1]),
    list.slice(1),
  )
  const counts = await fileOf(ingrid, round, `${round}/csv`)
  for (const line of counts) {
    const ofStep = all.filter(cells => cells[1] === Object.values(line)[0])
    assert.deepEqual(
      [ofStep.filter(cells => cells[2] === 'ja').length, ofStep.length].map(String),
      Object.values(line).slice(2, 4),
    )
  }
  for (const [page, file] of [
    [step, `${step}/csv?del=dokumenter`],
    [round, `${round}/csv?del=dokumenter`],
  ] as const) {
    const documents = await fileOf(ingrid, page, file)
    const mine = documents.find(
      line => line['Tittel'] === "'-Vedtak" || Object.values(line)[0] === "'-Vedtak",
    )!
    assert.deepEqual(Object.values(mine).slice(1, 2), ['https://nes.example/vedtak'])
    assert.equal(mine['Hvem'], 'Ingrid Sørum')
  }
  for (const file of [`${step}/csv`, `${round}/csv?del=sjekkliste`, `${round}/csv?del=dokumenter`])
    for (const who of [jonas, ragnhild]) assert.equal((await who.get(file)).status, 404, file)
})

test('all figures of a goal are a table and a file, those that were corrected too, and so is what was changed of its text', async () => {
  const goal = `/arbeid/mal/${stableId('goal nes-trivsel')}`
  const page = (await ingrid.get(goal)).status === 200 ? goal : await firstGoal()
  for (const [verdi, kommentar] of [
    ['12,5', '=1+1'],
    ['-13,5', 'Rettet'],
  ] as const)
    await send(ingrid, page, `${page}/tall`, { ar: '2021', verdi, kommentar })
  await send(ingrid, page, `${page}/tall`, { ar: '2020', verdi: '', kommentar: 'Ikke målt' })
  const lines = await linesOf(ingrid, page, `${page}/csv`)
  assert.deepEqual(
    tableIn((await ingrid.get(page)).html, 'Alle tall som er ført inn').map(bare),
    lines.map(bare),
  )
  const of = (year: string) =>
    lines.filter(cells => cells[0] === year).map(cells => [cells[1], cells[4], cells[5], cells[7]])
  assert.deepEqual(of('2021'), [
    ['-13,5', 'Rettet', 'ja', 'Ingrid Sørum'],
    ['12,5', "'=1+1", 'nei', 'Ingrid Sørum'],
  ])
  assert.deepEqual(
    of('2020'),
    [['', 'Ikke målt', 'nei', 'Ingrid Sørum']],
    'what was taken back does not hold',
  )

  // Who may not enter figures reads what holds: what was said of a figure that was corrected, and by whom, is not for her.
  const read = await linesOf(teacher, page, `${page}/csv`)
  const { html } = await teacher.get(page)
  assert.doesNotMatch(html, /name="verdi"/)
  assert.deepEqual(tableIn(html, 'Alle tall som er ført inn').map(bare), read.map(bare))
  assert.deepEqual(
    read
      .filter(cells => cells[0] === '2021' || cells[0] === '2020')
      .map(cells => [cells[1], cells[4], cells[5], cells[7]]),
    [
      ['', 'Ikke målt', 'nei', 'Ingrid Sørum'],
      ['-13,5', 'Rettet', 'ja', 'Ingrid Sørum'],
      ['12,5', '', 'nei', ''],
    ],
  )
  assert.doesNotMatch(html, /=1\+1/)

  const form = `${page}/endre`
  const before = typedIn((await ingrid.get(form)).html)
  await send(ingrid, form, form, { ...before, ansvar: 'Ny rådgiver' })
  const changes = await fileOf(ingrid, page, `${page}/csv?del=endringer`)
  const changed = changes.find(line => line['Etter'] === 'Ny rådgiver')!
  assert.deepEqual([changed['Før'], changed['Hvem']], [before['ansvar'], 'Ingrid Sørum'])
  assert.match((await ingrid.get(page)).html, /endring(er)? av teksten[\s\S]*Ny rådgiver/)
  for (const del of ['', '?del=endringer']) {
    assert.equal((await teacher.get(`${page}/csv${del}`)).status, 200)
    for (const who of [jonas, ragnhild]) assert.equal((await who.get(`${page}/csv${del}`)).status, 404)
  }
})

const firstGoal = async () =>
  /href="(\/arbeid\/mal\/[0-9a-f-]{36})"/.exec((await ingrid.get('/arbeid/mal')).html)![1]!

test('an indicator, the links to systems and the inhabitants are files with what the page of the place says', async () => {
  const knowledge = await ingrid.get('/arbeid/kunnskap')
  const home = /href="\/arbeid\/kunnskap\/ny\?organisasjon=([0-9a-f-]{36})"/.exec(knowledge.html)![1]!
  const at = `/arbeid/kunnskap?organisasjon=${home}`
  const begin = `/arbeid/kunnskap/ny?organisasjon=${home}`
  const fields = {
    navn: 'Trives',
    maleenhet: 'prosent',
    ar: '2024',
    verdi: '80,5',
    kilde: '=Kilde',
    merknad: '',
  }
  const indicator = await send(ingrid, begin, begin, fields)
  for (const [ar, verdi, merknad] of [
    ['2024', '81', 'Rettet'],
    ['2023', '-70', ''],
    ['2023', '', 'Feil år'],
  ] as const)
    await send(ingrid, indicator, `${indicator}/verdi`, { ar, verdi, kilde: '=Kilde', merknad })
  const values = await fileOf(ingrid, indicator, `${indicator}/csv`)
  assert.deepEqual(
    values.map(line => [line['År'], line['Verdi'], line['Merknad'], line['Gjelder'], line['Hvem']]),
    [
      ['2023', '', 'Feil år', 'nei', 'Ingrid Sørum'],
      ['2023', '-70', '', 'nei', 'Ingrid Sørum'],
      ['2024', '81', 'Rettet', 'ja', 'Ingrid Sørum'],
      ['2024', '80,5', '', 'nei', 'Ingrid Sørum'],
    ],
  )
  assert.equal(values[0]!['Kilde'], "'=Kilde")
  const shown = tableIn((await ingrid.get(indicator)).html, 'Alt som er ført inn').slice(1)
  assert.deepEqual(
    shown.map(cells => [cells[0], cells[3]]),
    values.map(line => [line['År'], line['Merknad']]),
  )

  const links = `/arbeid/kunnskap/lenker?organisasjon=${home}`
  for (const tittel of ['+Kvalitet', 'Borte'])
    await send(ingrid, at, links, { tittel, adresse: 'https://nes.example/kvalitet', slag: 'quality' })
  const removal = [
    ...(await ingrid.get(at)).html.matchAll(/action="([^"]*\/fjerning)"[\s\S]*?<\/form>/g),
  ].find(one => one[0].includes('Borte'))![1]!
  await ingrid.post(removal, {})
  const systems = await linesOf(ingrid, at, `/arbeid/kunnskap/lenker/csv?organisasjon=${home}`)
  const table = tableIn((await ingrid.get(at)).html, 'Kvalitets- og plansystemer')
  assert.deepEqual(
    table.map(cells => cells.slice(0, 3)),
    systems.map(bare),
  )
  assert.deepEqual(
    systems.find(cells => cells[0] === "'+Kvalitet"),
    ["'+Kvalitet", 'Kvalitetssystem', 'https://nes.example/kvalitet'],
  )
  assert.doesNotMatch(JSON.stringify(systems), /Borte/, 'what was taken away is not in it')

  const people = await fileOf(ingrid, at, `/arbeid/kunnskap/csv?organisasjon=${home}&del=innbyggere`)
  const bars = (await ingrid.get(at)).html
  const number = (text: string) => Number(text.replaceAll(/\D/g, ''))
  assert.deepEqual(
    people.slice(0, -1).map(line => [line['Alder'], Number(line['Innbyggere'])]),
    [...bars.matchAll(/<th scope="row">(\d+–\d+ år)<\/th><td class="bars-text">([^<]+)</g)].map(match => [
      match[1],
      number(match[2]!),
    ]),
  )
  for (const file of [
    `${indicator}/csv`,
    `/arbeid/kunnskap/lenker/csv?organisasjon=${home}`,
    `/arbeid/kunnskap/csv?organisasjon=${home}&del=innbyggere`,
  ]) {
    assert.equal((await teacher.get(file)).status, 200)
    for (const who of [jonas, ragnhild]) assert.equal((await who.get(file)).status, 404, file)
  }
})

test('the versions of a description of cooperation are a file, each with what was changed in it', async () => {
  const list = await ingrid.get('/arbeid/samhandling')
  const form = /href="(\/arbeid\/samhandling\/[0-9a-f-]{36})\/endre"/.exec(list.html)![1]!
  assert.equal((await ingrid.get(`${form}/csv`)).status, 404, 'what is not written has no file')
  await send(ingrid, `${form}/endre`, `${form}/endre`, { bidrar: '=Først', tilbyr: 'Råd' })
  await send(ingrid, `${form}/endre`, `${form}/endre`, { bidrar: 'Siden', tilbyr: 'Råd' })
  await send(ingrid, `${form}/endre`, `${form}/endre`, { bidrar: 'Siden', tilbyr: '' })
  const versions = await fileOf(ingrid, form, `${form}/csv`)
  const shown = tableIn((await ingrid.get(form)).html, 'Versjoner').slice(1)
  assert.deepEqual(
    versions.map(line => line['Hva som ble endret']),
    shown.map(cells => cells[2]),
  )
  assert.deepEqual(
    versions.map(line => [
      line['Versjon'],
      line['Hvem'],
      Object.values(line)[4],
      line['Dette kan vi tilby andre'],
    ]),
    [
      ['3', 'Ingrid Sørum', '', ''],
      ['2', 'Ingrid Sørum', 'Siden', ''],
      ['1', 'Ingrid Sørum', "'=Først", 'Råd'],
    ],
  )
  assert.equal(versions[0]!['Hva som ble endret'], 'Dette kan vi tilby andre', 'what was emptied is named')
  assert.equal((await jonas.get(`${form}/csv`)).status, 404)
})

test('the versions of a calculation are a file, and what it comes to at each age', async () => {
  const scenario = /href="(\/arbeid\/verdi\/[0-9a-f-]{36})"/.exec(
    (await leader.get('/arbeid/verdi')).html,
  )![1]!
  await send(ingrid, `${scenario}/endre`, `${scenario}/endre`, {
    ...typedIn((await ingrid.get(`${scenario}/endre`)).html),
    navn: '=Nytt navn',
  })
  const versions = await fileOf(leader, scenario, `${scenario}/csv`)
  const shown = tableIn((await leader.get(scenario)).html, 'Utgaver').slice(1)
  assert.deepEqual(
    versions.map(line => [line['Utgave'], line['Hva som ble endret']]),
    shown.map(cells => [cells[0], cells[2]]),
  )
  assert.deepEqual([versions[0]!['Hvem'], versions[0]!['Navn']], ['Ingrid Sørum', "'=Nytt navn"])
  assert.equal(versions.at(-1)!['Hva som ble endret'], 'Lagret første gang')
  for (const who of [teacher, jonas]) assert.equal((await who.get(`${scenario}/csv`)).status, 404)

  const anybody = { get: (path: string) => getPage(app, path) }
  const page = '/verdi-av-tidlig-innsats?alder=6-9'
  const file = /href="([^"]*del=alder)"/.exec((await anybody.get(page)).html)![1]!.replaceAll('&amp;', '&')
  const ages = await linesOf(anybody, page, file)
  const { html } = await anybody.get(page)
  const digits = (cell: string) => cell.replaceAll(/[\s\u00a0]/g, '').replace('\u2212', '-')
  const table = tableIn(html, 'Det samme tiltaket ved fire aldre, i kroner')
  assert.equal(ages.length, 1 + 4)
  assert.deepEqual(
    ages.slice(1).map(cells => bare(cells).slice(0, 6).map(digits)),
    table.slice(1).map(cells => cells.slice(0, 6).map(digits)),
  )
})
