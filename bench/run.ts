// npm run bench [-- --quick] [-- --services 10000] [-- --write]: how fast it is, judged by the numbers it must hold.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { openDatabase } from '#platform/db/database.ts'
import { startEmbedded } from '#platform/db/embedded/index.ts'
import { asOwner } from '#platform/db/owner.ts'
import { many, sql, type Reader } from '#platform/db/sql.ts'
import { findServicePage } from '../src/modules/catalogue/service/service.store.ts'
import { findOverview } from '../src/modules/catalogue/overview/overview.store.ts'
import { prepareDatabase } from '../src/database.ts'
import { generate } from './generate.ts'
import { peakMemory, runLoad, startServer } from './processes.ts'
import { report, type Figure } from './report.ts'

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    services: { type: 'string', default: '10000' },
    write: { type: 'boolean', default: false },
  },
})
const SECONDS = options.quick ? 3 : 10
const CONNECTIONS = 10
/** What service and municipality pages must hold (milliseconds, 95 of 100). */
const LIMIT = 15
const figures: Figure[] = []

const say = (line: string) => process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nettungen-bench-'))
  try {
    await measureStarts(join(folder, 'starts'))
    await measurePages(join(folder, 'pages'))
  } finally {
    await rm(folder, { recursive: true, force: true })
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
  const missed = figures.filter(figure => figure.limit !== undefined && figure.value > figure.limit)
  if (missed.length > 0) {
    say(`Missed: ${missed.map(figure => `${figure.what} (${figure.data})`).join('; ')}`)
    process.exitCode = 1
  }
}

/** From the command to the first page, with nothing there and with all there. */
async function measureStarts(folder: string): Promise<void> {
  for (const [what, limit] of [
    ['First start to first page', 60],
    ['Start on an existing database', 2],
  ] as const) {
    const began = performance.now()
    const server = await startServer({ NETTUNGEN_DATA: folder })
    await fetch(server.base)
    figures.push({ what, data: 'demo', unit: 's', value: (performance.now() - began) / 1000, limit })
    await server.stop()
  }
}

async function measurePages(folder: string): Promise<void> {
  const embedded = await startEmbedded({ folder })
  try {
    await prepareDatabase(embedded.ownerUrl, { demo: true, say: () => undefined })
    const env = {
      DATABASE_URL: embedded.appUrl,
      DATABASE_OWNER_URL: embedded.ownerUrl,
      DATABASE_PUBLIC_URL: embedded.publicUrl,
      NETTUNGEN_DEMO: 'on',
    }
    await measureAt('demo', env, embedded)
    const count = Number(options.services)
    const began = performance.now()
    await asOwner(embedded.ownerUrl, tx => generate(tx, count))
    say(`${count} services made in ${((performance.now() - began) / 1000).toFixed(1)} s`)
    await measureAt(`${count} generated`, env, embedded)
  } finally {
    await embedded.stop()
  }
}

async function measureAt(
  data: string,
  env: Record<string, string>,
  urls: { appUrl: string; publicUrl: string },
): Promise<void> {
  const database = openDatabase({ app: urls.appUrl, public: urls.publicUrl })
  const server = await startServer(env)
  try {
    const { mixes, ids } = await listMixes(database.publicReader)
    for (const [name, mix] of Object.entries(mixes)) {
      await runLoad({
        base: server.base,
        paths: mix.paths.slice(0, 50),
        seconds: 1,
        connections: CONNECTIONS,
        inOrder: false,
      })
      const runs = []
      for (let run = 0; run < (mix.once ? 1 : 3); run += 1) {
        runs.push(
          await runLoad({
            base: server.base,
            paths: mix.paths,
            seconds: SECONDS,
            connections: CONNECTIONS,
            inOrder: mix.once,
          }),
        )
      }
      const median = runs.toSorted((a, b) => a.p95 - b.p95)[Math.floor(runs.length / 2)]!
      if (median.failed > 0)
        throw new Error(`${mix.what}: ${median.failed} of ${median.requests} answers were not 200`)
      figures.push({
        what: `${name} ${mix.what}`,
        data,
        unit: 'ms',
        value: median.p95,
        ...(mix.judged && { limit: LIMIT }),
        beside: { p50: median.p50, p99: median.p99, perSecond: median.perSecond },
      })
      say(
        `${data}: ${name} ${mix.what}: p95 ${median.p95.toFixed(1)} ms, ${median.perSecond.toFixed(0)} a second`,
      )
    }
    const memory = await peakMemory(server.pid)
    if (memory !== null)
      figures.push({ what: 'Memory of the server, at most', data, unit: 'MB', value: memory })
    await measureStatic(data, server.base + mixes.D.paths[0])
    await measureSql(database.publicReader, data, ids)
  } finally {
    await server.stop()
    await database.end()
  }
}

type Mix = { what: string; paths: string[]; judged: boolean; once: boolean }

/** The mixes of load, their addresses drawn from what is published. */
async function listMixes(
  tx: Reader,
): Promise<{ mixes: Record<'A' | 'B' | 'C cold' | 'C' | 'D', Mix>; ids: string[] }> {
  const services = await many(
    tx,
    z.object({ id: z.string(), slug: z.string(), area_code: z.string() }),
    sql`select s.id, s.slug, min(a.area_code) as area_code from catalogue.service s
        join catalogue.service_area a on a.service_id = s.id group by s.id order by md5(s.id::text) limit 20000`,
  )
  const municipalities = await many(
    tx,
    z.object({ code: z.string() }),
    sql`select code from areas.area where kind = 'municipality' order by md5(code)`,
  )
  const words = await many(
    tx,
    z.object({ word: z.string() }),
    sql`select word from ts_stat('select words from catalogue.search_document limit 3000')
        where length(word) between 4 and 12 and word ~ '^[a-zæøå]+$' order by ndoc desc limit 200`,
  )
  const service = ({ id, slug, area_code }: (typeof services)[number]) =>
    `/tilbud/${id}/${slug}${/^[0-9]{4}$/.test(area_code) ? `?kommune=${area_code}` : ''}`
  const search = words.map(
    ({ word }, i) =>
      `/tilbud?q=${encodeURIComponent(word)}&kommune=${municipalities[i % municipalities.length]!.code}`,
  )
  const mix = (what: string, paths: string[], judged: boolean, once = false): Mix => ({
    what,
    paths,
    judged,
    once,
  })
  const mixes = {
    A: mix('search in a municipality', search, false),
    B: mix(
      'search in the country',
      words.map(({ word }) => `/tilbud?q=${encodeURIComponent(word)}`),
      false,
    ),
    'C cold': mix('service page, each for the first time', services.map(service), false, true),
    C: mix('service page', services.map(service), true),
    D: mix(
      'municipality page',
      municipalities.map(({ code }) => `/kommune/${code}`),
      true,
    ),
  }
  return { mixes, ids: services.map(({ id }) => id) }
}

/** A file of the same size as a municipality page, from bare node:http: what the machine itself can do. */
async function measureStatic(data: string, like: string): Promise<void> {
  const body = Buffer.from(await (await fetch(like)).arrayBuffer())
  const server = createServer((_request, response) => response.end(body)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const run = await runLoad({
    base,
    paths: ['/'],
    seconds: SECONDS,
    connections: CONNECTIONS,
    inOrder: false,
  })
  server.close()
  figures.push({
    what: 'beside: a static file of that size',
    data,
    unit: 'ms',
    value: run.p95,
    beside: { p50: run.p50, p99: run.p99, perSecond: run.perSecond },
  })
}

/** The statements of the pages alone, through as many connections. */
async function measureSql(tx: Reader, data: string, ids: string[]): Promise<void> {
  const statements: [string, (turn: number) => Promise<unknown>][] = [
    ['beside: the statements of a service page', turn => findServicePage(tx, ids[turn % ids.length]!, null)],
    ['beside: the statement of a municipality page', () => findOverview(tx, '3228')],
  ]
  for (const [what, ask] of statements) {
    const latencies: number[] = []
    let turn = 0
    const began = performance.now()
    const end = began + SECONDS * 1000
    await Promise.all(
      Array.from({ length: CONNECTIONS }, async () => {
        while (performance.now() < end) {
          const asked = performance.now()
          await ask((turn += 1))
          latencies.push(performance.now() - asked)
        }
      }),
    )
    const perSecond = latencies.length / ((performance.now() - began) / 1000)
    latencies.sort((a, b) => a - b)
    const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? 0
    figures.push({
      what,
      data,
      unit: 'ms',
      value: at(0.95),
      beside: { p50: at(0.5), p99: at(0.99), perSecond },
    })
  }
}

await main()
