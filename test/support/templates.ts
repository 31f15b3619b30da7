import pg from 'pg'
import type { EmbeddedDatabase } from '#platform/db/embedded/index.ts'
import { prepareDatabase } from '../../src/database.ts'
import { testClock } from './clock.ts'

/** Fills the databases that tests clone: `nettungen_reference` (migrated, reference data) and `nettungen_demo` (with demo data too). */
export async function makeTemplates(database: EmbeddedDatabase): Promise<void> {
  await setClock(database.adminUrl)
  await prepareDatabase(database.ownerUrl, { demo: false, say: () => undefined })
  await copy(database.adminUrl, 'nettungen', 'nettungen_reference')
  await prepareDatabase(database.ownerUrl, { demo: true, say: () => undefined })
  await copy(database.adminUrl, 'nettungen', 'nettungen_demo')
}

/**
 * Lets `now()` go from where the clock of tests stands, in the databases that are cloned: what the database dates itself would else be of
 * another day than what the program asks for, on all days but one. It works where the planner puts a function of SQL in place, which is
 * everywhere that statements, defaults, policies and PL/pgSQL ask for the time.
 */
async function setClock(adminUrl: string): Promise<void> {
  const url = new URL(adminUrl)
  url.pathname = '/nettungen'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    const { rows } = await client.query<{ now: Date }>('select pg_catalog.clock_timestamp() as now')
    const behind = (rows[0]!.now.getTime() - testClock.now().getTime()) / 1000
    await client.query(`create or replace function pg_catalog.now() returns timestamptz language sql stable parallel safe
      as $$ select pg_catalog.transaction_timestamp() - interval '${behind} seconds' $$`)
  } finally {
    await client.end()
  }
}

async function copy(adminUrl: string, from: string, to: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query(`create database ${to} template ${from} owner nettungen_owner`)
    await client.query(`revoke connect on database ${to} from public`)
    await client.query(`grant connect on database ${to} to nettungen_app, nettungen_public, nettungen_worker`)
  } finally {
    await client.end()
  }
}
