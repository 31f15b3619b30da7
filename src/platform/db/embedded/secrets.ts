import { randomBytes } from 'node:crypto'
import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import * as z from 'zod'

import { codeOf, EmbeddedDatabaseError } from './error.ts'
import { giveToOwner, type Places } from './folder.ts'

const Password = z.string().regex(/^[\w-]{20,}$/)

/** What stands in database.json: the superuser of the embedded database, then the logins of db/roles.sql. */
const SecretsShape = z.object({
  passwords: z.object({
    admin: Password,
    owner: Password,
    app: Password,
    public: Password,
    worker: Password,
  }),
  /** whether a whole database has been made in this folder */
  created: z.boolean(),
})

export type Secrets = z.infer<typeof SecretsShape>

export type Passwords = Secrets['passwords']

/** Reads the passwords of this folder; undefined when there are none that can be used. */
export function readSecrets(places: Places): Secrets | undefined {
  let file
  try {
    file = openSync(places.secrets, constants.O_RDONLY | constants.O_NOFOLLOW)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
  try {
    if ((fstatSync(file).mode & 0o077) !== 0) closeToOthers(file, places)
    return parse(readFileSync(file, 'utf8'))
  } finally {
    closeSync(file)
  }
}

function closeToOthers(file: number, places: Places): void {
  try {
    fchmodSync(file, 0o600)
  } catch {
    throw new EmbeddedDatabaseError(
      `The passwords in ${places.secrets} can be read by others, and this account may not close them: run as the account that owns the file, or set NETTUNGEN_DATA to another folder.`,
    )
  }
}

/** Passwords for a new database. */
export function newSecrets(): Secrets {
  return {
    passwords: {
      admin: newPassword(),
      owner: newPassword(),
      app: newPassword(),
      public: newPassword(),
      worker: newPassword(),
    },
    created: false,
  }
}

/** 192 random bits, in letters that need no escape in a URL. */
function newPassword(): string {
  return randomBytes(24).toString('base64url')
}

/** Writes the passwords so that only the owner of the folder reads them, and never half. */
export function writeSecrets(secrets: Secrets, places: Places): void {
  const draft = `${places.secrets}.draft`
  rmSync(draft, { force: true })
  const file = openSync(draft, 'wx', 0o600)
  try {
    writeSync(file, `${JSON.stringify(secrets, undefined, 2)}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  giveToOwner(draft, places.folder)
  renameSync(draft, places.secrets)
}

function parse(text: string): Secrets | undefined {
  try {
    return SecretsShape.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}
