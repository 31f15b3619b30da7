import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import * as z from 'zod'
import { testDatabase } from '#test/database.ts'
import { openDatabase, openWorker } from './database.ts'
import { sql, value } from './sql.ts'

const db = await testDatabase('reference')

test('a connection that breaks in the midst of a transaction fails the request and not the program', async () => {
  const request = db.database.transaction(null, async tx => {
    const pid = await value(tx, z.number(), sql`select pg_backend_pid()`)
    // as the same login, which may end its own sessions
    await db.database.transaction(null, other =>
      value(other, z.boolean(), sql`select pg_terminate_backend(${pid})`),
    )
    // nothing is asked while it breaks, so nobody but the connection itself can tell
    await wait(200)
    return value(tx, z.number(), sql`select 1`)
  })
  await assert.rejects(request, /terminat|not queryable|57P01/)
  assert.equal(await db.database.transaction(null, tx => value(tx, z.number(), sql`select 1`)), 1)
})

test('the address is read anew for each connection', async () => {
  const nowhere = new URL(db.urls.public)
  nowhere.port = '9'
  let at = nowhere.href
  const database = openDatabase({
    app: db.urls.app,
    get public() {
      return at
    },
  })
  const ask = () => value(database.publicReader, z.number(), sql`select 1`)
  await assert.rejects(ask, /ECONNREFUSED/)
  at = db.urls.public
  assert.equal(await ask(), 1)
  await database.end()
})

test('what is thrown in a transaction is rolled back, what is returned is kept', async () => {
  const write = (word: string, fails: boolean) =>
    db.database.transaction(null, async tx => {
      await tx.query({
        text: `insert into catalogue.feedback (kind, message) values ('not-found', $1)`,
        values: [word],
      })
      if (fails) throw new Error('a bug')
    })
  await assert.rejects(write('lost', true), /a bug/)
  await write('kept', false)
  const rows = await db.asOwner(tx => tx.query({ text: 'select message from catalogue.feedback' }))
  assert.deepEqual(rows.rows, [{ message: 'kept' }])
})

test('an actor that is no UUID never reaches the database', async () => {
  await assert.rejects(
    db.database.transaction(`'; drop table x; --`, () => Promise.resolve()),
    /named by a UUID/,
  )
})

test('a connection for jobs that is given back twice goes to nobody else twice', async () => {
  const worker = openWorker(() => db.urls.worker, 1)
  const take = () =>
    new Promise<() => void>((resolve, reject) =>
      worker.pool.connect((error, _client, release) => (error ? reject(error) : resolve(release))),
    )
  const release = await take()
  release()
  const releaseNext = await take()
  // As graphile-worker does when the database goes away while it stops listening: it must neither throw nor free what another has.
  release()
  assert.equal(worker.pool.idleCount, 0)
  releaseNext()
  assert.equal(worker.pool.idleCount, 1)
  await worker.end()
})
