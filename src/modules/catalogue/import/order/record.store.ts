import * as z from 'zod'
import { exec, many, maybe, one, sql, type Reader, type Tx } from '#platform/db/sql.ts'
import type { Fault } from '../fault/fault.ts'
import { isGood, type ImportedRecord } from '../record/record.ts'

/** Writes some of the records of a reading. */
export async function insertRecords(
  tx: Tx,
  readingId: string,
  records: readonly ImportedRecord[],
): Promise<void> {
  const rows = records.map(record => ({
    number: record.number,
    own_id: record.ownId,
    name: record.document?.name?.nb ?? record.document?.name?.nn ?? record.document?.name?.en ?? null,
    document: record.document,
    faults: record.faults,
    is_good: isGood(record),
  }))
  await exec(
    tx,
    sql`insert into catalogue.import_record (reading_id, number, own_id, name, document, faults, is_good)
        select ${readingId}, number, own_id, name, document, faults, is_good
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as given (number integer, own_id text, name text, document jsonb, faults jsonb, is_good boolean)`,
  )
}

export async function insertFinding(
  tx: Tx,
  readingId: string,
  finding: { records: number; good: number; fileFaults: readonly Fault[] },
): Promise<void> {
  await exec(
    tx,
    sql`insert into catalogue.import_finding (reading_id, records, good, file_faults)
        values (${readingId}, ${finding.records}, ${finding.good}, ${JSON.stringify(finding.fileFaults)})`,
  )
}

/** What was said of the file as a whole. */
export async function listFileFaults(tx: Reader, readingId: string): Promise<Fault[]> {
  const row = await maybe(
    tx,
    z.object({ file_faults: StoredFaults }),
    sql`select file_faults from catalogue.import_finding where reading_id = ${readingId}`,
  )
  return row?.file_faults ?? []
}

/** We wrote them ourselves, by makeFault. */
const StoredFaults = z.custom<Fault[]>(value => Array.isArray(value))

const FoundRecord = z.object({
  number: z.number(),
  own_id: z.string().nullable(),
  name: z.string().nullable(),
  is_good: z.boolean(),
  faults: StoredFaults,
  outcome: z.enum(['made', 'changed', 'same', 'refused']).nullable(),
  draft_id: z.string().nullable(),
})
export type FoundRecord = z.output<typeof FoundRecord>

/** Records with something to tell, those with errors first, or all. */
export function listRecords(
  tx: Reader,
  readingId: string,
  { only, offset, limit }: { only: 'errors' | 'warnings' | 'good' | null; offset: number; limit: number },
): Promise<FoundRecord[]> {
  return many(
    tx,
    FoundRecord,
    sql`select record.number, record.own_id, record.name, record.is_good, record.faults, outcome.outcome, outcome.draft_id
        from catalogue.import_record record
        left join catalogue.import_outcome outcome on outcome.reading_id = record.reading_id and outcome.number = record.number
        where record.reading_id = ${readingId} and case ${only}::text
          when 'errors' then not record.is_good
          when 'warnings' then record.is_good and record.faults <> '[]'
          when 'good' then record.is_good else true end
        order by record.number offset ${offset} limit ${limit}`,
  )
}

const Progress = z.object({
  wanted: z.number(),
  made: z.number(),
  changed: z.number(),
  same: z.number(),
  refused: z.number(),
})
/** How far an import has come: of the records that are wanted, what became of those that were taken. */
export type Progress = z.output<typeof Progress>

export function findProgress(tx: Reader, readingId: string): Promise<Progress> {
  return one(
    tx,
    Progress,
    sql`select finding.good as wanted,
          count(*) filter (where outcome.outcome = 'made')::integer as made,
          count(*) filter (where outcome.outcome = 'changed')::integer as changed,
          count(*) filter (where outcome.outcome = 'same')::integer as same,
          count(*) filter (where outcome.outcome = 'refused')::integer as refused
        from catalogue.import_finding finding
        left join catalogue.import_outcome outcome on outcome.reading_id = finding.reading_id
        where finding.reading_id = ${readingId} group by finding.good`,
  )
}
