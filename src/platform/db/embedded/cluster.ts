import { chmodSync, chownSync, lchownSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { codeOf, EmbeddedDatabaseError } from './error.ts'
import { isRoot, type Places } from './folder.ts'
import type { Secrets } from './secrets.ts'

/**
 * Looks whether a whole cluster of our version is in the folder. Throws when one was there and is damaged or gone, or is
 * not ours to use; deletes nothing.
 */
export function hasCluster(places: Places, binaries: Binaries, secrets: Secrets | undefined): boolean {
  const entries = entriesOf(places.data)
  if (entries.length === 0) {
    // an empty database in place of a lost one would look as if all were well
    if (secrets?.created) throw damaged(places, 'is gone')
    return false
  }
  const { uid } = statSync(places.data)
  if (!isRoot() && process.getuid !== undefined && uid !== process.getuid()) {
    throw new EmbeddedDatabaseError(
      `The database in ${places.data} belongs to user number ${uid}: run as that account, give it to this one (chown -R), or set NETTUNGEN_DATA to another folder.`,
    )
  }
  const version = entries.includes('PG_VERSION')
    ? readFileSync(join(places.data, 'PG_VERSION'), 'utf8').trim()
    : ''
  if (version === '') throw damaged(places, 'lacks PG_VERSION')
  if (version !== binaries.major) {
    throw new EmbeddedDatabaseError(
      `The database in ${places.data} was made by PostgreSQL ${version} and this program brings PostgreSQL ${binaries.major}: move its content over with pg_dump or pg_upgrade, or set NETTUNGEN_DATA to another folder to begin anew.`,
    )
  }
  const control = statSync(join(places.data, 'global', 'pg_control'), { throwIfNoEntry: false })
  if (control === undefined || control.size === 0) throw damaged(places, 'lacks global/pg_control')
  return true
}

/** The sentence for a cluster that cannot be used; `how` continues "The database in … ". */
export function damaged(places: Places, how: string): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    `The database in ${places.data} ${how} (its log is ${places.log}): put a copy back in its place, or move ${places.folder} away to begin anew; nothing was deleted.`,
  )
}

/** Gives the cluster to the account that shall run it, when it has another owner: it was moved, or the way changed. */
export function adjustOwner(places: Places, account: Account): void {
  if (account.owner === undefined) return
  const { uid, gid } = account.owner
  if (statSync(places.data).uid === uid) return
  for (const entry of readdirSync(places.data, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(places.data, entry), uid, gid)
  }
  // last, so that an interrupted change begins again
  chownSync(places.data, uid, gid)
}

/** PostgreSQL refuses a folder that others may enter, which copying easily makes of it. */
export function adjustMode(places: Places): void {
  if ((statSync(places.data).mode & 0o077) !== 0) chmodSync(places.data, 0o700)
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}
