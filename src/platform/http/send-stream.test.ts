import assert from 'node:assert/strict'
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { buffer } from 'node:stream/consumers'
import * as z from 'zod'
import { sql } from '#platform/db/sql.ts'
import type { Snapshot } from '#platform/db/snapshot.ts'
import { testDatabase } from '#test/database.ts'
import { barePartsWith } from '#test/server-parts.ts'
import { stream } from './result.ts'
import { route } from './route.ts'
import { makeServer } from './server.ts'

const db = await testDatabase('reference')

async function* numbers(snapshot: Snapshot, upTo: number, width: number): AsyncGenerator<string> {
  const row = z.object({ text: z.string() })
  const statement = sql`select lpad(n::text, ${width}, '0') as text from generate_series(1, ${upTo}::integer) n`
  for await (const rows of snapshot.batches(row, statement, 100)) yield rows.map(r => `${r.text}\n`).join('')
}

/** Texts that cannot be packed to much less, 8 kB each: more than all the buffers between here and a reader who does not read. */
async function* endless(snapshot: Snapshot): AsyncGenerator<string> {
  const row = z.object({ text: z.string() })
  const statement = sql`select (select string_agg(md5(n || ' ' || i), '') from generate_series(1, 256) i) as text
    from generate_series(1, 10000) n`
  for await (const rows of snapshot.batches(row, statement, 20)) yield rows.map(r => `${r.text}\n`).join('')
}

async function* failing(snapshot: Snapshot, after: number): AsyncGenerator<string> {
  const row = z.object({ n: z.number() })
  const statement = sql`select 1 / (${after}::integer - n) as n from generate_series(1, 2000) n`
  for await (const rows of snapshot.batches(row, statement, 100)) yield `${rows.length}\n`
}

const answered = (path: string, write: (snapshot: Snapshot) => AsyncGenerator<string>) =>
  route({
    method: 'GET',
    path,
    permission: 'public',
    inLanguages: false,
    anyOrigin: true,
    handle: () => stream('text/plain; charset=utf-8', write),
  })

const server = await makeServer(barePartsWith({ database: db.database }), [
  answered('/api/some', snapshot => numbers(snapshot, 1234, 6)),
  answered('/api/none', snapshot => numbers(snapshot, 0, 6)),
  answered('/api/endless', endless),
  answered('/api/broken', snapshot => failing(snapshot, 1)),
  answered('/api/breaking', snapshot => failing(snapshot, 1500)),
  route({
    method: 'GET',
    path: '/list/csv',
    permission: 'public',
    handle: () =>
      stream('text/csv; charset=utf-8', snapshot => numbers(snapshot, 1234, 6), {
        'content-disposition': 'attachment; filename="list.csv"',
      }),
  }),
])
await server.listen({ port: 0, host: '127.0.0.1' })
after(() => server.close())
const { port } = server.server.address() as AddressInfo

async function open(path: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  const asked = get({ host: '127.0.0.1', port, path, headers, agent: false })
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  return answer
}

/** Transactions that are open on the public login, beside this question: only itself is told. */
async function openTransactions(): Promise<number> {
  const { rows } = await db.publicReader.query({
    text: `select count(*)::integer as n from pg_stat_activity
           where datname = current_database() and usename = current_user and xact_start is not null and pid <> pg_backend_pid()`,
  })
  return Number(rows[0]!['n'])
}

async function untilNoneIsOpen(): Promise<void> {
  while ((await openTransactions()) > 0) await new Promise(setImmediate)
}

const expected = Array.from({ length: 1234 }, (_, i) => `${String(i + 1).padStart(6, '0')}\n`).join('')

test('a stream has every row, in order, once; packed for those who can unpack it', async () => {
  assert.equal((await buffer(await open('/api/some'))).toString(), expected)
  const packed = await open('/api/some', { 'accept-encoding': 'gzip, br' })
  assert.equal(packed.headers['content-encoding'], 'gzip')
  assert.equal(gunzipSync(await buffer(packed)).toString(), expected)
  assert.equal((await buffer(await open('/api/none'))).length, 0)
  await untilNoneIsOpen()
})

test('rows are read as they are taken: a reader who waits holds a cursor, and one who leaves ends it', async () => {
  for (const headers of [{} as Record<string, string>, { 'accept-encoding': 'gzip' }]) {
    const answer = await open('/api/endless', headers)
    await once(answer, 'readable')
    assert.equal(await openTransactions(), 1)
    answer.destroy()
    await untilNoneIsOpen()
  }
})

test('two at a time; a third is told when to come back, and pages still have their connections', async () => {
  const answers = [await open('/api/endless'), await open('/api/endless')]
  const refused = await open('/api/some')
  assert.equal(refused.statusCode, 503)
  assert.equal(refused.headers['retry-after'], '10')
  assert.match(refused.headers['content-type'] ?? '', /^application\/problem\+json/)
  assert.equal(refused.headers['access-control-allow-origin'], '*')
  refused.resume()
  const forPeople = await open('/en/list/csv')
  assert.equal(forPeople.statusCode, 503)
  assert.equal(forPeople.headers['retry-after'], '10')
  assert.match(forPeople.headers['content-type'] ?? '', /^text\/html/)
  assert.equal(forPeople.headers['content-disposition'], undefined)
  assert.match((await buffer(forPeople)).toString(), /Help/)
  const { rows } = await db.publicReader.query({ text: 'select 1 as one' })
  assert.deepEqual(rows, [{ one: 1 }])
  for (const answer of answers) answer.destroy()
  await untilNoneIsOpen()
  assert.equal((await open('/api/some')).resume().statusCode, 200)
})

test('one that waits takes the place of one that ends', async () => {
  const answers = [await open('/api/endless'), await open('/api/endless')]
  const waiting = open('/api/some')
  answers[0]!.destroy()
  const answer = await waiting
  assert.equal(answer.statusCode, 200)
  assert.equal((await buffer(answer)).toString(), expected)
  answers[1]!.destroy()
  await untilNoneIsOpen()
})

test('what fails at once is answered as a failure; what fails in the middle is cut, so that nobody takes it for whole', async () => {
  const failed = await open('/api/broken')
  assert.equal(failed.statusCode, 500)
  assert.match(failed.headers['content-type'] ?? '', /^application\/problem\+json/)
  assert.doesNotMatch((await buffer(failed)).toString(), /division/)
  const cut = await open('/api/breaking')
  assert.equal(cut.statusCode, 200)
  await assert.rejects(buffer(cut))
  await untilNoneIsOpen()
})

test('who asks for the head alone costs no connection', async () => {
  const answer = await server.inject({ method: 'HEAD', url: '/api/endless' })
  assert.equal(answer.statusCode, 200)
  assert.match(String(answer.headers['content-type']), /^text\/plain/)
  assert.equal(await openTransactions(), 0)
})
