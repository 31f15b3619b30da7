import type { RowRead, TableRow } from '../file/csv.ts'
import { makeFault } from '../fault/fault.ts'
import { finishRecord, startReading, type ImportedRecord, type ImportRead } from '../record/record.ts'
import type { ImportWorld } from '../words/import-words.ts'
import type { WordChoices } from './column.ts'
import { columnOf, ID_COLUMN } from './columns.ts'
import { choicesOf, mapHeadings, type Mapping } from './mapping.ts'
import { completePlaces } from './place-columns.ts'

/** The records of a table whose first row has the headings. */
export async function* readTable(
  rows: AsyncIterable<RowRead> | Iterable<RowRead>,
  mapping: Mapping,
  world: ImportWorld,
): AsyncGenerator<ImportRead> {
  let plan: Plan | null = null
  let number = 0
  for await (const read of rows) {
    if ('fault' in read) {
      // A broken heading leaves the table without one.
      number += 1
      yield { record: { number, at: read.fault.at, ownId: null, document: null, faults: [read.fault] } }
      continue
    }
    if (plan === null) {
      plan = planOf(read.row, mapping)
      if (plan.some(part => part.key.startsWith('navn'))) continue
      yield { fileFault: makeFault('noNameColumn', {}) }
      return
    }
    number += 1
    yield { record: readRow(read.row, plan, number, world) }
  }
}

type Plan = { index: number; heading: string; key: string; choices: WordChoices }[]

function planOf({ cells }: TableRow, mapping: Mapping): Plan {
  return mapHeadings(cells, mapping).flatMap((key, index) =>
    key === null ? [] : [{ index, heading: cells[index]!, key, choices: choicesOf(mapping, key) }],
  )
}

function readRow({ row, cells }: TableRow, plan: Plan, number: number, world: ImportWorld): ImportedRecord {
  const reading = startReading(world)
  let ownId: string | null = null
  for (const { index, heading, key, choices } of plan) {
    const text = cells[index] ?? ''
    if (text === '') continue
    if (key === ID_COLUMN) ownId = text
    else columnOf(key)?.read({ text, at: { row, column: heading }, choices }, reading)
  }
  completePlaces(reading, { row })
  return finishRecord(reading, { number, at: { row }, ownId })
}
