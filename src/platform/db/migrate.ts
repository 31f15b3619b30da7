import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { isConnectionLost, isDiskFull } from './trouble.ts'

export class MigrationError extends Error {}

/** A migration as it stands on disk: its name is its order. */
type Migration = { name: string; text: string; hash: string }

// Any number would do; it only has to be the same for all servers of one database.
const LOCK = 7245_318_119

// SQLSTATE of a table that is missing, and of one in a schema that is missing or may not be entered: nothing was run yet.
const NOT_THERE = ['42P01', '3F000', '42501']

export const migrationsFolder = fileURLToPath(new URL('../../../db/migrations/', import.meta.url))

/**
 * Brings the database to the newest shape: runs each file of `db/migrations` that has not been run, in order, each in a
 * transaction of its own, under an advisory lock so that servers started together wait for each other.
 * @param owner a connection as the owner, to be ended when this fails
 * @returns names of the files that were run
 * @throws MigrationError when a file that has been run was changed or removed afterwards
 */
export async function migrate(owner: pg.Client): Promise<string[]> {
  await owner.query('select pg_advisory_lock($1)', [LOCK])
  await owner.query(`
    create schema if not exists platform;
    create table if not exists platform.migration (
      name text primary key, hash text not null, applied_at timestamptz not null default now())`)
  const applied = await appliedMigrations(owner)
  const files = await readMigrations()
  refuseChangedHistory(applied, files)
  const pending = files.filter(file => !applied.has(file.name))
  for (const file of pending) await run(owner, file)
  await owner.query('select pg_advisory_unlock($1)', [LOCK])
  return pending.map(file => file.name)
}

/** Names of migrations that the database lacks, or has in another wording. Empty: it has the shape this program expects. */
export async function pendingMigrations(
  query: (text: string) => Promise<{ rows: unknown[] }>,
): Promise<string[]> {
  const files = await readMigrations()
  const result = await query('select name, hash from platform.migration').catch(
    (error: { code?: string }) => {
      if (!NOT_THERE.includes(error.code ?? '')) throw error
      return { rows: [] as unknown[] }
    },
  )
  const applied = new Map((result.rows as { name: string; hash: string }[]).map(row => [row.name, row.hash]))
  return files.filter(file => applied.get(file.name) !== file.hash).map(file => file.name)
}

async function appliedMigrations(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; hash: string }>(
    'select name, hash from platform.migration',
  )
  return new Map(rows.map(row => [row.name, row.hash]))
}

async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(migrationsFolder)).filter(name => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async name => {
      const text = await readFile(join(migrationsFolder, name), 'utf8')
      return { name, text, hash: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

function refuseChangedHistory(applied: Map<string, string>, files: Migration[]): void {
  const byName = new Map(files.map(file => [file.name, file]))
  for (const [name, hash] of applied) {
    const file = byName.get(name)
    if (!file) {
      throw new MigrationError(
        `The database has been through ${name}, which this version does not know. Start the newer version.`,
      )
    }
    if (file.hash !== hash) {
      throw new MigrationError(
        `${name} was changed after it was run. Restore it and write a new migration instead.`,
      )
    }
  }
}

async function run(client: pg.Client, file: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(file.text)
    await client.query('insert into platform.migration (name, hash) values ($1, $2)', [file.name, file.hash])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    if (isConnectionLost(error) || isDiskFull(error)) throw error
    throw new MigrationError(`${file.name}: ${(error as Error).message}`, { cause: error })
  }
}
