import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import * as z from 'zod'
import { exec, sql, value, type Tx } from '#platform/db/sql.ts'
import { testDatabase } from '#test/database.ts'
import { newSubmission } from '#test/staff.ts'
import { serviceDocument } from '#test/services.ts'
import { stateOf, type DraftHistory, type DraftState } from './rules.ts'

const db = await testDatabase('demo')
const TODAY = '2026-11-22'

/** What somebody may do next; a number chooses among what there is. */
const doing = fc.oneof(
  fc.record({ what: fc.constant('step' as const) }),
  fc.record({ what: fc.constant('ask' as const), back: fc.nat({ max: 2 }) }),
  fc.record({ what: fc.constant('decide' as const), outcome: fc.constantFrom('approved', 'sent-back') }),
  fc.record({
    what: fc.constant('publish' as const),
    back: fc.nat({ max: 1 }),
    from: fc.option(fc.constantFrom('2026-11-01', TODAY, '2026-12-24')),
    to: fc.option(fc.constantFrom('2026-11-21', TODAY, '2026-12-31')),
  }),
  fc.record({ what: fc.constant('archive' as const), which: fc.nat() }),
)
type Doing = typeof doing extends fc.Arbitrary<infer T> ? T : never

const world = fc.record({ isShown: fc.boolean(), doings: fc.array(doing, { maxLength: 14 }) })

test('the database and the program agree on where a draft stands, whatever was done to it', async () => {
  const seen = new Set<DraftState>()
  await db.rolledBack(async tx => {
    await exec(tx, sql`delete from catalogue.draft`)
    const [shown, hidden] = [await draftOf(tx, true), await draftOf(tx, false)]
    await fc.assert(
      fc.asyncProperty(world, async ({ isShown, doings }) => {
        const id = isShown ? shown : hidden
        await tx.query({ text: 'savepoint world' })
        const history = await happen(tx, id, isShown, doings)
        const state = await value(
          tx,
          z.string(),
          sql`select state from catalogue.draft_states(${TODAY}::date) where draft_id = ${id}`,
        )
        await tx.query({ text: 'rollback to world; release world' })
        assert.equal(stateOf(history, TODAY), state)
        seen.add(stateOf(history, TODAY))
      }),
      // So many that the rarest of the states comes too.
      { numRuns: 2500, endOnFailure: true },
    )
  })
  assert.equal(seen.size, 9, [...seen].join(' '))
})

/** A draft of Nes without a history: of a service that the public sees, or of one that it does not. */
async function draftOf(tx: Tx, isShown: boolean): Promise<string> {
  const service = isShown
    ? sql`(select id from catalogue.service where owner_id = organization.id limit 1)`
    : sql`gen_random_uuid()`
  return value(
    tx,
    z.string(),
    sql`insert into catalogue.draft (id, owner_id) select ${service}, id from organizations.organization
        where key = 'nes-kommune' returning id`,
  )
}

async function happen(tx: Tx, id: string, isShown: boolean, doings: Doing[]): Promise<DraftHistory> {
  const history: DraftHistory = { revision: 0, requests: [], publications: [], archivings: [], isShown }
  const ids: { request: string | null; publications: string[] } = { request: null, publications: [] }
  for (const [index, one] of doings.entries()) {
    const at = new Date(Date.UTC(2026, 10, 1, 0, index))
    const to =
      'to' in one && one.to !== null && one.to < (one.from ?? '') ? null : 'to' in one ? one.to : null
    switch (one.what) {
      case 'step':
        history.revision++
        await exec(
          tx,
          sql`insert into catalogue.draft_step (draft_id, revision, step, submission, after)
              values (${id}, ${history.revision}, 'about', ${newSubmission()}, '{}')`,
        )
        break
      case 'ask': {
        const revision = Math.max(0, history.revision - one.back)
        ids.request = await value(
          tx,
          z.string(),
          sql`insert into catalogue.review_request (draft_id, revision, submission, asked_at)
              values (${id}, ${revision}, ${newSubmission()}, ${at}) returning id`,
        )
        history.requests.push({ revision, at, outcome: null })
        break
      }
      case 'decide': {
        const last = history.requests.at(-1)
        if (!last || last.outcome || !ids.request) break
        last.outcome = one.outcome === 'approved' ? 'approved' : 'sent-back'
        await exec(
          tx,
          sql`insert into catalogue.review_decision (request_id, outcome, reason) values (${ids.request}, ${last.outcome}, 'Fordi')`,
        )
        break
      }
      case 'publish': {
        const revision = Math.max(0, history.revision - one.back)
        ids.publications.push(
          await value(
            tx,
            z.string(),
            sql`insert into catalogue.publication (draft_id, revision, document, valid_from, valid_to, submission)
                values (${id}, ${revision}, ${JSON.stringify(serviceDocument())}, ${one.from}, ${to}, ${newSubmission()}) returning id`,
          ),
        )
        history.publications.push({ revision, from: one.from, to, archived: false })
        break
      }
      case 'archive': {
        const open = history.publications.flatMap((publication, n) => (publication.archived ? [] : [n]))
        const which = open.length > 0 ? open[one.which % open.length]! : null
        if (which !== null) history.publications[which]!.archived = true
        await exec(
          tx,
          sql`insert into catalogue.archiving (draft_id, revision, publication_id, archived_at)
              values (${id}, ${history.revision}, ${which === null ? null : ids.publications[which]!}, ${at})`,
        )
        history.archivings.push({ revision: history.revision, at })
        break
      }
    }
  }
  return history
}
