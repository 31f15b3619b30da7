import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import * as z from 'zod'
import { many, sql, value } from '#platform/db/sql.ts'
import { newSecretKeys } from '#platform/secrets/vault.ts'
import { startApp } from '../src/app.tsx'
import { testClock } from './support/clock.ts'
import { testDatabase } from './support/database.ts'

const db = await testDatabase()

async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let left = 400; !(await isSo()); left -= 1) {
    assert.ok(left > 0, `waited in vain until ${what}`)
    await wait(20)
  }
}

/** Whose statements wait for the packs. */
const waiting = async () => {
  const rows = await many(
    db.publicReader,
    z.object({ pid: z.number() }),
    sql`select pid from pg_locks where not granted and relation = 'catalogue.pack'::regclass`,
  )
  return rows.map(({ pid }) => pid)
}

test('what is read ahead is begun anew when the database has been lost, and a stop does not wait for it to close the door', async () => {
  const [locked, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const lock = db.asOwner(async tx => {
    await tx.query(sql`lock table catalogue.pack in access exclusive mode`)
    locked.resolve()
    await release.promise
  })
  try {
    await locked.promise
    const app = await startApp(
      {
        demo: true,
        identity: { citizen: null, employee: null },
        trustedProxies: [],
        logLevel: 'fatal',
        rateLimits: false,
        mail: null,
        secretKeys: newSecretKeys(),
        outside: { resolve: () => Promise.resolve([]), isAllowed: () => false },
        baseUrl: 'http://127.0.0.1:3000',
        clock: testClock,
      },
      { app: db.urls.app, public: db.urls.public, worker: db.urls.worker },
    )
    let stopped = Promise.resolve()
    try {
      await app.server.listen({ host: '127.0.0.1', port: 0 })
      await until('packs are read ahead', async () => (await waiting()).length === 1)
      const [first] = await waiting()
      await value(db.publicReader, z.boolean(), sql`select pg_terminate_backend(${first!})`)
      await db.database.transaction(null, tx =>
        tx.query(sql`select pg_terminate_backend(pid) from pg_stat_activity
                     where application_name = 'nettungen-listen' and datname = current_database()`),
      )
      await until('they are read again', async () => (await waiting()).some(pid => pid !== first))
    } finally {
      stopped = app.stop()
    }
    try {
      await until('nobody is let in any more', () => !app.server.server.listening)
      assert.equal((await waiting()).length, 1)
    } finally {
      release.resolve()
      await stopped
    }
  } finally {
    release.resolve()
    await lock
  }
})
