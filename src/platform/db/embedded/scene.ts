import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'

import { EmbeddedDatabaseError, startEmbedded, type EmbeddedDatabase } from './index.ts'

/** Settings for tests: they lose nothing when only processes die. */
export const settings = { fsync: 'off' }

/** A folder for one test, which others may enter, and what has to be undone after it. */
export type Scene = { root: string; folder: string; undo: (() => unknown)[] }

/** Makes a folder for a test. */
export function openScene(): Scene {
  const root = mkdtempSync(join(tmpdir(), 'nettungen-db-'))
  chmodSync(root, 0o755)
  return { root, folder: join(root, 'var'), undo: [] }
}

/** Stops what the test started, and removes its folder. */
export async function closeScene(scene: Scene): Promise<void> {
  for (const step of scene.undo.toReversed()) await step()
  chmodSync(scene.root, 0o755)
  rmSync(scene.root, { recursive: true, force: true })
}

/** Starts the database of the scene; it is stopped at the end of the test. */
export async function start(
  scene: Scene,
  options: Partial<Parameters<typeof startEmbedded>[0]> = {},
): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ folder: scene.folder, settings, ...options })
  scene.undo.push(() => database.stop())
  return database
}

/** The sentence with which the start is refused. */
export async function refusal(
  scene: Scene,
  options: Partial<Parameters<typeof startEmbedded>[0]> = {},
): Promise<string> {
  try {
    await start(scene, options)
  } catch (error) {
    if (error instanceof EmbeddedDatabaseError) return error.message
    throw error
  }
  throw new Error('it started')
}

/** Puts a copy of a whole, stopped database into the scene. */
export function copyInto(scene: Scene, whole: string): void {
  // three times as fast as the copy of node:fs, and keeps owners
  execFileSync('cp', ['-a', whole, scene.folder])
}

/** Runs one statement and gives the rows. */
export async function rows(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const result = await client.query<Record<string, unknown>>(statement)
    return result.rows
  } finally {
    await client.end()
  }
}

/** Waits until something is so, at most 30 seconds. */
export async function until(isSo: () => boolean): Promise<void> {
  const deadline = Date.now() + 30_000
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error(`still not so: ${isSo.toString()}`)
    await wait(5)
  }
}

/** The process number in postmaster.pid. */
export function serverPid(scene: Scene): number {
  return Number(readFileSync(join(scene.folder, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0])
}

/** An account without privileges; for tests that run as root. */
export const ordinary = { uid: 65534, gid: 65534 }

/** Can that account run our programs at all? They may lie where only root enters. */
export function ordinaryCanRun(): boolean {
  return process.getuid?.() === 0 && spawnSync(process.execPath, [runner, '--version'], ordinary).status === 0
}

const runner = fileURLToPath(new URL('scene-process.ts', import.meta.url))

/** A process of its own that does scene-process.ts in its own process group, and what it prints. */
export type Actor = { child: ChildProcess; lines: string[]; ended: Promise<number | null> }

/**
 * Starts scene-process.ts with a task; by Node alone, which is faster than tsx and needs no cache.
 * @param before a command that runs it: `['unshare', '--mount']`
 */
export function act(
  scene: Scene,
  task: string,
  options: { ids?: { uid: number; gid: number }; before?: string[]; packageFolder?: string } = {},
): Actor {
  const [command = '', ...args] = (options.before ?? []).concat(
    process.execPath,
    runner,
    task,
    scene.folder,
    options.packageFolder ?? '',
  )
  const child = spawn(command, args, {
    ...options.ids,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'] },
  })
  const lines: string[] = []
  createInterface({ input: child.stdout }).on('line', line => lines.push(line))
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('close', resolve)
    child.on('error', reject)
  })
  scene.undo.push(() => killGroup({ child, lines, ended }))
  return { child, lines, ended }
}

/** Kills a process and its group, as `kill -9` or the end of a terminal would. */
export async function killGroup({ child, ended }: Actor): Promise<void> {
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined)
    process.kill(-child.pid, 'SIGKILL')
  await ended
}
