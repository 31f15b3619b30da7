import { after } from 'node:test'
import { startApp, type App } from '../../src/app.tsx'
import type { Clock } from '#platform/clock.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'

export type TestApp = App & { db: TestDatabase; baseUrl: string }

/** A Sunday afternoon in November: 14.30 in Norway. */
export const testClock: Clock = { now: () => new Date('2026-11-22T13:30:00Z') }

/** The whole house on a cloned database, not listening: asked with `server.inject`. To be called at the top of a test file; stopped after its tests. */
export async function testApp(
  options: { template?: 'demo' | 'reference'; clock?: Clock; demo?: boolean } = {},
): Promise<TestApp> {
  const db = await openTestDatabase(options.template ?? 'demo')
  const baseUrl = 'http://127.0.0.1:3000'
  const app = await startApp(
    {
      demo: options.demo ?? true,
      trustedProxies: [],
      logLevel: 'fatal',
      baseUrl,
      clock: options.clock ?? testClock,
    },
    { app: db.urls.app, public: db.urls.public },
  )
  after(async () => {
    await app.stop()
    await db.close()
  })
  return { ...app, db, baseUrl }
}
