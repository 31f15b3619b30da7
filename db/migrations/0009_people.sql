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
