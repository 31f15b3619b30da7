-- Mapping rounds: what a municipality or county has, told by its units one by one, and frozen when the round ends. See docs/adr/0034.
--
-- Nothing here is public. What was frozen is changed by nobody, its owner included.
create schema mapping;
grant usage on schema mapping to nettungen_app, nettungen_worker;

-- ---------------------------------------------------------------- what others offer
create view organizations.closed_unit with (security_invoker = true) as select unit_id from organizations.unit_closing;
grant select on organizations.closed_unit to nettungen_app;

-- Whose a public service is, down to the unit.
create view catalogue.published_home with (security_invoker = true) as
select service_id, organization_id, unit_id from catalogue.service_organization where role = 'owner';
grant select on catalogue.published_home to nettungen_app, nettungen_public, nettungen_worker;

-- When it was last said of a service that it is still true, to those who see it as it is worked on: the public form follows by a job.
create view catalogue.confirmed_service with (security_invoker = true) as
select draft_id as service_id, max(confirmed_on) as confirmed_on from catalogue.confirmation group by draft_id;
grant select on catalogue.confirmed_service to nettungen_app, nettungen_worker;

-- Services that who acts sees as they are worked on, public or not.
create view catalogue.worked_on_service with (security_invoker = true) as
select draft.id, draft.owner_id, draft.unit_id, coalesce(draft.document->'name', '{}') as name,
  draft.document->>'room' as room_code, draft.created_at, draft.changed_at,
  exists (select from catalogue.service where service.id = draft.id) as is_public
from catalogue.draft;
grant select on catalogue.worked_on_service to nettungen_app, nettungen_worker;

-- ---------------------------------------------------------------- rounds
create table mapping.round (
  id uuid primary key default platform.new_id(),
  organization_id uuid not null references organizations.organization on delete restrict,
  area_code text not null references areas.area on delete restrict,      -- its own: a municipality or a county
  title text not null check (length(title) between 1 and 120),
  message text check (length(message) <= 4000),
  submission uuid not null unique,                                       -- of the form that opened it: sent twice, it is one
  opened_by uuid references people.person on delete set null,            -- null: with the demo data
  opened_at timestamptz not null default now(),
  unique (id, organization_id)
);
create index round_organization on mapping.round (organization_id, opened_at);
create index round_area on mapping.round (area_code);
create index round_opened_by on mapping.round (opened_by);
select platform.guard('mapping.round');

-- The day by which answers are wanted: the last row holds.
create table mapping.deadline (
  number bigint primary key generated always as identity,
  round_id uuid not null references mapping.round on delete restrict,
  last_day date not null,
  set_by uuid references people.person on delete set null,
  set_at timestamptz not null default now()
);
create index deadline_round on mapping.deadline (round_id, number);
create index deadline_set_by on mapping.deadline (set_by);
select platform.guard('mapping.deadline');

-- Who is asked: a unit, or an organisation as a whole; also a voluntary or private organisation of the place.
create table mapping.respondent (
  id uuid primary key default platform.new_id(),
  round_id uuid not null,
  held_by uuid not null,                                                 -- the organisation whose round it is
  organization_id uuid not null references organizations.organization on delete restrict,
  unit_id uuid references organizations.unit on delete restrict,         -- null: as a whole
  unique nulls not distinct (round_id, organization_id, unit_id),
  foreign key (round_id, held_by) references mapping.round (id, organization_id) on delete restrict
);
create index respondent_round on mapping.respondent (round_id, held_by);
create index respondent_organization on mapping.respondent (organization_id);
create index respondent_unit on mapping.respondent (unit_id);
select platform.guard('mapping.respondent');

create table mapping.question (
  id uuid primary key default platform.new_id(),
  round_id uuid not null references mapping.round on delete restrict,
  position smallint not null check (position between 1 and 40),
  code text check (code ~ '^[a-z0-9-]{2,60}$'),                          -- of the standard set; null: the coordinator's own
  wording jsonb not null check (jsonb_typeof(wording) = 'object' and length(wording::text) <= 4000),
  unique (round_id, position)
);
select platform.guard('mapping.question');

-- What a unit says: of a service that it is not theirs, of a room that they have none and why, to a question. The last row of each
-- holds. That a service is still true is said by the catalogue's confirmation, and nowhere here.
create table mapping.answer (
  number bigint primary key generated always as identity,
  respondent_id uuid not null references mapping.respondent on delete restrict,
  service_id uuid references catalogue.service_record on delete cascade,
  room_code text references catalogue.room on delete restrict,
  question_id uuid references mapping.question on delete restrict,
  outcome text not null check (outcome in ('not-ours', 'none', 'answered', 'open')),   -- open: taken back
  reason text check (reason in ('not-ours', 'others', 'no-need', 'no-means', 'planned', 'other')),
  text text check (length(text) between 1 and 4000),
  answered_by uuid references people.person on delete set null,
  answered_at timestamptz not null default now(),
  check (num_nonnulls(service_id, room_code, question_id) = 1),
  check (case outcome
    when 'open' then reason is null and text is null
    when 'not-ours' then service_id is not null and reason is null
    when 'none' then room_code is not null and reason is not null
    else question_id is not null and reason is null and text is not null end)
);
create index answer_respondent on mapping.answer (respondent_id, number);
create index answer_service on mapping.answer (service_id);
create index answer_room on mapping.answer (room_code);
create index answer_question on mapping.answer (question_id);
create index answer_answered_by on mapping.answer (answered_by);
select platform.guard('mapping.answer');

-- "We are done": answers may still be changed until the round is closed.
create table mapping.completion (
  respondent_id uuid primary key references mapping.respondent on delete restrict,
  completed_by uuid references people.person on delete set null,
  completed_at timestamptz not null default now()
);
create index completion_completed_by on mapping.completion (completed_by);
select platform.guard('mapping.completion');

-- What the coordinator sees in the answers. `origin`: the suggestion by rule that it began as.
create table mapping.finding (
  id uuid primary key default platform.new_id(),
  round_id uuid not null references mapping.round on delete restrict,
  kind text not null check (kind in ('need', 'overlap', 'resource')),
  room_code text references catalogue.room on delete restrict,
  origin text check (origin ~ '^[a-z-]+:[A-Za-z0-9:._-]{1,200}$'),
  title text not null check (length(title) between 1 and 200),
  text text check (length(text) <= 4000),
  revision integer not null default 0,
  submission uuid not null unique,
  written_by uuid references people.person on delete set null,
  written_at timestamptz not null default now(),
  changed_by uuid references people.person on delete set null,
  changed_at timestamptz not null default now()
);
create index finding_round on mapping.finding (round_id);
create index finding_room on mapping.finding (room_code);
create index finding_written_by on mapping.finding (written_by);
create index finding_changed_by on mapping.finding (changed_by);
select platform.guard('mapping.finding');

create table mapping.finding_removal (
  finding_id uuid primary key references mapping.finding on delete restrict,
  removed_by uuid references people.person on delete set null,
  removed_at timestamptz not null default now()
);
create index finding_removal_removed_by on mapping.finding_removal (removed_by);
select platform.guard('mapping.finding_removal');

-- What became of it, told afterwards too: the last row holds.
create table mapping.finding_outcome (
  number bigint primary key generated always as identity,
  finding_id uuid not null references mapping.finding on delete restrict,
  is_solved boolean not null,
  note text check (length(note) <= 2000),
  told_by uuid references people.person on delete set null,
  told_at timestamptz not null default now()
);
create index finding_outcome_finding on mapping.finding_outcome (finding_id, number);
create index finding_outcome_told_by on mapping.finding_outcome (told_by);
select platform.guard('mapping.finding_outcome');

create table mapping.round_closing (
  round_id uuid primary key references mapping.round on delete restrict,
  closed_by uuid references people.person on delete set null,
  closed_at timestamptz not null default now()
);
create index round_closing_closed_by on mapping.round_closing (closed_by);
select platform.guard('mapping.round_closing');

-- All of it as it was: services, answers, findings, progress, and the words that its report is written with.
create table mapping.snapshot (
  round_id uuid primary key references mapping.round_closing on delete restrict,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  hash bytea not null,                                                   -- SHA-256 of the content as text
  taken_at timestamptz not null default now()
);
select platform.guard('mapping.snapshot');

create function mapping.seal() returns trigger
  language plpgsql volatile
  set search_path = ''
as $$
begin
  new.hash := sha256(convert_to(new.content::text, 'UTF8'));
  return new;
end $$;
create trigger snapshot_050_seal before insert on mapping.snapshot for each row execute function mapping.seal();

create function mapping.refuse_change() returns trigger
  language plpgsql volatile
  set search_path = ''
as $$
begin
  raise exception 'a snapshot is never changed' using errcode = 'insufficient_privilege';
end $$;
create trigger snapshot_100_refuse_change before update or delete on mapping.snapshot
  for each row execute function mapping.refuse_change();
create trigger snapshot_101_refuse_truncate before truncate on mapping.snapshot
  for each statement execute function mapping.refuse_change();

-- That those of a respondent were told, once for each deadline and step: when it opened (90), 7 days before, the day before (1), after (0).
create table mapping.reminder (
  respondent_id uuid not null references mapping.respondent on delete restrict,
  last_day date not null,
  step smallint not null check (step in (90, 7, 1, 0)),
  reminded_on date not null,
  primary key (respondent_id, last_day, step)
);
select platform.guard('mapping.reminder');

-- ---------------------------------------------------------------- resources
-- What goes into a service in a year: the last row holds, and one without figures takes them back.
create table mapping.resource (
  number bigint primary key generated always as identity,
  service_id uuid not null references catalogue.service_record on delete cascade,
  year smallint not null check (year between 2000 and 2100),
  full_time_equivalents numeric(7, 2) check (full_time_equivalents >= 0),
  budget_nok bigint check (budget_nok between 0 and 100000000000),
  written_by uuid references people.person on delete set null,
  written_at timestamptz not null default now()
);
create index resource_service on mapping.resource (service_id, year, number);
create index resource_written_by on mapping.resource (written_by);
select platform.guard('mapping.resource');

-- ---------------------------------------------------------------- who may
-- The places that who acts answers for: where she edits or publishes, and the units that she leads. Who leads the whole
-- organisation reads, and answers for none of its units.
create function mapping.answering() returns uuid[]
  language sql stable
  set search_path = ''
begin atomic
  with led as materialized (select organizations.reach('{leader}') as ids)
  select array(
    select unnest(organizations.reach('{editor,publisher}'))
    union
    select unit.id from organizations.unit, led
    where unit.id = any (led.ids) and not unit.organization_id = any (led.ids));
end;

-- The rounds in which one of those is asked. With its owner's rights, since the policies of rounds and of who is asked would else ask
-- each other in a circle; it tells only of who acts.
create function mapping.my_rounds() returns uuid[]
  language sql stable security definer
  set search_path = ''
  return array(
    select asked.round_id from mapping.respondent asked
    where coalesce(asked.unit_id, asked.organization_id) = any ((select mapping.answering())::uuid[]));

revoke execute on all functions in schema mapping from public;
grant execute on function mapping.answering(), mapping.my_rounds() to nettungen_app;

create policy answers_for_all on mapping.round for select to nettungen_app
  using (organization_id = any ((select organizations.reach('{coordinator,leader,administrator}'))::uuid[]));
create policy is_asked on mapping.round for select to nettungen_app using (id = any ((select mapping.my_rounds())::uuid[]));
create policy coordinates on mapping.round for insert to nettungen_app
  with check (opened_by = (select platform.actor())
    and organization_id = any ((select organizations.reach('{coordinator}'))::uuid[])
    and area_code = any ((select organizations.reach_areas('{coordinator}'))::text[])
    and exists (select from organizations.organization own join areas.area on area.code = own.area_code
      where own.id = organization_id and own.area_code = round.area_code and area.kind in ('municipality', 'county')));
grant select on mapping.round to nettungen_app;
grant insert (id, organization_id, area_code, title, message, submission, opened_by) on mapping.round to nettungen_app;

create policy sees_round on mapping.round_closing for select to nettungen_app
  using (exists (select from mapping.round where round.id = round_id));
create policy coordinates on mapping.round_closing for insert to nettungen_app
  with check (closed_by = (select platform.actor()) and exists (select from mapping.round
    where round.id = round_id and round.organization_id = any ((select organizations.reach('{coordinator}'))::uuid[])));
grant select on mapping.round_closing to nettungen_app;
grant insert (round_id, closed_by) on mapping.round_closing to nettungen_app;

create policy sees_round on mapping.deadline for select to nettungen_app
  using (exists (select from mapping.round where round.id = round_id));
create policy coordinates on mapping.deadline for insert to nettungen_app
  with check (set_by = (select platform.actor())
    and exists (select from mapping.round
      where round.id = round_id and round.organization_id = any ((select organizations.reach('{coordinator}'))::uuid[]))
    and not exists (select from mapping.round_closing closed where closed.round_id = deadline.round_id));
grant select on mapping.deadline to nettungen_app;
grant insert (round_id, last_day, set_by) on mapping.deadline to nettungen_app;

create policy answers_for_all on mapping.respondent for select to nettungen_app
  using (held_by = any ((select organizations.reach('{coordinator,leader,administrator}'))::uuid[]));
create policy answers on mapping.respondent for select to nettungen_app
  using (coalesce(unit_id, organization_id) = any ((select mapping.answering())::uuid[]));
-- Its own units, and the voluntary and private organisations of the place. The key says that it is a round of theirs.
create policy coordinates on mapping.respondent for insert to nettungen_app
  with check (held_by = any ((select organizations.reach('{coordinator}'))::uuid[])
    and not exists (select from mapping.round_closing closed where closed.round_id = respondent.round_id)
    and case when organization_id = held_by
      then unit_id is null or exists (
        select from organizations.unit where unit.id = unit_id and unit.organization_id = held_by)
      else unit_id is null and exists (
        select from organizations.organization other join organizations.organization own on own.id = held_by
        where other.id = respondent.organization_id and other.level in ('voluntary', 'private')
          and other.area_code = own.area_code) end);
grant select on mapping.respondent to nettungen_app;
grant insert (round_id, held_by, organization_id, unit_id) on mapping.respondent to nettungen_app;

create policy sees_round on mapping.question for select to nettungen_app
  using (exists (select from mapping.round where round.id = round_id));
create policy coordinates on mapping.question for insert to nettungen_app
  with check (exists (select from mapping.round
      where round.id = round_id and round.organization_id = any ((select organizations.reach('{coordinator}'))::uuid[]))
    and not exists (select from mapping.round_closing closed where closed.round_id = question.round_id));
grant select on mapping.question to nettungen_app;
grant insert (round_id, position, code, wording) on mapping.question to nettungen_app;

create policy sees_respondent on mapping.answer for select to nettungen_app
  using (exists (select from mapping.respondent where respondent.id = respondent_id));
create policy answers on mapping.answer for insert to nettungen_app
  with check (answered_by = (select platform.actor())
    and exists (select from mapping.respondent asked where asked.id = respondent_id
      and coalesce(asked.unit_id, asked.organization_id) = any ((select mapping.answering())::uuid[])
      and not exists (select from mapping.round_closing closed where closed.round_id = asked.round_id)
      and (question_id is null or exists (select from mapping.question
        where question.id = question_id and question.round_id = asked.round_id))));
grant select on mapping.answer to nettungen_app;
grant insert (respondent_id, service_id, room_code, question_id, outcome, reason, text, answered_by)
  on mapping.answer to nettungen_app;

create policy sees_respondent on mapping.completion for select to nettungen_app
  using (exists (select from mapping.respondent where respondent.id = respondent_id));
create policy answers on mapping.completion for insert to nettungen_app
  with check (completed_by = (select platform.actor())
    and exists (select from mapping.respondent asked where asked.id = respondent_id
      and coalesce(asked.unit_id, asked.organization_id) = any ((select mapping.answering())::uuid[])
      and not exists (select from mapping.round_closing closed where closed.round_id = asked.round_id)));
grant select on mapping.completion to nettungen_app;
grant insert (respondent_id, completed_by) on mapping.completion to nettungen_app;

-- Findings and what was frozen are for those who see the whole round.
create policy answers_for_all on mapping.finding for select to nettungen_app
  using (exists (select from mapping.round where round.id = round_id
    and round.organization_id = any ((select organizations.reach('{coordinator,leader,administrator}'))::uuid[])));
create policy coordinates on mapping.finding for insert to nettungen_app
  with check (written_by = (select platform.actor()) and changed_by = (select platform.actor())
    and exists (select from mapping.round
      where round.id = round_id and round.organization_id = any ((select organizations.reach('{coordinator}'))::uuid[]))
    and not exists (select from mapping.round_closing closed where closed.round_id = finding.round_id));
create policy coordinates_change on mapping.finding for update to nettungen_app
  using (exists (select from mapping.round
      where round.id = round_id and round.organization_id = any ((select organizations.reach('{coordinator}'))::uuid[]))
    and not exists (select from mapping.round_closing closed where closed.round_id = finding.round_id))
  with check (changed_by = (select platform.actor()));
grant select on mapping.finding to nettungen_app;
grant insert (round_id, kind, room_code, origin, title, text, submission, written_by, changed_by),
  update (kind, room_code, title, text, revision, changed_by, changed_at) on mapping.finding to nettungen_app;

create policy sees_finding on mapping.finding_removal for select to nettungen_app
  using (exists (select from mapping.finding where finding.id = finding_id));
create policy coordinates on mapping.finding_removal for insert to nettungen_app
  with check (removed_by = (select platform.actor()) and exists (
    select from mapping.finding join mapping.round on round.id = finding.round_id
    where finding.id = finding_id and round.organization_id = any ((select organizations.reach('{coordinator}'))::uuid[])
      and not exists (select from mapping.round_closing closed where closed.round_id = round.id)));
grant select on mapping.finding_removal to nettungen_app;
grant insert (finding_id, removed_by) on mapping.finding_removal to nettungen_app;

create policy sees_finding on mapping.finding_outcome for select to nettungen_app
  using (exists (select from mapping.finding where finding.id = finding_id));
create policy coordinates on mapping.finding_outcome for insert to nettungen_app
  with check (told_by = (select platform.actor()) and exists (
    select from mapping.finding join mapping.round on round.id = finding.round_id
    where finding.id = finding_id and round.organization_id = any ((select organizations.reach('{coordinator}'))::uuid[])));
grant select on mapping.finding_outcome to nettungen_app;
grant insert (finding_id, is_solved, note, told_by) on mapping.finding_outcome to nettungen_app;

create policy answers_for_all on mapping.snapshot for select to nettungen_app
  using (exists (select from mapping.round where round.id = round_id
    and round.organization_id = any ((select organizations.reach('{coordinator,leader,administrator}'))::uuid[])));
create policy coordinates on mapping.snapshot for insert to nettungen_app
  with check (exists (
    select from mapping.round_closing closed join mapping.round on round.id = closed.round_id
    where closed.round_id = snapshot.round_id and closed.closed_by = (select platform.actor())
      and round.organization_id = any ((select organizations.reach('{coordinator}'))::uuid[])));
grant select on mapping.snapshot to nettungen_app;
grant insert (round_id, content) on mapping.snapshot to nettungen_app;

-- Resources are seen by those who see the service as it is worked on, and written by those who write it.
create policy sees_draft on mapping.resource for select to nettungen_app
  using (exists (select from catalogue.draft where draft.id = service_id));
create policy edits on mapping.resource for insert to nettungen_app
  with check (written_by = (select platform.actor()) and exists (
    select from catalogue.draft where draft.id = service_id
      and coalesce(draft.unit_id, draft.owner_id) = any ((select organizations.reach('{editor,publisher,administrator}'))::uuid[])));
grant select on mapping.resource to nettungen_app;
grant insert (service_id, year, full_time_equivalents, budget_nok, written_by) on mapping.resource to nettungen_app;

-- ---------------------------------------------------------------- reminding
insert into platform.job_kind (name, is_daily) values ('mapping.remind', true);
do $$ declare source text; begin
  foreach source in array '{round,deadline,respondent,completion,round_closing,reminder}'::text[] loop
    execute format('create policy worker_reads on mapping.%I for select to nettungen_worker using (true)', source);
    execute format('grant select on mapping.%I to nettungen_worker', source);
  end loop;
end $$;
create policy worker_notes on mapping.reminder for insert to nettungen_worker with check (true);
grant insert (respondent_id, last_day, step, reminded_on) on mapping.reminder to nettungen_worker;
