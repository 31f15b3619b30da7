import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { withClient } from '#platform/db/client.ts'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** The real program as a process of its own, and what it says. */
export type Program = {
  child: ChildProcess
  pid: number
  /** lines of standard output and standard error, in the order they came */
  said: string[]
  /** lines of standard error */
  complaints: string[]
  /** the exit code, or the signal that ended it */
  ended: Promise<number | string>
}

/** A folder for one test, which others may enter, with a data folder to be made in it, and what runs on it. */
export type Scene = { root: string; folder: string; programs: Program[] }

export type Options = {
  env?: Record<string, string>
  /** as another account */
  ids?: { uid: number; gid: number }
  /** a command that runs the rest: `['unshare', '--mount']` */
  before?: string[]
  /** instead of Node and start.mjs, such as `['npm', 'start']` */
  command?: string[]
  /** the folder of another copy of the project */
  project?: string
}

/** An account without privileges; for tests that run as root. */
export const nobody = { uid: 65534, gid: 65534 }

export const isRoot = process.getuid?.() === 0

/** Makes a folder for a test. */
export function openScene(): Scene {
  const folder = mkdtempSync(join(tmpdir(), 'nettungen-start-'))
  chmodSync(folder, 0o755)
  return { root: folder, folder: join(folder, 'var'), programs: [] }
}

/** Ends what runs, also a database that was left behind, and removes the folder. */
export async function closeScene(scene: Scene): Promise<void> {
  for (const program of scene.programs) {
    if (program.child.exitCode === null && program.child.signalCode === null) program.child.kill('SIGKILL')
    await program.ended
  }
  for (const pid of postgresIn(scene)) process.kill(pid, 'SIGKILL')
  await until(() => postgresIn(scene).length === 0)
  chmodSync(scene.root, 0o755)
  rmSync(scene.root, { recursive: true, force: true })
}

/** Puts a copy of a whole, stopped data folder into the scene. */
export function copyInto(scene: Scene, whole: Scene): void {
  execFileSync('cp', ['-a', whole.folder, scene.folder])
}

/** Starts the program on the scene's data folder, on a port that the system chooses. */
export function run(scene: Scene, options: Options = {}): Program {
  const line = [...(options.before ?? []), ...(options.command ?? mainCommand)]
  const child = spawn(line[0]!, line.slice(1), {
    ...options.ids,
    cwd: options.project ?? root,
    // its own process group, as a shell gives it: `kill -INT -pid` is a Ctrl-C
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: `${join(root, 'node_modules/.bin')}:${process.env['PATH']}`,
      PORT: '0',
      NETTUNGEN_DATA: scene.folder,
      ...options.env,
    },
  })
  const program: Program = {
    child,
    pid: child.pid!,
    said: [],
    complaints: [],
    ended: once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string),
  }
  createInterface({ input: child.stdout }).on('line', text => program.said.push(text))
  createInterface({ input: child.stderr }).on('line', text => {
    program.said.push(text)
    program.complaints.push(text)
  })
  scene.programs.push(program)
  return program
}

/** What `npm start` runs. */
export const mainCommand = [process.execPath, 'src/start.mjs']

/** Waits until the program says where it is. @throws with what it said when it ends instead */
export async function address(program: Program): Promise<string> {
  const last = () => /^Nettungen: (http:\/\/\S+)$/.exec(program.said.at(-1) ?? '')?.[1]
  const hasEnded = program.ended.then(code => {
    throw new Error(`It ended with ${code}:\n${program.said.join('\n')}`)
  })
  await Promise.race([until(() => last() !== undefined, 90_000), hasEnded])
  return last()!
}

/** Runs the program to its end and gives how it ended and its complaints. */
export async function runToEnd(
  scene: Scene,
  options: Options = {},
): Promise<{ code: number | string; sentence: string }> {
  const program = run(scene, options)
  const code = await program.ended
  return { code, sentence: program.complaints.join('\n') }
}

/** Status and body of a page. */
export async function get(url: string): Promise<{ status: number; body: string }> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(30_000) })
  return { status: answer.status, body: await answer.text() }
}

/** Waits until something is so. */
export async function until(isSo: () => boolean | Promise<boolean>, limitMs = 30_000): Promise<void> {
  const deadline = Date.now() + limitMs
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`still not so: ${isSo.toString()}`)
    await wait(20)
  }
}

/** Process numbers of the PostgreSQL servers (not of their children) that work in the scene's data folder. */
export function postgresIn(scene: Scene): number[] {
  const data = statSync(join(scene.folder, 'pg'), { throwIfNoEntry: false })
  if (!data) return []
  const processes = readdirSync('/proc')
    .map(Number)
    .filter(pid => pid > 0)
    .flatMap(pid => postgresProcess(pid, data.ino))
  const pids = new Set(processes.map(one => one.pid))
  return processes.filter(one => !pids.has(one.parent)).map(one => one.pid)
}

function postgresProcess(pid: number, folder: number): { pid: number; parent: number }[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const isOurs = stat.includes('(postgres)') && state !== 'Z' && statSync(`/proc/${pid}/cwd`).ino === folder
    return isOurs ? [{ pid, parent: Number(parent) }] : []
  } catch {
    return []
  }
}

/** The address of the owner of the running embedded database, from what stands in its folder. */
export function ownerUrl(scene: Scene): string {
  const { passwords } = JSON.parse(readFileSync(join(scene.folder, 'database.json'), 'utf8')) as {
    passwords: { owner: string }
  }
  const port = readFileSync(join(scene.folder, 'pg', 'postmaster.pid'), 'utf8').split('\n')[3]
  return `postgres://nettungen_owner:${passwords.owner}@127.0.0.1:${port}/nettungen`
}

/** Runs one statement as the owner of the tables. Fails, as whatever is waited for may, while the database is not there. */
export async function asOwner(scene: Scene, statement: string): Promise<Record<string, unknown>[]> {
  return withClient(ownerUrl(scene), 'test', async client => {
    const result = await client.query<Record<string, unknown>>(statement)
    return result.rows
  })
}
