import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import * as z from 'zod'
import { many, one, sql, value, exec } from '#platform/db/sql.ts'
import { queue } from '#platform/jobs/job.ts'
import { openJobs } from '#platform/jobs/runner.ts'
import { testClock } from '#test/app.ts'
import { testDatabase } from '#test/database.ts'
import { employ, newSubmission, organizationId } from '#test/staff.ts'
import { loadGeography } from '#modules/areas/index.ts'
import {
  findOrder,
  insertCancellation,
  insertOrder,
  insertReading,
  insertStart,
} from '../order/order.store.ts'
import { findProgress, listRecords } from '../order/record.store.ts'
import { noMapping } from '../table/mapping.ts'
import { importJobs, readImportJob, takeImportJob } from './import-jobs.ts'

const db = await testDatabase('demo')
const geography = await loadGeography(db.publicReader)
const transaction = db.database.transaction.bind(db.database)
const nes = await db.asOwner(tx => organizationId(tx, 'nes-kommune'))
const editor = await employ(db, 'Kari', { role: 'editor', organization: 'nes-kommune' })
const unitEditor = await employ(db, 'Ola', {
  role: 'editor',
  organization: 'nes-kommune',
  unit: 'nes-helsestasjonen',
})
const neighbour = await employ(db, 'Nina', { role: 'editor', organization: 'nannestad-kommune' })

/** Runs the jobs; `afterBatch` may be the death of the server, when the records are written and the job does not know. */
function runner(afterBatch: () => void = () => undefined) {
  const jobs = openJobs({
    url: () => db.urls.worker,
    jobs: importJobs({
      geography,
      async actingAs(person, work) {
        const answer = await transaction(person, work)
        afterBatch()
        return answer
      },
    }),
    clock: testClock,
    log: () => undefined,
    lookMs: 200,
  })
  after(() => jobs.stop())
  return jobs
}
const jobs = runner()

async function order(text: string, personId = editor, unitId: string | null = null) {
  return transaction(personId, async tx => {
    const orderId = await insertOrder(tx, {
      ownerId: nes,
      unitId,
      fileName: 'tilbud.csv',
      content: Buffer.from(text),
      submission: newSubmission(),
      personId,
    })
    await insertReading(tx, { orderId, mapping: noMapping, submission: newSubmission(), personId })
    const { reading_id } = (await findOrder(tx, orderId))!
    await queue(tx, readImportJob, { reading: reading_id! })
    return { orderId, readingId: reading_id! }
  })
}

async function start(
  given: { orderId: string; readingId: string },
  take: 'all' | 'good' = 'good',
  personId = editor,
) {
  await transaction(personId, async tx => {
    await insertStart(tx, { ...given, take, personId })
    await queue(tx, takeImportJob, { order: given.orderId })
  })
}

async function imported(text: string, personId = editor) {
  const given = await order(text, personId)
  assert.deepEqual(await jobs.runDue(), { failures: [] })
  await start(given, 'good', personId)
  assert.deepEqual(await jobs.runDue(), { failures: [] })
  return given
}

const drafts = (like: string) =>
  db.asOwner(tx =>
    many(
      tx,
      z.object({
        id: z.string(),
        name: z.string().nullable(),
        revision: z.number(),
        unit: z.string().nullable(),
      }),
      sql`select draft.id, document->'name'->>'nb' as name, revision, unit.key as unit from catalogue.draft
          left join organizations.unit on unit.id = unit_id
          where document->'name'->>'nb' like ${like} order by 2`,
    ),
  )

test('good rows become drafts, faulty ones are told, and the same file again changes nothing', async () => {
  const text =
    'id;navn;sammendrag;enhet\n1;Import A;En;nes-helsestasjonen\n2;Import B;To;\n3;;Uten navn;\n;Import C;Uten id;\n'
  const given = await imported(text)
  assert.deepEqual(
    (await drafts('Import _')).map(({ name, revision, unit }) => [name, revision, unit]),
    [
      ['Import A', 1, 'nes-helsestasjonen'],
      ['Import B', 1, null],
      ['Import C', 1, null],
    ],
  )
  const state = await transaction(editor, async tx => ({
    order: await findOrder(tx, given.orderId),
    progress: await findProgress(tx, given.readingId),
    faulty: await listRecords(tx, given.readingId, { only: 'errors', offset: 0, limit: 10 }),
  }))
  assert.equal(state.order?.state, 'done')
  assert.equal(state.order.has_file, false, 'the file is not kept longer than it is needed')
  assert.deepEqual(state.progress, { wanted: 3, made: 3, changed: 0, same: 0, refused: 0 })
  assert.deepEqual(
    state.faulty.map(record => record.number),
    [3],
  )

  const again = await imported(text.replace('To;', 'To og mer;').replace(';Import C;Uten id;\n', ''))
  assert.deepEqual(
    (await drafts('Import _')).map(({ name, revision }) => [name, revision]),
    [
      ['Import A', 1],
      ['Import B', 2],
      ['Import C', 1],
    ],
  )
  assert.deepEqual(await transaction(editor, tx => findProgress(tx, again.readingId)), {
    wanted: 2,
    made: 0,
    changed: 1,
    same: 1,
    refused: 0,
  })
})

test('all or nothing: with a faulty row, all cannot be started', async () => {
  const given = await order('navn\nImport alle\n""\n;\n"Import alle 2"\n'.replace('""\n;\n', '') + ';\n')
  await jobs.runDue()
  const faulty = await order('navn;alder fra\nImport noen;ti\nImport andre;10\n')
  await jobs.runDue()
  await assert.rejects(start(faulty, 'all'), /row-level security/)
  await start(given, 'all')
  await jobs.runDue()
  assert.equal((await drafts('Import alle%')).length, 2)
  assert.equal((await drafts('Import noen')).length, 0)
})

test("another organisation's services are never touched, whatever id the file says", async () => {
  const keys = await db.asOwner(tx =>
    many(
      tx,
      z.object({ key: z.string(), document: z.unknown(), revision: z.number() }),
      sql`select draft.key, document, revision from catalogue.draft
          join organizations.organization owner on owner.id = owner_id where owner.key = 'nannestad-kommune'`,
    ),
  )
  assert.ok(keys.length > 10)
  const rows = keys.map(({ key }, i) => `${key};Kapret ${i}`)
  await imported(`id;navn\n${rows.join('\n')}\n`)
  const now = await db.asOwner(tx =>
    many(
      tx,
      z.object({ key: z.string(), document: z.unknown(), revision: z.number() }),
      sql`select draft.key, document, revision from catalogue.draft
          join organizations.organization owner on owner.id = owner_id where owner.key = 'nannestad-kommune'`,
    ),
  )
  assert.deepEqual(now, keys)
  const own = await db.asOwner(tx =>
    value(
      tx,
      z.number(),
      sql`select count(*)::integer from catalogue.draft where document->'name'->>'nb' like 'Kapret%' and owner_id = ${nes}`,
    ),
  )
  assert.equal(own, keys.length, 'they become drafts of her own, under her own list of ids')
})

test("one's own published services are known by their key", async () => {
  const known = await db.asOwner(tx =>
    one(
      tx,
      z.object({ id: z.string(), key: z.string(), revision: z.number() }),
      sql`select id, key, revision from catalogue.draft where owner_id = ${nes} and unit_id is not null order by key limit 1`,
    ),
  )
  await imported(`id;navn\n${known.key};Endret ved import\n`)
  const [changed] = await drafts('Endret ved import')
  assert.equal(changed?.id, known.id)
  assert.equal(changed.revision, known.revision + 1)
})

test('who may not begin drafts there can neither order, see, start nor cancel an import', async () => {
  const given = await order('navn\nImport skjult\n')
  await jobs.runDue()
  for (const person of [neighbour, unitEditor, null]) {
    assert.equal(await transaction(person, tx => findOrder(tx, given.orderId)), null)
    assert.deepEqual(
      await transaction(person, tx => listRecords(tx, given.readingId, { only: null, offset: 0, limit: 9 })),
      [],
    )
  }
  for (const person of [neighbour, unitEditor]) {
    await assert.rejects(order('navn\nx\n', person), /row-level security/)
    await assert.rejects(start(given, 'good', person), /row-level security/)
    await assert.rejects(
      transaction(person, tx => insertCancellation(tx, given.orderId, person)),
      /row-level security/,
    )
  }
})

test('the work can do no more than who ordered it: what lies outside her unit is refused, and the rest is done', async () => {
  const unit = await db.asOwner(tx =>
    value(tx, z.string(), sql`select id from organizations.unit where key = 'nes-helsestasjonen'`),
  )
  const given = await order(
    'navn;enhet\nImport enhet 1;\nImport enhet 2;nes-skolene\nImport enhet 3;nes-helsestasjonen\n',
    unitEditor,
    unit,
  )
  await jobs.runDue()
  await start(given, 'good', unitEditor)
  assert.deepEqual(await jobs.runDue(), { failures: [] })
  assert.deepEqual(
    (await drafts('Import enhet%')).map(({ name, unit }) => [name, unit]),
    [
      ['Import enhet 1', 'nes-helsestasjonen'],
      ['Import enhet 3', 'nes-helsestasjonen'],
    ],
  )
  const progress = await transaction(unitEditor, tx => findProgress(tx, given.readingId))
  assert.deepEqual(progress, { wanted: 3, made: 2, changed: 0, same: 0, refused: 1 })
})

test('an import ends when the role of who ordered it has ended', async () => {
  const leaving = await employ(db, 'Gro', { role: 'editor', organization: 'nes-kommune' })
  const given = await order('navn\nImport uten rolle\n', leaving)
  await jobs.runDue()
  await start(given, 'good', leaving)
  await db.asOwner(tx =>
    exec(
      tx,
      sql`insert into organizations.role_end (grant_id) select id from organizations.role_grant where person_id = ${leaving}`,
    ),
  )
  assert.deepEqual(await jobs.runDue(), { failures: [] })
  assert.equal((await drafts('Import uten rolle')).length, 0)
  assert.equal((await transaction(editor, tx => findOrder(tx, given.orderId)))?.state, 'refused')
})

test('a file that cannot be read says so, and can not be started', async () => {
  const given = await order('%PDF')
  assert.deepEqual(await jobs.runDue(), { failures: [] })
  const found = await transaction(editor, tx => findOrder(tx, given.orderId))
  assert.deepEqual([found?.state, found?.records], ['read', 0])
})

const MANY = 10_000
const rows = Array.from(
  { length: MANY },
  (_, i) => `stor-${i};Stor import ${i};Nummer ${i};3228;10–18 år;Ungdom`,
)
const large = `id;navn;sammendrag;kommune;alder;målgruppe\n${rows.join('\n')}\n`

test('ten thousand rows are imported by a server that is killed in the middle and one that goes on, each row once', async t => {
  const given = await order(large)
  assert.deepEqual(await jobs.runDue(), { failures: [] })
  await start(given, 'all')
  const done = async () => {
    const { made } = await transaction(editor, tx => findProgress(tx, given.readingId))
    return made
  }
  const program = fileURLToPath(new URL('../../../../../test/support/jobs-process.ts', import.meta.url))
  const server = spawn(
    process.execPath,
    ['--import', 'tsx', program, db.urls.app, db.urls.public, db.urls.worker],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  while ((await done()) < 500 && server.exitCode === null) await wait(20)
  server.kill('SIGKILL')
  await once(server, 'exit')
  const before = await done()
  t.diagnostic(`killed after ${before}`)
  assert.ok(before >= 500 && before < MANY, `killed after ${before}`)
  // What the database does by itself within a minute when a table has grown, so that nobody waits for it here.
  await db.asOwner(tx => tx.query({ text: 'analyze' }))
  // Another dies after it has written some records and before it has noted that.
  let batches = 0
  const second = runner(() => {
    batches += 1
    if (batches === 3) throw new Error('killed')
  })
  // The database notices the dead one in its own time.
  const isDead = () => batches >= 3
  while (!isDead()) await second.runDue()
  await jobs.runDue({ all: true })
  assert.equal(await done(), MANY)
  const counted = await db.asOwner(tx =>
    one(
      tx,
      z.object({ all: z.number(), different: z.number(), steps: z.number() }),
      sql`select count(*)::integer as all, count(distinct document->'name'->>'nb')::integer as different, sum(revision)::integer as steps
          from catalogue.draft where document->'name'->>'nb' like 'Stor import %'`,
    ),
  )
  assert.deepEqual(counted, { all: MANY, different: MANY, steps: MANY })
  assert.equal((await transaction(editor, tx => findOrder(tx, given.orderId)))?.state, 'done')
})

test('a cancelled import takes no more, and what it made stays', async () => {
  const given = await order(
    rows
      .slice(0, 450)
      .join('\n')
      .replaceAll('Stor', 'Avbrutt')
      .replaceAll('stor-', 'avbrutt-')
      .replace(/^/, 'id;navn\n'),
  )
  await jobs.runDue()
  await start(given)
  let batches = 0
  const slow = openJobs({
    url: () => db.urls.worker,
    jobs: importJobs({
      geography,
      async actingAs(person, work) {
        const answer = await transaction(person, work)
        batches += 1
        if (batches === 2) await transaction(editor, tx => insertCancellation(tx, given.orderId, editor))
        return answer
      },
    }),
    clock: testClock,
    log: () => undefined,
  })
  await slow.runDue()
  await slow.stop()
  assert.equal((await drafts('Avbrutt import %')).length, 200)
  assert.equal((await transaction(editor, tx => findOrder(tx, given.orderId)))?.state, 'cancelled')
})

test('files are forgotten after seven days and lists after ninety, and where a draft came from stays', async () => {
  const given = await order('id;navn\nforeldet;Import foreldet\n')
  await jobs.runDue()
  await start(given)
  await jobs.runDue()
  const kept = await order('navn\nImport som venter\n')
  await db.asOwner(tx =>
    exec(tx, sql`update catalogue.import_order set ordered_at = '2026-11-01' where id = ${kept.orderId}`),
  )
  await db.asOwner(tx =>
    exec(tx, sql`update catalogue.import_order set ordered_at = '2026-08-01' where id = ${given.orderId}`),
  )
  await jobs.runDue({ at: new Date('2026-11-25T10:00:00Z') })
  assert.equal((await transaction(editor, tx => findOrder(tx, kept.orderId)))?.has_file, false)
  assert.equal(await transaction(editor, tx => findOrder(tx, given.orderId)), null)
  const again = await imported('id;navn\nforeldet;Import foreldet på nytt\n')
  assert.equal((await transaction(editor, tx => findProgress(tx, again.readingId))).changed, 1)
})
