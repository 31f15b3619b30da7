import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import * as z from 'zod'
import { exec, many, sql, value } from '#platform/db/sql.ts'
import { testApp } from '#test/app.ts'
import { loginAs } from '#test/client.ts'
import { connectLogins } from '#test/logins.ts'
import { giveRole, idOf, makePerson } from '#test/roles.ts'
import { mondayOf } from './remind.ts'

const app = await testApp()
const logins = await connectLogins(app.db)

/** Nobody has a role but those of the test, and no service is near its date but those it names. */
const { clinicService, wholeService, redCrossService } = await app.db.asOwner(async tx => {
  await exec(tx, sql`delete from organizations.role_grant`)
  await exec(tx, sql`update catalogue.service set confirm_by = '2040-01-01'`)
  const firstOf = (organization: string, unit: string | null) =>
    value(
      tx,
      z.string(),
      sql`select service.id from catalogue.service join catalogue.draft on draft.id = service.id
          join organizations.organization owner on owner.id = draft.owner_id
          left join organizations.unit on unit.id = draft.unit_id
          where owner.key = ${organization} and unit.key is not distinct from ${unit} order by service.id limit 1`,
    )
  return {
    clinicService: await firstOf('nes-kommune', 'nes-helsestasjonen'),
    wholeService: await firstOf('nes-kommune', null),
    redCrossService: await firstOf('nes-rode-kors', null),
  }
})

const employ = (name: string, role: string, organization: string, unit?: string) =>
  app.db.asOwner(async tx =>
    giveRole(tx, await makePerson(tx, name), { role, organization, ...(unit && { unit }) }),
  )
const dueOn = (service: string, day: string) =>
  app.db.asOwner(tx => exec(tx, sql`update catalogue.service set confirm_by = ${day} where id = ${service}`))
const morning = async (day: string) =>
  assert.deepEqual((await app.runJobs({ at: new Date(`${day}T06:00:00Z`) })).failures, [])

const Mail = z.object({ recipient: z.string(), subject: z.string(), text: z.string(), kind: z.string() })
/** The mails that were written since this was asked the last time. */
const newMails = () =>
  app.db.asOwner(async tx => {
    const mails = await many(
      tx,
      Mail,
      sql`select recipient, subject, text, kind from platform.mail order by recipient, kind`,
    )
    await exec(tx, sql`delete from platform.mail where kind not in ('catalogue.unconfirmed', 'seen')`)
    await exec(tx, sql`update platform.mail set kind = 'seen' where kind = 'catalogue.unconfirmed'`)
    return mails.filter(mail => mail.kind !== 'seen')
  })
/** What was said about services. */
const told = async () =>
  (await newMails())
    .filter(mail => mail.kind.startsWith('catalogue.'))
    .map(mail => `${mail.recipient} ${mail.kind.replace('catalogue.', '')}: ${mail.subject}`)

describe('reminders', () => {
  test('come 30 and 7 days before, and on the day, one a day to each, and each step once', async () => {
    await employ('Eva Redaktor', 'editor', 'nes-kommune')
    await employ('Pia Publiserer', 'publisher', 'nes-kommune', 'nes-helsestasjonen')
    await employ('Odd Annen', 'editor', 'nannestad-kommune')
    await dueOn(clinicService, '2027-03-10')
    await dueOn(wholeService, '2027-03-12')

    await morning('2027-02-07')
    assert.deepEqual(await told(), [])
    await morning('2027-02-08')
    assert.deepEqual(await told(), [
      'eva.redaktor@example.no reminder: 1 tilbud må bekreftes',
      'pia.publiserer@example.no reminder: 1 tilbud må bekreftes',
    ])
    // The other service comes to its step, to her who reaches it.
    await morning('2027-02-10')
    assert.deepEqual(await told(), ['eva.redaktor@example.no reminder: 1 tilbud må bekreftes'])
    await morning('2027-02-11')
    assert.deepEqual(await told(), [])
    // Nobody ran on the day itself: a later one does as well, both in one mail.
    await morning('2027-03-06')
    const [toEva, toPia] = await newMails()
    assert.equal(toEva!.subject, '2 tilbud må bekreftes')
    assert.match(toEva!.text, new RegExp(`${app.baseUrl}/arbeid/tilbud/${clinicService}/bekreftelse`))
    assert.match(toEva!.text, new RegExp(`${app.baseUrl}/arbeid/tilbud/${wholeService}/bekreftelse`))
    assert.doesNotMatch(toPia!.text, new RegExp(wholeService))
    assert.doesNotMatch(toEva!.text, /Eva|Pia/)
    await morning('2027-03-10')
    assert.equal((await told()).length, 2)
    await morning('2027-03-11')
    assert.deepEqual(await told(), [])
    // With a new date the steps begin again.
    await dueOn(clinicService, '2027-09-10')
    await dueOn(wholeService, '2040-01-01')
    await morning('2027-08-11')
    assert.equal((await told()).length, 2)
  })

  test('of the same day come once, however often the job runs', async () => {
    await dueOn(clinicService, '2027-10-30')
    await morning('2027-10-20')
    await newMails()
    await app.db.asOwner(tx => exec(tx, sql`delete from platform.daily_job`))
    await morning('2027-10-20')
    assert.deepEqual(await told(), [])
  })

  test('go to those a service is left to: leaders of the unit, of the organisation, its administrators', async () => {
    await app.db.asOwner(tx => exec(tx, sql`delete from organizations.role_grant`))
    await employ('Ada Admin', 'administrator', 'nes-kommune')
    await dueOn(clinicService, '2027-11-30')
    await morning('2027-11-01')
    const [toAdmin] = await newMails()
    assert.equal(toAdmin!.recipient, 'ada.admin@example.no')
    assert.match(toAdmin!.text, /ingen er redaktør eller publiserer/)

    await employ('Leif Leder', 'leader', 'nes-kommune')
    await dueOn(clinicService, '2027-12-30')
    await morning('2027-12-01')
    assert.deepEqual(await told(), ['leif.leder@example.no reminder: 1 tilbud må bekreftes'])

    await employ('Line Leder', 'leader', 'nes-kommune', 'nes-helsestasjonen')
    await dueOn(clinicService, '2028-01-30')
    await morning('2028-01-02')
    assert.deepEqual(await told(), ['line.leder@example.no reminder: 1 tilbud må bekreftes'])

    await employ('Eva Ny', 'editor', 'nes-kommune')
    await dueOn(clinicService, '2028-02-28')
    await morning('2028-02-01')
    assert.deepEqual(await told(), ['eva.ny@example.no reminder: 1 tilbud må bekreftes'])
  })

  test('of a service that nobody can be told of are not used up', async () => {
    await dueOn(clinicService, '2040-01-01')
    await dueOn(redCrossService, '2028-03-10')
    await morning('2028-03-04')
    assert.deepEqual(await told(), [])
    await employ('Ove Frivillig', 'editor', 'nes-rode-kors')
    await morning('2028-03-05')
    assert.deepEqual(await told(), ['ove.frivillig@example.no reminder: 1 tilbud må bekreftes'])
  })
})

test('coordinators of the owner and of the municipality hear once a week of what is past its date', async () => {
  await app.db.asOwner(tx => exec(tx, sql`delete from organizations.role_grant`))
  await app.db.asOwner(tx => exec(tx, sql`update catalogue.service set confirm_by = '2040-01-01'`))
  await employ('Kari Koordinator', 'coordinator', 'nes-kommune')
  await employ('Knut Koordinator', 'coordinator', 'nannestad-kommune')
  await dueOn(clinicService, '2026-12-07')
  await dueOn(redCrossService, '2026-12-07')
  await morning('2026-12-07')
  assert.deepEqual(await told(), [])
  await morning('2026-12-08')
  assert.deepEqual(await told(), [
    'kari.koordinator@example.no unconfirmed: 2 tilbud er ikke bekreftet i tide',
  ])
  for (const day of ['2026-12-09', '2026-12-13']) {
    await morning(day)
    assert.deepEqual(await told(), [], day)
  }
  await morning('2026-12-14')
  assert.equal((await told()).length, 1)
  assert.deepEqual(['2026-12-07', '2026-12-13', '2026-12-14'].map(mondayOf), [
    '2026-12-07',
    '2026-12-07',
    '2026-12-14',
  ])
})

test('only the worker learns whom to tell, and who acts only what is left to her', async () => {
  for (const [login, statement] of [
    ['app', 'select * from organizations.who_answers(null)'],
    ['public', 'select * from organizations.who_answers(null)'],
    ['public', 'select organizations.left_to_me()'],
    ['worker', 'select organizations.left_to_me()'],
    ['worker', 'select from organizations.role_grant'],
    ['worker', 'select from people.person'],
    ['worker', 'delete from catalogue.reminder'],
    ['app', 'select from catalogue.reminder'],
    ['app', `insert into catalogue.reminder select id, '2027-01-01', 7, '2027-01-01' from catalogue.draft`],
  ] as const)
    await assert.rejects(logins[login].query(statement), { code: '42501' }, `${login}: ${statement}`)
})

test('what is left stands on the desk of those it is left to, and of nobody else', async () => {
  await app.db.asOwner(async tx => {
    await exec(tx, sql`delete from organizations.role_grant`)
    const clinic = await idOf(tx, 'unit', 'nes-helsestasjonen')
    assert.ok(clinic)
  })
  const give = (key: string, role: string, organization: string, unit?: string) =>
    loginAs(app, key).then(async who => {
      await app.db.asOwner(tx => giveRole(tx, who.personId, { role, organization, ...(unit && { unit }) }))
      return who
    })
  const leader = await give('leder-nes', 'leader', 'nes-kommune')
  const admin = await give('admin-nes', 'administrator', 'nes-kommune')
  const other = await give('rektor-nannestad', 'leader', 'nannestad-kommune', 'nannestad-maura-skole')
  const list = '/arbeid/ubekreftet'
  assert.match((await leader.get('/arbeid')).html, /Ingen passer på dem/)
  assert.match((await leader.get(list)).html, new RegExp(`/arbeid/tilbud/${clinicService}"`))
  // There is a leader, so it is not for the administrator to find somebody.
  assert.doesNotMatch((await admin.get(list)).html, new RegExp(clinicService))
  assert.doesNotMatch((await other.get(list)).html, new RegExp(clinicService))
  await employ('Eva Igjen', 'editor', 'nes-kommune')
  assert.doesNotMatch((await leader.get(list)).html, new RegExp(clinicService))
  assert.match((await leader.get(list)).html, /Ingen tilbud trenger tilsyn nå/)
})
