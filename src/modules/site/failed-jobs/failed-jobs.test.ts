import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demoPersonId } from '#modules/people/index.ts'
import { sendMail } from '#platform/mail/mail.ts'
import { testApp } from '#test/app.ts'
import { loginAs, type LoggedIn } from '#test/client.ts'
import { asApp } from '#test/logins.ts'
import { startPostOffice } from '#test/post-office.ts'

const office = await startPostOffice()
const app = await testApp({ mail: { smtpUrl: office.url, from: 'post@nettungen.test' } })
const jobsPage = '/arbeid/admin/jobber'

await grant('leder-nes', 'leader', 'helsedirektoratet')
async function grant(key: string, role: string, organization: string): Promise<void> {
  await app.db.asOwner(tx =>
    tx.query({
      text: `insert into organizations.role_grant (person_id, organization_id, role)
             select $1, id, $2 from organizations.organization where key = $3`,
      values: [demoPersonId(key), role, organization],
    }),
  )
}

async function timeInDatabase(): Promise<number> {
  const { rows } = await app.db.asOwner(tx => tx.query({ text: 'select now()' }))
  return (rows[0] as { now: Date }).now.getTime()
}

const idOf = (html: string) => /name="jobb" value="(\d+)"/.exec(html)?.[1] ?? assert.fail('no job is shown')

test('a person of the demonstration answers for the installation, and is told in words that nothing has failed', async () => {
  const person = await loginAs(app, 'admin-helsedirektoratet')
  const { html, status } = await person.get(jobsPage)
  assert.equal(status, 200)
  assert.match(html, /Ingen har feilet/)
  assert.match(html, /Det som ikke lykkes i løpet av noen dager, kommer hit/)
  assert.doesNotMatch(html, /<table/)
})

test('who answers for the installation sees what failed, not what it was about, and tries it again', async () => {
  office.answer = () => 550
  await asApp(app.db, tx =>
    sendMail(tx, { to: 'hemmelig@example.no', subject: 'Hei', text: 'Hei', kind: 'test' }),
  )
  await app.runJobs()
  const person = await loginAs(app, 'admin-helsedirektoratet')
  const { html, status } = await person.get(jobsPage)
  assert.equal(status, 200)
  assert.match((await person.get('/arbeid/admin')).html, /href="\/arbeid\/admin\/jobber"/)
  const municipal = await (await loginAs(app, 'admin-nes')).get('/arbeid/admin')
  assert.doesNotMatch(municipal.html, /href="\/arbeid\/admin\/jobber"/)
  assert.match(html, /mail\.send/)
  assert.match(html, /smtp-550/)
  assert.doesNotMatch(html, /hemmelig/)
  const failedAt = Date.parse(/<time datetime="([^"]+)"/i.exec(html)![1]!)
  assert.ok(Math.abs(failedAt - (await timeInDatabase())) < 120_000, 'it tells when that was')
  office.answer = () => 250
  const fields = { jobb: idOf(html) }
  assert.equal((await person.post(jobsPage, fields)).status, 303)
  assert.match((await person.get(jobsPage)).html, /Ingen har feilet/)
  await app.runJobs()
  assert.deepEqual(
    office.letters.map(letter => letter.to),
    [['hemmelig@example.no']],
  )
  assert.equal((await person.post(jobsPage, fields)).status, 303, 'a form sent twice is no trouble')
})

test('to others the page is not there, and they can try nothing again', async () => {
  const others: LoggedIn[] = []
  for (const key of ['admin-nes', 'leder-nes', 'redaktor-nes']) others.push(await loginAs(app, key))
  for (const person of others) {
    assert.equal((await person.get(jobsPage)).status, 404)
    assert.equal((await person.post(jobsPage, { jobb: '1' })).status, 404)
    const { rows } = await app.db.database.transaction(person.personId, tx =>
      tx.query({
        text: 'select (select count(*) from platform.failed_jobs()) as seen, platform.retry_job(1) as retried',
      }),
    )
    assert.deepEqual(rows, [{ seen: 0, retried: false }])
  }
})
