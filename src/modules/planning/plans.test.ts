import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import * as z from 'zod'
import { stableId } from '#modules/catalogue/index.ts'
import { exec, sql, value } from '#platform/db/sql.ts'
import { testApp } from '#test/app.ts'
import { loginAs, type LoggedIn, type Page } from '#test/client.ts'
import { hiddenIn, location } from '#test/service-forms.ts'

const app = await testApp()

let ingrid: LoggedIn
let jonas: LoggedIn
before(async () => {
  ingrid = await loginAs(app, 'koordinator-nes')
  jonas = await loginAs(app, 'koordinator-nannestad')
})

const nannestad = stableId('plan nannestad-tidlig-inn')
const nes = stableId('plan nes-forebygging')
const measure = (n: number) => stableId(`measure nes-forebygging ${n}`)

/** Sends the form of a page, filled: what is not given stays as it was. */
async function send(
  who: LoggedIn,
  path: string,
  fields: Record<string, string>,
  action = path,
): Promise<Page> {
  return who.post(action, { ...hiddenIn(await who.get(path), action), ...fields })
}
const idIn = (page: Page) =>
  /([0-9a-f-]{36})/.exec(location(page))?.[1] ?? assert.fail(page.html.slice(0, 3000))
const counted = (text: ReturnType<typeof sql>) => app.db.asOwner(tx => value(tx, z.number(), text))
const fieldOf = (id: string, field: string) =>
  app.db.asOwner(tx =>
    value(tx, z.string().nullable(), sql`select fields->>${field} from planning.paper where id = ${id}`),
  )

test('the coordinator of Nannestad sees the sixteen measures of the plan, with who, when, with what money and what is late', async () => {
  const list = await jonas.get('/arbeid/planer')
  assert.match(list.html, /Tiltaksplan for tidlig inn/)
  assert.doesNotMatch(list.html, /Oppvekstplan \(eksempel\)/, 'the plans of Nes are not hers')
  const page = await jonas.get(`/arbeid/planer/${nannestad}`)
  assert.equal(page.status, 200)
  for (const number of Array.from({ length: 16 }, (_, index) => index + 1))
    assert.match(page.html, new RegExp(`>${number}\\. <a href="/arbeid/planer/tiltak/`))
  assert.match(page.html, /2020–2024: Egenfinansiering, 100\s000 kroner/)
  assert.match(
    page.html,
    /<th scope="row">Egenfinansiering<\/th>(<td class="numeric">100\s000<\/td>){5}<td class="numeric">500\s000/,
  )
  assert.match(page.html, /4 tiltak er forsinket/)
  const late = await jonas.get(`/arbeid/planer/${nannestad}?sent=ja`)
  assert.equal([...late.html.matchAll(/<a href="\/arbeid\/planer\/tiltak\/[0-9a-f-]{36}">/g)].length, 4)
  assert.match(page.html, /<svg class="gantt" viewBox/)
})

test('the table is a file too, in which nothing is a formula', async () => {
  await app.db.asOwner(tx =>
    exec(
      tx,
      sql`update planning.paper set fields = fields || '{"responsible": "=1+1"}' where id = ${measure(3)}`,
    ),
  )
  const file = await ingrid.get(`/arbeid/planer/${nes}/csv?status=not-started`)
  const lines = file.html.split('\r\n')
  assert.equal(lines.length, 1 + 2 + 1, 'a heading, two measures, the end')
  assert.match(
    lines[2]!,
    /^3;Åpent ettermiddagstilbud for ungdomstrinnet;;'=1\+1;.*2027-01-04;2028-12-31;Ikke begynt;;/,
  )
  const money = await ingrid.get(`/arbeid/planer/${nes}/csv?del=okonomi`)
  assert.match(money.html, /2027;Nye midler;480000\r\n/)
})

test('a plan is begun once for each form, and forms with faults come back as they were filled', async () => {
  const page = await ingrid.get('/arbeid/planer/ny')
  const action = /action="(\/arbeid\/planer\/ny[^"]*)"/.exec(page.html)![1]!
  const form = hiddenIn(page, action)
  const wrong = await ingrid.post(action, {
    ...form,
    navn: '',
    om: 'Mye',
    fra: '2028',
    til: '2026',
    slagplan: 'other',
  })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /Fyll ut: Navn på planen/)
  assert.match(wrong.html, />Mye<\/textarea>/)
  const backwards = await ingrid.post(action, {
    ...form,
    navn: 'Plan',
    slagplan: 'other',
    fra: '2028',
    til: '2026',
  })
  assert.match(backwards.html, /Slutten kan ikke være før starten/)
  const sent = { ...form, navn: 'Plan for ungdom', slagplan: 'other', fra: '2027', til: '2028' }
  const [first, second] = [await ingrid.post(action, sent), await ingrid.post(action, sent)]
  assert.equal(first.status, 303)
  assert.equal(idIn(first), idIn(second), 'twice the same form is one plan')
  const plan = await ingrid.get(`/arbeid/planer/${idIn(first)}`)
  assert.match(plan.html, /2027–2028/)
  assert.match(plan.html, /Utkast/)
})

test('a room is taken into a plan as a measure, which keeps the title of what it answers', async () => {
  const asked = `/arbeid/planer/ta-inn?slag=gap&nokkel=missing:bup&omrade=3228`
  const choose = await ingrid.get(asked)
  assert.match(choose.html, /Handlingsplan for forebyggende arbeid \(eksempel\)/)
  const path = `${asked.replace(':', '%3A')}&plan=${nes}`
  const form = await ingrid.get(path)
  const action = path
  assert.match(form.html, /Mangler i dag/)
  const fields = {
    ...hiddenIn(form, action.replaceAll('&', '&amp;')),
    tiltak: 'Avtale med BUP om faste dager',
    start: '2027-01-10',
    slutt: '10.6.2027',
    'okonomi-1-ar': '2027',
    'okonomi-1-slag': 'project',
    'okonomi-1-kroner': '1 250 000',
  }
  const link = /name="svarer" value="([^"]*)"/.exec(form.html)![1]!.replaceAll('&quot;', '"')
  const begun = await ingrid.post(action, { ...fields, svarer: link })
  assert.equal(begun.status, 303, begun.html.slice(0, 3000))
  assert.equal(
    idIn(begun),
    idIn(await ingrid.post(action, { ...fields, svarer: link })),
    'sent twice, it is one',
  )
  const page = await ingrid.get(`/arbeid/planer/tiltak/${idIn(begun)}`)
  assert.match(page.html, /Tiltak 4 i Handlingsplan/)
  assert.match(page.html, /Hull: <a href="\/pyramide\/3228\/bup">[^<]*: Mangler i dag<\/a>/)
  assert.match(page.html, /2027: Prosjektmidler, 1\s250\s000 kroner/)
  assert.match(page.html, /10\. januar 2027 til 10\. juni 2027/)
  assert.equal((await jonas.get(path)).status, 404, 'plans of others are not there')
})

test('gaps of every kind go from their page into a plan by the name they have there, and lead back; the page of gaps names the measure', async () => {
  const gaps = await ingrid.get('/arbeid/pyramide/hull')
  const taken = /href="([^"]*)">Ta inn i plan<span class="visually-hidden">: ([^<]*)<\/span><\/a>/g
  const all = [...gaps.html.matchAll(taken)].map(([, href, title]) => ({
    href: href!.replaceAll('&amp;', '&'),
    key: new URLSearchParams(href!.split('?')[1]!.replaceAll('&amp;', '&')).get('nokkel')!,
    title: title!,
  }))
  const kinds = [...Map.groupBy(all, ({ key }) => key.split(':')[0]!)].map(([, some]) => some[0]!)
  assert.ok(kinds.length >= 4, `only ${kinds.map(({ key }) => key).join(', ')}`)
  for (const { href, key, title } of kinds) {
    const choose = await ingrid.get(href)
    assert.ok(choose.html.includes(`<p class="lead">${title}</p>`), `${key}: ${title}`)
    const path = new RegExp(`href="([^"]*plan=${nes})"`).exec(choose.html)![1]!
    const form = await ingrid.get(path.replaceAll('&amp;', '&'))
    const link = /name="svarer" value="([^"]*)"/.exec(form.html)![1]!.replaceAll('&quot;', '"')
    const begun = await ingrid.post(path.replaceAll('&amp;', '&'), {
      ...hiddenIn(form, path),
      tiltak: `Svar på ${key}`,
      svarer: link.replaceAll('&amp;', '&'),
    })
    assert.equal(begun.status, 303, begun.html.slice(0, 3000))
    const measure = await ingrid.get(`/arbeid/planer/tiltak/${idIn(begun)}`)
    const back = new RegExp(`Hull: <a href="(/pyramide/3228[^"]*)">([^<]*)</a>`).exec(measure.html)
    assert.equal(back?.[2], title, key)
    assert.equal((await ingrid.get(back[1]!)).status, 200, back[1])
    const after = await ingrid.get('/arbeid/pyramide/hull')
    assert.ok(
      after.html.includes(`<a href="/arbeid/planer/tiltak/${idIn(begun)}">Svar på ${key}</a>`),
      `${key} is said to be in a plan`,
    )
  }
  assert.doesNotMatch(
    (await (await loginAs(app, 'regionkoordinator')).get('/arbeid/pyramide/hull?omrade=3228')).html,
    /Svar på/,
    'plans of others are not told of',
  )
})

test('two who change the same measure: the second is told who wrote what, and loses nothing', async () => {
  const other = await loginAs(app, 'koordinator-nes')
  const path = `/arbeid/planer/tiltak/${measure(1)}/endre`
  const [mine, theirs] = [hiddenIn(await ingrid.get(path), path), hiddenIn(await other.get(path), path)]
  const kept = { start: '2026-03-01', slutt: '2027-06-30', tiltak: 'Møteplass for foreldre med små barn' }
  const first = { ...theirs, ...kept, ansvar: 'Leder for helsestasjonen' }
  assert.equal((await other.post(path, first)).status, 303)
  const second = await ingrid.post(path, {
    ...mine,
    ...kept,
    ansvar: 'Leder for biblioteket',
    mer: 'Hver onsdag',
  })
  assert.equal(second.status, 422)
  assert.match(second.html, /Det samme er endret siden du åpnet skjemaet/)
  assert.match(second.html, /Leder for helsestasjonen/)
  assert.match(second.html, />Leder for biblioteket<\/textarea>/)
  assert.match(second.html, />Hver onsdag<\/textarea>/)
  assert.equal(await fieldOf(measure(1), 'responsible'), 'Leder for helsestasjonen')
  const again = { ...hiddenIn(second, path), ...kept, ansvar: 'Leder for biblioteket', mer: 'Hver onsdag' }
  assert.equal((await ingrid.post(path, again)).status, 303)
  assert.equal(await fieldOf(measure(1), 'responsible'), 'Leder for biblioteket')
  assert.equal(await fieldOf(measure(1), 'text'), 'Hver onsdag')
  assert.match(
    (await ingrid.get(`/arbeid/planer/tiltak/${measure(1)}`)).html,
    /<th scope="row">Ansvarlig<\/th><td data-label="Før">Leder for helsestasjonen<\/td><td data-label="Etter">Leder for biblioteket<\/td><td data-label="Hvem og når">Du, 22/,
  )
})

test('who may read a plan cannot write it by plain SQL, and who writes plans writes no services but what is wanted', async () => {
  const as = (who: LoggedIn, statement: ReturnType<typeof sql>) =>
    app.db.database.transaction(who.personId, tx => exec(tx, statement))
  const { personId: leader } = await loginAs(app, 'leder-nes')
  const reader = { ...ingrid, personId: leader }
  const home = sql`(select organization_id from planning.paper where id = ${nes})`
  const refused = { code: '42501' }
  for (const statement of [
    sql`insert into planning.paper (kind, organization_id, created_by) select 'plan', organization_id, ${leader} from planning.paper where id = ${nes}`,
    sql`insert into planning.paper_change (paper_id, revision, submission, after, person_id) values (${nes}, 1, gen_random_uuid(), '{"title": "x"}', ${leader})`,
    sql`insert into planning.paper_state (paper_id, state, submission, set_by) values (${nes}, 'closed', gen_random_uuid(), ${leader})`,
    sql`select catalogue.begin_wanted_draft(${home}, null, gen_random_uuid(), '{}')`,
  ])
    await assert.rejects(as(reader, statement), refused)
  await assert.rejects(
    as(
      ingrid,
      sql`insert into planning.paper_state (paper_id, state, submission, set_by) values (${nes}, 'closed', gen_random_uuid(), ${leader})`,
    ),
    refused,
    'nobody does it in the name of another',
  )
  await assert.rejects(
    as(ingrid, sql`select catalogue.begin_wanted_draft(${home}, null, gen_random_uuid(), '{"phones": []}')`),
    /holds some words/,
  )
  await assert.rejects(as(ingrid, sql`update planning.paper set revision = 9 where id = ${nes}`), refused)
})

test('who has no plan begins one on the way, and comes back to what she was taking up', async () => {
  const path = '/arbeid/planer/ny?slag=room&nokkel=slt&omrade=3228'
  const page = await ingrid.get(path)
  const action = /action="(\/arbeid\/planer\/ny[^"]*)"/.exec(page.html)![1]!
  const form = { ...hiddenIn(page, action), navn: 'SLT-plan', slagplan: 'action' }
  const begun = await ingrid.post(action.replaceAll('&amp;', '&'), form)
  assert.match(location(begun), /^\/arbeid\/planer\/ta-inn\?slag=room&nokkel=slt&omrade=3228&plan=/)
  assert.match((await ingrid.get(location(begun))).html, /name="tiltak"[^>]*value="[^"]*SLT/)
})

test('status is a row with who and when; who sets it second without knowing is told so', async () => {
  const path = `/arbeid/planer/tiltak/${measure(2)}`
  const action = `${path}/status`
  const page = await ingrid.get(path)
  assert.match(page.html, /Skulle vært ferdig/)
  const form = hiddenIn(page, action)
  const set = await ingrid.post(action, {
    ...form,
    tilstand: 'started',
    kommentar: 'To av tre kurs er holdt',
  })
  assert.equal(set.status, 303)
  assert.equal(
    (await ingrid.post(action, { ...form, tilstand: 'started', kommentar: 'To av tre kurs er holdt' }))
      .status,
    303,
    'the same form again',
  )
  const late = await ingrid.post(action, { ...form, submission: crypto.randomUUID(), tilstand: 'stopped' })
  assert.equal(late.status, 422)
  assert.match(late.html, /Status er satt siden du åpnet skjemaet/)
  assert.match(late.html, /To av tre kurs er holdt/)
  assert.equal(
    await counted(sql`select count(*) from planning.paper_state where paper_id = ${measure(2)}`),
    2,
  )
  const done = await send(ingrid, path, { tilstand: 'done', kommentar: 'Ferdig' }, action)
  assert.equal(done.status, 303)
  const after = await ingrid.get(path)
  assert.match(after.html, /Du, 22\. november 2026/)
  assert.doesNotMatch(after.html, /Skulle vært ferdig/)
})

test('who works in the organisation reads its plans and changes nothing; others find nothing', async () => {
  for (const key of ['leder-nes', 'admin-nes', 'larer-nes']) {
    const reader = await loginAs(app, key)
    const page = await reader.get(`/arbeid/planer/${nes}`)
    assert.equal(page.status, 200, key)
    assert.doesNotMatch(page.html, /method="post" action="\/arbeid/)
    assert.equal((await reader.get(`/arbeid/planer/${nes}/endre`)).status, 404)
  }
  assert.equal((await (await loginAs(app, 'redaktor-nes')).get('/arbeid/planer')).status, 404)
  assert.equal((await jonas.get(`/arbeid/planer/${nes}`)).status, 404)
  assert.equal((await jonas.get(`/arbeid/planer/tiltak/${measure(1)}`)).status, 404)
})

test('a plan goes out for consultation, groups answer, and it is said what was done', async () => {
  const begun = await ingrid.get('/arbeid/planer/ny')
  const action = /action="(\/arbeid\/planer\/ny[^"]*)"/.exec(begun.html)![1]!
  const plan = idIn(
    await ingrid.post(action, { ...hiddenIn(begun, action), navn: 'Ruspolitisk plan', slagplan: 'other' }),
  )
  const opened = await send(ingrid, `/arbeid/planer/${plan}/horing`, {
    sporsmal: 'Er tiltakene de rette?',
    frist: '2026-12-20',
    invitert: 'Ungdomsrådet\nPolitiet\n',
  })
  assert.equal(opened.status, 303)
  const path = location(opened).replace('?lagret=ja', '')
  assert.match((await ingrid.get(`/arbeid/planer/${plan}`)).html, /På høring/)
  const wrong = await send(
    ingrid,
    path,
    { gruppe: 'Ungdomsrådet', tekst: '', dato: '2026-11-20' },
    `${path}/uttalelse`,
  )
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /Skriv hva de sier/)
  const said = await send(
    ingrid,
    path,
    { gruppe: 'ungdomsrådet', tekst: 'Mer om vaping', dato: '2026-11-20' },
    `${path}/uttalelse`,
  )
  assert.equal(said.status, 303)
  const page = await ingrid.get(path)
  assert.match(page.html, /Ungdomsrådet: har svart/)
  assert.match(page.html, /Politiet: ikke svart/)
  const answered = await send(
    ingrid,
    path,
    { utfall: 'followed', tekst: 'Eget punkt om vaping' },
    `${path}/svar`,
  )
  assert.equal(answered.status, 303)
  assert.match(
    (await (await loginAs(app, 'larer-nes')).get(path)).html,
    /Tatt til følge\.<\/strong> <span class="written">Eget punkt om vaping/,
  )
})

test('the desk tells of late measures, consultations and evaluations, to who coordinates', async () => {
  const desk = await jonas.get('/arbeid')
  assert.match(desk.html, /4 tiltak i Tiltaksplan for tidlig inn/)
  const nesDesk = await ingrid.get('/arbeid')
  assert.match(nesDesk.html, /Leksekafé på biblioteket \(eksempel\)/)
  assert.match(nesDesk.html, /Oppvekstplan \(eksempel\)/)
  assert.doesNotMatch((await (await loginAs(app, 'leder-nes')).get('/arbeid')).html, /Leksekafé/)
})
