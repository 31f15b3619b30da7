-- Who may do what, for which organisation or unit. A role is granted by the organisation's administrator, for a time; that
-- somebody has logged in says nothing about where she works.

create table organizations.role_grant (
  id uuid primary key default platform.new_id(),
  person_id uuid not null references people.person on delete cascade,
  organization_id uuid not null references organizations.organization on delete cascade,
  unit_id uuid references organizations.unit on delete cascade,        -- null: the whole organisation
  role text not null check (role in
    ('editor', 'publisher', 'coordinator', 'leader', 'professional', 'data-protection-officer', 'administrator')),
  deputy_for uuid references organizations.role_grant on delete cascade,   -- stands in for this one, and ends with it
  valid_from date not null default (now() at time zone 'Europe/Oslo')::date,
  valid_to date,                                                       -- the last day it holds; null: until it is ended
  granted_by uuid references people.person on delete set null,         -- null: by the operator, or with the demo data
  granted_at timestamptz not null default now(),
  check (valid_to is null or valid_to >= valid_from)
);
create index role_grant_person on organizations.role_grant (person_id);
create index role_grant_organization on organizations.role_grant (organization_id);
create index role_grant_unit on organizations.role_grant (unit_id);
create index role_grant_deputy_for on organizations.role_grant (deputy_for);
create index role_grant_granted_by on organizations.role_grant (granted_by);
select platform.guard('organizations.role_grant');

-- A role that was taken back, or left.
create table organizations.role_end (
  grant_id uuid primary key references organizations.role_grant on delete cascade,
  ended_by uuid references people.person on delete set null,
  ended_at timestamptz not null default now(),
  reason text check (length(reason) <= 500)
);
create index role_end_ended_by on organizations.role_end (ended_by);
select platform.guard('organizations.role_end');

-- Roles that hold today. A deputy's holds while the one it stands in for does.
create view organizations.held_role with (security_invoker = true) as
select held.id, held.person_id, held.organization_id, held.unit_id, held.role, held.deputy_for
from organizations.role_grant held
left join organizations.role_grant principal on principal.id = held.deputy_for
cross join lateral (select (now() at time zone 'Europe/Oslo')::date as today) clock
where held.valid_from <= clock.today and (held.valid_to is null or held.valid_to >= clock.today)
  and not exists (select from organizations.role_end where grant_id = held.id)
  and (principal.id is null or (
    principal.valid_from <= clock.today and (principal.valid_to is null or principal.valid_to >= clock.today)
    and not exists (select from organizations.role_end where grant_id = principal.id)));

-- The roles of who acts. With its owner's rights, since policies of the very tables it reads ask it.
create function organizations.my_roles() returns table (role text, organization_id uuid, unit_id uuid)
  language sql stable security definer
  set search_path = ''
begin atomic
  select distinct held.role, held.organization_id, held.unit_id
  from organizations.held_role held where held.person_id = platform.actor();
end;

-- Where who acts holds one of the wanted roles: the ids of organisations (as a whole) and of units. A role in an organisation
-- reaches all its units; a role in a unit reaches the units below it, and not the organisation. So a thing that belongs to
-- an organisation, or to a unit of it, is within reach when coalesce(unit_id, organization_id) is among these.
create function organizations.reach(wanted text[]) returns uuid[]
  language sql stable security definer
  set search_path = ''
begin atomic
  with recursive held as (
    select mine.organization_id, mine.unit_id from organizations.my_roles() mine where mine.role = any (wanted)
  ),
  within (id) as (
    (select held.unit_id from held where held.unit_id is not null
     union
     select unit.id from organizations.unit join held on held.unit_id is null and held.organization_id = unit.organization_id)
    union
    select unit.id from organizations.unit join within on within.id = unit.parent_id
  )
  select array(select held.organization_id from held where held.unit_id is null union select within.id from within);
end;

-- The areas whose own organisation (municipality, county …) gave who acts one of the wanted roles for the whole of it: a
-- coordinator's territory.
create function organizations.reach_areas(wanted text[]) returns text[]
  language sql stable security definer
  set search_path = ''
begin atomic
  select array(
    select distinct organization.area_code
    from organizations.my_roles() mine
    join organizations.organization on organization.id = mine.organization_id
    where mine.role = any (wanted) and mine.unit_id is null and organization.area_code is not null
      and organization.level in ('municipality', 'county', 'region', 'state'));
end;

-- Persons who hold or held a role where who acts holds one: she may see who they are.
create function organizations.colleagues() returns uuid[]
  language sql stable security definer
  set search_path = ''
begin atomic
  select array(
    select distinct other.person_id from organizations.role_grant other
    where other.organization_id in (select mine.organization_id from organizations.my_roles() mine));
end;

revoke execute on function organizations.my_roles(), organizations.reach(text[]), organizations.reach_areas(text[]),
  organizations.colleagues() from public;
grant execute on function organizations.my_roles(), organizations.reach(text[]), organizations.reach_areas(text[]),
  organizations.colleagues() to nettungen_app;

create policy sees_colleagues on people.person for select to nettungen_app
  using (id = any ((select organizations.colleagues())::uuid[]));

-- One sees one's own roles; those who answer for an organisation or unit see who has what there.
create policy sees_own on organizations.role_grant for select to nettungen_app
  using (person_id = (select platform.actor()));
create policy answers_for on organizations.role_grant for select to nettungen_app
  using (coalesce(unit_id, organization_id) =
    any ((select organizations.reach('{administrator,leader,data-protection-officer}'))::uuid[]));
create policy administers on organizations.role_grant for insert to nettungen_app
  with check (granted_by = (select platform.actor())
    and coalesce(unit_id, organization_id) = any ((select organizations.reach('{administrator}'))::uuid[])
    and (unit_id is null or exists (
      select from organizations.unit where unit.id = unit_id and unit.organization_id = role_grant.organization_id)));
grant select on organizations.role_grant to nettungen_app;
grant insert (person_id, organization_id, unit_id, role, deputy_for, valid_from, valid_to, granted_by)
  on organizations.role_grant to nettungen_app;

create policy sees_end on organizations.role_end for select to nettungen_app
  using (exists (select from organizations.role_grant where role_grant.id = grant_id));
create policy ends on organizations.role_end for insert to nettungen_app
  with check (ended_by = (select platform.actor()) and exists (
    select from organizations.role_grant
    where role_grant.id = grant_id
      and (role_grant.person_id = (select platform.actor())
        or coalesce(role_grant.unit_id, role_grant.organization_id) =
          any ((select organizations.reach('{administrator}'))::uuid[]))));
grant select on organizations.role_end to nettungen_app;
grant insert (grant_id, ended_by, reason) on organizations.role_end to nettungen_app;

grant select on organizations.held_role to nettungen_app;
