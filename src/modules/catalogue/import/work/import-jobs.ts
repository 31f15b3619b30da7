import { setImmediate as breathe } from 'node:timers/promises'
import * as z from 'zod'
import type { Database } from '#platform/db/database.ts'
import type { Tx } from '#platform/db/sql.ts'
import { job, queue, type Job } from '#platform/jobs/job.ts'
import type { Geography } from '#modules/areas/index.ts'
import { derivedId } from '../../export/hsds.ts'
import type { Fault } from '../fault/fault.ts'
import { findFile, findOrder, listKnownOrganizations } from '../order/order.store.ts'
import { insertFinding, insertRecords } from '../order/record.store.ts'
import { readImport } from '../read-import.ts'
import { isGood, type ImportedRecord } from '../record/record.ts'
import { noMapping } from '../table/mapping.ts'
import { importWorldOf } from '../words/import-words.ts'
import {
  findReading,
  findStart,
  forgetImports,
  ifAllowed,
  insertEnd,
  insertOutcomes,
  listWaiting,
  lockOrder,
  takeRecords,
  type Outcome,
  type TakenRecord,
  type WaitingRecord,
} from './work.store.ts'

/** Reads a file and keeps what was found, for a person to look at. */
export const readImportJob = { name: 'catalogue.read-import', payload: z.object({ reading: z.guid() }) }

/** Makes drafts of the records of an import, some at a time: each run takes some and queues the next. */
export const takeImportJob = { name: 'catalogue.take-import', payload: z.object({ order: z.guid() }) }

type Parts = {
  /**
   * A transaction of the login that serves, as the person who ordered the work: so the policies of drafts decide, as if she had
   * written them herself. The worker login has no right to any draft or file.
   */
  actingAs: Database['transaction']
  geography: Geography
}

/** @param batch records in one transaction */
export function importJobs(parts: Parts, batch = 100): Job[] {
  return [
    job({
      ...readImportJob,
      async run({ tx, payload }) {
        const reading = await findReading(tx, payload.reading)
        if (!reading) return
        const read = await parts.actingAs(reading.asked_by, own => readOrder(own, reading, parts.geography))
        if (!read) await insertEnd(tx, reading.order_id, 'refused')
      },
    }),
    job({
      ...takeImportJob,
      async run({ tx, payload }) {
        const start = await findStart(tx, payload.order)
        if (!start) return
        const taken = await parts.actingAs(start.started_by, own => takeSome(own, start, batch))
        if (taken === 'some') await queue(tx, takeImportJob, { order: payload.order })
        else await insertEnd(tx, payload.order, taken === 'all' ? 'done' : 'refused')
      },
    }),
    job({
      name: 'catalogue.forget-imports',
      payload: z.object({ day: z.iso.date() }),
      dailyAt: '03:40',
      run: ({ tx, payload }) => forgetImports(tx, payload.day),
    }),
  ]
}

/** Records that are written together while a file is read. */
const WRITTEN_AT_ONCE = 200

/** False: she may not see the order any more, or its file is gone. */
async function readOrder(
  tx: Tx,
  reading: { id: string; order_id: string },
  geography: Geography,
): Promise<boolean> {
  const order = await findOrder(tx, reading.order_id)
  if (!order) return false
  // Read already, or asked for anew since: the newest reading is the one that counts.
  if (order.reading_id !== reading.id || order.records !== null) return true
  const bytes = await findFile(tx, order.id)
  if (!bytes) return false
  const organizations = await listKnownOrganizations(tx)
  const owner = { key: order.owner_key, areaCode: order.owner_area }
  const world = importWorldOf(geography, organizations, owner)
  const file = { name: order.file_name, bytes }
  const fileFaults: Fault[] = []
  let waiting: ImportedRecord[] = []
  let [records, good] = [0, 0]
  for await (const read of readImport(file, world, { mapping: order.mapping ?? noMapping })) {
    if ('fileFault' in read) {
      fileFaults.push(read.fileFault)
      continue
    }
    records += 1
    if (isGood(read.record)) good += 1
    waiting.push(read.record)
    if (waiting.length < WRITTEN_AT_ONCE) continue
    await insertRecords(tx, reading.id, waiting)
    waiting = []
    // The server answers others meanwhile.
    await breathe()
  }
  await insertRecords(tx, reading.id, waiting)
  await insertFinding(tx, reading.id, { records, good, fileFaults })
  return true
}

/** Takes the next records. `gone`: she may not see the order any more. */
async function takeSome(
  tx: Tx,
  start: { order_id: string; reading_id: string; started_by: string | null },
  batch: number,
): Promise<'some' | 'all' | 'gone'> {
  await lockOrder(tx, start.order_id)
  const order = await findOrder(tx, start.order_id)
  if (!order || start.started_by === null) return 'gone'
  const waiting = await listWaiting(tx, start.reading_id, batch)
  if (waiting.length === 0) return 'all'
  const units = (await listKnownOrganizations(tx)).find(({ id }) => id === order.owner_id)?.units ?? []
  const records = waiting.map(record => takenRecord(record, start.reading_id, units, order.unit_id))
  const taking = { orderId: order.id, ownerId: order.owner_id, personId: start.started_by }
  const outcomes: { number: number; outcome: Outcome; draftId: string | null }[] = []
  const together = await ifAllowed(tx, () => takeRecords(tx, taking, records))
  if (together) outcomes.push(...together)
  // One of them is not allowed: each by itself, so that it stops no other.
  else
    for (const record of records) {
      const [taken] = (await ifAllowed(tx, () => takeRecords(tx, taking, [record]))) ?? []
      outcomes.push(taken ?? { number: record.number, outcome: 'refused', draftId: null })
    }
  await insertOutcomes(tx, start.reading_id, outcomes)
  return waiting.length < batch ? 'all' : 'some'
}

/** A draft holds neither its key and owner nor when it was confirmed: it has them beside, or gets them when it is published. */
function takenRecord(
  { number, own_id, document }: WaitingRecord,
  readingId: string,
  units: readonly { id: string; key: string }[],
  unitOfOrder: string | null,
): TakenRecord {
  const { key: _key, confirmed: _confirmed, organizations, ...fields } = document
  const parts = z
    .array(z.object({ organization: z.string(), unit: z.string().optional(), role: z.string() }))
    .parse(organizations ?? [])
  const others = parts.filter(part => part.role !== 'owner')
  const unitKey = parts.find(part => part.role === 'owner')?.unit
  return {
    number,
    ownId: own_id,
    unitId: units.find(({ key }) => key === unitKey)?.id ?? unitOfOrder,
    fields: { ...fields, ...(others.length > 0 && { organizations: others }) },
    submission: derivedId('import', readingId, String(number)),
  }
}
