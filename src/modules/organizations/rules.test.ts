import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import * as z from 'zod'
import { loadGeography } from '#modules/areas/index.ts'
import { exec, many, sql, value, type Tx } from '#platform/db/sql.ts'
import { testDatabase } from '#test/database.ts'
import {
  admits,
  isOrganizationNumber,
  liesWithin,
  reach,
  roles,
  territory,
  type OrganizationLevel,
} from './rules.ts'

const db = await testDatabase('reference')
const geography = await loadGeography(db.publicReader)

test('an organisation number has nine digits and the right last one, in the program and in the database', async () => {
  for (const number of ['974760673', '889640782', '123456785'])
    assert.ok(isOrganizationNumber(number), number)
  for (const number of ['974760674', '97476067', '9747606733', '974 760 673', '', '９７４７６０６７３'])
    assert.ok(!isOrganizationNumber(number), number)
  await db.rolledBack(async tx => {
    const digits = fc.integer({ min: 0, max: 999_999_999 }).map(n => String(n).padStart(9, '0'))
    const numbers = fc.sample(fc.oneof(digits, fc.string({ maxLength: 12 })), { numRuns: 3000, seed: 7 })
    const given = numbers.map(number => number.toWellFormed().replaceAll('\0', ''))
    const rows = await many(
      tx,
      z.object({ right: z.boolean() }),
      sql`select organizations.is_organization_number(number) as right
          from unnest(${given}::text[]) with ordinality as given (number, place) order by place`,
    )
    assert.deepEqual(
      rows.map(row => row.right),
      given.map(isOrganizationNumber),
    )
    assert.ok(rows.some(row => row.right))
  })
})

/** Up to three organisations; units with a parent among those before them in the same organisation; roles of one person. */
const house = fc.record({
  units: fc.array(fc.record({ organization: fc.nat(2), parent: fc.option(fc.nat(20)) }), { maxLength: 15 }),
  held: fc.array(
    fc.record({
      role: fc.constantFrom(...roles),
      organization: fc.nat(2),
      unit: fc.option(fc.nat(20)),
      ended: fc.boolean(),
    }),
    { maxLength: 6 },
  ),
  wanted: fc.uniqueArray(fc.constantFrom(...roles), { maxLength: 4 }),
})

test('the database and the program agree on where a role reaches, in any house', async () => {
  await db.rolledBack(async tx => {
    const person = await value(
      tx,
      z.string(),
      sql`insert into people.person (name) values ('Prøve') returning id`,
    )
    await exec(tx, sql`select set_config('app.actor', ${person}, true)`)
    await fc.assert(
      fc.asyncProperty(house, async ({ units, held, wanted }) => {
        const made = await makeHouse(tx, units)
        const holding = held.map(given => {
          const organizationId = made.organizations[given.organization]!
          const own = made.units.filter(unit => unit.organizationId === organizationId)
          const unitId = given.unit === null || own.length === 0 ? null : own[given.unit % own.length]!.id
          return { ...given, organizationId, unitId }
        })
        await exec(tx, sql`delete from organizations.role_grant`)
        for (const given of holding)
          await exec(
            tx,
            sql`with given as (
                  insert into organizations.role_grant (person_id, organization_id, unit_id, role)
                  values (${person}, ${given.organizationId}, ${given.unitId}, ${given.role}) returning id)
                select id from given`,
          )
        const ends = holding.filter(given => given.ended)
        for (const { organizationId, unitId, role } of ends)
          await exec(
            tx,
            sql`insert into organizations.role_end (grant_id)
                select id from organizations.role_grant
                where organization_id = ${organizationId} and unit_id is not distinct from ${unitId} and role = ${role}
                on conflict do nothing`,
          )
        const same = (a: (typeof holding)[number], b: (typeof holding)[number]) =>
          a.organizationId === b.organizationId && a.unitId === b.unitId && a.role === b.role
        const holds = holding.filter(given => !ends.some(end => same(end, given)))
        const byDatabase = await value(
          tx,
          z.array(z.string()),
          sql`select organizations.reach(${wanted}::text[])`,
        )
        assert.deepEqual(byDatabase.toSorted(), [...reach(holds, made.units, wanted)].toSorted())
      }),
      { numRuns: 80, endOnFailure: true },
    )
  })
})

const codes = ['NO', '32', '03', '3228', '3238', '0301', '030112', 'rhf-sor-ost', 'sf-ostviken-oslo-ak']
const levels = ['state', 'region', 'county', 'municipality', 'voluntary', 'private'] as const

test('the database and the program agree on where an organisation covers freely, and where it admits others', async () => {
  await db.rolledBack(async tx => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...levels),
        fc.option(fc.constantFrom(...codes)),
        fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 3 }),
        async (level: OrganizationLevel, area, granted) => {
          const id = await makeOrganization(tx, level, area)
          await grantAreas(tx, id, granted)
          const own = territory({ level, area }, granted, geography.country().code)
          const rows = await many(
            tx,
            z.object({ code: z.string(), covers: z.boolean(), admits: z.boolean() }),
            sql`select code, organizations.covers_freely(${id}, code) as covers, organizations.admits(${id}, code) as admits
                from unnest(${codes}::text[]) code order by code`,
          )
          const expected = codes.toSorted().map(code => ({
            code,
            covers: liesWithin(geography, own, code),
            admits: admits(geography, { level, area }, code),
          }))
          assert.deepEqual(rows, expected)
        },
      ),
      // What is tried after a failure finds an ended transaction, and would hide why.
      { numRuns: 150, endOnFailure: true },
    )
  })
})

test('an agreement lets the services of each municipality cover the other, from acceptance until it ends', async () => {
  await db.rolledBack(async tx => {
    const nes = await makeOrganization(tx, 'municipality', '3228')
    const nannestad = await makeOrganization(tx, 'municipality', '3238')
    const covers = (one: string, area: string) =>
      value(tx, z.boolean(), sql`select organizations.covers_by_agreement(${one}, ${area})`)
    const id = await value(
      tx,
      z.string(),
      sql`insert into organizations.agreement (offered_by, offered_to) values (${nes}, ${nannestad}) returning id`,
    )
    assert.equal(await covers(nes, '3238'), false)
    await exec(tx, sql`insert into organizations.agreement_acceptance (agreement_id) values (${id})`)
    assert.deepEqual(
      [await covers(nes, '3238'), await covers(nannestad, '3228'), await covers(nes, '32')],
      [true, true, false],
    )
    await exec(tx, sql`insert into organizations.agreement_end (agreement_id) values (${id})`)
    assert.equal(await covers(nes, '3238'), false)
  })
})

test('a body of several municipalities is none of them: it agrees with nobody and admits nobody, in the database and the program', async () => {
  await db.rolledBack(async tx => {
    const nes = await makeOrganization(tx, 'municipality', '3228')
    // as the crisis centre of Romerike, whose area is the county
    const joint = await makeOrganization(tx, 'municipality', '32')
    await exec(
      tx,
      sql`with agreed as (insert into organizations.agreement (offered_by, offered_to) values (${joint}, ${nes}) returning id)
          insert into organizations.agreement_acceptance (agreement_id) select id from agreed`,
    )
    const ask = (statement: ReturnType<typeof sql>) => value(tx, z.boolean(), statement)
    assert.equal(await ask(sql`select organizations.covers_by_agreement(${nes}, '3238')`), false)
    assert.equal(await ask(sql`select organizations.admits(${joint}, '3228')`), false)
    assert.equal(admits(geography, { level: 'municipality', area: '32' }, '3228'), false)
  })
})

let made = 0

function makeOrganization(tx: Tx, level: OrganizationLevel, area: string | null): Promise<string> {
  return value(
    tx,
    z.string(),
    sql`insert into organizations.organization (key, level, area_code) values (${`prove-${++made}`}, ${level}, ${area}) returning id`,
  )
}

async function grantAreas(tx: Tx, organization: string, areas: string[]): Promise<void> {
  const id = await value(
    tx,
    z.string(),
    sql`insert into organizations.admission (organization_id) values (${organization}) returning id`,
  )
  await exec(
    tx,
    sql`insert into organizations.admission_area (admission_id, area_code) select ${id}, unnest(${areas}::text[])`,
  )
}

async function makeHouse(tx: Tx, given: { organization: number; parent: number | null }[]) {
  const organizations: string[] = []
  for (let n = 0; n < 3; n++) organizations.push(await makeOrganization(tx, 'municipality', null))
  const units: { id: string; organizationId: string; parentId: string | null }[] = []
  for (const { organization, parent } of given) {
    const organizationId = organizations[organization]!
    const above = units.filter(unit => unit.organizationId === organizationId)
    const parentId = parent === null || above.length === 0 ? null : above[parent % above.length]!.id
    const id = await value(
      tx,
      z.string(),
      sql`insert into organizations.unit (organization_id, parent_id) values (${organizationId}, ${parentId}) returning id`,
    )
    units.push({ id, organizationId, parentId })
  }
  return { organizations, units }
}
