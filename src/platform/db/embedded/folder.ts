import { chmodSync, existsSync, lchownSync, mkdirSync, realpathSync, statfsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { codeOf, EmbeddedDatabaseError, pathOf } from './error.ts'

/** Where things lie in the folder of one embedded database, as absolute paths without symbolic links. */
export type Places = {
  folder: string
  /** the cluster: whole, or not there */
  data: string
  /** where a cluster is made; renamed to `data` when it is whole */
  making: string
  secrets: string
  log: string
  claim: string
  /** library links, when the package folder cannot be written */
  libraries: string
}

/** Makes the folder where it is missing and says where things lie in it. */
export function openFolder(folder: string): Places {
  const wanted = resolve(folder)
  try {
    if (!existsSync(wanted)) {
      mkdirSync(wanted, { recursive: true })
      // as root the server runs as another account, which must pass through here; the files inside are closed
      chmodSync(wanted, isRoot() ? 0o711 : 0o700)
    }
    if (!statSync(wanted).isDirectory()) {
      throw new EmbeddedDatabaseError(
        `${wanted} is a file, and a folder for the data is needed there: move it away, or set NETTUNGEN_DATA to a folder.`,
      )
    }
    return placesIn(realpathSync(wanted))
  } catch (error) {
    throw folderTrouble(error, wanted)
  }
}

function placesIn(folder: string): Places {
  return {
    folder,
    data: join(folder, 'pg'),
    making: join(folder, 'pg.making'),
    secrets: join(folder, 'database.json'),
    log: join(folder, 'postgres.log'),
    claim: join(folder, 'in-use.json'),
    libraries: join(folder, 'pg.libraries'),
  }
}

/** Do we run as root? */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/**
 * Gives a file that root wrote to the owner of the folder, so that the owner can still start without root later.
 */
export function giveToOwner(file: string, folder: string): void {
  if (!isRoot()) return
  const { uid, gid } = statSync(folder)
  lchownSync(file, uid, gid)
}

/** The sentence for a failed file operation in the folder; other errors come back as they are. */
export function folderTrouble(error: unknown, folder: string): unknown {
  if (error instanceof EmbeddedDatabaseError) return error
  const code = codeOf(error)
  const path = pathOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(folder)
  if (path === undefined) return error
  if (code === 'EROFS') {
    return new EmbeddedDatabaseError(
      `${path} cannot be written because the disk is read-only: ${otherFolder}.`,
    )
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new EmbeddedDatabaseError(
      `This account (user number ${process.getuid?.()}) may not read and write ${path}: run as the account that owns it, give it to this one (chown -R), or ${otherFolder}.`,
    )
  }
  if (code === 'ELOOP') {
    return new EmbeddedDatabaseError(
      `${path} is a link, which could lead anywhere: put a file in its place, or ${otherFolder}.`,
    )
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new EmbeddedDatabaseError(
      `${folder} cannot be used because a file is in the way at ${path}: ${otherFolder}.`,
    )
  }
  return new EmbeddedDatabaseError(
    `${path} cannot be used (${code ?? String(error)}): mend the disk, or ${otherFolder}.`,
  )
}

/** The sentence for a full disk. */
export function diskFull(folder: string): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    `The disk that holds ${folder} is full: make room (a new database needs about 100 MB), or ${otherFolder}.`,
  )
}

/**
 * Did PostgreSQL end because the disk is full? By its words, and by the disk itself: a log on that disk may lack the words.
 */
export function isDiskFull(folder: string, words = ''): boolean {
  if (/No space left|quota exceeded|wrote only \d+ of \d+ bytes/i.test(words)) return true
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize < smallestRoom
}

// one file of its write-ahead log
const smallestRoom = 16 * 1024 * 1024

const otherFolder = 'set NETTUNGEN_DATA to another folder'
