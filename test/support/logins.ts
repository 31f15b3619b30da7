import { after } from 'node:test'
import pg from 'pg'
import type { Tx } from '#platform/db/sql.ts'
import type { TestDatabase } from './database.ts'

export const servingLogins = ['app', 'public', 'worker'] as const
/** The logins that serve; each in a connection of its own, without what the program puts around a query. */
export type ServingLogin = (typeof servingLogins)[number]

/** Connections to a test database as the logins that serve. To be called at the top of a test file, after testDatabase. */
export async function connectLogins(db: TestDatabase): Promise<Record<ServingLogin, pg.Client>> {
  const clients = {
    app: new pg.Client(db.urls.app),
    public: new pg.Client(db.urls.public),
    worker: new pg.Client(db.urls.worker),
  }
  for (const client of Object.values(clients)) {
    // The database is dropped under it when its file ends.
    client.on('error', () => undefined)
    await client.connect()
  }
  after(() => Promise.all(Object.values(clients).map(client => client.end().catch(() => undefined))))
  return clients
}

/** One transaction as the program that serves, for nobody: as a request makes one. */
export function asApp<T>(db: TestDatabase, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.database.transaction(null, work)
}
