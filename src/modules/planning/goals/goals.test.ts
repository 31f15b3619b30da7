import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import * as z from 'zod'
import { stableId } from '#modules/catalogue/index.ts'
import { exec, sql, value, type Tx } from '#platform/db/sql.ts'
import { testApp } from '#test/app.ts'
import { loginAs, type LoggedIn, type Page } from '#test/client.ts'
import { idOf } from '#test/roles.ts'
import { hiddenIn, location } from '#test/service-forms.ts'
import { lookAtYear } from './year.ts'

const app = await testApp()
let ingrid: LoggedIn
let jonas: LoggedIn
before(async () => {
  ingrid = await loginAs(app, 'koordinator-nes')
  jonas = await loginAs(app, 'koordinator-nannestad')
})

const goal = (key: string) => `/arbeid/mal/${stableId(`goal ${key}`)}`
const idIn = (page: Page) =>
  /([0-9a-f-]{36})/.exec(location(page))?.[1] ?? assert.fail(page.html.slice(0, 3000))
const figuresOf = (key: string) =>
  app.db.asOwner(tx =>
    value(
      tx,
      z.number(),
      sql`select count(*) from planning.goal_figure where paper_id = ${stableId(`goal ${key}`)}`,
    ),
  )

test('the goals of the strategy of Nannestad stand under the goal of its master plan, each with how it goes', async () => {
  const page = await jonas.get('/arbeid/mal')
  assert.equal(page.status, 200)
  assert.match(page.html, /<h2><a href="[^"]*">Barn og unge vokser opp trygt og godt/)
  assert.match(page.html, /Færre enn 5 prosent av elevene.*?4,8 prosent i 2024.*?Nådd/s)
  assert.match(page.html, /Færre enn 20 prosent på laveste.*?21,4 prosent i 2024.*?Etter/s)
  assert.doesNotMatch(page.html, /Ung i Nes/, 'those of Nes are not hers')
  const behind = await jonas.get('/arbeid/mal?tilstand=behind')
  assert.doesNotMatch(behind.html, /Færre enn 5 prosent/)
  const file = await jonas.get('/arbeid/mal/csv?tilstand=reached')
  assert.match(file.html, /Færre enn 5 prosent[^;]*;Resultatmål;Barn og unge vokser[^;]*;/)
  assert.match(file.html, /;2019;9;2024;5;Nådd;2024;4,8;Oppdiktet/)
})

test('a goal is written with year and figure together, and a target that lies the way it goes', async () => {
  const form = await ingrid.get('/arbeid/mal/ny')
  const action = /action="(\/arbeid\/mal\/ny[^"]*)"/.exec(form.html)![1]!
  const fields = {
    ...hiddenIn(form, action),
    mal: 'Flere på lekseskole',
    slagmal: 'result',
    retning: 'up',
    maleenhet: 'barn',
  }
  const wrong = await ingrid.post(action, {
    ...fields,
    'fra-ar': '2025',
    'til-ar': '2024',
    'fra-tall': '30',
    'til-tall': '20',
  })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /Målet må ligge etter utgangspunktet/)
  assert.match(wrong.html, /Tallet går en annen vei/)
  const half = await ingrid.post(action, { ...fields, 'til-ar': '2028' })
  assert.match(half.html, /Skriv både år og tall/)
  const right = { ...fields, 'fra-ar': '2025', 'fra-tall': '12,5', 'til-ar': '2028', 'til-tall': '30' }
  const [begun, again] = [await ingrid.post(action, right), await ingrid.post(action, right)]
  assert.equal(begun.status, 303, begun.html.slice(0, 2000))
  assert.equal(idIn(begun), idIn(again))
  const page = await ingrid.get(`/arbeid/mal/${idIn(begun)}`)
  assert.match(page.html, /12,5 barn i 2025/)
  assert.match(page.html, /Kan ikke sies ennå/)
})

test('the figure of a year is entered once, and how the goal goes follows; who comes second is told and loses nothing', async () => {
  const path = goal('nes-fravaer')
  const action = `${path}/tall`
  const [mine, theirs] = [hiddenIn(await ingrid.get(path), action), hiddenIn(await ingrid.get(path), action)]
  assert.match((await ingrid.get(path)).html, /data-state="behind"/)
  const sent = { ...mine, ar: '2026', verdi: '4,9', kommentar: 'Etter skolebytte' }
  assert.equal((await ingrid.post(action, sent)).status, 303)
  assert.equal((await ingrid.post(action, sent)).status, 303, 'the same form again')
  assert.equal(await figuresOf('nes-fravaer'), 4)
  assert.match((await ingrid.get(path)).html, /<span class="goal-mark" data-state="reached"/)
  const second = await ingrid.post(action, { ...theirs, ar: '2026', verdi: '6', kommentar: 'Min telling' })
  assert.equal(second.status, 422)
  assert.match(second.html, /Det er ført inn tall siden du åpnet skjemaet/)
  assert.match(second.html, /Min telling/)
  assert.match(second.html, /Etter skolebytte/)
  const taken = { ...hiddenIn(second, action), ar: '2026', verdi: '', kommentar: '' }
  assert.match((await ingrid.post(action, taken)).html, /Skriv et tall, eller hvorfor det ikke er noe/)
  assert.match((await ingrid.post(action, { ...taken, ar: '2027' })).html, /Skriv et år fra 1990 til i år/)
  assert.equal((await ingrid.post(action, { ...taken, kommentar: 'Feil skole' })).status, 303)
  const after = await ingrid.get(path)
  assert.match(after.html, /Ikke noe tall/)
  assert.match(after.html, /data-state="behind"/, 'without it the year before tells')
  assert.equal(await figuresOf('nes-fravaer'), 5, 'what was wrong is still there')
})

test('who leads a unit enters its figures and no others; who works there reads', async () => {
  const siv = await loginAs(app, 'rektor-nannestad')
  const form = await jonas.get('/arbeid/mal/ny')
  const action = /action="(\/arbeid\/mal\/ny[^"]*)"/.exec(form.html)![1]!
  const unit = /value="([0-9a-f-]{36})"[^>]*>Maura skole/.exec(form.html)?.[1] ?? assert.fail('no unit')
  const own = idIn(
    await jonas.post(action, {
      ...hiddenIn(form, action),
      mal: 'Alle får en venn',
      slagmal: 'result',
      retning: 'up',
      enhet: unit,
    }),
  )
  const entry = `/arbeid/mal/${own}/tall`
  const entered = await siv.post(entry, {
    ...hiddenIn(await siv.get(`/arbeid/mal/${own}`), entry),
    ar: '2026',
    verdi: '90',
  })
  assert.equal(entered.status, 303)
  assert.match((await siv.get(`/arbeid/mal/${own}`)).html, /Du, 22\. november 2026/)
  const others = goal('nannestad-trygg-skole')
  assert.doesNotMatch((await siv.get(others)).html, /Før inn tall/)
  const refused = { submission: crypto.randomUUID(), kjent: '5', ar: '2026', verdi: '1' }
  assert.equal((await siv.post(`${others}/tall`, refused)).status, 404)
  assert.equal((await siv.get(`${others}/endre`)).status, 404)
  const teacher = await loginAs(app, 'larer-nes')
  assert.equal((await teacher.get(goal('nes-fravaer'))).status, 200)
  assert.equal((await teacher.get(others)).status, 404)
})

test('a goal is taken into a plan, and lists the measures that answer it', async () => {
  const id = stableId('goal nes-fravaer')
  const plan = stableId('plan nes-forebygging')
  const path = `/arbeid/planer/ta-inn?slag=goal&nokkel=${id}&omrade=3228&plan=${plan}`
  const form = await ingrid.get(path)
  const link = /name="svarer" value="([^"]*)"/.exec(form.html)![1]!.replaceAll('&quot;', '"')
  const begun = await ingrid.post(path, {
    ...hiddenIn(form, path.replaceAll('&', '&amp;')),
    tiltak: 'Ring hjem første dag',
    svarer: link,
  })
  assert.equal(begun.status, 303, begun.html.slice(0, 2000))
  assert.match((await ingrid.get(goal('nes-fravaer'))).html, /Ring hjem første dag/)
  const measure = await ingrid.get(`/arbeid/planer/tiltak/${idIn(begun)}`)
  assert.match(
    measure.html,
    new RegExp(`Resultatmål: <a href="/arbeid/mal/${id}">Færre elever med høyt fravær`),
  )
})

test('the yearly report has goals with drawings and figures, measures, what is late and the money of the year', async () => {
  const tove = await loginAs(app, 'leder-nes')
  const now = await tove.get('/arbeid/mal/arsrapport')
  assert.equal(now.status, 200)
  assert.match(now.html, /<h1 class="page-title">Årsrapport 2026 for Nes kommune/)
  assert.match(now.html, /Ung i Nes \(eksempel\).*?<svg viewBox/s)
  assert.match(now.html, /Dette er forsinket.*Felles kurs om bekymringssamtalen/s)
  assert.match(now.html, /<th scope="row">Prosjektmidler<\/th><td class="numeric">150\s000/)
  assert.match(now.html, /2 mål mangler tall for 2026/)
  const earlier = await tove.get('/arbeid/mal/arsrapport?ar=2023')
  assert.doesNotMatch(earlier.html, /188 ungdommer/, 'what came later is not told')
  assert.match(earlier.html, /138 ungdommer/)
  assert.equal((await tove.get(`/arbeid/mal/arsrapport?organisasjon=${crypto.randomUUID()}`)).status, 404)
})

test('a year that is none, or of which nothing is known, is answered as such and finished by nobody', async () => {
  const tove = await loginAs(app, 'leder-nes')
  const path = '/arbeid/mal/arsrapport'
  for (const ar of [
    'abc',
    '99999',
    '20',
    '2025.0',
    '0x7E9',
    '2e3',
    '-2025',
    '2025&ar=2024',
    '1889',
    '2100',
  ]) {
    const page = await tove.get(`${path}?ar=${ar}`)
    assert.equal(page.status, 400, ar)
    assert.match(page.html, /<h1[^>]*>Vi forsto ikke adressen/)
  }
  for (const ar of ['1995', '2099']) {
    const page = await tove.get(`${path}?ar=${ar}`)
    assert.equal(page.status, 404, ar)
    assert.match(page.html, new RegExp(`<h1[^>]*>Det er ingen årsrapport for ${ar}</h1>`))
    assert.match(
      page.html,
      /Nes kommune har ingen mål, tall eller tiltak for det året\. Du kan se årene fra 20\d\d til 20\d\d\./,
    )
  }
  const [, first = '', last = ''] =
    /Du kan se årene fra (\d{4}) til (\d{4})\./.exec((await tove.get(`${path}?ar=1995`)).html) ?? []
  for (const [year, status] of [
    [Number(first) - 1, 404],
    [first, 200],
    [last, 200],
    [Number(last) + 1, 404],
  ])
    assert.equal((await tove.get(`${path}?ar=${year}`)).status, status, String(year))
  const form = hiddenIn(await tove.get(path), path)
  assert.equal((await tove.post(path, { ...form, ar: '1995' })).status, 404)
  assert.equal((await tove.post(path, { ...form, ar: 'abc' })).status, 400)
})

test('a year is looked at in as many statements with twenty plans as with one, and each measure stands under its own', async () => {
  const nes = await app.db.asOwner(tx => idOf(tx, 'organization', 'nes-kommune'))
  const look = () =>
    app.db.database.transaction(ingrid.personId, async tx => {
      let statements = 0
      const counting: Tx = { isTransaction: true, query: statement => (statements++, tx.query(statement)) }
      const home = { id: nes, name: { nb: 'Nes kommune' }, area: '3228' }
      const { measures } = await lookAtYear(counting, home, 2026, '2026-11-22')
      return { statements, measures: measures.map(one => `${one.plan}: ${one.measure.fields.title}`) }
    })
  const before = await look()
  await app.db.asOwner(async tx => {
    for (let n = 1; n <= 20; n++)
      await exec(
        tx,
        sql`with plan as (
              insert into planning.paper (kind, organization_id, fields)
              values ('plan', ${nes}, ${JSON.stringify({ title: `Plan ${n}` })}) returning id
            )
            insert into planning.paper (kind, organization_id, plan_id, fields)
            select 'measure', ${nes}, plan.id, ${JSON.stringify({ title: `Tiltak ${n}`, number: 1 })}::jsonb from plan`,
      )
  })
  const after = await look()
  assert.equal(after.statements, before.statements)
  const added = Array.from({ length: 20 }, (_, index) => `Plan ${index + 1}: Tiltak ${index + 1}`)
  assert.deepEqual(after.measures.toSorted(), [...before.measures, ...added].toSorted())
})

test('a leader finishes the report of a year, and it is the same bytes for ever; what is not finished says that it is a draft', async () => {
  const tove = await loginAs(app, 'leder-nes')
  const path = '/arbeid/mal/arsrapport'
  const draft = await tove.get(`${path}?ar=2025`)
  assert.match(draft.html, /<strong>Utkast<\/strong>/)
  assert.match((await ingrid.get(`${path}?ar=2025`)).html, /Lederen kan gjøre den ferdig/)
  const theirs = hiddenIn(draft, path)
  assert.equal((await ingrid.post(path, theirs)).status, 404, 'a coordinator does not finish it')
  for (const _ of ['once', 'the same form again'])
    assert.match(location(await tove.post(path, theirs)), /lagret=ja/)
  const second = await tove.post(path, { ...theirs, submission: crypto.randomUUID() })
  assert.equal(second.status, 422)
  assert.match(second.html, /En annen har gjort rapporten for dette året ferdig imens/)
  const listed = await tove.get(`${path}?ar=2025&lagret=ja`)
  assert.match(listed.html, /Årsrapporten er ferdig og tatt vare på/)
  const links = [
    ...listed.html.matchAll(
      /href="(\/arbeid\/mal\/arsrapport\/[0-9a-f-]{36})">Årsrapport 2025<\/a> <span[^>]*>Du, 22\. november 2026/g,
    ),
  ]
  assert.equal(links.length, 1)
  const kept = links[0]![1]!
  const plan = await ingrid.get(`/arbeid/planer/${stableId('plan nes-forebygging')}`)
  assert.match(
    plan.html,
    new RegExp(
      `Ferdige årsrapporter.*?href="${kept}">Årsrapport 2025</a> <span[^>]*>Tove Haga, 22\\. november`,
      's',
    ),
  )

  const print = () =>
    Promise.all(['', '/nn', '/se', '/en'].map(async language => (await tove.get(`${language}${kept}`)).html))
  const first = await print()
  assert.match(first[0]!, /^<!doctype html>/)
  assert.match(first[0]!, /Årsrapport 2025 for Nes kommune.*Rapporten ble gjort ferdig 22\. november 2026/s)
  assert.match(first[0]!, /Ung i Nes \(eksempel\).*<svg viewBox.*<th scope="row">2025<\/th>/s)
  assert.match(first[3]!, /Yearly report 2025/)
  await app.db.asOwner(async tx => {
    for (const change of [
      sql`insert into planning.goal_figure (paper_id, year, value, submission) select id, 2025, 12345, gen_random_uuid() from planning.paper where kind = 'goal'`,
      sql`update planning.paper set fields = fields || jsonb_build_object('title', (fields->>'title') || ' omskrevet', 'responsible', 'En annen') where kind in ('goal', 'measure', 'plan')`,
      sql`insert into planning.paper_state (paper_id, state, submission) select id, 'stopped', gen_random_uuid() from planning.paper where kind = 'measure'`,
      sql`update organizations.organization_text set name = name || ' 2'`,
      sql`update organizations.unit_text set name = name || ' 2'`,
    ])
      await exec(tx, change)
  })
  assert.deepEqual(await print(), first)
  assert.match((await tove.get(`${path}?ar=2025`)).html, /12\s345/, 'the draft has followed')
  for (const key of ['koordinator-nes', 'larer-nes', 'admin-nes'])
    assert.equal((await (await loginAs(app, key)).get(kept)).html, first[0], key)
  for (const key of ['koordinator-nannestad', 'redaktor-nes', 'rektor-nannestad'])
    assert.equal((await (await loginAs(app, key)).get(kept)).status, 404, key)
  assert.equal(
    (await tove.post(path, { ...theirs, submission: crypto.randomUUID(), ar: '2027', kjent: '0' })).status,
    404,
  )

  const refused = (error: { code?: string }) => ['42501', '23503', '23001'].includes(error.code ?? '')
  for (const text of [
    `update planning.year_report_snapshot set content = '{}'`,
    'delete from planning.year_report_snapshot',
    'truncate planning.year_report_snapshot',
    'delete from planning.year_report',
  ]) {
    await assert.rejects(
      app.db.rolledBack(tx => tx.query({ text })),
      refused,
      `owner: ${text}`,
    )
    await assert.rejects(
      app.db.database.transaction(tove.personId, tx => tx.query({ text })),
      { code: '42501' },
      text,
    )
  }
  const isSealed = sql`select bool_and(hash = sha256(convert_to(content::text, 'UTF8'))) from planning.year_report_snapshot`
  assert.equal(await app.db.asOwner(tx => value(tx, z.boolean(), isSealed)), true)
})
