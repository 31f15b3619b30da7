import { setTimeout as wait } from 'node:timers/promises'

import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { codeOf, EmbeddedDatabaseError } from './error.ts'
import type { Places } from './folder.ts'
import { isRunning, startOf } from './processes.ts'

/** A running server: its process, when that started, and the port on 127.0.0.1. */
export type Server = { pid: number; started: string; port: number }

/** What is needed to run the server of one folder. */
export type Launch = {
  places: Places
  binaries: Binaries
  account: Account
  settings: Record<string, string>
  adminPassword: string
  /** called when a process has been started that takes time */
  underway: () => void
  /** aborted when the start is not wanted any more */
  signal: AbortSignal | undefined
}

/** How long a server may take to answer. */
export const limitMs = 60_000

/** How often we look whether something has happened. */
export const stepMs = 10

/** Does it run? Its number may be another process by now. */
export function isUp(server: Server): boolean {
  return isRunning(server.pid) && startOf(server.pid) === server.started
}

/**
 * Ways to end a server, and how long each is waited for. SIGINT: sessions are ended and everything is written. While it
 * mends itself after a crash PostgreSQL may not listen to that for minutes; all the ways together must end before a
 * supervisor kills. SIGQUIT: at once, without writing; what was committed is in its log, from which it mends itself at the
 * next start. SIGKILL: for a server that no longer listens.
 */
const waysToEnd: [signal: NodeJS.Signals, waitMs: number][] = [
  ['SIGINT', 20_000],
  ['SIGQUIT', 10_000],
  ['SIGKILL', 10_000],
]

/** Stops the server, in order when it can, and waits until it is down. @param ways instead of ours, for tests */
export async function stopServer(server: Server, ways = waysToEnd): Promise<void> {
  for (const [signal, waitMs] of ways) await endBy(signal, server, waitMs)
  if (isUp(server)) {
    throw new EmbeddedDatabaseError(
      `PostgreSQL on 127.0.0.1:${server.port} does not stop: end process ${server.pid} yourself.`,
    )
  }
}

async function endBy(signal: NodeJS.Signals, server: Server, waitMs: number): Promise<void> {
  if (!isUp(server)) return
  try {
    process.kill(server.pid, signal)
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error
  }
  const deadline = Date.now() + waitMs
  while (isUp(server) && Date.now() < deadline) await wait(stepMs)
}
