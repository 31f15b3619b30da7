import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import * as z from 'zod'
import { testApp, testClock } from '#test/app.ts'
import { startPostOffice } from '#test/post-office.ts'
import { asApp } from '#test/logins.ts'
import { many, sql } from '../db/sql.ts'
import { sendMail } from './mail.ts'

const office = await startPostOffice()
const app = await testApp({
  template: 'reference',
  demo: false,
  mail: { smtpUrl: office.url, from: 'Nettungen <post@nettungen.test>' },
})
beforeEach(() => office.clear())

const reminder = {
  to: 'kari@example.no',
  subject: 'Tilbud venter på deg',
  text: 'To tilbud skal bekreftes: http://127.0.0.1:3000/arbeid',
  kind: 'catalogue.reminder',
}
const write = (mail: Partial<typeof reminder> & { key?: string; html?: string } = {}) =>
  asApp(app.db, tx => sendMail(tx, { ...reminder, ...mail }))

const Sending = z.object({
  recipient: z.string(),
  attempts: z.number().nullable(),
  sent: z.boolean(),
  refused: z.boolean(),
  error: z.string().nullable(),
})
const sendings = (subject: string) =>
  app.db.asOwner(tx =>
    many(
      tx,
      Sending,
      sql`select recipient, attempts, sent_at is not null as sent, refused_at is not null as refused, error
          from platform.mail left join platform.mail_sending on mail_id = mail.id
          where subject = ${subject} order by recipient`,
    ),
  )

test('a mail is sent once, as it was written, under the name of its row', async () => {
  await write({ html: '<p>To tilbud skal bekreftes</p>' })
  assert.deepEqual((await app.runJobs()).failures, [])
  assert.deepEqual((await app.runJobs({ all: true })).failures, [])
  assert.equal(office.letters.length, 1)
  const letter = office.letters[0]!
  assert.deepEqual(letter.to, ['kari@example.no'])
  assert.match(letter.source, /^Subject: =\?UTF-8\?/m)
  assert.match(letter.source, /^From: Nettungen <post@nettungen\.test>/m)
  assert.match(letter.source, /^Message-ID: <[0-9a-f-]{36}@nettungen\.test>/m)
  assert.match(letter.source, /^Auto-Submitted: auto-generated/m)
  assert.match(letter.source, /text\/plain[\s\S]*text\/html/)
})

test('of a request that was rolled back no mail is sent', async () => {
  await assert.rejects(
    asApp(app.db, async tx => {
      await sendMail(tx, reminder)
      throw new Error('changed my mind')
    }),
  )
  await app.runJobs()
  assert.equal(office.letters.length, 0)
})

test('a mail with a key is written once, however often it is asked for', async () => {
  assert.equal(await write({ key: 'reminder:2026-11-22' }), true)
  assert.equal(await write({ key: 'reminder:2026-11-22' }), false)
  await app.runJobs()
  assert.equal(office.letters.length, 1)
})

test('while the mail server is down all mails wait, and go out once when it is back', async () => {
  await office.close()
  for (const n of [1, 2, 3]) await write({ to: `leder-${n}@example.no`, subject: 'Mens den var borte' })
  assert.equal((await app.runJobs()).failures.length, 0)
  assert.equal((await app.runJobs({ all: true })).failures.length, 0)
  for (const row of await sendings('Mens den var borte')) {
    assert.deepEqual(
      { ...row, recipient: '' },
      { recipient: '', attempts: 2, sent: false, refused: false, error: 'ESOCKET' },
    )
  }
  await office.open()
  await app.runJobs({ all: true })
  await app.runJobs({ all: true })
  assert.deepEqual(office.letters.flatMap(letter => letter.to).toSorted(), [
    'leder-1@example.no',
    'leder-2@example.no',
    'leder-3@example.no',
  ])
})

test('a server that is busy is asked again; one that refuses the receiver is not, and it stays to be seen', async () => {
  office.answer = to => (to.startsWith('opptatt') ? 451 : to.startsWith('ukjent') ? 550 : 250)
  for (const name of ['opptatt', 'ukjent', 'vanlig'])
    await write({ to: `${name}@example.no`, subject: 'Ulike svar' })
  await app.runJobs()
  await app.runJobs({ all: true })
  assert.deepEqual(await sendings('Ulike svar'), [
    { recipient: 'opptatt@example.no', attempts: 2, sent: false, refused: false, error: 'smtp-451' },
    { recipient: 'ukjent@example.no', attempts: 1, sent: false, refused: true, error: 'smtp-550' },
    { recipient: 'vanlig@example.no', attempts: 1, sent: true, refused: false, error: null },
  ])
  const kept = await app.db.asOwner(tx =>
    many(
      tx,
      z.object({ last_error: z.string(), ended: z.boolean() }),
      sql`select last_error, attempts = max_attempts as ended from graphile_worker.jobs order by last_error`,
    ),
  )
  assert.deepEqual(kept, [
    { last_error: 'smtp-451', ended: false },
    { last_error: 'smtp-550', ended: true },
  ])
})

test('a mail server that refuses ourselves is our own fault: mails wait until it is mended', async () => {
  office.refusesSender = true
  await write({ subject: 'Feil avsender' })
  await app.runJobs()
  assert.partialDeepStrictEqual(await sendings('Feil avsender'), [{ refused: false, error: 'smtp-553' }])
  office.refusesSender = false
  await app.runJobs({ all: true })
  assert.partialDeepStrictEqual(await sendings('Feil avsender'), [{ sent: true }])
})

test('an address or subject that would write headers of its own is refused by the database', async () => {
  for (const bad of [
    { to: 'kari@example.no>\r\nBcc: alle@example.no' },
    { to: 'kari@example.no,ola@example.no' },
    { to: 'kari' },
    { subject: 'Hei\r\nBcc: alle@example.no' },
    { subject: '' },
  ]) {
    await assert.rejects(write(bad), { code: '23514' }, JSON.stringify(bad))
  }
})

test('the program that writes a mail cannot read it, nor any other', async () => {
  await write()
  for (const text of [
    'select from platform.mail',
    'select from platform.mail_sending',
    'delete from platform.mail',
    `update platform.mail set recipient = 'x@example.no'`,
    `insert into platform.mail (recipient, subject, text, kind) values ('a@example.no', 'a', 'a', 'a') returning id`,
    `insert into platform.mail_sending (mail_id) values (gen_random_uuid())`,
    `select platform.forget_mails('2026-11-22')`,
    // nor have it forgotten by a day that is yet to come
    `select platform.queue_job('mail.forget', '{"day": "2999-01-01"}', null, null)`,
  ]) {
    await assert.rejects(
      asApp(app.db, tx => tx.query({ text })),
      { code: '42501' },
      text,
    )
  }
})

test('mails that were sent are forgotten after 30 days, and others after 90', async () => {
  const days = (n: number) => `now() - interval '${n} days'`
  await app.db.asOwner(tx =>
    tx.query({
      text: `
        delete from platform.mail;
        insert into platform.mail (recipient, subject, text, kind, created_at) values
          ('a@example.no', 'ny', 'x', 'x', ${days(1)}), ('b@example.no', 'sendt', 'x', 'x', ${days(40)}),
          ('c@example.no', 'venter', 'x', 'x', ${days(40)}), ('d@example.no', 'gammel', 'x', 'x', ${days(91)});
        insert into platform.mail_sending (mail_id, sent_at) select id, ${days(31)} from platform.mail where subject = 'sendt'`,
    }),
  )
  const at = testClock.now()
  at.setUTCHours(12, 0)
  await app.runJobs({ at })
  const left = await app.db.asOwner(tx =>
    many(tx, z.object({ subject: z.string() }), sql`select subject from platform.mail order by subject`),
  )
  assert.deepEqual(
    left.map(row => row.subject),
    ['ny', 'venter'],
  )
})
