import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod'
import { stableId } from '#modules/catalogue/index.ts'
import { languages, localPath } from '#platform/i18n/language.ts'
import { sql, value } from '#platform/db/sql.ts'
import { testApp } from '#test/app.ts'
import { getPage, loginAs, type Fields, type LoggedIn, type Page } from '#test/client.ts'
import { hiddenIn, location } from '#test/service-forms.ts'
import { method, stepCodes } from './method/method-content.ts'
import { layOutSpiral, inLines } from './method/spiral.ts'
import { progressOf, ticksChanged } from './method/rules.ts'

const app = await testApp()
const ingrid = await loginAs(app, 'koordinator-nes')
const jonas = await loginAs(app, 'koordinator-nannestad')
const ragnhild = await loginAs(app, 'regionkoordinator')

const mapping = `/arbeid/metode/steg/${stableId('round nes-kommune 2 mapping')}`
const round = `/arbeid/metode/runder/${stableId('round nes-kommune 2')}`
const counted = (statement: Parameters<typeof value>[2]) =>
  app.db.asOwner(tx => value(tx, z.number(), statement))

/** Sends a form of a page as it was filled, with more. */
async function send(client: LoggedIn, path: string, action: string, more: Fields): Promise<Page> {
  return client.post(action, { ...hiddenIn(await client.get(path), action), ...more })
}

test('the guide has eight steps in their order, in every language, and every item a key of its own', () => {
  assert.deepEqual(
    method.steps.map(({ code }) => code),
    [...stepCodes],
  )
  const keys = method.steps.flatMap(step => step.checklist.map(({ key }) => key))
  assert.equal(new Set(keys).size, keys.length)
  for (const text of [
    ...method.why,
    ...method.steps.flatMap(step => [step.name, step.brief, ...step.what, step.who]),
  ])
    assert.ok(text.en, `“${text.nb}” is said in English too`)
  for (const step of method.steps)
    for (const code of step.sources)
      assert.ok(
        method.sources.some(source => source.code === code),
        code,
      )
})

test('everybody reads the guide: the spiral leads to each step, and the same stands as a list', async () => {
  for (const language of languages) {
    const page = await getPage(app, localPath(language, '/metode'))
    assert.equal(page.status, 200)
    const prefix = localPath(language, '/metode')
    for (const { slug } of method.steps)
      assert.equal(
        page.html.split(`href="${prefix}/${slug}"`).length - 1,
        2,
        `${language} ${slug}: drawn and listed`,
      )
  }
  const last = await getPage(app, '/metode/evaluering')
  assert.match(last.html, /Steg 8 av 8/)
  assert.match(last.html, /href="\/metode\/forankring">Neste: begynn på en ny runde, med Forankring/)
  assert.equal((await getPage(app, '/metode/finnes-ikke')).status, 404)
  assert.match((await getPage(app, '/')).html, /href="\/metode"/)
})

test('steps lie around on a spiral that opens, and none on another', () => {
  const { steps, width, height, middle } = layOutSpiral(method.steps, ({ name }) => name.nb)
  const out = steps.map(({ x, y }) => Math.hypot((x - middle.x) / 120, (y - middle.y) / 180))
  assert.deepEqual(
    out,
    out.toSorted((a, b) => a - b),
  )
  for (const [index, one] of steps.entries()) {
    assert.ok(one.x > 20 && one.x < width - 20 && one.y > 20 && one.y < height - 60)
    for (const other of steps.slice(index + 1)) assert.ok(Math.hypot(one.x - other.x, one.y - other.y) > 50)
  }
  assert.deepEqual(inLines('Analyse av behov'), ['Analyse', 'av behov'])
})

test('a form of a checklist changes what she changed, and nothing that another has ticked meanwhile', () => {
  const items = ['a', 'b', 'c']
  assert.deepEqual(ticksChanged(items, ['a'], ['a', 'c', 'x']), [{ item: 'c', isDone: true }])
  assert.deepEqual(ticksChanged(items, ['a', 'b'], ['b']), [{ item: 'a', isDone: false }])
  const states = new Map([['anchoring', 'done'] as const, ['mapping', 'started'] as const])
  assert.deepEqual(progressOf(states), { done: 1, started: 1, left: 6, next: 'group' })
})

test('a coordinator sees how far the round has come; the file says the same', async () => {
  assert.match((await ingrid.get(mapping)).html, /href="\/pyramide\/3228">Pyramiden</)
  const page = await ingrid.get('/arbeid/metode')
  assert.match(page.html, /Runde 2/)
  assert.match(page.html, /3 av 8 steg ferdig, 1 i gang/)
  assert.match(page.html, /Vi kartla mye og analyserte lite/)
  const file = await ingrid.get(`${round}/csv`)
  const lines = file.html.split('\r\n')
  assert.equal(lines.length, 10, 'a heading, eight steps, the end')
  assert.match(lines[4]!, /^Kartlegging;I gang;2;6;Redaktørene i enhetene;;2026-08-15;2026-12-15;;/)
})

test('an item is ticked with who and when; twice the same form ticks once', async () => {
  const action = `${mapping}/sjekkliste`
  const form = hiddenIn(await ingrid.get(mapping), action)
  const gjort = ['mapping-units', 'mapping-own', 'mapping-voluntary']
  const sent = { ...form, kjent: ['mapping-units', 'mapping-own'], gjort }
  for (const _ of [1, 2]) assert.equal((await ingrid.post(action, sent)).status, 303)
  const page = await ingrid.get(mapping)
  assert.match(page.html, /value="mapping-voluntary" checked/)
  assert.match(page.html, /Du, 22\. november 2026/)
  assert.equal(
    await counted(
      sql`select count(*) from planning.method_tick where item = 'mapping-voluntary' and ticked_by is not null`,
    ),
    1,
  )
  // Opened before that tick: she takes away one, and what she did not see stays.
  const old = {
    ...form,
    submission: crypto.randomUUID(),
    kjent: ['mapping-units', 'mapping-own'],
    gjort: 'mapping-units',
  }
  assert.equal((await ingrid.post(action, old)).status, 303)
  const after = await ingrid.get(mapping)
  assert.match(after.html, /value="mapping-voluntary" checked/)
  assert.doesNotMatch(after.html, /value="mapping-own" checked/)
})

test('a step gets a responsible position, days and a note; two who change the same are told', async () => {
  const path = `${mapping}/endre`
  const [mine, theirs] = [hiddenIn(await ingrid.get(path), path), hiddenIn(await ingrid.get(path), path)]
  const kept = { fra: '2026-08-15', til: '2026-12-15', notat: 'Hjelp fra frivilligsentralen' }
  const wrong = await ingrid.post(path, { ...mine, ...kept, til: '2026-01-01', ansvar: 'Redaktør' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /Slutten kan ikke være før starten/)
  assert.match(wrong.html, /Hjelp fra frivilligsentralen/)
  assert.equal((await ingrid.post(path, { ...theirs, ...kept, ansvar: 'BTI-koordinator' })).status, 303)
  assert.match(
    (await ingrid.get(mapping)).html,
    /Ansvarlig stilling<\/th>.*Redaktørene i enhetene.*BTI-koordinator.*Du, 22\. november 2026/s,
  )
  const second = await ingrid.post(path, { ...mine, ...kept, ansvar: 'Leder for Familiens Hus' })
  assert.equal(second.status, 422)
  assert.match(second.html, /Det samme er endret siden du åpnet skjemaet/)
  assert.match(second.html, /Leder for Familiens Hus/)
})

test('documents are added with title and link, and taken away', async () => {
  const action = `${mapping}/dokumenter`
  const wrong = await send(ingrid, mapping, action, { tittel: '', lenke: 'javascript:alert(1)' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /Skriv hva dokumentet heter/)
  assert.match(wrong.html, /Adressen må begynne med https/)
  assert.equal(
    (await send(ingrid, mapping, action, { tittel: 'Oversikt', lenke: 'https://a.example/oversikt' })).status,
    303,
  )
  const page = await ingrid.get(mapping)
  assert.match(page.html, /<a href="https:\/\/a\.example\/oversikt">Oversikt<\/a>/)
  const dokument = /name="dokument" value="([^"]+)"/.exec(page.html)![1]!
  for (const _ of [1, 2]) assert.equal((await ingrid.post(`${action}/fjern`, { dokument })).status, 303)
  assert.doesNotMatch((await ingrid.get(mapping)).html, /a\.example/)
})

test('who reads plans reads rounds and changes nothing; others find nothing', async () => {
  for (const key of ['leder-nes', 'admin-nes', 'larer-nes']) {
    const reader = await loginAs(app, key)
    const page = await reader.get(mapping)
    assert.equal(page.status, 200, key)
    assert.doesNotMatch(page.html, /method="post" action="\/arbeid/)
    assert.equal((await reader.get(`${mapping}/endre`)).status, 404)
  }
  for (const other of [jonas, ragnhild, await loginAs(app, 'redaktor-nes')]) {
    assert.equal((await other.get(mapping)).status, 404)
    assert.equal((await other.get(round)).status, 404)
  }
})

test('the region sees how far each municipality has come, and not a word that was written', async () => {
  const page = await ragnhild.get('/arbeid/metode/kommuner?fylke=32')
  assert.match(page.html, /2 av 21 kommuner har begynt/)
  const row = (name: string) => new RegExp(`<tr><th scope="row">${name}</th>.*?</tr>`).exec(page.html)![0]
  assert.match(row('Nes'), />2<.*3 av 8.*>1<.*22\. november 2026/)
  assert.match(row('Nannestad'), />1<.*1 av 8/)
  assert.match(row('Eidsvoll'), /Har ikke begynt/)
  assert.doesNotMatch(page.html, /frivilligsentralen|Redaktørene|Oversikt/)
  const file = await ragnhild.get('/arbeid/metode/kommuner/csv?fylke=32')
  assert.match(file.html, /3228;Nes;Akershus;2;2026-01-12;;3;1;2026-11-22/)
  assert.match((await ragnhild.get('/arbeid/metode')).html, /href="\/arbeid\/metode\/kommuner"/)
  // A coordinator of a municipality has nobody below her.
  assert.match((await ingrid.get('/arbeid/metode/kommuner')).html, /Ingen kommuner å vise/)
  assert.equal((await (await loginAs(app, 'leder-nes')).get('/arbeid/metode/kommuner')).status, 404)
})

test('a region runs its own spiral; two who begin at once begin one round', async () => {
  const page = await ragnhild.get('/arbeid/metode')
  assert.match(page.html, /Ingen runde ennå/)
  const form = hiddenIn(page, '/arbeid/metode/runder')
  const begun = await Promise.all([
    ragnhild.post('/arbeid/metode/runder', form),
    ragnhild.post('/arbeid/metode/runder', { ...form, submission: crypto.randomUUID() }),
  ])
  assert.deepEqual(
    begun.map(({ status }) => status),
    [303, 303],
  )
  assert.equal(location(begun[0]), location(begun[1]))
  assert.match((await ragnhild.get('/arbeid/metode')).html, /0 av 8 steg ferdig/)
})

test('a round is ended with what was learnt; then nothing in it changes, and the next is begun', async () => {
  const action = `${round}/avslutning`
  const form = hiddenIn(await ingrid.get(round), action)
  const wrong = await ingrid.post(action, { ...form, laert: '' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /Skriv hva dere har lært/)
  for (const _ of [1, 2])
    assert.equal((await ingrid.post(action, { ...form, laert: 'Begynn med de unge' })).status, 303)
  const late = await ingrid.post(action, { submission: crypto.randomUUID(), laert: 'Noe annet' })
  assert.equal(late.status, 422)
  assert.match(late.html, /En annen avsluttet runden.*Noe annet/s)
  assert.equal(
    (await ingrid.post(`${mapping}/sjekkliste`, { submission: crypto.randomUUID(), gjort: 'mapping-kept' }))
      .status,
    404,
  )
  await assert.rejects(
    app.db.asOwner(tx =>
      tx.query({
        text: `insert into planning.paper_change (paper_id, revision, submission, after)
               select id, revision + 1, gen_random_uuid(), '{"note": "x"}' from planning.paper where id = $1`,
        values: [stableId('round nes-kommune 2 mapping')],
      }),
    ),
    /The round has ended/,
  )
  const page = await ingrid.get('/arbeid/metode')
  assert.match(page.html, /Det dere lærte i runde 2/)
  const next = await ingrid.post('/arbeid/metode/runder', hiddenIn(page, '/arbeid/metode/runder'))
  assert.match((await ingrid.get(location(next))).html, /Runde 3, Nes kommune/)
  assert.match((await ragnhild.get('/arbeid/metode/kommuner?fylke=32')).html, />Nes<\/th>.*?>3<.*?0 av 8/)
})

test('whoever works in the municipality finds a unit by a word of its description, in any of its forms', async () => {
  const reader = await loginAs(app, 'rektor-nannestad')
  const all = await reader.get('/arbeid/samhandling')
  assert.match(all.html, /8 av \d+ enheter har beskrevet samhandlingen sin/)
  assert.match(all.html, /Har ikke beskrevet samhandlingen ennå.*Maura skole/s)
  const found = await reader.get('/arbeid/samhandling?sok=foredraget')
  assert.match(found.html, /2 enheter nevner «foredraget»/)
  assert.match(found.html, />PP-tjenesten<.*>Rus og psykisk helse</s)
  assert.match((await reader.get('/arbeid/samhandling?sok=romskip')).html, /Ingen nevner det/)
  assert.match((await reader.get('/arbeid/samhandling?sok=NAV')).html, />NAV Nannestad</)
  assert.match(
    (await reader.get('/arbeid/samhandling/csv?sok=foredraget')).html,
    /Nannestad kommune;PP-tjenesten;/,
  )
  assert.doesNotMatch((await ingrid.get('/arbeid/samhandling')).html, /PP-tjenesten/)
})

test('a unit describes its cooperation, each time it is written is a version with who and when', async () => {
  const unit = await app.db.asOwner(tx =>
    value(tx, z.string(), sql`select id from organizations.named_unit where key = 'nannestad-maura-skole'`),
  )
  const path = `/arbeid/samhandling/${unit}`
  const rektor = await loginAs(app, 'rektor-nannestad')
  assert.match((await rektor.get(path)).html, /Enheten har ikke fortalt hva den bidrar med/)
  const form = hiddenIn(await rektor.get(`${path}/endre`), `${path}/endre`)
  const other = hiddenIn(await jonas.get(`${path}/endre`), `${path}/endre`)
  const empty = await rektor.post(`${path}/endre`, { ...form, bidrar: '', tilbyr: 'Et grupperom' })
  assert.equal(empty.status, 422)
  assert.match(empty.html, /Fyll ut: Dette bidrar vi med/)
  assert.match(empty.html, />Et grupperom<\/textarea>/)
  for (const _ of [1, 2])
    assert.equal((await rektor.post(`${path}/endre`, { ...form, bidrar: 'En trygg skoledag' })).status, 303)
  // The coordinator opened the empty form at the same time: she is told, and both stand.
  const clash = await jonas.post(`${path}/endre`, { ...other, bidrar: 'Faste møter' })
  assert.equal(clash.status, 422)
  assert.match(clash.html, /En trygg skoledag/)
  assert.match(clash.html, />Faste møter<\/textarea>/)
  const again = { ...hiddenIn(clash, `${path}/endre`), bidrar: 'En trygg skoledag og faste møter' }
  assert.equal((await jonas.post(`${path}/endre`, again)).status, 303)
  const page = await rektor.get(path)
  assert.match(page.html, /Versjon 2, som gjelder.*Jonas Holter, 22\. november 2026/s)
  const old = await rektor.get(`${path}/versjoner/1`)
  assert.match(old.html, /Versjon 1 av samhandlingen til Maura skole/)
  assert.match(old.html, />En trygg skoledag</)
  assert.equal((await rektor.get(`${path}/versjoner/7`)).status, 404)
  assert.equal((await ingrid.get(path)).status, 404)
  // Her own unit only.
  const elsewhere = await app.db.asOwner(tx =>
    value(tx, z.string(), sql`select id from organizations.named_unit where key = 'nannestad-kultur'`),
  )
  assert.equal((await rektor.get(`/arbeid/samhandling/${elsewhere}`)).status, 200)
  assert.equal((await rektor.get(`/arbeid/samhandling/${elsewhere}/endre`)).status, 404)
})
