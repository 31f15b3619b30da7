import * as z from 'zod'
import { exec, many, maybe, sql, type Reader, type Tx } from '#platform/db/sql.ts'
import { ServiceDocument } from '../../document/document.schema.ts'
import { lockDraft } from '../../draft/draft.store.ts'

const Reading = z.object({ id: z.string(), order_id: z.string(), asked_by: z.string().nullable() })

/** For the worker: who wants what to be read. Null when it is no longer there, or has ended. */
export function findReading(tx: Reader, id: string): Promise<z.output<typeof Reading> | null> {
  return maybe(
    tx,
    Reading,
    sql`select id, order_id, asked_by from catalogue.import_reading reading
        where id = ${id} and not exists (select from catalogue.import_end ending where ending.order_id = reading.order_id)`,
  )
}

const Start = z.object({ order_id: z.string(), reading_id: z.string(), started_by: z.string().nullable() })

/** For the worker: who wants what to be taken. Null when it is no longer there, or has ended. */
export function findStart(tx: Reader, orderId: string): Promise<z.output<typeof Start> | null> {
  return maybe(
    tx,
    Start,
    sql`select order_id, reading_id, started_by from catalogue.import_start start
        where order_id = ${orderId} and not exists (select from catalogue.import_end ending where ending.order_id = start.order_id)`,
  )
}

/** For the worker: the import is over. */
export async function insertEnd(tx: Tx, orderId: string, outcome: 'done' | 'refused'): Promise<void> {
  await exec(
    tx,
    sql`insert into catalogue.import_end (order_id, outcome) select ${orderId}, ${outcome}
        where not exists (select from catalogue.import_end where order_id = ${orderId})`,
  )
}

/** For the worker: what is too old is forgotten. */
export async function forgetImports(tx: Tx, day: string): Promise<void> {
  await exec(tx, sql`select catalogue.forget_imports(${day}::date)`)
}

/** One at a time takes the records of an order: two servers never take the same. Held until the transaction ends. */
export async function lockOrder(tx: Tx, orderId: string): Promise<void> {
  await exec(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`take import ${orderId}`}, 0))`)
}

const Waiting = z.object({
  number: z.number(),
  own_id: z.string().nullable(),
  document: z.record(z.string(), z.unknown()),
})
export type WaitingRecord = z.output<typeof Waiting>

/** Good records that nothing has become of yet, unless the import has ended. */
export function listWaiting(tx: Reader, readingId: string, limit: number): Promise<WaitingRecord[]> {
  return many(
    tx,
    Waiting,
    sql`select record.number, record.own_id, record.document
        from catalogue.import_record record
        join catalogue.import_reading reading on reading.id = record.reading_id
        where record.reading_id = ${readingId} and record.is_good
          and not exists (select from catalogue.import_outcome outcome
            where outcome.reading_id = record.reading_id and outcome.number = record.number)
          and not exists (select from catalogue.import_end ending where ending.order_id = reading.order_id)
        order by record.number limit ${limit}`,
  )
}

export type Outcome = 'made' | 'changed' | 'same' | 'refused'

/** What became of some records. */
export async function insertOutcomes(
  tx: Tx,
  readingId: string,
  outcomes: readonly { number: number; outcome: Outcome; draftId: string | null }[],
): Promise<void> {
  await exec(
    tx,
    sql`insert into catalogue.import_outcome (reading_id, number, outcome, draft_id)
        select ${readingId}, * from unnest(${outcomes.map(one => one.number)}::integer[],
          ${outcomes.map(one => one.outcome)}::text[], ${outcomes.map(one => one.draftId)}::uuid[])`,
  )
}

/** A record as it becomes a draft, or a step of one. */
export type TakenRecord = {
  number: number
  ownId: string | null
  unitId: string | null
  /** Of a draft's document. */
  fields: Record<string, unknown>
  /** The same for the same record. */
  submission: string
}

/** Whose drafts, in which import, and who acts. */
export type Taking = { orderId: string; ownerId: string; personId: string }

export type Taken = { number: number; outcome: Exclude<Outcome, 'refused'>; draftId: string }

/**
 * Makes drafts of records, or steps of the drafts they made before. What a record says nothing of stays as it is. All at once: one that
 * is not allowed stops them all.
 * @throws when who acts may not write one of them
 */
export async function takeRecords(tx: Tx, taking: Taking, records: readonly TakenRecord[]): Promise<Taken[]> {
  const known = await findKnown(tx, taking.ownerId, records)
  await lockDrafts(tx, [...known.values()])
  const made = await insertDrafts(
    tx,
    taking,
    records.filter(record => !known.has(record.number)),
  )
  const drafts = new Map([...known, ...made])
  await insertOrigins(tx, taking, records, drafts)
  const changed = await insertSteps(tx, taking, records, drafts)
  return records.map(({ number }) => ({
    number,
    outcome: made.has(number) ? 'made' : changed.has(drafts.get(number)!) ? 'changed' : 'same',
    draftId: drafts.get(number)!,
  }))
}

/** The drafts of this owner that bear the names: given by an import before, or as the keys of the services themselves. By number. */
async function findKnown(
  tx: Tx,
  ownerId: string,
  records: readonly TakenRecord[],
): Promise<Map<number, string>> {
  const names = records.flatMap(record => record.ownId ?? [])
  const rows = await many(
    tx,
    z.object({ own_id: z.string(), id: z.string() }),
    // By index, whatever the planner thinks of how few drafts there were when it planned this.
    sql`select draft.key as own_id, draft.id from catalogue.draft
        where draft.key = any (${names}::text[]) and draft.owner_id = ${ownerId}
        union all
        select origin.own_id, draft.id from catalogue.import_origin origin
        join catalogue.draft on draft.id = origin.draft_id and draft.owner_id = origin.owner_id
        where origin.owner_id = ${ownerId} and origin.own_id = any (${names}::text[])`,
  )
  // What an import has named goes before keys.
  const ids = new Map(rows.map(row => [row.own_id, row.id]))
  return new Map(
    records.flatMap(({ number, ownId }) => {
      const id = ownId === null ? undefined : ids.get(ownId)
      return id === undefined ? [] : [[number, id] as const]
    }),
  )
}

/** As lockDraft does, in one order, so that two who take several do not wait for each other. */
async function lockDrafts(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const id of ids.toSorted()) await lockDraft(tx, id)
}

async function insertDrafts(
  tx: Tx,
  { ownerId, personId }: Taking,
  records: readonly TakenRecord[],
): Promise<Map<number, string>> {
  if (records.length === 0) return new Map()
  const rows = await many(
    tx,
    z.object({ id: z.string(), submission: z.string() }),
    sql`insert into catalogue.draft (owner_id, unit_id, submission, created_by)
        select ${ownerId}, given.unit_id, given.submission, ${personId}
        from unnest(${records.map(one => one.unitId)}::uuid[], ${records.map(one => one.submission)}::uuid[])
          as given (unit_id, submission)
        returning id, submission`,
  )
  const ids = new Map(rows.map(row => [row.submission, row.id]))
  return new Map(records.map(({ number, submission }) => [number, ids.get(submission)!]))
}

async function insertOrigins(
  tx: Tx,
  { ownerId, orderId }: Taking,
  records: readonly TakenRecord[],
  drafts: ReadonlyMap<number, string>,
): Promise<void> {
  const named = records.filter(record => record.ownId !== null)
  await exec(
    tx,
    sql`insert into catalogue.import_origin (owner_id, own_id, draft_id, order_id)
        select ${ownerId}, given.own_id, given.draft_id, ${orderId}
        from unnest(${named.map(one => one.ownId)}::text[], ${named.map(one => drafts.get(one.number)!)}::uuid[])
          as given (own_id, draft_id)
        where not exists (select from catalogue.import_origin origin
          where origin.owner_id = ${ownerId} and origin.own_id = given.own_id)`,
  )
}

/** What a field is when a draft does not have it. */
const defaults = Object.fromEntries(
  Object.entries(ServiceDocument.shape).flatMap(([name, schema]) => {
    const parsed = schema.safeParse(undefined)
    return parsed.success && parsed.data !== undefined ? [[name, parsed.data]] : []
  }),
)

/** A step for each draft in which something changes. @returns the ids of those */
async function insertSteps(
  tx: Tx,
  { personId }: Taking,
  records: readonly TakenRecord[],
  drafts: ReadonlyMap<number, string>,
): Promise<ReadonlySet<string>> {
  const given = records.map(({ number, submission, fields }) => ({
    id: drafts.get(number)!,
    submission,
    fields,
  }))
  const rows = await many(
    tx,
    z.object({ id: z.string() }),
    sql`insert into catalogue.draft_step (draft_id, revision, step, submission, after, person_id)
        select draft.id, draft.revision + 1, 'import', given.submission, changed.fields, ${personId}
        from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given (id uuid, submission uuid, fields jsonb)
        join catalogue.draft on draft.id = given.id
        cross join lateral (select jsonb_object_agg(key, value) as fields from jsonb_each(given.fields)
          where value is distinct from coalesce(draft.document->key, ${JSON.stringify(defaults)}::jsonb->key)) changed
        where changed.fields is not null
        returning draft_id as id`,
  )
  return new Set(rows.map(row => row.id))
}

/** Does this, and when it is not allowed, undoes just that. @returns null when it is not allowed */
export async function ifAllowed<T>(tx: Tx, work: () => Promise<T>): Promise<T | null> {
  await tx.query({ text: 'savepoint taking' })
  try {
    const done = await work()
    await tx.query({ text: 'release savepoint taking' })
    return done
  } catch (error) {
    if (!isRefusal(error)) throw error
    await tx.query({ text: 'rollback to savepoint taking' })
    return null
  }
}

/** Row-level security says no, or a rule of the table, or two records are of one draft: not these together, and perhaps one by one. */
function isRefusal(error: unknown): boolean {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  return code === '42501' || code === '40001' || (typeof code === 'string' && code.startsWith('23'))
}
