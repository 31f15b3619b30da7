import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { allJobs } from '../src/app.tsx'
import { JOB_SCHEMA } from '#platform/db/job-schema.ts'
import { schemaText } from '#platform/db/schema-text.ts'
import { loadGeography } from '#modules/areas/index.ts'
import { testDatabase } from '#test/database.ts'

const db = await testDatabase('reference')

/** Functions that run with their owner's rights. Each is a way past row-level security: add one with a reason only. */
const definerFunctions: string[] = [
  // what a coordinator is asked: asked by the policies of the very tables it reads, and tells only of who acts
  'catalogue.awaiting_me()',
  // begins a draft for who coordinates the organisation, who else writes none; it asks first whether she does
  'catalogue.begin_wanted_draft(uuid,uuid,uuid,jsonb)',
  // files and lists of imports go after a time, and when they are done; no login that serves may delete
  'catalogue.drop_import_file()',
  'catalogue.forget_imports(date)',
  // views go after 25 months; no login that serves may delete
  'catalogue.forget_views(date)',
  // whether an organisation may have one more webhook: asked by the policy of the very table
  'catalogue.has_room_for_webhook(uuid)',
  // writes the record of changes, which nobody else may write
  'catalogue.note_change()',
  // counts searches without a hit, and keeps texts of many days, in tables that no login that serves may read or write
  'catalogue.note_unmet_need(date,text[],integer[],text[])',
  // adds to counts of views, which nobody who serves may set
  'catalogue.note_views(date,uuid[],integer[])',
  // writes a move, and a step, into its draft, which nobody else may write; each asks first whether who acts may
  'catalogue.take_move()',
  'catalogue.take_step()',
  // queues a job for each webhook in the transaction of a change, whoever made it
  'catalogue.tell_webhooks()',
  // searches without a hit by month, and their words, to those who coordinate or lead: never days, exact counts or hashes
  'catalogue.unmet_need_in(text,date)',
  'catalogue.unmet_need_words(date)',
  // the rounds that ask who acts: the policies of rounds and of who is asked would else ask each other in a circle
  'mapping.my_rounds()',
  // ties an invitation to who acts and has its link, who sees neither invitation nor roles of the organisation before
  'organizations.accept_invitation(bytea)',
  // makes an organisation of a request, which nobody who serves may write; looks first whether who acts may
  'organizations.admit(uuid,uuid,text[],bytea)',
  // who is where: asked by the policies of the very tables they read, and each tells only of who acts
  'organizations.admitting_areas()',
  'organizations.colleagues()',
  // where organisations may cover: for all who register services, without showing agreements and admissions
  'organizations.covers_by_agreement(uuid,text)',
  // a role that was taken back ends sessions, which nobody may end for another
  'organizations.end_sessions()',
  // old requests and invitations go, and no login that serves may delete
  'organizations.forget_joining(date)',
  // whether a role may be given to somebody there, or somebody may invite: asked by policies of tables they read
  'organizations.grant_fits(uuid,uuid,uuid,text,uuid)',
  // how many invitations and requests there are today: asked by the policies of the very tables, by those who see none
  'organizations.has_room_for_invitation(uuid,text)',
  'organizations.has_room_for_request(uuid,text,text)',
  'organizations.inviter_may(uuid,uuid,uuid)',
  'organizations.is_last_administrator(uuid)',
  // places without anybody that are left to who acts, who may not see the roles of others above her
  'organizations.left_to_me()',
  // whether somebody may have a role in a public organisation: by the kind of her login, which is not for others to read
  'organizations.may_hold_role(uuid,uuid)',
  'organizations.may_invite(uuid,uuid)',
  'organizations.my_organizations()',
  'organizations.my_roles()',
  'organizations.reach(text[])',
  'organizations.reach_areas(text[])',
  // the same for another than who acts: granted to nobody, only for the functions above
  'organizations.reach_of(uuid,text[])',
  'organizations.refuse_citizens()',
  'organizations.roles_of(uuid)',
  // what an invitation says, to who has its link
  'organizations.shown_invitation(bytea)',
  'organizations.territory(uuid)',
  // whom the worker reminds, and by which address: it may read neither roles nor persons
  'organizations.who_answers(uuid[])',
  // logging in, before it is known who acts: attempts are read by nobody, persons and sessions by themselves only
  'people.begin_login(bytea,bytea,text,text,text,text,text)',
  // ends one's own sessions, through the next
  'people.end_my_sessions(text,uuid)',
  // ends the sessions of a person whose roles have changed; asked by triggers only
  'people.end_sessions_begun_since(uuid,timestamp with time zone,text)',
  'people.end_sessions_of(uuid,text,uuid)',
  'people.forget_logins(date)',
  'people.is_employee(uuid)',
  'people.log_in(text,text,text,text,text,text,bytea,text,bytea)',
  'people.open_session(bytea)',
  'people.take_login(bytea,bytea)',
  // which municipalities have taken note, for the sender: a policy would give the rows whole, with who and what she noted
  'planning.acknowledged(uuid[])',
  // how far the municipalities below have come, for who coordinates above them: numbers and days, no words
  'planning.method_status()',
  // writes a change into its paper, which nobody else may write; it asks first whether who acts may
  'planning.take_change()',
  // which jobs failed, for those who answer for the whole installation, and once more; never what a job was about
  'platform.answers_for_jobs()',
  // the mails of a demonstration, to addresses that are nobody's; none of any other database
  'platform.demo_mails(uuid)',
  'platform.failed_jobs()',
  // mails are forgotten after a time, and no login that serves may delete
  'platform.forget_mails(date)',
  // the only way to queue a job, of a kind that is known
  'platform.queue_job(text,json,text,timestamp with time zone)',
  'platform.retry_job(bigint)',
]

/** Functions that change something, or give another answer each time. All others are stable or immutable, and say so. */
const volatileFunctions = [
  'areas.refresh_closure()',
  'catalogue.begin_wanted_draft(uuid,uuid,uuid,jsonb)',
  'catalogue.compose_publication()',
  'catalogue.drop_import_file()',
  'catalogue.forget_imports(date)',
  'catalogue.forget_views(date)',
  'catalogue.has_room_for_webhook(uuid)',
  'catalogue.note_change()',
  'catalogue.note_unmet_need(date,text[],integer[],text[])',
  'catalogue.note_views(date,uuid[],integer[])',
  'catalogue.take_move()',
  'catalogue.take_step()',
  'catalogue.tell_webhooks()',
  'organizations.accept_invitation(bytea)',
  'organizations.admit(uuid,uuid,text[],bytea)',
  'organizations.end_sessions()',
  'organizations.forget_joining(date)',
  'organizations.has_room_for_invitation(uuid,text)',
  'organizations.has_room_for_request(uuid,text,text)',
  'organizations.is_last_administrator(uuid)',
  'organizations.refuse_circle()',
  'organizations.refuse_citizens()',
  'organizations.refuse_names_of_others()',
  'people.begin_login(bytea,bytea,text,text,text,text,text)',
  'people.end_my_sessions(text,uuid)',
  'people.end_sessions_begun_since(uuid,timestamp with time zone,text)',
  'people.end_sessions_of(uuid,text,uuid)',
  'people.forget_logins(date)',
  'people.log_in(text,text,text,text,text,text,bytea,text,bytea)',
  'people.open_session(bytea)',
  'people.take_login(bytea,bytea)',
  'planning.check_enquiry_answer()',
  'planning.check_round()',
  'planning.check_state()',
  'planning.send_enquiry()',
  'planning.take_change()',
  'planning.take_guideline()',
  'platform.forget_mails(date)',
  'platform.guard(regclass)',
  'platform.new_id()',
  'platform.open_to_all(regclass)',
  'platform.queue_job(text,json,text,timestamp with time zone)',
  'platform.refuse_change()',
  'platform.retry_job(bigint)',
  'platform.seal()',
  'platform.tell()',
  // counts what the statement that asks has inserted so far, too
  // wait for others who ask the same
  // waits for others who end a role of the same organisation
]

/**
 * Tables, views, functions and schemas that are ours: not PostgreSQL's, and not made by an extension, nor by graphile-worker,
 * which keeps jobs in its own way (see the test of its schema).
 */
const OURS = `
  not in (select oid from pg_namespace where nspname ~ '^pg_' or nspname in ('information_schema', 'graphile_worker'))
  and not exists (select from pg_depend where pg_depend.objid = thing.oid and deptype = 'e')`

/** The first column of each row, as the owner, with names that come with their schema. */
function list(text: string): Promise<string[]> {
  return db.rolledBack(async tx => {
    await tx.query({ text: `set local search_path = ''` })
    const { rows } = await tx.query({ text, rowMode: 'array' } as { text: string })
    return (rows as unknown as string[][]).map(row => row[0]!)
  })
}

test('db/schema.sql is what the migrations make', async () => {
  const written = readFileSync(new URL('../db/schema.sql', import.meta.url), 'utf8').split('\n')
  const made = (await db.asOwner(schemaText)).split('\n')
  const line = made.findIndex((text, index) => text !== written[index])
  const place = `db/schema.sql:${line + 1}\n  written: ${written[line]}\n  made:    ${made[line]}`
  assert.ok(line === -1 && made.length === written.length, `run: npm run db -- dump\n${place}`)
})

test('the text of the schema knows tables, views, functions, policies and grants, and has no object without words', async () => {
  const text = await db.asOwner(schemaText)
  for (const line of [
    'create schema catalogue authorization nettungen_owner;',
    'grant usage on schema catalogue to nettungen_app, nettungen_public, nettungen_worker;',
    'alter table catalogue.service force row level security;',
    'grant insert (kind, service_id, municipality_code, message) on catalogue.feedback to nettungen_app;',
    'grant execute on function areas.covering(text) to nettungen_app, nettungen_public, nettungen_worker;',
  ]) {
    assert.ok(text.includes(`\n${line}\n`), line)
  }
  assert.match(
    text,
    /create policy owner_maintains on areas\.area for all to nettungen_owner using \(true\) with check \(true\);/,
  )
  assert.match(text, /FOREIGN KEY \(service_id\) REFERENCES catalogue\.service\(id\) ON DELETE CASCADE/)
  assert.match(text, /create view catalogue\.published_service with \(security_invoker=true\) as/)
  assert.match(text, /CREATE INDEX search_entry_lexemes ON catalogue\.search_entry USING gin \(lexemes\);/)
  assert.doesNotMatch(text, /^-- (sequence|type|trigger|rule|materialized|default)/m)
})

test('every table is guarded: row-level security on, forced on its owner too, and open to its owner', async () => {
  const tables = await list(
    `select oid::regclass::text from pg_class thing where relkind in ('r', 'p') and relnamespace ${OURS}`,
  )
  assert.ok(tables.length > 25, `saw ${tables.length} tables`)
  const unguarded = await list(`
    select oid::regclass::text from pg_class thing
    where relkind in ('r', 'p') and relnamespace ${OURS}
      and not (relrowsecurity and relforcerowsecurity and exists (
        select from pg_policy
        where polrelid = thing.oid and polcmd = '*' and polroles = array['nettungen_owner'::regrole::oid] and polpermissive
          and pg_get_expr(polqual, polrelid) = 'true' and pg_get_expr(polwithcheck, polrelid) = 'true'))`)
  assert.deepEqual(unguarded, [])
})

test('every foreign key says what happens on delete, and has an index that begins with its columns', async () => {
  const silent = await list(`
    select conname from pg_constraint thing where contype = 'f' and confdeltype = 'a' and connamespace ${OURS}`)
  assert.deepEqual(silent, [])
  const slow = await list(`
    select conrelid::regclass || ' (' || conname || ')' from pg_constraint thing
    where contype = 'f' and connamespace ${OURS} and not exists (
      select from pg_index
      where indrelid = conrelid and indpred is null
        and (select array_agg(key order by key) from unnest((indkey::int2[])[0:cardinality(conkey) - 1]) key)
          = (select array_agg(key order by key) from unnest(conkey) key))`)
  assert.deepEqual(slow, [])
})

test('every view asks with the rights of the one who asks', async () => {
  const views = await list(
    `select oid::regclass::text from pg_class thing where relkind = 'v' and relnamespace ${OURS}`,
  )
  assert.ok(views.length >= 4, `saw ${views.length} views`)
  const others = await list(`
    select oid::regclass::text from pg_class thing
    where relkind in ('v', 'm') and relnamespace ${OURS}
      and not coalesce(reloptions && '{security_invoker=true,security_invoker=on}', false)`)
  assert.deepEqual(others, [])
})

test('functions pin their search path, say how they behave, and run with their owner’s rights only when listed', async () => {
  const loose = await list(`
    select oid::regprocedure::text from pg_proc thing
    where pronamespace ${OURS} and not coalesce('search_path=""' = any (proconfig), false)`)
  // Their bodies are bound when they are made; with a setting they would not be inlined into the queries that use them.
  assert.deepEqual(loose.toSorted(), ['areas.covering(text)', 'catalogue.draft_states(date)'])
  const definers = await list(`
    select oid::regprocedure::text from pg_proc thing where pronamespace ${OURS} and prosecdef order by 1`)
  assert.deepEqual(definers, definerFunctions)
  const volatile = await list(`
    select oid::regprocedure::text from pg_proc thing where pronamespace ${OURS} and provolatile = 'v' order by 1`)
  assert.deepEqual(volatile, volatileFunctions)
  const openToAll = await list(`
    select oid::regprocedure::text from pg_proc thing
    where pronamespace ${OURS} and has_function_privilege('public', oid, 'execute')`)
  assert.deepEqual(openToAll, [])
})

/** Tables of which the worker may take rows away: the published form, when a service is written anew or withdrawn. */
const clearedByWorker = [
  'area_first',
  'area_room',
  'coverage_count',
  'legal_basis',
  'link',
  'link_check',
  'location',
  'pack',
  'page_document',
  'phone',
  'schedule',
  'search_document',
  'search_entry',
  'service',
  'service_area',
  'service_at_location',
  'service_chain',
  'service_chain_wish',
  'service_organization',
  'service_term',
  'service_text',
  'word_form',
].map(table => `DELETE on catalogue.${table} to nettungen_worker`)

test('a login that serves may read, and write named columns only; the worker clears what it writes', async () => {
  const grants = await list(`
    select format('%s on %s to %s', privilege_type, thing.oid::regclass, grantee::regrole)
    from pg_class thing cross join aclexplode(relacl)
    where relkind in ('r', 'p', 'v', 'm', 'f', 'S') and relnamespace ${OURS}
      and grantee <> 'nettungen_owner'::regrole and (privilege_type <> 'SELECT' or is_grantable or grantee = 0)`)
  assert.deepEqual(grants.toSorted(), clearedByWorker)
})

test('jobs are kept in a schema that the worker login alone may enter, with no more rights than running them takes', async () => {
  const rights = await list(`
    select format('%s %s: %s', grantee::regrole, object, string_agg(what, ', ' order by what))
    from (
      select 'schema' as object, grantee, lower(privilege_type) as what
      from pg_namespace cross join aclexplode(nspacl) where nspname = 'graphile_worker'
      union all
      select relname::text, grantee, lower(privilege_type) from pg_class cross join aclexplode(relacl)
      where relnamespace = 'graphile_worker'::regnamespace
      union all
      select relname::text, grantee, lower(privilege_type) || '(' || attname || ')'
      from pg_class join pg_attribute on attrelid = pg_class.oid cross join aclexplode(attacl)
      where relnamespace = 'graphile_worker'::regnamespace
      union all
      select proname::text, grantee, lower(privilege_type)
      from pg_proc cross join aclexplode(coalesce(proacl, acldefault('f', proowner)))
      where pronamespace = 'graphile_worker'::regnamespace
    ) granted
    where grantee <> 'nettungen_owner'::regrole
    group by grantee, object order by object`)
  assert.deepEqual(rights, [
    'nettungen_worker _private_job_queues: select, update(locked_at), update(locked_by)',
    'nettungen_worker _private_jobs: delete, select, update(attempts), update(last_error), update(locked_at), update(locked_by), update(payload), update(run_at)',
    'nettungen_worker _private_tasks: insert(identifier), select',
    'nettungen_worker migrations: select',
    'nettungen_worker schema: usage',
  ])
})

test('the schema of jobs is that of the installed graphile-worker', async () => {
  assert.deepEqual(await list('select max(id) from graphile_worker.migrations'), [JOB_SCHEMA])
})

test('the kinds of jobs that may be queued are those that the program runs, with as many attempts, by the calendar or not', async () => {
  const known = await list(
    `select name || ' ' || max_attempts || ' ' || is_daily from platform.job_kind order by name`,
  )
  const parts = {
    actingAs: db.database.transaction.bind(db.database),
    geography: await loadGeography(db.publicReader),
  }
  const run = allJobs({ mail: null, demo: true, vault: null, baseUrl: '' }, parts).map(
    job => `${job.name} ${job.maxAttempts} ${job.dailyAt !== null}`,
  )
  assert.deepEqual(known, run.toSorted())
})

test('the public login changes nothing, anywhere', async () => {
  const writable = await list(`
    select thing.oid::regclass || '.' || attname
    from pg_class thing join pg_attribute on attrelid = thing.oid and attnum > 0 and not attisdropped
    where relkind in ('r', 'p', 'v') and relnamespace ${OURS} and (
      has_column_privilege('nettungen_public', thing.oid, attnum, 'insert, update, references')
      or has_table_privilege('nettungen_public', thing.oid, 'delete, truncate, trigger'))`)
  assert.deepEqual(writable, [])
})

test('no login can do more than its own, or become another', async () => {
  const logins = await list(`select rolname::text from pg_roles where rolname like 'nettungen%' order by 1`)
  assert.deepEqual(logins, ['nettungen_app', 'nettungen_owner', 'nettungen_public', 'nettungen_worker'])
  const mighty = await list(`
    select rolname::text from pg_roles
    where rolname like 'nettungen%' and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication
      or exists (select from pg_auth_members where member = pg_roles.oid))`)
  assert.deepEqual(mighty, [])
})

test('everything belongs to the owner; the logins that serve own nothing and make nothing', async () => {
  const strangers = await list(`
    select what from (
      select 'schema ' || nspname as what, nspowner as owner, oid from pg_namespace
      union all select 'table ' || oid::regclass, relowner, relnamespace from pg_class
      union all select 'function ' || oid::regprocedure, proowner, pronamespace from pg_proc
      union all select 'type ' || oid::regtype, typowner, typnamespace from pg_type
    ) thing (what, owner, schema)
    where owner in (select oid from pg_roles where rolname in ('nettungen_app', 'nettungen_public', 'nettungen_worker'))`)
  assert.deepEqual(strangers, [])
  const makers = await list(`
    select login || ' in ' || nspname
    from unnest(array['nettungen_app', 'nettungen_public', 'nettungen_worker']) login cross join pg_namespace
    where has_schema_privilege(login, oid, 'create')
    union all
    select login || ' in the database' from unnest(array['nettungen_app', 'nettungen_public', 'nettungen_worker']) login
    where has_database_privilege(login, current_database(), 'create')`)
  assert.deepEqual(makers, [])
})
