import assert from 'node:assert/strict'
import { test } from 'node:test'
import type pg from 'pg'
import type { Tx } from '#platform/db/sql.ts'
import { testDatabase } from '#test/database.ts'
import { connectLogins, servingLogins } from '#test/logins.ts'
import { matrix } from '#test/rights.ts'
import { endRole, giveRole, makePerson } from '#test/roles.ts'

const db = await testDatabase('demo')
const logins = await connectLogins(db)

type Table = { name: string; columns: string[]; rows: number }

await db.asOwner(tx =>
  tx.query({ text: `insert into catalogue.feedback (kind, message) values ('found', 'Fant fram')` }),
)
await db.asOwner(tx =>
  tx.query({
    text: `select catalogue.note_unmet_need(date '2026-11-01' + n, '{3228}', '{1}', '{svømmekurs}') from generate_series(1, 5) n`,
  }),
)
await db.asOwner(fillOrganizations)
// What persons do to drafts, which the demo data has not done yet.
for (const text of [
  `insert into catalogue.draft_move (draft_id, from_unit_id, to_unit_id, submission)
   select id, unit_id, null, gen_random_uuid() from catalogue.draft where unit_id is not null limit 1`,
  `insert into catalogue.draft_step (draft_id, revision, step, submission, after)
     select id, revision + 1, 'about', gen_random_uuid(), '{}' from catalogue.draft where key = 'demo-utkast-sommerkor'`,
  `insert into catalogue.archiving (draft_id, revision) select id, revision from catalogue.draft where key = 'demo-utkast-sommerkor'`,
  `insert into catalogue.confirmation (draft_id, confirm_by, confirmed_on, submission)
     select id, '2027-01-01', '2026-11-01', gen_random_uuid() from catalogue.draft limit 1`,
  `insert into catalogue.reminder (draft_id, confirm_by, step, reminded_on)
     select id, '2027-01-01', 30, '2026-12-02' from catalogue.draft limit 1`,
  `select catalogue.note_views('2026-11-21', array_agg(id), '{7}') from (select id from catalogue.service order by id limit 1) seen`,
  `insert into catalogue.link_check (draft_id, url, checked_at, outcome)
     select id, 'https://www.nes.kommune.no/', now(), 'ok' from catalogue.draft limit 1`,
  `insert into catalogue.feedback_closing (feedback_id) select id from catalogue.feedback limit 1`,
  `insert into catalogue.publishing_rule (organization_id, two_persons) select owner_id, false from catalogue.draft limit 1`,
  `with hidden as (insert into catalogue.hiding (draft_id, area_code, reason)
     select id, '3228', 'Prøve' from catalogue.draft limit 1 returning id)
   insert into catalogue.hiding_end (hiding_id) select id from hidden`,
  // An import that has ended, and one whose file is still there.
  `with ordered as (insert into catalogue.import_order (owner_id, file_name, submission, ordered_by)
     select owner_id, 'tilbud.csv', gen_random_uuid(), (select id from people.person limit 1) from catalogue.draft limit 2 returning *),
   read as (insert into catalogue.import_reading (order_id, mapping, submission)
     select id, '{"columns": {}, "words": {}}', gen_random_uuid() from ordered returning *),
   named as (insert into catalogue.import_origin (owner_id, own_id, draft_id) select owner_id, 'egen-1', id from catalogue.draft limit 1),
   found as (insert into catalogue.import_finding (reading_id, records, good, file_faults) select id, 1, 1, '[]' from read),
   records as (insert into catalogue.import_record (reading_id, number, document, faults, is_good)
     select id, 1, '{}', '[]', true from read),
   started as (insert into catalogue.import_start (order_id, reading_id, take) select order_id, id, 'all' from read),
   files as (insert into catalogue.import_file (order_id, content) select id, 'navn' from ordered)
   insert into catalogue.import_outcome (reading_id, number, outcome) select id, 1, 'same' from read`,
  `with change as (insert into pyramid.room_change (area_code, revision, kind, about, submission)
     values ('3228', 1, 'hide', 'SLT', gen_random_uuid()) returning area_code, revision)
   insert into pyramid.arrangement (area_code, revision, rooms) select area_code, revision, '[]' from change`,
  `insert into catalogue.import_end (order_id, outcome) select id, 'done' from catalogue.import_order limit 1`,
  `insert into mapping.finding_removal (finding_id) select id from mapping.finding limit 1`,
  `insert into mapping.reminder (respondent_id, last_day, step, reminded_on)
     select id, '2026-12-04', 7, '2026-11-27' from mapping.respondent limit 1`,
  // What persons do to plans, which the demo data has not done yet.
  `insert into planning.paper_change (paper_id, revision, submission, after)
     select id, 1, gen_random_uuid(), '{}' from planning.paper where kind = 'plan' limit 1`,
  `insert into planning.evaluation (paper_id, outcome, text, submission)
     select id, 'continue', 'Det virker', gen_random_uuid() from planning.paper where kind = 'concretisation'`,
  `insert into planning.paper_state (paper_id, state, submission)
     select id, 'closed', gen_random_uuid() from planning.paper where kind = 'concretisation'`,
  `insert into planning.method_document_removal (document_id) select id from planning.method_document
     where paper_id in (select id from planning.paper where step = 'group') limit 1`,
  // What municipalities and those above do, which the demo data has not done yet.
  `insert into planning.acknowledgement (publication_id, organization_id, submission)
     select published.id, home.id, gen_random_uuid() from planning.guideline_publication published, organizations.organization home
     where home.key = 'nes-kommune' limit 1`,
  `insert into planning.acknowledgement_note (acknowledgement_id, note, submission)
     select id, 'Tas opp i mars', gen_random_uuid() from planning.acknowledgement limit 1`,
  `insert into planning.enquiry_reminder (enquiry_id, organization_id, step, reminded_on)
     select paper_id, organization_id, 7, '2026-12-08' from planning.enquiry`,
  `with finished as (insert into planning.year_report (organization_id, year, submission)
     select id, 2025, gen_random_uuid() from organizations.organization where key = 'nes-kommune' returning id)
   insert into planning.year_report_snapshot (report_id, content) select id, '{}' from finished`,
  `insert into planning.system_link_removal (link_id) select id from planning.system_link limit 1`,
  `insert into planning.reminder (paper_id, due_on, step, reminded_on)
     select id, '2026-12-04', 30, '2026-11-22' from planning.paper where kind = 'concretisation'`,
]) {
  await db.asOwner(tx => tx.query({ text }))
}
await db.asOwner(async tx => {
  for (const text of [
    `insert into people.session (person_id, identity_id, token_hash, device)
     select person_id, id, sha256(subject::bytea), 'Firefox' from people.identity`,
    `insert into people.session_end (session_id, reason)
     select id, 'logged-out' from people.session order by id limit 3`,
    `select people.begin_login(sha256('state'), sha256('browser'), 'employee', 'nonce', 'verifier', '/arbeid', 'nb')`,
  ])
    await tx.query({ text })
})
await db.asOwner(tx =>
  tx.query({
    text: `
      with mail as (
        insert into platform.mail (recipient, subject, text, kind) values ('a@example.no', 'Hei', 'Hei', 'test') returning id
      )
      insert into platform.mail_sending (mail_id) select id from mail;
      with webhook as (
        insert into catalogue.webhook (organization_id, url, secret)
        select id, 'https://mottaker.example/', 'sealed' from organizations.organization where key = 'nes-kommune' returning id
      )
      insert into catalogue.webhook_delivery (webhook_id, message, service_id, kind)
      select id, 'msg', gen_random_uuid(), 'published' from webhook;
      insert into platform.daily_job (name, day) values ('mail.forget', '2026-11-22')`,
  }),
)
const tables = await listTables()

test('the matrix has every table and view, and no others; each has rows to see', () => {
  assert.deepEqual(
    tables.map(table => table.name),
    Object.keys(matrix),
  )
  assert.deepEqual(
    tables.filter(table => table.rows === 0).map(table => table.name),
    [],
    'a table without rows shows nothing about who sees them: the demo data should have some',
  )
})

for (const login of servingLogins) {
  test(`the login ${login} gets from each table what the matrix says`, async () => {
    for (const table of tables) {
      assert.equal(
        await rightsOf(logins[login], table),
        matrix[table.name]?.[login],
        `${login} on ${table.name}`,
      )
    }
  })

  test(`the login ${login} cannot become another, nor make anything`, async () => {
    for (const statement of [
      'set role nettungen_owner',
      'set role postgres',
      'set session authorization nettungen_owner',
      'create table mine (id integer)',
      'create table catalogue.mine (id integer)',
      'create schema mine',
      'truncate catalogue.service',
      'alter table catalogue.service disable row level security',
      'drop policy owner_maintains on catalogue.service_version',
      `select platform.open_to_all('catalogue.service_version')`,
      'select areas.refresh_closure()',
    ]) {
      assert.equal((await attempt(logins[login], statement)).kind, 'denied', `${login}: ${statement}`)
    }
  })
}

test('row security cannot be switched off to see more', async () => {
  const { rows } = await logins.app.query(`select current_setting('row_security') as row_security`)
  assert.deepEqual(rows, [{ row_security: 'on' }])
  await logins.app.query('set row_security = off')
  for (const table of ['service_record', 'service_version', 'feedback', 'unmet_need_day', 'unmet_need_key']) {
    assert.equal((await attempt(logins.app, `select from catalogue.${table}`)).kind, 'denied')
  }
  await logins.app.query('reset row_security')
})

test('the program keeps what the public tells it, by the columns it may fill, and cannot read it back', async () => {
  const given = await attempt(
    logins.app,
    `insert into catalogue.feedback (kind, municipality_code, message) values ('not-found', '3228', 'Svømmekurs')`,
  )
  assert.deepEqual(given, { kind: 'done', rows: 1 })
  for (const statement of [
    `insert into catalogue.feedback (id, kind) values (gen_random_uuid(), 'found')`,
    `insert into catalogue.feedback (kind, created_on) values ('found', '2020-01-01')`,
    `insert into catalogue.feedback (kind, message) values ('found', 'x') returning message`,
    `update catalogue.feedback set message = ''`,
    `delete from catalogue.feedback`,
  ]) {
    assert.equal((await attempt(logins.app, statement)).kind, 'denied', statement)
  }
})

test('searches without a hit are noted by the one function, which the program alone may call and which gives nothing back', async () => {
  const call = (what: string) =>
    `select catalogue.note_unmet_need('2026-11-22', '{3228}', '{1}', '{svømmekurs}')${what}`
  assert.deepEqual(await attempt(logins.app, call('')), { kind: 'done', rows: 1 })
  const { rows } = await logins.app
    .query(`begin; ${call(' as given')}; rollback`)
    .then(results => (results as unknown as pg.QueryResult[])[1]!)
  assert.deepEqual(rows, [{ given: '' }])
  for (const login of ['public', 'worker'] as const)
    assert.equal((await attempt(logins[login], call(''))).kind, 'denied', login)
  for (const table of ['day', 'key', 'sighting', 'text']) {
    for (const statement of [
      `select from catalogue.unmet_need_${table}`,
      `insert into catalogue.unmet_need_${table} default values`,
      `delete from catalogue.unmet_need_${table}`,
      `copy catalogue.unmet_need_${table} to stdout`,
      `lock catalogue.unmet_need_${table} in access share mode`,
    ]) {
      assert.equal((await attempt(logins.app, statement)).kind, 'denied', statement)
    }
  }
})

test('nobody acts in a transaction that has not said who, nor after one that has', async () => {
  const person = '0190a1b2-0000-7000-8000-000000000001'
  const actor = async () =>
    (await logins.app.query<{ actor: string | null }>('select platform.actor() as actor')).rows[0]
  assert.deepEqual(await actor(), { actor: null })
  await logins.app.query(`begin; select set_config('app.actor', '${person}', true)`)
  assert.deepEqual(await actor(), { actor: person })
  await logins.app.query('commit')
  assert.deepEqual(await actor(), { actor: null })
})

/** One row in each table about who may do what, with nobody acting who may see it. */
async function fillOrganizations(tx: Tx): Promise<void> {
  const person = await makePerson(tx, 'Prøve Person')
  const given = await giveRole(tx, person, { role: 'editor', organization: 'nes-kommune' })
  await giveRole(tx, person, { role: 'editor', organization: 'nes-rode-kors' })
  await endRole(tx, given)
  const nes = `(select id from organizations.organization where key = 'nes-kommune')`
  const other = `(select id from organizations.organization where key = 'nannestad-kommune')`
  for (const text of [
    `insert into organizations.unit_closing (unit_id) select id from organizations.unit where key = 'nes-bti'`,
    `insert into organizations.invitation (organization_id, roles, email, token_hash) values (${nes}, '{editor}', 'a@b', sha256('x'))`,
    'insert into organizations.invitation_end (invitation_id, accepted) select id, false from organizations.invitation',
    `insert into organizations.join_request (submission, level, name, organization_number, contact_name, contact_email, purpose, area_code)
     values (gen_random_uuid(), 'voluntary', 'Turlaget', '974760673', 'Tor', 'a@b', 'Turer', '3228')`,
    `insert into organizations.join_decision (request_id, organization_id, reason) select id, ${nes}, 'Nei' from organizations.join_request`,
    `insert into organizations.agreement (offered_by, offered_to) values (${nes}, ${other})`,
    'insert into organizations.agreement_acceptance (agreement_id) select id from organizations.agreement',
    'insert into organizations.agreement_end (agreement_id) select id from organizations.agreement',
  ])
    await tx.query({ text })
}

/** Tables and views of our schemas, with the number of rows that the owner sees. */
async function listTables(): Promise<Table[]> {
  return db.rolledBack(async tx => {
    const { rows } = await tx.query({
      text: `
        select format('%I.%I', nspname, relname) as name,
          (select array_agg(attname::text order by attnum) from pg_attribute
           where attrelid = pg_class.oid and attnum > 0 and not attisdropped) as columns
        from pg_class join pg_namespace on pg_namespace.oid = relnamespace
        where relkind in ('r', 'p', 'v', 'm', 'f') and nspname !~ '^pg_' and nspname not in ('information_schema', 'graphile_worker')
        order by nspname, relname`,
    })
    const found: Table[] = []
    for (const row of rows as { name: string; columns: string[] }[]) {
      const counted = await tx.query({ text: `select count(*)::integer as rows from ${row.name}` })
      found.push({ ...row, rows: (counted.rows[0] as { rows: number }).rows })
    }
    return found
  })
}

async function rightsOf(login: pg.Client, table: Table): Promise<string> {
  const rights = [
    await reading(login, table),
    await columnsFor(
      login,
      table,
      'insert',
      column => `insert into ${table.name} (${column}) values (default)`,
    ),
    await columnsFor(login, table, 'update', column => `update ${table.name} set ${column} = default`),
    (await attempt(login, `delete from ${table.name}`)).kind === 'denied' ? '' : 'delete',
  ]
  return rights.filter(Boolean).join(', ') || '-'
}

async function reading(login: pg.Client, table: Table): Promise<string> {
  const read = await attempt(login, `select from ${table.name}`)
  if (read.kind !== 'done') return ''
  return read.rows === table.rows ? 'read' : read.rows === 0 ? 'none' : 'some'
}

async function columnsFor(
  login: pg.Client,
  table: Table,
  action: string,
  statement: (column: string) => string,
): Promise<string> {
  const open: string[] = []
  for (const column of table.columns) {
    if ((await attempt(login, statement(`"${column}"`))).kind !== 'denied') open.push(column)
  }
  return open.length > 0 ? `${action}(${open.join(', ')})` : ''
}

type Outcome = { kind: 'done'; rows: number } | { kind: 'denied' } | { kind: 'failed'; code: string }

/** Tries a statement and undoes it. `failed`: it was let in, and came to grief on something else than rights. */
async function attempt(login: pg.Client, statement: string): Promise<Outcome> {
  await login.query('begin')
  try {
    const { rowCount } = await login.query(statement)
    return { kind: 'done', rows: rowCount ?? 0 }
  } catch (error) {
    const { code = '' } = error as { code?: string }
    // 42501: insufficient privilege, also by a policy; 55000 and 0A000: a view or its column that nobody can write through.
    return ['42501', '55000', '0A000'].includes(code) ? { kind: 'denied' } : { kind: 'failed', code }
  } finally {
    await login.query('rollback')
  }
}
