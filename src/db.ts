// Work on the database from the command line: npm run db -- migrate | reset | dump | unmet-need
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { describeUnmetNeed, prepareDatabase } from './database.ts'
import { ConfigError, readConfig, type Config } from '#platform/config.ts'
import { EmbeddedDatabaseError, startEmbedded } from '#platform/db/embedded/index.ts'
import { migrate, MigrationError, pendingMigrations } from '#platform/db/migrate.ts'
import { asOwner, withOwner } from '#platform/db/owner.ts'
import { schemaText } from '#platform/db/schema-text.ts'
import { DatabaseError, databaseTrouble } from '#platform/db/trouble.ts'

const USAGE = `npm run db -- migrate   brings the database to this version: its shape, reference data, and the demo where it is on
npm run db -- reset     deletes all that is in the database and begins anew; one of your own needs --yes
npm run db -- dump      writes the shape of the database to db/schema.sql
npm run db -- unmet-need [--area CODE] [--from YYYY-MM-DD]   shows what people looked for and did not find

The database is the one in DATABASE_OWNER_URL (the address of nettungen_owner), or the embedded one in NETTUNGEN_DATA.`

/** The command cannot be done as it was given: told in one sentence, without a stack. */
class CommandError extends Error {}

const schemaFile = fileURLToPath(new URL('../db/schema.sql', import.meta.url))

const say = (line: string) => process.stdout.write(`${line}\n`)

async function run([command, ...options]: string[]): Promise<void> {
  if (command === 'migrate' && options.length === 0) return withDatabase(bringUpToDate)
  if (command === 'reset' && options.every(option => option === '--yes')) {
    return withDatabase((ownerUrl, config) => reset(ownerUrl, config, options.length > 0))
  }
  if (command === 'dump' && options.length === 0) return dump()
  const choice = command === 'unmet-need' ? choiceOf(options) : null
  if (choice) return withDatabase(ownerUrl => showUnmetNeed(ownerUrl, choice))
  throw new CommandError(
    command ? `There is no "${[command, ...options].join(' ')}" here.\n\n${USAGE}` : USAGE,
  )
}

/** Does something with the database of the environment: one of our own, or the embedded one, started for the purpose. */
async function withDatabase(work: (ownerUrl: string, config: Config) => Promise<void>): Promise<void> {
  const config = ownersConfig()
  if (config.database.kind === 'external') return work(ownerUrlOf(config.database), config)
  const embedded = await startEmbedded({ folder: config.database.folder, say })
  try {
    await work(embedded.ownerUrl, config)
  } finally {
    await embedded.stop()
  }
}

/** Those who migrate need the owner's address only, so the one that serves may be missing. */
function ownersConfig(): Config {
  const { DATABASE_URL, DATABASE_OWNER_URL } = process.env
  return readConfig({ ...process.env, DATABASE_URL: DATABASE_URL || (DATABASE_OWNER_URL && 'postgres://') })
}

function ownerUrlOf(database: { ownerUrl: string | null }): string {
  if (database.ownerUrl) return database.ownerUrl
  throw new CommandError(
    'DATABASE_OWNER_URL is missing: set it to the address of the login nettungen_owner, which owns the database in DATABASE_URL.',
  )
}

async function bringUpToDate(ownerUrl: string, config: Config): Promise<void> {
  await prepareDatabase(ownerUrl, { demo: config.demo, say })
  say('The database is up to date.')
}

async function reset(ownerUrl: string, config: Config, isSure: boolean): Promise<void> {
  const { name, schemas } = await whatIsThere(ownerUrl)
  if (config.database.kind === 'external' && !isSure) {
    throw new CommandError(
      `This would delete all that is in the database ${name} (schemas ${schemas.join(', ') || 'none'}). If you want that: npm run db -- reset --yes`,
    )
  }
  await withOwner(ownerUrl, client =>
    client.query(schemas.map(schema => `drop schema ${schema} cascade`).join(';')),
  )
  say(`Deleted ${schemas.join(', ') || 'nothing'} in ${name}`)
  await bringUpToDate(ownerUrl, config)
}

/** The name of the database, as on its server, and the schemas in it that are ours, quoted where they need it. */
function whatIsThere(ownerUrl: string): Promise<{ name: string; schemas: string[] }> {
  return withOwner(ownerUrl, async client => {
    const { rows } = await client.query<{ name: string; schemas: string[] }>(`
      select current_database() as name, array(
        select quote_ident(nspname) from pg_namespace where nspowner = current_user::regrole order by nspname
      ) as schemas`)
    return rows[0]!
  })
}

/** From the owner's database when one is given, which then must have this version's shape; else from one made for it. */
async function dump(): Promise<void> {
  const config = ownersConfig()
  const text =
    config.database.kind === 'external' ? await textOf(ownerUrlOf(config.database)) : await textOfNew()
  await writeFile(schemaFile, text)
  say(`Written to ${schemaFile}`)
}

async function textOf(ownerUrl: string): Promise<string> {
  await refuseOld(ownerUrl)
  return asOwner(ownerUrl, schemaText)
}

async function refuseOld(ownerUrl: string): Promise<void> {
  const pending = await withOwner(ownerUrl, client => pendingMigrations(text => client.query(text)))
  if (pending.length > 0) {
    throw new CommandError(`The database lacks ${pending.join(', ')}: run "npm run db -- migrate" first.`)
  }
}

/** Not from the embedded database in use: the shape is what the migrations make, and a server may be running on it. */
async function textOfNew(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'nettungen-dump-'))
  try {
    const database = await startEmbedded({ folder, settings: { fsync: 'off' } })
    try {
      await withOwner(database.ownerUrl, migrate)
      return await asOwner(database.ownerUrl, schemaText)
    } finally {
      await database.stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Choice = { area: string | null; from: string | null }

/** An area and a day, each or none. Null: something else was given. */
function choiceOf(args: string[]): Choice | null {
  try {
    const options = { area: { type: 'string' }, from: { type: 'string' } } as const
    const { area = null, from = null } = parseArgs({ args, options }).values
    return from === null || isDay(from) ? { area, from } : null
  } catch {
    return null
  }
}

function isDay(text: string): boolean {
  const time = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(`${text}T`)
}

async function showUnmetNeed(ownerUrl: string, choice: Choice): Promise<void> {
  await refuseOld(ownerUrl)
  const lines = await describeUnmetNeed(ownerUrl, choice)
  if (!lines) throw new CommandError(`There is no area with the code ${choice.area}.`)
  lines.forEach(say)
}

const plainErrors = [CommandError, ConfigError, DatabaseError, EmbeddedDatabaseError, MigrationError]

try {
  await run(process.argv.slice(2))
} catch (cause) {
  const error = databaseTrouble(cause, 'DATABASE_OWNER_URL') as Error
  const isPlain = plainErrors.some(kind => error instanceof kind)
  process.stderr.write(isPlain ? `${error.message}\n` : `${error.stack}\n`)
  process.exitCode = 1
}
