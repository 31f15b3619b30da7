import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { testApp } from '#test/app.ts'
import { makeTestOwner, publishService, withdrawService } from '#test/services.ts'
import { ChangesPage } from './changes.schema.ts'

const app = await testApp({ template: 'reference' })
/** A writer who may take her time. */
const late = new pg.Client(app.db.urls.owner)

before(async () => {
  await app.db.asOwner(makeTestOwner)
  // The database is dropped under it when the file ends.
  late.on('error', () => undefined)
  await late.connect()
})
after(() => late.end().catch(() => undefined))

/** Reads when all that is committed now can be told: also transactions of the other test databases are waited for. */
async function read(query = '') {
  const mine = await app.db.asOwner(async tx => {
    const { rows } = await tx.query({ text: 'select pg_current_xact_id()::text as id' })
    return BigInt(String(rows[0]!['id']))
  })
  while ((await firstUnsettled()) <= mine) await new Promise(setImmediate)
  return readNow(query)
}

async function firstUnsettled(): Promise<bigint> {
  const text = 'select pg_snapshot_xmin(pg_current_snapshot())::text as id'
  const { rows } = await app.db.publicReader.query({ text })
  return BigInt(String(rows[0]!['id']))
}

async function readNow(query: string) {
  const answer = await app.server.inject(`/api/changes${query}`)
  assert.equal(answer.statusCode, 200, answer.body)
  assert.equal(answer.headers['cache-control'], 'no-cache')
  return ChangesPage.parse(answer.json())
}

const publish = (key: string, summary = 'Et tilbud.') =>
  app.db.asOwner(tx => publishService(tx, { key, summary: { nb: summary, nn: summary } }))

test('one who has read everything hears of what is new, changed and withdrawn, each once', async () => {
  const first = await publish('forste')
  const start = await read()
  assert.deepEqual(
    start.changes.map(({ id, kind }) => [id, kind]),
    [[first, 'published']],
  )
  assert.equal(start.more, false)
  assert.deepEqual((await read(`?after=${start.next}`)).changes, [])

  const second = await publish('andre')
  await publish('forste', 'Et annet tilbud.')
  const then = await read(`?after=${start.next}`)
  assert.deepEqual(
    then.changes.map(({ id }) => id),
    [second, first],
  )
  assert.equal(then.changes[0]?.url, `${app.baseUrl}/api/hsds/services/${second}`)

  await app.db.asOwner(tx => withdrawService(tx, second))
  const gone = await read(`?after=${then.next}`)
  assert.deepEqual(
    gone.changes.map(({ id, kind }) => [id, kind]),
    [[second, 'withdrawn']],
  )
  assert.equal((await app.server.inject(gone.changes[0]!.url)).statusCode, 404)

  const again = await publish('andre', 'Tilbake.')
  assert.equal(again, second)
  const back = await read(`?after=${gone.next}`)
  assert.deepEqual(
    back.changes.map(({ id, kind }) => [id, kind]),
    [[second, 'published']],
  )
})

test('a copy taken from the beginning ends up the same as one that followed all along', async () => {
  const { changes } = await read()
  assert.deepEqual(changes.map(({ kind }) => kind).toSorted(), ['published', 'published'])
  assert.equal(new Set(changes.map(({ id }) => id)).size, changes.length)
})

test('a change committed late comes after those that were read before it, and is not lost', async () => {
  const { next } = await read()
  // She begins first and writes, and somebody else is done before her.
  await late.query('begin')
  await late.query(
    `update catalogue.service set sensitive = true where id = (select min(id::text)::uuid from catalogue.service)`,
  )
  const quick = await publish('rask')
  const meanwhile = await readNow(`?after=${next}`)
  assert.deepEqual(meanwhile.changes, [], 'nothing is told while something could still come before it')

  await late.query('commit')
  const after = await read(`?after=${meanwhile.next}`)
  assert.equal(after.changes.length, 2)
  assert.equal(after.changes[1]?.id, quick, 'in the order of the transactions')
})

test('a change that is undone is not told', async () => {
  const { next } = await read()
  await late.query('begin')
  await late.query('update catalogue.service set sensitive = true')
  await late.query('rollback')
  assert.deepEqual((await read(`?after=${next}`)).changes, [])
})

test('pages of changes follow each other without a gap, also within one transaction', async () => {
  await app.db.asOwner(async tx => {
    for (let n = 0; n < 7; n++) await publishService(tx, { key: `mange-${n}` })
  })
  const whole = await read()
  const parts: string[] = []
  for (let query = '?limit=2'; ;) {
    const page = await read(query)
    parts.push(...page.changes.map(({ id }) => id))
    if (!page.more) break
    query = `?limit=2&after=${page.next}`
    assert.equal(page.next_url, `${app.baseUrl}/api/changes?after=${page.next}`)
  }
  assert.deepEqual(
    parts,
    whole.changes.map(({ id }) => id),
  )
})

test('from now on: what is under way now is told, what was before is not', async () => {
  await late.query('begin')
  await late.query(`update catalogue.service set sensitive = false`)
  const now = await readNow('?after=now')
  assert.deepEqual(now.changes, [])
  await late.query('commit')
  const published = ({ changes }: Awaited<ReturnType<typeof read>>) =>
    changes.filter(({ kind }) => kind === 'published').length
  assert.equal(published(await read(`?after=${now.next}`)), published(await read()))
})

test('many at once are noted by one statement', async () => {
  const { next } = await read()
  const { rowCount } = await late.query('update catalogue.service set sensitive = true')
  const { changes } = await read(`?after=${next}`)
  assert.ok(rowCount !== null && rowCount > 5)
  assert.equal(changes.length, rowCount)
  assert.equal(new Set(changes.map(({ changed_at }) => changed_at)).size, 1)
})

test('a cursor of another database is told that it holds no more', async () => {
  const { next } = await read()
  const [server = '', transaction = '', id = ''] = next.split('.')
  for (const after of [
    `1${server.slice(1)}1.${transaction}.${id}`,
    `${server}.${BigInt(transaction) + 1_000_000n}.${id}`,
  ]) {
    const answer = await app.server.inject(`/api/changes?after=${after}`)
    assert.equal(answer.statusCode, 410, after)
    assert.match(answer.json<{ detail: string }>().detail, /after=now/)
  }
  for (const after of ['tull', `${next}x`, '-1.-1', "'--", `${server}.1.${'-'.repeat(36)}`]) {
    const answer = await app.server.inject(`/api/changes?after=${encodeURIComponent(after)}`)
    assert.equal(answer.statusCode, 400, after)
  }
})

test('rows that came from another database count as changed when the next change is written', async () => {
  const { next } = await read()
  await late.query(`update catalogue.service_change set changed_in = '900000000000'`)
  await publish('etter-gjenoppretting')
  const { changes } = await read(`?after=${next}`)
  const everything = await read()
  assert.equal(changes.length, everything.changes.length)
  const later = await publish('enda-senere')
  assert.deepEqual(
    (await read(`?after=${everything.next}`)).changes.map(({ id }) => id),
    [later],
  )
})
