import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod'
import { exec, many, sql, value, type Reader, type Sql } from '#platform/db/sql.ts'
import { testDatabase } from '#test/database.ts'
import { areasHash, loadAreas } from './reference.ts'
import { townName } from './place-names.ts'

const db = await testDatabase('reference')

function count(tx: Reader, from: Sql): Promise<number> {
  return value(tx, z.number(), sql`select count(*)::integer from ${from}`)
}

test('the country has 15 counties, 357 municipalities and 38 districts, none "Uoppgitt"', async () => {
  const rows = await many(
    db.publicReader,
    z.object({ kind: z.string(), count: z.number() }),
    sql`select kind, count(*)::integer as count from areas.area group by kind`,
  )
  assert.deepEqual(Object.fromEntries(rows.map(row => [row.kind, row.count])), {
    country: 1,
    region: 16,
    county: 15,
    municipality: 357,
    district: 38,
  })
  assert.equal(await count(db.publicReader, sql`areas.area where name = 'Uoppgitt'`), 0)
})

test('every municipality lies in one county, one health region and one governor’s region', async () => {
  for (const kind of [sql`kind = 'county'`, sql`region_kind = 'health'`, sql`region_kind = 'governor'`]) {
    const places = await many(
      db.publicReader,
      z.object({ parents: z.number() }),
      sql`
        select (select count(*)::integer from areas.closure
          join areas.area parent on parent.code = ancestor_code and ${kind}
          where descendant_code = area.code) as parents
        from areas.area where area.kind = 'municipality'`,
    )
    assert.equal(places.length, 357)
    assert.ok(places.every(place => place.parents === 1))
  }
})

test('Nes and Nannestad lie in the areas of Ahus and the eastern police, to be checked', async () => {
  for (const region of ['hf-ahus', 'pd-ost']) {
    assert.equal(
      await count(
        db.publicReader,
        sql`areas.closure join areas.area on code = ancestor_code
          where ancestor_code = ${region} and descendant_code in ('3228', '3238') and to_be_checked`,
      ),
      2,
    )
  }
})

test('names stand in all official languages', async () => {
  const names = await many(
    db.publicReader,
    z.object({ language: z.string(), name: z.string() }),
    sql`select language, name from areas.area_name where area_code = '5540' order by language`,
  )
  assert.deepEqual(names, [
    { language: 'fkv', name: 'Kaivuono' },
    { language: 'nb', name: 'Kåfjord' },
    { language: 'se', name: 'Gáivuotna' },
  ])
})

test('postcodes of Svalbard and Jan Mayen lie in no municipality, all others in one', async () => {
  const outside = await many(
    db.publicReader,
    z.object({ place: z.string() }),
    sql`select distinct place from areas.postcode where municipality_code is null order by place`,
  )
  assert.deepEqual(
    outside.map(row => row.place),
    ['Barentsburg', 'Bjørnøya', 'Hopen', 'Jan Mayen', 'Longyearbyen', 'Ny-Ålesund', 'Sveagruva'],
  )
  assert.equal(await count(db.publicReader, sql`areas.postcode`), 5122)
})

test('the inhabitants of the country are the sum of its municipalities', async () => {
  const total = await value(
    db.publicReader,
    z.number(),
    sql`select total from areas.population where area_code = 'NO'`,
  )
  assert.equal(total, 5_627_400)
})

test('loading again changes nothing, and takes a second or two', async () => {
  const before = await contents(db.publicReader)
  const start = performance.now()
  await db.asOwner(loadAreas)
  // 0.7 s alone on two cores; here other tests run beside it.
  assert.ok(performance.now() - start < 4000)
  assert.deepEqual(await contents(db.publicReader), before)
})

test('loading mends what was changed, and takes out areas that are not in the data', async () => {
  await db.rolledBack(async tx => {
    await exec(tx, sql`update areas.area set name = 'Wrong' where code = '3228'`)
    await exec(
      tx,
      sql`insert into areas.area (code, kind, name, official_name, distinct_name)
        values ('9999', 'municipality', 'Gone', 'Gone', 'Gone')`,
    )
    await loadAreas(tx)
    assert.equal(await value(tx, z.string(), sql`select name from areas.area where code = '3228'`), 'Nes')
    assert.equal(await count(tx, sql`areas.area where code = '9999'`), 0)
  })
})

test('the hash is the same as long as nothing changes', async () => {
  const hash = await areasHash()
  assert.match(hash, /^[0-9a-f]{64}$/)
  assert.equal(await areasHash(), hash)
})

test('towns are written as people write them', () => {
  assert.equal(townName('MO I RANA'), 'Mo i Rana')
  assert.equal(townName('NY-ÅLESUND'), 'Ny-Ålesund')
  assert.equal(townName('VANG PÅ HEDMARKEN'), 'Vang på Hedmarken')
})

/** A fingerprint of each table. */
async function contents(tx: Reader): Promise<string[]> {
  const tables = [
    sql`areas.area`,
    sql`areas.area_name`,
    sql`areas.membership`,
    sql`areas.closure`,
    sql`areas.population`,
    sql`areas.neighbour`,
    sql`areas.postcode`,
    sql`areas.former_code`,
    sql`areas.place_name`,
  ]
  const hashes: string[] = []
  for (const table of tables) {
    hashes.push(
      await value(
        tx,
        z.string(),
        sql`select count(*) || ' ' || md5(string_agg(row::text, '' order by row::text)) from ${table} as row`,
      ),
    )
  }
  return hashes
}
