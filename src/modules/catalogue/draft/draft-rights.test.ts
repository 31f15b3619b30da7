import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql, many, exec, type Sql, type Tx } from '#platform/db/sql.ts'
import { testDatabase } from '#test/database.ts'
import { employ, newSubmission, organizationId } from '#test/staff.ts'
import * as z from 'zod'
import {
  insertPublication,
  insertReviewDecision,
  insertReviewRequest,
  listReviews,
} from '../publishing/publishing.store.ts'
import { findDraft, insertDraft, saveStep, stepsSince } from './draft.store.ts'

const db = await testDatabase('demo')
const TODAY = '2026-11-22'

const nes = await db.asOwner(tx => organizationId(tx, 'nes-kommune'))
const nannestad = await db.asOwner(tx => organizationId(tx, 'nannestad-kommune'))
const people = {
  editor: await employ(db, 'Kari Myhre', { role: 'editor', organization: 'nes-kommune' }),
  secondEditor: await employ(db, 'Ola Holm', { role: 'editor', organization: 'nes-kommune' }),
  publisher: await employ(db, 'Siri Vang', { role: 'publisher', organization: 'nes-kommune' }),
  clinic: await employ(db, 'Liv Moen', {
    role: 'editor',
    organization: 'nes-kommune',
    unit: 'nes-helsestasjonen',
  }),
  leader: await employ(db, 'Unni Lie', { role: 'leader', organization: 'nes-kommune' }),
  coordinator: await employ(db, 'Tor Berg', { role: 'coordinator', organization: 'nes-kommune' }),
  teacher: await employ(db, 'Eva Dahl', { role: 'professional', organization: 'nes-kommune' }),
  administrator: await employ(db, 'Ida Ness', { role: 'administrator', organization: 'nes-kommune' }),
  neighbour: await employ(
    db,
    'Nils Aas',
    { role: 'editor', organization: 'nannestad-kommune' },
    { role: 'publisher', organization: 'nannestad-kommune' },
  ),
  neighbourCoordinator: await employ(db, 'Mona Vik', {
    role: 'coordinator',
    organization: 'nannestad-kommune',
  }),
  outsider: await employ(db, 'Per Ukjent'),
}
type Who = keyof typeof people

const as = <T>(who: Who, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.database.transaction(people[who], work)

/** What a statement does for somebody, undone: the number of rows, or `refused`. */
async function tried(who: Who | null, statement: Sql): Promise<number | 'refused'> {
  const undone = new Error('undone')
  let rows = 0
  try {
    await db.database.transaction(who && people[who], async tx => {
      rows = await exec(tx, statement)
      throw undone
    })
  } catch (error) {
    if (error === undone) return rows
    assert.ok(['42501', '40001'].includes((error as { code?: string }).code ?? ''), String(error))
    return 'refused'
  }
  return rows
}

const begin = (who: Who, ownerId: string, unitId: string | null = null) =>
  as(who, tx => insertDraft(tx, { ownerId, unitId, submission: newSubmission(), personId: people[who] }))

const save = (
  who: Who,
  id: string,
  revision: number,
  fields: Record<string, unknown>,
  submission = newSubmission(),
) => as(who, tx => saveStep(tx, id, { step: 'about', submission, revision, fields }, people[who]))

const clinicId = await db.asOwner(async tx => {
  const [unit] = await many(
    tx,
    z.object({ id: z.string() }),
    sql`select id from organizations.unit where key = 'nes-helsestasjonen'`,
  )
  return unit!.id
})

const ofNes = await begin('editor', nes)
await save('editor', ofNes, 0, { name: { nb: 'Turgruppe', nn: 'Turgruppe' }, room: 'helsestasjon' })
const ofClinic = await begin('clinic', nes, clinicId)
const ofNannestad = await begin('neighbour', nannestad)
await save('neighbour', ofNannestad, 0, { name: { nb: 'Hemmelig plan', nn: 'Hemmeleg plan' } })

describe('a draft is seen by those who work on it, their leaders and coordinators, and by nobody else', () => {
  const cases: [Who, string[]][] = [
    ['editor', [ofNes, ofClinic]],
    ['publisher', [ofNes, ofClinic]],
    ['administrator', [ofNes, ofClinic]],
    ['leader', [ofNes, ofClinic]],
    ['coordinator', [ofNes, ofClinic]],
    ['clinic', [ofClinic]],
    ['teacher', []],
    ['neighbour', [ofNannestad]],
    ['neighbourCoordinator', [ofNannestad]],
    ['outsider', []],
  ]
  for (const [who, seen] of cases) {
    test(who, async () => {
      const rows = await as(who, tx =>
        many(
          tx,
          z.object({ id: z.string() }),
          sql`select id from catalogue.draft where id = any(${[ofNes, ofClinic, ofNannestad]}::uuid[]) order by id`,
        ),
      )
      assert.deepEqual(
        rows.map(row => row.id),
        seen.toSorted(),
      )
      const steps = await as(who, tx =>
        many(
          tx,
          z.object({ draft_id: z.string() }),
          sql`select distinct draft_id from catalogue.draft_step where draft_id = any(${[ofNes, ofNannestad]}::uuid[])`,
        ),
      )
      assert.equal(steps.length, seen.filter(id => id !== ofClinic).length)
    })
  }
})

const insertions = (id: string, who: Who): Record<string, Sql> => ({
  begin: sql`insert into catalogue.draft (owner_id, created_by) values (${id === ofNannestad ? nannestad : nes}, ${people[who]})`,
  step: sql`insert into catalogue.draft_step (draft_id, revision, step, submission, after, person_id)
    values (${id}, 2, 'about', ${newSubmission()}, '{"room":"helsestasjon"}', ${people[who]})`,
  ask: sql`insert into catalogue.review_request (draft_id, revision, submission, asked_by) values (${id}, 1, ${newSubmission()}, ${people[who]})`,
  publish: sql`insert into catalogue.publication (draft_id, revision, submission, published_by) values (${id}, 1, ${newSubmission()}, ${people[who]})`,
  'put away': sql`insert into catalogue.archiving (draft_id, revision, archived_by) values (${id}, 1, ${people[who]})`,
})

describe('who may do what to a draft of Nes, by direct SQL', () => {
  const all = ['begin', 'step', 'ask', 'publish', 'put away']
  const matrix: Record<Exclude<Who, 'secondEditor'>, string[]> = {
    editor: ['begin', 'step', 'ask', 'put away'],
    publisher: all,
    administrator: ['begin', 'step', 'ask', 'put away'],
    clinic: [],
    leader: [],
    coordinator: [],
    teacher: [],
    neighbour: [],
    neighbourCoordinator: [],
    outsider: [],
  }
  for (const [who, may] of Object.entries(matrix) as [Who, string[]][]) {
    test(who, async () => {
      for (const [what, statement] of Object.entries(insertions(ofNes, who))) {
        assert.equal(await tried(who, statement), may.includes(what) ? 1 : 'refused', what)
      }
    })
  }

  test('and a publisher of Nes may do none of it to one of Nannestad', async () => {
    for (const [what, statement] of Object.entries(insertions(ofNannestad, 'publisher'))) {
      assert.equal(await tried('publisher', statement), 'refused', what)
    }
  })
})

test('nobody writes a draft, a decision or the published form by any other way', async () => {
  for (const statement of [
    sql`update catalogue.draft set document = '{}' where id = ${ofNes}`,
    sql`update catalogue.draft set revision = 9 where id = ${ofNes}`,
    sql`update catalogue.draft set owner_id = ${nannestad} where id = ${ofNes}`,
    sql`delete from catalogue.draft where id = ${ofNes}`,
    sql`update catalogue.draft_step set after = '{}'`,
    sql`delete from catalogue.draft_step`,
    sql`update catalogue.publication set document = '{}'`,
    sql`update catalogue.service set slug = 'x'`,
    sql`delete from catalogue.service`,
    sql`insert into catalogue.service_version (service_id, version, document, published_by) values (${ofNes}, 1, '{}', 'x')`,
    sql`insert into catalogue.publication (draft_id, revision, document, submission, published_by)
      values (${ofNes}, 1, '{}', ${newSubmission()}, ${people.publisher})`,
    sql`insert into catalogue.draft (id, owner_id, created_by) values (${ofNannestad}, ${nes}, ${people.publisher})`,
    sql`insert into catalogue.draft (key, owner_id, created_by) values ('nes-fritidskort', ${nes}, ${people.publisher})`,
    sql`insert into catalogue.draft (owner_id, unit_id, created_by) values (${nannestad}, ${clinicId}, ${people.clinic})`,
    // in somebody else's name
    sql`insert into catalogue.draft (owner_id, created_by) values (${nes}, ${people.editor})`,
    sql`insert into catalogue.draft_step (draft_id, revision, step, submission, after, person_id)
      values (${ofNes}, 2, 'about', ${newSubmission()}, '{}', ${people.editor})`,
    sql`insert into catalogue.review_request (draft_id, revision, submission, asked_by) values (${ofNes}, 1, ${newSubmission()}, ${people.editor})`,
    sql`insert into catalogue.publication (draft_id, revision, submission, published_by) values (${ofNes}, 1, ${newSubmission()}, ${people.editor})`,
    // a revision that was, or will be
    sql`insert into catalogue.publication (draft_id, revision, submission, published_by) values (${ofNes}, 0, ${newSubmission()}, ${people.publisher})`,
    sql`insert into catalogue.draft_step (draft_id, revision, step, submission, after, person_id)
      values (${ofNes}, 1, 'about', ${newSubmission()}, '{}', ${people.publisher})`,
    sql`insert into catalogue.draft_step (draft_id, revision, step, submission, after, person_id)
      values (${ofNes}, 3, 'about', ${newSubmission()}, '{}', ${people.publisher})`,
  ]) {
    assert.equal(await tried('publisher', statement), 'refused', statement.text)
  }
  assert.equal(await tried(null, sql`select from catalogue.draft`), 0)
})

describe('a step', () => {
  test('that is sent twice is one step', async () => {
    const id = await begin('editor', nes)
    const submission = newSubmission()
    const fields = { name: { nb: 'Kafé', nn: 'Kafé' } }
    assert.deepEqual(await save('editor', id, 0, fields, submission), { kind: 'saved', revision: 1 })
    assert.deepEqual(await save('editor', id, 0, fields, submission), { kind: 'saved', revision: 1 })
    assert.equal((await as('editor', tx => stepsSince(tx, id, 0))).length, 1)
  })

  test('sent twice at the same time is one step, and so is a draft begun twice', async () => {
    const id = await begin('editor', nes)
    const submission = newSubmission()
    await Promise.all([1, 2, 3].map(() => save('editor', id, 0, { room: 'helsestasjon' }, submission)))
    assert.equal((await as('editor', tx => stepsSince(tx, id, 0))).length, 1)
    const twice = await Promise.all(
      [1, 2, 3].map(() =>
        as('editor', tx =>
          insertDraft(tx, { ownerId: nes, unitId: null, submission, personId: people.editor }),
        ),
      ),
    )
    assert.equal(new Set(twice).size, 1)
  })

  test('keeps what was before and after, who and when; a field that is emptied is taken away', async () => {
    const id = await begin('editor', nes)
    await save('editor', id, 0, { name: { nb: 'En' }, keywords: null, themes: ['mobbing'] })
    await save('secondEditor', id, 1, { name: { nb: 'To' }, themes: [] })
    const [, second] = await as('editor', tx => stepsSince(tx, id, 0))
    assert.deepEqual(second!.before, { name: { nb: 'En' }, themes: ['mobbing'] })
    assert.deepEqual(second!.after, { name: { nb: 'To' }, themes: null })
    assert.equal(second!.person_id, people.secondEditor)
    const draft = await as('editor', tx => findDraft(tx, id, TODAY))
    assert.deepEqual(draft!.document, { name: { nb: 'To' } })
    assert.equal(draft!.revision, 2)
  })

  test('of a second editor is put together with the first, where they changed different things', async () => {
    const id = await begin('editor', nes)
    await save('editor', id, 0, { name: { nb: 'En', nn: 'Ein' }, room: 'helsestasjon' })
    await save('editor', id, 1, { name: { nb: 'En ny', nn: 'Ein' }, room: 'helsestasjon' })
    const second = await save('secondEditor', id, 1, { name: { nb: 'En', nn: 'Ein ny' }, room: 'skolehelse' })
    assert.deepEqual(second, { kind: 'saved', revision: 3 })
    const draft = await as('editor', tx => findDraft(tx, id, TODAY))
    assert.deepEqual(draft!.document, { name: { nb: 'En ny', nn: 'Ein ny' }, room: 'skolehelse' })
  })

  test('of a second editor who changed the same is not saved: she is told who changed what, and may insist', async () => {
    const id = await begin('editor', nes)
    await save('editor', id, 0, { name: { nb: 'En' } })
    await save('editor', id, 1, { name: { nb: 'Den ene' } })
    const second = await save('secondEditor', id, 1, { name: { nb: 'Den andre' } })
    assert.ok(second.kind === 'clash')
    const [clash] = second.clashes
    assert.deepEqual(
      [clash!.field, clash!.language, clash!.theirs, clash!.mine, clash!.person_id],
      ['name', 'nb', 'Den ene', 'Den andre', people.editor],
    )
    const insisting = await as('secondEditor', tx =>
      saveStep(
        tx,
        id,
        {
          step: 'about',
          submission: newSubmission(),
          revision: second.revision,
          fields: { name: { nb: 'Den andre' } },
          isInsisting: true,
        },
        people.secondEditor,
      ),
    )
    assert.deepEqual(insisting, { kind: 'saved', revision: 3 })
  })
})

describe('where an organisation wants two persons', () => {
  const set = (two: boolean) =>
    as('administrator', tx =>
      exec(
        tx,
        sql`insert into catalogue.publishing_rule (organization_id, two_persons, set_by) values (${nes}, ${two}, ${people.administrator})`,
      ),
    )

  test('only its administrator says so', async () => {
    const statement = (who: Who, organization: string) =>
      sql`insert into catalogue.publishing_rule (organization_id, two_persons, set_by) values (${organization}, true, ${people[who]})`
    assert.equal(await tried('publisher', statement('publisher', nes)), 'refused')
    assert.equal(await tried('administrator', statement('administrator', nannestad)), 'refused')
    assert.equal(await tried('administrator', statement('administrator', nes)), 1)
  })

  test('a publisher publishes only what another publisher has approved, and cannot approve her own request', async () => {
    const other = await employ(db, 'Roy Lund', { role: 'publisher', organization: 'nes-kommune' })
    const id = await begin('publisher', nes)
    await save('publisher', id, 0, { name: { nb: 'To' } })
    const wish = { revision: 1, note: null, validFrom: null, validTo: null }
    const publish = (submission = newSubmission()) =>
      as('publisher', tx => insertPublication(tx, id, { ...wish, submission }, people.publisher))
    await set(true)
    await assert.rejects(publish(), { code: '42501' })
    await as('publisher', tx =>
      insertReviewRequest(
        tx,
        id,
        { revision: 1, message: null, submission: newSubmission() },
        people.publisher,
      ),
    )
    const [request] = await as('publisher', tx => listReviews(tx, id))
    const approve = (personId: string) =>
      db.database.transaction(personId, tx =>
        insertReviewDecision(tx, request!.id, { outcome: 'approved', reason: null }, personId),
      )
    await assert.rejects(approve(people.publisher), { code: '42501' })
    await assert.rejects(approve(people.editor), { code: '42501' })
    await assert.rejects(approve(people.neighbour), { code: '42501' })
    await approve(other)
    await publish()
    // What is changed afterwards was not approved.
    await save('publisher', id, 1, { name: { nb: 'To og en' } })
    await assert.rejects(
      as('publisher', tx =>
        insertPublication(tx, id, { ...wish, revision: 2, submission: newSubmission() }, people.publisher),
      ),
      { code: '42501' },
    )
    await set(false)
  })
})
