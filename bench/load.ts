// One run of load, in a process of its own: node --import tsx bench/load.ts < {"base", "paths", "seconds", "connections", "inOrder"}
import { get, Agent } from 'node:http'
import { text } from 'node:stream/consumers'

export type LoadOrder = {
  /** Address of the server; only the loopback is ever asked. */
  base: string
  paths: string[]
  seconds: number
  connections: number
  /** True: each path once, in order, until all have been asked; false: drawn at random. */
  inOrder: boolean
}

/** Latencies are milliseconds, from asking to the last byte. */
export type LoadResult = {
  requests: number
  perSecond: number
  p50: number
  p95: number
  p99: number
  failed: number
}

async function run(order: LoadOrder): Promise<LoadResult> {
  if (new URL(order.base).hostname !== '127.0.0.1') throw new Error('Load goes to 127.0.0.1 only')
  const agent = new Agent({ keepAlive: true, maxSockets: order.connections })
  const latencies: number[] = []
  const draw = drawer(order)
  let failed = 0
  const start = performance.now()
  const end = start + order.seconds * 1000
  const client = async () => {
    for (let path = draw(); path !== null && performance.now() < end; path = draw()) {
      const asked = performance.now()
      const status = await ask(order.base + path, agent)
      latencies.push(performance.now() - asked)
      if (status !== 200) failed += 1
    }
  }
  await Promise.all(Array.from({ length: order.connections }, client))
  const seconds = (performance.now() - start) / 1000
  agent.destroy()
  latencies.sort((a, b) => a - b)
  const at = (share: number) =>
    latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0
  return {
    requests: latencies.length,
    perSecond: latencies.length / seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    failed,
  }
}

/** The next path to ask; null when each has been asked. The draw is seeded: the same in each run. */
function drawer({ paths, inOrder }: LoadOrder): () => string | null {
  let index = 0
  let state = 4217
  if (inOrder) return () => paths[index++] ?? null
  return () => {
    // Park and Miller's generator: enough to spread over a list.
    state = (state * 48_271) % 2_147_483_647
    return paths[state % paths.length]!
  }
}

function ask(url: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: { 'accept-encoding': 'gzip, deflate, br' } }, answer => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
      answer.on('error', reject)
    })
    request.on('error', reject)
  })
}

const order = JSON.parse(await text(process.stdin)) as LoadOrder
process.stdout.write(JSON.stringify(await run(order)))
