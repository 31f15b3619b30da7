import { makeFault } from './fault/fault.ts'
import { readCsv, type RowRead } from './file/csv.ts'
import { readJson, readNdjson } from './file/json.ts'
import { kindOf, type GivenFile } from './file/kind.ts'
import { readXlsx } from './file/xlsx.ts'
import { readHsdsItems } from './hsds/read-hsds.ts'
import { readPackage } from './hsds/read-package.ts'
import type { ImportRead } from './record/record.ts'
import { noMapping, type Mapping } from './table/mapping.ts'
import { readTable } from './table/read-table.ts'
import type { ImportWorld } from './words/import-words.ts'

/** More records are not read: an import of so many is better done in parts. */
export const MOST_RECORDS = 20_000

export type ImportChoices = { mapping?: Mapping; sheet?: string }

/**
 * The records of a file, one at a time: a table (CSV, XLSX), services of HSDS (JSON, ndjson), or a tabular data package. What is
 * wrong with one record stops no other; what is wrong with the file is told where it stops it. Never throws for what stands in a file.
 */
export async function* readImport(
  file: GivenFile,
  world: ImportWorld,
  { mapping = noMapping, sheet }: ImportChoices = {},
): AsyncGenerator<ImportRead> {
  const ids = new Set<string>()
  let count = 0
  let isTold = false
  for await (const read of readsOf(file, world, mapping, sheet)) {
    if ('fileFault' in read) {
      isTold = true
      yield read
      continue
    }
    count += 1
    if (count > MOST_RECORDS) {
      yield { fileFault: makeFault('tooManyRecords', {}, { max: MOST_RECORDS }) }
      return
    }
    const { ownId, faults, at } = read.record
    if (ownId !== null && ids.has(ownId)) faults.push(makeFault('sameIdTwice', at, { value: ownId }))
    if (ownId !== null) ids.add(ownId)
    yield read
  }
  if (count === 0 && !isTold) yield { fileFault: makeFault('noRecords', {}) }
}

async function* readsOf(
  file: GivenFile,
  world: ImportWorld,
  mapping: Mapping,
  sheet: string | undefined,
): AsyncGenerator<ImportRead> {
  const kind = kindOf(file)
  if ('fault' in kind) return yield { fileFault: kind.fault }
  if (kind.kind === 'json') return yield* readHsdsItems(readJson(kind.value), world)
  if (kind.kind === 'ndjson') return yield* readHsdsItems(readNdjson(kind.text), world)
  if (kind.kind === 'package') return yield* readPackage(file.bytes, world)
  const rows = await tableRows(file, sheet)
  if ('fault' in rows) return yield { fileFault: rows.fault }
  yield* readTable(rows.rows, mapping, world)
}

/** The rows of a table, or null when the file is none. */
export async function tableRows(
  file: GivenFile,
  sheet?: string,
): Promise<{ rows: AsyncIterable<RowRead> | Iterable<RowRead> } | { fault: ReturnType<typeof makeFault> }> {
  const kind = kindOf(file)
  if ('fault' in kind) return kind
  if (kind.kind === 'csv') return { rows: readCsv(kind.text) }
  const read = await readXlsx(file.bytes, sheet)
  return 'fault' in read ? read : { rows: read.rows.map(row => ({ row })) }
}
