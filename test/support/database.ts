import { randomBytes } from 'node:crypto'
import { after } from 'node:test'
import pg from 'pg'
import { openDatabase, type Database } from '#platform/db/database.ts'
import type { Reader, Tx } from '#platform/db/sql.ts'

/** A database of one test file, cloned from the template: migrated, with reference data and demo data. */
export type TestDatabase = {
  database: Database
  publicReader: Reader
  urls: { owner: string; app: string; public: string; worker: string }
  /** As the owner of the tables; committed. */
  asOwner<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** As the owner; nothing stays. */
  rolledBack<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/**
 * Clones the template database for one test file; closed and dropped after its tests. To be called at the top of the file,
 * where `after` means after all of them. The runner (test/run.ts) starts
 * PostgreSQL and fills the templates: `demo` has demo data, `reference` has reference data only.
 */
export async function testDatabase(template: 'demo' | 'reference' = 'demo'): Promise<TestDatabase> {
  const test = await openTestDatabase(template)
  after(() => test.close())
  return test
}

/** The same for those who close it themselves. */
export async function openTestDatabase(template: 'demo' | 'reference'): Promise<TestDatabase> {
  const admin = process.env['TEST_ADMIN_URL']
  if (!admin) throw new Error('Database tests are run by the test runner: npm run test:only -- FILE')
  const name = `t_${randomBytes(6).toString('hex')}`
  await asAdmin(admin, `create database ${name} template nettungen_${template} owner nettungen_owner`)
  const urls = {
    owner: at(process.env['TEST_OWNER_URL']!, name),
    app: at(process.env['TEST_APP_URL']!, name),
    public: at(process.env['TEST_PUBLIC_URL']!, name),
    worker: at(process.env['TEST_WORKER_URL']!, name),
  }
  const database = openDatabase({ app: urls.app, public: urls.public }, { app: 3, public: 4 })
  const owner = new pg.Pool({ connectionString: urls.owner, max: 2 })
  // Dropping the database at the end ends its idle connections; nobody asks them any more.
  owner.on('error', () => undefined)
  return {
    database,
    publicReader: database.publicReader,
    urls,
    asOwner: work => inTransaction(owner, work, 'commit'),
    rolledBack: work => inTransaction(owner, work, 'rollback'),
    async close() {
      await database.end()
      await owner.end()
      await asAdmin(admin, `drop database if exists ${name} with (force)`)
    },
  }
}

async function inTransaction<T>(
  pool: pg.Pool,
  work: (tx: Tx) => Promise<T>,
  end: 'commit' | 'rollback',
): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await work({ isTransaction: true, query: statement => client.query(statement) })
    await client.query(end)
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function at(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}
