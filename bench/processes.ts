import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LoadOrder, LoadResult } from './load.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

export type Server = { base: string; pid: number; stop(): Promise<void> }

/** Starts the program as a user would and waits until it serves. @param env what differs from the environment here */
export async function startServer(env: Record<string, string>): Promise<Server> {
  const port = await freePort()
  const { flags, settings } = await howStarted()
  const child = spawn(process.execPath, flags, {
    cwd: root,
    env: {
      ...process.env,
      ...settings,
      PORT: String(port),
      HOST: '127.0.0.1',
      LOG_LEVEL: 'error',
      RATE_LIMITS: 'off',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await said(child, 'Nettungen: ')
  child.stdout?.resume()
  return { base: `http://127.0.0.1:${port}`, pid: child.pid!, stop: () => end(child) }
}

/** What `npm start` gives to Node: how much memory it may take is a part of how fast it is. */
async function howStarted(): Promise<{ flags: string[]; settings: Record<string, string> }> {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    scripts: { start: string }
  }
  const words = scripts.start.split(' ')
  const at = words.indexOf('node')
  return {
    flags: words.slice(at + 1),
    settings: Object.fromEntries(words.slice(0, at).map(word => word.split('=') as [string, string])),
  }
}

/** One run of load, in a process of its own. */
export async function runLoad(order: LoadOrder): Promise<LoadResult> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'bench/load.ts'], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(JSON.stringify(order))
  return JSON.parse(await text(child.stdout)) as LoadResult
}

/** The most memory a process has held, in megabytes. Null where the system does not tell. */
export async function peakMemory(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const found = /VmHWM:\s+(\d+) kB/.exec(status)
  return found ? Math.round(Number(found[1]) / 1024) : null
}

async function said(child: ChildProcess, words: string): Promise<void> {
  let heard = ''
  for await (const piece of child.stdout!.iterator({ destroyOnReturn: false })) {
    heard += String(piece)
    if (heard.includes(words)) return
  }
  throw new Error(`The server ended before it served:\n${heard}`)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('No port')
  return address.port
}
