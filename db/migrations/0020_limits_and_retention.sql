-- How often somebody may be written to or ask, who may take a role, when a session must end, and how long what is over is kept.
-- docs/adr/0029-limits-and-retention.md

-- ---------------------------------------------------------------- invitations
-- Each invitation is a mail to whoever is named. To one address five a day from all together and three from one organisation;
-- from one organisation a hundred. With its owner's rights, since nobody sees others' invitations; those who ask at once wait.
create function organizations.has_room_for_invitation(organization uuid, address text) returns boolean
  language plpgsql volatile security definer
  set search_path = ''
as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('organizations.invitation ' || lower(address), 0));
  return (
    select count(*) < 5 and count(*) filter (where sent.organization_id = organization) < 3
    from organizations.invitation sent
    where lower(sent.email) = lower(address) and sent.invited_at > now() - interval '1 day')
  and (
    select count(*) < 100 from organizations.invitation sent
    where sent.organization_id = organization and sent.invited_at > now() - interval '1 day');
end $$;
create index invitation_address on organizations.invitation (lower(email), invited_at);
create index invitation_lately on organizations.invitation (organization_id, invited_at);
drop index organizations.invitation_organization;
create policy not_too_many on organizations.invitation as restrictive for insert to nettungen_app
  with check (organizations.has_room_for_invitation(organization_id, email));

-- ---------------------------------------------------------------- who may take a role
-- Whether a person is known to a provider as an employee. Null: no provider has named her yet.
create function people.is_employee(person uuid) returns boolean
  language sql stable security definer
  set search_path = ''
begin atomic
  select bool_or(identity.kind = 'employee') from people.identity where identity.person_id = is_employee.person;
end;

-- In a public organisation a role is held by who has logged in as an employee: else what her employer ended would go on with her own
-- identity. Voluntary and private organisations often have no login of their own.
create function organizations.may_hold_role(person uuid, organization uuid) returns boolean
  language sql stable security definer
  set search_path = ''
  return coalesce(people.is_employee(person), true) or exists (
    select from organizations.organization own where own.id = organization and own.level in ('voluntary', 'private'));

create function organizations.refuse_citizens() returns trigger
  language plpgsql volatile security definer
  set search_path = ''
as $$
begin
  if not organizations.may_hold_role(new.person_id, new.organization_id) then
    raise exception 'a role in a public organisation is for who logs in as an employee' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger role_grant_050_refuse_citizens before insert on organizations.role_grant
  for each row execute function organizations.refuse_citizens();

create or replace function organizations.shown_invitation(hash bytea)
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
      when not organizations.may_hold_role(platform.actor(), sent.organization_id) then 'for-employees'
      else 'open' end
  from organizations.invitation sent left join organizations.invitation_end ended on ended.invitation_id = sent.id
  where sent.token_hash = hash and platform.actor() is not null;
end;

-- ---------------------------------------------------------------- when a session ends
-- Roles are read anew at each request, so a session never does more than its person may now. It ends when she has lost a role that
-- she had when she logged in, and that no other role of hers covers. One that was given and taken back meanwhile ends none: else who may
-- give her a role could throw her out again and again.
create function people.end_sessions_begun_since(person uuid, moment timestamptz, why text) returns void
  language sql volatile security definer
  set search_path = ''
begin atomic
  select people.end_sessions_of(person, why, live.id)
  from people.live_session live where live.person_id = person and live.started_at >= moment;
end;

create or replace function organizations.end_sessions() returns trigger
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  lost organizations.role_grant;
begin
  select * into lost from organizations.role_grant where id = new.grant_id;
  if lost.person_id is distinct from platform.actor()
    and lost.valid_from <= organizations.today() and coalesce(lost.valid_to, 'infinity') >= organizations.today()
    and not coalesce(lost.unit_id, lost.organization_id) = any (organizations.reach_of(lost.person_id, array[lost.role]))
  then
    perform people.end_sessions_begun_since(lost.person_id, lost.granted_at, 'roles-changed');
  end if;
  return null;
end $$;

-- ---------------------------------------------------------------- requests to join
-- Anybody may ask: three times a day in the name of one organisation or to one address, and two hundred in all. One that is there
-- already is not counted against itself.
create function organizations.has_room_for_request(form uuid, number text, address text) returns boolean
  language plpgsql volatile security definer
  set search_path = ''
as $$
begin
  perform pg_advisory_xact_lock(hashtext('organizations.join_request'));
  return exists (select from organizations.join_request asked where asked.submission = form)
    or (select count(*) < 200
          and count(*) filter (where asked.organization_number = number) < 3
          and count(*) filter (where lower(asked.contact_email) = lower(address)) < 3
        from organizations.join_request asked where asked.asked_at > now() - interval '1 day');
end $$;
create index join_request_asked_at on organizations.join_request (asked_at);
create policy not_too_many on organizations.join_request as restrictive for insert to nettungen_app
  with check (organizations.has_room_for_request(submission, organization_number, contact_email));

-- ---------------------------------------------------------------- a coordinator's territory
-- A body that several municipalities own has the county for its area: it decides nothing on the county's behalf.
create or replace function organizations.reach_areas(wanted text[]) returns text[]
  language sql stable security definer
  set search_path = ''
begin atomic
  select array(
    select distinct organization.area_code
    from organizations.my_roles() mine
    join organizations.organization on organization.id = mine.organization_id
    where mine.role = any (wanted) and mine.unit_id is null and organization.area_code is not null
      and (organization.level in ('region', 'state')
        or organization.level in ('municipality', 'county')
          and organizations.is_of_its_area(organization.id, organization.level)));
end;

-- ---------------------------------------------------------------- failed jobs
-- As before, but what stands in a payload is compared and not believed to be an id.
create or replace function platform.retry_job(wanted bigint) returns boolean
  language plpgsql volatile security definer
  set search_path = ''
as $$
declare
  tried record;
begin
  if not platform.answers_for_jobs() then return false; end if;
  update graphile_worker._private_jobs job set attempts = 0, run_at = now(), last_error = null
  from graphile_worker._private_tasks task
  where job.id = wanted and task.id = job.task_id and job.attempts >= job.max_attempts and job.locked_at is null
  returning task.identifier, job.payload into tried;
  if not found then return false; end if;
  if tried.identifier = 'mail.send' then
    update platform.mail_sending set refused_at = null where mail_id::text = tried.payload->>'id';
  end if;
  perform pg_notify('jobs:insert', '{"count":1}');
  return true;
end $$;

-- ---------------------------------------------------------------- what is over is forgotten
-- With their owner's rights, because no login that serves may delete. What was decided stays with the admission that it made.
insert into platform.job_kind (name, is_daily)
values ('organizations.forget-joining', true), ('people.forget-logins', true);

create function organizations.forget_joining(today date) returns void
  language sql volatile security definer
  set search_path = ''
begin atomic
  delete from organizations.join_request asked
  where asked.asked_at < forget_joining.today - 365
    or exists (select from organizations.join_decision decided
      where decided.request_id = asked.id and decided.decided_at < forget_joining.today - 180);
  delete from organizations.invitation sent
  where sent.expires_at < forget_joining.today - 90
    or exists (select from organizations.invitation_end ended
      where ended.invitation_id = sent.id and ended.ended_at < forget_joining.today - 90);
end;

create function people.forget_logins(today date) returns void
  language sql volatile security definer
  set search_path = ''
begin atomic
  delete from people.session ended where ended.started_at < forget_logins.today - 30;
  delete from people.login_attempt attempt where attempt.started_at < forget_logins.today::timestamptz - interval '1 hour';
end;

revoke execute on function organizations.has_room_for_invitation(uuid, text), people.is_employee(uuid),
  organizations.may_hold_role(uuid, uuid), organizations.refuse_citizens(), people.end_sessions_begun_since(uuid, timestamptz, text),
  organizations.has_room_for_request(uuid, text, text), organizations.forget_joining(date), people.forget_logins(date) from public;
grant execute on function organizations.has_room_for_invitation(uuid, text), organizations.has_room_for_request(uuid, text, text)
  to nettungen_app;
grant execute on function organizations.forget_joining(date), people.forget_logins(date) to nettungen_worker;
