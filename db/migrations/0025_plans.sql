-- Plans and what is in them: measures, consultations, and what a new publicly funded service is to be before there is one. See
-- docs/adr/0035-plans.md.

create schema planning;
grant usage on schema planning to nettungen_app, nettungen_public, nettungen_worker;

-- Whose plans who acts may read: of every organisation where she coordinates, leads, administers or works with children, also when
-- it is in one of its units only.
create function planning.readable() returns uuid[]
  language sql stable
  set search_path = ''
begin atomic
  select array(
    select distinct mine.organization_id from organizations.my_roles() mine
    where mine.role in ('coordinator', 'leader', 'administrator', 'professional'));
end;
revoke execute on function planning.readable() from public;
grant execute on function planning.readable() to nettungen_app;

-- ---------------------------------------------------------------- what is written on
-- A plan, a measure of it, a consultation about it, or a concretisation: something that coordinators go on writing, together. What
-- is in it is a document, of which every field may be missing; what happens to it is rows of other tables.
create table planning.paper (
  id uuid primary key default platform.new_id(),
  kind text not null check (kind in ('plan', 'measure', 'consultation', 'concretisation')),
  organization_id uuid not null references organizations.organization on delete restrict,
  plan_id uuid,                                                      -- of measures and consultations
  plan_kind text generated always as (case when plan_id is not null then 'plan' end) stored,
  fields jsonb not null default '{}',
  revision integer not null default 0,                               -- counts up with every change
  submission uuid unique,                                            -- of the form that began it: sent twice, it is one
  created_by uuid references people.person on delete set null,       -- null: the operator, or with the demo data
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  unique (id, kind, organization_id),
  -- What belongs to a plan belongs to its organisation.
  foreign key (plan_id, plan_kind, organization_id) references planning.paper (id, kind, organization_id) on delete cascade,
  check ((plan_id is not null) = (kind in ('measure', 'consultation'))),
  check (jsonb_typeof(fields) = 'object' and length(fields::text) <= 100000),
  check (fields - case kind
    when 'plan' then '{title,about,type,from_year,to_year,responsible,link}'::text[]
    when 'measure' then '{number,title,text,responsible,units,starts_on,ends_on,economy,links,source}'
    when 'consultation' then '{question,deadline,invited,link}'
    else '{title,need,goal,target_group,method,resources,cost_nok,funding,responsible,unit,starts_on,ends_on,evaluation,evaluate_on,links,service}'
  end = '{}')
);
create index paper_organization on planning.paper (organization_id, kind);
create index paper_plan on planning.paper (plan_id, plan_kind, organization_id);
create index paper_created_by on planning.paper (created_by);
select platform.guard('planning.paper');

create policy reads on planning.paper for select to nettungen_app
  using (organization_id = any ((select planning.readable())::uuid[]));
create policy worker_reads on planning.paper for select to nettungen_worker using (kind = 'concretisation');
create policy begins on planning.paper for insert to nettungen_app
  with check (created_by = (select platform.actor())
    and organization_id = any ((select organizations.reach('{coordinator}'))::uuid[]));
grant select on planning.paper to nettungen_app, nettungen_worker;
grant insert (kind, organization_id, plan_id, fields, submission, created_by) on planning.paper to nettungen_app;

-- A change: the fields as they were and as they became; null stands for a field that is not there.
create table planning.paper_change (
  paper_id uuid not null references planning.paper on delete cascade,
  revision integer not null,
  submission uuid not null unique,
  before jsonb not null,
  after jsonb not null check (jsonb_typeof(after) = 'object'),
  person_id uuid references people.person on delete set null,
  saved_at timestamptz not null default now(),
  primary key (paper_id, revision)
);
create index paper_change_person on planning.paper_change (person_id);
select platform.guard('planning.paper_change');

-- A change changes the paper, and nothing else does: so there is no change without who and when, and none that was not made on the
-- newest. With its owner's rights, since those who serve may not write papers themselves; so it asks first whether they may.
create function planning.take_change() returns trigger
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  held planning.paper;
begin
  select * into held from planning.paper where id = new.paper_id for update;
  if held.id is null or (session_user = 'nettungen_app'
      and not held.organization_id = any (organizations.reach('{coordinator}'))) then
    raise insufficient_privilege using message = 'There is no such paper';
  end if;
  if new.revision <> held.revision + 1 then
    raise serialization_failure using message = 'Somebody else has changed it meanwhile';
  end if;
  new.before := (select coalesce(jsonb_object_agg(field, coalesce(held.fields->field, 'null')), '{}')
    from jsonb_object_keys(new.after) field);
  update planning.paper
  set revision = new.revision, changed_at = pg_catalog.now(),
    fields = (select coalesce(jsonb_object_agg(field.key, field.value), '{}')
      from jsonb_each(held.fields || new.after) field where field.value <> 'null')
  where id = held.id;
  return new;
end $$;
revoke execute on function planning.take_change() from public;
create trigger paper_change_100_take before insert on planning.paper_change
  for each row execute function planning.take_change();

create policy sees_paper on planning.paper_change for select to nettungen_app
  using (exists (select from planning.paper where paper.id = paper_id));
create policy changes on planning.paper_change for insert to nettungen_app
  with check (person_id = (select platform.actor()) and exists (
    select from planning.paper where paper.id = paper_id
      and paper.organization_id = any ((select organizations.reach('{coordinator}'))::uuid[])));
grant select on planning.paper_change to nettungen_app;
grant insert (paper_id, revision, submission, after, person_id) on planning.paper_change to nettungen_app;

-- ---------------------------------------------------------------- how it stands
-- How a plan, a measure or a concretisation stands. The last row holds; without one it is in its first state.
create table planning.paper_state (
  id uuid primary key default platform.new_id(),
  number bigint generated always as identity,
  paper_id uuid not null references planning.paper on delete cascade,
  state text not null check (state in ('draft', 'in-consultation', 'adopted', 'closed', 'not-started', 'started', 'done', 'stopped', 'open')),
  comment text check (length(comment) <= 2000),
  submission uuid not null unique,
  set_by uuid references people.person on delete set null,
  set_at timestamptz not null default now()
);
create index paper_state_paper on planning.paper_state (paper_id, number);
create index paper_state_set_by on planning.paper_state (set_by);
select platform.guard('planning.paper_state');

-- What a service did is asked before its concretisation is put away, and how it went.
create table planning.evaluation (
  id uuid primary key default platform.new_id(),
  paper_id uuid not null references planning.paper on delete cascade,
  outcome text not null check (outcome in ('continue', 'change', 'stop')),
  text text not null check (length(trim(text)) between 1 and 20000),
  next_on date,                                                      -- when it is to be evaluated again; null: no more
  submission uuid not null unique,
  written_by uuid references people.person on delete set null,
  written_on date not null default (now() at time zone 'Europe/Oslo')::date
);
create index evaluation_paper on planning.evaluation (paper_id);
create index evaluation_written_by on planning.evaluation (written_by);
select platform.guard('planning.evaluation');

-- Each kind has its own states, and a concretisation is not closed before it has been evaluated. In the database, because a rule that
-- only pages know is none.
create function planning.check_state() returns trigger
  language plpgsql volatile
  set search_path = ''
as $$
declare
  held planning.paper;
begin
  select * into held from planning.paper where id = new.paper_id;
  if held.id is null then
    raise insufficient_privilege using message = 'There is no such paper';
  end if;
  if not new.state = any (case held.kind
      when 'plan' then '{draft,in-consultation,adopted,closed}'::text[]
      when 'measure' then '{not-started,started,done,stopped}'
      when 'concretisation' then '{open,closed}'
      else '{}' end) then
    raise check_violation using message = format('a %s cannot be %s', held.kind, new.state);
  end if;
  if held.kind = 'concretisation' and new.state = 'closed'
    and not exists (select from planning.evaluation where evaluation.paper_id = new.paper_id) then
    raise check_violation using message = 'a concretisation is not closed without an evaluation';
  end if;
  return new;
end $$;
revoke execute on function planning.check_state() from public;
create trigger paper_state_100_check before insert on planning.paper_state
  for each row execute function planning.check_state();

create policy sees_paper on planning.paper_state for select to nettungen_app
  using (exists (select from planning.paper where paper.id = paper_id));
create policy worker_reads on planning.paper_state for select to nettungen_worker
  using (exists (select from planning.paper where paper.id = paper_id));
create policy sets on planning.paper_state for insert to nettungen_app
  with check (set_by = (select platform.actor()) and exists (
    select from planning.paper where paper.id = paper_id
      and paper.organization_id = any ((select organizations.reach('{coordinator}'))::uuid[])));
grant select on planning.paper_state to nettungen_app, nettungen_worker;
grant insert (paper_id, state, comment, submission, set_by) on planning.paper_state to nettungen_app;

create policy sees_paper on planning.evaluation for select to nettungen_app
  using (exists (select from planning.paper where paper.id = paper_id));
create policy worker_reads on planning.evaluation for select to nettungen_worker using (true);
create policy evaluates on planning.evaluation for insert to nettungen_app
  with check (written_by = (select platform.actor()) and exists (
    select from planning.paper where paper.id = paper_id and paper.kind = 'concretisation'
      and paper.organization_id = any ((select organizations.reach('{coordinator}'))::uuid[])));
grant select on planning.evaluation to nettungen_app, nettungen_worker;
grant insert (paper_id, outcome, text, next_on, submission, written_by) on planning.evaluation to nettungen_app;

-- ---------------------------------------------------------------- consultations
-- What was said in a consultation: for a group, never as a person; and what was done with it.
create table planning.statement (
  id uuid primary key default platform.new_id(),
  paper_id uuid not null references planning.paper on delete cascade,
  on_behalf_of text not null check (length(trim(on_behalf_of)) between 1 and 200),
  text text not null check (length(trim(text)) between 1 and 20000),
  given_on date not null,
  submission uuid not null unique,
  entered_by uuid references people.person on delete set null,
  entered_at timestamptz not null default now()
);
create index statement_paper on planning.statement (paper_id);
create index statement_entered_by on planning.statement (entered_by);
select platform.guard('planning.statement');
create policy sees_paper on planning.statement for select to nettungen_app
  using (exists (select from planning.paper where paper.id = paper_id));
create policy enters on planning.statement for insert to nettungen_app
  with check (entered_by = (select platform.actor()) and exists (
    select from planning.paper where paper.id = paper_id and paper.kind = 'consultation'
      and paper.organization_id = any ((select organizations.reach('{coordinator}'))::uuid[])));
grant select on planning.statement to nettungen_app;
grant insert (paper_id, on_behalf_of, text, given_on, submission, entered_by) on planning.statement to nettungen_app;

create table planning.statement_answer (
  number bigint primary key generated always as identity,
  statement_id uuid not null references planning.statement on delete cascade,
  outcome text not null check (outcome in ('followed', 'partly', 'not-followed', 'noted')),
  text text not null check (length(trim(text)) between 1 and 4000),
  submission uuid not null unique,
  answered_by uuid references people.person on delete set null,
  answered_at timestamptz not null default now()
);
create index statement_answer_statement on planning.statement_answer (statement_id, number);
create index statement_answer_answered_by on planning.statement_answer (answered_by);
select platform.guard('planning.statement_answer');
create policy sees_statement on planning.statement_answer for select to nettungen_app
  using (exists (select from planning.statement where statement.id = statement_id));
create policy answers on planning.statement_answer for insert to nettungen_app
  with check (answered_by = (select platform.actor()) and exists (
    select from planning.statement join planning.paper on paper.id = statement.paper_id
    where statement.id = statement_id
      and paper.organization_id = any ((select organizations.reach('{coordinator}'))::uuid[])));
grant select on planning.statement_answer to nettungen_app;
grant insert (statement_id, outcome, text, submission, answered_by) on planning.statement_answer to nettungen_app;

-- Whom who acts may name where she sees what was done: herself and her colleagues.
create view planning.colleague with (security_invoker = true) as select person.id, person.name from people.person;
grant select on planning.colleague to nettungen_app;

-- ---------------------------------------------------------------- evaluations are asked for
-- That coordinators were reminded of an evaluation: once for each date and step, 30 and 7 days before and on the day or later.
create table planning.reminder (
  paper_id uuid not null references planning.paper on delete cascade,
  due_on date not null,
  step smallint not null check (step in (30, 7, 0)),
  reminded_on date not null,
  primary key (paper_id, due_on, step)
);
select platform.guard('planning.reminder');
create policy worker_reads on planning.reminder for select to nettungen_worker using (true);
create policy worker_notes on planning.reminder for insert to nettungen_worker with check (true);
grant select on planning.reminder to nettungen_worker;
grant insert (paper_id, due_on, step, reminded_on) on planning.reminder to nettungen_worker;

insert into platform.job_kind (name, is_daily) values ('planning.remind', true);

-- When concretisations are to be evaluated next: on the day of the plan for it, later on the day that the last evaluation named. None
-- where it named none, or that are closed.
create function planning.due_evaluations() returns table (paper_id uuid, due_on date)
  language sql stable
  set search_path = ''
begin atomic
  select paper.id, coalesce(last.next_on, case when last.id is null then (paper.fields->>'evaluate_on')::date end)
  from planning.paper
  left join lateral (
    select evaluation.id, evaluation.next_on from planning.evaluation
    where evaluation.paper_id = paper.id order by evaluation.id desc limit 1) last on true
  left join lateral (
    select paper_state.state from planning.paper_state
    where paper_state.paper_id = paper.id order by paper_state.number desc limit 1) stands on true
  where paper.kind = 'concretisation' and stands.state is distinct from 'closed'
    and coalesce(last.next_on, case when last.id is null then (paper.fields->>'evaluate_on')::date end) is not null;
end;
revoke execute on function planning.due_evaluations() from public;
grant execute on function planning.due_evaluations() to nettungen_app, nettungen_worker;

-- ---------------------------------------------------------------- the draft that a concretisation ends in
-- Begins a draft for those who coordinate the organisation, who else write no services: with the words that are given, and no more
-- can she do with it afterwards than any who reads it. With its owner's rights, since the document of a draft is nobody's to write
-- but by steps; so it asks first. The same submission begins one.
create function catalogue.begin_wanted_draft(owner uuid, unit uuid, submission uuid, document jsonb) returns uuid
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  begun uuid;
begin
  if not begin_wanted_draft.owner = any (organizations.reach('{coordinator}')) or (begin_wanted_draft.unit is not null and not exists (
      select from organizations.unit known
      where known.id = begin_wanted_draft.unit and known.organization_id = begin_wanted_draft.owner)) then
    raise insufficient_privilege using message = 'Not hers to begin there';
  end if;
  if begin_wanted_draft.document - '{name,summary,description,coverage}'::text[] <> '{}'
    or length(begin_wanted_draft.document::text) > 50000 then
    raise check_violation using message = 'A draft that is wanted holds some words and where it is for';
  end if;
  insert into catalogue.draft (owner_id, unit_id, document, submission, created_by)
  values (begin_wanted_draft.owner, begin_wanted_draft.unit, begin_wanted_draft.document, begin_wanted_draft.submission, platform.actor())
  on conflict on constraint draft_submission_key do nothing
  returning id into begun;
  return coalesce(begun, (select draft.id from catalogue.draft
    where draft.submission = begin_wanted_draft.submission and draft.owner_id = begin_wanted_draft.owner));
end $$;
revoke execute on function catalogue.begin_wanted_draft(uuid, uuid, uuid, jsonb) from public;
grant execute on function catalogue.begin_wanted_draft(uuid, uuid, uuid, jsonb) to nettungen_app;
