import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import type * as z from 'zod'
import { keptWork } from '../kept-work.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Text of a file of the project, by its path from the root, such as `content/help-numbers.yaml`. */
export function projectFile(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** Paths (from the root) of the files with an ending in a folder of the project, in order. */
export function projectFiles(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder))
    .filter(name => name.endsWith(ending))
    .sort()
    .map(name => `${folder}/${name}`)
}

/** A YAML file of the project, checked. @throws an error that names the file and the place in it */
export function readYaml<S extends z.ZodType>(path: string, schema: S): z.output<S> {
  const result = schema.safeParse(parsed(projectFile(path)))
  if (result.success) return result.data
  const faults = result.error.issues.slice(0, 5).map(issue => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`${path} cannot be used. ${faults.join('. ')}`)
}

/** Reading the YAML of content/ takes a fifth of a second, so what it says is kept from one start to the next. */
function parsed(yaml: string): unknown {
  const kept = keptWork('yaml', [yaml])
  const known = kept.result()
  if (known !== undefined) return known
  const value: unknown = parse(yaml)
  kept.keep(value)
  return value
}

/** A hash that changes when any of the files does. */
export function hashOfFiles(paths: string[]): string {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(path).update('\0').update(projectFile(path)).update('\0')
  return hash.digest('hex')
}
