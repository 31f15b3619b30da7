import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { runAs } from './account.ts'
import { adminUrl, withConnection } from './connection.ts'
import { codeOf } from './error.ts'
import type { Places } from './folder.ts'
import { isPostgresIn, isTaken, startOf } from './processes.ts'
import type { Launch, Server } from './server.ts'
import { serverArguments } from './settings.ts'

/** What a server writes about itself into its data folder, and takes away again when it stops in order. */
export type Lock = { pid: number; port: number; status: string }

/** Reads postmaster.pid: of the server that runs in this data folder, or that died without a word. */
export function readLock(places: Places): Lock | undefined {
  try {
    const lines = readFileSync(lockFile(places), 'utf8').split('\n')
    return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? '').trim() }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/** The server of this folder which an earlier process of ours left behind, if it still runs. */
export function findOrphan(places: Places): Server | undefined {
  const lock = readLock(places)
  if (lock === undefined || !isPostgresIn(lock.pid, places.data)) return undefined
  return { pid: lock.pid, started: startOf(lock.pid), port: lock.port }
}

/**
 * Can we go on with this orphan: does it answer to our password, with the settings and the version of today? What the
 * dead process was doing in it is ended, so that it holds no locks against us.
 */
export async function isAdoptable(orphan: Server, launch: Launch): Promise<boolean> {
  const { account, binaries, places } = launch
  if (readLock(places)?.status !== 'ready') return false
  try {
    if (optionsOf(places) !== expectedOptions(launch, orphan.port)) return false
    const { output } = await runAs(account, binaries, binaries.postgres, ['--version'])
    return await withConnection(adminUrl(launch, orphan.port), async client => {
      const { rows } = await client.query<{ version: string; folder: string }>(
        `select current_setting('server_version') as version, current_setting('data_directory') as folder`,
      )
      const isOurs = rows[0]?.folder === places.data && output.includes(` ${rows[0].version}`)
      if (isOurs) await client.query(endOtherSessions)
      return isOurs
    })
  } catch {
    return false
  }
}

const endOtherSessions = `
  select pg_terminate_backend(pid, 5000) from pg_stat_activity
  where backend_type = 'client backend' and pid <> pg_backend_pid()`

/**
 * A dead server's number may be another process now, or a zombie, and PostgreSQL would take that for a server and refuse.
 * The file of a number that is free is left to PostgreSQL, which looks in any case whether children of a dead server
 * still have its memory.
 */
export function clearForeignLock(places: Places): void {
  const lock = readLock(places)
  if (lock === undefined) return
  // 0 and NaN: a power cut can leave an empty file; below 0: a short task of PostgreSQL's own
  const isNobodys = !(Math.abs(lock.pid) > 0)
  if (isNobodys || (lock.pid > 0 && isTaken(lock.pid))) rmSync(lockFile(places), { force: true })
}

function lockFile(places: Places): string {
  return join(places.data, 'postmaster.pid')
}

function optionsOf(places: Places): string {
  return readFileSync(join(places.data, 'postmaster.opts'), 'utf8').trim()
}

/** As the server itself writes its command into postmaster.opts. */
function expectedOptions({ places, binaries, settings }: Launch, port: number): string {
  const parts = serverArguments(places.data, settings, port).map(part => ` "${part}"`)
  return `${binaries.postgres}${parts.join('')}`
}
