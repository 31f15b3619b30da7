import type { QueryConfig } from 'pg'
import pg from 'pg'
import { systemClock } from '#platform/clock.ts'
import type { Database } from '#platform/db/database.ts'
import type { Reader } from '#platform/db/sql.ts'
import type { Route } from '#platform/http/route.ts'
import type { KeptPacks } from '#modules/catalogue/search/kept-packs.ts'
import { allRoutes, loadWorld } from '../src/app.tsx'

/** The statements that a request asks of the database, in their order. */
type Asked = QueryConfig[]

/**
 * What requests for these paths ask, taken down while their handlers run. Searches answer from what is kept in the program,
 * and ask for little more than whether it still holds; what is taken down is how they ask where nothing is packed: the statements
 * by which PostgreSQL finds the same services.
 */
export async function statementsOf(database: Database, paths: string[]): Promise<Asked[]> {
  const assets = { href: () => '/', find: () => undefined, add: () => undefined }
  const { geography, search } = await loadWorld(database)
  const packs: KeptPacks = { ...search.packs, goThrough: () => Promise.resolve(null) }
  const unpacked = { ...search, packs }
  const routes = allRoutes({ geography, search: unpacked }, assets as never, true)
  const all: Asked[] = []
  for (const path of paths) {
    const asked: Asked = []
    const tx: Reader = {
      query(statement) {
        asked.push(statement)
        return database.publicReader.query(statement)
      },
    }
    await runHandler(routes, path, tx)
    all.push(asked)
  }
  return all
}

async function runHandler(routes: Route[], path: string, tx: Reader): Promise<void> {
  const url = new URL(path, 'http://127.0.0.1')
  const parts = url.pathname.split('/')
  for (const route of routes) {
    if (route.method !== 'GET') continue
    const names = route.path.split('/')
    if (names.length !== parts.length) continue
    if (!names.every((name, i) => name.startsWith(':') || name === parts[i])) continue
    const params = Object.fromEntries(
      names.flatMap((name, i) => (name.startsWith(':') ? [[name.slice(1).replace('?', ''), parts[i]]] : [])),
    )
    const input = {
      params: route.schemas.params?.parse(params) ?? {},
      query: route.schemas.query?.parse(Object.fromEntries(url.searchParams)) ?? {},
      body: {},
    }
    await route.handle({
      tx,
      input,
      language: 'nb',
      clock: systemClock,
      baseUrl: 'http://127.0.0.1',
    } as never)
    return
  }
  throw new Error(`No route for ${path}`)
}

/** Requests' statements a second, and how long each request's take: nothing is done with the answers. */
export async function measureBareSql(
  url: string,
  requests: Asked[],
  options: { connections: number; seconds: number },
): Promise<{ perSecond: number; p50: number; p95: number; p99: number }> {
  const clients = await Promise.all(
    Array.from({ length: options.connections }, async () => {
      const client = new pg.Client({
        connectionString: url,
        options: '-c plan_cache_mode=force_generic_plan',
      })
      await client.connect()
      return client
    }),
  )
  const latencies: number[] = []
  let turn = 0
  const start = performance.now()
  const end = start + options.seconds * 1000
  await Promise.all(
    clients.map(async client => {
      while (performance.now() < end) {
        const asked = performance.now()
        for (const statement of requests[turn++ % requests.length]!) {
          await client.query({ ...statement, types: asTheyCome })
        }
        latencies.push(performance.now() - asked)
      }
    }),
  )
  const seconds = (performance.now() - start) / 1000
  await Promise.all(clients.map(client => client.end()))
  latencies.sort((a, b) => a - b)
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0
  return { perSecond: latencies.length / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

const asTheyCome = { getTypeParser: () => (value: string) => value } as never
