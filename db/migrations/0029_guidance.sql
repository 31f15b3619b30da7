-- What comes to municipalities from above, and what they know about themselves: guidelines that are acknowledged, enquiries that are
-- answered, indicators over the years. See docs/adr/0039-guidelines-enquiries-knowledge.md.

-- Guidelines and enquiries are written on papers until they are published or sent. What was said of the other kinds goes on being said,
-- also by migrations that came between.
do $$
declare
  kinds text := (select pg_get_expr(conbin, conrelid) from pg_constraint
    where conrelid = 'planning.paper'::regclass and conname = 'paper_kind_check');
  fields record;
begin
  select conname, pg_get_expr(conbin, conrelid) as rule into strict fields from pg_constraint
  where conrelid = 'planning.paper'::regclass and conname in ('paper_check1', 'paper_fields_of_kind');
  execute format('alter table planning.paper drop constraint paper_kind_check, drop constraint %I,
    add constraint paper_kind_check check (%s or kind in (''guideline'', ''enquiry'')) not valid,
    add constraint paper_fields_of_kind check (case
      when kind = ''guideline'' then fields - ''{title,text,link,rooms,groups,valid_from,valid_to,source}''::text[] = ''{}''
      when kind = ''enquiry'' then fields - ''{question,why,room,answer_kind,municipalities,deadline}''::text[] = ''{}''
      else %s end) not valid', fields.conname, kinds, fields.rule);
end $$;
alter table planning.paper validate constraint paper_kind_check;
alter table planning.paper validate constraint paper_fields_of_kind;
-- They come from above: from the state, a region or a county.
create policy guidance_from_above on planning.paper as restrictive for insert to nettungen_app
  with check (kind not in ('guideline', 'enquiry') or exists (
    select from organizations.organization own
    where own.id = organization_id and own.level in ('state', 'region', 'county') and own.area_code is not null));

-- Names of areas, for pages that list municipalities.
create view areas.named_area with (security_invoker = true) as select code, kind, name, distinct_name from areas.area;
grant select on areas.named_area to nettungen_app, nettungen_public, nettungen_worker;

-- The places in whose plans who acts has a part, in any of the roles that read them. A body that several municipalities own speaks for
-- none of them.
create function planning.places() returns text[]
  language sql stable
  set search_path = ''
begin atomic
  select array(
    select distinct own.area_code from organizations.organization own
    where own.id = any (planning.readable()) and own.area_code is not null
      and (own.level in ('region', 'state')
        or own.level in ('municipality', 'county') and organizations.is_of_its_area(own.id, own.level)));
end;

-- The counties and governors' regions that who acts coordinates: there she gathers what municipalities are asked.
create function planning.regions() returns text[]
  language sql stable
  set search_path = ''
begin atomic
  select array(
    select area.code from areas.area
    where area.code = any (organizations.reach_areas('{coordinator}')) and (area.kind = 'county' or area.region_kind = 'governor'));
end;

-- Is it the municipality itself, and does it lie in the area?
create function planning.is_municipality_in(organization uuid, place text) returns boolean
  language sql stable
  set search_path = ''
  return organizations.is_of_its_area(organization, 'municipality') and exists (
    select from organizations.organization own join areas.closure lies on lies.descendant_code = own.area_code
    where own.id = organization and lies.ancestor_code = place);
revoke execute on function planning.places(), planning.regions(), planning.is_municipality_in(uuid, text) from public;
grant execute on function planning.places(), planning.regions(), planning.is_municipality_in(uuid, text) to nettungen_app;

-- ---------------------------------------------------------------- guidelines
-- A guideline as it was published, or that it was withdrawn. The last row of a paper holds; municipalities read this, never the paper,
-- on which somebody may be writing the next.
create table planning.guideline_publication (
  id uuid primary key default platform.new_id(),
  number bigint generated always as identity,
  paper_id uuid not null references planning.paper on delete cascade,
  outcome text not null check (outcome in ('published', 'withdrawn')),
  organization_id uuid not null references organizations.organization on delete restrict,
  area_code text not null references areas.area on delete restrict,  -- whose municipalities it is for
  fields jsonb not null check (jsonb_typeof(fields) = 'object'),
  submission uuid not null unique,
  decided_by uuid references people.person on delete set null,       -- null: with the demo data
  decided_at timestamptz not null default now()
);
create index guideline_publication_paper on planning.guideline_publication (paper_id, number);
create index guideline_publication_organization on planning.guideline_publication (organization_id);
create index guideline_publication_area on planning.guideline_publication (area_code);
create index guideline_publication_decided_by on planning.guideline_publication (decided_by);
select platform.guard('planning.guideline_publication');

-- What is published is what stands on the paper, and nothing that was sent along.
create function planning.take_guideline() returns trigger
  language plpgsql volatile
  set search_path = ''
as $$
begin
  select paper.organization_id, own.area_code, paper.fields into new.organization_id, new.area_code, new.fields
  from planning.paper join organizations.organization own on own.id = paper.organization_id
  where paper.id = new.paper_id and paper.kind = 'guideline';
  if new.organization_id is null then
    raise insufficient_privilege using message = 'There is no such guideline';
  end if;
  return new;
end $$;
revoke execute on function planning.take_guideline() from public;
create trigger guideline_publication_100_take before insert on planning.guideline_publication
  for each row execute function planning.take_guideline();

create policy sends on planning.guideline_publication for select to nettungen_app
  using (organization_id = any ((select planning.readable())::uuid[]));
create policy lies_within on planning.guideline_publication for select to nettungen_app
  using (exists (select from areas.closure
    where ancestor_code = area_code and descendant_code = any ((select planning.places())::text[])));
create policy publishes on planning.guideline_publication for insert to nettungen_app
  with check (decided_by = (select platform.actor())
    and organization_id = any ((select organizations.reach('{coordinator}'))::uuid[]));
grant select on planning.guideline_publication to nettungen_app;
grant insert (paper_id, outcome, submission, decided_by) on planning.guideline_publication to nettungen_app;

-- That a municipality has taken note of a guideline as it was published, with a note for its own.
create table planning.acknowledgement (
  id uuid primary key default platform.new_id(),
  publication_id uuid not null references planning.guideline_publication on delete cascade,
  organization_id uuid not null references organizations.organization on delete cascade,
  note text check (length(note) between 1 and 2000),
  submission uuid not null unique,
  acknowledged_by uuid references people.person on delete set null,
  acknowledged_at timestamptz not null default now(),
  unique (publication_id, organization_id)
);
create index acknowledgement_organization on planning.acknowledgement (organization_id);
create index acknowledgement_acknowledged_by on planning.acknowledgement (acknowledged_by);
select platform.guard('planning.acknowledgement');
create policy is_its_own on planning.acknowledgement for select to nettungen_app
  using (organization_id = any ((select planning.readable())::uuid[]));
create policy acknowledges on planning.acknowledgement for insert to nettungen_app
  with check (acknowledged_by = (select platform.actor())
    and organization_id = any ((select organizations.reach('{coordinator}'))::uuid[])
    and exists (select from planning.guideline_publication published
      where published.id = publication_id and published.outcome = 'published'
        and planning.is_municipality_in(acknowledgement.organization_id, published.area_code)));
grant select on planning.acknowledgement to nettungen_app;
grant insert (publication_id, organization_id, note, submission, acknowledged_by) on planning.acknowledgement to nettungen_app;

-- Which municipalities have acknowledged a publication and on which day, for those who sent it; neither who there nor what they noted.
-- With its owner's rights, since a policy gives whole rows; so it asks first who sent it.
create function planning.acknowledged(publications uuid[]) returns table (publication_id uuid, organization_id uuid, acknowledged_on date)
  language sql stable security definer
  set search_path = ''
begin atomic
  select noted.publication_id, noted.organization_id, (noted.acknowledged_at at time zone 'Europe/Oslo')::date
  from planning.acknowledgement noted
  join planning.guideline_publication published on published.id = noted.publication_id
  where noted.publication_id = any (publications) and published.organization_id = any (planning.readable());
end;
revoke execute on function planning.acknowledged(uuid[]) from public;
grant execute on function planning.acknowledged(uuid[]) to nettungen_app;

-- ---------------------------------------------------------------- enquiries
-- An enquiry as it was sent: from then on it is not changed, since municipalities answer what it asked.
create table planning.enquiry (
  paper_id uuid primary key references planning.paper on delete cascade,
  organization_id uuid not null references organizations.organization on delete restrict,
  question text not null check (length(trim(question)) between 1 and 1000),
  why text not null default '',
  room text,
  answer_kind text not null check (answer_kind in ('text', 'number', 'yes-no', 'link')),
  municipalities text[] not null check (cardinality(municipalities) between 1 and 400),
  deadline date not null,
  submission uuid not null unique,
  sent_by uuid references people.person on delete set null,
  sent_at timestamptz not null default now()
);
create index enquiry_organization on planning.enquiry (organization_id);
create index enquiry_municipalities on planning.enquiry using gin (municipalities);
create index enquiry_sent_by on planning.enquiry (sent_by);
select platform.guard('planning.enquiry');

create function planning.send_enquiry() returns trigger
  language plpgsql volatile
  set search_path = ''
as $$
declare
  place text;
begin
  select paper.organization_id, own.area_code, paper.fields->>'question', coalesce(paper.fields->>'why', ''), paper.fields->>'room',
    paper.fields->>'answer_kind', (paper.fields->>'deadline')::date,
    array(select distinct jsonb_array_elements_text(paper.fields->'municipalities'))
  into new.organization_id, place, new.question, new.why, new.room, new.answer_kind, new.deadline, new.municipalities
  from planning.paper join organizations.organization own on own.id = paper.organization_id
  where paper.id = new.paper_id and paper.kind = 'enquiry';
  if new.organization_id is null then
    raise insufficient_privilege using message = 'There is no such enquiry';
  end if;
  if exists (select from unnest(new.municipalities) asked (code) where not exists (
      select from areas.closure join areas.area on area.code = asked.code
      where ancestor_code = place and descendant_code = asked.code and area.kind = 'municipality')) then
    raise check_violation using message = 'Only municipalities of its own area are asked';
  end if;
  return new;
end $$;
revoke execute on function planning.send_enquiry() from public;
create trigger enquiry_100_send before insert on planning.enquiry
  for each row execute function planning.send_enquiry();

-- Seen by who asks, by who is asked, and by all above who could have asked the same.
create policy asks on planning.enquiry for select to nettungen_app
  using (organization_id = any ((select planning.readable())::uuid[]));
create policy is_about_hers on planning.enquiry for select to nettungen_app
  using (exists (select from areas.closure
    where descendant_code = any (municipalities) and ancestor_code = any ((select planning.places())::text[])));
create policy worker_reads on planning.enquiry for select to nettungen_worker using (true);
create policy sends on planning.enquiry for insert to nettungen_app
  with check (sent_by = (select platform.actor())
    and organization_id = any ((select organizations.reach('{coordinator}'))::uuid[]));
grant select on planning.enquiry to nettungen_app, nettungen_worker;
grant insert (paper_id, submission, sent_by) on planning.enquiry to nettungen_app;

-- What a municipality answered; its last row holds. Nothing is wiped out.
create table planning.enquiry_answer (
  number bigint primary key generated always as identity,
  enquiry_id uuid not null references planning.enquiry on delete cascade,
  organization_id uuid not null references organizations.organization on delete cascade,
  area_code text not null references areas.area on delete cascade,
  value text not null check (length(trim(value)) between 1 and 8000),
  is_shared boolean not null default false,                          -- may others who think of asking the same read it?
  submission uuid not null unique,
  answered_by uuid references people.person on delete set null,
  answered_at timestamptz not null default now()
);
create index enquiry_answer_enquiry on planning.enquiry_answer (enquiry_id, area_code, number);
create index enquiry_answer_organization on planning.enquiry_answer (organization_id);
create index enquiry_answer_area on planning.enquiry_answer (area_code);
create index enquiry_answer_answered_by on planning.enquiry_answer (answered_by);
select platform.guard('planning.enquiry_answer');

-- It is of the kind that was asked for, and of the municipality that answers.
create function planning.check_enquiry_answer() returns trigger
  language plpgsql volatile
  set search_path = ''
as $$
declare
  kind text := (select enquiry.answer_kind from planning.enquiry where enquiry.paper_id = new.enquiry_id);
begin
  if kind is null then
    raise insufficient_privilege using message = 'There is no such enquiry';
  end if;
  if not (case kind
      when 'number' then new.value ~ '^-?[0-9]{1,12}([.][0-9]{1,3})?$'
      when 'yes-no' then new.value in ('yes', 'no')
      when 'link' then new.value ~ '^https?://'
      else true end) then
    raise check_violation using message = 'Another kind of answer was asked for';
  end if;
  new.area_code := (select own.area_code from organizations.organization own where own.id = new.organization_id);
  return new;
end $$;
revoke execute on function planning.check_enquiry_answer() from public;
create trigger enquiry_answer_100_check before insert on planning.enquiry_answer
  for each row execute function planning.check_enquiry_answer();

create policy is_its_own on planning.enquiry_answer for select to nettungen_app
  using (organization_id = any ((select planning.readable())::uuid[]));
create policy asked on planning.enquiry_answer for select to nettungen_app
  using (exists (select from planning.enquiry
    where enquiry.paper_id = enquiry_id and enquiry.organization_id = any ((select planning.readable())::uuid[])));
create policy gathers on planning.enquiry_answer for select to nettungen_app
  using (exists (select from areas.closure lies
    where lies.descendant_code = area_code and lies.ancestor_code = any ((select planning.regions())::text[])));
-- What may be shared is read by those above, who could have asked the same; not by its neighbours.
create policy shared_with_those_above on planning.enquiry_answer for select to nettungen_app
  using (is_shared and exists (select from areas.closure lies
    where lies.descendant_code = area_code and lies.ancestor_code <> area_code
      and lies.ancestor_code = any ((select planning.places())::text[])));
create policy worker_reads on planning.enquiry_answer for select to nettungen_worker using (true);
create policy answers on planning.enquiry_answer for insert to nettungen_app
  with check (answered_by = (select platform.actor())
    and organization_id = any ((select organizations.reach('{coordinator}'))::uuid[])
    and organizations.is_of_its_area(organization_id, 'municipality')
    and exists (select from planning.enquiry where enquiry.paper_id = enquiry_id and area_code = any (enquiry.municipalities)));
grant select on planning.enquiry_answer to nettungen_app, nettungen_worker;
grant insert (enquiry_id, organization_id, value, is_shared, submission, answered_by) on planning.enquiry_answer to nettungen_app;

-- That the coordinators of a municipality were told of an enquiry they have not answered: 30 and 7 days before its deadline, and then.
create table planning.enquiry_reminder (
  enquiry_id uuid not null references planning.enquiry on delete cascade,
  organization_id uuid not null references organizations.organization on delete cascade,
  step smallint not null check (step in (30, 7, 0)),
  reminded_on date not null,
  primary key (enquiry_id, organization_id, step)
);
create index enquiry_reminder_organization on planning.enquiry_reminder (organization_id);
select platform.guard('planning.enquiry_reminder');
create policy worker_reads on planning.enquiry_reminder for select to nettungen_worker using (true);
create policy worker_notes on planning.enquiry_reminder for insert to nettungen_worker with check (true);
grant select on planning.enquiry_reminder to nettungen_worker;
grant insert (enquiry_id, organization_id, step, reminded_on) on planning.enquiry_reminder to nettungen_worker;

-- ---------------------------------------------------------------- what is known
-- Something that is counted or measured about those who grow up in the place, by whom and in what.
create table planning.indicator (
  id uuid primary key default platform.new_id(),
  organization_id uuid not null references organizations.organization on delete restrict,
  name text not null check (length(trim(name)) between 1 and 200),
  measured_in text not null default '' check (length(measured_in) <= 60),
  room text,                                                         -- national room that it tells of
  submission uuid not null,                                          -- a file may begin several
  created_by uuid references people.person on delete set null,
  created_at timestamptz not null default now(),
  unique (organization_id, name)
);
create index indicator_created_by on planning.indicator (created_by);
select platform.guard('planning.indicator');
create policy reads on planning.indicator for select to nettungen_app
  using (organization_id = any ((select planning.readable())::uuid[]));
create policy begins on planning.indicator for insert to nettungen_app
  with check (created_by = (select platform.actor())
    and organization_id = any ((select organizations.reach('{coordinator}'))::uuid[]));
grant select on planning.indicator to nettungen_app;
grant insert (organization_id, name, measured_in, room, submission, created_by) on planning.indicator to nettungen_app;

-- Its value in a year, with who says so. The last row of a year holds; null: taken back.
create table planning.indicator_value (
  number bigint primary key generated always as identity,
  indicator_id uuid not null references planning.indicator on delete cascade,
  year smallint not null check (year between 1990 and 2099),
  value numeric(15, 3),
  source text not null check (length(trim(source)) between 1 and 300),
  note text check (length(note) between 1 and 2000),
  submission uuid not null,
  entered_by uuid references people.person on delete set null,
  entered_at timestamptz not null default now(),
  unique (submission, indicator_id, year)
);
create index indicator_value_indicator on planning.indicator_value (indicator_id, year, number);
create index indicator_value_entered_by on planning.indicator_value (entered_by);
select platform.guard('planning.indicator_value');
create policy sees_indicator on planning.indicator_value for select to nettungen_app
  using (exists (select from planning.indicator where indicator.id = indicator_id));
create policy enters on planning.indicator_value for insert to nettungen_app
  with check (entered_by = (select platform.actor()) and exists (
    select from planning.indicator where indicator.id = indicator_id
      and indicator.organization_id = any ((select organizations.reach('{coordinator}'))::uuid[])));
grant select on planning.indicator_value to nettungen_app;
grant insert (indicator_id, year, value, source, note, submission, entered_by) on planning.indicator_value to nettungen_app;

-- Where the organisation's own systems for quality and plans are.
create table planning.system_link (
  id uuid primary key default platform.new_id(),
  organization_id uuid not null references organizations.organization on delete restrict,
  kind text not null check (kind in ('quality', 'plans', 'other')),
  title text not null check (length(trim(title)) between 1 and 200),
  url text not null check (url ~ '^https?://' and length(url) <= 2000),
  submission uuid not null unique,
  added_by uuid references people.person on delete set null,
  added_at timestamptz not null default now()
);
create index system_link_organization on planning.system_link (organization_id);
create index system_link_added_by on planning.system_link (added_by);
select platform.guard('planning.system_link');
create policy reads on planning.system_link for select to nettungen_app
  using (organization_id = any ((select planning.readable())::uuid[]));
create policy adds on planning.system_link for insert to nettungen_app
  with check (added_by = (select platform.actor())
    and organization_id = any ((select organizations.reach('{coordinator}'))::uuid[]));
grant select on planning.system_link to nettungen_app;
grant insert (organization_id, kind, title, url, submission, added_by) on planning.system_link to nettungen_app;

create table planning.system_link_removal (
  link_id uuid primary key references planning.system_link on delete cascade,
  removed_by uuid references people.person on delete set null,
  removed_at timestamptz not null default now()
);
create index system_link_removal_removed_by on planning.system_link_removal (removed_by);
select platform.guard('planning.system_link_removal');
create policy sees_link on planning.system_link_removal for select to nettungen_app
  using (exists (select from planning.system_link where system_link.id = link_id));
create policy removes on planning.system_link_removal for insert to nettungen_app
  with check (removed_by = (select platform.actor()) and exists (
    select from planning.system_link where system_link.id = link_id
      and system_link.organization_id = any ((select organizations.reach('{coordinator}'))::uuid[])));
grant select on planning.system_link_removal to nettungen_app;
grant insert (link_id, removed_by) on planning.system_link_removal to nettungen_app;
