import { Client } from 'pg'

/** The address of a database for one login. */
export function databaseUrl(login: string, password: string, port: number, database: string): string {
  return `postgres://${login}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
}

/** The address for the superuser. */
export function adminUrl(launch: { adminPassword: string }, port: number, database = 'postgres'): string {
  return databaseUrl('postgres', launch.adminPassword, port, database)
}

/** Opens one connection, hands it over and closes it. */
export async function withConnection<Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // a server that dies in between fails the query; the event alone must not end the process
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}
