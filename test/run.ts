// Runs the tests: starts a PostgreSQL of their own, fills the template databases that test files clone, bundles the files,
// runs them.
//   node test/run.mjs all | fast | FILE …      fast: without the slow rooms
import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { constants, tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { fileURLToPath } from 'node:url'
import { startEmbedded, type EmbeddedDatabase } from '#platform/db/embedded/index.ts'
import { bundleTests } from './support/bundle.ts'
import { unpackChromium } from './support/chromium.ts'
import { makeTemplates } from './support/templates.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

async function main(): Promise<void> {
  const files = chooseFiles(process.argv.slice(2))
  if (files.length === 0) throw new Error('No test files were found')
  const folder = await mkdtemp(join(tmpdir(), 'nettungen-test-'))
  const starting = startEmbedded({
    folder,
    settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '100' },
  })
  endOnSignals(folder, starting)
  const database = await starting
  try {
    const [bundled] = await Promise.all([bundleTests(files, join(folder, 'tests')), makeTemplates(database)])
    Object.assign(process.env, environmentOf(database), keptIn(folder))
    if (files.some(file => file.includes('/e2e/'))) {
      Object.assign(process.env, await unpackChromium(join(folder, 'browser')))
    }
    process.exitCode = (await runFiles(bundled)) ? 0 : 1
  } finally {
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * A run that is cut (Ctrl-C, a timeout) ends what its tests have started, and leaves no database behind. A signal comes more
 * than once where npm, or `timeout`, passes on what the whole group has heard: only the first is heeded, for one that ended
 * us then would leave the database.
 */
function endOnSignals(folder: string, starting: Promise<EmbeddedDatabase>): void {
  let isEnding = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (isEnding) return
      isEnding = true
      endDescendants(databaseIn(folder))
      void starting
        .then(database => database.stop())
        .catch(() => undefined)
        .then(() => rm(folder, { recursive: true, force: true }))
        .finally(() => process.exit(128 + constants.signals[signal]))
    })
  }
}

/** The process of the database in a folder; 0 when there is none. */
function databaseIn(folder: string): number {
  const lock = join(folder, 'pg', 'postmaster.pid')
  return existsSync(lock) ? Number.parseInt(readFileSync(lock, 'utf8')) : 0
}

/** Kills what we have started and what they have, apart from one process with all of its own. */
function endDescendants(spared: number): void {
  const processes = processTable()
  const below = (parent: number): number[] =>
    processes
      .filter(([pid, ppid]) => ppid === parent && pid !== spared)
      .flatMap(([pid = 0]) => [pid, ...below(pid)])
  for (const pid of below(process.pid)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It has ended by itself, as the one that made the table has.
    }
  }
}

/** Numbers of all processes, each with that of its parent. */
function processTable(): number[][] {
  try {
    const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    return table.split('\n').map(line => line.trim().split(/\s+/).map(Number))
  } catch {
    // A machine without ps: the terminal ends most of them.
    return []
  }
}

/** Rooms whose tests start browsers, programs and databases, or try thousands of inputs: minutes, not seconds. */
const SLOW = [
  /^test\/e2e\//,
  /^test\/start\//,
  /^src\/platform\/db\/embedded\//,
  /^test\/fuzz/,
  /^test\/db-command/,
  /property\.test/,
]

function chooseFiles([which = 'all', ...more]: string[]): string[] {
  const isSlow = (file: string) => SLOW.some(slow => slow.test(file))
  const all = globSync(['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}', 'bench/**/*.test.ts'], {
    cwd: root,
  }).sort()
  const chosen =
    which === 'all'
      ? all
      : which === 'fast'
        ? all.filter(file => !isSlow(file))
        : [which, ...more].map(file => relative(root, resolve(file)))
  // The longest first: at the end no core waits for one that began late.
  return [...chosen.filter(isSlow), ...chosen.filter(file => !isSlow(file))].map(file => join(root, file))
}

function environmentOf(database: EmbeddedDatabase): Record<string, string> {
  return {
    TEST_ADMIN_URL: database.adminUrl,
    TEST_OWNER_URL: database.ownerUrl,
    TEST_APP_URL: database.appUrl,
    TEST_PUBLIC_URL: database.publicUrl,
    TEST_WORKER_URL: database.workerUrl,
    LOG_LEVEL: 'fatal',
  }
}

/** What one test process has compiled, parsed or built is there for the next. New in each run, so never of other sources. */
function keptIn(folder: string): Record<string, string> {
  return { NODE_COMPILE_CACHE: join(folder, 'compiled'), NETTUNGEN_KEPT: join(folder, 'kept') }
}

/** Where the time of a run went: a line to print at its end. A machine that is short of time shows it here, and so does a file. */
function sumOfFiles(stream: ReturnType<typeof run>): () => string {
  const seconds = new Map<string, number>()
  stream.on('test:complete', ({ nesting, file, details }) => {
    // A bundled file is an event of its own, around those of the tests in it.
    const [, name] = /\/tests\/(.+)\.mjs$/.exec(file ?? '') ?? []
    if (nesting === 0 && name !== undefined) seconds.set(name, details.duration_ms / 1000)
  })
  return () => {
    const longest = [...seconds].toSorted(([, a], [, b]) => b - a).slice(0, 12)
    return `The longest files: ${longest.map(([name, time]) => `${name} ${time.toFixed(0)} s`).join(', ')}`
  }
}

function runFiles(files: string[]): Promise<boolean> {
  return new Promise(resolve => {
    let failed = false
    // A file that hangs ends; axe looks at all pages in four languages, which takes ten minutes where the machine is busy.
    const timeout = 25 * 60_000
    const stream = run({ files, concurrency: 2, timeout, execArgv: ['--enable-source-maps'] })
    stream.on('test:fail', event => {
      failed ||= event.todo === undefined
    })
    const slowest = sumOfFiles(stream)
    stream.on('test:diagnostic', ({ nesting, message }) => {
      if (nesting === 0 && message.startsWith('tests ')) process.stdout.write(`${slowest()}\n`)
    })
    stream.on('end', () => resolve(!failed))
    stream.compose(new spec()).pipe(process.stdout)
  })
}

await main()
