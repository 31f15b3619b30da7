import type { Client } from 'pg'
import { loadAreas, loadGeography, areasHash } from '#modules/areas/index.ts'
import { listUnmetNeed, loadDemo, loadVocabularies } from '#modules/catalogue/index.ts'
import { loadDemoRounds } from '#modules/mapping/index.ts'
import { loadDemoRoles } from '#modules/organizations/index.ts'
import { loadDemoPeople } from '#modules/people/index.ts'
import { loadDemoGoals, loadDemoGuidance, loadDemoMethod, loadDemoPlans } from '#modules/planning/index.ts'
import { withClient } from '#platform/db/client.ts'
import { installJobSchema, jobSchemaFault } from '#platform/db/job-schema.ts'
import { loadOnce } from '#platform/db/loading.ts'
import { noteDemonstration } from '#platform/db/demonstration.ts'
import { migrate, pendingMigrations } from '#platform/db/migrate.ts'
import { asOwner, inTransaction, withOwner } from '#platform/db/owner.ts'
import { DatabaseError, databaseTrouble } from '#platform/db/trouble.ts'

/**
 * Brings a database to what this version needs: its shape, reference data, vocabularies and, in demo mode, the demo.
 * Does nothing that has been done; may be run by several servers at once.
 * @param say takes one line for each step that takes time
 */
export function prepareDatabase(
  ownerUrl: string,
  options: { demo: boolean; say: (line: string) => void },
): Promise<void> {
  // One connection for all of it: each costs some ten milliseconds, and a start on a database that lacks nothing waits.
  return withOwner(ownerUrl, async owner => {
    const migrated = await migrate(owner)
    if (migrated.length > 0) options.say(`Database brought to ${migrated.at(-1)}`)
    await installJobSchema(ownerUrl, owner)
    await inTransaction(owner, tx => noteDemonstration(tx, options.demo))
    const hash = await areasHash()
    const areas = await inTransaction(owner, tx => loadOnce(tx, 'areas', hash, () => loadAreas(tx)))
    if (areas) options.say('Areas, postcodes and population loaded')
    if (await inTransaction(owner, loadVocabularies)) options.say('Vocabularies loaded')
    if (!options.demo) return
    if (await inTransaction(owner, loadDemo)) options.say('Demo data for Nes and Nannestad loaded')
    if (await inTransaction(owner, loadDemoPeople)) options.say('Demo persons loaded')
    if (await inTransaction(owner, loadDemoRoles)) options.say('Roles of the demo persons loaded')
    if (await inTransaction(owner, loadDemoRounds)) options.say('Mapping rounds of the demo loaded')
    if (await inTransaction(owner, loadDemoPlans)) options.say('Demo plans loaded')
    if (await inTransaction(owner, loadDemoGoals)) options.say('Demo goals loaded')
    if (await inTransaction(owner, loadDemoMethod))
      options.say('Demo rounds and descriptions of cooperation loaded')
    if (await inTransaction(owner, loadDemoGuidance)) options.say('Demo guidance loaded')
  })
}

/**
 * What people looked for and did not find, in lines to read: counts by day and area, then the texts that were kept, which are
 * those of the whole country. Null: there is no such area.
 * @param choice the code of an area, with all that lies in it; the first day, `YYYY-MM-DD`
 */
export function describeUnmetNeed(
  ownerUrl: string,
  { area, from }: { area: string | null; from: string | null },
): Promise<string[] | null> {
  return asOwner(ownerUrl, async tx => {
    const geography = await loadGeography(tx)
    if (area !== null && !geography.get(area)) return null
    const { counts, texts } = await listUnmetNeed(tx, area, from)
    const sum = counts.reduce((all, { count }) => all + count, 0)
    return [
      `Searches without a hit: ${sum}`,
      ...counts.map(row => `${row.day}\t${row.area}\t${geography.need(row.area).distinctName}\t${row.count}`),
      `Texts of at least five days, in the whole country: ${texts.length}`,
      ...texts.map(row => `${row.firstDay}\t${row.lastDay}\t${row.days} days\t${row.text}`),
    ]
  })
}

const OLDEST_POSTGRESQL = 16

/** What prepareDatabase loads and no page can do without. */
const NEEDED = ['areas', 'vocabularies']

/**
 * Looks whether a database that somebody else prepared can serve: reached, by a login with no more rights than serving
 * takes, new enough, with all that this version needs.
 * @param name the setting that holds the address, such as `DATABASE_URL`
 * @throws DatabaseError with the way out
 */
export async function checkDatabase(url: string, name: string): Promise<void> {
  const findWorkerFault = async (client: Client) =>
    (await findFault(client)) ??
    (await jobSchemaFault({ isTransaction: true, query: statement => client.query(statement) }))
  const find = name === 'DATABASE_WORKER_URL' ? findWorkerFault : findFault
  const fault = await withClient(url, 'check', find).catch((error: unknown) => {
    throw databaseTrouble(error, name)
  })
  if (fault) throw new DatabaseError(`The database in ${name} ${fault}`)
}

async function findFault(client: Client): Promise<string | null> {
  return (await findWrongLogin(client)) ?? (await findLack(client))
}

/** Row-level security does not hold for a superuser or one who may bypass it, and the owner's policies show it everything. */
async function findWrongLogin(client: Client): Promise<string | null> {
  const { rows } = await client.query<{ login: string; power: string | null }>(`
    select rolname as login, case
      when rolsuper then 'a superuser'
      when rolbypassrls then 'who bypasses row-level security'
      when exists (
        select from pg_class where oid = to_regclass('platform.migration') and pg_has_role(relowner, 'member')
      ) then 'who owns the tables'
    end as power
    from pg_roles where rolname = current_user`)
  const { login, power } = rows[0]!
  if (power === null) return null
  return `is entered as ${login}, ${power}, so nothing would be hidden from its pages: set the address of nettungen_app, or of nettungen_public for reading, or of nettungen_worker for jobs; db/roles.sql makes them.`
}

async function findLack(client: Client): Promise<string | null> {
  const version = await client.query<{ number: number; words: string }>(
    `select current_setting('server_version_num')::integer as number, current_setting('server_version') as words`,
  )
  const { number, words } = version.rows[0]!
  if (number < OLDEST_POSTGRESQL * 10_000) {
    return `is PostgreSQL ${words}: move to ${OLDEST_POSTGRESQL} or newer.`
  }
  const pending = await pendingMigrations(text => client.query(text))
  const way = 'run "npm run db -- migrate" with DATABASE_OWNER_URL set, then start again.'
  if (pending.length > 0) return `lacks ${pending.join(', ')}: ${way}`
  const { rows } = await client.query<{ name: string }>('select name from platform.loaded')
  const missing = NEEDED.filter(part => !rows.some(row => row.name === part))
  return missing.length > 0 ? `lacks the ${missing.join(' and the ')}: ${way}` : null
}
