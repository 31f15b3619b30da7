import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guidanceRows } from '#test/access-guidance.ts'
import { makeScene } from '#test/access-scene.ts'
import { catalogueRows } from '#test/access-sql-catalogue.ts'
import { mappingRows } from '#test/access-sql-mapping.ts'
import { organizationsRows } from '#test/access-sql-organizations.ts'
import { planningRows } from '#test/access-sql-planning.ts'
import { pyramidRows } from '#test/access-sql-pyramid.ts'
import type { SqlRow } from '#test/access-sql.ts'
import { testDatabase } from '#test/database.ts'
import { connectLogins } from '#test/logins.ts'

// Every table that the program's own login may ask, tried as plain SQL by somebody who has every role in another organisation.

const db = await testDatabase('demo')
const { app } = await connectLogins(db)

const scene = await db.asOwner(makeScene)

/** A table without a row here fails. */
const matrix: Record<string, SqlRow> = {
  ...catalogueRows(scene),
  ...mappingRows(scene),
  ...organizationsRows(scene),
  ...planningRows(scene),
  ...pyramidRows(scene),
  ...guidanceRows(scene),
}

test('every table that the program may ask and that is not public has a row', async () => {
  const { rows } = await db.rolledBack(tx =>
    tx.query({
      text: `select format('%I.%I', nspname, relname) as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
              where relkind = 'r' and nspname in ('catalogue', 'mapping', 'organizations', 'people', 'planning', 'pyramid')
               and (has_any_column_privilege('nettungen_app', pg_class.oid, 'insert, update')
                 or has_any_column_privilege('nettungen_app', pg_class.oid, 'select')
                   and not has_any_column_privilege('nettungen_public', pg_class.oid, 'select'))
             order by 1`,
    }),
  )
  assert.deepEqual(
    rows.map(row => row['name']),
    Object.keys(matrix).toSorted(),
  )
})

for (const [table, { others, writes = [], open = false }] of Object.entries(matrix)) {
  test(`${table}: what is of Nes is neither read nor changed from Nannestad`, async () => {
    const there = await db.rolledBack(tx =>
      tx.query({ text: `select count(*)::integer as n from ${table} where ${others}` }),
    )
    if (!open)
      assert.ok(Number(there.rows[0]!['n']) > 0 || table.endsWith('_rule'), 'there is something to see')
    if (!open) assert.equal(await attempt(`select from ${table} where ${others}`), 0)
    for (const column of await updatable(table)) {
      const changed = await attempt(`update ${table} set ${column} = ${column} where ${others}`)
      assert.ok(changed === 0 || changed === 'refused', `${column}: ${changed}`)
    }
    const deleted = await attempt(`delete from ${table} where ${others}`)
    assert.ok(deleted === 0 || deleted === 'refused')
    for (const write of writes) {
      const written = await attempt(`insert into ${table} ${write}`)
      assert.ok(written === 0 || written === 'refused', `${write}: ${written}`)
    }
  })
}

async function updatable(table: string): Promise<string[]> {
  const { rows } = await db.rolledBack(tx =>
    tx.query({
      text: `select attname::text as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
             and has_column_privilege('nettungen_app', attrelid, attnum, 'update')`,
      values: [table],
    }),
  )
  return rows.map(row => String(row['name']))
}

/** Rows that a statement reaches for who has every role in Nannestad, undone; or that it was refused by a right. */
async function attempt(text: string): Promise<number | 'refused'> {
  await app.query('begin')
  try {
    await app.query(`select set_config('app.actor', $1, true)`, [scene.other])
    return (await app.query(text)).rowCount ?? 0
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string }
    // Insufficient privilege, by a grant or a policy; anything else is a fault of the test: it would refuse anybody.
    assert.equal(code, '42501', `${text}: ${message}`)
    return 'refused'
  } finally {
    await app.query('rollback')
  }
}
