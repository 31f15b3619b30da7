// One run of load, in a process of its own: node --import tsx bench/load.ts < {"base", "paths", …}
import { text } from 'node:stream/consumers'
import { Client } from 'undici'
import { seeded } from './draw.ts'

export type LoadOrder = {
  /** Address of the server; only the loopback is ever asked. */
  base: string
  paths: string[]
  seconds: number
  connections: number
  /** in-order: each path once, until all have been asked; even: drawn, each as likely; skewed: the n-th in 1/n of the cases, as visits are. */
  draw: 'in-order' | 'even' | 'skewed'
  seed: number
  /** Asks again with the tag of the last answer, as browsers do: most answers are 304. */
  conditional?: boolean
}

/** Latencies are milliseconds, from asking to the last byte. */
export type LoadResult = {
  requests: number
  perSecond: number
  p50: number
  p95: number
  p99: number
  slowest: number
  failed: number
}

async function run(order: LoadOrder): Promise<LoadResult> {
  if (new URL(order.base).hostname !== '127.0.0.1') throw new Error('Load goes to 127.0.0.1 only')
  const connections = Array.from(
    { length: order.connections },
    () => new Client(order.base, { pipelining: 1 }),
  )
  const latencies: number[] = []
  const tags = new Map<string, string>()
  const draw = drawer(order)
  let failed = 0
  const start = performance.now()
  const end = start + order.seconds * 1000
  const keepAsking = async (connection: Client) => {
    for (let path = draw(); path !== null && performance.now() < end; path = draw()) {
      const asked = performance.now()
      const { status, tag } = await ask(connection, path, order.conditional ? tags.get(path) : undefined)
      latencies.push(performance.now() - asked)
      if (tag) tags.set(path, tag)
      // A name that several places bear is answered by a question of which: that is an answer too.
      if (status !== 200 && status !== 302 && status !== 304) failed += 1
    }
  }
  await Promise.all(connections.map(keepAsking))
  const seconds = (performance.now() - start) / 1000
  await Promise.all(connections.map(connection => connection.close()))
  latencies.sort((a, b) => a - b)
  const at = (share: number) =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0
  return {
    requests: latencies.length,
    perSecond: latencies.length / seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    slowest: latencies.at(-1) ?? 0,
    failed,
  }
}

/** The next path to ask; null when each has been asked. */
function drawer({ paths, draw, seed }: LoadOrder): () => string | null {
  let index = 0
  if (draw === 'in-order') return () => paths[index++] ?? null
  const random = seeded(seed)
  if (draw === 'even') return () => paths[Math.floor(random() * paths.length)]!
  // The sum of 1/n grows as the logarithm: its inverse draws by rank.
  return () => paths[Math.min(paths.length - 1, Math.floor((paths.length + 1) ** random()) - 1)]!
}

type Answer = { status: number; tag: string | undefined }

/**
 * The load shares the two cores with what it loads. So answers are read by the lightest client there is, and nothing is done
 * with their bodies: one of `node:http` takes a third of a millisecond for each.
 */
function ask(connection: Client, path: string, tag: string | undefined): Promise<Answer> {
  const headers = { 'accept-encoding': 'gzip, deflate, br, zstd', ...(tag && { 'if-none-match': tag }) }
  return new Promise((resolve, reject) => {
    let answer: Answer = { status: 0, tag: undefined }
    connection.dispatch(
      { method: 'GET', path, headers },
      {
        onRequestStart() {},
        onResponseStart(_, status, { etag }) {
          answer = { status, tag: Array.isArray(etag) ? etag[0] : etag }
        },
        onResponseData() {},
        onResponseEnd: () => resolve(answer),
        onResponseError: (_, error) => reject(error),
      },
    )
  })
}

const order = JSON.parse(await text(process.stdin)) as LoadOrder
process.stdout.write(JSON.stringify(await run(order)))
