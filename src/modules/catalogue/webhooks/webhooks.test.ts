import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { beforeEach, test } from 'node:test'
import { demoPersonId } from '#modules/people/index.ts'
import { postOutside } from '#platform/outside/post-outside.ts'
import { testApp } from '#test/app.ts'
import { loginAs } from '#test/client.ts'
import { startReceiver } from '#test/receiver.ts'

const receiver = await startReceiver()
/** Where names lead; a test may have them lead elsewhere. */
let resolve = async (_host: string): Promise<string[]> => ['127.0.0.1']
let isAllowed = (address: string): boolean => address === '127.0.0.1'
const app = await testApp({
  outside: { resolve: host => resolve(host), isAllowed: address => isAllowed(address), ca: receiver.ca },
})
const base = `https://mottaker.example:${receiver.port}`
const webhooks = '/arbeid/admin/webhooks'

await app.db.asOwner(tx =>
  tx.query({
    text: `insert into organizations.role_grant (person_id, organization_id, role)
           select person, organization.id, role
           from (values ($1::uuid, 'administrator', 'nes-kommune'), ($2, 'administrator', 'nannestad-kommune')) given (person, role, key)
           join organizations.organization using (key)`,
    values: [demoPersonId('admin-nes'), demoPersonId('utenforstaende')],
  }),
)
const nes = await nesOrganization()
const admin = await loginAs(app, 'admin-nes')

async function nesOrganization(): Promise<string> {
  const { rows } = await app.db.publicReader.query({
    text: `select id from organizations.organization where key = 'nes-kommune'`,
  })
  return String(rows[0]!['id'])
}

beforeEach(async () => {
  receiver.heard = []
  receiver.answer = { status: 204 }
  resolve = async () => ['127.0.0.1']
  isAllowed = address => address === '127.0.0.1'
  await app.db.asOwner(tx =>
    tx.query({ text: 'delete from catalogue.webhook; delete from graphile_worker._private_jobs' }),
  )
})

async function register(path: string): Promise<{ secret: string; status: number; html: string }> {
  const { html, status } = await admin.post(webhooks, { adresse: base + path, organisasjon: nes })
  return { html, status, secret: /whsec_([A-Za-z0-9+/=]+)/.exec(html)?.[1] ?? '' }
}

/** Some service changes; its id. */
async function change(): Promise<string> {
  return app.db.asOwner(async tx => {
    const { rows } = await tx.query({
      text: `update catalogue.service set updated_at = now() where id = (select min(id::text)::uuid from catalogue.service) returning id`,
    })
    return String(rows[0]!['id'])
  })
}

const states = async () =>
  (
    await app.db.asOwner(tx =>
      tx.query({
        text: `select ended_why, attempts, error, delivered_at is not null as delivered
               from catalogue.webhook left join catalogue.webhook_delivery on webhook_id = id order by tried_at`,
      }),
    )
  ).rows

test('a registered address is told of a change, signed with the secret that was shown once', async () => {
  assert.match((await admin.get('/arbeid/admin')).html, /href="\/arbeid\/admin\/webhooks"/)
  const { secret, status } = await register('/krok')
  assert.equal(status, 200)
  assert.ok(!(await admin.get(webhooks)).html.includes(secret), 'the secret is shown once')
  const service = await change()
  await app.runJobs()
  assert.equal(receiver.heard.length, 1)
  const { headers, body, path } = receiver.heard[0]!
  assert.equal(path, '/krok')
  assert.partialDeepStrictEqual(JSON.parse(body), {
    id: service,
    kind: 'published',
    links: { service: `${app.baseUrl}/api/hsds/services/${service}` },
  })
  const given = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`
  const signature = createHmac('sha256', Buffer.from(secret, 'base64')).update(given).digest('base64')
  assert.equal(headers['webhook-signature'], `v1,${signature}`)
  assert.match((await admin.get(webhooks)).html, /Levert/)
})

test('the secret does not lie in the database as it is', async () => {
  const { secret } = await register('/krok')
  const { rows } = await app.db.asOwner(tx => tx.query({ text: 'select secret from catalogue.webhook' }))
  const sealed = rows[0]!['secret'] as Buffer
  assert.equal(sealed.subarray(0, 3).toString(), 'k1:')
  assert.equal(sealed.includes(Buffer.from(secret, 'base64')), false)
})

test('one that does not answer well is told again under the same id, until it has taken it', async () => {
  await register('/krok')
  receiver.answer = { status: 503 }
  await change()
  await app.runJobs()
  await app.runJobs({ all: true })
  assert.partialDeepStrictEqual(await states(), [{ attempts: 2, error: 'http-503', delivered: false }])
  receiver.answer = { status: 200 }
  await app.runJobs({ all: true })
  await app.runJobs({ all: true })
  assert.partialDeepStrictEqual(await states(), [{ attempts: 3, error: null, delivered: true }])
  assert.equal(new Set(receiver.heard.map(({ headers }) => headers['webhook-id'])).size, 1)
  assert.equal(receiver.heard.length, 3)
})

test('several changes before it is told are told once', async () => {
  await register('/krok')
  for (let n = 0; n < 3; n += 1) await change()
  await app.runJobs()
  assert.equal(receiver.heard.length, 1)
})

test('one that has taken nothing for days is told no more, and one that is gone at once', async () => {
  await register('/krok')
  receiver.answer = { status: 500 }
  await change()
  await app.db.asOwner(tx => tx.query({ text: 'update graphile_worker._private_jobs set attempts = 24' }))
  await app.runJobs()
  assert.partialDeepStrictEqual(await states(), [{ ended_why: 'failing' }])
  assert.match((await admin.get(webhooks)).html, /svarte ikke på flere dager/)
  await register('/annen')
  receiver.answer = { status: 410 }
  await change()
  await app.runJobs()
  assert.deepEqual((await states()).map(row => row['ended_why']).toSorted(), ['failing', 'gone'])
  receiver.heard = []
  await change()
  await app.runJobs()
  assert.equal(receiver.heard.length, 0)
})

test('a redirect is not followed', async () => {
  await register('/krok')
  receiver.answer = { status: 302, headers: { location: `${base}/hemmelig` } }
  await change()
  await app.runJobs()
  assert.deepEqual(
    receiver.heard.map(({ path }) => path),
    ['/krok'],
  )
  assert.partialDeepStrictEqual(await states(), [{ error: 'http-302' }])
})

test('a name that leads into our own house is not asked, nor one of which one address does, nor an address itself', async () => {
  const { isPublicAddress } = await import('#platform/outside/addresses.ts')
  isAllowed = isPublicAddress
  const ways = [
    ['127.0.0.1'],
    ['10.0.0.5'],
    ['169.254.169.254'],
    ['::1'],
    ['::ffff:127.0.0.1'],
    ['93.184.215.14', '192.168.1.1'],
  ]
  for (const way of ways) {
    await app.db.asOwner(tx => tx.query({ text: 'delete from catalogue.webhook' }))
    resolve = async () => way
    await register('/krok')
    await change()
    await app.runJobs()
    assert.partialDeepStrictEqual(await states(), [{ error: 'address-not-allowed' }], way.join())
  }
  await admin.post(webhooks, { adresse: `https://127.0.0.1:${receiver.port}/`, organisasjon: nes })
  await change()
  await app.runJobs({ all: true })
  assert.ok((await states()).every(row => row['error'] === 'address-not-allowed'))
  assert.equal(receiver.heard.length, 0)
})

test('a name that is never found out is given up like an answer that never comes', async () => {
  const isOver = new AbortController()
  const never = { resolve: () => new Promise<string[]>(() => undefined), isAllowed: () => true }
  const sent = postOutside('https://mottaker.example/', '{}', {}, never, isOver.signal)
  isOver.abort()
  assert.equal(await sent, 'too-slow')
})

test('the form comes back with what was wrong, and an address is registered once', async () => {
  for (const bad of [
    '',
    'mottaker.example',
    'http://mottaker.example/',
    'https://a:b@mottaker.example/',
    'javascript:alert(1)',
  ]) {
    const page = await admin.post(webhooks, { adresse: bad, organisasjon: nes })
    assert.equal(page.status, 422, bad)
    assert.match(page.html, /href="#adresse"/)
  }
  assert.equal((await admin.post(webhooks, { adresse: `${base}/a`, organisasjon: 'tull' })).status, 422)
  assert.equal((await register('/krok')).status, 200)
  assert.equal((await register('/krok')).status, 422)
})

test('an organisation has five at most, also when they are registered at once', async () => {
  const paths = ['/1', '/2', '/3', '/4', '/5', '/6', '/7']
  const statuses = (await Promise.all(paths.map(register))).map(({ status }) => status)
  assert.deepEqual(statuses.toSorted(), [200, 200, 200, 200, 200, 422, 422])
  assert.match((await register('/8')).html, /har fem adresser allerede/)
  await assert.rejects(
    app.db.database.transaction(admin.personId, tx =>
      tx.query({
        text: `insert into catalogue.webhook (organization_id, url, secret, created_by) values ($1, 'https://x.example/', '', $2)`,
        values: [nes, admin.personId],
      }),
    ),
    { code: '42501' },
  )
})

test('mail does not wait behind what webhooks are told', async () => {
  await register('/krok')
  await change()
  const heard: string[] = []
  const order = await app.db.asOwner(async tx => {
    await tx.query({ text: `select platform.queue_job('mail.send', '{"id": "${nes}"}', null, null)` })
    return tx.query({
      text: 'select task_identifier as name from graphile_worker.jobs order by priority, run_at, id',
    })
  })
  for (const row of order.rows) heard.push(String(row['name']))
  assert.deepEqual(heard, ['mail.send', 'catalogue.tell-webhook'])
})

test('an administrator of another organisation neither sees nor removes it, nor registers in its name', async () => {
  await register('/krok')
  const other = await loginAs(app, 'utenforstaende')
  const { rows } = await app.db.asOwner(tx => tx.query({ text: 'select id from catalogue.webhook' }))
  const id = String(rows[0]!['id'])
  assert.doesNotMatch((await other.get(webhooks)).html, /krok/)
  assert.equal((await other.post(`${webhooks}/${id}/fjern`, {})).status, 404)
  assert.equal((await other.post(webhooks, { adresse: `${base}/min`, organisasjon: nes })).status, 422)
  assert.equal((await (await loginAs(app, 'redaktor-nes')).get(webhooks)).status, 404)
  await assert.rejects(
    app.db.database.transaction(other.personId, tx =>
      tx.query({
        text: `insert into catalogue.webhook (organization_id, url, secret, created_by) values ($1, 'https://x.example/', '', $2)`,
        values: [nes, other.personId],
      }),
    ),
    { code: '42501' },
  )
  assert.equal((await admin.post(`${webhooks}/${id}/fjern`, {})).status, 303)
  assert.doesNotMatch((await admin.get(webhooks)).html, /krok/)
})
