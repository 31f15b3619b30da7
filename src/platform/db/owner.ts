import type pg from 'pg'
import { withClient } from './client.ts'
import type { Tx } from './sql.ts'

/** One connection as the owner of the tables: for migrations, loading and maintenance, never for serving. */
export function withOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return withClient(ownerUrl, 'owner', work)
}

/** One transaction as the owner of the tables. Commits what is returned, rolls back what is thrown. */
export function asOwner<T>(ownerUrl: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withOwner(ownerUrl, client => inTransaction(client, work))
}

/** One transaction on the owner's connection, which must be ended when this fails: that rolls back. */
export async function inTransaction<T>(owner: pg.Client, work: (tx: Tx) => Promise<T>): Promise<T> {
  await owner.query('begin')
  const result = await work({ isTransaction: true, query: statement => owner.query(statement) })
  await owner.query('commit')
  return result
}
