import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname } from 'node:path'

import { notForThisPlatform, type Binaries } from './binaries.ts'
import { codeOf, EmbeddedDatabaseError } from './error.ts'
import { isRoot, type Places } from './folder.ts'

/** As whom PostgreSQL runs. */
export type Account = {
  /** to whom the data must be given, which only root can do */
  owner?: { uid: number; gid: number }
  /** options for spawn */
  ids?: { uid: number; gid: number }
  /** what stands before the program: the entrance to a user namespace */
  prefix: string[]
}

type Entry = { name: string; uid: number; gid: number }

/**
 * Chooses as whom PostgreSQL runs, by trying. It refuses to run as root, so as root it runs as an account without
 * privileges that can enter both the data folder and the programs; where only root can (/root, a `mktemp -d`), in a
 * user namespace in which root has another name. Else as ourselves.
 */
export async function chooseAccount(places: Places, binaries: Binaries): Promise<Account> {
  const entries = readAccounts()
  if (!isRoot()) return hasName() ? { prefix: [] } : await inNamespace(entries, places, binaries)
  for (const entry of candidates(entries, places)) {
    const { uid, gid } = entry
    const account: Account = { owner: { uid, gid }, ids: { uid, gid }, prefix: [] }
    if (await canEnter(account, places, binaries)) return account
  }
  return await inNamespace(entries, places, binaries)
}

/** Starts a program of PostgreSQL as the account, with an environment of its own: no PG… variables, no secrets. */
export function spawnAs(
  account: Account,
  binaries: Binaries,
  program: string,
  args: string[],
  options: SpawnOptions,
): ChildProcess {
  const [command = program, ...rest] = [...account.prefix, program, ...args]
  const libraries = binaries.libraryPath
  const env: NodeJS.ProcessEnv = {
    PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin',
    HOME: '/',
    LANG: 'C',
    LC_ALL: 'C',
    TZ: 'UTC',
  }
  if (libraries !== undefined) {
    env[process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH'] = libraries
  }
  return spawn(command, rest, { ...options, ...account.ids, cwd: '/', env })
}

/** Runs a program of PostgreSQL to its end. */
export function runAs(
  account: Account,
  binaries: Binaries,
  program: string,
  args: string[],
  input = '',
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawnAs(account, binaries, program, args, { stdio: ['pipe', 'pipe', 'pipe'] })
    let output = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text))
    // a program that ends before it has read its input is judged by its code
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
    child.on('error', error => reject(cannotRun(error, account)))
    child.on('close', code => resolve({ code, output }))
  })
}

/** A program that is there and yet is not found lacks its loader: it was made for another C library. */
export function cannotRun(error: unknown, account: Account): unknown {
  return codeOf(error) === 'ENOENT' && account.prefix.length === 0 ? notForThisPlatform() : error
}

function readAccounts(): Entry[] {
  let text
  try {
    text = readFileSync('/etc/passwd', 'utf8')
  } catch {
    return []
  }
  return text
    .split('\n')
    .map(line => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => Number.isSafeInteger(uid) && uid >= 1 && Number.isSafeInteger(gid))
}

/** initdb looks up the name of its account, which a container run as any number does not have. */
function hasName(): boolean {
  try {
    userInfo()
    return true
  } catch {
    return false
  }
}

/**
 * In this order: who owns the data already (nothing then changes hands), nobody, postgres, who owns a folder on the way
 * (a home that others cannot enter), the first of the list.
 */
function candidates(entries: Entry[], places: Places): Entry[] {
  const owners = [places.data, places.folder].map(ownerOf)
  const names = ['nobody', 'postgres']
  const onTheWay = foldersAbove(places.folder).map(ownerOf)
  const wanted = [
    ...owners.map(uid => entries.find(entry => entry.uid === uid)),
    ...names.map(name => entries.find(entry => entry.name === name)),
    ...onTheWay.map(uid => entries.find(entry => entry.uid === uid)),
    entries[0],
  ]
  return [...new Set(wanted.filter(entry => entry !== undefined))]
}

function ownerOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.uid
}

function foldersAbove(path: string): string[] {
  const above = dirname(path)
  return above === path ? [] : [above, ...foldersAbove(above)]
}

async function inNamespace(entries: Entry[], places: Places, binaries: Binaries): Promise<Account> {
  // 65534 also stands for every owner from outside the namespace: another number is clearer
  const entry = entries.find(({ uid }) => uid !== 65534) ?? entries[0]
  if (entry !== undefined) {
    const account: Account = {
      ...(isRoot() ? { owner: { uid: 0, gid: 0 } } : {}),
      prefix: ['unshare', '--user', `--map-user=${entry.uid}`, `--map-group=${entry.gid}`],
    }
    if (await canEnter(account, places, binaries)) return account
  }
  throw noAccount(places)
}

/** Asks a small program of PostgreSQL to look into the folder: the system itself answers, not our reading of its modes. */
async function canEnter(account: Account, places: Places, binaries: Binaries): Promise<boolean> {
  try {
    const { output } = await runAs(account, binaries, binaries.pgCtl, ['status', '-D', places.folder])
    return /is not a database cluster directory|no server running/.test(output)
  } catch (error) {
    if (error instanceof EmbeddedDatabaseError) throw error
    return false
  }
}

function noAccount(places: Places): EmbeddedDatabaseError {
  const way = 'set NETTUNGEN_DATA to a folder that others may enter (chmod a+x on each folder above it)'
  return new EmbeddedDatabaseError(
    isRoot()
      ? `PostgreSQL does not run as root, and no other account can enter both ${places.folder} and the programs in node_modules: ${way}, or run as an ordinary user.`
      : `PostgreSQL needs an account with a name to work in ${places.folder}, and user number ${process.getuid?.()} has none in /etc/passwd: run as an account that has a name, or set DATABASE_URL to a PostgreSQL 16 or newer.`,
  )
}
