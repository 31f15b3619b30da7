-- Services as they are worked on: drafts, what was done to them and by whom, and who decided what. See docs/adr/0024.
--
-- Nothing here is public. What is decided here is a row; a job of the worker login then writes the published form as these
-- rows say (catalogue.due_publication, catalogue.granted_coverage), and can be run again at any time.

-- ---------------------------------------------------------------- the draft
-- The working copy of a service, published or not: a service document of which every field may be missing. Its id and key
-- are those of the service. The key and the owner are not in the document, nor when it was confirmed: publishing adds them.
create table catalogue.draft (
  id uuid primary key default platform.new_id(),
  key text not null unique default 'tilbud-' || platform.new_id() check (key ~ '^[a-z0-9-]{2,120}$'),
  owner_id uuid not null references organizations.organization on delete restrict,
  unit_id uuid references organizations.unit on delete restrict,     -- null: of the organisation as a whole
  document jsonb not null default '{}' check (jsonb_typeof(document) = 'object'),
  revision integer not null default 0,                               -- counts up with every step that is saved
  submission uuid unique,                                            -- of the form that made it: sent twice, it is one
  created_by uuid references people.person on delete set null,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now()
);
create index draft_owner on catalogue.draft (owner_id);
create index draft_unit on catalogue.draft (unit_id);
create index draft_created_by on catalogue.draft (created_by);
select platform.guard('catalogue.draft');

-- A step that was saved: the fields it changed, as they were and as they became; null stands for a field that is not there.
create table catalogue.draft_step (
  draft_id uuid not null references catalogue.draft on delete cascade,
  revision integer not null,
  step text not null check (length(step) <= 40),
  submission uuid not null unique,
  before jsonb not null,
  after jsonb not null check (length(after::text) <= 200000 and after - '{name,summary,description,how_to_get,what_happens,good_to_know,organizations,coverage,room,audiences,meant_for,age,target_groups,risk_groups,diagnosis_groups,themes,access,cost,languages,interpreter,phones,links,places,hours,hours_exceptions,legal_basis,user_participation,evaluated,help_at_once,sensitive,stronger,weaker,keywords,source}'::text[] = '{}'),
  person_id uuid references people.person on delete set null,        -- null: the operator, or with the demo data
  saved_at timestamptz not null default now(),
  primary key (draft_id, revision)
);
create index draft_step_person on catalogue.draft_step (person_id);
select platform.guard('catalogue.draft_step');

-- A step changes the draft, and nothing else does: so there is no change without who and when, and what was before. With its
-- owner's rights, since those who serve may not write drafts themselves; so it asks first whether they may.
create function catalogue.take_step() returns trigger
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  held catalogue.draft;
begin
  select * into held from catalogue.draft where id = new.draft_id for update;
  if held.id is null or (session_user = 'nettungen_app' and not
      coalesce(held.unit_id, held.owner_id) = any (organizations.reach('{editor,publisher,administrator}'))) then
    raise insufficient_privilege using message = 'There is no such draft';
  end if;
  if new.revision <> held.revision + 1 then
    raise serialization_failure using message = 'Somebody else has saved a step meanwhile';
  end if;
  new.before := (select coalesce(jsonb_object_agg(field, coalesce(held.document->field, 'null')), '{}')
    from jsonb_object_keys(new.after) field);
  update catalogue.draft
  set revision = new.revision, changed_at = pg_catalog.now(),
    document = (select coalesce(jsonb_object_agg(field.key, field.value), '{}')
      from jsonb_each(held.document || new.after) field where field.value <> 'null')
  where id = held.id;
  return new;
end $$;
revoke execute on function catalogue.take_step() from public;
create trigger draft_step_100_take before insert on catalogue.draft_step
  for each row execute function catalogue.take_step();

-- ---------------------------------------------------------------- review and publication
-- Whether an organisation wants two persons for each publication. The last row holds; none: one is enough.
create table catalogue.publishing_rule (
  number bigint primary key generated always as identity,
  organization_id uuid not null references organizations.organization on delete cascade,
  two_persons boolean not null,
  set_by uuid references people.person on delete set null,
  set_at timestamptz not null default now()
);
create index publishing_rule_organization on catalogue.publishing_rule (organization_id, number);
create index publishing_rule_set_by on catalogue.publishing_rule (set_by);
select platform.guard('catalogue.publishing_rule');

-- A request, an approval and a publication are of one revision: what was changed afterwards was not looked at.
create table catalogue.review_request (
  id uuid primary key default platform.new_id(),
  number bigint generated always as identity,
  draft_id uuid not null references catalogue.draft on delete cascade,
  revision integer not null,
  message text check (length(message) <= 2000),
  submission uuid not null unique,
  asked_by uuid references people.person on delete set null,
  asked_at timestamptz not null default now()
);
create index review_request_draft on catalogue.review_request (draft_id, number);
create index review_request_asked_by on catalogue.review_request (asked_by);
select platform.guard('catalogue.review_request');

create table catalogue.review_decision (
  request_id uuid primary key references catalogue.review_request on delete cascade,
  outcome text not null check (outcome in ('approved', 'sent-back')),
  reason text check (length(reason) <= 2000),
  decided_by uuid references people.person on delete set null,
  decided_at timestamptz not null default now(),
  check (outcome = 'approved' or length(trim(reason)) > 0)
);
create index review_decision_decided_by on catalogue.review_decision (decided_by);
select platform.guard('catalogue.review_decision');

-- That a revision is to be public, from one day to another. The document is kept as it was then, with its key and owner.
create table catalogue.publication (
  id uuid primary key default platform.new_id(),
  number bigint generated always as identity,
  draft_id uuid not null references catalogue.draft on delete cascade,
  revision integer not null,
  document jsonb not null,
  note text check (length(note) <= 2000),
  valid_from date,                                                   -- null: from the day it was published
  valid_to date,                                                     -- the last day; null: until it is archived
  submission uuid not null unique,
  published_by uuid references people.person on delete set null,     -- null: with the demo data
  published_at timestamptz not null default now(),
  check (valid_to >= coalesce(valid_from, '-infinity'))
);
create index publication_draft on catalogue.publication (draft_id, number);
create index publication_published_by on catalogue.publication (published_by);
select platform.guard('catalogue.publication');

-- Whoever publishes, publishes what stands in the draft, under its own key and owner; other owners are not hers to name.
create function catalogue.compose_publication() returns trigger
  language plpgsql volatile
  set search_path = ''
as $$
begin
  if new.document is not null then return new; end if;
  select draft.document || jsonb_build_object('key', draft.key, 'organizations',
      jsonb_build_array(jsonb_build_object('organization', owner.key, 'role', 'owner')
        || case when unit.id is null then '{}' else jsonb_build_object('unit', unit.key) end)
      || coalesce((select jsonb_agg(part) from jsonb_array_elements(draft.document->'organizations') part
        where part->>'role' <> 'owner'), '[]'))
  into new.document
  from catalogue.draft
  join organizations.organization owner on owner.id = draft.owner_id
  left join organizations.unit on unit.id = draft.unit_id
  where draft.id = new.draft_id and draft.revision = new.revision;
  if new.document is null then
    raise insufficient_privilege using message = 'There is no such revision of a draft';
  end if;
  return new;
end $$;
revoke execute on function catalogue.compose_publication() from public;
create trigger publication_100_compose before insert on catalogue.publication
  for each row execute function catalogue.compose_publication();

-- The versions that a publication has made: one, and one more each time that another municipality accepts it.
create table catalogue.publication_version (
  publication_id uuid not null references catalogue.publication on delete cascade,
  service_id uuid not null,
  version integer not null,
  written_at timestamptz not null default now(),
  primary key (publication_id, version),
  foreign key (service_id, version) references catalogue.service_version on delete cascade
);
create index publication_version_version on catalogue.publication_version (service_id, version);
select platform.guard('catalogue.publication_version');

-- The end of a publication, or of a draft that was never published.
create table catalogue.archiving (
  id uuid primary key default platform.new_id(),
  number bigint generated always as identity,
  draft_id uuid not null references catalogue.draft on delete cascade,
  revision integer not null,
  publication_id uuid unique references catalogue.publication on delete cascade,
  reason text check (length(reason) <= 2000),
  archived_by uuid references people.person on delete set null,
  archived_at timestamptz not null default now()
);
create index archiving_draft on catalogue.archiving (draft_id, number);
create index archiving_archived_by on catalogue.archiving (archived_by);
select platform.guard('catalogue.archiving');

-- "It is still true": by whom, when, and when it must be said again.
create table catalogue.confirmation (
  id uuid primary key default platform.new_id(),
  number bigint generated always as identity,
  draft_id uuid not null references catalogue.draft on delete cascade,
  confirm_by date not null,
  submission uuid not null unique,
  confirmed_by uuid references people.person on delete set null,
  confirmed_on date not null default (now() at time zone 'Europe/Oslo')::date,
  check (confirm_by > confirmed_on and confirm_by <= confirmed_on + 366)
);
create index confirmation_draft on catalogue.confirmation (draft_id, number);
create index confirmation_confirmed_by on catalogue.confirmation (confirmed_by);
select platform.guard('catalogue.confirmation');

-- ---------------------------------------------------------------- where others decide
-- A municipality (or the owner of another area) is asked whether a service may be shown there: for what lies outside the
-- owner's territory, and for all that a voluntary or private organisation covers (docs/decisions.md, 2 and 3).
create table catalogue.coverage_request (
  id uuid primary key default platform.new_id(),
  number bigint generated always as identity,
  draft_id uuid not null references catalogue.draft on delete cascade,
  area_code text not null references areas.area on delete cascade,
  name text not null check (length(name) <= 400),                    -- of the service, for those who do not see the draft
  message text check (length(message) <= 2000),
  asked_by uuid references people.person on delete set null,
  asked_at timestamptz not null default now()
);
create index coverage_request_draft on catalogue.coverage_request (draft_id, area_code);
create index coverage_request_area on catalogue.coverage_request (area_code);
create index coverage_request_asked_by on catalogue.coverage_request (asked_by);
select platform.guard('catalogue.coverage_request');

-- The answer. Who decides may change her mind: her last one holds, also against an agreement.
create table catalogue.coverage_decision (
  number bigint primary key generated always as identity,
  request_id uuid not null references catalogue.coverage_request on delete cascade,
  accepted boolean not null,
  reason text check (length(reason) <= 2000),
  by_agreement boolean not null default false,                       -- by a standing agreement between municipalities
  decided_by uuid references people.person on delete set null,
  decided_at timestamptz not null default now(),
  check (accepted or length(trim(reason)) > 0),
  check (not by_agreement or (accepted and decided_by is null))
);
create index coverage_decision_request on catalogue.coverage_decision (request_id, number);
create index coverage_decision_decided_by on catalogue.coverage_decision (decided_by);
select platform.guard('catalogue.coverage_decision');

-- A municipality does not show the service of a voluntary or private organisation; its owner sees why.
create table catalogue.hiding (
  id uuid primary key default platform.new_id(),
  draft_id uuid not null references catalogue.draft on delete cascade,
  area_code text not null references areas.area on delete cascade,
  reason text not null check (length(trim(reason)) between 1 and 2000),
  hidden_by uuid references people.person on delete set null,
  hidden_at timestamptz not null default now()
);
create index hiding_draft on catalogue.hiding (draft_id);
create index hiding_area on catalogue.hiding (area_code);
create index hiding_hidden_by on catalogue.hiding (hidden_by);
select platform.guard('catalogue.hiding');

create table catalogue.hiding_end (
  hiding_id uuid primary key references catalogue.hiding on delete cascade,
  ended_by uuid references people.person on delete set null,
  ended_at timestamptz not null default now()
);
create index hiding_end_ended_by on catalogue.hiding_end (ended_by);
select platform.guard('catalogue.hiding_end');

-- ---------------------------------------------------------------- questions
-- The area whose coordinator decides who covers this one: itself; for a district its municipality.
create function catalogue.decider_of(area text) returns text
  language sql stable
  set search_path = ''
begin atomic
  select coalesce(
    (select closure.ancestor_code from areas.closure join areas.area above on above.code = closure.ancestor_code
     where closure.descendant_code = area and above.kind = 'municipality'
       and exists (select from areas.area own where own.code = area and own.kind = 'district')), area);
end;

-- Whether a public owner covers an area without asking anybody: it lies in its territory. What a voluntary or private
-- organisation offers is approved by a coordinator first, also where it was admitted.
create function catalogue.covers_freely(owner_id uuid, area text) returns boolean
  language sql stable
  set search_path = ''
begin atomic
  select organizations.covers_freely(owner_id, area) and exists (
    select from organizations.organization owner
    where owner.id = owner_id and owner.level in ('municipality', 'county', 'region', 'state'));
end;

-- Of the areas that a service is to cover, those where it may be shown now: free, or accepted, and not hidden. An area with
-- a hidden municipality in it becomes the other counties and municipalities of it.
create function catalogue.granted_coverage(draft_id uuid, wanted text[]) returns text[]
  language sql stable
  set search_path = ''
begin atomic
  with granted as (
    select distinct want.area from unnest(wanted) want (area)
    where catalogue.covers_freely((select draft.owner_id from catalogue.draft where draft.id = draft_id), want.area)
      or (select decision.accepted from catalogue.coverage_request request
          join catalogue.coverage_decision decision on decision.request_id = request.id
          where request.draft_id = granted_coverage.draft_id and request.area_code = want.area
          order by decision.by_agreement, decision.number desc limit 1)
  ),
  hidden as (
    select hiding.area_code as area from catalogue.hiding
    where hiding.draft_id = granted_coverage.draft_id
      and not exists (select from catalogue.hiding_end where hiding_end.hiding_id = hiding.id)
  ),
  whole as (
    select granted.area from granted where not exists (
      select from hidden join areas.closure on hidden.area in (closure.ancestor_code, closure.descendant_code)
      where granted.area in (closure.ancestor_code, closure.descendant_code))
  ),
  rest as (
    select distinct area.code, area.kind from granted
    join areas.closure on closure.ancestor_code = granted.area and granted.area not in (select whole.area from whole)
    join areas.area on area.code = closure.descendant_code and area.kind in ('county', 'municipality')
    where not exists (
      select from hidden join areas.closure lies on lies.ancestor_code = area.code and lies.descendant_code = hidden.area)
  )
  select coalesce(array_agg(shown.area order by shown.area), '{}') from (
    select whole.area from whole
    union
    select rest.code from rest where not exists (
      select from rest county join areas.closure on closure.ancestor_code = county.code and closure.descendant_code = rest.code
      where county.kind = 'county' and county.code <> rest.code)
  ) shown;
end;

-- The publication that is to be public on a day: the last that has begun and was not archived, unless it has ended.
create function catalogue.due_publication(draft_id uuid, day date) returns setof catalogue.publication
  language sql stable
  set search_path = ''
begin atomic
  select last.* from (
    select publication.* from catalogue.publication
    where publication.draft_id = due_publication.draft_id
      and (publication.valid_from is null or publication.valid_from <= day)
      and not exists (select from catalogue.archiving where archiving.publication_id = publication.id)
    order by publication.number desc limit 1) last
  where last.valid_to is null or last.valid_to >= day;
end;

-- Where each draft stands on a day. Its twin is stateOf in draft/rules.ts. No search_path is set: the body is bound when it is
-- made, and a function with a setting is not inlined into lists.
create function catalogue.draft_states(today date) returns table (draft_id uuid, state text)
  language sql stable
begin atomic
  select draft.id, case
    when current.id is not null and draft.revision = current.revision then case
      when current.valid_to < today then 'archived'
      when current.valid_from > today then 'scheduled'
      when exists (select from catalogue.service where service.id = draft.id) then 'published'
      else 'waiting' end
    when current.id is null and ended.revision = draft.revision
      and (asked.asked_at is null or asked.asked_at <= ended.archived_at) then 'archived'
    when asked.outcome is null and asked.revision = draft.revision then 'in-review'
    when asked.outcome = 'approved' and asked.revision = draft.revision then 'approved'
    when asked.outcome = 'sent-back' and asked.revision > greatest(ended.revision, published.revision, 0) then 'sent-back'
    when current.id is not null and (current.valid_to is null or current.valid_to >= today) then 'changed'
    else 'draft' end
  from catalogue.draft
  left join lateral (
    select publication.* from catalogue.publication
    where publication.draft_id = draft.id
      and not exists (select from catalogue.archiving where archiving.publication_id = publication.id)
    order by publication.number desc limit 1) current on true
  left join lateral (
    select publication.revision from catalogue.publication
    where publication.draft_id = draft.id order by publication.number desc limit 1) published on true
  left join lateral (
    select archiving.revision, archiving.archived_at from catalogue.archiving
    where archiving.draft_id = draft.id order by archiving.number desc limit 1) ended on true
  left join lateral (
    select request.revision, request.asked_at, decision.outcome from catalogue.review_request request
    left join catalogue.review_decision decision on decision.request_id = request.id
    where request.draft_id = draft.id order by request.number desc limit 1) asked on true;
end;

-- Whether an organisation's publications take two persons.
create function catalogue.needs_two_persons(organization uuid) returns boolean
  language sql stable
  set search_path = ''
begin atomic
  select coalesce((select rule.two_persons from catalogue.publishing_rule rule
    where rule.organization_id = organization order by rule.number desc limit 1), false);
end;

-- Publications about which a coordinator of who acts is asked and has not answered: she sees these, and no drafts. With its
-- owner's rights, since the policies of the tables it reads ask it.
create function catalogue.awaiting_me() returns uuid[]
  language sql stable security definer
  set search_path = ''
begin atomic
  select array(
    select (select publication.id from catalogue.publication
      where publication.draft_id = request.draft_id
        and not exists (select from catalogue.archiving where archiving.publication_id = publication.id)
      order by publication.number desc limit 1)
    from catalogue.coverage_request request
    where catalogue.decider_of(request.area_code) = any (organizations.reach_areas('{coordinator}'))
      and not exists (select from catalogue.coverage_decision where coverage_decision.request_id = request.id));
end;

revoke execute on function catalogue.decider_of(text), catalogue.covers_freely(uuid, text),
  catalogue.granted_coverage(uuid, text[]), catalogue.due_publication(uuid, date), catalogue.draft_states(date),
  catalogue.needs_two_persons(uuid), catalogue.awaiting_me() from public;
grant execute on function catalogue.decider_of(text), catalogue.covers_freely(uuid, text),
  catalogue.granted_coverage(uuid, text[]), catalogue.due_publication(uuid, date), catalogue.draft_states(date)
  to nettungen_app, nettungen_worker;
grant execute on function catalogue.needs_two_persons(uuid), catalogue.awaiting_me() to nettungen_app;
