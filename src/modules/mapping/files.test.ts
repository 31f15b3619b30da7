import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { exec, sql } from '#platform/db/sql.ts'
import { testApp } from '#test/app.ts'
import { loginAs } from '#test/client.ts'
import { fileOf, linesOf, tableIn } from '#test/files.ts'
import { idIn, roundScene } from '#test/round-scene.ts'

// What the pages of mapping list is a table there, and a file, read here as a spreadsheet reads it.

const app = await testApp()
const scene = await roundScene(app)
const { ingrid, kari, nurse, tove, ola, jonas, clinic, school, kindergartens, open, owner } = scene
const round = idIn((await open([clinic, school, kindergartens])).to)
const clinicTasks = await scene.respondentOf(round, clinic)
const schoolTasks = await scene.respondentOf(round, school)
const page = `/arbeid/kartlegging/${round}`
const tasks = `/arbeid/kartlegging/svar/${clinicTasks}`

test('the tasks of a unit are a file with what it has said, as in the table of its page; drafts are not in it', async () => {
  const first = await nurse.get(tasks)
  const [room, other] = [...first.html.matchAll(/id="rom-([a-z0-9-]+)"/g)].map(match => match[1]!)
  const service = /id="tilbud-([0-9a-f-]{36})"/.exec(first.html)![1]!
  const because = { hva: 'rom', id: room!, grunn: 'no-means', tekst: '=1+1; ingen penger' }
  const question = await scene.questionOf(round, 1)
  for (const form of [
    because,
    { hva: 'tilbud', id: service, tekst: '' },
    { hva: 'sporsmal', id: question, tekst: 'To linjer.\nMed "anførsel".' },
  ])
    assert.equal((await nurse.post(tasks, form)).status, 303)
  const draft = { submission: randomUUID(), sted: clinic, navn: 'Noe helt nytt', rom: other! }
  assert.equal((await kari.post('/arbeid/tilbud/nytt', draft)).status, 303)

  const { html } = await nurse.get(tasks)
  const table = tableIn(html, 'Oppgavene')
  const file = await linesOf(nurse, tasks, `${tasks}/csv`)
  assert.deepEqual(
    file,
    table.map(cells => cells.map(cell => cell.replace(/^=/, "'="))),
  )
  const rows = html.match(/id="(tilbud|rom|sporsmal)-/g)!.length
  assert.equal(file.length - 1, rows, 'every task is a line')
  const of = (what: string, status: string) => file.find(cells => cells[1] === what && cells[2] === status)
  assert.deepEqual(of('Ansvar uten tilbud', 'Vi har ingen')!.slice(3), [
    'Vi har ikke folk eller penger',
    "'=1+1; ingen penger",
    '2026-11-22',
  ])
  assert.equal(of('Tilbud', 'Ikke vårt')![5], '2026-11-22')
  assert.equal(of('Spørsmål', 'Besvart')![4], 'To linjer.\nMed "anførsel".')
  assert.ok(of('Tilbud', 'Ikke gjennomgått') && of('Ansvar uten tilbud', 'Ikke besvart'))
  assert.match((await kari.get(tasks)).html, /Noe helt nytt/)
  assert.doesNotMatch((await kari.get(`${tasks}/csv`)).html, /Noe helt nytt/)

  assert.equal((await ingrid.get(`${tasks}/csv`)).status, 200)
  for (const who of [ola, jonas]) assert.equal((await who.get(`${tasks}/csv`)).status, 404)
  assert.equal((await nurse.get(`/arbeid/kartlegging/svar/${schoolTasks}/csv`)).status, 404)
})

test('suggestions, findings and those who are not asked are tables and files; suggestions only to who runs the round', async () => {
  const before = await linesOf(ingrid, page, `${page}/forslag/csv`)
  assert.deepEqual(tableIn((await ingrid.get(page)).html, 'Forslag til funn'), before)
  assert.ok(before.length > 8, 'also those that are a press away')
  const origin = /\/funn\?forslag=([^"]+)/.exec((await ingrid.get(page)).html)![1]!
  const finding = {
    submission: randomUUID(),
    slag: 'need',
    rom: '',
    tittel: '@SUM(A1)',
    tekst: 'Sagt av flere.',
  }
  const made = await ingrid.post(`${page}/funn`, { ...finding, forslag: decodeURIComponent(origin) })
  assert.equal(made.status, 303)
  const after = await linesOf(ingrid, page, `${page}/forslag/csv`)
  assert.equal(after.length, before.length - 1, 'what is a finding is no suggestion')

  const findings = await linesOf(ingrid, page, `${page}/funn/csv`)
  assert.deepEqual(
    tableIn((await ingrid.get(page)).html, 'Funn').map(cells => cells.map(cell => cell.replace(/^@/, "'@"))),
    findings,
  )
  assert.deepEqual(findings[1]!.slice(0, 4), ['Behov', '', "'@SUM(A1)", 'Sagt av flere.'])

  const { html } = await ingrid.get(page)
  const listed = /Andre som har tilbud her \(\d+\)[\s\S]*?<ul>([\s\S]*?)<\/ul>/.exec(html)![1]!
  const others = await linesOf(ingrid, page, `${page}/csv?del=ikke-spurt`)
  assert.deepEqual(
    others.slice(1).flat(),
    [...listed.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(one => one[1]!.replaceAll(/<[^>]+>/g, '')),
  )
  for (const who of [tove, kari, nurse, jonas])
    assert.equal((await who.get(`${page}/forslag/csv`)).status, 404)
  for (const who of [kari, nurse, jonas])
    for (const path of ['csv?del=ikke-spurt', 'funn/csv'])
      assert.equal((await who.get(`${page}/${path}`)).status, 404)
})

test('the figures of a service are a file, and a table also for who writes them', async () => {
  const service = /href="(\/arbeid\/ressurser\/[0-9a-f-]{36})"/.exec(
    (await kari.get('/arbeid/ressurser')).html,
  )![1]!
  const last = async (year: string) => {
    const { html } = await kari.get(service)
    return (
      new RegExp(`name="ar" value="${year}"/?><input[^>]*name="sist"(?: value="(\\d+)")?`).exec(html)![1] ??
      ''
    )
  }
  for (const [ar, arsverk, budsjett] of [
    ['2024', '0,5', ''],
    ['2026', '2,25', '2100000'],
    ['2025', '1', '7'],
    ['2025', '', ''],
  ] as const)
    assert.equal((await kari.post(service, { ar, arsverk, budsjett, sist: await last(ar) })).status, 303)
  const lines = await linesOf(kari, service, `${service}/csv`)
  assert.deepEqual(lines.slice(1), [
    ['2026', '2,25', '2100000'],
    ['2024', '0,50', ''],
  ])
  const { html, title } = await kari.get(service)
  assert.deepEqual(tableIn(html, title.replace(' – Nettungen', '')), lines)
  for (const who of [ola, jonas]) assert.equal((await who.get(`${service}/csv`)).status, 404)
})

test('the frozen report is tables and files, the same bytes whatever changes afterwards', async () => {
  const tables = `${page}/rapport/tabeller`
  for (const path of [tables, `${page}/rapport/csv`])
    assert.equal((await ingrid.get(path)).status, 404, 'a round that is open has no report')
  const reason = tableIn((await nurse.get(tasks)).html, 'Oppgavene').find(
    cells => cells[2] === 'Vi har ingen',
  )!
  assert.equal((await ingrid.post(`${page}/avslutning`, {})).status, 303)
  assert.ok((await ingrid.get(page)).html.includes(`href="${tables}"`))
  assert.equal((await ingrid.get(`${page}/forslag/csv`)).status, 404, 'nothing is suggested any more')

  const shown = await ingrid.get(tables)
  const files = [...shown.html.matchAll(/href="([^"]*\/rapport\/csv\?del=([a-z-]+))"/g)]
  assert.deepEqual(
    files.map(match => match[2]),
    ['kort', 'funn', 'rom', 'ingen', 'ikke-vart', 'svar', 'fremdrift', 'ressurser', 'tilbud', 'ikke-spurt'],
    'all that has anything in it',
  )
  for (const prefix of ['/nn', '/se', '/en']) assert.equal((await ingrid.get(prefix + tables)).status, 200)
  const report = (await ingrid.get(`${page}/rapport`)).html
  const plain = (html: string) => html.replaceAll(/<[^>]+>/g, '')
  for (const [, path, part] of files) {
    const [head, ...lines] = await linesOf(ingrid, tables, path!)
    const caption = new RegExp(`del=${part}">Last ned: ([^<]+) \\(CSV\\)`).exec(shown.html)![1]!
    const table = tableIn(shown.html, caption)
    assert.deepEqual(table[0], head)
    assert.deepEqual(
      table.slice(1).map(cells => cells.map(cell => cell.replace(/^[=@]/, "'$&"))),
      lines,
    )
    if (report.includes(`<caption>${caption}</caption>`))
      assert.equal(lines.length, tableIn(report, caption).length - 1, `${part}: as many as in the report`)
    for (const cells of lines)
      assert.ok(plain(report).includes(cells[0]!.replace(/^'/, '')), `${part}: the report says ${cells[0]}`)
  }
  const [none] = await fileOf(ingrid, tables, `${page}/rapport/csv?del=ingen`)
  assert.equal(none!['Rom'], reason[0])
  assert.equal(none!['Hvem'], 'Helsestasjonen')
  assert.equal(none!['Tekst'], "'=1+1; ingen penger")
  const rooms = await fileOf(ingrid, tables, `${page}/rapport/csv?del=rom`)
  const services = await fileOf(ingrid, tables, `${page}/rapport/csv?del=tilbud`)
  const told = /(\d+) tilbud dekker Nes, i (\d+) av (\d+) rom\./.exec(report)!
  assert.deepEqual(
    [services, rooms.filter(room => room['Tilbud'] !== '0'), rooms].map(some => String(some.length)),
    told.slice(1),
    'as many as the report tells of',
  )
  for (const room of rooms)
    assert.equal(
      services.filter(one => one['Rom'] === room['Rom']).length,
      Number(room['Tilbud']),
      room['Rom'],
    )

  const all = async () =>
    Promise.all(
      files.flatMap(([, path]) =>
        ['', '/nn', '/en'].map(async prefix => {
          const { html, headers } = await ingrid.get(`${prefix}${path!}`)
          return [html, headers['content-disposition']]
        }),
      ),
    )
  const first = await all()
  await owner(async tx => {
    for (const change of [
      sql`update catalogue.service_text set name = name || ' (endret)'`,
      sql`update catalogue.search_document set name = jsonb_build_object('nb', 'Noe annet')`,
      sql`update organizations.organization_text set name = name || ' 2'`,
      sql`update organizations.unit_text set name = name || ' 2'`,
      sql`delete from catalogue.service_area where area_code = '3228'`,
      sql`update catalogue.service set room_code = 'helsestasjon', confirmed_on = '2026-11-22'`,
      sql`update mapping.answer set text = 'Omskrevet' where text is not null`,
      sql`update mapping.question set wording = '{"nb": "Et annet spørsmål"}'`,
      sql`update mapping.finding set title = 'Et annet funn'`,
    ])
      await exec(tx, change)
  })
  assert.deepEqual(await all(), first)
  for (const who of [tove, await loginAs(app, 'admin-nes')])
    assert.equal((await who.get(`${page}/rapport/csv?del=rom`)).status, 200)
  for (const who of [kari, nurse, ola, jonas])
    for (const path of [tables, `${page}/rapport/csv?del=rom`])
      assert.equal((await who.get(path)).status, 404)
})
