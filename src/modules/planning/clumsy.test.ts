import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import * as z from 'zod'
import { stableId } from '#modules/catalogue/index.ts'
import { exec, sql, value, type Tx } from '#platform/db/sql.ts'
import { testApp } from '#test/app.ts'
import { loginAs, type LoggedIn } from '#test/client.ts'
import { idOf } from '#test/roles.ts'
import { hiddenIn, location } from '#test/service-forms.ts'

// A coordinator without time: what is typed in haste, late at night or twice.

const app = await testApp()
let ingrid: LoggedIn
let ragnhild: LoggedIn
before(async () => {
  ingrid = await loginAs(app, 'koordinator-nes')
  ragnhild = await loginAs(app, 'regionkoordinator')
})
const owner = <T>(work: (tx: Tx) => Promise<T>) => app.db.asOwner(work)
const plan = stableId('plan nes-forebygging')

test('what happens half past midnight in Norway is of that day, on pages and in files', async () => {
  const night = '2026-11-19T23:30:00Z'
  const enquiry = await owner(tx => value(tx, z.string(), sql`select paper_id from planning.enquiry limit 1`))
  await owner(async tx => {
    await exec(tx, sql`update planning.enquiry set sent_at = ${night}`)
    await exec(tx, sql`update planning.enquiry_answer set answered_at = ${night}`)
    await exec(tx, sql`update planning.paper set changed_at = ${night} where kind = 'cooperation'`)
  })
  const page = await ragnhild.get(`/arbeid/henvendelser/${enquiry}`)
  assert.equal(page.html.match(/20\. november 2026/g)?.length, 2, 'sent, and answered')
  assert.doesNotMatch(page.html, /19\. november 2026/)
  const file = await ingrid.get('/arbeid/samhandling/csv')
  assert.match(file.html, /;2026-11-20\r\n/)
  assert.doesNotMatch(file.html, /2026-11-19/)
})

test('what is taken into a plan keeps the title it had where it was seen: a gap, a room of one’s own, a finding', async () => {
  const finding = await owner(tx =>
    value(
      tx,
      z.string(),
      sql`select finding.id from mapping.finding join mapping.round on round.id = finding.round_id
          where round.area_code = '3228' limit 1`,
    ),
  )
  const title = await owner(tx =>
    value(tx, z.string(), sql`select title from mapping.finding where id = ${finding}`),
  )
  await owner(async tx => {
    await exec(
      tx,
      sql`insert into pyramid.room_change (area_code, revision, kind, about, submission)
          values ('3228', 1, 'add', 'Fritidsklubben', gen_random_uuid())`,
    )
    const own = [{ code: 'egen-1', name: { nb: 'Fritidsklubben' }, own: { level: 'all', parts: [] } }]
    await exec(
      tx,
      sql`insert into pyramid.arrangement (area_code, revision, rooms) values ('3228', 1, ${JSON.stringify(own)})`,
    )
  })
  const take = async (slag: string, nokkel: string) => {
    const path = `/arbeid/planer/ta-inn?slag=${slag}&nokkel=${encodeURIComponent(nokkel)}&omrade=3228&plan=${plan}`
    return { path, page: await ingrid.get(path) }
  }
  assert.match((await take('gap', 'empty:egen-1')).page.html, /value="Tomt rom: Fritidsklubben"/)
  assert.match((await take('gap', 'unmet:searches')).page.html, /value="Søkt forgjeves"/)
  for (const foreign of [`${finding.slice(0, -4)}0000`, 'x'])
    assert.match((await take('finding', foreign)).page.html, /value="Funn/)
  const { path, page } = await take('finding', finding)
  assert.ok(page.html.includes(`value="${title.replaceAll('"', '&quot;')}"`), title)

  // It is told otherwise when the form is sent: the link is there all the same.
  const link = /name="svarer" value="([^"]*)"/.exec(page.html)![1]!.replaceAll('&quot;', '"')
  await owner(tx => exec(tx, sql`update mapping.finding set title = 'Et annet navn' where id = ${finding}`))
  const begun = await ingrid.post(path, {
    ...hiddenIn(page, path.replaceAll('&', '&amp;')),
    tiltak: 'Avtale',
    svarer: link,
  })
  assert.equal(begun.status, 303, begun.html.slice(0, 2000))
  const measure = location(begun)
  assert.match((await ingrid.get(measure)).html, /Et annet navn/)

  // Back to the finding, for those who may read it, as long as it is there.
  const back = /<a href="(\/arbeid\/kartlegging\/[0-9a-f-]{36})#(funn-[0-9a-f-]{36})">/
  const [, round = '', place = ''] = back.exec((await ingrid.get(measure)).html) ?? assert.fail('a way back')
  assert.equal(place, `funn-${finding}`)
  assert.ok((await ingrid.get(round)).html.includes(`id="${place}"`), 'it is shown there')
  assert.match((await (await loginAs(app, 'leder-nes')).get(measure)).html, back)
  const amina = await (await loginAs(app, 'larer-nes')).get(measure)
  assert.match(amina.html, /Et annet navn/)
  assert.doesNotMatch(amina.html, back, 'she reads the plan, and no findings')
  await owner(tx => exec(tx, sql`insert into mapping.finding_removal (finding_id) values (${finding})`))
  const without = await ingrid.get(measure)
  assert.match(without.html, /Et annet navn/)
  assert.doesNotMatch(without.html, back)
})

test('who goes back in her browser after saving and writes on loses nothing, and a form pressed twice counts once', async () => {
  const count = (what: string) =>
    owner(tx =>
      value(tx, z.number(), sql`select count(*) from planning.paper where fields->>'title' = ${what}`),
    )
  const path = `/arbeid/planer/${plan}/tiltak`
  const form = hiddenIn(await ingrid.get(path), path)
  // A measure, pressed twice; back; the next one in the same form.
  const first = await ingrid.post(path, { ...form, tiltak: 'Første' })
  assert.equal(location(await ingrid.post(path, { ...form, tiltak: 'Første' })), location(first))
  const second = await ingrid.post(path, { ...form, tiltak: 'Neste' })
  assert.equal(second.status, 303)
  assert.deepEqual([await count('Første'), await count('Neste')], [1, 1])

  // A measure is changed; back; a word more.
  const measure = location(first).split('?')[0]!
  const edit = { ...hiddenIn(await ingrid.get(`${measure}/endre`), `${measure}/endre`), tiltak: 'Første' }
  assert.equal((await ingrid.post(`${measure}/endre`, { ...edit, mer: 'Kort' })).status, 303)
  assert.equal((await ingrid.post(`${measure}/endre`, { ...edit, mer: 'Kort' })).status, 303)
  const more = await ingrid.post(`${measure}/endre`, { ...edit, mer: 'Kort, og litt til' })
  assert.equal(more.status, 422, 'what was saved since the form was opened is shown, her own too')
  assert.match(more.html, />Kort, og litt til<\/textarea>/)

  // How it stands; back; another.
  const state = hiddenIn(await ingrid.get(measure), `${measure}/status`)
  assert.equal((await ingrid.post(`${measure}/status`, { ...state, tilstand: 'started' })).status, 303)
  assert.equal((await ingrid.post(`${measure}/status`, { ...state, tilstand: 'started' })).status, 303)
  assert.equal((await ingrid.post(`${measure}/status`, { ...state, tilstand: 'done' })).status, 422)

  // Statements of two groups, one after the other.
  const asking = `/arbeid/planer/${plan}/horing`
  const sent = await ingrid.post(asking, {
    ...hiddenIn(await ingrid.get(asking), asking),
    sporsmal: 'Hva mener dere?',
    frist: '2027-01-15',
    invitert: 'Ungdomsrådet\nEldrerådet',
  })
  const consultation = location(sent).split('?')[0]!
  const action = `${consultation}/uttalelse`
  const statement = hiddenIn(await ingrid.get(consultation), action)
  const early = { ...statement, gruppe: 'Ungdomsrådet', tekst: 'Ja', dato: '23.11.2026' }
  const tomorrow = await ingrid.post(action, early)
  assert.equal(tomorrow.status, 422)
  assert.match(tomorrow.html, /href="#dato"[^>]*>Dagen de svarte, kan ikke være etter i dag/)
  for (const gruppe of ['Ungdomsrådet', 'Ungdomsrådet', 'Eldrerådet'])
    await ingrid.post(action, { ...statement, gruppe, tekst: `${gruppe} mener ja`, dato: '2026-11-20' })
  const { html } = await ingrid.get(consultation)
  for (const group of ['Ungdomsrådet', 'Eldrerådet'])
    assert.equal(html.split(`<p class="written">${group} mener ja`).length - 1, 1, group)
})

test('a measure of a plan of any size can be edited, and who takes the highest number leaves others a number', async () => {
  const organization = await owner(tx => idOf(tx, 'organization', 'nes-kommune'))
  const large = await owner(tx =>
    value(
      tx,
      z.string(),
      sql`insert into planning.paper (kind, organization_id, fields)
          values ('plan', ${organization}, '{"title": "Stor plan"}') returning id`,
    ),
  )
  await owner(tx =>
    exec(
      tx,
      sql`insert into planning.paper (kind, organization_id, plan_id, fields)
          select 'measure', ${organization}, ${large}, jsonb_build_object('title', 'Nr ' || n, 'number', n)
          from generate_series(1, 999) n where n <> 17`,
    ),
  )
  const path = `/arbeid/planer/${large}/tiltak`
  const begin = async (title: string) => {
    const begun = await ingrid.post(path, { ...hiddenIn(await ingrid.get(path), path), tiltak: title })
    assert.equal(begun.status, 303)
    return location(begun).split('?')[0]!
  }
  const edit = async (measure: string, number: string) => {
    const form = await ingrid.get(`${measure}/endre`)
    const typed = { ...hiddenIn(form, `${measure}/endre`), tiltak: 'Endret', nummer: number }
    return {
      page: await ingrid.post(`${measure}/endre`, typed),
      was: /id="nummer"[^>]*value="(\d+)"/.exec(form.html)?.[1],
    }
  }
  const measure = await begin('Nummer tusen')
  const { page, was } = await edit(measure, '1000')
  assert.equal(was, '1000')
  assert.equal(page.status, 303, 'with the number it has')
  assert.match((await ingrid.get(measure)).html, /Endret/)
  for (const [number, status] of [
    ['1000000', 422],
    ['0', 422],
    ['18', 422],
    ['999999', 303],
  ] as const)
    assert.equal((await edit(measure, number)).page.status, status, number)
  const next = await begin('Etter det siste')
  assert.equal((await edit(next, '17')).was, '17', 'the first that is free')
  assert.equal((await edit(await begin('Og neste'), '')).was, '1000')
})

test('a concretisation with much in it becomes a draft that its editors can open, with its words cut where a service has less room', async () => {
  const begin = await ingrid.get('/arbeid/planer/konkretisering/ny')
  const action = /action="(\/arbeid\/planer\/konkretisering\/ny[^"]*)"/.exec(begin.html)![1]!
  const name = `${'a'.repeat(119)}😀 og mer`
  const begun = await ingrid.post(action, { ...hiddenIn(begin, action), navn: name })
  const id = /([0-9a-f-]{36})/.exec(location(begun))![1]!
  const long = 'Langt. '.repeat(1100)
  const steps: [string, Record<string, string>][] = [
    ['behov', { navn: name, behov: long }],
    ['mal', { mal: long }],
    ['malgruppe', { malgruppe: long }],
    ['metode', { metode: long }],
    ['ressurser', { ressurser: 'En', kroner: '90 000' }],
    ['ansvar', { ansvar: 'Leder' }],
    ['tid', { start: '2027-01-10' }],
    ['evaluering', { evaluering: 'Vi spør', evalueres: '2027-06-01' }],
  ]
  for (const [step, fields] of steps) {
    const path = `/arbeid/planer/konkretisering/${id}/steg/${step}`
    const saved = await ingrid.post(path, { ...hiddenIn(await ingrid.get(path), path), ...fields })
    assert.equal(saved.status, 303, step)
  }
  const whole = `/arbeid/planer/konkretisering/${id}`
  const make = `${whole}/tilbud`
  assert.equal((await ingrid.post(make, hiddenIn(await ingrid.get(whole), make))).status, 303)
  const draft = /\/arbeid\/tilbud\/([0-9a-f-]{36})/.exec((await ingrid.get(whole)).html)![1]!
  const kari = await loginAs(app, 'redaktor-nes')
  for (const path of ['', '/steg/hva', '/steg/hvordan'])
    assert.equal((await kari.get(`/arbeid/tilbud/${draft}${path}`)).status, 200, path)
})

test('a unit that is closed is offered no more, but where it was chosen before, and is not counted among those that have not written', async () => {
  const [school, other] = await owner(async tx => [
    await idOf(tx, 'unit', 'nes-skolene'),
    await idOf(tx, 'unit', 'nes-barnehagene'),
  ])
  const counted = async () => /(\d+) av (\d+) enheter/.exec((await ingrid.get('/arbeid/samhandling')).html)!
  const silent = await owner(tx =>
    value(
      tx,
      z.string(),
      sql`select id from organizations.named_unit unit where organization_id = (select organization_id from organizations.unit where id = ${school})
          and id not in (${school}, ${other}) and not exists (select from planning.paper where paper.unit_id = unit.id) limit 1`,
    ),
  )
  const before = await counted()
  const measure = stableId('measure nes-forebygging 1')
  await owner(async tx => {
    await exec(
      tx,
      sql`update planning.paper set fields = fields || ${JSON.stringify({ units: [school] })} where id = ${measure}`,
    )
    for (const unit of [school, other, silent])
      await exec(tx, sql`insert into organizations.unit_closing (unit_id) values (${unit})`)
  })
  const edit = await ingrid.get(`/arbeid/planer/tiltak/${measure}/endre`)
  assert.ok(edit.html.includes(school), 'what was chosen stays')
  assert.ok(!edit.html.includes(other))
  assert.ok(!(await ingrid.get(`/arbeid/planer/${plan}/tiltak`)).html.includes(school))
  const after = await counted()
  assert.equal(after[1], before[1], 'what closed units wrote is still there')
  assert.ok(Number(after[2]) < Number(before[2]))
})
