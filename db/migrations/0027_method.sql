-- The method as an organisation goes through it, round by round, and what its units say of their cooperation. Both are papers
-- (0025_plans.sql); what is done to a step beside writing on it is rows here. See docs/adr/0037-method-and-cooperation.md.

-- ---------------------------------------------------------------- rounds
-- A time through the eight steps. A new one is begun when the last has ended.
create table planning.method_round (
  id uuid primary key default platform.new_id(),
  organization_id uuid not null references organizations.organization on delete restrict,
  number integer not null check (number > 0),
  submission uuid not null unique,
  opened_by uuid references people.person on delete set null,        -- null: the operator, or with the demo data
  opened_at timestamptz not null default now(),
  unique (organization_id, number),
  unique (id, organization_id)
);
create index method_round_opened_by on planning.method_round (opened_by);
select platform.guard('planning.method_round');

-- That a round is over, and what was learnt in it. From then on nothing in it changes.
create table planning.method_round_end (
  round_id uuid primary key references planning.method_round on delete cascade,
  learnt text not null check (length(trim(learnt)) between 1 and 4000),
  submission uuid not null unique,
  ended_by uuid references people.person on delete set null,
  ended_at timestamptz not null default now()
);
create index method_round_end_ended_by on planning.method_round_end (ended_by);
select platform.guard('planning.method_round_end');

create function planning.check_round() returns trigger
  language plpgsql volatile
  set search_path = ''
as $$
declare
  last planning.method_round;
begin
  select * into last from planning.method_round
  where organization_id = new.organization_id order by number desc limit 1;
  if new.number <> coalesce(last.number, 0) + 1 or (last.id is not null and not exists (
      select from planning.method_round_end where round_id = last.id)) then
    raise check_violation using message = 'a round is begun after the last has ended';
  end if;
  return new;
end $$;
revoke execute on function planning.check_round() from public;
create trigger method_round_100_check before insert on planning.method_round
  for each row execute function planning.check_round();

create policy reads on planning.method_round for select to nettungen_app
  using (organization_id = any ((select planning.readable())::uuid[]));
create policy opens on planning.method_round for insert to nettungen_app
  with check (opened_by = (select platform.actor())
    and organization_id = any ((select organizations.reach('{coordinator}'))::uuid[]));
grant select on planning.method_round to nettungen_app;
grant insert (organization_id, number, submission, opened_by) on planning.method_round to nettungen_app;

create policy sees_round on planning.method_round_end for select to nettungen_app
  using (exists (select from planning.method_round where method_round.id = round_id));
create policy ends on planning.method_round_end for insert to nettungen_app
  with check (ended_by = (select platform.actor()) and exists (
    select from planning.method_round where method_round.id = round_id
      and method_round.organization_id = any ((select organizations.reach('{coordinator}'))::uuid[])));
grant select on planning.method_round_end to nettungen_app;
grant insert (round_id, learnt, submission, ended_by) on planning.method_round_end to nettungen_app;

-- ---------------------------------------------------------------- two more kinds of paper
alter table planning.paper
  add column round_id uuid,
  add column step text check (step in
    ('anchoring', 'group', 'platform', 'mapping', 'analysis', 'planning', 'carrying-out', 'evaluation')),
  add column unit_id uuid;
alter table planning.paper
  drop constraint paper_kind_check,
  drop constraint paper_check1,
  add constraint paper_kind_check
    check (kind in ('plan', 'measure', 'consultation', 'concretisation', 'method-step', 'cooperation')) not valid,
  add constraint paper_fields_of_kind check (fields - case kind
    when 'plan' then '{title,about,type,from_year,to_year,responsible,link}'::text[]
    when 'measure' then '{number,title,text,responsible,units,starts_on,ends_on,economy,links,source}'
    when 'consultation' then '{question,deadline,invited,link}'
    when 'concretisation' then
      '{title,need,goal,target_group,method,resources,cost_nok,funding,responsible,unit,starts_on,ends_on,evaluation,evaluate_on,links,service}'
    when 'method-step' then '{responsible,unit,starts_on,ends_on,note}'
    else '{contributes,needs,offers,gains,challenges,contact,source}'
  end = '{}') not valid,
  add constraint paper_step_of_round check ((round_id is not null) = (kind = 'method-step') and (step is not null) = (kind = 'method-step')) not valid,
  add constraint paper_of_unit check ((unit_id is not null) = (kind = 'cooperation')) not valid,
  add constraint paper_round foreign key (round_id, organization_id)
    references planning.method_round (id, organization_id) on delete cascade not valid,
  add constraint paper_unit foreign key (unit_id, organization_id)
    references organizations.unit (id, organization_id) on delete restrict not valid,
  add constraint paper_one_of_step unique (round_id, step),
  add constraint paper_one_of_unit unique (unit_id);
alter table planning.paper validate constraint paper_kind_check;
alter table planning.paper validate constraint paper_fields_of_kind;
alter table planning.paper validate constraint paper_step_of_round;
alter table planning.paper validate constraint paper_of_unit;
alter table planning.paper validate constraint paper_round;
alter table planning.paper validate constraint paper_unit;
create index paper_round on planning.paper (round_id, organization_id);
create index paper_unit on planning.paper (unit_id, organization_id);
grant insert (round_id, step, unit_id) on planning.paper to nettungen_app;

-- What a unit says of its cooperation is for everybody who works in the organisation, and its own to write; the coordinator may too.
create policy reads_cooperation on planning.paper for select to nettungen_app
  using (kind = 'cooperation' and organization_id = any ((select organizations.my_organizations())::uuid[]));
create policy begins_cooperation on planning.paper for insert to nettungen_app
  with check (created_by = (select platform.actor()) and kind = 'cooperation'
    and unit_id = any ((select organizations.reach('{editor,leader}'))::uuid[]));
-- Nothing is added to a round that has ended.
alter policy begins on planning.paper with check (created_by = (select platform.actor())
  and organization_id = any ((select organizations.reach('{coordinator}'))::uuid[])
  and not exists (select from planning.method_round_end ended where ended.round_id = paper.round_id));

create or replace function planning.take_change() returns trigger
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  held planning.paper;
begin
  select * into held from planning.paper where id = new.paper_id for update;
  if held.id is null or (session_user = 'nettungen_app'
      and not held.organization_id = any (organizations.reach('{coordinator}'))
      and not (held.kind = 'cooperation' and held.unit_id = any (organizations.reach('{editor,leader}')))) then
    raise insufficient_privilege using message = 'There is no such paper';
  end if;
  if exists (select from planning.method_round_end where round_id = held.round_id) then
    raise check_violation using message = 'The round has ended';
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

alter policy changes on planning.paper_change with check (person_id = (select platform.actor()) and exists (
  select from planning.paper where paper.id = paper_id
    and (paper.organization_id = any ((select organizations.reach('{coordinator}'))::uuid[])
      or (paper.kind = 'cooperation' and paper.unit_id = any ((select organizations.reach('{editor,leader}'))::uuid[])))));

create or replace function planning.check_state() returns trigger
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
      when 'method-step' then '{not-started,started,done}'
      else '{}' end) then
    raise check_violation using message = format('a %s cannot be %s', held.kind, new.state);
  end if;
  if held.kind = 'concretisation' and new.state = 'closed'
    and not exists (select from planning.evaluation where evaluation.paper_id = new.paper_id) then
    raise check_violation using message = 'a concretisation is not closed without an evaluation';
  end if;
  if exists (select from planning.method_round_end where round_id = held.round_id) then
    raise check_violation using message = 'The round has ended';
  end if;
  return new;
end $$;

-- ---------------------------------------------------------------- what is done in a step
-- An item of the checklist was ticked, or its tick taken away. The last row holds. Items are keys of content/method.yaml.
create table planning.method_tick (
  number bigint primary key generated always as identity,
  paper_id uuid not null references planning.paper on delete cascade,
  item text not null check (item ~ '^[a-z0-9-]{3,60}$'),
  is_done boolean not null,
  submission uuid not null,
  ticked_by uuid references people.person on delete set null,
  ticked_at timestamptz not null default now(),
  unique (submission, item)
);
create index method_tick_paper on planning.method_tick (paper_id, item, number);
create index method_tick_ticked_by on planning.method_tick (ticked_by);
select platform.guard('planning.method_tick');
create policy sees_paper on planning.method_tick for select to nettungen_app
  using (exists (select from planning.paper where paper.id = paper_id));
create policy ticks on planning.method_tick for insert to nettungen_app
  with check (ticked_by = (select platform.actor()) and exists (
    select from planning.paper where paper.id = paper_id and paper.kind = 'method-step'
      and paper.organization_id = any ((select organizations.reach('{coordinator}'))::uuid[])
      and not exists (select from planning.method_round_end ended where ended.round_id = paper.round_id)));
grant select on planning.method_tick to nettungen_app;
grant insert (paper_id, item, is_done, submission, ticked_by) on planning.method_tick to nettungen_app;

-- A document of a step: what it is called and where it lies. It is not kept here.
create table planning.method_document (
  id uuid primary key default platform.new_id(),
  paper_id uuid not null references planning.paper on delete cascade,
  title text not null check (length(trim(title)) between 1 and 200),
  link text not null check (link ~ '^https?://' and length(link) <= 2000),
  submission uuid not null unique,
  added_by uuid references people.person on delete set null,
  added_at timestamptz not null default now()
);
create index method_document_paper on planning.method_document (paper_id);
create index method_document_added_by on planning.method_document (added_by);
select platform.guard('planning.method_document');
create policy sees_paper on planning.method_document for select to nettungen_app
  using (exists (select from planning.paper where paper.id = paper_id));
create policy adds on planning.method_document for insert to nettungen_app
  with check (added_by = (select platform.actor()) and exists (
    select from planning.paper where paper.id = paper_id and paper.kind = 'method-step'
      and paper.organization_id = any ((select organizations.reach('{coordinator}'))::uuid[])
      and not exists (select from planning.method_round_end ended where ended.round_id = paper.round_id)));
grant select on planning.method_document to nettungen_app;
grant insert (paper_id, title, link, submission, added_by) on planning.method_document to nettungen_app;

create table planning.method_document_removal (
  document_id uuid primary key references planning.method_document on delete cascade,
  removed_by uuid references people.person on delete set null,
  removed_at timestamptz not null default now()
);
create index method_document_removal_removed_by on planning.method_document_removal (removed_by);
select platform.guard('planning.method_document_removal');
create policy sees_document on planning.method_document_removal for select to nettungen_app
  using (exists (select from planning.method_document where method_document.id = document_id));
create policy removes on planning.method_document_removal for insert to nettungen_app
  with check (removed_by = (select platform.actor()) and exists (
    select from planning.method_document document join planning.paper on paper.id = document.paper_id
    where document.id = document_id
      and paper.organization_id = any ((select organizations.reach('{coordinator}'))::uuid[])
      and not exists (select from planning.method_round_end ended where ended.round_id = paper.round_id)));
grant select on planning.method_document_removal to nettungen_app;
grant insert (document_id, removed_by) on planning.method_document_removal to nettungen_app;

-- ---------------------------------------------------------------- how the municipalities get on
-- For who coordinates a county, a region or the state: the municipalities of its area, with the round each is in, how many of the eight
-- steps are under way and done, and on which day something last changed. With its owner's rights, since she may not see the rounds
-- themselves: these columns are all she gets, never a word that was written.
create function planning.method_status() returns table (
    area_code text, round integer, opened_on date, ended_on date, under_way integer, done integer, changed_on date)
  language sql stable security definer
  set search_path = ''
begin atomic
  with place as (
    select distinct area.code
    from organizations.my_roles() mine
    join organizations.organization on organization.id = mine.organization_id
    join areas.closure on closure.ancestor_code = organization.area_code
    join areas.area on area.code = closure.descendant_code and area.kind = 'municipality'
    where mine.role = 'coordinator' and mine.unit_id is null and organization.level in ('county', 'region', 'state')
  ),
  newest as (
    select distinct on (place.code) place.code, round.id, round.number, round.opened_at, ended.ended_at
    from place
    join organizations.organization on organization.area_code = place.code and organization.level = 'municipality'
    join planning.method_round round on round.organization_id = organization.id
    left join planning.method_round_end ended on ended.round_id = round.id
    order by place.code, round.opened_at desc, round.id
  ),
  step as (
    select newest.code, stands.state,
      greatest(paper.changed_at, stands.set_at,
        (select max(tick.ticked_at) from planning.method_tick tick where tick.paper_id = paper.id)) as changed_at
    from newest
    join planning.paper on paper.round_id = newest.id
    left join lateral (
      select paper_state.state, paper_state.set_at from planning.paper_state
      where paper_state.paper_id = paper.id order by paper_state.number desc limit 1) stands on true
  ),
  counted as (
    select step.code, (count(*) filter (where step.state = 'started'))::integer as under_way,
      (count(*) filter (where step.state = 'done'))::integer as done, max(step.changed_at) as changed_at
    from step group by step.code
  )
  select place.code, newest.number, (newest.opened_at at time zone 'Europe/Oslo')::date,
    (newest.ended_at at time zone 'Europe/Oslo')::date, coalesce(counted.under_way, 0), coalesce(counted.done, 0),
    (greatest(newest.opened_at, newest.ended_at, counted.changed_at) at time zone 'Europe/Oslo')::date
  from place
  left join newest on newest.code = place.code
  left join counted on counted.code = place.code;
end;
revoke execute on function planning.method_status() from public;
grant execute on function planning.method_status() to nettungen_app;

-- ---------------------------------------------------------------- finding in descriptions of cooperation
-- The words of a description as they are searched, by their stems. There are some dozens in an organisation: no index.
create function planning.words_of(fields jsonb) returns tsvector
  language sql immutable strict parallel safe
  set search_path = ''
  return to_tsvector('pg_catalog.norwegian', coalesce(fields->>'contributes', '') || ' ' || coalesce(fields->>'needs', '') || ' '
    || coalesce(fields->>'offers', '') || ' ' || coalesce(fields->>'gains', '') || ' ' || coalesce(fields->>'challenges', ''));
revoke execute on function planning.words_of(jsonb) from public;
grant execute on function planning.words_of(jsonb) to nettungen_app;
