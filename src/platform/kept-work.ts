import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type * as z from 'zod'

/** The result of some work, kept from one start to the next. */
export type KeptWork = {
  /** What was kept, for a schema to look at. Undefined when there is nothing. */
  result(): unknown
  /** @param result plain values and buffers */
  keep(result: unknown): void
}

/**
 * For work at start that takes long and depends on nothing but what goes in (and on our code and packages): reading large
 * YAML, bundling styles. The results lie beside the bundle that `src/start.mjs` makes, which goes when code or packages
 * change; run from the sources the house keeps none.
 * @param name of the work
 * @param inputs all that decides about the result
 */
export function keptWork(name: string, inputs: readonly (string | Uint8Array)[]): KeptWork {
  const folder = process.env['NETTUNGEN_KEPT']
  if (!folder) return { result: () => undefined, keep: () => undefined }
  const file = join(folder, `${name}-${hashOf(inputs)}`)
  return {
    result() {
      try {
        return deserialize(readFileSync(file))
      } catch {
        // None yet, or cut short by a power cut: the work is done again.
        return undefined
      }
    },
    keep(result) {
      const draft = `${file}.${randomUUID()}`
      try {
        mkdirSync(folder, { recursive: true })
        writeFileSync(draft, serialize(result))
        renameSync(draft, file)
      } catch {
        // A disk that is full or cannot be written: the next start does the work again.
      }
    },
  }
}

/** Does work, or gives what came of it at an earlier start. @param schema of what comes of it, never `undefined` */
export function doneOnce<S extends z.ZodType>(
  name: string,
  inputs: readonly (string | Uint8Array)[],
  schema: S,
  work: () => z.output<S>,
): z.output<S> {
  const kept = keptWork(name, inputs)
  const known = schema.safeParse(kept.result())
  if (known.success) return known.data
  const result = work()
  kept.keep(result)
  return result
}

function hashOf(inputs: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const input of inputs) hash.update(`${Buffer.byteLength(input)}\n`).update(input)
  return hash.digest('hex').slice(0, 32)
}
