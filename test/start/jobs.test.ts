import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { startPostOffice } from '#test/post-office.ts'
import {
  address,
  asOwner,
  closeScene,
  copyInto,
  openScene,
  postgresIn,
  run,
  until,
  type Scene,
} from './program.ts'

const office = await startPostOffice()
const env = { SMTP_URL: office.url, MAIL_FROM: 'post@nettungen.test' }

let whole: Scene
let scene: Scene

before(async () => {
  whole = openScene()
  const program = run(whole)
  await address(program)
  // What the day itself brings (reminders) has been done, and writes no mail in between. After the program, which may be at it: two who
  // write the same rows in different orders wait for each other.
  await asOwner(
    whole,
    `lock table platform.daily_job in exclusive mode;
     insert into platform.daily_job (name, day)
     select name, (now() at time zone 'Europe/Oslo')::date from platform.job_kind where is_daily on conflict do nothing`,
  )
  await until(async () => (await asOwner(whole, 'select 1 from graphile_worker.jobs')).length === 0)
  await asOwner(whole, 'delete from platform.mail')
  program.child.kill('SIGTERM')
  assert.equal(await program.ended, 0)
})
after(() => closeScene(whole))
beforeEach(() => {
  scene = openScene()
  copyInto(scene, whole)
  office.clear()
})
afterEach(() => closeScene(scene))

/** Writes a mail as a request would: row and job in one transaction. */
const write = (to: string) =>
  asOwner(
    scene,
    `with mail as (
       insert into platform.mail (recipient, subject, text, kind) values ('${to}', 'Hei', 'Hei', 'test') returning id
     )
     select platform.queue_job('mail.send', json_build_object('id', id), null, null) from mail`,
  )

const sendings = () =>
  asOwner(scene, 'select attempts, sent_at is not null as sent from platform.mail_sending')
const messageId = (source: string) => /^Message-ID: (.+)$/m.exec(source)?.[1]

test('killed between the mail server’s taking and our noting it, the program sends the mail again under the same name', async () => {
  const first = run(scene, { env })
  await address(first)
  office.hold = new Promise(() => undefined)
  await write('kari@example.no')
  await until(() => office.letters.length === 1)
  first.child.kill('SIGKILL')
  await first.ended
  office.hold = null
  const second = run(scene, { env })
  await address(second)
  await until(async () => (await sendings()).length === 1)
  assert.deepEqual(await sendings(), [{ attempts: 1, sent: true }])
  assert.equal(office.letters.length, 2)
  assert.equal(messageId(office.letters[0]!.source), messageId(office.letters[1]!.source))
})

test('told to stop it waits for the mail that is under way', async () => {
  const program = run(scene, { env })
  const base = await address(program)
  const { promise, resolve } = Promise.withResolvers<void>()
  office.hold = promise
  await write('kari@example.no')
  await until(() => office.letters.length === 1)
  program.child.kill('SIGTERM')
  await until(() =>
    fetch(base).then(
      () => false,
      () => true,
    ),
  )
  resolve()
  assert.equal(await program.ended, 0)
  const again = run(scene)
  await address(again)
  assert.deepEqual(await sendings(), [{ attempts: 1, sent: true }])
})

test('jobs go on when the database was killed and started again on another port', async () => {
  const program = run(scene, { env })
  await address(program)
  await write('for@example.no')
  await until(() => office.letters.length === 1)
  const [pid] = postgresIn(scene)
  process.kill(pid!, 'SIGKILL')
  await until(() => program.said.includes('The database answers again.'))
  await write('etter@example.no')
  await until(() => office.letters.length === 2)
  program.child.kill('SIGTERM')
  assert.equal(await program.ended, 0)
})
