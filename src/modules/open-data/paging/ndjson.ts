import type { Snapshot } from '#platform/db/snapshot.ts'
import { stream, type Result } from '#platform/http/result.ts'

/** All items, a line of JSON each, written while they are read. */
export function ndjson(items: (snapshot: Snapshot) => AsyncGenerator<string[]>): Result {
  return stream('application/x-ndjson; charset=utf-8', snapshot => joined(items(snapshot)))
}

async function* joined(batches: AsyncGenerator<string[]>): AsyncGenerator<string> {
  for await (const lines of batches) yield `${lines.join('\n')}\n`
}

/** All of a list that we hold in memory. */
export function ndjsonOf(all: readonly unknown[]): Result {
  return ndjson(async function* () {
    if (all.length > 0) yield all.map(item => JSON.stringify(item))
  })
}
