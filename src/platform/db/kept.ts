import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { startEmbedded, type EmbeddedDatabase } from './embedded/index.ts'

/** The embedded database of a server that lasts. After it had to be started again its addresses are other ones. */
export type KeptDatabase = {
  readonly appUrl: string
  readonly publicUrl: string
  readonly workerUrl: string
  stop(): Promise<void>
}

type Options = {
  folder: string
  /** takes lines about progress, for people */
  say: (line: string) => void
  /** called once, with a sentence, when it died and cannot be started again: nobody can be served any more */
  lost: (sentence: string) => void
}

/** Waits before each try to start it again, in milliseconds. */
const PAUSES = [0, 2_000, 10_000]

/** A database that dies more often than this within an hour is not mended by starting it again. */
const DEATHS_AN_HOUR = 5

const SLOWEST_MEND = 60_000

/**
 * Starts the embedded database again when it dies while we serve (killed, out of memory). Until it answers, pages say that
 * the service is away and whom to call. When one of its sessions is killed PostgreSQL mends itself.
 * @param first runs; from now on it is stopped by what is returned
 */
export async function keepRunning(
  first: EmbeddedDatabase,
  { folder, say, lost }: Options,
): Promise<KeptDatabase> {
  let database = first
  const deaths: number[] = []
  const stopped = new AbortController()
  let reviving = Promise.resolve()
  let watch = await answers(database, stopped.signal)
  if (watch) watch.on('end', revive)
  else revive()

  function revive(): void {
    if (stopped.signal.aborted) return
    reviving = startAgain().catch((error: Error) => {
      if (stopped.signal.aborted) return
      lost(`The database ended, and could not be started again. ${error.message}`)
    })
  }

  async function startAgain(): Promise<void> {
    watch = await answers(database, stopped.signal)
    while (watch === null && !stopped.signal.aborted) {
      deaths.push(Date.now())
      if (deaths.filter(time => time > Date.now() - 3_600_000).length > DEATHS_AN_HOUR) {
        throw new Error(`It ended ${deaths.length} times within an hour: see postgres.log in ${folder}.`)
      }
      say('The database has ended unexpectedly and is started again …')
      database = await tryToStart(database)
      watch = await answers(database, stopped.signal)
      if (watch) say('The database answers again.')
    }
    watch?.on('end', revive)
  }

  async function tryToStart(dead: EmbeddedDatabase): Promise<EmbeddedDatabase> {
    let last: unknown
    for (const pause of PAUSES) {
      await wait(pause, undefined, { signal: stopped.signal })
      try {
        // lets go of the folder
        await dead.stop()
        return await startEmbedded({ folder, say, signal: stopped.signal })
      } catch (error) {
        last = error
      }
    }
    throw last
  }

  return {
    get appUrl() {
      return database.appUrl
    },
    get publicUrl() {
      return database.publicUrl
    },
    get workerUrl() {
      return database.workerUrl
    },
    async stop() {
      stopped.abort()
      await reviving
      await watch?.end().catch(() => undefined)
      await database.stop()
    },
  }
}

/**
 * A connection whose end tells at once that the database is gone. Null when nobody answers on its port. After the death
 * of one of its sessions PostgreSQL ends them all and comes back by itself; it answers then, but lets nobody in for a
 * while.
 */
async function answers({ appUrl }: EmbeddedDatabase, signal: AbortSignal): Promise<pg.Client | null> {
  const deadline = Date.now() + SLOWEST_MEND
  while (Date.now() < deadline && !signal.aborted) {
    const client = new pg.Client({
      connectionString: appUrl,
      application_name: 'nettungen-watch',
      connectionTimeoutMillis: 5_000,
    })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.query('select')
      return client
    } catch (error) {
      await client.end().catch(() => undefined)
      if ((error as NodeJS.ErrnoException).code === 'ECONNREFUSED') return null
      await wait(100)
    }
  }
  return null
}
