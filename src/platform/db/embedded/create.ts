import { randomUUID } from 'node:crypto'
import {
  chownSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'

import { runAs, type Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { EmbeddedDatabaseError } from './error.ts'
import { diskFull, isDiskFull, type Places } from './folder.ts'
import { scramVerifier } from './scram.ts'

/**
 * Makes a cluster beside its place and renames it when it is whole, so that an interrupted one is never taken for one.
 * @param options.isSafe whether everything shall be on the disk, and not only on its way, before this ends
 */
export async function createCluster(
  places: Places,
  binaries: Binaries,
  account: Account,
  options: { adminPassword: string; isSafe: boolean },
): Promise<void> {
  removeHalfMade(places)
  // a name of its own: an initdb whose parent was killed may still write in the old one
  const making = `${places.making}.${randomUUID()}`
  const data = join(making, 'data')
  const passwordFile = join(making, 'password')
  try {
    mkdirSync(making, { mode: 0o700 })
    writeFileSync(passwordFile, scramVerifier(options.adminPassword), { mode: 0o600 })
    for (const path of [passwordFile, making]) {
      if (account.owner !== undefined) chownSync(path, account.owner.uid, account.owner.gid)
    }
    const args = [`--pgdata=${data}`, `--pwfile=${passwordFile}`, ...clusterOptions]
    if (!options.isSafe) args.push('--no-sync')
    await makeWithLetters(args, places, binaries, account)
    renameSync(data, places.data)
    if (options.isSafe) syncFolder(places.folder)
  } finally {
    removeHalfMade(places)
  }
}

const clusterOptions = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--set=huge_pages=off',
  '--no-instructions',
]

/**
 * Beside its own locale PostgreSQL asks that of the system what a letter is, in a few places: with C there, pg_trgm
 * leaves å, æ and ø out of its trigrams. Machines name a fitting one differently.
 */
const letterLocales = ['C.UTF-8', 'en_US.UTF-8', 'nb_NO.UTF-8', 'UTF-8']

async function makeWithLetters(
  args: string[],
  places: Places,
  binaries: Binaries,
  account: Account,
): Promise<void> {
  for (const locale of letterLocales) {
    const { code, output } = await runAs(account, binaries, binaries.initdb, [
      ...args,
      `--lc-ctype=${locale}`,
    ])
    if (code === 0) return
    if (code === null) throw creationInterrupted(places)
    if (!output.includes('invalid locale name')) throw creationFailed(places, output)
  }
  throw new EmbeddedDatabaseError(
    `The database in ${places.folder} cannot be made because this machine has none of the locales ${letterLocales.join(', ')}: install one of them, or set DATABASE_URL to a PostgreSQL 16 or newer.`,
  )
}

function creationInterrupted(places: Places): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    `The making of the database in ${places.folder} was interrupted: start again, which begins it anew.`,
  )
}

function creationFailed(places: Places, output: string): EmbeddedDatabaseError {
  if (isDiskFull(places.folder, output)) return diskFull(places.folder)
  const words = output.split('\n').find(line => /error|fatal|panic|could not|cannot/i.test(line)) ?? output
  return new EmbeddedDatabaseError(
    `The database could not be made in ${places.folder} (${words.trim()}): set NETTUNGEN_DATA to another folder, or DATABASE_URL to a PostgreSQL 16 or newer.`,
  )
}

/** Best effort: what cannot be removed is in nobody's way. */
function removeHalfMade(places: Places): void {
  for (const entry of readdirSync(places.folder)) {
    if (!entry.startsWith(basename(places.making))) continue
    try {
      rmSync(join(places.folder, entry), { recursive: true, force: true, maxRetries: 2 })
    } catch {
      // an initdb whose parent was killed still writes there, or it is another account's
    }
  }
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
