-- How municipalities arrange the rooms of their pyramid: docs/adr/0036-own-rooms-chains-and-gaps.md.

create schema pyramid;
grant usage on schema pyramid to nettungen_app, nettungen_public, nettungen_worker;

-- Each change with who and when, for those who work with the pyramid. Two who change the same revision at once meet at the key.
create table pyramid.room_change (
  area_code text not null references areas.area on delete cascade,
  revision integer not null check (revision between 1 and 100000),
  kind text not null check (kind in ('rename', 'add', 'edit', 'remove', 'hide', 'show', 'up', 'down', 'restore')),
  -- The name of the room as it was then.
  about text not null check (length(about) <= 200),
  -- The revision that was brought back; 0: the national rooms as they are.
  restored integer check (restored >= 0 and restored < revision),
  submission uuid not null unique,
  made_by uuid references people.person on delete set null,
  made_at timestamptz not null default now(),
  primary key (area_code, revision),
  check ((kind = 'restore') = (restored is not null))
);
create index room_change_made_by on pyramid.room_change (made_by);
select platform.guard('pyramid.room_change');
create policy works_there on pyramid.room_change for select to nettungen_app
  using (area_code = any ((select organizations.reach_areas('{coordinator,leader,administrator}'))::text[]));
create policy coordinates on pyramid.room_change for insert to nettungen_app
  with check (made_by = (select platform.actor())
    and area_code = any ((select organizations.reach_areas('{coordinator}'))::text[])
    and exists (select from areas.area where area.code = area_code and area.kind = 'municipality'));
grant select on pyramid.room_change to nettungen_app;
grant insert (area_code, revision, kind, about, restored, submission, made_by) on pyramid.room_change to nettungen_app;

-- The rooms after a change, in their order: public, and without who. The newest revision holds.
create table pyramid.arrangement (
  area_code text not null,
  revision integer not null,
  rooms jsonb not null check (jsonb_typeof(rooms) = 'array' and length(rooms::text) <= 200000),
  primary key (area_code, revision),
  foreign key (area_code, revision) references pyramid.room_change on delete cascade
);
select platform.open_to_all('pyramid.arrangement');
create policy has_changed on pyramid.arrangement for insert to nettungen_app
  with check (exists (
    select from pyramid.room_change change
    where change.area_code = arrangement.area_code and change.revision = arrangement.revision
      and change.made_by = (select platform.actor())
      and change.area_code = any ((select organizations.reach_areas('{coordinator}'))::text[])));
grant insert (area_code, revision, rooms) on pyramid.arrangement to nettungen_app;

create trigger arrangement_100_tell after insert or update or delete on pyramid.arrangement
  for each statement execute function platform.tell('published');

-- Whom who acts may name where she sees what was done: herself and her colleagues.
create view pyramid.colleague with (security_invoker = true) as select person.id, person.name from people.person;
grant select on pyramid.colleague to nettungen_app;
