import type { AddressInfo } from 'node:net'
import type { App } from './app.tsx'
import { ConfigError, readConfig, type Config } from '#platform/config.ts'
import { EmbeddedDatabaseError, startEmbedded } from '#platform/db/embedded/index.ts'
import { diskFull, isDiskFull } from '#platform/db/embedded/folder.ts'
import { keepRunning } from '#platform/db/kept.ts'
import { MigrationError } from '#platform/db/migrate.ts'
import { DatabaseError, databaseTrouble, isConnectionLost } from '#platform/db/trouble.ts'
import { keptKeys } from '#platform/secrets/kept-keys.ts'
import { drainOf } from '#platform/http/drain.ts'
import { nameSourcesInStacks } from '#platform/stack-sources.ts'

/** How to stop what has been started. A stop may wait for a start that is still under way. */
const running: { server?: () => Promise<void>; database?: () => Promise<void> } = {}

/** Answers under way get this long. Shorter than the 30 seconds that supervisors commonly wait before they kill. */
const DRAIN_MS = 15_000

const say = (line: string) => process.stdout.write(`${line}\n`)
const complain = (line: string) => process.stderr.write(`${line}\n`)

/** Addresses of the logins, read anew for each connection. Without one for jobs, none run here. */
type Urls = { readonly app: string; readonly public: string; readonly worker: string | null }

/** Trouble that a person can mend: told in one sentence, without a stack. */
class StartError extends Error {}

const plainErrors = [StartError, ConfigError, EmbeddedDatabaseError, DatabaseError, MigrationError]

async function start(): Promise<void> {
  refuseOldNode()
  const config = readConfig(process.env)
  const urls = await open(config)
  const { startApp } = await readHouse()
  const { database } = config
  const app = await startApp(
    {
      ...config,
      secretKeys: config.secretKeys ?? (database.kind === 'embedded' ? keptKeys(database.folder) : null),
      baseUrl: config.baseUrl ?? localAddress(config),
      isReplica: database.kind === 'external' && database.isReplica,
    },
    urls,
  )
  const drain = drainOf(app.server.server)
  running.server = () => {
    const stopped = app.stop()
    drain.begin()
    setTimeout(() => drain.force(), DRAIN_MS).unref()
    return stopped
  }
  if (urls.worker && !config.mail && !config.demo) {
    say('Mail is kept for four days and not sent: SMTP_URL is not set.')
  }
  await listen(app, config)
  app.startJobs()
}

function refuseOldNode(): void {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 24) {
    throw new StartError(
      `Node ${process.versions.node} is too old here: install Node 24 or newer, or run "npm ci" and "npm start" on Linux, which bring it.`,
    )
  }
}

function open(config: Config): Promise<Urls> {
  const { database } = config
  return database.kind === 'embedded' ? openEmbedded(database.folder, config) : openExternal(database, config)
}

const readHouse = () => import('./app.tsx')

/**
 * The house is read in while the database starts on another core or answers from elsewhere, and not a moment before that is
 * under way: it is a third of a start. What goes wrong with it is told to those who ask for it afterwards.
 */
function beginReading(): void {
  void readHouse().catch(() => undefined)
}

async function openEmbedded(folder: string, { demo }: Config): Promise<Urls> {
  const unwanted = new AbortController()
  const starting = startEmbedded({ folder, say, underway: beginReading, signal: unwanted.signal })
  running.database = async () => {
    unwanted.abort()
    await (await starting.catch(() => undefined))?.stop()
  }
  const embedded = await starting
  const { prepareDatabase } = await import('./database.ts')
  await prepareDatabase(embedded.ownerUrl, { demo, say }).catch((error: unknown) => {
    throw fillingTrouble(error, folder)
  })
  const database = await keepRunning(embedded, {
    folder,
    say,
    lost(sentence) {
      complain(sentence)
      void stop(1)
    },
  })
  running.database = () => database.stop()
  return {
    get app() {
      return database.appUrl
    },
    get public() {
      return database.publicUrl
    },
    get worker() {
      return database.workerUrl
    },
  }
}

function fillingTrouble(error: unknown, folder: string): unknown {
  if (isDiskFull(folder, (error as Error).message)) return diskFull(folder)
  if (!isConnectionLost(error)) return error
  return new StartError(
    `The database in ${folder} ended while it was being filled: start again, and if that does not help see postgres.log there.`,
  )
}

type External = Extract<Config['database'], { kind: 'external' }>

async function openExternal(database: External, { demo }: Config): Promise<Urls> {
  const { ownerUrl, appUrl, publicUrl, workerUrl } = database
  const { checkDatabase, prepareDatabase } = await import('./database.ts')
  beginReading()
  if (ownerUrl) {
    await prepareDatabase(ownerUrl, { demo, say }).catch((error: unknown) => {
      throw databaseTrouble(error, 'DATABASE_OWNER_URL')
    })
  }
  await checkDatabase(appUrl, 'DATABASE_URL')
  if (publicUrl) {
    await checkDatabase(
      publicUrl,
      process.env['DATABASE_READ_URL'] ? 'DATABASE_READ_URL' : 'DATABASE_PUBLIC_URL',
    )
  }
  if (workerUrl) await checkDatabase(workerUrl, 'DATABASE_WORKER_URL')
  else say('No jobs run in this program, and it sends no mail: DATABASE_WORKER_URL is not set.')
  return { app: appUrl, public: publicUrl ?? appUrl, worker: workerUrl }
}

async function listen(app: App, config: Config): Promise<void> {
  try {
    await app.server.listen({ port: config.port, host: config.host })
  } catch (error) {
    throw listenTrouble(error, config)
  }
  const { port } = app.server.server.address() as AddressInfo
  say(`Nettungen: ${config.baseUrl ?? localAddress({ ...config, port })}`)
}

function listenTrouble(error: unknown, { host, port }: Config): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (code === 'EADDRINUSE') {
    return new StartError(`Port ${port} is in use by another program: stop that, or set PORT to a free one.`)
  }
  if (code === 'EACCES') {
    return new StartError(`This account may not listen on port ${port}: set PORT to one from 1024 on.`)
  }
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'].includes(code)) {
    return new StartError(`HOST is ${host}, which is no address of this machine: correct it, or remove it.`)
  }
  return error
}

function localAddress(config: { host: string; port: number }): string {
  const host = config.host === '0.0.0.0' || config.host === '::' ? '127.0.0.1' : config.host
  return `http://${host.includes(':') ? `[${host}]` : host}:${config.port}`
}

let stopping = false
/** Told to end at once: what was still to be answered is cut, which is no orderly end. */
let hurried = false

/** Answers what has come in, lets go of the database, and stops it when it is ours. Then the process ends. */
async function stop(code: number): Promise<void> {
  if (stopping) return
  stopping = true
  for (const part of ['server', 'database'] as const) {
    try {
      await running[part]?.()
    } catch (error) {
      complain(`While stopping: ${(error as Error).message}`)
      code = 1
    }
  }
  process.exit(hurried ? 1 : code)
}

/** Does not wait for answers: stops our own database and ends. */
async function stopAtOnce(): Promise<void> {
  hurried = true
  await running.database?.().catch(() => undefined)
  process.exit(1)
}

const signals: number[] = []

/** The first signal drains, the second ends at once, a third does not even wait for the database to be stopped. */
function onSignal(): void {
  const now = Date.now()
  // Ctrl-C under `npm start` comes twice: from the terminal, and handed on by npm.
  const isEcho = now - (signals.at(-1) ?? 0) < 300
  if (isEcho) return
  signals.push(now)
  if (signals.length === 1) void stop(0)
  else if (signals.length === 2) void stopAtOnce()
  else process.exit(1)
}

const bundle = process.env['NETTUNGEN_BUNDLE']
if (bundle) nameSourcesInStacks(bundle)

// SIGHUP: the terminal was closed. By itself it would end us and leave the embedded database behind.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, onSignal)

// Nobody reads what we say any more (`npm start | head`, a closed terminal): no reason to stop serving.
process.stdout.on('error', () => undefined)
process.stderr.on('error', () => undefined)

// Something was thrown where nobody catches, or a promise was rejected that nobody awaited: a bug, and what we know of our
// own state is void. Requests are not the way here (the server answers 500 to what a handler throws). So no new ones are
// taken, those under way are answered, the database is stopped, and the process ends with 1: a supervisor starts it anew.
// Without this Node would end in the middle and leave the embedded database behind; to go on would be a guess.
process.on('uncaughtException', error => {
  complain(error.stack ?? String(error))
  // A library lost its connection where nobody waited for the answer (graphile-worker can, while it takes up work): that the database
  // goes is no bug, and each pool opens new ones.
  if (isConnectionLost(error)) return
  void stop(1)
})

try {
  await start()
} catch (error) {
  // When we are stopped in the midst of a start its steps fail, which is as it should be.
  if (!stopping) {
    const isPlain = plainErrors.some(kind => error instanceof kind)
    complain((isPlain ? (error as Error).message : (error as Error).stack) ?? String(error))
    await stop(1)
  }
}
