import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod'
import { stableId } from '#modules/catalogue/index.ts'
import { exec, sql, value } from '#platform/db/sql.ts'
import { testApp } from '#test/app.ts'
import { loginAs } from '#test/client.ts'
import { fileOf, linesOf, tableIn } from '#test/files.ts'
import { giveRole } from '#test/roles.ts'
import { hiddenIn, send } from '#test/service-forms.ts'

// What municipalities answer and acknowledge, and what is finished, is a file with what the page says.

const app = await testApp()
const ingrid = await loginAs(app, 'koordinator-nes')
const jonas = await loginAs(app, 'koordinator-nannestad')
const ragnhild = await loginAs(app, 'regionkoordinator')
const leader = await loginAs(app, 'leder-nes')
const teacher = await loginAs(app, 'larer-nes')

const bare = (cells: string[]) => cells.map(cell => cell.replace(/^'/, ''))

test('all that a municipality has answered an enquiry is a file, to the municipality alone', async () => {
  const path = /href="(\/arbeid\/henvendelser\/[0-9a-f-]{36})"/.exec(
    (await ragnhild.get('/arbeid/henvendelser')).html,
  )![1]!
  await app.db.asOwner(tx =>
    exec(
      tx,
      sql`update planning.enquiry set answer_kind = 'text' where paper_id = ${path.split('/').at(-1)!}`,
    ),
  )
  for (const svar of ['=Første', 'Andre']) await send(ingrid, path, `${path}/svar`, { svar })
  const file = `${path}/csv?del=historikk`
  const given = await fileOf(ingrid, path, file)
  const shown = tableIn((await ingrid.get(path)).html, 'Svar som er gitt').slice(1)
  assert.deepEqual(
    given.map(line => line['Svar']!.replace(/^'/, '')),
    shown.map(cells => cells[0]),
  )
  assert.deepEqual(
    given.slice(0, 2).map(line => [line['Svar'], line['Hvem']]),
    [
      ['Andre', 'Ingrid Sørum'],
      ["'=Første", 'Ingrid Sørum'],
    ],
  )
  for (const who of [ragnhild, jonas]) assert.doesNotMatch((await who.get(file)).html, /Første|Ingrid/)
})

test('a guideline: its history is for those who write it; a coordinator of two municipalities sees what each has noted', async () => {
  const blank = await ragnhild.get('/arbeid/foringer/ny')
  const action = /action="(\/arbeid\/foringer\/ny[^"]*)"/.exec(blank.html)![1]!
  const fields = { overskrift: 'Felles rutine', tekst: 'Ha en felles rutine.', kilde: 'Rundskriv' }
  const path = await send(ragnhild, '/arbeid/foringer/ny', action, fields)
  await send(ragnhild, path, `${path}/publisering`, { utfall: 'published' })
  await send(ragnhild, `${path}/endre`, `${path}/endre`, { ...fields, tekst: '=Omskrevet' })
  const history = await fileOf(ragnhild, path, `${path}/historikk/csv`)
  assert.deepEqual(history.map(line => [line['Hva'], line['Etter'], line['Hvem']]).toSorted(), [
    ['Hva kommunene skal gjøre', "'=Omskrevet", 'Ragnhild Moen'],
    ['Tilstand', 'Publisert', 'Ragnhild Moen'],
  ])
  for (const who of [ingrid, jonas])
    assert.equal((await who.get(`${path}/historikk/csv`)).status, 404, 'what is not published is not theirs')

  // Ingrid coordinates Nannestad too.
  await app.db.asOwner(tx =>
    giveRole(tx, ingrid.personId, { role: 'coordinator', organization: 'nannestad-kommune' }),
  )
  const row = async () => {
    const { html } = await ingrid.get('/arbeid/foringer')
    const cells = tableIn(html, 'Føringer som gjelder for dere').find(one => one[0] === 'Felles rutine')!
    return cells.at(-1)!
  }
  const inFile = async () =>
    (await fileOf(ingrid, '/arbeid/foringer', '/arbeid/foringer/csv'))
      .filter(line => line['Overskrift'] === 'Felles rutine')
      .map(line => [line['Kommune'], line['Kvittert'] !== '', line['Merknad']])
      .toSorted()
  const note = async (home: string, merknad: string) => {
    const { html } = await ingrid.get(path)
    const organisasjon = await app.db.asOwner(tx =>
      value(tx, z.string(), sql`select id from organizations.organization where key = ${home}`),
    )
    const form = html.split('<form').find(one => one.includes(`name="organisasjon" value="${organisasjon}"`))!
    const hidden = Object.fromEntries(
      [...form.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(match => [
        match[1]!,
        match[2]!,
      ]),
    )
    assert.equal((await ingrid.post(`${path}/kvittering`, { ...hidden, merknad })).status, 303)
  }
  assert.match(await row(), /Nannestad kommune: Ikke kvittert/)
  assert.match(await row(), /Nes kommune: Ikke kvittert/)
  await note('nes-kommune', 'Tas opp i mars')
  assert.match(await row(), /Nes kommune: Kvittert 22\. november 2026Tas opp i mars/)
  assert.match(await row(), /Nannestad kommune: Ikke kvittert/)
  await note('nannestad-kommune', 'Står i planen vår')
  assert.match(await row(), /Nes kommune: Kvittert 22\. november 2026Tas opp i mars/)
  assert.match(await row(), /Nannestad kommune: Kvittert 22\. november 2026Står i planen vår/)
  assert.deepEqual(await inFile(), [
    ['Nannestad kommune', true, 'Står i planen vår'],
    ['Nes kommune', true, 'Tas opp i mars'],
  ])
  // Whoever has one municipality sees that one's.
  const { html } = await jonas.get('/arbeid/foringer')
  assert.match(html, /Står i planen vår/)
  assert.doesNotMatch(html + (await jonas.get('/arbeid/foringer/csv')).html, /Tas opp i mars/)
})

test('what was said in a consultation is a table on its page', async () => {
  const path = `/arbeid/planer/horing/${stableId('consultation nes-oppvekst')}`
  const lines = await linesOf(teacher, path, `${path}/csv`)
  assert.ok(lines.length > 2)
  assert.deepEqual(tableIn((await teacher.get(path)).html, 'Uttalelser').map(bare), lines.map(bare))
})

test('a finished yearly report is tables and files, the same bytes whatever changes afterwards', async () => {
  const page = '/arbeid/mal/arsrapport'
  const draft = await leader.get(page)
  await leader.post('/arbeid/mal/arsrapport', hiddenIn(draft, '/arbeid/mal/arsrapport'))
  const { html } = await leader.get(page)
  const tables = /href="(\/arbeid\/mal\/arsrapport\/[0-9a-f-]{36}\/tabeller)"/.exec(html)![1]!
  const shown = await leader.get(tables)
  const files = [...shown.html.matchAll(/href="([^"]*\/csv\?del=([a-z]+))">Last ned: ([^<]+) \(CSV\)/g)]
  assert.deepEqual(
    files.map(match => match[2]),
    ['kort', 'mal', 'tiltak', 'okonomi'],
  )
  for (const prefix of ['/nn', '/se', '/en']) assert.equal((await leader.get(prefix + tables)).status, 200)
  const printed = (await leader.get(tables.replace('/tabeller', ''))).html
  const report = printed.replaceAll(/<[^>]+>/g, '')
  for (const [, path, part, caption] of files) {
    const lines = await linesOf(leader, tables, path!)
    assert.deepEqual(tableIn(shown.html, caption!).map(bare), lines.map(bare), part)
    if (part !== 'kort')
      for (const cells of lines.slice(1)) assert.ok(report.includes(bare(cells)[0]!), `${part}: ${cells[0]}`)
  }
  const draftFile = (del: string) =>
    [...html.matchAll(/href="(\/arbeid\/mal\/arsrapport\/csv[^"]*)"/g)]
      .map(match => match[1]!.replaceAll('&amp;', '&'))
      .find(href => href.includes(`del=${del}`))!
  assert.deepEqual(
    await linesOf(leader, tables, files[0]![1]!),
    await linesOf(leader, page, draftFile('kort')),
    'in short, as the draft said when it was finished',
  )
  const money = await linesOf(leader, tables, files[3]![1]!)
  const kinds = money.slice(
    1,
    money.findIndex(cells => cells[0] === 'Sum'),
  )
  const sum = kinds.reduce((all, cells) => all + Number(cells[1]), 0)
  assert.ok(kinds.length > 0)
  const after = money.slice(kinds.length + 1)
  assert.deepEqual(after[0], ['Sum', String(sum)])
  assert.deepEqual(
    after.slice(1),
    [...printed.matchAll(/>(\d+ linjer? uten beløp er ikke med i summen\.)</g)].map(match => [match[1], '']),
  )
  assert.ok(report.replaceAll(/[\s\u00a0]/g, '').includes(`Sum${sum}`), `the sum is ${sum}`)

  const all = async () =>
    Promise.all(
      files.flatMap(([, path]) =>
        ['', '/nn', '/en'].map(async prefix => {
          const file = await leader.get(`${prefix}${path!}`)
          return [file.html, file.headers['content-disposition']]
        }),
      ),
    )
  const first = await all()
  await app.db.asOwner(async tx => {
    for (const change of [
      sql`update planning.paper set fields = fields || '{"title": "Noe annet", "responsible": "En annen"}'
          where kind in ('goal', 'measure', 'plan')`,
      sql`update planning.goal_figure set value = 77, comment = 'Omskrevet'`,
      sql`update organizations.organization_text set name = name || ' 2'`,
      sql`update organizations.unit_text set name = name || ' 2'`,
    ])
      await exec(tx, change)
  })
  assert.deepEqual(await all(), first)
  for (const who of [jonas, ragnhild])
    for (const path of [tables, files[0]![1]!]) assert.equal((await who.get(path)).status, 404)
})
