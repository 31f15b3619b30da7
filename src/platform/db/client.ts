import pg from 'pg'
import './types.ts'

/** One connection of its own, beside the pools that serve: for looking at a database, migrating and loading. */
export async function withClient<T>(
  url: string,
  purpose: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    application_name: `nettungen-${purpose}`,
    connectionTimeoutMillis: 10_000,
  })
  // A connection that breaks fails the next statement; if nobody listened it would end the program without a sentence.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } finally {
    // Also rolls back what was not committed.
    await client.end()
  }
}
