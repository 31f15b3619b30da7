import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { EmbeddedDatabaseError, startEmbedded } from './index.ts'
import { rows, settings } from './scene.ts'

/** What tests let another process do, to kill it or to run it as somebody else. Prints what happens, a line each. */
const [task = '', folder = '', packageFolder] = process.argv.slice(2)

try {
  if (task === 'keep') await keep()
  if (task === 'once') await once()
  if (task === 'fill') await fill()
} catch (error) {
  refused(error)
}

/** Starts, writes a row and lives until it is killed. */
async function keep(): Promise<void> {
  const database = await startEmbedded({ folder, settings, say: print })
  await rows(database.ownerUrl, 'create table if not exists kept (word text)')
  await rows(database.ownerUrl, `insert into kept values ('still here')`)
  print(database.recovered)
  setInterval(() => undefined, 60_000)
}

/** Starts and stops. */
async function once(): Promise<void> {
  const database = await startEmbedded({ folder, settings, packageFolder: packageFolder || undefined })
  print(database.recovered)
  await database.stop()
}

/** On a small disk of its own: starts, writes a row, fills the disk, starts, makes room, starts and reads the row. */
async function fill(): Promise<void> {
  const first = await startEmbedded({ folder, settings })
  await rows(first.ownerUrl, `create table kept as select 'still here' as word`)
  await first.stop()
  const filler = join(folder, 'filler')
  const { bavail, bsize } = statfsSync(folder)
  writeFileSync(filler, Buffer.alloc(bavail * bsize))
  await once().catch(refused)
  rmSync(filler)
  const last = await startEmbedded({ folder, settings })
  print(JSON.stringify(await rows(last.ownerUrl, 'select word from kept')))
  await last.stop()
}

function refused(error: unknown): void {
  if (!(error instanceof EmbeddedDatabaseError)) throw error
  print(`refused: ${error.message}`)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
