import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, test } from 'node:test'
import * as z from 'zod'
import { stableId } from '#modules/catalogue/index.ts'
import { exec, many, sql, value, type Sql } from '#platform/db/sql.ts'
import { testApp } from '#test/app.ts'
import { loginAs, type LoggedIn } from '#test/client.ts'
import { endRole, giveRole, idOf, makePerson } from '#test/roles.ts'
import { hiddenIn } from '#test/service-forms.ts'

// What somebody tries who is not content with the forms: by plain SQL in the program's own login, or with forms by hand.

const app = await testApp()
let ingrid: LoggedIn
let jonas: LoggedIn
let ragnhild: LoggedIn
before(async () => {
  ingrid = await loginAs(app, 'koordinator-nes')
  jonas = await loginAs(app, 'koordinator-nannestad')
  ragnhild = await loginAs(app, 'regionkoordinator')
})

/** As the program's own login, for somebody. */
const as = <T>(who: { personId: string }, work: Parameters<typeof app.db.database.transaction<T>>[1]) =>
  app.db.database.transaction(who.personId, work)
const refused = (who: LoggedIn, statement: Sql, why: string) =>
  assert.rejects(
    as(who, tx => exec(tx, statement)),
    (error: { code?: string }) => ['42501', '23514'].includes(error.code ?? ''),
    why,
  )
const Texts = z.object({ text: z.string() })

test('what is withdrawn is what was published, and nothing of what is being written instead', async () => {
  const state = await app.db.asOwner(tx => idOf(tx, 'organization', 'statsforvalteren-ostviken-oslo-ak'))
  const paper = await as(ragnhild, async tx => {
    await exec(
      tx,
      sql`insert into planning.paper (kind, organization_id, fields, submission, created_by)
          values ('guideline', ${state}, '{"title": "Ute", "text": "Slik ble det sagt", "source": "Brev"}', ${randomUUID()}, platform.actor())`,
    )
    return value(
      tx,
      z.string(),
      sql`select id from planning.paper where kind = 'guideline' and fields->>'title' = 'Ute'`,
    )
  })
  const decide = (
    outcome: string,
  ) => sql`insert into planning.guideline_publication (paper_id, outcome, submission, decided_by)
      values (${paper}, ${outcome}, ${randomUUID()}, platform.actor())`
  const read = () =>
    as(jonas, tx =>
      many(
        tx,
        Texts,
        sql`select fields::text as text from planning.guideline_publication where paper_id = ${paper}`,
      ),
    )
  await refused(ragnhild, decide('withdrawn'), 'what was never published is not withdrawn')
  assert.deepEqual(await read(), [])
  await as(ragnhild, tx => exec(tx, decide('published')))
  await as(ragnhild, tx =>
    exec(
      tx,
      sql`insert into planning.paper_change (paper_id, revision, submission, after, person_id)
          values (${paper}, 1, ${randomUUID()}, '{"text": "Hemmelig utkast"}', platform.actor())`,
    ),
  )
  await as(ragnhild, tx => exec(tx, decide('withdrawn')))
  const seen = await read()
  assert.equal(seen.length, 2)
  assert.doesNotMatch(JSON.stringify(seen), /Hemmelig/)
  await refused(ragnhild, decide('withdrawn'), 'and not twice')
  const page = await ragnhild.get(`/arbeid/foringer/${paper}`)
  const action = `/arbeid/foringer/${paper}/publisering`
  const again = await ragnhild.post(action, { ...hiddenIn(page, action), utfall: 'withdrawn' })
  assert.equal(again.status, 422, 'a form by hand is told so')
})

test('a day that is none stops nobody’s reminders, and an address that is none becomes no link', async () => {
  const nes = await app.db.asOwner(tx => idOf(tx, 'organization', 'nes-kommune'))
  const begin = (
    kind: string,
    fields: object,
  ) => sql`insert into planning.paper (kind, organization_id, fields, submission, created_by)
      values (${kind}, ${nes}, ${JSON.stringify(fields)}, ${randomUUID()}, platform.actor())`
  for (const day of ['snart', '2027-02-30', '0001-01-01', '2027-2-3', 'infinity', ''])
    await refused(ingrid, begin('concretisation', { title: 'x', evaluate_on: day }), day)
  for (const link of ['javascript:alert(1)', 'data:text/html,x', '//x.example', ' https://x.example'])
    await refused(ingrid, begin('plan', { title: 'x', link }), link)
  const paper = stableId('plan nes-forebygging')
  await refused(
    ingrid,
    sql`insert into planning.paper_change (paper_id, revision, submission, after, person_id)
        select id, revision + 1, ${randomUUID()}, '{"link": "javascript:alert(1)"}', platform.actor()
        from planning.paper where id = ${paper}`,
    'nor by a change',
  )
})

test('addresses are taken as people write them, with a capital first', async () => {
  const step = stableId('round nes-kommune 2 mapping')
  const path = `/arbeid/metode/steg/${step}`
  const action = `${path}/dokumenter`
  const add = async (lenke: string) =>
    ingrid.post(action, { ...hiddenIn(await ingrid.get(path), action), tittel: `Notat ${lenke}`, lenke })
  assert.equal((await add('Https://arkiv.example.no/Sak/1')).status, 303)
  assert.match((await ingrid.get(path)).html, /href="https:\/\/arkiv\.example\.no\/Sak\/1"/)
  for (const wrong of [
    'http:arkiv.example.no',
    'javascript:alert(1)//https://x.example',
    'https://x y',
    'https://',
  ])
    assert.equal((await add(wrong)).status, 422, wrong)
})

test('a role that has ended, or has not begun, opens nothing of plans, rounds, answers or figures', async () => {
  const [former, coming] = await app.db.asOwner(async tx => {
    const persons = [await makePerson(tx, 'Tidligere'), await makePerson(tx, 'Kommende')] as const
    for (const role of ['coordinator', 'leader', 'administrator', 'professional', 'editor', 'publisher']) {
      await endRole(tx, await giveRole(tx, persons[0], { role, organization: 'nes-kommune' }))
      await giveRole(tx, persons[1], { role, organization: 'nes-kommune', from: '2099-01-01' })
    }
    return persons
  })
  const tables = await app.db.asOwner(tx =>
    many(
      tx,
      Texts,
      sql`select format('%I.%I', table_schema, table_name) as text from information_schema.tables
          where table_schema in ('mapping', 'planning') and table_type = 'BASE TABLE'
            and has_table_privilege('nettungen_app', format('%I.%I', table_schema, table_name), 'select')
          union all select 'pyramid.room_change'`,
    ),
  )
  assert.ok(tables.length > 25)
  for (const personId of [former, coming])
    await as({ personId }, async tx => {
      for (const { text: table } of tables) {
        const { rows } = await tx.query({ text: `select count(*)::integer as n from ${table}` })
        assert.equal(rows[0]?.['n'], 0, table)
      }
    })
})
