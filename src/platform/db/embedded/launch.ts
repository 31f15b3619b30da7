import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, constants, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

import { cannotRun, spawnAs } from './account.ts'
import { damaged } from './cluster.ts'
import { adminUrl, withConnection } from './connection.ts'
import { codeOf, EmbeddedDatabaseError } from './error.ts'
import { diskFull, giveToOwner, isDiskFull, type Places } from './folder.ts'
import { clearForeignLock, readLock } from './orphan.ts'
import { startOf } from './processes.ts'
import { isUp, limitMs, stepMs, stopServer, type Launch, type Server } from './server.ts'
import { serverArguments } from './settings.ts'

const { O_APPEND, O_CREAT, O_NOFOLLOW, O_WRONLY } = constants

const logLimit = 10_000_000

/**
 * Starts the server and waits until it answers.
 * @returns 'wrong password' when the password is not that of the cluster; the server is then down again
 */
export async function startServer(launch: Launch): Promise<Server | 'wrong password'> {
  const deadline = Date.now() + limitMs
  clearForeignLock(launch.places)
  rotateLog(launch.places)
  for (;;) {
    const start = logSize(launch.places)
    const server = await spawnServer(launch, await freePort())
    const outcome = await waitForAnswer(server, launch, deadline)
    if (outcome === 'ready') return server
    await stopServer(server)
    if (outcome === 'wrong password') return outcome
    if (outcome === 'unwanted') throw givenUp(launch.places)
    if (outcome === 'late') throw noAnswer(launch.places, server)
    if (outcome !== 'ended') throw damaged(launch.places, `does not work: ${outcome}`)
    const words = logSince(launch.places, start)
    if (!isPassing(words) || Date.now() > deadline) throw startFailed(launch.places, words)
    await wait(100)
  }
}

async function spawnServer(launch: Launch, port: number): Promise<Server> {
  const { places, binaries, account, settings } = launch
  // a link in its place could lead root to any file
  const log = openSync(places.log, O_APPEND | O_CREAT | O_WRONLY | O_NOFOLLOW, 0o600)
  try {
    giveToOwner(places.log, places.folder)
    // detached: an interrupt at the terminal reaches only us, and we stop the server after the last request
    const child: ChildProcess = spawnAs(
      account,
      binaries,
      binaries.postgres,
      serverArguments(places.data, settings, port),
      { detached: true, stdio: ['ignore', log, log] },
    )
    await once(child, 'spawn').catch((error: unknown) => {
      throw cannotRun(error, account)
    })
    child.unref()
    launch.underway()
    const pid = child.pid ?? 0
    return { pid, started: startOf(pid), port }
  } finally {
    closeSync(log)
  }
}

/** Waits until the server is 'ready', has 'ended', is 'unwanted' or too 'late', or says that it will not: in its words. */
async function waitForAnswer(server: Server, launch: Launch, deadline: number): Promise<string> {
  while (Date.now() < deadline) {
    if (launch.signal?.aborted) return 'unwanted'
    if (!isUp(server)) return 'ended'
    // before its lock says so, another server may be the one that answers on this port
    const lock = readLock(launch.places)
    const mayAnswer = lock?.pid === server.pid && lock.status === 'ready'
    const answer = mayAnswer ? await ask(launch, server.port) : undefined
    if (answer !== undefined) return answer
    await wait(stepMs)
  }
  return 'late'
}

async function ask(launch: Launch, port: number): Promise<string | undefined> {
  try {
    await withConnection(adminUrl(launch, port), client => client.query('select'))
    return 'ready'
  } catch (error) {
    const code = codeOf(error) ?? ''
    if (code === wrongPassword) return 'wrong password'
    const isFinal = /^[0-9A-Z]{5}$/.test(code) && !passingStates.includes(code)
    return isFinal && error instanceof Error ? error.message : undefined
  }
}

// SQLSTATE: invalid password; starting up or mending, no connection free, shutting down
const wrongPassword = '28P01'
const passingStates = ['57P03', '53300', '57P01']

/** Another program took the port in between, or the last of a killed server's processes are still ending. */
function isPassing(words: string): boolean {
  return /could not bind|Address already in use|pre-existing shared memory block/.test(words)
}

function givenUp(places: Places): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(`The start of the database in ${places.data} was given up: start again.`)
}

function noAnswer(places: Places, server: Server): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    `PostgreSQL in ${places.data} did not answer on 127.0.0.1:${server.port} within ${limitMs / 1000} seconds: see ${places.log}, mend what it names, and start again.`,
  )
}

/** The sentence for a server that ended instead of starting, by its own words. */
export function startFailed(places: Places, words: string): EmbeddedDatabaseError {
  if (isDiskFull(places.folder, words)) return diskFull(places.folder)
  const last = words.split('\n').findLast(line => /FATAL|PANIC|ERROR/.test(line)) ?? words
  const reason = last.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '').trim()
  if (words.includes('Cannot allocate memory')) {
    return new EmbeddedDatabaseError(
      `There is too little memory to start PostgreSQL in ${places.data} (${reason}): end other programs, or set DATABASE_URL to a PostgreSQL elsewhere.`,
    )
  }
  if (/configuration parameter|for parameter/.test(reason)) {
    return new EmbeddedDatabaseError(
      `PostgreSQL in ${places.data} refused a setting (${reason}): correct it, or leave it out.`,
    )
  }
  if (/pre-existing shared memory block|lock file .* already exists/.test(reason)) {
    return new EmbeddedDatabaseError(
      `Another PostgreSQL still works in ${places.data} (${reason}): end it, then start again.`,
    )
  }
  return damaged(places, `does not start: ${reason || 'PostgreSQL ended without a word'}`)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

function rotateLog(places: Places): void {
  if (logSize(places) > logLimit) renameSync(places.log, `${places.log}.1`)
}

function logSize(places: Places): number {
  return statSync(places.log, { throwIfNoEntry: false })?.size ?? 0
}

function logSince(places: Places, start: number): string {
  return readFileSync(places.log).subarray(start).toString('utf8')
}
