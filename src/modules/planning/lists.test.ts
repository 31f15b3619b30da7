import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stableId } from '#modules/catalogue/index.ts'
import { testApp } from '#test/app.ts'
import { getPage, loginAs } from '#test/client.ts'
import { fileOf, linesOf, tableIn } from '#test/files.ts'
import { hiddenIn, location, send } from '#test/service-forms.ts'

// The lists that stand on pages about something else: each is a table there and a file, read here as a spreadsheet does.

const app = await testApp()
const ingrid = await loginAs(app, 'koordinator-nes')
const jonas = await loginAs(app, 'koordinator-nannestad')
const ragnhild = await loginAs(app, 'regionkoordinator')
const leader = await loginAs(app, 'leder-nes')
const teacher = await loginAs(app, 'larer-nes')

const bare = (cells: string[]) => cells.map(cell => cell.replace(/^'/, ''))

/** A file that its page links to, which is the same as a table of the page, for who reads the plans of Nes alone. */
async function sameOfNes(page: string, caption: string, file: string): Promise<string[][]> {
  const lines = await linesOf(teacher, page, file)
  const { html } = await teacher.get(page)
  assert.deepEqual(tableIn(html, caption).map(bare), lines.map(bare), file)
  for (const who of [jonas, ragnhild]) assert.equal((await who.get(file)).status, 404, file)
  return lines
}

test('the evaluations of a new service are a table and a file, the newest first', async () => {
  const page = `/arbeid/planer/konkretisering/${stableId('concretisation nes-oppvekst')}`
  for (const [tekst, utfall, neste] of [
    ['=Barna kommer', 'change', '2027-06-01'],
    ['Flere kommer; "alle"', 'continue', ''],
  ] as const)
    await send(ingrid, page, `${page}/evaluering`, { tekst, utfall, neste })
  const lines = await sameOfNes(page, 'Evalueringer', `${page}/csv`)
  assert.deepEqual(lines.slice(1, 3), [
    ['Fortsette', 'Flere kommer; "alle"', '2026-11-22', 'Ingrid Sørum', ''],
    ['Endre', "'=Barna kommer", '2026-11-22', 'Ingrid Sørum', '2027-06-01'],
  ])
  const { html } = await teacher.get(page)
  assert.equal(lines.length - 1, html.match(/<h3[^>]*>(Fortsette|Endre|Slutte)</g)!.length)
})

test('the consultations of a plan are a table and a file: who has said nothing, and what waits for an answer', async () => {
  const plan = `/arbeid/planer/${stableId('plan nes-oppvekst')}`
  const consultation = `/arbeid/planer/horing/${stableId('consultation nes-oppvekst')}`
  await send(ingrid, consultation, `${consultation}/uttalelse`, {
    gruppe: 'Nes Røde Kors',
    tekst: 'Bra',
    dato: '2026-11-20',
  })
  const lines = await sameOfNes(plan, 'Høringer', `${plan}/csv?del=horinger`)
  const [, first] = lines
  assert.deepEqual(first!.slice(0, 3), [
    'Treffer målene det barn og unge trenger, og mangler det noe?',
    '2026-12-15',
    'Ungdomsrådet; Foreldreutvalgene i skolene; Eldrerådet; Nes Røde Kors',
  ])
  const said = await fileOf(teacher, consultation, `${consultation}/csv`)
  const silent = said.filter(line => line['Gitt'] === 'Ikke svart')
  assert.equal(first![3], silent.map(line => line['På vegne av']).join('; '))
  assert.ok(silent.length > 0 && !first![3]?.includes('Røde Kors'))
  const given = said.filter(line => line['Gitt'] !== 'Ikke svart')
  const waiting = given.filter(line => line['Hva ble gjort'] === '')
  assert.deepEqual(first!.slice(4), [String(given.length), String(waiting.length)])
  const { html } = await teacher.get(plan)
  assert.ok(html.includes(`${given.length} uttalelser`))
})

test('the guidelines that a plan has to follow are a table and a file, as long as they hold', async () => {
  const blank = await ragnhild.get('/arbeid/foringer/ny')
  const action = /action="(\/arbeid\/foringer\/ny[^"]*)"/.exec(blank.html)![1]!
  const fields = { overskrift: '+Felles rutine', tekst: 'Ha en felles rutine.', kilde: 'Rundskriv' }
  const guideline = await send(ragnhild, '/arbeid/foringer/ny', action, fields)
  const plan = `/arbeid/planer/${stableId('plan nes-forebygging')}`
  const file = `${plan}/csv?del=foringer`
  assert.doesNotMatch((await teacher.get(file)).html, /Felles rutine/, 'what is not published')
  await send(ragnhild, guideline, `${guideline}/publisering`, { utfall: 'published' })
  const lines = await sameOfNes(plan, 'Føringer å planlegge etter', file)
  const mine = lines.find(cells => cells[0] === "'+Felles rutine")!
  assert.deepEqual([mine[2], mine[6]], ['Ha en felles rutine.', 'Rundskriv'])
  const { html } = await teacher.get(plan)
  const section = html.slice(html.indexOf('>Føringer å planlegge etter<'))
  for (const cells of lines.slice(1)) assert.ok(section.includes(`>${bare(cells)[0]}</a>`))

  // Who sent it sees who has not taken note of it, as the file says.
  const all = await linesOf(ragnhild, guideline, `${guideline}/csv`)
  const silent = all.filter(cells => cells[1] === 'Ikke kvittert')
  const shown = tableIn(
    (await ragnhild.get(guideline)).html,
    `${silent.length} kommuner har ikke kvittert`,
  ).slice(1)
  assert.deepEqual(
    shown,
    silent.map(cells => cells.slice(0, 2)),
  )
  await send(ragnhild, guideline, `${guideline}/publisering`, { utfall: 'withdrawn' })
  assert.doesNotMatch((await teacher.get(file)).html, /Felles rutine/, 'what is withdrawn')
})

test('measures that answer a goal are a table and a file, and goals under it a file', async () => {
  const goal = `/arbeid/mal/${stableId('goal nes-fravaer')}`
  const plan = stableId('plan nes-forebygging')
  const path = `/arbeid/planer/ta-inn?slag=goal&nokkel=${stableId('goal nes-fravaer')}&omrade=3228&plan=${plan}`
  const form = await ingrid.get(path)
  const svarer = /name="svarer" value="([^"]*)"/.exec(form.html)![1]!.replaceAll('&quot;', '"')
  const hidden = hiddenIn(form, path.replaceAll('&', '&amp;'))
  const begun = await ingrid.post(path, {
    ...hidden,
    tiltak: '@Ring hjem',
    ansvar: 'Rektor',
    start: '2027-01-10',
    svarer,
  })
  const measure = location(begun).split('?')[0]!
  await send(ingrid, measure, `${measure}/status`, { tilstand: 'started', kommentar: '' })
  const lines = await sameOfNes(goal, 'Tiltak som svarer på målet', `${goal}/csv?del=tiltak`)
  const title = /<h1[^>]*>([^<]+)/.exec((await teacher.get(`/arbeid/planer/${plan}`)).html)![1]!
  assert.deepEqual(
    lines.find(cells => cells[0] === "'@Ring hjem"),
    ["'@Ring hjem", title, 'Rektor', '2027-01-10', '', 'I gang'],
  )

  const master = `/arbeid/mal/${stableId('goal nes-oppvekst')}`
  const under = await fileOf(teacher, master, `${master}/csv?del=undermal`)
  const { html } = await teacher.get(master)
  const shown = tableIn(html, 'Mål som hører under').slice(1)
  assert.ok(shown.length > 1)
  assert.deepEqual([...new Set(under.map(line => line['Mål']))], [...new Set(shown.map(cells => cells[0]))])
  assert.deepEqual([...new Set(under.map(line => line['Hører under']))], [/<h1[^>]*>([^<]+)/.exec(html)![1]])
  for (const who of [jonas, ragnhild]) assert.equal((await who.get(`${master}/csv?del=undermal`)).status, 404)
})

test('the yearly report in short, its goals and the list of those that are finished are tables and files', async () => {
  const page = '/arbeid/mal/arsrapport'
  await leader.post(page, hiddenIn(await leader.get(page), page))
  const { html } = await teacher.get(page)
  const hrefOf = (del: string) =>
    [...html.matchAll(/href="(\/arbeid\/mal\/arsrapport\/csv[^"]*)"/g)]
      .map(match => match[1]!.replaceAll('&amp;', '&'))
      .find(href => (/del=(\w+)/.exec(href)?.[1] ?? '') === del)!
  const short = await sameOfNes(page, 'Kort fortalt', hrefOf('kort'))
  const number = (label: string) => Number(short.find(cells => cells[0] === label)![1])
  const words = html.replaceAll(/<[^>]+>/g, '').replaceAll(/[\s\u00a0]+/g, ' ')
  const goals = ['nådd', 'på vei', 'etter', 'kan ikke sies ennå'].map(state => number(`Mål: ${state}`))
  assert.ok(
    words.includes(
      `${number('Mål i alt')} mål: ${goals[0]} nådd, ${goals[1]} på vei, ${goals[2]} etter, ${goals[3]} kan ikke`,
    ),
  )
  assert.equal(
    goals.reduce((all, one) => all + one, 0),
    number('Mål i alt'),
  )
  const [done, all, late] = ['Tiltak som er gjennomført', 'Tiltak i alt', 'Tiltak som er forsinket'].map(
    number,
  )
  assert.ok(words.includes(`${done} av ${all} tiltak er gjennomført, ${late} er forsinket`))
  const money = await fileOf(teacher, page, hrefOf('okonomi'))
  assert.equal(
    number('Kroner som er satt av i 2026'),
    money.reduce((sum, line) => sum + Number(line['Kroner']), 0),
  )
  assert.match(words, new RegExp(`${number('Mål som mangler tall for 2026')} mål mangler tall for 2026`))

  await sameOfNes(page, 'Målene', hrefOf(''))
  const finished = await sameOfNes(page, 'Ferdige årsrapporter', hrefOf('ferdige'))
  assert.deepEqual(finished.slice(1), [['Årsrapport 2026', '2026-11-22', 'Tove Haga']])
  const plan = `/arbeid/planer/${stableId('plan nes-forebygging')}`
  const organisasjon = /organisasjon=([0-9a-f-]{36})/.exec(hrefOf('ferdige'))![1]!
  await sameOfNes(plan, 'Ferdige årsrapporter', `${page}/csv?organisasjon=${organisasjon}&del=ferdige`)
})

test('units that have not described their cooperation are a table, and stand in the file', async () => {
  const page = '/arbeid/samhandling'
  const silent = tableIn((await jonas.get(page)).html, 'Har ikke beskrevet samhandlingen ennå').slice(1)
  assert.ok(silent.length > 0)
  const empty = (await fileOf(jonas, page, `${page}/csv`)).filter(line => line['Sist endret'] === '')
  assert.deepEqual(
    silent,
    empty.map(line => [line['Enhet'], line['Organisasjon']]),
  )
})

test('the steps of the method are a table and a file for everybody, with the checklists that their pages have', async () => {
  const anybody = { get: (path: string) => getPage(app, path) }
  for (const [prefix, caption] of [
    ['', 'Stegene med sjekklistene'],
    ['/nn', 'Stega med sjekklistene'],
    ['/se', 'Stegene med sjekklistene'],
    ['/en', 'The steps with their checklists'],
  ] as const) {
    const lines = await linesOf(anybody, `${prefix}/metode`, `${prefix}/metode/csv`)
    const { html } = await anybody.get(`${prefix}/metode`)
    assert.deepEqual(tableIn(html, caption), lines)
    const steps = [...html.matchAll(/<li><a href="([^"]*\/metode\/[a-z-]+)">/g)].map(match => match[1]!)
    assert.equal(lines.length - 1, steps.length)
    for (const [index, path] of steps.entries()) {
      const step = await anybody.get(path)
      const checklist = /<ul class="method-checklist">([\s\S]*?)<\/ul>/.exec(step.html)![1]!
      const items = checklist.split('</li>').map(item => item.replaceAll(/<[^>]+>/g, '').trim())
      const [name, number, brief, , inFile] = lines[index + 1]!
      assert.deepEqual(inFile!.split('\n'), items.filter(Boolean), path)
      assert.equal(number, String(index + 1))
      for (const words of [name!, brief!])
        assert.ok(step.html.replaceAll(/<[^>]+>/g, '').includes(words), `${path}: ${words}`)
      assert.ok(step.html.includes(`href="${prefix}/metode/csv"`))
    }
  }
  const [page, file] = [await anybody.get('/metode'), await anybody.get('/metode/csv')]
  for (const header of ['cache-control', 'vary'] as const)
    assert.equal(file.headers[header], page.headers[header], header)
  assert.ok(file.headers.etag)
})
