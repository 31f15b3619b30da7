import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guidanceRows } from '#test/access-guidance.ts'
import { makeScene } from '#test/access-scene.ts'
import { testDatabase } from '#test/database.ts'
import { connectLogins } from '#test/logins.ts'

// Every table that the program's own login may ask, tried as plain SQL by somebody who has every role in another organisation.

const db = await testDatabase('demo')
const { app } = await connectLogins(db)

const scene = await db.asOwner(makeScene)

type Row = {
  /** Which rows are another's, in words of SQL. `open`: all may read it, and nobody changes it as another. */
  others: string
  /** Ways to write to what is another's: each must be refused, or change nothing. */
  writes?: string[]
  open?: boolean
}

const s = scene
const ofDraft = (id: string) => `draft_id = '${id}'`
const ME = 'platform.actor()'

/** A table without a row here fails. */
const matrix: Record<string, Row> = {
  ...guidanceRows(s),
  'catalogue.archiving': {
    others: ofDraft(s.draft),
    writes: [`(draft_id, revision, archived_by) values ('${s.draft}', 0, ${ME})`],
  },
  'catalogue.confirmation': {
    others: ofDraft(s.published),
    writes: [
      `(draft_id, confirm_by, submission, confirmed_by) values ('${s.published}', current_date + 30, gen_random_uuid(), ${ME})`,
    ],
  },
  'catalogue.coverage_decision': {
    others: `request_id = '${s.question}'`,
    writes: [
      `(request_id, accepted, decided_by) values ('${s.question}', true, ${ME})`,
      `(request_id, accepted, by_agreement) values ('${s.question}', true, true)`,
    ],
  },
  'catalogue.coverage_request': {
    others: `id = '${s.question}'`,
    writes: [`(draft_id, area_code, name, asked_by) values ('${s.draft}', '3228', 'x', ${ME})`],
  },
  'catalogue.draft': {
    others: `owner_id = '${s.nes}'`,
    writes: [
      `(owner_id, created_by) values ('${s.nes}', ${ME})`,
      `(owner_id, unit_id, created_by) values ((select id from organizations.organization where key = 'nannestad-kommune'), '${s.unit}', ${ME})`,
    ],
  },
  'catalogue.draft_move': {
    others: ofDraft(s.published),
    writes: [
      `(draft_id, to_unit_id, submission, moved_by) values ('${s.draft}', '${s.unit}', gen_random_uuid(), ${ME})`,
      `(draft_id, to_unit_id, submission, moved_by) values ('${s.own}', '${s.unit}', gen_random_uuid(), ${ME})`,
    ],
  },
  'catalogue.draft_step': {
    others: ofDraft(s.draft),
    writes: [
      `(draft_id, revision, step, submission, after, person_id) values ('${s.draft}', 2, 'hva', gen_random_uuid(), '{}', ${ME})`,
    ],
  },
  'catalogue.feedback': { others: `id = '${s.feedback}'` },
  'catalogue.feedback_closing': {
    others: `feedback_id = '${s.feedback}'`,
    writes: [`(feedback_id, closed_by) values ('${s.feedback}', ${ME})`],
  },
  'catalogue.hiding': {
    others: ofDraft(s.published),
    writes: [
      `(draft_id, area_code, reason, hidden_by) values ('${s.published}', '3228', 'x', ${ME})`,
      `(draft_id, area_code, reason, hidden_by) values ('${s.published}', '3238', 'x', ${ME})`,
    ],
  },
  'catalogue.hiding_end': {
    others: `hiding_id in (select id from catalogue.hiding where ${ofDraft(s.published)})`,
    writes: [`(hiding_id, ended_by) select id, ${ME} from catalogue.hiding where ${ofDraft(s.published)}`],
  },
  'catalogue.import_end': {
    others: `order_id in (select id from catalogue.import_order where owner_id = '${s.nes}')`,
    writes: [`(order_id, outcome, ended_by) values ('${s.order}', 'cancelled', ${ME})`],
  },
  'catalogue.import_file': {
    others: `order_id = '${s.order}'`,
    writes: [`(order_id, content) values ('${s.order}', 'x')`],
  },
  'catalogue.import_finding': {
    others: `reading_id = '${s.reading}'`,
    writes: [`(reading_id, records, good, file_faults) values ('${s.reading}', 1, 1, '[]')`],
  },
  'catalogue.import_order': {
    others: `owner_id = '${s.nes}'`,
    writes: [
      `(owner_id, file_name, submission, ordered_by) values ('${s.nes}', 'x', gen_random_uuid(), ${ME})`,
    ],
  },
  'catalogue.import_origin': {
    others: ofDraft(s.draft),
    writes: [
      `(owner_id, own_id, draft_id) values ('${s.nes}', 'a', '${s.draft}')`,
      `(owner_id, own_id, draft_id) values ('${s.nes}', 'b', '${s.own}')`,
      `(owner_id, own_id, draft_id) select owner_id, 'c', '${s.draft}' from catalogue.draft where id = '${s.own}'`,
    ],
  },
  'catalogue.import_outcome': {
    others: `reading_id = '${s.reading}'`,
    writes: [`(reading_id, number, outcome) values ('${s.reading}', 1, 'same')`],
  },
  'catalogue.import_reading': {
    others: `id = '${s.reading}'`,
    writes: [
      `(order_id, mapping, submission, asked_by) values ('${s.order}', '{}', gen_random_uuid(), ${ME})`,
    ],
  },
  'catalogue.import_record': {
    others: `reading_id = '${s.reading}'`,
    writes: [`(reading_id, number, document, faults, is_good) values ('${s.reading}', 2, '{}', '[]', true)`],
  },
  'catalogue.import_start': {
    others: `order_id = '${s.order}'`,
    writes: [`(order_id, reading_id, take, started_by) values ('${s.order}', '${s.reading}', 'all', ${ME})`],
  },
  'catalogue.link_check': {
    others: ofDraft(s.published),
    writes: [
      `(draft_id, url, checked_at, outcome) values ('${s.published}', 'https://b.example/', now(), 'ok')`,
      `(draft_id, url, checked_at, outcome) values ('${s.own}', 'https://b.example/', now(), 'ok')`,
    ],
  },
  'catalogue.publication': {
    others: ofDraft(s.draft),
    writes: [
      `(draft_id, revision, submission, published_by) values ('${s.draft}', 1, gen_random_uuid(), ${ME})`,
    ],
  },
  'catalogue.publication_version': { others: `publication_id = '${s.publication}'` },
  'catalogue.publishing_rule': {
    others: `organization_id = '${s.nes}'`,
    open: true,
    writes: [`(organization_id, two_persons, set_by) values ('${s.nes}', true, ${ME})`],
  },
  'catalogue.review_decision': {
    others: `request_id = '${s.review}'`,
    writes: [`(request_id, outcome, decided_by) values ('${s.review}', 'approved', ${ME})`],
  },
  'catalogue.review_request': {
    others: `id = '${s.review}'`,
    writes: [`(draft_id, revision, submission, asked_by) values ('${s.draft}', 1, gen_random_uuid(), ${ME})`],
  },
  'catalogue.service_record': {
    others: `owner_id = '${s.nes}'`,
    open: true,
    writes: [
      `(id, key, owner_id) values (gen_random_uuid(), 'a', '${s.nes}')`,
      `(id, key, owner_id) select id, 'b', owner_id from catalogue.draft where id = '${s.own}'`,
    ],
  },
  'catalogue.service_view_day': {
    others: `service_id = '${s.published}'`,
    writes: [`(service_id, day, count) values ('${s.published}', current_date, 1000)`],
  },
  'catalogue.webhook': {
    others: `organization_id = '${s.nes}'`,
    writes: [
      `(organization_id, url, secret, created_by) values ('${s.nes}', 'https://a.example/', 'x', ${ME})`,
    ],
  },
  'catalogue.webhook_delivery': { others: `webhook_id = '${s.webhook}'` },
  'mapping.answer': {
    others: `respondent_id = '${s.respondent}'`,
    writes: [
      `(respondent_id, question_id, outcome, text, answered_by) values ('${s.respondent}', '${s.roundQuestion}', 'answered', 'x', ${ME})`,
      `(respondent_id, room_code, outcome, reason, answered_by) values ('${s.respondent}', 'helsestasjon', 'none', 'others', ${ME})`,
    ],
  },
  'mapping.completion': {
    others: `respondent_id = '${s.respondent}'`,
    writes: [`(respondent_id, completed_by) values ('${s.respondent}', ${ME})`],
  },
  'mapping.deadline': {
    others: `round_id = '${s.round}'`,
    writes: [`(round_id, last_day, set_by) values ('${s.round}', '2027-01-01', ${ME})`],
  },
  'mapping.finding': {
    others: `round_id = '${s.round}'`,
    writes: [
      `(round_id, kind, title, submission, written_by, changed_by) values ('${s.round}', 'need', 'x', gen_random_uuid(), ${ME}, ${ME})`,
    ],
  },
  'mapping.finding_outcome': {
    others: `finding_id = '${s.finding}'`,
    writes: [`(finding_id, is_solved, told_by) values ('${s.finding}', false, ${ME})`],
  },
  'mapping.finding_removal': {
    others: `finding_id = '${s.finding}'`,
    writes: [`(finding_id, removed_by) values ('${s.finding}', ${ME})`],
  },
  'mapping.question': {
    others: `round_id = '${s.round}'`,
    writes: [`(round_id, position, wording) values ('${s.round}', 9, '{"nb": "x"}')`],
  },
  'mapping.resource': {
    others: `service_id = '${s.published}'`,
    writes: [`(service_id, year, budget_nok, written_by) values ('${s.published}', 2025, 1, ${ME})`],
  },
  'mapping.respondent': {
    others: `round_id = '${s.round}'`,
    writes: [
      `(round_id, held_by, organization_id) values ('${s.round}', '${s.nes}', '${s.nes}')`,
      `(round_id, held_by, organization_id) select '${s.round}', '${s.nes}', id from organizations.organization where key = 'nannestad-kommune'`,
    ],
  },
  'mapping.round': {
    others: `organization_id = '${s.nes}'`,
    writes: [
      `(organization_id, area_code, title, submission, opened_by) values ('${s.nes}', '3228', 'x', gen_random_uuid(), ${ME})`,
      `(organization_id, area_code, title, submission, opened_by) select id, '3228', 'x', gen_random_uuid(), ${ME} from organizations.organization where key = 'nannestad-kommune'`,
    ],
  },
  'mapping.round_closing': {
    others: `round_id = '${s.closed}'`,
    writes: [`(round_id, closed_by) values ('${s.round}', ${ME})`],
  },
  'mapping.snapshot': {
    others: `round_id = '${s.closed}'`,
    writes: [`(round_id, content) values ('${s.round}', '{}')`],
  },
  'organizations.admission': { others: `admitted_by_organization = '${s.nes}'` },
  'organizations.admission_area': {
    others: `admission_id in (select id from organizations.admission where admitted_by_organization = '${s.nes}')`,
  },
  'organizations.agreement': {
    others: `offered_by = '${s.nes}'`,
    writes: [
      `(offered_by, offered_to, offered_by_person) select '${s.nes}', id, ${ME} from organizations.organization where key = 'nannestad-kommune'`,
    ],
  },
  'organizations.agreement_acceptance': {
    others: `agreement_id in (select id from organizations.agreement where offered_by = '${s.nes}')`,
  },
  'organizations.agreement_end': {
    others: `agreement_id in (select id from organizations.agreement where offered_by = '${s.nes}')`,
  },
  'organizations.invitation': {
    others: `id = '${s.invitation}'`,
    writes: [
      `(organization_id, roles, email, token_hash, invited_by) values ('${s.nes}', '{editor}', 'a@b', sha256('ny'), ${ME})`,
    ],
  },
  'organizations.invitation_end': {
    others: `invitation_id = '${s.invitation}'`,
    writes: [`(invitation_id, accepted, ended_by) values ('${s.invitation}', false, ${ME})`],
  },
  'organizations.join_decision': {
    others: `request_id = '${s.request}'`,
    writes: [
      `(request_id, organization_id, reason, decided_by) values ('${s.request}', '${s.nes}', 'Nei', ${ME})`,
    ],
  },
  'organizations.join_request': { others: `id = '${s.request}'` },
  'organizations.organization': { others: `id = '${s.nes}'`, open: true },
  'organizations.organization_text': {
    others: `organization_id = '${s.nes}'`,
    open: true,
    writes: [`(organization_id, language, name) values ('${s.nes}', 'se', 'x')`],
  },
  'organizations.role_end': {
    others: `grant_id = '${s.role}'`,
    writes: [`(grant_id, ended_by) values ('${s.role}', ${ME})`],
  },
  'organizations.role_grant': {
    others: `organization_id = '${s.nes}'`,
    writes: [
      `(person_id, organization_id, role, granted_by) values ('${s.person}', '${s.nes}', 'editor', ${ME})`,
      `(person_id, organization_id, role, granted_by) values (${ME}, '${s.nes}', 'editor', ${ME})`,
      `(person_id, organization_id, role, granted_by) select '${s.person}', id, 'editor', ${ME} from organizations.organization where key = 'nannestad-kommune'`,
    ],
  },
  'organizations.unit': {
    others: `organization_id = '${s.nes}'`,
    open: true,
    writes: [
      `(organization_id) values ('${s.nes}')`,
      `(organization_id, parent_id) values ('${s.nes}', '${s.unit}')`,
    ],
  },
  'organizations.unit_closing': {
    others: `unit_id = '${s.unit}'`,
    open: true,
    writes: [`(unit_id, closed_by) values ('${s.unit}', ${ME})`],
  },
  'organizations.unit_text': {
    others: `unit_id = '${s.unit}'`,
    open: true,
    writes: [`(unit_id, language, name) values ('${s.unit}', 'nn', 'x')`],
  },
  'people.identity': { others: `person_id = '${s.hers}'` },
  'people.person': { others: `id = '${s.hers}'` },
  'people.session': { others: `person_id = '${s.hers}'` },
  'people.session_end': {
    others: `session_id in (select id from people.session where person_id = '${s.hers}')`,
  },
  'planning.paper': {
    others: `organization_id = '${s.nes}'`,
    writes: [
      `(kind, organization_id, created_by) values ('plan', '${s.nes}', ${ME})`,
      `(kind, organization_id, plan_id, created_by) values ('measure', '${s.nes}', '${s.plan}', ${ME})`,
      // Guidelines and enquiries come from above, never from a municipality.
      `(kind, organization_id, created_by) values ('guideline', (select id from organizations.organization where key = 'nannestad-kommune'), ${ME})`,
      `(kind, organization_id, created_by) values ('enquiry', (select id from organizations.organization where key = 'nannestad-kommune'), ${ME})`,
    ],
  },
  'planning.paper_change': {
    others: `paper_id = '${s.measure}'`,
    writes: [
      `(paper_id, revision, submission, after, person_id) values ('${s.measure}', 2, gen_random_uuid(), '{"title": "x"}', ${ME})`,
    ],
  },
  'planning.paper_state': {
    others: `paper_id = '${s.measure}'`,
    writes: [
      `(paper_id, state, submission, set_by) values ('${s.measure}', 'done', gen_random_uuid(), ${ME})`,
    ],
  },
}

test('every table that the program may ask and that is not public has a row', async () => {
  const { rows } = await db.rolledBack(tx =>
    tx.query({
      text: `select format('%I.%I', nspname, relname) as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
              where relkind = 'r' and nspname in ('catalogue', 'mapping', 'organizations', 'people', 'planning')
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
