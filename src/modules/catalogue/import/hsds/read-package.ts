import { makeFault, type Fault } from '../fault/fault.ts'
import { readCsv } from '../file/csv.ts'
import { decodeText } from '../file/text.ts'
import { readZip } from '../file/zip.ts'
import type { ImportRead } from '../record/record.ts'
import type { ImportWorld } from '../words/import-words.ts'
import { joinTables, tableName, type PackageTable } from './join-tables.ts'
import { lostRecord, readHsdsService } from './read-hsds.ts'

const UNPACKED_MB = 60
const MB = 1024 * 1024

/** The services of a tabular data package: a zip archive of CSV files, with or without datapackage.json. */
export async function* readPackage(bytes: Uint8Array, world: ImportWorld): AsyncGenerator<ImportRead> {
  const files = readZip(bytes, UNPACKED_MB * MB, name => name.endsWith('.csv') && tableName(name) !== null)
  if (files === 'broken') return yield { fileFault: makeFault('brokenZip', {}) }
  if (files === 'too-large') return yield { fileFault: makeFault('zipTooLarge', {}, { mb: UNPACKED_MB }) }
  const tables: PackageTable[] = []
  const broken: Fault[] = []
  for (const { name, bytes: content } of files)
    tables.push(await readTable(name, decodeText(content), broken))
  if (!tables.some(table => table.name === 'service'))
    return yield { fileFault: makeFault('noServiceTable', {}) }
  const { services, faults } = joinTables(tables)
  let number = 0
  for (const { service, at, faults: own, origins } of services) {
    const record = readHsdsService(service, at, (number += 1), world, origins)
    record.faults.push(...own)
    yield { record }
  }
  for (const fault of [...broken, ...faults]) yield { record: lostRecord((number += 1), fault) }
}

async function readTable(file: string, text: string, broken: Fault[]): Promise<PackageTable> {
  let headings: string[] | null = null
  const rows: PackageTable['rows'] = []
  for await (const read of readCsv(text)) {
    if ('fault' in read) broken.push({ ...read.fault, at: { file, ...read.fault.at } })
    else if (headings === null) headings = read.row.cells
    else {
      const { cells, row } = read.row
      rows.push({
        at: { file, row },
        values: Object.fromEntries(headings.map((name, i) => [name, cells[i] ?? ''])),
      })
    }
  }
  return { name: tableName(file)!, rows }
}
