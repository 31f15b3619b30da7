import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import * as z from 'zod'

import { codeOf, EmbeddedDatabaseError } from './error.ts'
import { folderTrouble, giveToOwner, type Places } from './folder.ts'
import { isRunning, processSpace, startOf } from './processes.ts'

/** Who uses the folder; what stands in in-use.json. */
const ClaimShape = z.object({
  pid: z.int().positive(),
  started: z.string(),
  space: z.string(),
  token: z.string().regex(/^[\w-]+$/),
})

type Claim = z.infer<typeof ClaimShape>

const pulseMs = 5_000
const silenceMs = 15_000

/**
 * Takes the folder for this process, or throws when another living process has it.
 * @param say takes a line when that needs a look that lasts
 * @returns lets go of the folder again
 */
export async function claimFolder(places: Places, say?: (line: string) => void): Promise<() => void> {
  const mine: Claim = {
    pid: process.pid,
    started: startOf(process.pid),
    space: processSpace(),
    token: randomUUID(),
  }
  const draft = `${places.claim}.${mine.token}`
  try {
    writeFileSync(draft, `${JSON.stringify(mine)}\n`, { mode: 0o644, flag: 'wx' })
    giveToOwner(draft, places.folder)
    const other = await take(places.claim, draft, say)
    if (other !== undefined) throw inUse(places, other)
  } catch (error) {
    throw folderTrouble(error, places.folder)
  } finally {
    rmSync(draft, { force: true })
  }
  const pulse = setInterval(() => beat(places.claim), pulseMs).unref()
  return () => {
    clearInterval(pulse)
    if (read(places.claim)?.token === mine.token) rmSync(places.claim, { force: true })
  }
}

/**
 * Takes a claim file, race-safe: it is made by a hard link of a written draft, so it is never seen half written and
 * only one can make it. A dead claim may be replaced only by the one who holds a claim on replacing just that one.
 * @returns the living holder, when there is one
 */
async function take(file: string, draft: string, say?: (line: string) => void): Promise<Claim | undefined> {
  for (;;) {
    if (linked(draft, file)) return undefined
    const other = read(file)
    if (other === undefined) continue
    if (await isAlive(other, file, draft, say)) return other
    const right = `${file}.after.${other.token}`
    const rival = await take(right, draft, say)
    if (rival !== undefined) return rival
    try {
      if (read(file)?.token !== other.token) continue
      const copy = `${draft}.copy`
      linkSync(draft, copy)
      renameSync(copy, file)
      return undefined
    } finally {
      rmSync(right, { force: true })
    }
  }
}

function linked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    return false
  }
}

function read(file: string): Claim | undefined {
  let text
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    return undefined
  }
  try {
    return ClaimShape.parse(JSON.parse(text))
  } catch {
    // a power cut can leave an empty file: nobody's, and dead
    return { pid: 0, started: '', space: processSpace(), token: 'unreadable' }
  }
}

/**
 * In our own space of process numbers the number and start time tell. From elsewhere (another container on the same
 * volume, or before a reboot) only the pulse tells: the holder touches the file, and we look whether that goes on.
 */
async function isAlive(
  claim: Claim,
  file: string,
  draft: string,
  say?: (line: string) => void,
): Promise<boolean> {
  if (claim.space === processSpace()) {
    return claim.pid > 0 && isRunning(claim.pid) && startOf(claim.pid) === claim.started
  }
  const last = touchedAt(file)
  // the draft was written just now on the same disk, so the two clocks are one
  if (touchedAt(draft) - last > 2 * silenceMs) return false
  say?.(`Looking whether another container still uses the data (at most ${silenceMs / 1000} seconds) …`)
  for (let waited = 0; waited < silenceMs; waited += 250) {
    await wait(250)
    if (touchedAt(file) !== last) return true
  }
  return false
}

function touchedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function beat(file: string): void {
  try {
    const now = new Date()
    utimesSync(file, now, now)
  } catch {
    // the folder was taken away while we run: the database will say so itself
  }
}

function inUse(places: Places, other: Claim): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    `The data in ${places.folder} is in use by process ${other.pid}: stop that one first, or set NETTUNGEN_DATA to another folder.`,
  )
}
