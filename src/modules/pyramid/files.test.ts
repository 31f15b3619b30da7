import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { testApp } from '#test/app.ts'
import { getPage, loginAs } from '#test/client.ts'
import { fileOf, linesOf, tableIn } from '#test/files.ts'
import { idOf } from '#test/roles.ts'
import { makeTestOwner, publishServices, serviceDocument, withdrawService } from '#test/services.ts'

// What the pages of the pyramid draw and list is a table there, and a file, read here as a spreadsheet reads it.

const app = await testApp()
const anybody = { get: (path: string) => getPage(app, path) }
const nes = await loginAs(app, 'koordinator-nes')

/** Lines without the columns that only the file has. */
const without = (lines: string[][], ...headings: string[]) =>
  lines.map(cells => cells.filter((_, column) => !headings.includes(lines[0]![column]!)))
const sorted = (lines: string[][]) => lines.map(cells => [...cells].toSorted().join('|'))

test('the drawing of a place, and that of a chain, is a table on its page with what the file has', async () => {
  for (const [page, file] of [
    ['/pyramide/3228', '/pyramide/3228/csv'],
    ['/pyramide/32', '/pyramide/32/csv'],
    ['/nn/pyramide/3228', '/nn/pyramide/3228/csv'],
    ['/pyramide/3228/kjede?malgruppe=youth', '/pyramide/3228/kjede/csv?malgruppe=youth'],
  ] as const) {
    const { html } = await anybody.get(page)
    const table = tableIn(html, page.startsWith('/nn') ? 'Romma i pyramiden' : 'Rommene i pyramiden')
    const codes = ['Kommunenummer', 'Sted', 'Stad', 'Kode for rommet', 'Nasjonale rom', 'Utvalg']
    assert.ok(table.length > 15)
    assert.deepEqual(sorted(table), sorted(without(await linesOf(anybody, page, file), ...codes)), page)
  }
})

test('every service of a room is in its file, not only the first page; drafts and what is withdrawn are not', async () => {
  const page = '/pyramide/3228/barnevern'
  const before = await fileOf(anybody, page, `${page}/csv`)
  const keys = Array.from({ length: 230 }, (_, n) => `rom-fil-${n}`)
  await app.db.asOwner(async tx => {
    await makeTestOwner(tx)
    const documents = keys.map(key =>
      serviceDocument({ key, room: 'barnevern', name: { nb: `=Tilbud ${key}`, nn: `=Tilbod ${key}` } }),
    )
    await publishServices(tx, documents)
  })
  const kari = await loginAs(app, 'redaktor-nes')
  const sted = await app.db.asOwner(tx => idOf(tx, 'unit', 'nes-helsestasjonen'))
  const draft = { submission: randomUUID(), sted, navn: 'Bare et utkast', rom: 'barnevern' }
  assert.equal((await kari.post('/arbeid/tilbud/nytt', draft)).status, 303)

  const file = await fileOf(anybody, page, `${page}/csv`)
  assert.equal(file.length, before.length + keys.length)
  const { html } = await anybody.get(page)
  assert.match(html, new RegExp(`<h2 id="tilbud">${file.length} tilbud`))
  assert.equal(new Set(file.map(line => line['Adresse'])).size, file.length)
  assert.ok(file.some(line => line['Tilbud'] === "'=Tilbud rom-fil-229" && line['Hvem'] === 'Prøve kommune'))
  assert.deepEqual(
    file.map(line => line['Tilbud']),
    file
      .map(line => line['Tilbud']!)
      .toSorted((a, b) => a.replace("'", '').localeCompare(b.replace("'", ''), 'nb')),
  )
  assert.doesNotMatch(JSON.stringify(file), /Bare et utkast/)
  for (const line of file.slice(0, 3))
    assert.equal((await getPage(app, new URL(line['Adresse']!).pathname)).status, 200)

  const shown = tableIn(html, 'Tilbud i rommet')
  assert.equal(shown.length, 1 + 20, 'the table has what the page lists')
  const cells = file.map(line => Object.values(line).slice(0, 4).join('|').replace(/^'/, ''))
  for (const row of shown.slice(1)) assert.ok(cells.includes(row.join('|')), row.join('|'))
  const english = await anybody.get(`/en${page}`)
  assert.match(english.html, /<th scope="row"><span lang="nb">=Tilbud/, 'a name says its language')
  // Written while it is read: nobody knows how long it is when it begins.
  const answer = await app.server.inject({ url: `${page}/csv` })
  assert.equal(answer.headers['content-length'], undefined)

  await app.db.asOwner(async tx => {
    for (const { Adresse, Tilbud } of file)
      if (Tilbud!.startsWith("'=Tilbud")) await withdrawService(tx, /[0-9a-f-]{36}/.exec(Adresse!)![0])
  })
  assert.deepEqual(await fileOf(anybody, page, `${page}/csv`), before)
})

test('the file of a room agrees with its page in a municipality, in a county and in every room; a place without it has none', async () => {
  for (const code of ['3228', '32'])
    for (const line of await fileOf(anybody, `/pyramide/${code}`, `/pyramide/${code}/csv`)) {
      const path = `/pyramide/${code}/${line['Kode for rommet']}/csv`
      const answer = await app.server.inject({ url: path })
      assert.equal(answer.statusCode, 200, path)
      assert.equal(answer.body.split('\r\n').length - 2, Number(line['Tilbud']), path)
    }
  assert.equal((await app.server.inject({ url: '/pyramide/3228/finnes-ikke/csv' })).statusCode, 404)
})

test('the rooms of a municipality are a table and a file as it has arranged them, and so is all that was done to them', async () => {
  const page = '/arbeid/pyramide'
  const revision = async () => /name="utgave" value="(\d+)"/.exec((await nes.get(page)).html)![1]!
  const send = async (path: string, fields: Record<string, string>) =>
    assert.equal(
      (await nes.post(path, { utgave: await revision(), innsending: randomUUID(), ...fields })).status,
      303,
    )
  const own = { navn: '+Fra mage til skole', niva: 'all', deler: 'svangerskap' }
  await send('/arbeid/pyramide/3228/rom/nytt', own)
  await send('/arbeid/pyramide/3228/rom/slt', { navn: 'Ungdomsteamet' })
  await send('/arbeid/pyramide/3228/endring', { hva: 'hide', rom: 'slt' })
  for (let n = 0; n < 16; n++)
    for (const hva of ['hide', 'show']) await send('/arbeid/pyramide/3228/endring', { hva, rom: 'barnehage' })

  const rooms = await linesOf(nes, page, `${page}/csv?omrade=3228`)
  assert.deepEqual(
    tableIn((await nes.get(page)).html, 'Rommene i pyramiden').map(cells =>
      cells.map(cell => cell.replace(/^\+/, "'+")),
    ),
    rooms,
  )
  const mine = rooms.find(cells => cells[0] === "'+Fra mage til skole")!
  assert.ok(mine[2] === 'ja' && mine[3] !== '' && mine[6] === 'nei', 'its own, with what it is made of')
  const renamed = rooms.find(cells => cells[0] === 'Ungdomsteamet')!
  assert.ok(renamed[4] !== '' && renamed[6] === 'ja', 'what it is otherwise called, and that it is hidden')

  const { html } = await nes.get(page)
  const shown = tableIn(html, 'Hva som er gjort')
  assert.equal(shown.length, 1 + 30, 'the page has the last thirty')
  const done = await fileOf(nes, page, `${page}/csv?omrade=3228&del=historikk`)
  assert.equal(done.length, 35, 'the file has all')
  assert.deepEqual(
    done.slice(0, 30).map(line => [line['Nr.'], line['Hvem'], line['Hva']]),
    shown.slice(1).map(([number, , who, what]) => [number, who, what]),
  )
  assert.ok(done.every(line => /^\d{4}-\d\d-\d\d$/.test(line['Dato']!)))
  assert.equal(done.at(-1)!['Hva'], 'Nytt rom: +Fra mage til skole')

  const jonas = await loginAs(app, 'koordinator-nannestad')
  for (const del of ['', '&del=historikk'])
    assert.equal((await jonas.get(`${page}/csv?omrade=3228${del}`)).status, 404)
  assert.doesNotMatch((await jonas.get(`${page}/csv`)).html, /Ungdomsteamet/)
  assert.equal((await (await loginAs(app, 'leder-nes')).get(`${page}/csv?omrade=3228`)).status, 404)
})

test('the steps from easier to stronger help are a file with those of the page', async () => {
  const page = '/pyramide/3228/kjede?malgruppe=youth'
  const { html } = await anybody.get(page)
  const whole = tableIn(html, 'Fra lettere til sterkere hjelp').slice(1)
  const broken = html.includes('Skritt der det ene ikke er i utvalget')
    ? tableIn(html, 'Skritt der det ene ikke er i utvalget').slice(1)
    : []
  const file = await fileOf(anybody, page, '/pyramide/3228/kjede/csv?malgruppe=youth&del=skritt')
  assert.ok(whole.length > 0)
  const plain = (rows: string[][]) =>
    rows.map(row => row.map(cell => cell.replace(' (ikke i utvalget her)', '')))
  assert.deepEqual(
    file
      .filter(line => line['I utvalget'] === 'begge')
      .map(line => [line['Lettere hjelp'], line['Når det ikke er nok']]),
    plain(whole),
  )
  assert.deepEqual(
    file
      .filter(line => line['I utvalget'] !== 'begge')
      .slice(0, broken.length)
      .map(line => [line['Lettere hjelp'], line['Når det ikke er nok']]),
    plain(broken),
  )
})

test('what lacks in a place is a file with a line for each row of its tables, with the figures that stand there', async () => {
  const page = '/arbeid/pyramide/hull'
  const room = /href="\/pyramide\/3228\/([a-z0-9-]+)"/.exec(
    (await nes.get(page)).html.split('id="hull-empty"')[1]!,
  )![1]!
  await app.db.asOwner(async tx => {
    await makeTestOwner(tx)
    await publishServices(tx, [serviceDocument({ key: 'etter-vedtak', room, access: ['decision'] })])
  })
  const [head, ...lines] = await linesOf(nes, page, `${page}/csv?omrade=3228`)
  const { html } = await nes.get(page)
  const kinds = Map.groupBy(lines, cells => cells[0]!)
  const captions = [...html.matchAll(/<h2 id="hull-[a-z-]+">([^<]+) </g)].map(match => match[1]!)
  assert.deepEqual([...kinds.keys()].toSorted(), captions.toSorted())
  const at = (name: string) => head!.indexOf(name)
  let told = 0
  for (const [kind, ofKind] of kinds) {
    const [heading, ...rows] = tableIn(html, kind)
    assert.equal(rows.length, ofKind.length, kind)
    for (const name of ['Tilbud', 'Søk det siste året']) {
      const column = heading!.indexOf(name)
      if (column === -1) continue
      told += 1
      assert.deepEqual(
        ofKind.map(cells => cells[at(name)]),
        rows.map(cells => cells[column]!.replace('rundt ', '')),
        `${kind}: ${name}`,
      )
    }
  }
  assert.ok(told > 0)
})
