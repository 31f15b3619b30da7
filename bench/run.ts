// npm run bench [-- --quick] [-- --services 10000,100000] [-- --data FOLDER] [-- --only P] [-- --write]
// How fast it is, judged by the numbers it must hold. FOLDER keeps the generated databases for the next time.
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase, type Database } from '#platform/db/database.ts'
import { startEmbedded, type EmbeddedDatabase } from '#platform/db/embedded/index.ts'
import { prepareDatabase } from '../src/database.ts'
import { asOwner } from '#platform/db/owner.ts'
import { rewriteSearchEntries } from '#modules/catalogue/search/entry.store.ts'
import { searchesByAnyText } from './any-text.ts'
import { measureBareSql, statementsOf } from './bare-sql.ts'
import { generate } from './generate.ts'
import type { LoadOrder, LoadResult } from './load.ts'
import { listMixes, type Mix } from './mixes.ts'
import { peakMemory, runLoad, startServer, type Server } from './processes.ts'
import { report, type Figure } from './report.ts'

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    services: { type: 'string', default: '10000' },
    data: { type: 'string' },
    /** Only mixes whose names begin so, and nothing else. */
    only: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
})
const SECONDS = options.quick ? 3 : 10
const CONNECTIONS = 10
const RUNS = 3
const figures: Figure[] = []

const say = (line: string) => process.stdout.write(`${line}\n`)

/** PostgreSQL as one would set it for the size: a part of memory for what is read again and again. */
const settings = { shared_buffers: '2GB', effective_cache_size: '6GB', max_wal_size: '8GB' }

async function main(): Promise<void> {
  const own = options.data ? null : await mkdtemp(join(tmpdir(), 'nettungen-bench-'))
  const folder = options.data ?? own!
  try {
    if (!options.only) await measureStarts(await mkdtemp(join(tmpdir(), 'nettungen-bench-start-')))
    for (const size of [...(options.only ? [] : [0]), ...options.services.split(',').map(Number)])
      await measureSize(folder, size)
    compareSizes(10_000, 1_000_000)
  } finally {
    if (own) await rm(own, { recursive: true, force: true })
  }
  const text = report(figures, {
    cores: cpus().length,
    model: cpus()[0]?.model ?? 'unknown',
    load: loadavg()[0]!,
    seconds: SECONDS,
    connections: CONNECTIONS,
  })
  say(text)
  if (options.write) await writeFile(new URL('../docs/performance.md', import.meta.url), text)
  const missed = figures.filter(figure => !holds(figure))
  if (missed.length > 0) {
    say(`Missed: ${missed.map(figure => `${figure.what} (${figure.data})`).join('; ')}`)
    process.exitCode = 1
  }
}

function holds({ value, limit, atLeast }: Figure): boolean {
  return (limit === undefined || value <= limit) && (atLeast === undefined || value >= atLeast)
}

/** From the command to the first page, with nothing there and with all there. */
async function measureStarts(folder: string): Promise<void> {
  const start = async () => {
    const began = performance.now()
    const server = await startServer({ NETTUNGEN_DATA: folder })
    await fetch(server.base)
    const seconds = (performance.now() - began) / 1000
    await server.stop()
    return seconds
  }
  figures.push({
    what: 'First start to first page',
    data: 'demo',
    unit: 's',
    value: await start(),
    limit: 60,
  })
  const again = [await start(), await start(), await start()].toSorted((a, b) => a - b)
  figures.push({ what: 'Start on an existing database', data: 'demo', unit: 's', value: again[1]!, limit: 2 })
  await rm(folder, { recursive: true, force: true })
}

async function measureSize(folder: string, size: number): Promise<void> {
  const data = dataOf(size)
  const embedded = await openSize(join(folder, String(size)), size)
  const urls = { app: embedded.appUrl, public: embedded.publicUrl }
  const database = openDatabase(urls)
  const server = await startServer({
    DATABASE_URL: embedded.appUrl,
    DATABASE_OWNER_URL: embedded.ownerUrl,
    DATABASE_PUBLIC_URL: embedded.publicUrl,
    NETTUNGEN_DEMO: 'on',
  })
  try {
    const mixes = await listMixes(database.publicReader, size)
    const results = new Map<string, LoadResult>()
    const wanted = mixes.filter(({ name }) => name.startsWith(options.only ?? ''))
    for (const mix of wanted) results.set(mix.name, await measureMix(mix, server, data))
    if (options.only) return
    await measureStatic(data, server.base + mixes.find(mix => mix.name === 'D')!.paths[0]!, results)
    for (const name of ['A', 'E'])
      await measureAgainstSql(
        data,
        mixes.find(mix => mix.name === name)!,
        database,
        embedded,
        results,
      )
    await measureAnyText(server, data, size)
    if (size === 100_000) await measureIndexing(server, data, embedded.ownerUrl, mixes[0]!)
    await measureMemory(server, data)
  } finally {
    await server.stop()
    await database.end()
    await embedded.stop()
  }
}

/** A database with so many services, made when it is not there. */
async function openSize(folder: string, size: number): Promise<EmbeddedDatabase> {
  await mkdir(folder, { recursive: true })
  const made = join(folder, 'made')
  const embedded = await startEmbedded({ folder: join(folder, 'data'), settings })
  await prepareDatabase(embedded.ownerUrl, { demo: true, say: () => undefined })
  if (size === 0 || existsSync(made)) return embedded
  const began = performance.now()
  await generate(embedded.ownerUrl, size)
  const seconds = (performance.now() - began) / 1000
  await writeFile(made, `${seconds}`)
  say(`${size} services made in ${seconds.toFixed(0)} s`)
  figures.push({
    what: 'Services generated',
    data: `${size}`,
    unit: 's',
    value: Number(await readFile(made, 'utf8')),
  })
  return embedded
}

async function measureMix(mix: Mix, server: Server, data: string): Promise<LoadResult> {
  const order: LoadOrder = {
    base: server.base,
    paths: mix.paths,
    seconds: SECONDS,
    connections: mix.alone ? 1 : CONNECTIONS,
    draw: mix.draw,
    seed: 1,
    ...(mix.conditional && { conditional: true }),
  }
  if (!mix.once) await runLoad({ ...order, seconds: 2 })
  const runs: LoadResult[] = []
  for (let run = 1; run <= (mix.once ? 1 : RUNS); run += 1)
    runs.push(await runLoad({ ...order, seed: 1 + run }))
  const median = runs.toSorted((a, b) => a.p95 - b.p95)[Math.floor(runs.length / 2)]!
  if (median.failed > 0) throw new Error(`${mix.what}: ${median.failed} of ${median.requests} answers failed`)
  figures.push({
    what: `${mix.name}: ${mix.what}`,
    data,
    unit: 'ms',
    value: median.p95,
    ...(mix.limit && { limit: mix.limit }),
    beside: median,
  })
  say(
    `${data}: ${mix.name} ${mix.what}: p50 ${median.p50.toFixed(1)}, p95 ${median.p95.toFixed(1)} ms, ${median.perSecond.toFixed(0)} a second`,
  )
  return median
}

/** How much longer the middle request takes with more services. */
function compareSizes(few: number, many: number): void {
  const middle = (name: string, size: number) =>
    figures.find(({ what, data }) => what.startsWith(`${name}: `) && data === dataOf(size))?.beside?.p50
  for (const name of ['A', 'A first', 'B', 'B first', 'C', 'C even', 'D', 'E']) {
    const [before, after] = [middle(name, few), middle(name, many)]
    if (before === undefined || after === undefined) continue
    const what = `${name}: p50 to that at ${few}`
    const isAsked = !name.endsWith('first')
    figures.push({ what, data: dataOf(many), unit: '', value: after / before, ...(isAsked && { limit: 2 }) })
  }
}

const dataOf = (size: number) => (size === 0 ? 'demo' : `${size} generated`)

/** Whatever somebody types, one after the other: the longest that anybody waits. */
async function measureAnyText(server: Server, data: string, size: number): Promise<void> {
  const paths = searchesByAnyText(1000, 7)
  const order = { base: server.base, paths, seconds: 60, connections: 1, seed: 1 }
  await runLoad({ ...order, draw: 'even', seconds: 2 })
  const run = await runLoad({ ...order, draw: 'in-order' })
  if (run.failed > 0) throw new Error(`Any text: ${run.failed} of ${run.requests} answers failed`)
  const what = 'Search by any text, one at a time: the slowest of a thousand'
  figures.push({
    what,
    data,
    unit: 'ms',
    value: run.slowest,
    ...(size <= 100_000 && { limit: 100 }),
    beside: run,
  })
  say(`${data}: any text: p95 ${run.p95.toFixed(1)}, slowest ${run.slowest.toFixed(1)} ms`)
}

/** All that search reads is written anew while it is searched. */
async function measureIndexing(server: Server, data: string, ownerUrl: string, mix: Mix): Promise<void> {
  const began = performance.now()
  const written: { seconds?: number } = {}
  const writing = (async () => {
    await asOwner(ownerUrl, tx => rewriteSearchEntries(tx))
    written.seconds = (performance.now() - began) / 1000
  })()
  const runs: LoadResult[] = []
  const order: Omit<LoadOrder, 'seed'> = {
    base: server.base,
    paths: mix.paths,
    seconds: 5,
    connections: 1,
    draw: 'even',
  }
  do {
    runs.push(await runLoad({ ...order, seed: runs.length }))
  } while (written.seconds === undefined)
  await writing
  const failed = runs.reduce((sum, run) => sum + run.failed, 0)
  if (failed > 0) throw new Error(`${failed} searches failed while all was indexed anew`)
  const median = runs.toSorted((a, b) => a.p95 - b.p95)[Math.floor(runs.length / 2)]!
  figures.push({ what: 'All indexed anew, while it is searched', data, unit: 's', value: written.seconds })
  figures.push({
    what: 'A meanwhile, one at a time',
    data,
    unit: 'ms',
    value: median.p95,
    beside: median,
  })
}

/** A file of the same size as a municipality page, from bare node:http: what the machine itself can do. */
async function measureStatic(data: string, like: string, results: Map<string, LoadResult>): Promise<void> {
  const answer = await fetch(like, { headers: { 'accept-encoding': 'br' } })
  const body = Buffer.from(await answer.arrayBuffer())
  const server = createServer((request, response) => {
    if (request.headers['if-none-match'] === '"1"') return response.writeHead(304).end()
    return response.setHeader('etag', '"1"').end(body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  for (const [name, conditional] of [
    ['D', false],
    ['D again', true],
  ] as const) {
    const order: LoadOrder = {
      base,
      paths: ['/'],
      seconds: SECONDS,
      connections: CONNECTIONS,
      draw: 'even',
      seed: 1,
      conditional,
    }
    const run = await runLoad(order)
    figures.push({
      what: `beside ${name}: a static file of that size`,
      data,
      unit: 'ms',
      value: run.p95,
      beside: run,
    })
    ratio(`${name} to a static file, requests a second`, data, results.get(name)!.perSecond / run.perSecond)
  }
  server.close()
}

async function measureAgainstSql(
  data: string,
  mix: Mix,
  database: Database,
  embedded: EmbeddedDatabase,
  results: Map<string, LoadResult>,
): Promise<void> {
  const statements = await statementsOf(database, mix.paths.slice(0, 400))
  const run = await measureBareSql(embedded.publicUrl, statements, {
    connections: CONNECTIONS,
    seconds: SECONDS,
  })
  figures.push({
    what: `beside ${mix.name}: its statements alone`,
    data,
    unit: 'ms',
    value: run.p95,
    beside: run,
  })
  ratio(
    `${mix.name} to its statements alone, requests a second`,
    data,
    results.get(mix.name)!.perSecond / run.perSecond,
  )
}

function ratio(what: string, data: string, value: number): void {
  figures.push({ what, data, unit: '', value, atLeast: 0.6 })
}

/** The most memory so far, and while all services are streamed. */
async function measureMemory(server: Server, data: string): Promise<void> {
  const before = await peakMemory(server.pid)
  const answer = await fetch(`${server.base}/api/hsds/services?format=ndjson`)
  let bytes = 0
  for await (const piece of answer.body!) bytes += piece.length
  const after = await peakMemory(server.pid)
  say(`${data}: ${(bytes / 1e6).toFixed(1)} MB streamed`)
  if (before !== null)
    figures.push({
      what: 'Memory of the server under load, at most',
      data,
      unit: 'MB',
      value: before,
      limit: 300,
    })
  if (after !== null)
    figures.push({
      what: 'Memory after streaming everything, at most',
      data,
      unit: 'MB',
      value: after,
      limit: 300,
    })
}

await main()
