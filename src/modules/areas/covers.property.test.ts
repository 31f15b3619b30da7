import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import * as z from 'zod'
import { exec, many, sql, type Reader, type Tx } from '#platform/db/sql.ts'
import { testDatabase } from '#test/database.ts'
import { areaKinds, type AreaKind } from './area/area.schema.ts'
import { covers, coveringCodes, type AreaGraph, type Cover } from './covers.ts'
import { loadGeography } from './geography/geography.ts'
import { resolvePlace } from './place/place.ts'

const db = await testDatabase('reference')
const geography = await loadGeography(db.publicReader)
const municipalities = geography.municipalities().map(area => area.code)

/** An area of a made-up world; its parents are among those before it, so that there is no circle. */
type Node = { kind: AreaKind; parents: number[] }

const node = fc.record({
  kind: fc.constantFrom(...areaKinds),
  parents: fc.uniqueArray(fc.nat({ max: 100 }), { maxLength: 3 }),
})
const world = fc.record({
  nodes: fc.array(node, { minLength: 1, maxLength: 40 }),
  services: fc.array(fc.uniqueArray(fc.nat({ max: 100 }), { maxLength: 4 }), { minLength: 1, maxLength: 8 }),
})

test('the database and the program agree on who covers what, in any graph of areas', async () => {
  let worlds = 0
  await db.rolledBack(async tx => {
    await exec(tx, sql`delete from areas.area`)
    await fc.assert(
      fc.asyncProperty(world, async ({ nodes, services }) => {
        worlds++
        const graph = nodes.map(({ kind, parents }, index) => ({
          kind,
          parents:
            index === 0 ? [] : [...new Set(parents.map(back => index - 1 - (back % Math.min(index, 8))))],
        }))
        const coverages = services.map(coverage => [
          ...new Set(coverage.map(index => codeOf(index % nodes.length))),
        ])
        await writeGraph(tx, graph)
        assert.deepEqual(coversByProgram(graph, coverages), await coversByDatabase(tx, coverages))
      }),
      { numRuns: 100_000, interruptAfterTimeLimit: 10_000, markInterruptAsFailure: false },
    )
  })
  assert.ok(worlds > 100, `only ${worlds} worlds in ten seconds`)
})

test('the database and the program agree on every real area', async () => {
  const rows = await many(
    db.publicReader,
    z.object({ place: z.string(), area: z.string(), whole: z.boolean() }),
    sql`
      select code as place, area_code as area, whole from areas.area cross join lateral areas.covering(code)
      order by place, area`,
  )
  const byProgram = [...new Set(rows.map(row => row.place))].flatMap(place =>
    [...coveringCodes(geography, place)]
      .map(([area, cover]) => ({ place, area, whole: cover === 'whole' }))
      .sort((a, b) => (a.area < b.area ? -1 : 1)),
  )
  assert.deepEqual(byProgram, rows)
})

test('a service of the state covers all 357 municipalities', () => {
  assert.deepEqual(municipalities.filter(place => covers(geography, ['NO'], place) === 'whole').length, 357)
})

test('a service of a county covers exactly its municipalities', () => {
  const covered = municipalities.filter(place => covers(geography, ['32'], place))
  assert.deepEqual(
    covered,
    geography.municipalitiesOf('32').map(area => area.code),
  )
  assert.equal(covered.length, 21)
})

test('a service of one district is shown in its municipality as there for a part, and nowhere else', () => {
  const covered = municipalities.flatMap(place => (covers(geography, ['030112'], place) ? [place] : []))
  assert.deepEqual(covered, ['0301'])
  assert.equal(covers(geography, ['030112'], '0301'), 'part')
  assert.equal(covers(geography, ['030112'], '030112'), 'whole')
  assert.equal(covers(geography, ['030112'], '030111'), null)
  assert.equal(covers(geography, ['030112'], '03'), null)
})

test('a service of one municipality does not cover its county, nor its neighbour', () => {
  assert.equal(covers(geography, ['3228'], '3228'), 'whole')
  assert.equal(covers(geography, ['3228'], '32'), null)
  assert.equal(covers(geography, ['3228'], '3238'), null)
})

test('regions cover across counties', () => {
  assert.equal(covers(geography, ['rhf-sor-ost'], '3228'), 'whole')
  assert.equal(covers(geography, ['hf-ahus'], '3401'), 'whole')
  assert.equal(covers(geography, ['hf-ahus'], '3403'), null)
  assert.equal(covers(geography, ['sf-troms-finnmark'], '5612'), 'whole')
})

test('on Svalbard and Jan Mayen there are only national services', async () => {
  for (const postcode of ['9170', '8099']) {
    const found = await resolvePlace(db.publicReader, postcode)
    assert.ok(found.kind === 'one')
    assert.equal(found.place.municipality, null)
    assert.equal(found.place.countyCode, null)
  }
  assert.deepEqual([...geography.coveringCodes('NO')], [['NO', 'whole']])
})

test('nothing covers what there is not', () => {
  assert.equal(covers(geography, ['NO'], '9999'), null)
  assert.equal(covers(geography, ['9999'], '9999'), null)
  assert.equal(covers(geography, [], '3228'), null)
})

function codeOf(index: number): string {
  return `x-${index}`
}

async function writeGraph(tx: Tx, nodes: Node[]): Promise<void> {
  const rows = nodes.map(({ kind }, index) => ({ code: codeOf(index), kind }))
  const edges = nodes.flatMap(({ parents }, index) =>
    parents.map(parent => ({ parent: codeOf(parent), child: codeOf(index) })),
  )
  await exec(tx, sql`delete from areas.area`)
  await exec(
    tx,
    sql`
      insert into areas.area (code, kind, region_kind, name, official_name, distinct_name)
      select code, kind, case when kind = 'region' then 'health' end, code, code, code
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (code text, kind text)`,
  )
  await exec(
    tx,
    sql`
      insert into areas.membership (parent_code, child_code)
      select parent, child
      from jsonb_to_recordset(${JSON.stringify(edges)}::jsonb) as row (parent text, child text)`,
  )
  await exec(tx, sql`select areas.refresh_closure()`)
}

type Covered = { service: number; place: string; cover: Cover }

function coversByProgram(nodes: Node[], coverages: string[][]): Covered[] {
  const codes = nodes.map((_, index) => codeOf(index))
  const at = (code: string): Node | undefined => nodes[codes.indexOf(code)]
  const graph: AreaGraph = {
    kindOf: code => at(code)?.kind,
    parentsOf: code => (at(code)?.parents ?? []).map(codeOf),
    childrenOf: code => codes.filter(child => at(child)!.parents.map(codeOf).includes(code)),
  }
  return coverages.flatMap((coverage, service) =>
    codes.toSorted().flatMap(place => {
      const cover = covers(graph, coverage, place)
      return cover ? [{ service, place, cover }] : []
    }),
  )
}

async function coversByDatabase(tx: Reader, coverages: string[][]): Promise<Covered[]> {
  const coverage = coverages.flatMap((codes, service) => codes.map(area => ({ service, area })))
  return many(
    tx,
    z.object({ service: z.number(), place: z.string(), cover: z.enum(['whole', 'part']) }),
    sql`
      select service, code as place, case when bool_or(whole) then 'whole' else 'part' end as cover
      from areas.area
      cross join lateral areas.covering(code)
      join jsonb_to_recordset(${JSON.stringify(coverage)}::jsonb) as row (service integer, area text)
        on area = area_code
      group by service, code
      order by service, code`,
  )
}
