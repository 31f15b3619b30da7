import { once } from 'node:events'
import { createServer } from 'node:net'
import { after } from 'node:test'
import { startApp, type App } from '../../src/app.tsx'
import type { Config } from '#platform/config.ts'
import type { Clock } from '#platform/clock.ts'
import type { Later } from '#platform/gather.ts'
import type { Outside } from '#platform/outside/ask-outside.ts'
import { newSecretKeys } from '#platform/secrets/vault.ts'
import { testClock } from './clock.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'

export type TestApp = App & { db: TestDatabase; baseUrl: string }

export { testClock }

const nowhere: Outside = { resolve: () => Promise.resolve([]), isAllowed: () => false }

type AppOptions = {
  template?: 'demo' | 'reference'
  clock?: Clock
  demo?: boolean
  /** Providers of identity; without, the demo's own. */
  identity?: Config['identity']
  /** Off unless a test is about them: tests ask more than people do, from one address. */
  rateLimits?: boolean
  /** When what people do is written: searches without a hit, views. */
  later?: Later
  /** How others are reached; without it nobody is. */
  outside?: Outside
  pauseMs?: number
  /** Where mail goes; none is sent without it. */
  mail?: { smtpUrl: string; from: string }
}

/** The whole house on a cloned database, not listening: asked with `server.inject`. To be called at the top of a test file; stopped after its tests. */
export async function testApp(options: AppOptions = {}): Promise<TestApp> {
  const db = await openTestDatabase(options.template ?? 'demo')
  return stoppedAfter(await start(options, db, 'http://127.0.0.1:3000'))
}

/** The same for a browser: it listens, and its `baseUrl` is where. */
export async function listeningApp(options: AppOptions = {}): Promise<TestApp> {
  const db = await openTestDatabase(options.template ?? 'demo')
  for (;;) {
    const port = await freePort()
    const app = await start(options, db, `http://127.0.0.1:${port}`)
    try {
      await app.server.listen({ port, host: '127.0.0.1' })
      return stoppedAfter(app)
    } catch (error) {
      // Somebody took the port in between: another is asked for.
      await app.stop()
      if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    }
  }
}

async function start(options: AppOptions, db: TestDatabase, baseUrl: string): Promise<TestApp> {
  const app = await startApp(
    {
      demo: options.demo ?? true,
      identity: options.identity ?? { citizen: null, employee: null },
      trustedProxies: [],
      logLevel: 'fatal',
      rateLimits: options.rateLimits ?? false,
      mail: options.mail ?? null,
      secretKeys: newSecretKeys(),
      outside: options.outside ?? nowhere,
      ...(options.pauseMs !== undefined && { pauseMs: options.pauseMs }),
      baseUrl,
      clock: options.clock ?? testClock,
      ...(options.later && { later: options.later }),
    },
    { app: db.urls.app, public: db.urls.public, worker: db.urls.worker },
  )
  // A test may stop it itself, to see what is done then.
  let stopped: Promise<void> | null = null
  return { ...app, db, baseUrl, stop: () => (stopped ??= app.stop()) }
}

function stoppedAfter(app: TestApp): TestApp {
  after(async () => {
    await app.stop()
    await app.db.close()
  })
  return app
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No port was given')
  return address.port
}
