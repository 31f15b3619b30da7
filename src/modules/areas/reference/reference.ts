import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Tx } from '#platform/db/sql.ts'
import { dataFolder, fileNames, readFiles } from './files.ts'
import { analyzeReference, writeReference } from './reference.store.ts'
import { country, formerCounties, regions } from './regions.ts'
import { referenceRows } from './rows.ts'

// Raised when this code makes other rows of the same files.
const CODE_VERSION = 1

/**
 * Fills the tables of areas from the reference data, or brings them up to date. May be run again at any time;
 * needs the owner's transaction.
 * @throws when a file holds what does not fit, or when something refers to an area that is gone from the data
 */
export async function loadAreas(tx: Tx): Promise<void> {
  await writeReference(tx, referenceRows(await readFiles()))
  await analyzeReference(tx)
}

/**
 * Changes whenever loadAreas would write other rows: SHA-256 over the files it reads, the regions and the
 * version of its code, in hexadecimal.
 */
export async function areasHash(): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify({ CODE_VERSION, country, regions, formerCounties }))
  const contents = await Promise.all(fileNames.map(name => readFile(dataFolder + name)))
  for (const [index, content] of contents.entries())
    hash.update(`\n${fileNames[index]} ${content.length}\n`).update(content)
  return hash.digest('hex')
}
