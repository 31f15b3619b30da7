import pg from 'pg'
import { snapshotsOn, type Snapshot } from './snapshot.ts'
import type { Reader, Tx } from './sql.ts'
import './types.ts'

/**
 * Addresses of the logins that serve. They are read anew for each connection: an embedded database that had to be started
 * again answers on another port.
 */
export type DatabaseUrls = { readonly app: string; readonly public: string }

/** The server's two ways into the database. There is no query outside a transaction, except on the public reader. */
export type Database = {
  /** Reads public rows only, in a login that has no right to anything else. */
  publicReader: Reader
  /** Public rows of one moment, for streams. Null: as many are read as may be at a time. */
  openSnapshot(): Promise<Snapshot | null>
  /** One transaction for one actor (null: nobody is logged in). Commits what is returned, rolls back what is thrown. */
  transaction<T>(actor: string | null, work: (tx: Tx) => Promise<T>): Promise<T>
  end(): Promise<void>
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Streams at a time. Each holds a connection of the public pool for as long as its reader takes. */
const STREAMS = 2

/** Opens the two pools. Connections are made when they are needed; an unreachable database shows in `ping`. */
export function openDatabase(urls: DatabaseUrls, sizes = { app: 5, public: 10 }): Database {
  const app = openPool(() => urls.app, sizes.app)
  const publicPool = openPool(() => urls.public, sizes.public)
  return {
    publicReader: { query: statement => publicPool.query(statement) },
    openSnapshot: snapshotsOn(publicPool, STREAMS),
    transaction: (actor, work) => transaction(app, actor, work),
    async end() {
      await Promise.all([app.end(), publicPool.end()])
    },
  }
}

/** The way of jobs into the database: the worker login. */
export type Worker = {
  /** For graphile-worker. */
  pool: pg.Pool
  /** One transaction, in which nobody acts. Commits what is returned, rolls back what is thrown. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  end(): Promise<void>
}

/** Opens the pool of the worker login. Jobs take longer than pages, and leave many connections to them. */
export function openWorker(address: () => string, max: number): Worker {
  const pool = openPool(address, max, { statement_timeout: 60_000, application_name: 'nettungen-jobs' })
  // One that breaks while graphile-worker has it fails the next statement; nobody else would listen.
  pool.on('connect', client => client.on('error', ignore))
  letGoOnce(pool)
  return { pool, transaction: work => transaction(pool, null, work), end: () => pool.end() }
}

/**
 * A connection that is given back twice is given back once. graphile-worker does so when the database goes away while it stops
 * listening (its `release` is called by the stop and by the lost connection); the pool throws then, in a promise that
 * nobody holds, which would end the program.
 */
function letGoOnce(pool: pg.Pool): void {
  const connect = pool.connect.bind(pool)
  type Taken = Parameters<typeof connect>[0]
  const connectOnce = (taken?: Taken) => {
    if (!taken) return connect()
    return connect((error, client, release) => {
      let isGone = false
      taken(error, client, fault => {
        if (isGone) return
        isGone = true
        release(fault)
      })
    })
  }
  pool.connect = connectOnce as typeof pool.connect
}

function openPool(address: () => string, max: number, options: pg.PoolConfig = {}): pg.Pool {
  // a class, because that is what the pool makes its connections with
  class CurrentClient extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      super({ ...config, connectionString: address() })
    }
  }
  const pool = new pg.Pool({
    Client: CurrentClient,
    max,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 60_000,
    statement_timeout: 10_000,
    // Our statements are planned once for a connection: planning the larger ones costs ten times what running them does.
    options: '-c plan_cache_mode=force_generic_plan',
    application_name: 'nettungen',
    keepAlive: true,
    ...options,
  })
  // A broken idle connection is replaced at the next query, which tells of the trouble itself.
  pool.on('error', () => undefined)
  return pool
}

async function transaction<T>(pool: pg.Pool, actor: string | null, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (actor !== null && !UUID.test(actor)) throw new Error('An actor is named by a UUID')
  const client = await pool.connect()
  let broken: Error | undefined
  // The pool listens only while it has the connection itself. One that breaks between two of our statements would end
  // the program if nobody listened; the next statement fails by itself.
  client.on('error', ignore)
  try {
    // The simple protocol takes no parameters, so the validated UUID is written into the text: one round trip for both.
    await client.query(`begin; select set_config('app.actor', '${actor ?? ''}', true)`)
    const result = await work({ isTransaction: true, query: statement => client.query(statement) })
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((rollbackError: Error) => {
      broken = rollbackError
    })
    throw error
  } finally {
    client.off('error', ignore)
    client.release(broken)
  }
}

/** From here on the transaction acts as this person; until then it acted as nobody. */
export async function actAs(tx: Tx, personId: string): Promise<void> {
  await tx.query({ text: `select set_config('app.actor', $1::uuid::text, true)`, values: [personId] })
}

function ignore(): void {}
