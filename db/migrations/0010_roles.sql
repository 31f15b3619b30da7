-- Who may do what, for which organisation or unit. A role is granted by the organisation's administrator, for a time; that
-- somebody has logged in says nothing about where she works. See docs/adr/0022-roles-and-reach.md.

create function organizations.today() returns date
  language sql stable parallel safe
  set search_path = ''
  return (now() at time zone 'Europe/Oslo')::date;

-- Nine digits, the last a check digit: weights 3 2 7 6 5 4 3 2, modulus 11 (Brønnøysundregistrene).
create function organizations.is_organization_number(number text) returns boolean
  language sql immutable strict parallel safe
  set search_path = ''
  return case when number ~ '^[0-9]{9}$' then (11 - (
    3 * substr(number, 1, 1)::integer + 2 * substr(number, 2, 1)::integer + 7 * substr(number, 3, 1)::integer
    + 6 * substr(number, 4, 1)::integer + 5 * substr(number, 5, 1)::integer + 4 * substr(number, 6, 1)::integer
    + 3 * substr(number, 7, 1)::integer + 2 * substr(number, 8, 1)::integer) % 11) % 11 = substr(number, 9, 1)::integer
    else false end;
revoke execute on all functions in schema organizations from public;
grant execute on function organizations.today(), organizations.is_organization_number(text) to nettungen_app, nettungen_worker;
alter table organizations.organization add constraint organization_number_is_one
  check (organizations.is_organization_number(organization_number)) not valid;
alter table organizations.organization validate constraint organization_number_is_one;

-- A unit lies below a unit of its own organisation: else a role above would reach into another's.
alter table organizations.unit add unique (id, organization_id);
create index unit_parent_within on organizations.unit (parent_id, organization_id);
alter table organizations.unit add constraint unit_parent_within foreign key (parent_id, organization_id)
  references organizations.unit (id, organization_id) on delete restrict not valid;
alter table organizations.unit validate constraint unit_parent_within;
alter table organizations.unit drop constraint unit_parent_id_fkey;
drop index organizations.unit_parent;
alter table organizations.unit alter column key set default 'enhet-' || gen_random_uuid();

create function organizations.refuse_circle() returns trigger
  language plpgsql volatile
  set search_path = ''
as $$
begin
  -- One at a time: two moves that each are right can make a circle together.
  perform pg_advisory_xact_lock(hashtext('organizations.unit ' || new.organization_id));
  if exists (
    with recursive above (id) as (
      select new.parent_id
      union
      select unit.parent_id from organizations.unit join above on above.id = unit.id where unit.parent_id is not null)
    select from above where above.id = new.id
  ) then
    raise exception 'a unit cannot lie below itself' using errcode = 'check_violation';
  end if;
  return new;
end $$;
revoke execute on function organizations.refuse_circle() from public;
create trigger unit_050_refuse_circle before insert or update of parent_id on organizations.unit
  for each row execute function organizations.refuse_circle();
create trigger unit_100_tell after insert or update or delete on organizations.unit
  for each statement execute function platform.tell('published');

create table organizations.role_grant (
  id uuid primary key default platform.new_id(),
  person_id uuid not null references people.person on delete cascade,
  organization_id uuid not null references organizations.organization on delete cascade,
  unit_id uuid,                                                        -- null: the whole organisation
  role text not null check (role in
    ('editor', 'publisher', 'coordinator', 'leader', 'professional', 'data-protection-officer', 'administrator')),
  deputy_for uuid references organizations.role_grant on delete cascade,   -- stands in for this one, and ends with it
  valid_from date not null default organizations.today(),
  valid_to date,                                                       -- the last day it holds; null: until it is ended
  granted_by uuid references people.person on delete set null,         -- null: by the operator, or with the demo data
  granted_at timestamptz not null default now(),
  foreign key (unit_id, organization_id) references organizations.unit (id, organization_id) on delete cascade,
  check (valid_to >= valid_from)
);
create index role_grant_person on organizations.role_grant (person_id);
create index role_grant_organization on organizations.role_grant (organization_id);
create index role_grant_unit on organizations.role_grant (unit_id, organization_id);
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

-- A unit that is no more. What was done there keeps its name.
create table organizations.unit_closing (
  unit_id uuid primary key references organizations.unit on delete cascade,
  closed_by uuid references people.person on delete set null,
  closed_at timestamptz not null default now()
);
create index unit_closing_closed_by on organizations.unit_closing (closed_by);
select platform.guard('organizations.unit_closing');

-- Roles that hold today. A deputy's holds while the one it stands in for does.
create view organizations.held_role with (security_invoker = true) as
select held.id, held.person_id, held.organization_id, held.unit_id, held.role, held.deputy_for, held.valid_to
from organizations.role_grant held
left join organizations.role_grant principal on principal.id = held.deputy_for
cross join lateral (select organizations.today() as today) clock
where held.valid_from <= clock.today and (held.valid_to is null or held.valid_to >= clock.today)
  and not exists (select from organizations.role_end where grant_id = held.id)
  -- who does not see the principal must not be told that the deputy's holds
  and (held.deputy_for is null or (
    principal.valid_from <= clock.today and (principal.valid_to is null or principal.valid_to >= clock.today)
    and not exists (select from organizations.role_end where grant_id = principal.id)));

-- The roles of somebody, and of who acts. With its owner's rights, since policies of the very tables it reads ask it.
create function organizations.roles_of(person uuid) returns table (role text, organization_id uuid, unit_id uuid)
  language sql stable security definer
  set search_path = ''
begin atomic
  select distinct held.role, held.organization_id, held.unit_id
  from organizations.held_role held where held.person_id = person;
end;

create function organizations.my_roles() returns table (role text, organization_id uuid, unit_id uuid)
  language sql stable security definer
  set search_path = ''
begin atomic
  select mine.role, mine.organization_id, mine.unit_id from organizations.roles_of(platform.actor()) mine;
end;

-- Where somebody holds one of the wanted roles: the ids of organisations (as a whole) and of units. A role in an organisation
-- reaches all its units; a role in a unit reaches the units below it, and not the organisation. So a thing that belongs to
-- an organisation, or to a unit of it, is within reach when coalesce(unit_id, organization_id) is among these.
create function organizations.reach_of(person uuid, wanted text[]) returns uuid[]
  language sql stable security definer
  set search_path = ''
begin atomic
  with recursive held as (
    select given.organization_id, given.unit_id from organizations.roles_of(person) given where given.role = any (wanted)
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

create function organizations.reach(wanted text[]) returns uuid[]
  language sql stable security definer
  set search_path = ''
  return organizations.reach_of(platform.actor(), wanted);

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

-- The organisations where who acts holds any role, also in a unit only.
create function organizations.my_organizations() returns uuid[]
  language sql stable security definer
  set search_path = ''
  return array(select distinct mine.organization_id from organizations.my_roles() mine);

-- Persons who hold or held a role where who acts holds one: she may see who they are.
create function organizations.colleagues() returns uuid[]
  language sql stable security definer
  set search_path = ''
begin atomic
  select array(
    select distinct other.person_id from organizations.role_grant other
    where other.organization_id = any (organizations.my_organizations()));
end;

-- Is a role given to somebody who has, or had, one in the organisation by her own acceptance? A stranger would else be made a
-- colleague, and so be seen, by who knows her id. And does a deputy stand in for another person's role that is the same?
create function organizations.grant_fits(person uuid, organization uuid, unit uuid, given_role text, principal uuid)
  returns boolean
  language sql stable security definer
  set search_path = ''
  return exists (
      select from organizations.role_grant known where known.person_id = person and known.organization_id = organization)
    and not exists (select from organizations.unit_closing where unit_id = unit)
    and (principal is null or exists (
      select from organizations.role_grant other
      where other.id = principal and other.organization_id = organization and other.unit_id is not distinct from unit
        and other.role = given_role and other.deputy_for is null and other.person_id <> person
        and (other.valid_to is null or other.valid_to >= organizations.today())
        and not exists (select from organizations.role_end where grant_id = other.id)));

-- Would the organisation be without an administrator if this role ended? Another must hold it today, for the whole of it, not as
-- a deputy, and for at least as long. Volatile: it waits for others who ask the same, and then looks anew.
create function organizations.is_last_administrator(grant_to_end uuid) returns boolean
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  ended organizations.role_grant;
begin
  select * into ended from organizations.role_grant where id = grant_to_end;
  if ended.role is distinct from 'administrator' or ended.unit_id is not null or ended.deputy_for is not null
    or ended.valid_from > organizations.today() or ended.valid_to < organizations.today() then
    return false;
  end if;
  perform pg_advisory_xact_lock(hashtext('organizations.administrator ' || ended.organization_id));
  return not exists (
    select from organizations.held_role other
    where other.organization_id = ended.organization_id and other.role = 'administrator' and other.unit_id is null
      and other.deputy_for is null and other.id <> ended.id
      and coalesce(other.valid_to, 'infinity') >= coalesce(ended.valid_to, 'infinity'));
end $$;

revoke execute on function organizations.roles_of(uuid), organizations.my_roles(), organizations.reach_of(uuid, text[]),
  organizations.reach(text[]), organizations.reach_areas(text[]), organizations.my_organizations(),
  organizations.colleagues(), organizations.grant_fits(uuid, uuid, uuid, text, uuid),
  organizations.is_last_administrator(uuid) from public;
grant execute on function organizations.my_roles(), organizations.reach(text[]), organizations.reach_areas(text[]),
  organizations.my_organizations(), organizations.colleagues(), organizations.grant_fits(uuid, uuid, uuid, text, uuid),
  organizations.is_last_administrator(uuid) to nettungen_app;

create policy sees_colleagues on people.person for select to nettungen_app
  using (id = any ((select organizations.colleagues())::uuid[]));

-- Whom who acts may name: herself and her colleagues.
create view organizations.colleague with (security_invoker = true) as
select person.id, person.name, person.email from people.person;
grant select on organizations.colleague to nettungen_app;

-- One sees one's own roles; those who answer for an organisation or unit see who has what there.
create policy sees_own on organizations.role_grant for select to nettungen_app
  using (person_id = (select platform.actor()));
create policy answers_for on organizations.role_grant for select to nettungen_app
  using (coalesce(unit_id, organization_id) =
    any ((select organizations.reach('{administrator,leader,data-protection-officer}'))::uuid[]));
-- Not back-dated. To herself an administrator gives only what concerns public services, never what opens the cases of people.
create policy administers on organizations.role_grant for insert to nettungen_app
  with check (granted_by = (select platform.actor())
    and coalesce(unit_id, organization_id) = any ((select organizations.reach('{administrator}'))::uuid[])
    and (person_id <> (select platform.actor()) or role in ('editor', 'publisher'))
    and valid_from >= organizations.today()
    and organizations.grant_fits(person_id, organization_id, unit_id, role, deputy_for));
grant select on organizations.role_grant to nettungen_app;
grant insert (person_id, organization_id, unit_id, role, deputy_for, valid_from, valid_to, granted_by)
  on organizations.role_grant to nettungen_app;

create policy sees_end on organizations.role_end for select to nettungen_app
  using (exists (select from organizations.role_grant where role_grant.id = grant_id));
create policy ends on organizations.role_end for insert to nettungen_app
  with check (ended_by = (select platform.actor())
    and exists (
      select from organizations.role_grant
      where role_grant.id = grant_id
        and (role_grant.person_id = (select platform.actor())
          or coalesce(role_grant.unit_id, role_grant.organization_id) =
            any ((select organizations.reach('{administrator}'))::uuid[])))
    and not organizations.is_last_administrator(grant_id));
grant select on organizations.role_end to nettungen_app;
grant insert (grant_id, ended_by, reason) on organizations.role_end to nettungen_app;

-- Who has lost a role must not go on in a session from before. Who laid it down herself knows.
create function organizations.end_sessions() returns trigger
  language plpgsql volatile security definer
  set search_path = ''
as $$
begin
  perform people.end_sessions_of(given.person_id, 'roles-changed')
  from organizations.role_grant given
  where given.id = new.grant_id and given.person_id is distinct from platform.actor();
  return null;
end $$;
revoke execute on function organizations.end_sessions() from public;
create trigger role_end_100_end_sessions after insert on organizations.role_end
  for each row execute function organizations.end_sessions();

-- Units are kept by those who administer what they lie in.
create policy administers on organizations.unit for insert to nettungen_app
  with check (coalesce(parent_id, organization_id) = any ((select organizations.reach('{administrator}'))::uuid[])
    and not exists (select from organizations.unit_closing where unit_id = parent_id));
-- Where it lies now and where it is put: who administers the unit alone cannot take it away from those above.
create policy administers_change on organizations.unit for update to nettungen_app
  using (coalesce(parent_id, organization_id) = any ((select organizations.reach('{administrator}'))::uuid[]))
  with check (coalesce(parent_id, organization_id) = any ((select organizations.reach('{administrator}'))::uuid[])
    and not exists (select from organizations.unit_closing where unit_id = parent_id));
grant insert (organization_id, parent_id, phone, website), update (parent_id, phone, website)
  on organizations.unit to nettungen_app;
create policy administers on organizations.unit_text for insert to nettungen_app
  with check (unit_id = any ((select organizations.reach('{administrator}'))::uuid[]) and length(name) between 1 and 200);
create policy administers_change on organizations.unit_text for update to nettungen_app
  using (unit_id = any ((select organizations.reach('{administrator}'))::uuid[])) with check (length(name) between 1 and 200);
grant insert (unit_id, language, name), update (name) on organizations.unit_text to nettungen_app;

create policy all_may_know on organizations.unit_closing for select to nettungen_app using (true);
create policy closes on organizations.unit_closing for insert to nettungen_app
  with check (closed_by = (select platform.actor()) and unit_id = any ((select organizations.reach('{administrator}'))::uuid[])
    and not exists (
      select from organizations.unit below where below.parent_id = unit_closing.unit_id
        and not exists (select from organizations.unit_closing closed where closed.unit_id = below.id))
    and not exists (
      select from organizations.role_grant held where held.unit_id = unit_closing.unit_id
        and (held.valid_to is null or held.valid_to >= organizations.today())
        and not exists (select from organizations.role_end where grant_id = held.id)));
grant select on organizations.unit_closing to nettungen_app;
grant insert (unit_id, closed_by) on organizations.unit_closing to nettungen_app;
