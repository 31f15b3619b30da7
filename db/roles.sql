-- The logins of Nettungen, its database and who may enter it.
--
-- The embedded database runs this file by itself at every start. For a PostgreSQL of your own (16 or newer) an
-- administrator runs it once, with psql, connected to any database, and may run it again at any time:
--
--   export NETTUNGEN_OWNER_PASSWORD=… NETTUNGEN_APP_PASSWORD=… NETTUNGEN_PUBLIC_PASSWORD=… NETTUNGEN_WORKER_PASSWORD=…
--   psql --file db/roles.sql 'postgres://administrator@host/postgres'
--
-- The passwords come from the environment, so that they are in no list of processes and in no history. A server that logs
-- statements logs them, though: SCRAM verifiers may stand in their place. Then give the program DATABASE_OWNER_URL
-- (nettungen_owner: owns the database and migrates), DATABASE_URL (nettungen_app: serves), DATABASE_PUBLIC_URL
-- (nettungen_public: reads published rows) and DATABASE_WORKER_URL (nettungen_worker: jobs).
--
-- The administrator is a superuser, or one who may create roles and databases (a managed PostgreSQL). What the logins
-- may do with tables stands in the migrations. This file adds, and changes passwords; it never takes data away.
--
-- For those who edit: the launcher of the embedded database reads the lines that begin with a backslash, and \gexec,
-- in its own small way (src/platform/db/embedded/logins.ts); other psql commands are unknown to it.

\set ON_ERROR_STOP on
\getenv owner_password NETTUNGEN_OWNER_PASSWORD
\getenv app_password NETTUNGEN_APP_PASSWORD
\getenv public_password NETTUNGEN_PUBLIC_PASSWORD
\getenv worker_password NETTUNGEN_WORKER_PASSWORD

-- An administrator who is no superuser must be able to hand the database to its owner.
set createrole_self_grant = 'set, inherit';

-- Every right is written out, though most are the default: this is the list that is looked at.
select format(
  'create role %I login nosuperuser nobypassrls nocreatedb nocreaterole noinherit',
  login
)
from unnest(array['nettungen_owner', 'nettungen_app', 'nettungen_public', 'nettungen_worker']) as login
where not exists (select from pg_roles where rolname = login)
\gexec

alter role nettungen_owner password :'owner_password';
alter role nettungen_app password :'app_password';
alter role nettungen_public password :'public_password';
alter role nettungen_worker password :'worker_password';

-- Row-level security is worth as much as the weakest login: one with more rights than these is refused, not mended,
-- because somebody gave it those rights for a reason that should be known.
do $$
declare
  excess text;
begin
  select string_agg(rolname, ', ' order by rolname) into excess
  from pg_roles as login
  where rolname in ('nettungen_owner', 'nettungen_app', 'nettungen_public', 'nettungen_worker')
    and (
      rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication or rolinherit or not rolcanlogin
      or exists (select from pg_auth_members where member = login.oid)
    );
  if excess is not null then
    raise exception 'these logins have rights beyond their own, or are members of another role: %', excess;
  end if;
end $$;

-- Upper and lower case are alike on every machine: built in from PostgreSQL 17, by ICU before. What a letter is, a few
-- parts (pg_trgm) ask the locale of the system, which comes from template0 and must be a UTF-8 one: C leaves å, æ and ø
-- out of spelling suggestions.
select 'create database nettungen owner nettungen_owner template template0 encoding ''UTF8'' '
  || case
    when current_setting('server_version_num')::integer >= 170000
      then 'locale_provider builtin builtin_locale ''C.UTF-8'''
    else 'locale_provider icu icu_locale ''nb-NO'''
  end
where not exists (select from pg_database where datname = 'nettungen')
\gexec

revoke all on database nettungen from public;
grant connect on database nettungen to nettungen_owner, nettungen_app, nettungen_public, nettungen_worker;

\connect nettungen

-- The owner creates in it as owner of the database; nobody else does.
revoke create on schema public from public;
