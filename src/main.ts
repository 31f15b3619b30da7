import type { AddressInfo } from 'node:net'
import { startApp, type App } from './app.tsx'
import { ConfigError, readConfig, type Config } from '#platform/config.ts'
import { EmbeddedDatabaseError, startEmbedded } from '#platform/db/embedded/index.ts'
import { MigrationError } from '#platform/db/migrate.ts'
import { prepareDatabase } from './database.ts'

/** What has been started, to be stopped in the opposite order. */
const stops: (() => Promise<void>)[] = []

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Trouble that a person can mend: told in one sentence, without a stack. */
class StartError extends Error {}

async function start(): Promise<void> {
  const config = readConfig(process.env)
  refuseOldNode()
  const urls = await openUrls(config)
  if (urls.owner) await prepare(urls.owner, config)
  const app = await startApp({ ...config, baseUrl: config.baseUrl ?? localAddress(config) }, urls)
  stops.push(() => app.stop())
  await listen(app, config)
}

function refuseOldNode(): void {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 24) {
    throw new StartError(
      `Node ${process.versions.node} is too old here: install Node 24 or newer, or run "npm ci" on Linux, which brings it.`,
    )
  }
}

async function openUrls(config: Config): Promise<{ owner: string | null; app: string; public: string }> {
  if (config.database.kind === 'external') {
    const { ownerUrl, appUrl, publicUrl } = config.database
    return { owner: ownerUrl, app: appUrl, public: publicUrl ?? appUrl }
  }
  const embedded = await startEmbedded({ folder: config.database.folder, say })
  stops.push(() => embedded.stop())
  return { owner: embedded.ownerUrl, app: embedded.appUrl, public: embedded.publicUrl }
}

async function prepare(ownerUrl: string, config: Config): Promise<void> {
  try {
    await prepareDatabase(ownerUrl, { demo: config.demo, say })
  } catch (error) {
    if (isUnreachable(error)) {
      throw new StartError(
        'The database in DATABASE_OWNER_URL cannot be reached. Start it, or correct the address.',
        { cause: error },
      )
    }
    throw error
  }
}

async function listen(app: App, config: Config): Promise<void> {
  try {
    await app.server.listen({ port: config.port, host: config.host })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EADDRINUSE') {
      throw new StartError(
        `Port ${config.port} is in use by another program. Stop that, or set PORT to a free one.`,
        { cause: error },
      )
    }
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL') {
      throw new StartError(
        `Cannot listen on ${config.host} port ${config.port}. Set HOST and PORT to what this machine allows.`,
        { cause: error },
      )
    }
    throw error
  }
  const { port } = app.server.server.address() as AddressInfo
  say(`Nettungen: ${config.baseUrl ?? localAddress({ ...config, port })}`)
}

function localAddress(config: { host: string; port: number }): string {
  const host = config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host
  return `http://${host.includes(':') ? `[${host}]` : host}:${config.port}`
}

function isUnreachable(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ETIMEDOUT', 'EAI_AGAIN'].includes(code)
}

let stopping = false

/** Answers what has come in, lets go of the database, and stops it when it is ours. A second signal ends at once. */
async function stop(code: number): Promise<void> {
  if (stopping) process.exit(1)
  stopping = true
  for (const stopOne of stops.toReversed()) {
    try {
      await stopOne()
    } catch (error) {
      process.stderr.write(`While stopping: ${(error as Error).message}\n`)
      code = 1
    }
  }
  process.exit(code)
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(0))

try {
  await start()
} catch (error) {
  const plain =
    error instanceof StartError ||
    error instanceof ConfigError ||
    error instanceof EmbeddedDatabaseError ||
    error instanceof MigrationError
  process.stderr.write(plain ? `${error.message}\n` : `${(error as Error).stack}\n`)
  await stop(1)
}
