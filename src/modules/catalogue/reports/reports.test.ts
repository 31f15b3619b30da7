import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#test/app.ts'
import { getPage, loginAs } from '#test/client.ts'
import { makeTestOwner, publishService } from '#test/services.ts'

const app = await testApp()
const ingrid = await loginAs(app, 'koordinator-nes')

const both = (text: string) => ({ nb: text, nn: text })

/** The cells of the tables of a page, row by row, with the links in them. */
function rowsOf(html: string): { text: string; href: string | undefined }[][] {
  return [...html.matchAll(/<tr>(.*?)<\/tr>/gs)]
    .map(([, row]) =>
      [...row!.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => ({
        text: cell!.replace(/<[^>]+>/g, '').trim(),
        href: /href="([^"]+)"/.exec(cell!)?.[1]?.replaceAll('&amp;', '&'),
      })),
    )
    .slice(1)
}

async function fileOf(path: string): Promise<string> {
  const answer = await app.server.inject({ url: path, headers: ingrid.headers })
  assert.equal(answer.statusCode, 200, path)
  assert.match(String(answer.headers['content-type']), /^text\/csv; charset=utf-8/)
  assert.match(String(answer.headers['cache-control']), /private, no-store/)
  return answer.body
}

test('whoever works with services sees reports; others find nothing there', async () => {
  const paths = [
    '/arbeid/rapporter',
    '/arbeid/rapporter/rom',
    '/arbeid/rapporter/tilbud',
    '/arbeid/rapporter/rom/csv',
    '/arbeid/rapporter/tilbud/csv',
  ]
  const statusesFor = async (key: string) => {
    const { headers } = await loginAs(app, key)
    const answers = await Promise.all(paths.map(url => app.server.inject({ url, headers })))
    return [...new Set(answers.map(answer => answer.statusCode))]
  }
  for (const key of ['koordinator-nes', 'leder-nes', 'redaktor-frivillig', 'admin-nes', 'rektor-nannestad'])
    assert.deepEqual(await statusesFor(key), [200], key)
  for (const key of ['larer-nes', 'personvernombud-nes', 'utenforstaende', 'foresatt-a'])
    assert.deepEqual(await statusesFor(key), [404], key)
  const stranger = await app.server.inject({ url: paths[1]! })
  assert.equal(stranger.headers['location'], '/logg-inn?til=%2Farbeid%2Frapporter%2From')
})

test('a report begins with the area of one’s own organisation; any other may be chosen, and stands in the address', async () => {
  const begins = async (key: string) =>
    /Tilbud i (.*?) etter rom/.exec((await (await loginAs(app, key)).get('/arbeid/rapporter/rom')).html)?.[1]
  assert.deepEqual(
    [await begins('koordinator-nes'), await begins('redaktor-nannestad'), await begins('redaktor-fylke')],
    ['Nes', 'Nannestad', 'Akershus'],
  )
  const page = await ingrid.get('/arbeid/rapporter/rom?omrade=1103&eierniva=state')
  assert.match(page.html, /Tilbud i Stavanger etter rom/)
  assert.match(page.html, /<option value="1103" selected>Stavanger/)
  for (const [, href] of page.html.matchAll(/href="(\/arbeid\/rapporter\/[^"]+)"/g))
    assert.match(href!, /omrade=1103/)
  assert.match(page.html, /href="\/arbeid\/rapporter\/malgruppe\?omrade=1103&amp;eierniva=state"/)
  for (const [query, status] of [
    ['omrade=9999', 404],
    ['omrade=030112', 404],
    ['rom=finnes-ikke', 400],
    ['alder=40', 400],
    ['eier=kari', 400],
  ] as const)
    assert.equal((await ingrid.get(`/arbeid/rapporter/rom?${query}`)).status, status, query)
  assert.equal((await ingrid.get('/arbeid/rapporter/finnes-ikke')).status, 404)
})

test('each number leads to the list of just those services, and the list can be narrowed further', async () => {
  for (const report of ['', '/rom', '/eier', '/malgruppe', '/per-1000']) {
    const { html } = await ingrid.get(`/arbeid/rapporter${report}?omrade=3238&niva=more`)
    const linked = rowsOf(html)
      .flat()
      .filter(cell => /^\d+$/.test(cell.text) && cell.href)
    assert.ok(linked.length > 3, report)
    for (const { text, href } of linked.slice(0, 2)) {
      const list = await ingrid.get(href!)
      assert.equal(rowsOf(list.html).length, Math.min(Number(text), 100), `${report}: ${href}`)
    }
  }
})

test('every room is in the report, also one without a service', async () => {
  const { html } = await ingrid.get('/arbeid/rapporter/rom')
  const empty = rowsOf(html).filter(row => row[1]?.text === '0')
  assert.ok(empty.some(row => row[0]!.text === 'Bibliotek'))
  assert.ok(empty.flat().every(cell => cell.href === undefined))
  const none = await ingrid.get('/arbeid/rapporter/rom?omrade=1151&rekkevidde=en')
  assert.match(none.html, /Ingen tilbud i utvalget/)
})

test('a table as a file has the same rows, and what somebody wrote is no formula in it', async () => {
  await app.db.asOwner(async tx => {
    await makeTestOwner(tx)
    await tx.query({
      text: `update organizations.organization_text set name = '@SUM(A1);"x"' from organizations.organization
             where organization.id = organization_id and organization.key = 'prove-kommune'`,
    })
    for (const [key, name] of [
      ['formel', '=HYPERLINK("http://ond.example")'],
      ['minus', '-2+3'],
    ] as const)
      await publishService(tx, { key, name: both(name), room: 'bibliotek' })
  })
  const list = await fileOf('/arbeid/rapporter/tilbud/csv?rom=bibliotek')
  const [head, first, second, end] = list.split('\r\n')
  assert.ok(head!.startsWith('\uFEFFNavn;Eier;Hvem eier;Nivå;Rom;Alder;'))
  assert.ok(first!.startsWith(`'-2+3;"'@SUM(A1);""x""";Kommune;For alle;Bibliotek;`), first)
  assert.ok(second!.startsWith(`"'=HYPERLINK(""http://ond.example"")";`), second)
  assert.equal(end, '')

  const { html } = await ingrid.get('/arbeid/rapporter/eier')
  const shown = rowsOf(html).map(row => row.map(cell => cell.text))
  const file = (await fileOf('/arbeid/rapporter/eier/csv')).split('\r\n').slice(1, -1)
  assert.equal(file.length, shown.length)
  assert.ok(file.some(line => line.startsWith(`"'@SUM(A1);""x""";Kommune;2;2;0;0;0`)))
  assert.ok(file.at(-1)!.startsWith('Alle tilbud i utvalget;;'))
  const perThousand = await fileOf('/arbeid/rapporter/per-1000/csv')
  assert.match(perThousand, /\r\n0–5 år;1508;\d+;\d+,\d\d;\d+,\d\d;\d+,\d\d;\d+,\d\d;\d+;\d+\r\n/)
  const shownHere = (await ingrid.get('/arbeid/rapporter/per-1000')).html
  assert.match(shownHere, /Per 1.000 hos naboene/)
  assert.match(shownHere, /Naboene er [^<]*Nannestad|Naboene er [^<]*Ullensaker/)
  assert.doesNotMatch((await ingrid.get('/arbeid/rapporter/per-1000?omrade=32')).html, /hos naboene/)
})

test('the list of the whole country comes in pages, and whole as a file', async () => {
  const total = Number(
    rowsOf((await ingrid.get('/arbeid/rapporter/medvirkning?omrade=NO')).html).at(-1)![1]!.text,
  )
  assert.ok(total > 100)
  const path = '/arbeid/rapporter/tilbud?omrade=NO'
  const pages = [await ingrid.get(path), await ingrid.get(`${path}&side=2`)]
  const names = pages.flatMap(page => rowsOf(page.html).map(row => row[0]!.href))
  assert.equal(new Set(names).size, Math.min(total, 200))
  const file = await fileOf('/arbeid/rapporter/tilbud/csv?omrade=NO')
  assert.equal(file.split('\r\n').length, total + 2)
})

test('a report is in the menu of those who may see it, and in no index', async () => {
  assert.match((await ingrid.get('/arbeid')).html, /href="\/arbeid\/rapporter"/)
  const teacher = await loginAs(app, 'larer-nes')
  assert.doesNotMatch((await teacher.get('/arbeid')).html, /\/arbeid\/rapporter/)
  assert.doesNotMatch((await getPage(app, '/')).html, /\/arbeid\/rapporter/)
})
