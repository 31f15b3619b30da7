import pg from 'pg'
import type { Tx } from './sql.ts'

/** One transaction as the owner of the tables: for loading reference data and maintenance, never for serving. */
export async function asOwner<T>(ownerUrl: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'nettungen-owner' })
  await client.connect()
  try {
    await client.query('begin')
    const result = await work({ isTransaction: true, query: statement => client.query(statement) })
    await client.query('commit')
    return result
  } finally {
    // Ending the connection without a commit rolls back.
    await client.end()
  }
}
