import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import * as z from 'zod'
import { exec, many, sql, value } from '#platform/db/sql.ts'
import { testApp } from '#test/app.ts'
import { loginAs } from '#test/client.ts'
import { connectLogins } from '#test/logins.ts'
import { giveRole, makePerson } from '#test/roles.ts'
import { hidden, idIn, roundScene } from '#test/round-scene.ts'

// A round from its opening to its frozen report, by those who take part.

const app = await testApp()
const logins = await connectLogins(app.db)
const scene = await roundScene(app)
const { ingrid, kari, nurse, tove, ola, jonas, clinic, school, kindergartens } = scene
const { form, open, owner, respondentOf, questionOf, answers } = scene
const tasks = (respondent: string) => `/arbeid/kartlegging/svar/${respondent}`

const submission = randomUUID()
const opened = await open([clinic, school, kindergartens], form, submission)
const round = idIn(opened.to)
const [clinicTasks, schoolTasks] = [await respondentOf(round, clinic), await respondentOf(round, school)]

describe('opening', () => {
  test('a round that is opened twice by the same form is one, and one with faults comes back filled', async () => {
    assert.equal(opened.status, 303)
    assert.equal(idIn((await open([clinic, school, kindergartens], form, submission)).to), round)
    const refused = await open([], { ...form, tittel: '', frist: '2026-11-01' })
    assert.equal(refused.status, 422)
    assert.match(refused.html, /Skriv en tittel/)
    assert.match(refused.html, /Velg en frist som ikke er passert/)
    assert.match(refused.html, /Velg minst én som skal svare/)
    assert.match(refused.html, /Hva ville dere gjort med en time til\?/)
  })

  test('shows in the lists of those who are asked and of those who lead, and of nobody else', async () => {
    for (const who of [ingrid, kari, nurse, tove])
      assert.match((await who.get('/arbeid/kartlegging')).html, /Vinterens kartlegging/)
    assert.doesNotMatch((await ola.get('/arbeid/kartlegging')).html, /Vinterens kartlegging/)
    assert.equal((await ola.get(`/arbeid/kartlegging/${round}`)).status, 404)
    assert.equal((await jonas.get(`/arbeid/kartlegging/${round}`)).status, 404)
    assert.match((await nurse.get('/arbeid')).html, new RegExp(tasks(clinicTasks)))
  })
})

describe('the task list', () => {
  test('has the services of the unit, the rooms without one, and the questions; not those of another unit', async () => {
    const { html, status } = await nurse.get(tasks(clinicTasks))
    assert.equal(status, 200)
    assert.match(html, /Åpen helsestasjon/)
    assert.match(html, /Hva ville dere gjort med en time til\?/)
    assert.match(html, /Vi har ingen, fordi/)
    assert.doesNotMatch(html, /<a[^>]*>SFO/)
    assert.equal((await nurse.get(tasks(schoolTasks))).status, 404)
    assert.equal((await ola.get(tasks(clinicTasks))).status, 404)
  })

  test('is answered by the unit; who leads the whole reads, and another unit finds nothing', async () => {
    const question = await questionOf(round, 1)
    const answer = { hva: 'sporsmal', id: question, sist: '', tekst: 'Flere hender.' }
    assert.equal((await tove.get(tasks(clinicTasks))).status, 200)
    assert.equal((await tove.post(tasks(clinicTasks), answer)).status, 404)
    assert.equal((await nurse.post(tasks(schoolTasks), answer)).status, 404)
    assert.equal((await ola.post(tasks(clinicTasks), answer)).status, 404)
    assert.equal(await answers(round), 0)
    assert.equal((await nurse.post(tasks(clinicTasks), answer)).status, 303)
    // Sent twice, it is one.
    assert.equal((await nurse.post(tasks(clinicTasks), answer)).status, 303)
    assert.equal(await answers(round), 1)
  })

  test('who answers what another has answered meanwhile is told, and loses nothing', async () => {
    const question = await questionOf(round, 1)
    const clash = await kari.post(tasks(clinicTasks), {
      hva: 'sporsmal',
      id: question,
      sist: '',
      tekst: 'Lengre dager.',
    })
    assert.equal(clash.status, 422)
    assert.match(clash.html, /Noen andre svarte imens/)
    assert.match(clash.html, /Flere hender\./)
    assert.match(clash.html, />Lengre dager\.<\/textarea>/)
    const sist = hidden(clash.html, 'sist', `name="id" value="${question}"`)
    const again = await kari.post(tasks(clinicTasks), {
      hva: 'sporsmal',
      id: question,
      sist,
      tekst: 'Lengre dager.',
    })
    assert.equal(again.status, 303)
    assert.match((await nurse.get(tasks(clinicTasks))).html, />Lengre dager\.<\/textarea>/)
  })

  test('a room that is empty asks for a reason, and a service begins in it', async () => {
    const { html } = await nurse.get(tasks(clinicTasks))
    const [first, second] = [...html.matchAll(/id="rom-([a-z0-9-]+)"/g)].map(match => match[1]!)
    const wrong = await nurse.post(tasks(clinicTasks), { hva: 'rom', id: first!, grunn: 'other', tekst: '' })
    assert.equal(wrong.status, 422)
    assert.match(wrong.html, /Forklar hvorfor/)
    assert.equal(
      (
        await nurse.post(tasks(clinicTasks), {
          hva: 'rom',
          id: first!,
          grunn: 'no-means',
          tekst: 'Ingen penger i år.',
        })
      ).status,
      303,
    )
    assert.match(
      (await nurse.get(tasks(clinicTasks))).html,
      /Vi har ikke folk eller penger: Ingen penger i år\./,
    )
    const begin = await kari.get(`/arbeid/tilbud/nytt?rom=${second}`)
    assert.match(begin.html, new RegExp(`name="rom" value="${second}"`))
    const begun = await kari.post('/arbeid/tilbud/nytt', {
      submission: randomUUID(),
      sted: clinic,
      navn: 'Noe helt nytt',
      rom: second!,
    })
    assert.equal(begun.status, 303)
    assert.match((await kari.get(tasks(clinicTasks))).html, /Noe helt nytt/)
    // The rest by one press.
    assert.equal((await nurse.post(tasks(clinicTasks), { hva: 'resten' })).status, 303)
    // Questions are others, and stand in the table below.
    assert.doesNotMatch((await nurse.get(tasks(clinicTasks))).html, /<p class="small">Ikke besvart/)
  })

  test('a service is confirmed by the catalogue, and counts at once', async () => {
    await owner(tx => exec(tx, sql`update catalogue.service set confirmed_on = '2026-06-01'`))
    const before = await kari.get(tasks(clinicTasks))
    const [action] = /\/arbeid\/tilbud\/[0-9a-f-]{36}\/bekreftelse/.exec(before.html)!
    const til = hidden(before.html, 'til', action)
    const answer = await kari.post(action, { submission: randomUUID(), til: til.replaceAll('&amp;', '&') })
    assert.equal(answer.status, 303)
    assert.equal(answer.headers['location'], til.replaceAll('&amp;', '&'))
    const count = (html: string) => (html.match(/data-state="confirmed"/g) ?? []).length
    assert.equal(count((await kari.get(tasks(clinicTasks))).html), count(before.html) + 1)
    const away = await kari.post(action, { submission: randomUUID(), til: '//example.org/' })
    assert.doesNotMatch(String(away.headers['location']), /example/)
  })

  test('a service is said not to be theirs, and that is taken back', async () => {
    const { html } = await nurse.get(tasks(clinicTasks))
    const id = /id="tilbud-([0-9a-f-]{36})"[\s\S]{0,400}data-state="waiting"/.exec(html)![1]!
    await nurse.post(tasks(clinicTasks), { hva: 'tilbud', id })
    const said = await nurse.get(tasks(clinicTasks))
    assert.match(said.html, /data-state="not-ours"/)
    const sist = hidden(said.html, 'sist', `name="id" value="${id}"`)
    await nurse.post(tasks(clinicTasks), { hva: 'tilbud', id, sist, angre: 'ja' })
    assert.doesNotMatch((await nurse.get(tasks(clinicTasks))).html, /data-state="not-ours"/)
  })

  test('"we are done" takes it from the desk', async () => {
    assert.equal((await nurse.post(tasks(clinicTasks), { hva: 'ferdig' })).status, 303)
    assert.equal((await nurse.post(tasks(clinicTasks), { hva: 'ferdig' })).status, 303)
    assert.doesNotMatch((await nurse.get('/arbeid')).html, new RegExp(tasks(clinicTasks)))
  })
})

describe('reminders', () => {
  const mails = async () => {
    const found = await owner(tx =>
      many(
        tx,
        z.object({ recipient: z.string(), subject: z.string(), text: z.string() }),
        sql`select recipient, subject, text from platform.mail where kind = 'mapping.reminder' order by recipient`,
      ),
    )
    await owner(tx => exec(tx, sql`delete from platform.mail where kind = 'mapping.reminder'`))
    return found
  }
  const morning = async (day: string) =>
    assert.deepEqual((await app.runJobs({ at: new Date(`${day}T06:00:00Z`) })).failures, [])

  test('come when it opens, 7 days and 1 day before, and after; once each, and not to those who are done', async () => {
    // Only this round, and only the head of the schools.
    await owner(async tx => {
      await exec(
        tx,
        sql`insert into mapping.completion (respondent_id)
        select id from mapping.respondent where round_id <> ${round} on conflict do nothing`,
      )
      await giveRole(tx, await makePerson(tx, 'Rektor Skoglund'), {
        role: 'leader',
        organization: 'nes-kommune',
        unit: 'nes-skolene',
      })
    })
    const subjects: Record<string, string[]> = {}
    for (const day of [
      '2026-11-26',
      '2026-11-27',
      '2026-12-08',
      '2026-12-09',
      '2026-12-14',
      '2026-12-16',
      '2026-12-20',
    ]) {
      await morning(day)
      const told = await mails()
      subjects[day] = [...new Set(told.map(mail => mail.subject))]
      for (const mail of told) {
        assert.doesNotMatch(mail.text, /Kari|Ingrid|Skoglund|Flere hender|Lengre dager|Si det som det er/)
        assert.doesNotMatch(mail.text, new RegExp(clinicTasks), 'the clinic is done')
      }
    }
    assert.deepEqual(subjects, {
      '2026-11-26': ['En kartlegging venter på svar fra enheten din'],
      '2026-11-27': [],
      '2026-12-08': ['Fristen for kartleggingen nærmer seg'],
      '2026-12-09': [],
      '2026-12-14': ['Fristen for kartleggingen nærmer seg'],
      '2026-12-16': ['Fristen for kartleggingen er ute'],
      '2026-12-20': [],
    })
  })

  test('a deadline that two move at once: the second is told', async () => {
    const path = `/arbeid/kartlegging/${round}/frist`
    assert.equal((await ingrid.post(path, { sist: '2026-12-15', frist: '2026-12-18' })).status, 303)
    const clash = await ingrid.post(path, { sist: '2026-12-15', frist: '2026-12-20' })
    assert.equal(clash.status, 422)
    assert.match(clash.html, /Noen andre har flyttet fristen til 18\. desember 2026/)
    assert.match(clash.html, /value="2026-12-20"/)
    assert.equal((await kari.post(path, { sist: '2026-12-18', frist: '2026-12-19' })).status, 404)
  })
})

describe('findings', () => {
  test('are suggested by rule, written, changed and removed; who changes what another changed is told', async () => {
    const page = await ingrid.get(`/arbeid/kartlegging/${round}`)
    assert.match(page.html, /Forslag til funn/)
    const suggested = /\/arbeid\/kartlegging\/[0-9a-f-]{36}\/funn\?forslag=[^"]+/.exec(page.html)![0]
    const blank = await ingrid.get(suggested)
    assert.match(blank.html, /<input type="radio" class="ds-input"|type="radio"/)
    const title = /id="tittel"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*id="tittel"/.exec(blank.html)
    assert.ok(title, 'the title is filled')
    const fields = {
      submission: randomUUID(),
      slag: 'need',
      rom: hiddenRoom(blank.html),
      tittel: 'Ingen her',
      tekst: 'Sagt av flere.',
      forslag: hidden(blank.html, 'forslag', '<form'),
    }
    const path = `/arbeid/kartlegging/${round}/funn`
    assert.equal((await ingrid.post(path, { ...fields, tittel: '' })).status, 422)
    assert.equal((await ingrid.post(path, fields)).status, 303)
    assert.equal((await ingrid.post(path, fields)).status, 303)
    const written = await ingrid.get(`/arbeid/kartlegging/${round}`)
    assert.equal(written.html.match(/<h3[^>]*>Ingen her/g)?.length, 1)
    assert.ok(!written.html.includes(suggested), 'it is no suggestion any more')
    const finding = /\/arbeid\/kartlegging\/funn\/[0-9a-f-]{36}/.exec(written.html)![0]
    const change = { ...fields, submission: randomUUID(), revisjon: '0' }
    assert.equal((await ingrid.post(finding, { ...change, tittel: 'Ingen her ennå' })).status, 303)
    const clash = await ingrid.post(finding, { ...change, tittel: 'Fortsatt ingen' })
    assert.equal(clash.status, 422)
    assert.match(clash.html, /Noen andre endret funnet imens: «Ingen her ennå»/)
    assert.match(clash.html, /value="Fortsatt ingen"/)
    const other = { ...fields, submission: randomUUID(), tittel: 'Noe annet', forslag: '' }
    await ingrid.post(path, other)
    const both = await ingrid.get(`/arbeid/kartlegging/${round}`)
    const id = /id="funn-([0-9a-f-]{36})"(?:(?!id="funn-)[\s\S])*Noe annet/.exec(both.html)![1]!
    assert.equal((await ingrid.post(`/arbeid/kartlegging/funn/${id}/fjerning`, {})).status, 303)
    assert.doesNotMatch((await ingrid.get(`/arbeid/kartlegging/${round}`)).html, /Noe annet/)
    const file = await ingrid.get(`${path}/csv`)
    assert.match(file.html, /Behov;[^;\n]+;Ingen her ennå;Sagt av flere\.;/)
    assert.doesNotMatch(file.html, /Noe annet/)
    for (const who of [kari, tove, jonas]) {
      assert.equal((await who.post(path, { ...fields, submission: randomUUID() })).status, 404)
      assert.equal((await who.get(finding)).status, 404)
    }
  })

  const hiddenRoom = (html: string) => /<option value="([a-z0-9-]+)" selected/.exec(html)![1]!
})

describe('the frozen report', () => {
  test('is made when the round closes, and is the same bytes whatever changes afterwards', async () => {
    assert.equal((await kari.post(`/arbeid/kartlegging/${round}/avslutning`, {})).status, 404)
    const closing = await ingrid.get(`/arbeid/kartlegging/${round}/avslutning`)
    assert.match(closing.html, /oppgaver er ikke gjort ennå/)
    assert.equal((await ingrid.post(`/arbeid/kartlegging/${round}/avslutning`, {})).status, 303)
    assert.equal((await ingrid.post(`/arbeid/kartlegging/${round}/avslutning`, {})).status, 303)
    const print = async () => {
      const reports = await Promise.all(
        ['', '/nn', '/se', '/en'].map(prefix => ingrid.get(`${prefix}/arbeid/kartlegging/${round}/rapport`)),
      )
      return reports.map(report => report.html)
    }
    const first = await print()
    assert.match(first[0]!, /Rapport: Vinterens kartlegging/)
    assert.match(first[0]!, /Lengre dager\./)
    assert.match(first[0]!, /Ingen her ennå/)
    assert.match(first[0]!, /Skolehelsetjenesten/)
    assert.match(first[3]!, /Full-time|Findings/)
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
        sql`update areas.area_name set name = name || ' 2'`,
      ])
        await exec(tx, change)
    })
    assert.deepEqual(await print(), first)
    for (const who of [tove, await loginAs(app, 'admin-nes')])
      assert.equal((await who.get(`/arbeid/kartlegging/${round}/rapport`)).html, first[0])
    for (const who of [kari, nurse, ola, jonas])
      assert.equal((await who.get(`/arbeid/kartlegging/${round}/rapport`)).status, 404)
  })

  test('nobody changes or deletes what is frozen, its owner included', async () => {
    const attempts = [
      `update mapping.snapshot set content = '{}'`,
      `update mapping.snapshot set taken_at = now()`,
      `delete from mapping.snapshot`,
      `truncate mapping.snapshot`,
      `delete from mapping.round_closing`,
    ]
    for (const text of attempts) {
      await assert.rejects(
        app.db.rolledBack(tx => tx.query({ text })),
        (error: { code?: string }) => ['42501', '23503', '23001'].includes(error.code ?? ''),
        `owner: ${text}`,
      )
      for (const login of [logins.app, logins.worker])
        await assert.rejects(login.query(text), (error: { code?: string }) => error.code === '42501', text)
    }
    const seal = await owner(tx =>
      value(
        tx,
        z.boolean(),
        sql`select bool_and(hash = sha256(convert_to(content::text, 'UTF8'))) from mapping.snapshot`,
      ),
    )
    assert.equal(seal, true)
  })

  test('nothing is answered, found or moved when it is closed', async () => {
    const before = await answers(round)
    const question = await questionOf(round, 1)
    const answer = { hva: 'sporsmal', id: question, sist: '', tekst: 'For sent' }
    assert.equal((await kari.post(tasks(schoolTasks), answer)).status, 404)
    assert.equal(
      (await ingrid.post(`/arbeid/kartlegging/${round}/frist`, { sist: '2026-12-18', frist: '2026-12-30' }))
        .status,
      404,
    )
    assert.equal(await answers(round), before)
    // Straight to the database, as she who may answer.
    await assert.rejects(
      app.db.database.transaction(kari.personId, tx =>
        exec(
          tx,
          sql`insert into mapping.answer (respondent_id, question_id, outcome, text, answered_by)
              values (${schoolTasks}, ${question}, 'answered', 'x', platform.actor())`,
        ),
      ),
    )
  })
})
