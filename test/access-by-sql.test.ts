import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roles } from '#modules/organizations/rules.ts'
import { makeSession } from '#test/access-columns.ts'
import { things, type Thing } from '#test/access-things.ts'
import { testDatabase } from '#test/database.ts'
import { connectLogins } from '#test/logins.ts'
import { giveRole, idOf, makePerson } from '#test/roles.ts'

// Every table that the program's own login may ask, tried as plain SQL by somebody who has every role in another organisation.

const db = await testDatabase('demo')
const { app } = await connectLogins(db)

/** What there is of Nes, in a row of each table; made by the operator, so that nobody acts. */
const scene = await db.asOwner(async tx => {
  const make = (name: string) => things[name]!(tx, null)
  const run = async (text: string, values: unknown[] = []) => void (await tx.query({ text, values }))
  await run('delete from organizations.role_grant')
  const nes = await idOf(tx, 'organization', 'nes-kommune')
  const review = await make('a draft of Nes in review')
  const draft = await make('a draft of Nes')
  const order = await make('a read import of Nes')
  const question = await make('a question to Nes')
  const feedback = await make('a message about a service of Nes')
  const webhook = await make('a webhook of Nes')
  const invitation = await make('an invitation to Nes')
  const role = await make('a role in Nes')
  const unit = await make('a unit of Nes')
  const request = await make('a request to join in Nes')
  const published = await make('a published service of Nes')
  await run(`insert into catalogue.review_decision (request_id, outcome) values ($1, 'approved')`, [
    review['foresporsel'],
  ])
  await run(
    `insert into catalogue.draft_step (draft_id, revision, step, submission, after) values ($1, 1, 'hva', gen_random_uuid(), '{}')`,
    [draft['id']],
  )
  await run('insert into catalogue.archiving (draft_id, revision) values ($1, 0)', [draft['id']])
  await run(
    `insert into catalogue.confirmation (draft_id, confirm_by, confirmed_on, submission) values ($1, '2027-01-01', '2026-11-01', gen_random_uuid())`,
    [published['id']],
  )
  await run(
    `insert into catalogue.publication_version (publication_id, service_id, version)
     select $1, service_id, version from catalogue.service_version limit 1`,
    [draft['publisering']],
  )
  await run('insert into catalogue.coverage_decision (request_id, accepted) values ($1, true)', [
    question['id'],
  ])
  await run(
    `with hidden as (insert into catalogue.hiding (draft_id, area_code, reason) values ($1, '3228', 'Prøve') returning id)
     insert into catalogue.hiding_end (hiding_id) select id from hidden`,
    [published['id']],
  )
  await run('insert into catalogue.feedback_closing (feedback_id) values ($1)', [feedback['id']])
  await run(`insert into catalogue.import_origin (owner_id, own_id, draft_id) values ($1, 'egen', $2)`, [
    nes,
    draft['id'],
  ])
  await run(`insert into catalogue.import_start (order_id, reading_id, take) values ($1, $2, 'all')`, [
    order['id'],
    order['lesing'],
  ])
  await run(`insert into catalogue.import_outcome (reading_id, number, outcome) values ($1, 1, 'same')`, [
    order['lesing'],
  ])
  // An import that has ended has no file, so another order has the end.
  const ended = await make('an import of Nes')
  await run(`insert into catalogue.import_end (order_id, outcome) values ($1, 'done')`, [ended['id']])
  await run(
    `insert into catalogue.webhook_delivery (webhook_id, message, service_id, kind) values ($1, 'm', gen_random_uuid(), 'published')`,
    [webhook['id']],
  )
  await run('insert into organizations.invitation_end (invitation_id, accepted) values ($1, false)', [
    invitation['id'],
  ])
  await run('insert into organizations.role_end (grant_id) values ($1)', [role['id']])
  await run('insert into organizations.unit_closing (unit_id) values ($1)', [unit['id']])
  await run(
    `with admission as (
       insert into organizations.admission (organization_id, admitted_by_organization) select id, $1 from organizations.organization where key = 'nes-rode-kors' returning id),
     area as (insert into organizations.admission_area (admission_id, area_code) select id, '3228' from admission)
     insert into organizations.join_decision (request_id, organization_id, reason) values ($2, $1, 'Nei')`,
    [nes, request['id']],
  )
  await run(
    `with agreed as (insert into organizations.agreement (offered_by, offered_to)
       select $1, id from organizations.organization where level = 'municipality' and area_code <> '3238' and id <> $1 limit 1 returning id),
     accepted as (insert into organizations.agreement_acceptance (agreement_id) select id from agreed)
     insert into organizations.agreement_end (agreement_id) select id from agreed`,
    [nes],
  )
  const hers = await makePerson(tx, 'Ansatt i Nes')
  await makeSession(tx, hers)
  await run(
    `insert into people.session_end (session_id, reason) select id, 'logged-out' from people.session where person_id = $1`,
    [hers],
  )
  // Everything in Nannestad, and a thing of her own to lean on.
  const other = await makePerson(tx, 'Alle roller i Nannestad')
  await makeSession(tx, other)
  for (const one of roles) await giveRole(tx, other, { role: one, organization: 'nannestad-kommune' })
  const own: Thing = await make('a draft of Nannestad, and a review of Nes')
  const ids = { nes, hers, other, draft: draft['id']!, review: review['foresporsel']!, own: own['id']! }
  return {
    ...ids,
    publication: draft['publisering']!,
    published: published['id']!,
    order: order['id']!,
    reading: order['lesing']!,
    question: question['id']!,
    feedback: feedback['id']!,
    webhook: webhook['id']!,
    invitation: invitation['id']!,
    role: role['id']!,
    person: role['person']!,
    unit: unit['id']!,
    request: request['id']!,
  }
})

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
  'catalogue.webhook': {
    others: `organization_id = '${s.nes}'`,
    writes: [
      `(organization_id, url, secret, created_by) values ('${s.nes}', 'https://a.example/', 'x', ${ME})`,
    ],
  },
  'catalogue.webhook_delivery': { others: `webhook_id = '${s.webhook}'` },
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
}

test('every table that the program may ask and that is not public has a row', async () => {
  const { rows } = await db.rolledBack(tx =>
    tx.query({
      text: `select format('%I.%I', nspname, relname) as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
             where relkind = 'r' and nspname in ('catalogue', 'organizations', 'people')
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
