import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError } from '../config.ts'
import { giveToOwner } from '../db/embedded/folder.ts'
import { newSecretKeys, SECRET_KEYS } from './vault.ts'

/** The keys of an embedded database lie beside it, made at the first start; read by the account of the program only. */
export function keptKeys(folder: string): string {
  const path = join(folder, 'secret-keys')
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, newSecretKeys(), { mode: 0o600, flag: 'wx' })
    giveToOwner(path, folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const keys = readFileSync(path, 'utf8').trim()
  if (!SECRET_KEYS.test(keys)) {
    throw new ConfigError(`${path} holds no keys: restore it from a backup, or set SECRET_KEYS.`)
  }
  return keys
}
