import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, statSync } from 'node:fs'

import { codeOf } from './error.ts'

/**
 * Is there a process with this number that still runs? A zombie does not: in a container whose first process reaps
 * nobody, a dead orphan keeps its number for ever.
 */
export function isRunning(pid: number): boolean {
  if (!isTaken(pid)) return false
  const stat = readStat(pid)
  return stat === undefined || (stat.state !== 'Z' && stat.state !== 'X')
}

/** Does any process, be it a zombie, have this number? */
export function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives, and belongs to another account
    return codeOf(error) === 'EPERM'
  }
}

/**
 * When a process started, as clock ticks since the machine booted. Two processes that had the same number one after
 * the other differ in it. Empty where there is no /proc.
 */
export function startOf(pid: number): string {
  return readStat(pid)?.started ?? ''
}

/**
 * Names the space in which process numbers mean the same: this boot of this machine, this container. Empty where
 * there is no /proc.
 */
export function processSpace(): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return ''
  }
}

/** Is this process a PostgreSQL server that works in this data folder (an absolute path without symbolic links)? */
export function isPostgresIn(pid: number, dataFolder: string): boolean {
  if (!(pid > 0) || !isRunning(pid)) return false
  const stat = readStat(pid)
  if (stat === undefined) return commandLine(pid).includes(`postgres -D ${dataFolder} `)
  if (stat.name !== 'postgres') return false
  try {
    // the server's working folder is its data folder, whatever that is called by now
    const [works, data] = [statSync(`/proc/${pid}/cwd`), statSync(dataFolder)]
    return works.dev === data.dev && works.ino === data.ino
  } catch {
    // another account's process: it cannot be looked into, and so is not one that we started
    return false
  }
}

function readStat(pid: number): { name: string; state: string; started: string } | undefined {
  let stat
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
  } catch {
    return undefined
  }
  // "12 (a name) with ) in it) S 1 …": the name ends at the last parenthesis, field 3 follows
  const end = stat.lastIndexOf(')')
  const fields = stat.slice(end + 2).split(' ')
  return { name: stat.slice(stat.indexOf('(') + 1, end), state: fields[0] ?? '', started: fields[19] ?? '' }
}

function commandLine(pid: number): string {
  try {
    return execFileSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], {
      encoding: 'utf8',
      timeout: 5000,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return ''
  }
}
