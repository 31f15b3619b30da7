import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { root, until } from './program.ts'

test('a run of tests that is cut leaves no process and no database behind', async t => {
  const folder = mkdtempSync(join(tmpdir(), 'nettungen-runner-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const endless = join(folder, 'endless.test.ts')
  const started = join(folder, 'started')
  // As tests of programs do: the process is in a group of its own, so the terminal does not reach it.
  writeFileSync(
    endless,
    `import { spawn } from 'node:child_process'
     import { renameSync, writeFileSync } from 'node:fs'
     import { test } from 'node:test'
     const child = spawn(process.execPath, ['--eval', 'setInterval(() => undefined, 1e6)'], { detached: true })
     writeFileSync(${JSON.stringify(`${started}.draft`)}, process.pid + ' ' + child.pid)
     renameSync(${JSON.stringify(`${started}.draft`)}, ${JSON.stringify(started)})
     test('endless', () => new Promise(() => setInterval(() => undefined, 1e6)))`,
  )
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const runner = spawn(process.execPath, ['test/run.mjs', endless], {
    cwd: root,
    env: { ...env, TMPDIR: folder },
    stdio: 'ignore',
  })
  const ended = once(runner, 'exit')
  await until(() => existsSync(started), 90_000)
  const pids = readFileSync(started, 'utf8').split(' ').map(Number)
  const data = readdirSync(folder).find(name => name.startsWith('nettungen-test-'))!
  pids.push(Number.parseInt(readFileSync(join(folder, data, 'pg/postmaster.pid'), 'utf8')))
  for (const pid of pids) assert.ok(runs(pid), `process ${pid} was started`)
  runner.kill('SIGTERM')
  // Who started it hears the signal too and passes it on, as npm and timeout do: it comes again, while the database is stopped.
  await until(() => !runs(pids[0]!))
  runner.kill('SIGTERM')
  runner.kill('SIGINT')
  assert.deepEqual(await ended, [143, null])
  await until(() => !pids.some(runs))
  assert.equal(statSync(join(folder, data), { throwIfNoEntry: false }), undefined)
})

function runs(pid: number): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'))
  } catch {
    return false
  }
}
