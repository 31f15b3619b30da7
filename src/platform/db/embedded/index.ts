import { chooseAccount } from './account.ts'
import { findBinaries } from './binaries.ts'
import { claimFolder } from './claim.ts'
import { adjustMode, adjustOwner, damaged, hasCluster } from './cluster.ts'
import { adminUrl, databaseUrl } from './connection.ts'
import { createCluster } from './create.ts'
import { codeOf, EmbeddedDatabaseError, pathOf } from './error.ts'
import { diskFull, folderTrouble, isDiskFull, openFolder, type Places } from './folder.ts'
import { startServer } from './launch.ts'
import { checkLetters } from './letters.ts'
import { makeLogins } from './logins.ts'
import { findOrphan, isAdoptable, readLock } from './orphan.ts'
import { resetAdminPassword } from './password.ts'
import { newSecrets, readSecrets, writeSecrets, type Passwords } from './secrets.ts'
import { stopServer, type Launch, type Server } from './server.ts'
import { serverSettings } from './settings.ts'

export { EmbeddedDatabaseError } from './error.ts'

/** A running PostgreSQL of our own, with an address for each login of db/roles.sql. */
export type EmbeddedDatabase = {
  /** nettungen_owner: owns the database, migrates */
  ownerUrl: string
  /** nettungen_app: serves */
  appUrl: string
  /** nettungen_public: public rows only */
  publicUrl: string
  /** nettungen_worker: jobs */
  workerUrl: string
  /** the superuser, in the database `postgres`; for tests only, which clone databases */
  adminUrl: string
  /**
   * created: there was none; started: it had been stopped in order; adopted: it still ran, left behind by a process that
   * died; recovered: it had died or had to be stopped first, and PostgreSQL mended itself
   */
  recovered: 'created' | 'started' | 'adopted' | 'recovered'
  /** Ends all sessions, writes everything and waits until the server is down; may be called again. */
  stop(): Promise<void>
}

type Options = {
  folder: string
  say?: (line: string) => void
  underway?: () => void
  signal?: AbortSignal
  settings?: Record<string, string>
  packageFolder?: string
}

/**
 * Starts the PostgreSQL in this folder; makes it when there is none.
 * @param options.folder holds the data, passwords and log; made when missing
 * @param options.say takes lines about progress, for people
 * @param options.underway called when a process of PostgreSQL has begun what takes time: the moment for work of one's own.
 *   Not called by a start that fails before, or that finds a server running
 * @param options.signal gives the start up: PostgreSQL is stopped again, though it may be in the midst of mending itself
 * @param options.settings of the server, beside or instead of ours (tests: `fsync: 'off'`)
 * @param options.packageFolder another PostgreSQL than that of this platform's npm package
 * @throws EmbeddedDatabaseError for everything that a person can mend, with how
 */
export async function startEmbedded(options: Options): Promise<EmbeddedDatabase> {
  const places = openFolder(options.folder)
  const release = await claimFolder(places, options.say)
  try {
    const started = await startIn(places, options)
    return faceOf(started, release)
  } catch (error) {
    release()
    throw folderTrouble(error, places.folder)
  }
}

type Started = { server: Server; passwords: Passwords; recovered: EmbeddedDatabase['recovered'] }

async function startIn(places: Places, options: Options): Promise<Started> {
  const say = options.say ?? (() => undefined)
  const binaries = findBinaries(places, options.packageFolder)
  const known = readSecrets(places)
  const wasThere = hasCluster(places, binaries, known)
  const { passwords } = known ?? newSecrets()
  const account = await chooseAccount(places, binaries)
  const settings = serverSettings(options.settings)
  const launch = {
    places,
    binaries,
    account,
    settings,
    adminPassword: passwords.admin,
    underway: options.underway ?? (() => undefined),
    signal: options.signal,
  }

  // before the cluster, which would be no use without its passwords
  const isWritten = known?.created === wasThere
  if (!isWritten) writeSecrets({ passwords, created: wasThere }, places)
  if (!wasThere) {
    say(`Creating the database in ${places.folder} …`)
    const created = createCluster(places, binaries, account, {
      adminPassword: passwords.admin,
      isSafe: settings['fsync'] !== 'off',
    })
    launch.underway()
    await created
    writeSecrets({ passwords, created: true }, places)
  }
  const { server, recovered } = await runCluster(launch, known !== undefined || !wasThere, say)
  try {
    await makeLogins(launch, passwords, server.port)
    await checkLetters(launch, server.port)
  } catch (error) {
    await stopServer(server)
    throw notComplete(error, launch)
  }
  return { server, passwords, recovered: wasThere ? recovered : 'created' }
}

async function runCluster(
  launch: Launch,
  hasPassword: boolean,
  say: (line: string) => void,
): Promise<Pick<Started, 'server' | 'recovered'>> {
  const { places, account } = launch
  const orphan = findOrphan(places)
  if (orphan !== undefined) {
    if (hasPassword && (await isAdoptable(orphan, launch))) {
      say('The database still runs and is used again.')
      return { server: orphan, recovered: 'adopted' }
    }
    say('Stopping a database that was left behind …')
    await stopServer(orphan)
  }
  const isLeft = readLock(places) !== undefined
  if (isLeft) say('The database was not stopped in order last time and mends itself …')
  adjustOwner(places, account)
  adjustMode(places)
  const server = hasPassword ? await startServer(launch) : 'wrong password'
  return {
    server: server === 'wrong password' ? await startWithNewPassword(launch, say) : server,
    recovered: isLeft || orphan !== undefined ? 'recovered' : 'started',
  }
}

async function startWithNewPassword(launch: Launch, say: (line: string) => void): Promise<Server> {
  say('The passwords of the database were lost; it gets new ones …')
  await resetAdminPassword(launch)
  const server = await startServer(launch)
  if (server === 'wrong password') throw damaged(launch.places, 'does not take a new password')
  return server
}

function notComplete(error: unknown, { places }: Launch): unknown {
  if (error instanceof EmbeddedDatabaseError || pathOf(error) !== undefined) return error
  if (codeOf(error) === diskFullState || isDiskFull(places.folder)) return diskFull(places.folder)
  const reason = error instanceof Error ? error.message : String(error)
  return new EmbeddedDatabaseError(
    `The logins of the database in ${places.data} could not be made (${reason}): mend what is named there as its superuser, or move ${places.folder} away to begin anew.`,
  )
}

// SQLSTATE
const diskFullState = '53100'

function faceOf({ server, passwords, recovered }: Started, release: () => void): EmbeddedDatabase {
  const url = (name: 'owner' | 'app' | 'public' | 'worker') =>
    databaseUrl(`nettungen_${name}`, passwords[name], server.port, 'nettungen')
  let stopping: Promise<void> | undefined
  return {
    ownerUrl: url('owner'),
    appUrl: url('app'),
    publicUrl: url('public'),
    workerUrl: url('worker'),
    adminUrl: adminUrl({ adminPassword: passwords.admin }, server.port),
    recovered,
    stop: () => (stopping ??= stopServer(server).finally(release)),
  }
}
