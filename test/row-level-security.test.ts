import assert from 'node:assert/strict'
import { test } from 'node:test'
import type pg from 'pg'
import { testDatabase } from '#test/database.ts'
import { connectLogins, servingLogins, type ServingLogin } from '#test/logins.ts'

const db = await testDatabase('demo')
const logins = await connectLogins(db)

/** Open to all; the worker writes it when a service is published. */
const writtenOut = (worker: string) => ({ app: 'read', public: 'read', worker: `read, ${worker}` })

/**
 * What each login gets from each table, tried out. `read`: all rows; `none`: no row, though it may ask; `some`: a part;
 * `insert(…)`, `update(…)`: these columns; `delete`; `-`: nothing at all. A new table must be put in here.
 */
const matrix: Record<string, Record<ServingLogin, string>> = {
  'areas.area': { app: 'read', public: 'read', worker: 'read' },
  'areas.area_name': { app: 'read', public: 'read', worker: 'read' },
  'areas.closure': { app: 'read', public: 'read', worker: 'read' },
  'areas.cover': { app: 'read', public: 'read', worker: 'read' },
  'areas.former_code': { app: 'read', public: 'read', worker: 'read' },
  'areas.membership': { app: 'read', public: 'read', worker: 'read' },
  'areas.neighbour': { app: 'read', public: 'read', worker: 'read' },
  'areas.place_name': { app: 'read', public: 'read', worker: 'read' },
  'areas.population': { app: 'read', public: 'read', worker: 'read' },
  'areas.postcode': { app: 'read', public: 'read', worker: 'read' },
  'areas.postcode_point': { app: 'read', public: 'read', worker: 'read' },
  'catalogue.archiving': { app: 'none', public: '-', worker: 'read' },
  'catalogue.area_first': writtenOut('insert(area_code, begin_with, latest), delete'),
  'catalogue.area_room': writtenOut('insert(area_code, room_code, for_employees, services), delete'),
  'catalogue.colleague': { app: 'none', public: '-', worker: '-' },
  'catalogue.confirmation': { app: 'none', public: '-', worker: 'read' },
  'catalogue.coverage_count': writtenOut('insert(coverage_key, areas, counts), delete'),
  'catalogue.coverage_decision': { app: 'none', public: '-', worker: 'read' },
  'catalogue.coverage_request': { app: 'none', public: '-', worker: 'read' },
  'catalogue.draft': { app: 'none', public: '-', worker: 'read' },
  'catalogue.draft_step': { app: 'none', public: '-', worker: '-' },
  'catalogue.feedback': {
    app: 'insert(kind, service_id, municipality_code, message)',
    public: '-',
    worker: '-',
  },
  'catalogue.hiding': { app: 'none', public: '-', worker: 'read' },
  'catalogue.hiding_end': { app: 'none', public: '-', worker: 'read' },
  'catalogue.import_end': { app: 'none', public: '-', worker: 'read' },
  'catalogue.import_file': { app: 'none', public: '-', worker: '-' },
  'catalogue.import_finding': { app: 'none', public: '-', worker: '-' },
  'catalogue.import_order': { app: 'none', public: '-', worker: 'read' },
  'catalogue.import_origin': { app: 'none', public: '-', worker: '-' },
  'catalogue.import_outcome': { app: 'none', public: '-', worker: '-' },
  'catalogue.import_reading': { app: 'none', public: '-', worker: 'read' },
  'catalogue.import_record': { app: 'none', public: '-', worker: '-' },
  'catalogue.import_start': { app: 'none', public: '-', worker: 'read' },
  'catalogue.legal_basis': writtenOut('insert(service_id, position, law, section, as_of, checked), delete'),
  'catalogue.link': writtenOut('insert(service_id, position, kind, url, label), delete'),
  'catalogue.listed_service': { app: 'read', public: 'read', worker: 'read' },
  'catalogue.location': writtenOut(
    'insert(organization_id, fingerprint, name, area_code, street, postcode, city, latitude, longitude, approximate, protected), update(fingerprint), delete',
  ),
  'catalogue.page_document': writtenOut(
    'insert(service_id, home_code, page, room_code, for_employees), update(home_code, page, room_code, for_employees), delete',
  ),
  'catalogue.phone': writtenOut(
    'insert(service_id, position, number, kind, label, hours, as_of, checked), delete',
  ),
  'catalogue.publication': { app: 'none', public: '-', worker: 'read' },
  'catalogue.publication_version': {
    app: 'none',
    public: '-',
    worker: 'read, insert(publication_id, service_id, version)',
  },
  'catalogue.published_change': { app: 'read', public: 'read', worker: 'read' },
  'catalogue.published_coverage': { app: 'read', public: 'read', worker: 'read' },
  'catalogue.published_link': { app: 'read', public: 'read', worker: 'read' },
  'catalogue.published_page': { app: 'read', public: 'read', worker: 'read' },
  'catalogue.published_part': { app: 'read', public: 'read', worker: 'read' },
  'catalogue.published_place': { app: 'read', public: 'read', worker: 'read' },
  'catalogue.published_schedule': { app: 'read', public: 'read', worker: 'read' },
  'catalogue.published_service': { app: 'read', public: 'read', worker: 'read' },
  'catalogue.published_term': { app: 'read', public: 'read', worker: 'read' },
  'catalogue.published_text': { app: 'read', public: 'read', worker: 'read' },
  'catalogue.publishing_rule': { app: 'read', public: '-', worker: '-' },
  'catalogue.review_decision': { app: 'none', public: '-', worker: '-' },
  'catalogue.review_request': { app: 'none', public: '-', worker: '-' },
  'catalogue.room': { app: 'read', public: 'read', worker: 'read' },
  'catalogue.schedule': writtenOut(
    'insert(service_id, position, always, days, opens, closes, term, valid_from, valid_to, exception_date, closed, note), delete',
  ),
  'catalogue.search_document': writtenOut(
    'insert(service_id, level, room_code, meant_for, age_from, age_to, audiences, target_groups, risk_groups, diagnosis_groups, access_kinds, themes, owner_id, owner_level, confirmed_on, confirm_by, help_at_once, name, summary, coverage_key), delete',
  ),
  'catalogue.search_entry': writtenOut(
    'insert(service_id, lexemes, weighed, facts, card), update(lexemes, weighed, facts, card), delete',
  ),
  'catalogue.service': writtenOut(
    'update(slug, version, owner_id, room_code, meant_for, age_from, age_to, cost_kind, cost_amount_nok, interpreter, user_participation, evaluated, help_at_once, sensitive, confirmed_on, confirm_by, updated_at), delete',
  ),
  'catalogue.service_area': writtenOut('delete'),
  'catalogue.service_at_location': writtenOut('insert(service_id, location_id, position), delete'),
  'catalogue.service_chain': writtenOut('insert(easier_id, stronger_id, declared_by), delete'),
  'catalogue.service_chain_wish': {
    app: '-',
    public: '-',
    worker: 'read, insert(declared_by, key, place), delete',
  },
  'catalogue.service_change': { app: 'read', public: 'read', worker: 'read' },
  'catalogue.service_organization': writtenOut(
    'insert(service_id, role, organization_id, unit_id, position), delete',
  ),
  'catalogue.service_record': { app: '-', public: '-', worker: 'read' },
  'catalogue.service_term': writtenOut('insert(service_id, vocabulary, code), delete'),
  'catalogue.service_text': writtenOut(
    'insert(service_id, language, name, summary, description, how_to_get, what_happens, good_to_know, cost), delete',
  ),
  'catalogue.service_version': { app: '-', public: '-', worker: 'read, update(document)' },
  'catalogue.unmet_need_day': { app: '-', public: '-', worker: '-' },
  'catalogue.unmet_need_key': { app: '-', public: '-', worker: '-' },
  'catalogue.unmet_need_sighting': { app: '-', public: '-', worker: '-' },
  'catalogue.unmet_need_text': { app: '-', public: '-', worker: '-' },
  'catalogue.vocabulary_term': { app: 'read', public: 'read', worker: 'read' },
  'catalogue.word_form': writtenOut('insert(form, count), update(count), delete'),
  'organizations.held_role': { app: 'none', public: '-', worker: '-' },
  'organizations.named_organization': { app: 'read', public: 'read', worker: 'read' },
  'organizations.named_unit': { app: 'read', public: 'read', worker: 'read' },
  'organizations.organization': { app: 'read', public: 'read', worker: 'read' },
  'organizations.organization_text': { app: 'read', public: 'read', worker: 'read' },
  'organizations.role_end': { app: 'none', public: '-', worker: '-' },
  'organizations.role_grant': { app: 'none', public: '-', worker: '-' },
  'organizations.unit': { app: 'read', public: 'read', worker: 'read' },
  'organizations.unit_text': { app: 'read', public: 'read', worker: 'read' },
  'people.identity': { app: 'none', public: '-', worker: '-' },
  'people.live_session': { app: 'none', public: '-', worker: '-' },
  'people.login_attempt': { app: '-', public: '-', worker: '-' },
  'people.person': { app: 'none', public: '-', worker: '-' },
  'people.session': { app: 'none', public: '-', worker: '-' },
  'people.session_end': { app: 'none', public: '-', worker: '-' },
  'platform.daily_job': { app: '-', public: '-', worker: 'read, insert(name, day)' },
  'platform.demonstration': { app: '-', public: '-', worker: '-' },
  'platform.job_kind': { app: '-', public: '-', worker: '-' },
  'platform.loaded': { app: 'read', public: 'read', worker: 'read' },
  'platform.mail': {
    app: 'insert(id, recipient, subject, text, html, kind, key)',
    public: '-',
    worker: 'read, insert(id, recipient, subject, text, html, kind, key)',
  },
  'platform.mail_sending': {
    app: '-',
    public: '-',
    worker:
      'read, insert(mail_id, attempts, tried_at, sent_at, refused_at, error), update(attempts, tried_at, sent_at, refused_at, error)',
  },
  'platform.migration': { app: 'read', public: 'read', worker: 'read' },
}

type Table = { name: string; columns: string[]; rows: number }

await db.asOwner(tx =>
  tx.query({ text: `insert into catalogue.feedback (kind, message) values ('found', 'Fant fram')` }),
)
await db.asOwner(tx =>
  tx.query({
    text: `select catalogue.note_unmet_need(date '2026-11-01' + n, '{3228}', '{1}', '{svømmekurs}') from generate_series(1, 5) n`,
  }),
)
// What persons do to drafts, which the demo data has not done yet.
for (const text of [
  `insert into catalogue.draft_step (draft_id, revision, step, submission, after)
     select id, revision + 1, 'about', gen_random_uuid(), '{}' from catalogue.draft where key = 'demo-utkast-sommerkor'`,
  `insert into catalogue.archiving (draft_id, revision) select id, revision from catalogue.draft where key = 'demo-utkast-sommerkor'`,
  `insert into catalogue.confirmation (draft_id, confirm_by, confirmed_on, submission)
     select id, '2027-01-01', '2026-11-01', gen_random_uuid() from catalogue.draft limit 1`,
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
  `insert into catalogue.import_end (order_id, outcome) select id, 'done' from catalogue.import_order limit 1`,
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
    `insert into organizations.role_grant (person_id, organization_id, role)
     select person.id, organization.id, 'editor' from people.person, organizations.organization where key = 'nes-kommune'`,
    `insert into organizations.role_end (grant_id) select id from organizations.role_grant order by id limit 1`,
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
