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
}

/** How long a server may take to answer, or to stop. */
export const limitMs = 60_000

/** How often we look whether something has happened. */
export const stepMs = 10

/** Does it run? Its number may be another process by now. */
export function isUp(server: Server): boolean {
  return isRunning(server.pid) && startOf(server.pid) === server.started
}

/** Stops the server (fast: sessions are ended, everything is written) and waits until it is down. */
export async function stopServer(server: Server): Promise<void> {
  // after the second PostgreSQL mends itself at the next start; the third is for a server that no longer listens
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) await endBy(signal, server)
  if (isUp(server)) {
    throw new EmbeddedDatabaseError(
      `PostgreSQL on 127.0.0.1:${server.port} does not stop: end process ${server.pid} yourself.`,
    )
  }
}

async function endBy(signal: NodeJS.Signals, server: Server): Promise<void> {
  if (!isUp(server)) return
  try {
    process.kill(server.pid, signal)
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error
  }
  const deadline = Date.now() + limitMs
  while (isUp(server) && Date.now() < deadline) await wait(stepMs)
}
