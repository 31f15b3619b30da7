-- Persons who log in, how each is known to a provider of identity, and their sessions. No national id number is kept here:
-- a provider's own name for a person (`sub`) is enough to know her again.
create schema people;
grant usage on schema people to nettungen_app, nettungen_worker;

create table people.person (
  id uuid primary key default gen_random_uuid(),     -- random: the order of making would tell of a person
  name text not null check (length(name) between 1 and 200),
  email text check (length(email) <= 320 and email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  language text not null default 'nb' check (language in ('nb', 'nn', 'se', 'en')),
  created_at timestamptz not null default now()
);
select platform.guard('people.person');
create policy sees_herself on people.person for select to nettungen_app using (id = (select platform.actor()));
grant select on people.person to nettungen_app;

-- By what name a provider knows a person. One who logs in as a citizen and as an employee is two persons here, and nothing
-- ties them together.
create table people.identity (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references people.person on delete cascade,
  issuer text not null check (length(issuer) between 1 and 500),
  subject text not null check (length(subject) between 1 and 255),
  kind text not null check (kind in ('citizen', 'employee')),
  created_at timestamptz not null default now(),
  unique (issuer, subject),
  unique (person_id, id)
);
select platform.guard('people.identity');
create policy sees_own on people.identity for select to nettungen_app using (person_id = (select platform.actor()));
grant select on people.identity to nettungen_app;

-- A session lasts until it is ended, an hour after it was last used, or ten hours after it began. Only the hash of its token
-- is here: who reads this table cannot use what is in it.
create table people.session (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null,
  identity_id uuid not null,
  token_hash bytea not null unique check (length(token_hash) = 32),
  device text not null check (length(device) <= 80),                   -- in coarse words, to know it again by
  logout_key bytea check (length(logout_key) = 32),                    -- opens what her browser keeps for logging out at the provider
  started_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),                     -- to the minute
  foreign key (person_id, identity_id) references people.identity (person_id, id) on delete cascade
);
create index session_identity on people.session (person_id, identity_id);
create index session_started on people.session (started_at);
select platform.guard('people.session');
create policy sees_own on people.session for select to nettungen_app using (person_id = (select platform.actor()));
grant select on people.session to nettungen_app;

create table people.session_end (
  session_id uuid primary key references people.session on delete cascade,
  reason text not null check (reason in ('logged-out', 'ended-by-person', 'roles-changed', 'new-login')),
  ended_at timestamptz not null default now()
);
select platform.guard('people.session_end');
create policy sees_own on people.session_end for select to nettungen_app
  using (exists (select from people.session where session.id = session_id));
grant select on people.session_end to nettungen_app;

-- Sessions that hold now, by the time of the database.
create view people.live_session with (security_invoker = true) as
select session.id, session.person_id, session.identity_id, session.token_hash, session.device, session.logout_key,
  session.started_at, session.last_used_at
from people.session
where session.last_used_at > now() - interval '60 minutes' and session.started_at > now() - interval '10 hours'
  and not exists (select from people.session_end where session_id = session.id);
grant select on people.live_session to nettungen_app;

-- A login under way: from when somebody is sent to a provider until the answer. Nobody reads it but by the functions below.
create table people.login_attempt (
  state_hash bytea primary key check (length(state_hash) = 32),
  browser_hash bytea not null check (length(browser_hash) = 32),       -- the answer must come in the browser that asked
  provider text not null check (length(provider) <= 40),
  nonce text not null check (length(nonce) <= 100),
  verifier text not null check (length(verifier) <= 128),
  return_to text not null check (return_to ~ '^/' and length(return_to) <= 2000),
  language text not null check (language in ('nb', 'nn', 'se', 'en')),
  started_at timestamptz not null default now()
);
create index login_attempt_started on people.login_attempt (started_at);
select platform.guard('people.login_attempt');

create function people.begin_login(state_hash bytea, browser_hash bytea, provider text, nonce text, verifier text,
    return_to text, language text) returns void
  language sql volatile security definer
  set search_path = ''
begin atomic
  delete from people.login_attempt old where old.started_at < now() - interval '10 minutes';
  insert into people.login_attempt (state_hash, browser_hash, provider, nonce, verifier, return_to, language)
  values (begin_login.state_hash, begin_login.browser_hash, begin_login.provider, begin_login.nonce, begin_login.verifier,
    begin_login.return_to, begin_login.language);
end;

-- What was kept when the login began, given once, within ten minutes, to the browser that began it.
create function people.take_login(state_hash bytea, browser_hash bytea)
    returns table (provider text, nonce text, verifier text, return_to text, language text)
  language sql volatile security definer
  set search_path = ''
begin atomic
  delete from people.login_attempt attempt
  where attempt.state_hash = take_login.state_hash and attempt.browser_hash = take_login.browser_hash
    and attempt.started_at > now() - interval '10 minutes'
  returning attempt.provider, attempt.nonce, attempt.verifier, attempt.return_to, attempt.language;
end;

-- The person whom a provider calls so, made if she is new, with a session. What the provider says now takes the place of
-- what it said before; what it does not say stays.
create function people.log_in(issuer text, subject text, kind text, given_name text, given_email text, language text,
    token_hash bytea, device text, logout_key bytea) returns table (session_id uuid, person_id uuid)
  language plpgsql volatile security definer
  set search_path = ''
as $$
#variable_conflict use_variable
declare
  known people.identity;
  session uuid;
begin
  -- Two first logins of the same person at once make her once.
  perform pg_advisory_xact_lock(hashtextextended(issuer || ' ' || subject, 0));
  select * into known from people.identity i where i.issuer = log_in.issuer and i.subject = log_in.subject;
  if known.id is null then
    insert into people.person as p (name, email, language)
    values (coalesce(given_name, case kind when 'employee' then 'Ansatt' else 'Innbygger' end), given_email, language)
    returning p.id into known.person_id;
    insert into people.identity as i (person_id, issuer, subject, kind)
    values (known.person_id, issuer, subject, kind) returning i.* into known;
  else
    update people.person p set name = coalesce(given_name, p.name), email = coalesce(given_email, p.email)
    where p.id = known.person_id
      and (p.name, p.email) is distinct from (coalesce(given_name, p.name), coalesce(given_email, p.email));
  end if;
  -- What has long been over is not kept.
  delete from people.session s where s.started_at < now() - interval '30 days';
  insert into people.session as s (person_id, identity_id, token_hash, device, logout_key)
  values (known.person_id, known.id, token_hash, device, logout_key) returning s.id into session;
  return query select session, known.person_id;
end $$;

-- The session of a token, by its hash, and whose it is: asked before it is known who acts. Notes that it was used, once a
-- minute; requests of one person at the same time do not wait for each other.
create function people.open_session(hash bytea) returns table (session_id uuid, person_id uuid, name text, kind text)
  language sql volatile security definer
  set search_path = ''
begin atomic
  update people.session set last_used_at = now()
  where session.id = (
    select used.id from people.session used
    where used.id = (select live.id from people.live_session live where live.token_hash = hash)
      and used.last_used_at < now() - interval '1 minute'
    for no key update skip locked);
  select live.id, person.id, person.name, identity.kind
  from people.live_session live
  join people.person on person.id = live.person_id
  join people.identity on identity.id = live.identity_id
  where live.token_hash = hash;
end;

-- Ends sessions of a person: that one, or all. What her browser keeps for the provider can then be opened by nobody.
create function people.end_sessions_of(person uuid, why text, only_session uuid default null) returns void
  language sql volatile security definer
  set search_path = ''
begin atomic
  insert into people.session_end (session_id, reason)
  select live.id, why from people.live_session live
  where live.person_id = person and (only_session is null or live.id = only_session)
  on conflict do nothing;
  update people.session set logout_key = null
  where session.person_id = person and session.logout_key is not null
    and exists (select from people.session_end where session_end.session_id = session.id);
end;

-- The same for one's own.
create function people.end_my_sessions(why text, only_session uuid default null) returns void
  language sql volatile security definer
  set search_path = ''
begin atomic
  select people.end_sessions_of(platform.actor(), why, only_session);
end;

revoke execute on all functions in schema people from public;
grant execute on function people.begin_login(bytea, bytea, text, text, text, text, text), people.take_login(bytea, bytea),
  people.log_in(text, text, text, text, text, text, bytea, text, bytea), people.open_session(bytea),
  people.end_my_sessions(text, uuid) to nettungen_app;
