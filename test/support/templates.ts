import pg from 'pg'
import type { EmbeddedDatabase } from '#platform/db/embedded/index.ts'
import { prepareDatabase } from '../../src/database.ts'

/** Fills the databases that tests clone: `nettungen_reference` (migrated, reference data) and `nettungen_demo` (with demo data too). */
export async function makeTemplates(database: EmbeddedDatabase): Promise<void> {
  await prepareDatabase(database.ownerUrl, { demo: false, say: () => undefined })
  await copy(database.adminUrl, 'nettungen', 'nettungen_reference')
  await prepareDatabase(database.ownerUrl, { demo: true, say: () => undefined })
  await copy(database.adminUrl, 'nettungen', 'nettungen_demo')
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
