import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'

import { startOf } from './processes.ts'
import { stopServer, type Server } from './server.ts'

/** A process that does not end by some signals, as PostgreSQL does not by SIGINT while it mends itself. */
async function deafTo(signals: string[]): Promise<{ child: ChildProcess; server: Server }> {
  const script = `${signals.map(signal => `process.on('${signal}', () => undefined)`).join(';')}; setInterval(() => undefined, 1e6); console.log('ready')`
  const child = spawn(process.execPath, ['--eval', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return { child, server: { pid: child.pid!, started: startOf(child.pid!), port: 0 } }
}

for (const [signals, ending] of [
  [[], 'SIGINT'],
  [['SIGINT'], 'SIGQUIT'],
  [['SIGINT', 'SIGQUIT'], 'SIGKILL'],
] as const) {
  test(`a server that is deaf to ${signals.join(' and ') || 'nothing'} is ended by ${ending}`, async () => {
    const { child, server } = await deafTo([...signals])
    const ended = once(child, 'exit')
    await stopServer(server, [
      ['SIGINT', signals.length > 0 ? 50 : 30_000],
      ['SIGQUIT', signals.length > 1 ? 50 : 30_000],
      ['SIGKILL', 30_000],
    ])
    assert.deepEqual(await ended, [null, ending])
  })
}
