-- How somebody comes in: a person by invitation, an organisation by asking and being admitted. And what follows for where an
-- organisation covers: its territory, and agreements between municipalities (docs/decisions.md, 2 and 3).

-- Sent to an e-mail address. Who has the link and has logged in accepts it, once; the roles are then hers. Of the link only a
-- hash is kept.
create table organizations.invitation (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references organizations.organization on delete cascade,
  unit_id uuid,                                        -- null: the whole organisation
  roles text[] not null check (cardinality(roles) between 1 and 7 and roles <@ array
    ['editor', 'publisher', 'coordinator', 'leader', 'professional', 'data-protection-officer', 'administrator']),
  email text not null check (length(email) <= 320 and email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  token_hash bytea not null unique check (length(token_hash) = 32),    -- SHA-256 of 32 random bytes
  submission uuid unique,                              -- made with the form: sent twice it counts once
  valid_to date,                                       -- the last day of the roles
  invited_by uuid references people.person on delete set null,
  invited_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '14 days',
  foreign key (unit_id, organization_id) references organizations.unit (id, organization_id) on delete cascade
);
create index invitation_organization on organizations.invitation (organization_id);
create index invitation_unit on organizations.invitation (unit_id, organization_id);
create index invitation_invited_by on organizations.invitation (invited_by);
select platform.guard('organizations.invitation');

create table organizations.invitation_end (
  invitation_id uuid primary key references organizations.invitation on delete cascade,
  accepted boolean not null,                           -- else it was withdrawn
  ended_by uuid references people.person on delete set null,
  ended_at timestamptz not null default now()
);
create index invitation_end_ended_by on organizations.invitation_end (ended_by);
select platform.guard('organizations.invitation_end');

-- A voluntary or private organisation asks to come in. Anybody may write it; those who may admit in its area read it.
create table organizations.join_request (
  id uuid primary key default gen_random_uuid(),
  submission uuid not null unique,                     -- made with the form: sent twice it counts once
  level text not null check (level in ('voluntary', 'private')),
  name text not null check (length(name) between 1 and 200),
  organization_number text not null check (organizations.is_organization_number(organization_number)),
  contact_name text not null check (length(contact_name) between 1 and 200),
  contact_email text not null check (length(contact_email) <= 320 and contact_email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  website text check (website ~ '^https?://' and length(website) <= 500),
  purpose text not null check (length(purpose) between 1 and 2000),
  area_code text not null references areas.area on delete restrict,
  asked_at timestamptz not null default now()
);
create index join_request_area on organizations.join_request (area_code);
select platform.guard('organizations.join_request');

-- A municipality, a county or the state vouches for an organisation, and says where it may cover.
create table organizations.admission (
  id uuid primary key default platform.new_id(),
  organization_id uuid not null references organizations.organization on delete cascade,
  admitted_by_organization uuid references organizations.organization on delete set null,   -- null: with the demo data
  admitted_by uuid references people.person on delete set null,
  admitted_at timestamptz not null default now(),
  -- it came in by this one, and was not here before: else who grants territory to one that is here could give out its keys
  made_organization boolean not null default false
);
create index admission_organization on organizations.admission (organization_id);
create index admission_admitted_by_organization on organizations.admission (admitted_by_organization);
create index admission_admitted_by on organizations.admission (admitted_by);
select platform.guard('organizations.admission');
create table organizations.admission_area (
  admission_id uuid not null references organizations.admission on delete cascade,
  area_code text not null references areas.area on delete restrict,
  primary key (admission_id, area_code)
);
create index admission_area_code on organizations.admission_area (area_code);
select platform.guard('organizations.admission_area');

create table organizations.join_decision (
  request_id uuid primary key references organizations.join_request on delete cascade,
  organization_id uuid not null references organizations.organization on delete cascade,    -- on whose behalf
  admission_id uuid references organizations.admission on delete cascade,
  reason text check (length(reason) between 1 and 1000),
  decided_by uuid references people.person on delete set null,
  decided_at timestamptz not null default now(),
  check ((admission_id is null) = (reason is not null))
);
create index join_decision_organization on organizations.join_decision (organization_id);
create index join_decision_admission on organizations.join_decision (admission_id);
create index join_decision_decided_by on organizations.join_decision (decided_by);
select platform.guard('organizations.join_decision');

-- Two municipalities agree that services of the one may cover the other, both ways, without asking each time.
create table organizations.agreement (
  id uuid primary key default platform.new_id(),
  offered_by uuid not null references organizations.organization on delete cascade,
  offered_to uuid not null references organizations.organization on delete cascade,
  terms text check (length(terms) between 1 and 1000),
  offered_by_person uuid references people.person on delete set null,
  offered_at timestamptz not null default now(),
  check (offered_by <> offered_to)
);
create index agreement_offered_by on organizations.agreement (offered_by);
create index agreement_offered_to on organizations.agreement (offered_to);
create index agreement_offered_by_person on organizations.agreement (offered_by_person);
select platform.guard('organizations.agreement');
create table organizations.agreement_acceptance (
  agreement_id uuid primary key references organizations.agreement on delete cascade,
  accepted_by uuid references people.person on delete set null,
  accepted_at timestamptz not null default now()
);
create index agreement_acceptance_accepted_by on organizations.agreement_acceptance (accepted_by);
select platform.guard('organizations.agreement_acceptance');
create table organizations.agreement_end (                    -- withdrawn, declined, or over: by either, at any time
  agreement_id uuid primary key references organizations.agreement on delete cascade,
  ended_by uuid references people.person on delete set null,
  ended_at timestamptz not null default now()
);
create index agreement_end_ended_by on organizations.agreement_end (ended_by);
select platform.guard('organizations.agreement_end');

-- The areas inside which an organisation covers freely, with all that lies in them. With the owner's rights: who admitted
-- whom is not for all to read, where somebody may cover is.
create function organizations.territory(organization uuid) returns setof text
  language sql stable security definer
  set search_path = ''
begin atomic
  select area.code from organizations.organization own
  join areas.area on case when own.level = 'state' then area.kind = 'country' else area.code = own.area_code end
  where own.id = organization and own.level in ('municipality', 'county', 'region', 'state')
  union
  select granted.area_code from organizations.admission join organizations.admission_area granted on granted.admission_id = admission.id
  where admission.organization_id = organization;
end;
create function organizations.covers_freely(organization uuid, area text) returns boolean
  language sql stable
  set search_path = ''
  return exists (
    select from areas.closure
    where descendant_code = area and ancestor_code in (select organizations.territory(organization)));

-- Is it the municipality or the county itself? A body that several municipalities own is of their level, and its area is the county
-- that they lie in: it decides nothing on behalf of those who live there.
create function organizations.is_of_its_area(organization uuid, wanted text) returns boolean
  language sql stable
  set search_path = ''
  return exists (
    select from organizations.organization own join areas.area on area.code = own.area_code
    where own.id = organization and own.level = wanted and area.kind = wanted);

-- Does a standing agreement let a municipality's services cover an area of another's?
create function organizations.covers_by_agreement(organization uuid, area text) returns boolean
  language sql stable security definer
  set search_path = ''
  return exists (
    select from organizations.agreement
    join organizations.agreement_acceptance on agreement_id = agreement.id
    join organizations.organization other on other.id <> organization and other.id in (offered_by, offered_to)
    join areas.closure on ancestor_code = other.area_code and descendant_code = area
    where organization in (offered_by, offered_to)
      and organizations.is_of_its_area(offered_by, 'municipality') and organizations.is_of_its_area(offered_to, 'municipality')
      and not exists (select from organizations.agreement_end where agreement_end.agreement_id = agreement.id));

-- May this organisation, whoever acts for it, admit others to an area? Its own area counts, also where it is the state's.
create function organizations.admits(organization uuid, area text) returns boolean
  language sql stable
  set search_path = ''
  return exists (
    select from organizations.organization own
    join areas.closure on ancestor_code = own.area_code and descendant_code = area
    where own.id = organization
      and (own.level = 'state' or own.level in ('municipality', 'county') and organizations.is_of_its_area(own.id, own.level)));
create function organizations.admitting_areas() returns text[]
  language sql stable security definer
  set search_path = ''
  return array(
    select distinct closure.descendant_code from organizations.organization own
    join areas.closure on closure.ancestor_code = own.area_code
    where (own.level = 'state' or own.level in ('municipality', 'county') and organizations.is_of_its_area(own.id, own.level))
      and own.id = any (organizations.reach('{coordinator,administrator}')));

-- May somebody invite into an organisation or unit? Its administrators; and who let it in, while it has no administrator. Not
-- who only gave more territory to one that was here: a request in its name may come from anybody.
create function organizations.inviter_may(person uuid, organization uuid, unit uuid) returns boolean
  language sql stable security definer
  set search_path = ''
  return coalesce(unit, organization) = any (organizations.reach_of(person, '{administrator}'))
    or (unit is null
      and exists (
        select from organizations.admission
        where organization_id = organization and made_organization
          and admitted_by_organization = any (organizations.reach_of(person, '{coordinator,administrator}')))
      and not exists (
        select from organizations.held_role held
        where held.organization_id = organization and held.role = 'administrator' and held.unit_id is null));

create function organizations.may_invite(organization uuid, unit uuid) returns boolean
  language sql stable security definer
  set search_path = ''
  return coalesce(organizations.inviter_may(platform.actor(), organization, unit), false);

-- What the link shows to who has it. Void: who invited may not invite there any more.
create function organizations.shown_invitation(hash bytea)
  returns table (id uuid, organization_id uuid, unit_id uuid, roles text[], email text, valid_to date, expires_at timestamptz,
    is_own boolean, state text)
  language sql stable security definer
  set search_path = ''
begin atomic
  select sent.id, sent.organization_id, sent.unit_id, sent.roles, sent.email, sent.valid_to, sent.expires_at,
    coalesce(sent.invited_by = platform.actor(), false),
    case when ended.accepted then 'accepted' when not ended.accepted then 'withdrawn'
      when sent.expires_at <= now() or sent.valid_to < organizations.today() then 'expired'
      when not coalesce(organizations.inviter_may(sent.invited_by, sent.organization_id, sent.unit_id), false)
        or exists (select from organizations.unit_closing closed where closed.unit_id = sent.unit_id) then 'void'
      else 'open' end
  from organizations.invitation sent left join organizations.invitation_end ended on ended.invitation_id = sent.id
  where sent.token_hash = hash and platform.actor() is not null;
end;

-- Ties the roles of an open invitation to who acts. Gives the organisation, or null when there was nothing to accept.
create function organizations.accept_invitation(hash bytea) returns uuid
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  sent organizations.invitation;
begin
  -- One of two who accept at once waits here, and then finds it accepted.
  select * into sent from organizations.invitation where token_hash = hash for update;
  if not exists (select from organizations.shown_invitation(hash) shown where shown.state = 'open' and not shown.is_own) then
    return null;
  end if;
  insert into organizations.invitation_end (invitation_id, accepted, ended_by) values (sent.id, true, platform.actor());
  -- Who gives her the same by hand, or she herself by another invitation, is waited for (roles/grant.store.ts).
  perform pg_advisory_xact_lock(
    hashtextextended('organizations.role_grant ' || sent.organization_id || ' ' || platform.actor(), 0));
  insert into organizations.role_grant (person_id, organization_id, unit_id, role, valid_to, granted_by)
  select distinct platform.actor(), sent.organization_id, sent.unit_id, given.role, sent.valid_to, sent.invited_by
  from unnest(sent.roles) as given (role)
  where not exists (
    select from organizations.held_role held
    where held.person_id = platform.actor() and held.organization_id = sent.organization_id
      and held.unit_id is not distinct from sent.unit_id and held.role = given.role and held.deputy_for is null
      and coalesce(held.valid_to, 'infinity') >= coalesce(sent.valid_to, 'infinity'));
  return sent.organization_id;
end $$;

-- Makes an organisation of a request: with its territory, and an invitation for its first administrator. One that is here
-- already only gets more territory: who asks in its name may be anybody. Null: it is decided, or not for who acts to decide.
create function organizations.admit(request uuid, admitting uuid, granted_areas text[], invitation_hash bytea) returns uuid
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  asked organizations.join_request;
  known organizations.organization;
  is_new boolean;
  made uuid;
begin
  select * into asked from organizations.join_request where id = request for update;
  if asked.id is null or exists (select from organizations.join_decision where request_id = request)
    or not (admitting = any (organizations.reach('{coordinator,administrator}')))
    or not organizations.admits(admitting, asked.area_code) or coalesce(cardinality(granted_areas), 0) = 0
    or exists (select from unnest(granted_areas) as granted (area) where not organizations.admits(admitting, granted.area)) then
    return null;
  end if;
  -- Two requests with the same number, admitted at once: the second then finds the organisation.
  perform pg_advisory_xact_lock(hashtextextended('organizations.admit ' || asked.organization_number, 0));
  select * into known from organizations.organization where organization_number = asked.organization_number;
  is_new := known.id is null;
  if known.level not in ('voluntary', 'private') then return null; end if;
  if is_new then
    insert into organizations.organization (key, level, area_code, organization_number, website)
    values ('org-' || asked.organization_number, asked.level, granted_areas[1], asked.organization_number, asked.website)
    returning * into known;
    insert into organizations.organization_text (organization_id, language, name, description)
    values (known.id, 'nb', asked.name, asked.purpose);
    insert into organizations.invitation (organization_id, roles, email, token_hash, invited_by)
    values (known.id, '{administrator,editor,publisher}', asked.contact_email, invitation_hash, platform.actor());
  end if;
  insert into organizations.admission (organization_id, admitted_by_organization, admitted_by, made_organization)
  values (known.id, admitting, platform.actor(), is_new) returning id into made;
  insert into organizations.admission_area (admission_id, area_code)
  select distinct made, granted.area from unnest(granted_areas) as granted (area);
  insert into organizations.join_decision (request_id, organization_id, admission_id, decided_by)
  values (request, admitting, made, platform.actor());
  return known.id;
end $$;

revoke execute on function organizations.territory(uuid), organizations.covers_freely(uuid, text),
  organizations.is_of_its_area(uuid, text), organizations.covers_by_agreement(uuid, text), organizations.admits(uuid, text), organizations.admitting_areas(),
  organizations.inviter_may(uuid, uuid, uuid), organizations.may_invite(uuid, uuid), organizations.shown_invitation(bytea),
  organizations.accept_invitation(bytea), organizations.admit(uuid, uuid, text[], bytea) from public;
grant execute on function organizations.territory(uuid), organizations.covers_freely(uuid, text),
  organizations.is_of_its_area(uuid, text), organizations.covers_by_agreement(uuid, text) to nettungen_app, nettungen_worker;
grant execute on function organizations.admits(uuid, text), organizations.admitting_areas(),
  organizations.may_invite(uuid, uuid), organizations.shown_invitation(bytea), organizations.accept_invitation(bytea),
  organizations.admit(uuid, uuid, text[], bytea) to nettungen_app;

create policy who_invites on organizations.invitation for select to nettungen_app
  using (organizations.may_invite(organization_id, unit_id));
create policy invites on organizations.invitation for insert to nettungen_app
  with check (invited_by = (select platform.actor())
    and organizations.may_invite(organization_id, unit_id)
    and (valid_to is null or valid_to >= organizations.today())
    and not exists (select from organizations.unit_closing where unit_closing.unit_id = invitation.unit_id));
grant select on organizations.invitation to nettungen_app;
grant insert (organization_id, unit_id, roles, email, token_hash, submission, valid_to, invited_by)
  on organizations.invitation to nettungen_app;
create policy who_invites on organizations.invitation_end for select to nettungen_app
  using (exists (select from organizations.invitation where invitation.id = invitation_id));
create policy withdraws on organizations.invitation_end for insert to nettungen_app
  with check (not accepted and ended_by = (select platform.actor())
    and exists (select from organizations.invitation where invitation.id = invitation_id));
grant select on organizations.invitation_end to nettungen_app;
grant insert (invitation_id, accepted, ended_by) on organizations.invitation_end to nettungen_app;

create policy anybody_asks on organizations.join_request for insert to nettungen_app with check (true);
create policy admits on organizations.join_request for select to nettungen_app
  using (area_code = any ((select organizations.admitting_areas())::text[]));
grant select on organizations.join_request to nettungen_app;
grant insert (submission, level, name, organization_number, contact_name, contact_email, website, purpose, area_code)
  on organizations.join_request to nettungen_app;
create policy admits on organizations.join_decision for select to nettungen_app
  using (exists (select from organizations.join_request where join_request.id = request_id));
create policy refuses on organizations.join_decision for insert to nettungen_app
  with check (decided_by = (select platform.actor()) and reason is not null and admission_id is null
    and organization_id = any ((select organizations.reach('{coordinator,administrator}'))::uuid[])
    and exists (
      select from organizations.join_request
      where join_request.id = request_id and organizations.admits(join_decision.organization_id, join_request.area_code)));
grant select on organizations.join_decision to nettungen_app;
grant insert (request_id, organization_id, reason, decided_by) on organizations.join_decision to nettungen_app;

-- Who was admitted, and by whom, is seen by both.
create policy both_see on organizations.admission for select to nettungen_app
  using (organization_id = any ((select organizations.my_organizations())::uuid[])
    or admitted_by_organization = any ((select organizations.my_organizations())::uuid[]));
grant select on organizations.admission to nettungen_app;
create policy both_see on organizations.admission_area for select to nettungen_app
  using (exists (select from organizations.admission where admission.id = admission_id));
grant select on organizations.admission_area to nettungen_app;

create policy both_see on organizations.agreement for select to nettungen_app
  using (offered_by = any ((select organizations.my_organizations())::uuid[])
    or offered_to = any ((select organizations.my_organizations())::uuid[]));
create policy offers on organizations.agreement for insert to nettungen_app
  with check (offered_by_person = (select platform.actor())
    and offered_by = any ((select organizations.reach('{coordinator,administrator}'))::uuid[])
    and organizations.is_of_its_area(offered_by, 'municipality') and organizations.is_of_its_area(offered_to, 'municipality'));
grant select on organizations.agreement to nettungen_app;
grant insert (offered_by, offered_to, terms, offered_by_person) on organizations.agreement to nettungen_app;
create policy both_see on organizations.agreement_acceptance for select to nettungen_app
  using (exists (select from organizations.agreement where agreement.id = agreement_id));
create policy accepts on organizations.agreement_acceptance for insert to nettungen_app
  with check (accepted_by = (select platform.actor())
    and not exists (select from organizations.agreement_end over where over.agreement_id = agreement_acceptance.agreement_id)
    and exists (select from organizations.agreement where agreement.id = agreement_id
      and offered_to = any ((select organizations.reach('{coordinator,administrator}'))::uuid[])));
grant select on organizations.agreement_acceptance to nettungen_app;
grant insert (agreement_id, accepted_by) on organizations.agreement_acceptance to nettungen_app;
create policy both_see on organizations.agreement_end for select to nettungen_app
  using (exists (select from organizations.agreement where agreement.id = agreement_id));
create policy ends on organizations.agreement_end for insert to nettungen_app
  with check (ended_by = (select platform.actor()) and exists (
    select from organizations.agreement where agreement.id = agreement_id and
      array[offered_by, offered_to] && (select organizations.reach('{coordinator,administrator}'))::uuid[]));
grant select on organizations.agreement_end to nettungen_app;
grant insert (agreement_id, ended_by) on organizations.agreement_end to nettungen_app;
